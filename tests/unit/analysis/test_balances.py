"""Balances: from a stated one, forwards and backwards, and from the rows alone where none is stated."""

from datetime import date

from app.analysis.balances import balances_on, compute_balance
from app.analysis.plan_context import PlanContext
from app.domain.period import Period
from app.domain.plan import Filter, Intent, Plan
from app.domain.selection import BalanceAnchor

BOOKED = [
    (1, "USD", date(2025, 1, 5), 100),
    (1, "USD", date(2025, 2, 5), 40),
    (2, "USD", date(2025, 2, 7), -30),
    (3, "EUR", date(2025, 1, 1), 7),
]


def context(*anchors: BalanceAnchor) -> PlanContext:
    def sums(day: date) -> dict[tuple[int, str], int]:
        found: dict[tuple[int, str], int] = {}
        for account, code, on, amount in BOOKED:
            if on <= day:
                found[account, code] = found.get((account, code), 0) + amount
        return found

    return PlanContext(
        fetch=lambda _: (),
        booked_sums=sums,
        anchors=anchors,
        categories=(),
        accounts={1: "Everyday", 2: "Card", 3: "Konto"},
        spent_from=frozenset({1, 3}),
        currency="USD",
        today=date(2025, 3, 1),
        span=Period(date(2025, 1, 1), date(2025, 2, 7)),
    )


ANCHOR = BalanceAnchor(account_id=1, currency="USD", on="2025-01-31", amount=1000)


def test_rows_after_a_stated_balance_are_added_and_before_it_taken_off() -> None:
    assert balances_on(date(2025, 3, 1), context(ANCHOR))[1, "USD"] == 1040
    assert balances_on(date(2025, 1, 31), context(ANCHOR))[1, "USD"] == 1000
    assert balances_on(date(2025, 1, 4), context(ANCHOR))[1, "USD"] == 900


def test_without_a_stated_balance_the_rows_are_summed() -> None:
    assert balances_on(date(2025, 3, 1), context())[2, "USD"] == -30


def test_net_worth_keeps_currencies_apart() -> None:
    result = compute_balance(Plan(intent=Intent.BALANCE), context(ANCHOR))
    assert result.value is not None
    assert result.value.money is not None
    assert result.value.money.decimal() == "10.10"
    assert [(row.label, row.money.decimal() if row.money else "") for row in result.others] == [("EUR", "0.07")]
    assert "mixed_currencies" in result.notes


def test_one_account_on_a_past_day() -> None:
    day = Period(date(2025, 1, 4), date(2025, 1, 4))
    result = compute_balance(Plan(intent=Intent.BALANCE, where=Filter(account_ids=(1,)), period=day), context(ANCHOR))
    assert result.value is not None
    assert result.value.money is not None
    assert result.value.money.minor == 900
    assert result.rows[0].label == "Everyday"
