"""Printed rows made statements: dates, signs and balances proved together, one statement an account."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.account import AccountHint, AccountKind
from app.domain.currency import currency as currency_of
from app.domain.errors import StatementRefusedError
from app.domain.statement import Balance, Decision, Reading, Statement, StatementFile, StatementRow
from app.domain.statement_kinds import StatementFormat
from app.statements.balance_proof import prove
from app.statements.fields import AmountConvention, PrintedAmount
from app.statements.pdf_amounts import MoneyRoles, RowMoney, balance_of, money_of, printed, prove_decimal, roles_in
from app.statements.pdf_balances import balance_label, balances_in, is_balance_text
from app.statements.pdf_dates import DateClues, DatesRead, read_dates
from app.statements.pdf_facts import DocumentFacts, account_marks, document_facts
from app.statements.pdf_headers import heading_way
from app.statements.pdf_lines import ScannedLine, scan
from app.statements.pdf_rows import PrintedRow, PrintedTable, read_printed
from app.statements.pdf_signs import SignChoice, SignedRow, Stated, choose_signs, stated_minor
from app.statements.pdf_words import PageLine
from app.statements.reader import ReadOptions
from app.statements.table_findings import Findings
from app.statements.table_flags import is_total
from app.statements.table_layout import is_day_first_language
from app.statements.table_words import Role

_OTHER_DOLLARS = frozenset({"USD", "CAD", "PHP"})


@dataclass(frozen=True, slots=True)
class _Entry:
    """A row with its money and day."""

    row: PrintedRow
    money: RowMoney
    day: date


@dataclass(frozen=True, slots=True)
class _Document:
    """All that holds for the whole document."""

    table: PrintedTable
    facts: DocumentFacts
    convention: AmountConvention
    dates: DatesRead
    findings: Findings
    choice: str
    """The direction a person chose for amounts that do not say theirs."""
    date_roles: dict[int, list[Role]]
    """Part -> the roles of its date columns, left to right."""

    @property
    def digits(self) -> int:
        return currency_of(self.facts.currency).digits


@dataclass(frozen=True, slots=True)
class _Group:
    """The rows of one account with the candidates for its balances, and the signs they were given."""

    entries: tuple[_Entry, ...]
    stated: Stated
    signs: SignChoice
    number: str = ""


def read_lines(
    lines: Sequence[PageLine], file_name: str, *, made_on: date | None, options: ReadOptions
) -> StatementFile:
    """Read a document's lines; raises StatementRefusedError where they hold no transactions."""
    table = read_printed(scan(lines))
    if not any(row.money for row in table.rows):
        raise _rowless(lines, file_name)
    facts = document_facts(table, options.default_currency, file_name=file_name)
    layout = _layout(table)
    clues = DateClues(made_on, _writes_day_first(table, facts), layout)
    dates = read_dates([row for row in table.rows if row.dated], table.others, clues=clues, options=options)
    decimal = prove_decimal(table, currency_of(facts.currency).digits)
    findings = Findings()
    document = _Document(
        table,
        facts,
        decimal.conventions[0],
        dates,
        findings,
        options.choice("sign", layout),
        {part.rows[0].part: part.header.date_roles() for part in table.parts if part.header},
    )
    groups = _groups(document)
    if not groups:
        raise _rowless(lines, file_name)
    decisions = (*dates.decisions, *_sign_question(document, groups))
    _tell(document, groups)
    return StatementFile(
        format=StatementFormat.PDF,
        reading=Reading(
            decimal=document.convention.decimal,
            date_order=str(dates.convention.order),
            sign=str(groups[0].signs.rows.convention),
        ),
        statements=tuple(_statement(document, group) for group in groups),
        findings=findings.all(),
        decisions=decisions,
        layout=layout,
    )


def _rowless(lines: Sequence[PageLine], file_name: str) -> StatementRefusedError:
    return StatementRefusedError(
        "No line of this PDF holds a date and an amount that stand in columns.",
        "Choose the statement with the transactions, or download it as CSV or OFX.",
        file=file_name,
        line=lines[0].number if lines else 1,
    )


def _layout(table: PrintedTable) -> str:
    names = [part.header.name if part.header else "|".join(column.name for column in part.columns)
             for part in table.parts]  # fmt: skip
    return hashlib.sha256("\n".join(dict.fromkeys(names)).encode()).hexdigest()[:16]


