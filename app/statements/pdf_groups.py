"""The rows of a printed statement by account, with the balances among and around them and the signs these prove."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from app.domain.currency import currency as currency_of
from app.statements.fields import AmountConvention, PrintedAmount
from app.statements.pdf_amounts import MoneyRoles, RowMoney, balance_of, money_of, printed, roles_in
from app.statements.pdf_balances import balance_label, balances_in, is_balance_text
from app.statements.pdf_dates import DatesRead
from app.statements.pdf_facts import DocumentFacts
from app.statements.pdf_headers import heading_way
from app.statements.pdf_rows import PrintedRow, PrintedTable
from app.statements.pdf_signs import SignChoice, SignedRow, Stated, choose_signs
from app.statements.pdf_spans import WHOLE, Span, Told, spans_by_accounts, spans_by_balances, spans_by_currencies
from app.statements.table_findings import Findings
from app.statements.table_flags import is_total
from app.statements.table_words import Role

_MOST_TABLES = 6


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
    span: Span
    left_out: int = 0
    """Rows of tables without which the others close."""


def groups_of(document: Document) -> list[Group]:
    """One group, unless the document names several accounts or currencies and the rows close for each of them alone.

    Where the rows don't close, tables that only repeat or announce rows are left out if the others then do.
    """
    whole = _best(document, WHOLE)
    if whole is None or whole.signs.proved:
        return [whole] if whole is not None else []
    others = document.table.others
    for spans in (spans_by_accounts(others), spans_by_balances(others, _told(document)), spans_by_currencies(others)):
        if len(spans) < 2:  # one account is the whole
            continue
        split = [found for span in spans if (found := _best(document, span)) is not None]
        keys = {group.span.key for group in split}
        rows = sum(len(group.entries) for group in split)
        proved = sum(1 for group in split if group.signs.proved)
        if len(keys) > 1 and rows >= len(whole.entries) and proved * 2 >= len(split):
            return _joined_accounts(split, document)
    return [_without_a_table(document) or whole]


def _told(document: Document) -> list[Told]:
    """All that rows and the lines around them tell of balances."""
    told: list[Told] = []
    for part in document.table.parts:
        roles = roles_in(part, document.convention, digits=document.digits)
        if roles is None or not roles.sources:
            continue
        for row in part.rows:
            kind, figure = read_row(document, row, roles)
            if not kind and roles.balance is not None:
                figure = printed(row.money.get(roles.balance, ""), document.convention, digits=document.digits)
            told.append(Told(row.number, kind, None if figure is None else figure.minor))
    outside = balances_in(document.table.others)
    for kind, named in (("opening", outside.opening), ("closing", outside.closing)):
        for one in named:
            found = printed(one.text, document.convention, digits=document.digits)
            if found is not None:
                told.append(Told(one.line, kind, found.minor))
    return told


def _without_a_table(document: Document) -> Group | None:
    """The most rows that close when the tables below one header, or all but those below one, are left out."""
    names = list(dict.fromkeys(part.title for part in document.table.parts))
    if not 1 < len(names) <= _MOST_TABLES:
        return None
    found = []
    for name in names:
        for parts in (
            [part for part in document.table.parts if part.title != name],
            [part for part in document.table.parts if part.title == name],
        ):
            group = _best(replace(document, table=PrintedTable(parts, document.table.others)), WHOLE)
            if group is not None and group.signs.proved and len(group.entries) > 1:
                found.append(group)
    best = max(found, key=lambda group: len(group.entries), default=None)
    return None if best is None else replace(best, left_out=len(document.table.rows) - len(best.entries))


def _joined_accounts(split: Sequence[Group], document: Document) -> list[Group]:
    """An account that was named again after another one goes on."""
    if len({group.span.key for group in split}) == len(split):
        return list(split)
    result: dict[str, Group] = {}
    for group in split:
        before = result.get(group.span.key)
        if before is None:
            result[group.span.key] = group
            continue
        entries = (*before.entries, *group.entries)
        stated = Stated(
            (*before.stated.opening, *group.stated.opening), (*before.stated.closing, *group.stated.closing)
        )
        signs = _choose(document, entries, stated=stated)
        result[group.span.key] = Group(entries, stated, signs, group.span)
    return list(result.values())


def _best(document: Document, span: Span) -> Group | None:
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


def _group(document: Document, span: Span, *, undated: bool) -> Group | None:
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
    others = document.table.others
    outside = balances_in(others if span.everywhere else [one for one in others if span.holds(one.line.number)])
    opening = [*found.opening, *_figures(document, [one.text for one in outside.opening])]
    closing = [*found.closing, *_figures(document, [one.text for one in outside.closing])]
    stated = Stated(tuple(dict.fromkeys(opening)), tuple(dict.fromkeys(closing)))
    signs = _choose(document, found.entries, stated=stated)
    return Group(tuple(found.entries), stated, signs, span)


def _take(document: Document, found: _Found, *, row: PrintedRow, roles: MoneyRoles, undated: bool) -> None:
    """A row's line is a balance or a transaction."""
    kind, figure = read_row(document, row, roles)
    if not kind:
        entry = _entry(document, row, roles=roles) if row.dated or undated else None
        if entry is not None:
            found.entries.append(entry)
        return
    is_first = kind == "opening" or (kind == "balance" and not found.entries)
    if figure is not None:
        (found.opening if is_first else found.closing).append(figure)


def read_row(document: Document, row: PrintedRow, roles: MoneyRoles) -> tuple[str, PrintedAmount | None]:
    """What balance a row tells, `opening`, `closing`, `balance` or nothing, and its figure."""
    kind = _balance_kind(row, roles)
    return kind, printed(balance_of(row, roles), document.convention, digits=document.digits) if kind else None


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
