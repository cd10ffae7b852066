"""Printed rows made statements: dates, signs and balances proved together, one statement an account."""

import hashlib
from collections.abc import Sequence
from contextlib import suppress
from datetime import date

from app.domain.account import AccountHint, AccountKind
from app.domain.currency import currency as currency_of
from app.domain.errors import StatementRefusedError
from app.domain.statement import Balance, Decision, Reading, Statement, StatementFile, StatementRow
from app.domain.statement_kinds import ProofState, StatementFormat
from app.statements.balance_proof import prove
from app.statements.fields import PrintedAmount
from app.statements.pdf_amounts import minor_in, prove_decimal, roles_in
from app.statements.pdf_balance_signs import stated_minor
from app.statements.pdf_blocks import taken_apart
from app.statements.pdf_currency_columns import tell_currency_columns, with_one_currency
from app.statements.pdf_dates import DateClues, read_dates
from app.statements.pdf_day_headings import DayHeadings, like_days, with_days
from app.statements.pdf_doubtful import tell_doubtful
from app.statements.pdf_ends import tell_rowless, with_ends
from app.statements.pdf_entries import Document, Entry, Group
from app.statements.pdf_facts import DocumentFacts, document_facts, is_certificate
from app.statements.pdf_groups import groups_of
from app.statements.pdf_gutters import parted_at_gutter
from app.statements.pdf_lines import ScannedLine, scan, side_by_side
from app.statements.pdf_right_to_left import in_reading_order
from app.statements.pdf_rows import PrintedTable, read_printed
from app.statements.pdf_sign_column import with_signs
from app.statements.pdf_totals import named_rows
from app.statements.pdf_unread import tell_unread
from app.statements.pdf_words import PageLine
from app.statements.reader import ReadOptions
from app.statements.table_findings import Findings
from app.statements.table_layout import is_day_first_language
from app.statements.table_words import Role

_MOST_TITLES = 3
_OTHER_DOLLARS = frozenset({"USD", "CAD", "PHP"})


def read_lines(
    lines: Sequence[PageLine], file_name: str, *, made_on: date | None, options: ReadOptions
) -> StatementFile:
    """Read a document's lines; raises StatementRefusedError where they hold no transactions.

    Two tables beside each other are read only where their balances prove that they were taken apart right.
    """
    scanned = _scanned(lines)
    beside = side_by_side(scanned)
    if beside is None:
        return _read(with_days(scanned), file_name, made_on=made_on, options=options)
    parted = parted_at_gutter(scanned)
    if parted is not None and side_by_side(again := with_signs(scan(parted))) is None:
        with suppress(StatementRefusedError):
            file = _read(with_days(again), file_name, made_on=made_on, options=options)
            if all(one.proof.state is ProofState.PROVED for one in file.statements):
                return file
    message = "Two tables of transactions stand side by side on its pages, which Coffer can't take apart."
    raise StatementRefusedError(message, "Download it as CSV or OFX.", file=file_name, line=beside)


def _read(days: DayHeadings, file_name: str, *, made_on: date | None, options: ReadOptions) -> StatementFile:
    """The statements that scanned lines hold."""
    scanned = days.lines
    table = read_printed(scanned)
    if not any(row.money for row in table.rows):
        raise _rowless(scanned, file_name)
    document = _document(table, file_name, made_on=made_on, options=options)
    groups = groups_of(document)
    every = read_printed(scanned, wide=True) if not _are_proved(groups) else table
    if len(every.rows) > len(table.rows):
        wider = _document(every, file_name, made_on=made_on, options=options)
        if _are_proved(more := groups_of(wider)):
            table, document, groups = every, wider, more
    if not groups or _is_one_day(groups) or (not _are_proved(groups) and is_certificate(table.others)):
        raise _rowless(scanned, file_name)
    decisions = (*document.dates.decisions, *_sign_question(document, groups))
    _tell_undated(document, days)
    _tell(document, groups, scanned=scanned)
    return StatementFile(
        format=StatementFormat.PDF,
        reading=Reading(
            decimal=document.convention.decimal,
            date_order=str(document.dates.convention.order),
            sign=str(groups[0].signs.rows.convention),
        ),
        statements=tuple(_statement(document, group) for group in groups),
        findings=document.findings.all(),
        decisions=decisions,
        layout=_layout(table),
    )


def _are_proved(groups: Sequence[Group]) -> bool:
    return bool(groups) and all(group.signs.proved and not group.left_out for group in groups)


