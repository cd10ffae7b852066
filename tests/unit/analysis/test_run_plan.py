"""A4: figures of generated plans, through the compiled SQL and the analysis, against an independent Decimal oracle."""

import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

import pytest

from app.analysis.run_plan import run_plan
from app.domain.errors import PlanRefusedError
from app.domain.period import Period
from app.domain.plan import Filter, Flow, GroupBy, Intent, Measure, Plan
from app.domain.result import Result
from app.ledger.answering import plan_context
from tests.helpers import plan_oracle as oracle
from tests.helpers.plan_oracle import Asked
from tests.helpers.plan_world import CATEGORIES, PAYEES, START, TODAY, PlainRow, PlanWorld, plan_world

QUESTIONS_A_WORLD = 110


def run(world: PlanWorld, plan: Plan) -> Result:
    return run_plan(plan, plan_context(world.connection, world.vocabulary))


def asked_at_random(chance: random.Random) -> Asked:
    first = START + timedelta(days=chance.randrange(0, 220))
    limits = sorted(Decimal(chance.randrange(1, 200_000)) / 100 for _ in range(2))
    flow = chance.choices(["spending", "income", "any", "transfers", "refunds", "fees"], [6, 2, 2, 1, 1, 1])[0]
    dated = chance.random() < 0.6
    return Asked(
        flow=flow,
        payees=tuple(chance.sample(PAYEES, chance.choice([0, 0, 1, 2]))),
        categories=tuple(chance.sample([each.name for each in CATEGORIES], chance.choice([0, 0, 1, 2]))),
        account=chance.choice([None, None, 1, 2]),
        without_payee=chance.choice(["", "", *PAYEES]),
        without_category=chance.choice(["", "", "Eating out", "Groceries"]),
        first=first if dated else None,
        last=first + timedelta(days=chance.randrange(0, 120)) if dated else None,
        at_least=limits[0] if chance.random() < 0.2 else None,
        at_most=limits[1] if chance.random() < 0.2 else None,
    )


def plan_for(asked: Asked, intent: Intent, *, group_by: GroupBy | None = None) -> Plan:
    return Plan(
        intent=intent,
        flow=Flow(asked.flow),
        where=Filter(
            payees=asked.payees, categories=asked.categories, account_ids=(asked.account,) if asked.account else ()
        ),
        without=Filter(
            payees=(asked.without_payee,) if asked.without_payee else (),
            categories=(asked.without_category,) if asked.without_category else (),
        ),
        period=Period(asked.first, asked.last) if asked.first and asked.last else None,
        at_least=int(asked.at_least * 100) if asked.at_least is not None else None,
        at_most=int(asked.at_most * 100) if asked.at_most is not None else None,
        group_by=group_by,
    )


def money(result: Result) -> Decimal:
    assert result.value is not None
    assert result.value.money is not None
    return Decimal(result.value.money.decimal())


def questions() -> Iterator[tuple[PlanWorld, Asked]]:
    for seed in range(12):
        world = plan_world(seed, size=random.Random(seed).choice([0, 40, 300]) if seed else 300)
        chance = random.Random(1000 + seed)
        for _ in range(QUESTIONS_A_WORLD):
            yield world, asked_at_random(chance)


def test_totals_counts_and_averages_are_right_to_the_unit() -> None:
    checked = Counter[str]()
    for world, asked in questions():
        rows = oracle.chosen(world, asked)
        whole = oracle.total(rows, asked.flow)
        result = run(world, plan_for(asked, Intent.TOTAL))
        assert money(result) == whole, asked
        assert sorted(result.evidence) == sorted(row.number for row in rows)
        happened = oracle.counted(rows, asked.flow)
        number = run(world, plan_for(asked, Intent.COUNT)).value
        assert number is not None
        assert number.number == len(happened)
        mean = oracle.rounded(whole / len(happened)) if happened else Decimal(0)
        assert money(run(world, plan_for(asked, Intent.AVERAGE))) == mean
        checked.update(figures=3, found=bool(rows))
    assert checked["figures"] >= 1000
    assert checked["found"] >= 400


