"""The digest: a month against the ones before, each line the figure of a plan that can be run again."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.analysis.digest import digest_of, month_drivers
from app.analysis.run_plan import run_plan
from app.domain.counted import CountedRow
from app.domain.digest import Digest, DigestKind, DigestLine
from app.domain.period import Period
from app.domain.plan import Intent
from app.ledger.answering import plan_context
from tests.helpers import plan_oracle as oracle
from tests.helpers.digest_rows import context_of, expense
from tests.helpers.plan_oracle import Asked
from tests.helpers.plan_world import plan_world

TODAY = date(2025, 12, 3)
NOVEMBER = Period.month(2025, 11)
_DRAWN = st.lists(
    st.tuples(
        st.dates(date(2024, 10, 1), date(2025, 12, 2)),
        st.integers(-3_000, 60_000).filter(bool),
        st.sampled_from(("Green Grocer", "Noodle Bar", "Streamly", "Skyward", "")),
        st.sampled_from(("Groceries", "Eating out", "Coffee", "Travel", "")),
    ),
    max_size=40,
)


def monthly(payee: str, amounts: list[int], *, first: tuple[int, int], number: int) -> list[CountedRow]:
    """One payment on the sixth of each month, in minor units."""
    months = [divmod(first[0] * 12 + first[1] - 1 + at, 12) for at in range(len(amounts))]
    return [
        expense(number + at, date(year, month + 1, 6), minor=minor, payee=payee, category="Streaming")
        for at, ((year, month), minor) in enumerate(zip(months, amounts, strict=True))
    ]


def shopping(*, until: date = date(2025, 11, 29)) -> list[CountedRow]:
    """Groceries of ten a week, since 1 January."""
    days = [date(2025, 1, 1) + timedelta(days=7 * at) for at in range(52)]
    return [expense(1_000 + at, day, minor=1_000, payee="Green Grocer") for at, day in enumerate(days) if day <= until]


def told(rows: list[CountedRow], wanted: Period | None = NOVEMBER) -> Digest:
    digest = digest_of(context_of(rows, TODAY), wanted)
    assert digest is not None
    return digest


def lines(digest: Digest, kind: DigestKind) -> list[DigestLine]:
    return [line for line in digest.lines if line.kind is kind]


@given(_DRAWN)
def test_every_line_is_the_figure_of_its_plan(drawn: list[tuple[date, int, str, str]]) -> None:
    rows = [
        expense(at, day, minor=minor, payee=payee, category=category)
        for at, (day, minor, payee, category) in enumerate(drawn, 1)
    ]
    context = context_of(rows, TODAY)
    digest = digest_of(context, NOVEMBER)
    if digest is None:
        return
    for line in digest.lines:
        again = run_plan(line.result.plan, context)
        assert (again.value, again.rows, again.evidence) == (line.result.value, line.result.rows, line.result.evidence)
    if digest.usual is not None:
        found = {each.label: each for each in month_drivers(context, digest.month, usual=digest.usual, code="USD")}
        for line in lines(digest, DigestKind.DRIVER):
            assert line.result.value is not None
            assert line.result.value.money is not None
            assert line.result.value.money.minor == found[line.label].change


def test_totals_are_those_of_an_independent_oracle() -> None:
    world = plan_world(11, size=600)
    context = plan_context(world.connection, world.vocabulary)
    may = Period.month(2025, 5)
    digest = digest_of(context, may)
    assert digest is not None
    assert digest.usual == Period(date(2025, 2, 1), date(2025, 4, 30))
    for kind, flow in ((DigestKind.SPENT, "spending"), (DigestKind.EARNED, "income")):
        now, before = (
            oracle.total(oracle.chosen(world, Asked(flow=flow, first=period.first, last=period.last)), flow)
            for period in (may, digest.usual)
        )
        (line,) = lines(digest, kind)
        first, second = line.result.rows
        assert first.money is not None
        assert second.money is not None
        assert first.money.decimal() == f"{now:.2f}"
        assert second.money.decimal() == f"{oracle.rounded(before / 3):.2f}"
    assert lines(digest, DigestKind.DRIVER) != []


def test_a_trip_is_the_largest_driver_and_far_above_the_usual() -> None:
    rows = [*shopping(), expense(1, date(2025, 11, 8), minor=61_200, payee="Skyward", category="Travel")]
    digest = told(rows)
    driver = lines(digest, DigestKind.DRIVER)[0]
    assert driver.label == "Skyward"
    assert driver.result.plan.intent is Intent.COMPARE
    assert [line.result.rows[0].label for line in lines(digest, DigestKind.UNUSUAL)] == ["Skyward"]


def test_what_went_up_began_and_ended_is_told_in_its_month() -> None:
    rows = [
        *shopping(),
        *monthly("Streamly", [799] * 10 + [999], first=(2025, 1), number=1),
        *monthly("Gymnast", [2_750] * 3, first=(2025, 9), number=100),
        *monthly("Old Magazine", [450] * 9, first=(2025, 1), number=200),
    ]
    digest = told(rows)
    raised, new, ended = (lines(digest, kind) for kind in (DigestKind.RAISED, DigestKind.NEW, DigestKind.ENDED))
    assert [dict(line.result.facts) for line in raised] == [{"before": "7.99", "after": "9.99"}]
    assert [line.result.rows[0].label for line in new] == ["Gymnast"]
    assert [line.result.rows[0].label for line in ended] == []
    before = told(rows, Period.month(2025, 10))
    assert [line.result.rows[0].label for line in lines(before, DigestKind.ENDED)] == ["Old Magazine"]
    assert lines(before, DigestKind.NEW) == lines(before, DigestKind.RAISED) == []


def test_what_the_vault_begins_with_is_not_called_new() -> None:
    rows = [*shopping(), *monthly("Streamly", [799] * 11, first=(2025, 1), number=1)]
    assert lines(told(rows, Period.month(2025, 3)), DigestKind.NEW) == []


def test_two_equal_charges_look_doubled_unless_that_is_a_habit() -> None:
    twice = [expense(at, date(2025, 11, 12), minor=2_380, payee="Tandoori", category="Eating out") for at in (1, 2)]
    habit = [
        expense(100 + at, date(2025, 9, 1) + timedelta(days=at // 2), minor=300, payee="Kettle", category="Coffee")
        for at in range(160)
    ]
    (line,) = lines(told([*shopping(), *twice, *habit]), DigestKind.DOUBLED)
    assert [row.label for row in line.result.rows] == ["Tandoori"]


def test_a_month_that_is_not_over_or_not_known_whole_is_not_told() -> None:
    rows = shopping()
    assert told(rows, None).month == NOVEMBER
    assert told(rows, Period.month(2025, 12)).month == NOVEMBER
    assert told(shopping(until=date(2025, 11, 20)), NOVEMBER).month == Period.month(2025, 10)
    assert digest_of(context_of([], TODAY)) is None
    assert digest_of(context_of([expense(1, date(2025, 12, 2), minor=5, payee="A")], TODAY)) is None


@pytest.mark.parametrize(("month", "first"), [(1, None), (2, date(2025, 1, 1)), (5, date(2025, 2, 1))])
def test_only_months_the_vault_knows_are_compared_with(month: int, first: date | None) -> None:
    digest = told(shopping(), Period.month(2025, month))
    assert (digest.usual.first if digest.usual else None) == first
    plan = lines(digest, DigestKind.SPENT)[0].result.plan
    assert plan.intent is (Intent.TOTAL if first is None else Intent.COMPARE)
    assert lines(digest, DigestKind.YEAR) == []


def test_the_same_month_a_year_before_is_told_where_it_is_known() -> None:
    rows = [*shopping(), expense(1, date(2024, 11, 2), minor=7_000, payee="Green Grocer")]
    (line,) = lines(told(rows), DigestKind.YEAR)
    assert line.result.plan.other_period == Period.month(2024, 11)


def test_a_month_between_an_old_file_and_the_others_is_not_compared_with() -> None:
    rows = [*shopping(), expense(1, date(2022, 3, 2), minor=7_000, payee="Green Grocer")]
    assert lines(told(rows), DigestKind.YEAR) == []