def _document(table: PrintedTable, file_name: str, *, made_on: date | None, options: ReadOptions) -> Document:
    """What holds for the whole document, of its facts, dates and amounts."""
    facts = document_facts(table, options.default_currency, file_name=file_name)
    one = with_one_currency(table, facts.own_currency)
    if one is not table:
        table, facts = one, document_facts(one, options.default_currency, file_name=file_name)
    layout = _layout(table)
    clues = DateClues(made_on, _writes_day_first(table, facts), layout)
    dates = read_dates([row for row in table.rows if row.dated], table.others, clues=clues, options=options)
    digits = currency_of(facts.currency).digits
    convention = prove_decimal(table, digits)
    roles = {part.rows[0].part: roles_in(part, convention, digits=digits) for part in table.parts}
    return Document(
        table,
        facts,
        convention,
        dates,
        Findings(),
        options.choice("sign", layout),
        {part.rows[0].part: part.header for part in table.parts if part.header},
        roles,
        named_rows(
            table.parts, roles, figure=lambda row, place: minor_in(row, place, convention=convention, digits=digits)
        ),
    )


def _scanned(lines: Sequence[PageLine]) -> Sequence[ScannedLine]:
    """All lines with their dates and amounts."""
    scanned = scan(in_reading_order(lines))
    apart = taken_apart(scanned)
    if apart is not None:
        scanned = scan(apart)
    return with_signs(scanned)


def _tell_undated(document: Document, days: DayHeadings) -> None:
    """Headings of days that can't be read: for sure, and perhaps; and first rows of a day that can't be read."""
    for one in days.rowless:
        place = f"Page {one.line.page}, line {one.line.number}"
        message = f"{place}: this line looks like a row, but its amount can't be read: “{one.text[:40]}”."
        document.findings.error("bad_amount", message, line=one.line.number, column=None)
    for one in days.unread:
        place = f"Page {one.line.page}, line {one.line.number}"
        message = f"{place}: this line looks like the heading of a day that can't be read: “{one.text[:40]}”."
        document.findings.error("bad_date", message, line=one.line.number, column=None)
    for one in like_days(days.lines):
        place = f"Page {one.line.page}, line {one.line.number}"
        message = f"{place}: “{one.text[:40]}” may be the day of the rows below it."
        document.findings.warn("doubtful_line", message, line=one.line.number)


def _rowless(lines: Sequence[ScannedLine], file_name: str) -> StatementRefusedError:
    return StatementRefusedError(
        "No line of this PDF holds a date and an amount that stand in columns.",
        "Choose the statement with the transactions, or download it as CSV or OFX.",
        file=file_name,
        line=lines[0].line.number if lines else 1,
    )


def _is_one_day(groups: Sequence[Group]) -> bool:
    """Whether one printed date is all there is for several amounts that no balance proves, as on an invoice."""
    entries = [entry for group in groups for entry in group.entries]
    dated = sum(1 for entry in entries if entry.row.dated)
    return dated <= 1 and len(entries) > 2 and not any(group.signs.proved for group in groups)


def _layout(table: PrintedTable) -> str:
    names = [part.header.name if part.header else "|".join(column.name for column in part.columns)
             for part in table.parts]  # fmt: skip
    return hashlib.sha256("\n".join(dict.fromkeys(names)).encode()).hexdigest()[:16]


def _writes_day_first(table: PrintedTable, facts: DocumentFacts) -> bool:
    names = [column.text for part in table.parts if part.header for column in part.header.columns]
    abroad = facts.stated and facts.currency not in _OTHER_DOLLARS
    return bool(facts.facts.iban) or abroad or is_day_first_language(names)


def _sign_question(document: Document, groups: Sequence[Group]) -> tuple[Decision, ...]:
    if document.choice or not any(group.signs.doubtful for group in groups):
        return ()
    group = next(group for group in groups if group.signs.doubtful)
    texts = [" ".join(entry.row.texts)[:50] for entry in group.entries[:3]]
    figures = [next(iter(entry.row.money.values())) for entry in group.entries[:3]]
    into = tuple(f"{text}: +{figure}" for text, figure in zip(texts, figures, strict=True))
    out = tuple(f"{text}: -{figure}" for text, figure in zip(texts, figures, strict=True))
    return (Decision(question="sign", choices=("as_printed", "inverted"), examples=(into, out)),)