def _writes_day_first(table: PrintedTable, facts: DocumentFacts) -> bool:
    names = [column.text for part in table.parts if part.header for column in part.header.columns]
    abroad = facts.stated and facts.currency not in _OTHER_DOLLARS
    return bool(facts.facts.iban) or abroad or is_day_first_language(names)


def _groups(document: _Document) -> list[_Group]:
    """One group, unless the document names several accounts and the rows close for each of them alone."""
    whole = _best(document, 0, 1 << 40, "")
    marks = account_marks(document.table.others)
    spans = _spans(marks)
    if whole is None or whole.signs.proved or len(spans) < 2:
        return [whole] if whole is not None else []
    split = [found for start, end, key in spans if (found := _best(document, start, end, key)) is not None]
    keys = {group.number for group in split}
    rows = sum(len(group.entries) for group in split)
    proved = sum(1 for group in split if group.signs.proved)
    if len(keys) > 1 and rows >= len(whole.entries) and proved * 2 >= len(split):
        return _joined_accounts(split, document)
    return [whole]


def _spans(marks: Sequence[tuple[int, str]]) -> list[tuple[int, int, str]]:
    """From each change of account to the next, in line numbers."""
    spans: list[tuple[int, int, str]] = []
    for number, key in marks:
        if spans and spans[-1][2] == key:
            continue
        if spans:
            spans[-1] = (spans[-1][0], number, spans[-1][2])
        spans.append((number if spans else 0, 1 << 40, key))
    return spans


def _joined_accounts(split: Sequence[_Group], document: _Document) -> list[_Group]:
    """An account that was named again after another one goes on."""
    if len({group.number for group in split}) == len(split):
        return list(split)
    result: dict[str, _Group] = {}
    for group in split:
        before = result.get(group.number)
        if before is None:
            result[group.number] = group
            continue
        entries = (*before.entries, *group.entries)
        stated = Stated(
            (*before.stated.opening, *group.stated.opening), (*before.stated.closing, *group.stated.closing)
        )
        signs = _choose(document, entries, stated)
        result[group.number] = _Group(entries, stated, signs, group.number)
    return list(result.values())


def _best(document: _Document, start: int, end: int, key: str) -> _Group | None:  # noqa: PLR0917
    """The rows between two lines: without and with those that print no date; the balances choose, else their number."""
    dated = _group(document, (start, end), key, undated=False)
    if not any(not row.dated for row in document.table.rows):
        return dated
    more = _group(document, (start, end), key, undated=True)
    if dated is None or more is None or dated.signs.proved:
        return dated or more
    extra = len(more.entries) - len(dated.entries)
    return more if more.signs.proved or extra * 4 >= len(dated.entries) else dated


def _group(document: _Document, span: tuple[int, int], key: str, *, undated: bool) -> _Group | None:
    entries: list[_Entry] = []
    opening: list[PrintedAmount] = []
    closing: list[PrintedAmount] = []
    for part in document.table.parts:
        roles = roles_in(part, document.convention, digits=document.digits)
        if roles is None or not roles.sources:
            continue
        for row in part.rows:
            if not span[0] <= row.number < span[1]:
                continue
            kind = _balance_kind(row, roles)
            if kind:
                figure = printed(balance_of(row, roles), document.convention, digits=document.digits)
                is_first = kind == "opening" or (kind == "balance" and not entries)
                if figure is not None:
                    (opening if is_first else closing).append(figure)
                continue
            entry = _entry(document, row, roles) if row.dated or undated else None
            if entry is not None:
                entries.append(entry)
    if not entries:
        return None
    outside = balances_in([one for one in document.table.others if span[0] <= one.line.number < span[1]])
    opening += _figures(document, [found.text for found in outside.opening])
    closing += _figures(document, [found.text for found in outside.closing])
    stated = Stated(tuple(dict.fromkeys(opening)), tuple(dict.fromkeys(closing)))
    return _Group(tuple(entries), stated, _choose(document, entries, stated), key)


def _figures(document: _Document, texts: Sequence[str]) -> list[PrintedAmount]:
    found = (printed(text, document.convention, digits=document.digits) for text in texts)
    return [figure for figure in found if figure is not None][:24]