def test_extremes_lists_first_and_last() -> None:
    for world, asked in questions():
        happened = oracle.counted(oracle.chosen(world, asked), asked.flow)
        sizes = sorted(abs(row.amount) for row in happened)
        for intent, size in ((Intent.LARGEST, sizes[-1:]), (Intent.SMALLEST, sizes[:1])):
            assert abs(money(run(world, plan_for(asked, intent)))) == (size[0] if size else 0)
        first, last = (run(world, plan_for(asked, intent)).value for intent in (Intent.FIRST, Intent.LAST))
        assert (first.on if first else None) == (happened[0].day if happened else None)
        assert (last.on if last else None) == (happened[-1].day if happened else None)
        listed = run(world, plan_for(asked, Intent.LIST))
        rows = oracle.chosen(world, asked)
        limited = asked.flow in {"spending", "fees"} and (asked.at_least is not None or asked.at_most is not None)
        assert [row.on for row in listed.rows] == [row.day for row in reversed(happened if limited else rows)]
        assert listed.value is not None
        assert listed.value.number == len(happened if asked.flow in {"spending", "fees"} else rows)


def test_rankings_and_breakdowns_add_up_group_by_group() -> None:
    for world, asked in questions():
        rows = oracle.chosen(world, asked)
        groups: dict[str, list[PlainRow]] = defaultdict(list)
        for row in rows:
            groups[row.payee].append(row)
        expected = {name: oracle.total(inside, asked.flow) for name, inside in groups.items()}
        ranking = run(world, plan_for(asked, Intent.RANKING, group_by=GroupBy.PAYEE))
        found = {row.label: Decimal(row.money.decimal()) for row in ranking.rows if row.money}
        assert found == expected
        assert list(found.values()) == sorted(found.values(), reverse=True)
        months = run(world, plan_for(asked, Intent.BREAKDOWN, group_by=GroupBy.MONTH))
        by_month: dict[str, Decimal] = defaultdict(Decimal)
        for row in rows:
            by_month[f"{row.day:%Y-%m}"] = oracle.total(
                [each for each in rows if f"{each.day:%Y-%m}" == f"{row.day:%Y-%m}"], asked.flow
            )
        shown = {row.label: Decimal(row.money.decimal()) for row in months.rows if row.money}
        assert {label: each for label, each in shown.items() if label in by_month} == dict(by_month)
        assert all(each == 0 for label, each in shown.items() if label not in by_month)
        assert list(shown) == sorted(shown)


def test_net_savings_rate_and_share() -> None:
    world = plan_world(3)
    for month in range(1, 7):
        first, last = Period.month(2025, month).first, Period.month(2025, month).last
        earned = oracle.total(oracle.chosen(world, Asked(flow="income", first=first, last=last)), "income")
        spent = oracle.total(oracle.chosen(world, Asked(first=first, last=last)), "spending")
        plan = Plan(intent=Intent.NET, period=Period(first, last))
        assert money(run(world, plan)) == earned - spent
        rate = run(world, Plan(intent=Intent.SAVINGS_RATE, period=Period(first, last))).value
        assert rate is not None
        assert rate.percent == ((earned - spent) * 100 / earned).quantize(Decimal("0.1"), ROUND_HALF_UP)
        part = oracle.total(oracle.chosen(world, Asked(categories=("Groceries",), first=first, last=last)), "spending")
        share = run(
            world, Plan(intent=Intent.SHARE, where=Filter(categories=("Groceries",)), period=Period(first, last))
        ).value
        assert share is not None
        assert share.percent == (part * 100 / spent).quantize(Decimal("0.1"), ROUND_HALF_UP)


