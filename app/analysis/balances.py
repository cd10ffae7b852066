"""Balances: of accounts on a day, from the balances banks stated and the rows since; net worth is their sum."""

from collections.abc import Mapping
from datetime import date

from app.analysis.plan_context import PlanContext
from app.domain.money import Money
from app.domain.plan import Plan
from app.domain.result import Result, ResultRow, Value, ValueKind
from app.domain.selection import BalanceAnchor


def balances_on(day: date, context: PlanContext) -> dict[tuple[int, str], int]:
    """The balance of each account and currency at the end of a day, in minor units.

    A stated balance holds at the end of its day; rows booked after it are added, rows booked between an earlier day and
    it are taken off. Without a stated balance the rows alone are summed.
    """
    sums = context.booked_sums(day)
    anchors = {(each.account_id, each.currency): each for each in context.anchors}
    at_anchor = {each.on: context.booked_sums(date.fromisoformat(each.on)) for each in anchors.values()}
    keys = dict.fromkeys([*sums, *anchors])
    return {key: _balance(key, anchors.get(key), sums=sums, at_anchor=at_anchor) for key in keys}


def compute_balance(plan: Plan, context: PlanContext) -> Result:
    """The balance on the period's last day, today where the plan names none; of all accounts unless some are named."""
    day = min(plan.period.last, context.today) if plan.period else context.today
    wanted = plan.where.account_ids
    found = {
        key: minor
        for key, minor in balances_on(day, context).items()
        if (not wanted or key[0] in wanted) and key[0] not in plan.without.account_ids
    }
    code = _main_currency(plan, context, codes=tuple(key[1] for key in found))
    rows = tuple(
        ResultRow(label=context.accounts.get(key[0], str(key[0])), money=Money.of(minor, key[1]), on=day)
        for key, minor in sorted(found.items())
    )
    whole = sum(minor for key, minor in found.items() if key[1] == code)
    others = sorted({key[1] for key in found} - {code})
    return Result(
        plan=plan,
        value=Value(kind=ValueKind.MONEY, money=Money.of(whole, code)),
        rows=rows,
        others=tuple(_of_currency(other, found) for other in others),
        notes=(() if found else ("nothing_found",)) + (("mixed_currencies",) if others else ()),
        facts=(("day", day.isoformat()),),
    )


def _balance(
    key: tuple[int, str],
    anchor: BalanceAnchor | None,
    *,
    sums: Mapping[tuple[int, str], int],
    at_anchor: Mapping[str, Mapping[tuple[int, str], int]],
) -> int:
    booked = sums.get(key, 0)
    if anchor is None:
        return booked
    return anchor.amount + booked - at_anchor[anchor.on].get(key, 0)


def _main_currency(plan: Plan, context: PlanContext, *, codes: tuple[str, ...]) -> str:
    wanted = plan.currency or context.currency
    return wanted if wanted in codes or not codes else codes[0]


def _of_currency(code: str, found: Mapping[tuple[int, str], int]) -> ResultRow:
    return ResultRow(label=code, money=Money.of(sum(minor for key, minor in found.items() if key[1] == code), code))