def _balance_kind(row: PrintedRow, roles: MoneyRoles) -> str:
    """A row that only tells a balance: its text says so."""
    text = row.texts[0] if row.texts else ""
    if is_total(text) or (not text and not row.dated):
        return balance_label(text) or "closing"
    kind = is_balance_text(text)
    if kind:
        return kind
    only = bool(row.money) and roles.balance is not None and set(row.money) == {roles.balance}
    return "balance" if only else ""


def _entry(document: _Document, row: PrintedRow, roles: MoneyRoles) -> _Entry | None:
    money = money_of(row, roles, document.convention, digits=document.digits)
    if money is None:
        return None
    day = document.dates.day(row.dates[0])
    if day is None:
        document.findings.once("bad_date", f"“{row.dates[0].text}” is no day of the statement's period.", row.number)
        return None
    return _Entry(row, money, day)


def _choose(document: _Document, entries: Sequence[_Entry], stated: Stated) -> SignChoice:
    card = document.facts.card or document.choice == "inverted"
    rows = [
        SignedRow(entry.money, heading_way(entry.row.heading, card=card), " ".join(entry.row.texts))
        for entry in entries
    ]
    return choose_signs(rows, stated, card=card)


def _sign_question(document: _Document, groups: Sequence[_Group]) -> tuple[Decision, ...]:
    if document.choice or not any(group.signs.doubtful for group in groups):
        return ()
    group = next(group for group in groups if group.signs.doubtful)
    texts = [" ".join(entry.row.texts)[:50] for entry in group.entries[:3]]
    figures = [next(iter(entry.row.money.values())) for entry in group.entries[:3]]
    into = tuple(f"{text}: +{figure}" for text, figure in zip(texts, figures, strict=True))
    out = tuple(f"{text}: -{figure}" for text, figure in zip(texts, figures, strict=True))
    return (Decision(question="sign", choices=("as_printed", "inverted"), examples=(into, out)),)


def _tell(document: _Document, groups: Sequence[_Group]) -> None:
    dates, period = document.dates, document.dates.period
    if dates.reason:
        document.findings.info("date_order_chosen", f"Dates are read day first: {dates.reason}.")
    yearless = any(entry.row.dates[0].whole is None for group in groups for entry in group.entries)
    if yearless and period is not None:
        span = f"{period.start.isoformat()} to {period.end.isoformat()}"
        told = document.findings.warn if period.said == "document" else document.findings.info
        told("years_from_period", f"The rows print no year; it is taken from the {period.said}, {span}.")
    reason = groups[0].signs.rows.reason
    if reason:
        document.findings.info("sign_turned", f"Amounts are read with their direction: {reason}.")


def _statement(document: _Document, group: _Group) -> Statement:
    signs = group.signs
    rows = tuple(
        _row(document, entry, amount, balance=balance)
        for entry, amount, balance in zip(group.entries, signs.rows.amounts, signs.rows.balances, strict=True)
    )
    opening = _balance(group.stated.opening, signs.opening, signs.rows.balance_factor)
    closing = _balance(group.stated.closing, signs.closing, signs.rows.balance_factor)
    if not signs.proved and len(group.stated.opening) == len(group.stated.closing) == 1:
        opening = _balance(group.stated.opening, 0, signs.rows.balance_factor)
        closing = _balance(group.stated.closing, 0, signs.rows.balance_factor)
    facts = document.facts.facts
    is_iban = group.number[:2].isalpha()
    number = "" if is_iban else group.number or facts.number
    return Statement(
        account=AccountHint(
            number=number,
            iban=group.number if is_iban else facts.iban if not group.number else "",
            kind=AccountKind.CARD if document.facts.card else None,
        ),
        currency=document.facts.currency,
        rows=rows,
        proof=prove(rows, opening, closing=closing),
        opening=opening,
        closing=closing,
        currency_stated=document.facts.stated,
    )


def _balance(figures: Sequence[PrintedAmount], place: int | None, factor: int) -> Balance | None:
    return None if place is None else Balance(amount=stated_minor(figures[place], factor))


def _row(document: _Document, entry: _Entry, amount: int, *, balance: int | None) -> StatementRow:
    row = entry.row
    roles = document.date_roles.get(row.part, [])
    days = [document.dates.day(printed_date) for printed_date in row.dates]
    booked = next((d for role, d in zip(roles, days, strict=False) if role is Role.BOOKED and d), None) or entry.day
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


__all__ = ["ScannedLine", "read_lines"]