def _tell(document: Document, groups: Sequence[Group], *, scanned: Sequence[ScannedLine]) -> None:
    dates, period = document.dates, document.dates.period
    if dates.reason:
        document.findings.info("date_order_chosen", f"Dates are read day first: {dates.reason}.")
    if document.facts.by_country:
        code = document.facts.currency
        message = f"No currency stands beside the amounts; {code} was taken, the money of the country that is named."
        document.findings.info("currency_by_country", message)
    yearless = any(entry.row.dates[0].whole is None for group in groups for entry in group.entries)
    if yearless and period is not None:
        span = f"{period.start.isoformat()} to {period.end.isoformat()}"
        told = document.findings.warn if period.said == "document" else document.findings.info
        told("years_from_period", f"The rows print no year; it is taken from the {period.said}, {span}.")
    left = sum(group.left_out for group in groups)
    if left:
        many = left > sum(len(group.entries) for group in groups)
        own = any(group.left_balances for group in groups)
        told = document.findings.warn if many or own else document.findings.info
        told("table_left_out", f"{left} dated lines of another table are left out: without them the balances close.")
    _tell_left(document)
    tell_currency_columns(document.table, document.facts.own_currency, findings=document.findings)
    reason = groups[0].signs.rows.reason
    if reason:
        turned = not document.facts.card and groups[0].signs.rows.balance_factor < 0
        told = document.findings.warn if turned else document.findings.info
        told("sign_turned", f"Amounts are read with their direction: {reason}.")
    tell_doubtful(document, groups, scanned=scanned)
    tell_rowless(document, groups)
    tell_unread(document, groups, scanned=scanned)


def _tell_left(document: Document) -> None:
    """The tables left out: those that can't be of transactions, and those that may be."""
    for doubtful in (False, True):
        tables = [table for table in document.table.left if table.is_doubtful is doubtful]
        if not tables:
            continue
        titles = ", ".join(f"“{title}”" for title in dict.fromkeys(table.title[:40] for table in tables[:_MOST_TITLES]))
        what = "that may hold transactions" if doubtful else "without transactions"
        message = f"{sum(table.count for table in tables)} lines of tables {what} are left out: {titles}."
        told = document.findings.warn if doubtful else document.findings.info
        told("table_left_out", message, line=tables[0].line)


def _statement(document: Document, group: Group) -> Statement:
    signs = group.signs
    rows = tuple(
        _row(document, entry, amount=amount, balance=balance)
        for entry, amount, balance in zip(group.entries, signs.rows.amounts, signs.rows.balances, strict=True)
    )
    opening = _balance(group.stated.opening, signs.opening, factor=signs.rows.balance_factor)
    closing = _balance(group.stated.closing, signs.closing, factor=signs.rows.balance_factor)
    if not signs.proved and all(group.stated.named):
        opening = _balance(group.stated.opening, 0, factor=signs.rows.balance_factor)
        closing = _balance(group.stated.closing, 0, factor=signs.rows.balance_factor)
    facts = document.facts.facts
    span = group.span
    is_iban = span.number[:2].isalpha()
    number = "" if is_iban else span.number or ("" if span.name else facts.number)
    statement = Statement(
        account=AccountHint(
            number=number,
            iban=span.number if is_iban else facts.iban if not span.key else "",
            name="" if span.number else span.name,
            kind=AccountKind.CARD if document.facts.card else None,
        ),
        currency=span.currency or document.facts.currency,
        rows=rows,
        proof=prove(rows, opening, closing=closing),
        opening=opening,
        closing=closing,
        currency_stated=document.facts.stated or bool(span.currency),
    )
    return with_ends(statement, document, group=group)


def _balance(figures: Sequence[PrintedAmount], place: int | None, *, factor: int) -> Balance | None:
    return None if place is None else Balance(amount=stated_minor(figures[place], factor))


def _row(document: Document, entry: Entry, *, amount: int, balance: int | None) -> StatementRow:
    row = entry.row
    header = document.headers.get(row.part)
    roles = header.roles_of_dates(row.dates) if header is not None else []
    if document.facts.card and roles == [Role.BOOKED, Role.BOOKED]:
        roles = [Role.MADE, Role.BOOKED]
    days = [document.dates.day(printed_date) for printed_date in row.dates]
    late = document.dates.day(row.late) if row.late is not None else None
    booked = next((d for role, d in zip(roles, days, strict=False) if role is Role.BOOKED and d), late) or entry.day
    made = next((d for role, d in zip(roles, days, strict=False) if role is Role.MADE and d), None)
    value = next((d for role, d in zip(roles, days, strict=False) if role is Role.VALUE and d), None)
    texts = [" ".join(text.split()) for text in row.texts]
    return StatementRow(
        line=row.number,
        booked_on=booked,
        made_on=made,
        value_on=value if len(days) > 1 else None,
        amount=amount,
        printed_payee=texts[0] if texts else "",
        memo=" ".join(texts[1:]),
        running_balance=balance,
    )
