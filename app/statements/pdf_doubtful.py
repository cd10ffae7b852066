"""Lines taken as rows, or left out, by their words alone: they are told where no balance proves how they were taken."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import groupby

from app.domain.statement_kinds import SignConvention
from app.statements.fields import Mark
from app.statements.pdf_balances import balance_label, is_balance_text
from app.statements.pdf_columns import standing
from app.statements.pdf_date_forms import oddly_dated
from app.statements.pdf_entries import Document, Entry, Group
from app.statements.pdf_lines import ScannedLine
from app.statements.pdf_row_builder import PrintedRow
from app.statements.pdf_signs import BY_BALANCE
from app.statements.pdf_totals import NamedRow
from app.statements.table_flags import is_total
from app.statements.table_words import folded

_TELLING = 2
_OUTSIDE = timedelta(days=100)
"""Rows may be booked long before or after the days a statement is of, but not by a third of a year."""


def tell_doubtful(document: Document, groups: Sequence[Group], *, scanned: Sequence[ScannedLine]) -> None:
    """A finding for each row that may be a total, and for each line with an amount that may be a row.

    Where the balances close, they prove that each such line was taken as what it is.
    """
    for group in groups:
        ends = group.signs.opening is not None and group.signs.closing is not None
        totals = {_words(row) for row in group.aside if row.texts}
        for entry in group.entries:
            sure = group.signs.proved and (ends or entry.money.balance is not None) and _words(entry.row) not in totals
            if not sure and _may_be_total(document, entry):
                _warn(document, entry.row, what="is read as a transaction, but may be a total or a balance")
        if not group.signs.proved:
            _tell_aside(document, group)
        if group.signs.opening is None:
            _tell_first(document, group)
    _tell_outside(document, groups)
    if not all(group.signs.proved for group in groups):
        _tell_strays(document)
    lines = {one.line.number: one for one in scanned}
    taken = {entry.row.number for group in groups for entry in group.entries}
    for part in document.table.parts:
        for row, text in oddly_dated([row for row in part.rows if row.number in taken], lines):
            _warn(document, row, what=f"has a date written otherwise than those of the other rows, “{text[:40]}”")
        held = [row for row in part.rows if row.number in taken and row.dated]
        if 2 * sum(1 for row in held if row.late is not None) > len(held):
            for row in held:
                if row.late is None:
                    _warn(document, row, what="prints no day of booking that can be read, as the other rows do")


def _tell_strays(document: Document) -> None:
    """Lines outside the rows that hold a date and an amount in a column of theirs, where nothing proves them none."""
    columns = {
        (round(column.left), round(column.right)): column
        for part in document.table.parts
        if (roles := document.roles.get(part.rows[0].part) if part.rows else None) is not None
        for column in (part.columns[place] for place in roles.sources)
    }
    for one in document.table.others:
        held = one.dates and any(column.holds(money) for column in columns.values() for money in standing(one))
        if held and not (is_balance_text(one.text) or balance_label(one.text) or is_total(one.text)):
            place = f"Page {one.line.page}, line {one.line.number}"
            message = f"{place}: “{one.text[:40]}” has a date and an amount and is left out."
            document.findings.warn("doubtful_line", message, line=one.line.number)


def _tell_outside(document: Document, groups: Sequence[Group]) -> None:
    """The days that lie far outside of the days that the statement says it is of."""
    period = document.dates.period
    if period is None or period.said != "period":
        return
    first, last = period.start - _OUTSIDE, period.end + _OUTSIDE
    outside = [entry for group in groups for entry in group.entries if not first <= entry.day <= last]
    if outside:
        message = (
            f"{len(outside)} days lie far outside of the period {period.start.isoformat()} to "
            f"{period.end.isoformat()}, the first is {outside[0].day.isoformat()}."
        )
        document.findings.warn("days_outside_period", message, line=outside[0].row.number)


def _tell_first(document: Document, group: Group) -> None:
    """The oldest row, before which no balance stands, where nothing else says which way it went."""
    amounts, balances = group.signs.rows.amounts, group.signs.rows.balances
    if len(amounts) < 2 or None in balances[:2]:
        return
    is_forward = (balances[1] or 0) - (balances[0] or 0) == amounts[1]
    entry = group.entries[0 if is_forward else -1]
    rows = group.signs.rows
    open_ = rows.reason == BY_BALANCE or (
        rows.convention is SignConvention.INVERTED and _is_alone(entry, group.entries)
    )
    by_balance = open_ and entry.money.way == 0
    if entry.money.amount.mark is Mark.NONE and (by_balance or _is_signed_elsewhere(entry, group.entries)):
        _warn(document, entry.row, what="may be money in or money out: no balance stands before it")


def _is_alone(entry: Entry, entries: Sequence[Entry]) -> bool:
    """Whether one other row at most has an amount without a sign, too few to say what such amounts mean."""
    return sum(one.money.amount.mark is Mark.NONE for one in entries if one is not entry) < _TELLING


def _is_signed_elsewhere(entry: Entry, entries: Sequence[Entry]) -> bool:
    """Whether its column is one of money out in which all other amounts have a minus of their own."""
    others = [one.money.amount.mark for one in entries if one is not entry and one.money.way == entry.money.way]
    return entry.money.way < 0 and bool(others) and all(mark is Mark.MINUS for mark in others)


def _words(row: PrintedRow) -> str:
    """What a line says beside its figures: where it is called as those that were taken for totals, it may be one."""
    return folded("".join(char for text in row.texts for char in text if not char.isdigit()))


def _may_be_total(document: Document, entry: Entry) -> bool:
    named = document.named.get(entry.row.number)
    return named is not None and not named.is_transaction


def _tell_aside(document: Document, group: Group) -> None:
    ends = _ends(group.entries)
    for row in group.aside:
        named = document.named.get(row.number)
        first, last = ends.get((row.part, row.page), (row.number, row.number))
        is_end = not first < row.number < last
        if named is None:
            both = "has money out and money in and is left out"
            _warn(document, row, what=both if row.dated else "has an amount and no date and is left out")
        elif named.is_sum or named.is_head or (is_end and (named.kind != "total" or not row.dated)):
            _count(document, row, named=named)
        else:
            _warn(document, row, what="reads like a total or a balance and is left out, though nothing proves it")


def _ends(entries: Sequence[Entry]) -> dict[tuple[int, int], tuple[int, int]]:
    """Part and page -> the first and the last line of a row there: totals and balances stand outside of them."""
    ends = {}
    for place, held in groupby(entries, key=lambda entry: (entry.row.part, entry.row.page)):
        lines = [entry.row.number for entry in held]
        ends[place] = (lines[0], lines[-1])
    return ends


def _count(document: Document, row: PrintedRow, *, named: NamedRow) -> None:
    if not row.dated:
        return
    if named.kind == "total":
        document.findings.count("total_line", "totals and left out", line=row.number)
    else:
        document.findings.count("balance_line", "balances and no transactions", line=row.number)


def _warn(document: Document, row: PrintedRow, *, what: str) -> None:
    text = " ".join(row.texts)[:40]
    message = f"Page {row.page}, line {row.number}: “{text}” {what}."
    document.findings.warn("doubtful_line", message, line=row.number)
