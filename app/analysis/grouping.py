"""Grouping: rows by payee, category, account or calendar span."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.analysis.flows import events, total
from app.domain.counted import CountedRow
from app.domain.period import Period
from app.domain.plan import Flow, GroupBy

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
IN_TIME = frozenset({GroupBy.DAY, GroupBy.WEEK, GroupBy.MONTH, GroupBy.QUARTER, GroupBy.YEAR})
_MOST_EMPTY = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Rows that belong together; `minor` is their total in the flow's sense, `count` its events."""

    label: str
    minor: int
    count: int
    evidence: tuple[int, ...]
    last: date | None = None
    """The last day of the group's calendar span, where it is one."""


def grouped(
    rows: Sequence[CountedRow],
    flow: Flow,
    *,
    group_by: GroupBy,
    accounts: Mapping[int, str],
    period: Period | None = None,
) -> list[Group]:
    """Groups of rows; spans of time in order, with empty ones where a period is given, others largest first."""
    members: dict[str, list[CountedRow]] = defaultdict(list)
    label_of = _labeller(group_by, accounts)
    if group_by in IN_TIME and period is not None and period.days <= _MOST_EMPTY * 31:
        for day in _starts(period, group_by):
            members[_day_label(day, group_by)] = []
    for row in rows:
        members[label_of(row)].append(row)
    groups = [_group(label, inside, flow=flow, group_by=group_by) for label, inside in members.items()]
    if group_by in IN_TIME:
        return sorted(groups, key=lambda group: group.label)
    if group_by is GroupBy.WEEKDAY:
        return sorted(groups, key=lambda group: _WEEKDAYS.index(group.label))
    return sorted(groups, key=lambda group: (-group.minor, group.label))


def span_end(label: str, group_by: GroupBy) -> date | None:
    """The last day of the calendar span a label names; None for groups that are no span."""
    if group_by is GroupBy.DAY:
        return date.fromisoformat(label)
    if group_by is GroupBy.WEEK:
        return date.fromisocalendar(int(label[:4]), int(label[6:]), 7)
    if group_by is GroupBy.MONTH:
        return Period.month(int(label[:4]), int(label[5:])).last
    if group_by is GroupBy.QUARTER:
        return Period.quarter(int(label[:4]), int(label[6:])).last
    return Period.year(int(label)).last if group_by is GroupBy.YEAR else None


def spans_in(period: Period, group_by: GroupBy) -> int:
    """How many calendar spans of the kind the period touches; weekdays and names count as one."""
    return len(set(_starts(period, group_by))) if group_by in IN_TIME else 1


def _group(label: str, inside: list[CountedRow], *, flow: Flow, group_by: GroupBy) -> Group:
    return Group(
        label=label,
        minor=total(inside, flow),
        count=len(events(inside, flow)),
        evidence=tuple(row.id for row in inside),
        last=span_end(label, group_by),
    )


def _labeller(group_by: GroupBy, accounts: Mapping[int, str]) -> Callable[[CountedRow], str]:
    if group_by is GroupBy.PAYEE:
        return lambda row: row.payee
    if group_by is GroupBy.CATEGORY:
        return lambda row: row.category
    if group_by is GroupBy.ACCOUNT:
        return lambda row: accounts.get(row.account_id, str(row.account_id))
    return lambda row: _day_label(row.on, group_by)


def _day_label(day: date, group_by: GroupBy) -> str:
    if group_by is GroupBy.WEEKDAY:
        return _WEEKDAYS[day.weekday()]
    if group_by is GroupBy.WEEK:
        year, week, _ = day.isocalendar()
        return f"{year:04d}-W{week:02d}"
    if group_by is GroupBy.MONTH:
        return f"{day.year:04d}-{day.month:02d}"
    if group_by is GroupBy.QUARTER:
        return f"{day.year:04d}-Q{(day.month + 2) // 3}"
    return f"{day.year:04d}" if group_by is GroupBy.YEAR else day.isoformat()


def _starts(period: Period, group_by: GroupBy) -> list[date]:
    starts, day = [], period.first
    while day <= period.last:
        starts.append(day)
        end = span_end(_day_label(day, group_by), group_by)
        if end is None or end >= date.max:
            break
        day = end + timedelta(days=1)
    return starts
