"""Transfers of an account: what was moved there is not what was taken back, and the answer says which way it counts."""

from dataclasses import replace
from datetime import date

import pytest

from app.analysis.plan_context import PlanContext
from app.analysis.run_plan import run_plan
from app.analysis.transfer_direction import OUT_OF
from app.domain.counted import CountedRow
from app.domain.period import Period
from app.domain.plan import Filter, Flow, Intent, Plan
from app.domain.selection import Selection
from app.domain.transaction import TransactionKind
from tests.helpers.digest_rows import context_of

CHECKING, SAVINGS = 1, 2


def _moved(month: int, minor: int, *, first: int) -> list[CountedRow]:
    """Both legs of a transfer to savings; a negative one was taken back."""
    return [
        CountedRow(first + at, date(2025, month, 3), sign * minor, "USD", "Savings", "Transfers", account, TransactionKind.TRANSFER)
        for at, (sign, account) in enumerate(((-1, CHECKING), (1, SAVINGS)))
    ]  # fmt: skip


ROWS = [*_moved(1, 20000, first=1), *_moved(2, 20000, first=3), *_moved(3, -50000, first=5), *_moved(4, 20000, first=7)]


def _context() -> PlanContext:
    whole = context_of(ROWS, date(2025, 5, 1))

    def fetch(selection: Selection) -> list[CountedRow]:
        ids = selection.where.account_ids
        return [row for row in whole.fetch(selection) if not ids or row.account_id in ids]

    return replace(whole, fetch=fetch)


@pytest.mark.parametrize(
    ("account", "month", "minor", "out_of"),
    [
        (SAVINGS, None, 60000, False),
        (SAVINGS, 3, 0, False),
        (SAVINGS, 4, 20000, False),
        (CHECKING, None, 60000, True),
        (None, None, 110000, False),
    ],
)
def test_only_the_legs_of_the_usual_way_are_counted(
    account: int | None, month: int | None, minor: int, *, out_of: bool
) -> None:
    where = Filter(account_ids=(account,) if account else ())
    period = Period.month(2025, month) if month else None
    result = run_plan(Plan(intent=Intent.TOTAL, flow=Flow.TRANSFERS, where=where, period=period), _context())
    assert result.value is not None
    assert result.value.money is not None
    assert result.value.money.minor == minor
    assert (OUT_OF in result.facts) is out_of


@pytest.mark.parametrize(("account", "minor", "out_of"), [(SAVINGS, 50000, True), (CHECKING, 50000, False)])
def test_the_other_way_is_what_was_taken_back(account: int, minor: int, *, out_of: bool) -> None:
    plan = Plan(intent=Intent.TOTAL, flow=Flow.TRANSFERS, where=Filter(account_ids=(account,)), backwards=True)
    result = run_plan(plan, _context())
    assert result.value is not None
    assert result.value.money is not None
    assert result.value.money.minor == minor
    assert (OUT_OF in result.facts) is out_of


def test_a_list_holds_the_same_legs() -> None:
    listed = run_plan(
        Plan(intent=Intent.LIST, flow=Flow.TRANSFERS, where=Filter(account_ids=(SAVINGS,))), _context()
    )
    assert [row.on for row in listed.rows] == [date(2025, 4, 3), date(2025, 2, 3), date(2025, 1, 3)]
