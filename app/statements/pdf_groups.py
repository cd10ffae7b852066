"""The rows of a printed statement by account, with the balances among and around them and the signs these prove."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from app.domain.currency import currency as currency_of
from app.statements.fields import AmountConvention, PrintedAmount
from app.statements.pdf_amounts import MoneyRoles, RowMoney, balance_of, money_of, printed, roles_in
from app.statements.pdf_balances import balance_label, balances_in, is_balance_text
from app.statements.pdf_dates import DatesRead
from app.statements.pdf_facts import DocumentFacts, account_marks
from app.statements.pdf_headers import heading_way
from app.statements.pdf_rows import PrintedRow, PrintedTable
from app.statements.pdf_signs import SignChoice, SignedRow, Stated, choose_signs
from app.statements.table_findings import Findings
from app.statements.table_flags import is_total
from app.statements.table_words import Role

_END = 1 << 40


@dataclass(frozen=True, slots=True)
class Entry:
    """A row with its money and day."""

    row: PrintedRow
    money: RowMoney
    day: date


@dataclass(frozen=True, slots=True)
class Document:
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
        """The decimals of its currency."""
        return currency_of(self.facts.currency).digits


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one account with the candidates for its balances, and the signs they were given."""

    entries: tuple[Entry, ...]
    stated: Stated
    signs: SignChoice
    number: str = ""


@dataclass(frozen=True, slots=True)
class _Span:
    """Lines from one to before another, and the account they belong to."""

    start: int
    end: int
    number: str = ""

    def holds(self, line: int) -> bool:
        return self.start <= line < self.end


def groups_of(document: Document) -> list[Group]:
    """One group, unless the document names several accounts and the rows close for each of them alone."""
    whole = _best(document, _Span(0, _END))
    marks = account_marks(document.table.others)
    spans = _spans(marks)
    if whole is None or whole.signs.proved or len(spans) < 2:
        return [whole] if whole is not None else []
    split = [found for span in spans if (found := _best(document, span)) is not None]
    keys = {group.number for group in split}
    rows = sum(len(group.entries) for group in split)
    proved = sum(1 for group in split if group.signs.proved)
    if len(keys) > 1 and rows >= len(whole.entries) and proved * 2 >= len(split):
        return _joined_accounts(split, document)
    return [whole]


def _spans(marks: Sequence[tuple[int, str]]) -> list[_Span]:
    """From each change of account to the next."""
    spans: list[_Span] = []
    for line, number in marks:
        if spans and spans[-1].number == number:
            continue
        if spans:
            spans[-1] = replace(spans[-1], end=line)
        spans.append(_Span(line if spans else 0, _END, number))
    return spans


def _joined_accounts(split: Sequence[Group], document: Document) -> list[Group]:
    """An account that was named again after another one goes on."""
    if len({group.number for group in split}) == len(split):
        return list(split)
    result: dict[str, Group] = {}
    for group in split:
        before = result.get(group.number)
        if before is None:
            result[group.number] = group
            continue
        entries = (*before.entries, *group.entries)
        stated = Stated(
            (*before.stated.opening, *group.stated.opening), (*before.stated.closing, *group.stated.closing)
        )
        signs = _choose(document, entries, stated=stated)
        result[group.number] = Group(entries, stated, signs, group.number)
    return list(result.values())


def _best(document: Document, span: _Span) -> Group | None:
    """The rows of a span without and with those that print no date; the balances choose, else their number."""
    dated = _group(document, span, undated=False)
    if all(row.dated for row in document.table.rows):
        return dated
    more = _group(document, span, undated=True)
    if dated is None or more is None or dated.signs.proved:
        return dated or more
    extra = len(more.entries) - len(dated.entries)
    return more if more.signs.proved or extra * 4 >= len(dated.entries) else dated


@dataclass(slots=True)
class _Found:
    """Rows and balances gathered so far."""

    entries: list[Entry] = field(default_factory=list)
    opening: list[PrintedAmount] = field(default_factory=list)
    closing: list[PrintedAmount] = field(default_factory=list)


def _group(document: Document, span: _Span, *, undated: bool) -> Group | None:
    found = _Found()
    for part in document.table.parts:
        roles = roles_in(part, document.convention, digits=document.digits)
        if roles is None or not roles.sources:
            continue
        for row in part.rows:
            if span.holds(row.number):
                _take(document, found, row=row, roles=roles, undated=undated)
    if not found.entries:
        return None
    outside = balances_in([one for one in document.table.others if span.holds(one.line.number)])
    opening = [*found.opening, *_figures(document, [one.text for one in outside.opening])]
    closing = [*found.closing, *_figures(document, [one.text for one in outside.closing])]
    stated = Stated(tuple(dict.fromkeys(opening)), tuple(dict.fromkeys(closing)))
    signs = _choose(document, found.entries, stated=stated)
    return Group(tuple(found.entries), stated, signs, span.number)


def _take(document: Document, found: _Found, *, row: PrintedRow, roles: MoneyRoles, undated: bool) -> None:
    """A row's line is a balance or a transaction."""
    kind = _balance_kind(row, roles)
    if not kind:
        entry = _entry(document, row, roles=roles) if row.dated or undated else None
        if entry is not None:
            found.entries.append(entry)
        return
    figure = printed(balance_of(row, roles), document.convention, digits=document.digits)
    is_first = kind == "opening" or (kind == "balance" and not found.entries)
    if figure is not None:
        (found.opening if is_first else found.closing).append(figure)


def _figures(document: Document, texts: Sequence[str]) -> list[PrintedAmount]:
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


def _entry(document: Document, row: PrintedRow, *, roles: MoneyRoles) -> Entry | None:
    money = money_of(row, roles, convention=document.convention, digits=document.digits)
    if money is None:
        return None
    day = document.dates.day(row.dates[0])
    if day is None:
        document.findings.once(
            "bad_date", f"“{row.dates[0].text}” is no day of the statement's period.", line=row.number
        )
        return None
    return Entry(row, money, day)


def _choose(document: Document, entries: Sequence[Entry], *, stated: Stated) -> SignChoice:
    card = document.facts.card or document.choice == "inverted"
    rows = [
        SignedRow(entry.money, heading_way(entry.row.heading, card=card), " ".join(entry.row.texts))
        for entry in entries
    ]
    return choose_signs(rows, stated, card=card)
