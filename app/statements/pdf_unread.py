"""What of a printed document's rows was not read: each line is told, so that no row goes or changes without a word."""

from collections.abc import Iterator, Sequence

from app.statements.pdf_amounts import MoneyRoles, printed
from app.statements.pdf_doubts import Doubt, doubts_in
from app.statements.pdf_entries import Document, Group, is_balance_row
from app.statements.pdf_lines import ScannedLine
from app.statements.pdf_row_builder import Part, PrintedRow


def tell_unread(document: Document, groups: Sequence[Group], *, scanned: Sequence[ScannedLine]) -> None:
    """One finding for each line of the tables read that looks like a row and can't be read as one."""
    used = {entry.row.part for group in groups for entry in group.entries}
    taken = {entry.row.number for group in groups for entry in group.entries}
    lines = {one.line.number: one for one in scanned}
    for part in document.table.parts:
        roles = document.roles.get(part.rows[0].part) if part.rows else None
        if roles is None or part.rows[0].part not in used:
            continue
        told: set[int] = set()
        doubts = (
            *_doubts(document, part, roles=roles, lines=lines),
            *_undated([row for row in part.rows if row.number in taken], lines, part=part),
        )
        for doubt in (*_unread_rows(document, part, roles=roles), *doubts):
            if doubt.line not in told:
                told.add(doubt.line)
                _tell(document, doubt)


def _doubts(document: Document, part: Part, *, roles: MoneyRoles, lines: dict[int, ScannedLine]) -> Iterator[Doubt]:
    balances = () if roles.balance is None else (roles.balance,)
    return doubts_in(part, lines, columns=(roles.sources, balances), beside=document.table.rows)


def _undated(rows: Sequence[PrintedRow], lines: dict[int, ScannedLine], *, part: Part) -> Iterator[Doubt]:
    """Rows without a date where dates stand among the words, and something stands in their place."""
    days = [row.dates[0] for row in rows if row.dated and row.dates[0].end]
    if not days or 2 * sum(1 for day in days if day.first) <= len(days):
        return
    left, right = min(day.left for day in days), max(day.right for day in days)
    for row in rows:
        words = lines[row.number].line.words if not row.dated and row.number in lines else ()
        held = [word.text for word in words if word.left < right and word.right > left]
        if held:
            yield Doubt(row.number, row.page, "date", " ".join(held), _day_name(part, row))


def _tell(document: Document, doubt: Doubt) -> None:
    message = (
        f"Page {doubt.page}, line {doubt.line}: this line looks like a row, "
        f"but its {doubt.what} can't be read: “{doubt.text[:40]}”."
    )
    document.findings.error(f"bad_{doubt.what}", message, line=doubt.line, column=doubt.column or None)


def _unread_rows(document: Document, part: Part, *, roles: MoneyRoles) -> Iterator[Doubt]:
    """Rows whose date is no day, or whose amount or balance stands in another way of writing than all others."""
    places = [*roles.sources, *(() if roles.balance is None else (roles.balance,))]
    for row in part.rows:
        bad = next((place for place in places if _is_unread(document, row.money.get(place, ""))), None)
        bad = _stray(document, part, row=row, roles=roles) if bad is None else bad
        if bad is not None:
            yield Doubt(row.number, row.page, "amount", row.money[bad], part.columns[bad].name)
        elif row.dated and _is_paid(document, row, roles=roles) and document.dates.day(row.dates[0]) is None:
            yield Doubt(row.number, row.page, "date", row.dates[0].text, _day_name(part, row))


def _is_paid(document: Document, row: PrintedRow, *, roles: MoneyRoles) -> bool:
    return not is_balance_row(document, row) and any(place in row.money for place in roles.sources)


def _stray(document: Document, part: Part, *, row: PrintedRow, roles: MoneyRoles) -> int | None:
    """The column of a row's only amount where no word names it and the other rows have theirs elsewhere."""
    known = {*roles.sources, roles.balance}
    if not row.dated or any(place in row.money for place in roles.sources) or is_balance_row(document, row):
        return None
    return next((place for place in row.money if place not in known and part.columns[place].role is None), None)


def _is_unread(document: Document, text: str) -> bool:
    return bool(text) and printed(text, document.convention, digits=document.digits) is None


def _day_name(part: Part, row: PrintedRow) -> str:
    words = part.header.date_columns() if part.header is not None else []
    day = row.dates[0]
    return next((word.text for _, word in words if word.left < day.right and word.right > day.left), "")