def test_a_share_of_income_is_of_all_accounts() -> None:
    """What came in seldom went to the account that paid: the card's rent is a part of the income on checking."""
    world = plan_world(3)
    may = Period.month(2025, 5)
    plan = Plan(intent=Intent.SHARE, where=Filter(account_ids=(2,)), period=may, other_flow=Flow.INCOME)
    part = oracle.total(oracle.chosen(world, Asked(account=2, first=may.first, last=may.last)), "spending")
    whole = oracle.total(oracle.chosen(world, Asked(flow="income", first=may.first, last=may.last)), "income")
    alone = oracle.chosen(world, Asked(flow="income", account=2, first=may.first, last=may.last))
    share = run(world, plan).value
    assert share is not None
    assert oracle.total(alone, "income") != whole
    assert share.percent == (part * 100 / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)


def test_comparisons_are_first_less_second() -> None:
    world = plan_world(4)
    april, may = Period.month(2025, 4), Period.month(2025, 5)
    one = oracle.total(oracle.chosen(world, Asked(first=may.first, last=may.last)), "spending")
    other = oracle.total(oracle.chosen(world, Asked(first=april.first, last=april.last)), "spending")
    plan = Plan(intent=Intent.COMPARE, period=may, other_period=april)
    assert money(run(world, plan)) == one - other
    percent = run(world, Plan(intent=Intent.COMPARE, period=may, other_period=april, as_percent=True)).value
    assert percent is not None
    assert percent.percent == ((one - other) * 100 / other).quantize(Decimal("0.1"), ROUND_HALF_UP)
    counts = run(world, Plan(intent=Intent.COMPARE, period=may, other_period=april, measure=Measure.COUNT))
    assert counts.value is not None
    assert counts.value.number == counts.rows[0].count - counts.rows[1].count  # type: ignore[operator]


def test_currencies_are_never_added() -> None:
    world = plan_world(5, currencies=("USD", "EUR", "JPY"))
    result = run(world, Plan(intent=Intent.TOTAL))
    assert money(result) == oracle.total(oracle.chosen(world, Asked()), "spending")
    assert [row.label for row in result.others] == ["EUR", "JPY"]
    assert "mixed_currencies" in result.notes
    euros = oracle.total(oracle.chosen(world, Asked(), currency="EUR"), "spending")
    assert money(run(world, Plan(intent=Intent.TOTAL, currency="EUR"))) == euros


def test_an_average_month_counts_every_month_the_vault_knows() -> None:
    world = plan_world(6)
    period = Period(date(2025, 1, 1), date(2025, 12, 31))
    whole = oracle.total(oracle.chosen(world, Asked(first=period.first, last=period.last)), "spending")
    plan = Plan(intent=Intent.AVERAGE, group_by=GroupBy.MONTH, period=period)
    assert money(run(world, plan)) == oracle.rounded(whole / TODAY.month)


def test_what_cannot_be_computed_is_refused() -> None:
    with pytest.raises(PlanRefusedError):
        run(plan_world(0), Plan(intent=Intent.UNSUPPORTED))


@pytest.mark.parametrize("seed", range(6))
def test_a_place_in_an_order_is_that_place_of_the_whole_order(seed: int) -> None:
    chance = random.Random(seed)
    world = plan_world(seed, size=150)
    for intent, group in (
        (Intent.LARGEST, None), (Intent.SMALLEST, None), (Intent.FIRST, None), (Intent.LAST, None),
        (Intent.RANKING, GroupBy.PAYEE), (Intent.RANKING, GroupBy.MONTH),
    ):  # fmt: skip
        plan = plan_for(asked_at_random(chance), intent, group_by=group)
        whole, rank = run(world, replace(plan, limit=40)), chance.randrange(2, 6)
        placed = run(world, replace(plan, rank=rank))
        expected = whole.rows[rank - 1 :][:1]
        assert placed.rows[:1] == expected
        if not expected:
            assert "nothing_found" in placed.notes
