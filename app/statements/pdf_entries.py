"""The rows of a printed document within some lines, with the balances among and around them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from app.domain.currency import currency as currency_of
from app.statements.fields import AmountConvention, PrintedAmount
from app.statements.pdf_amounts import MoneyRoles, RowMoney, balance_place, money_of, printed
from app.statements.pdf_balance_signs import SignedRow
from app.statements.pdf_balances import NamedBalance, NamedBalances, balances_in, bare_balances_in
from app.statements.pdf_dates import DatesRead
from app.statements.pdf_facts import DocumentFacts
from app.statements.pdf_headers import Header
from app.statements.pdf_headings import heading_way
from app.statements.pdf_row_builder import PrintedRow
from app.statements.pdf_rows import PrintedTable
from app.statements.pdf_signs import SignChoice, Stated, choose_signs
from app.statements.pdf_spans import Span, Told
from app.statements.pdf_totals import NamedRow, balance_kind
from app.statements.table_findings import Findings

_Keeps = Callable[[PrintedRow, NamedRow], bool]
"""Whether a row that is named a total or a balance counts as a transaction."""
_MOST_BALANCES = 24
_ASIDE = 4.0  # no money: points by which a figure may stand off its column


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
    headers: Mapping[int, Header]
    """Part -> its header."""
    roles: Mapping[int, MoneyRoles | None]
    """Part -> which of its columns are the amounts and balances."""
    named: Mapping[int, NamedRow]
    """Line -> what is proved of a row whose words name a total or a balance."""

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
    left_balances: bool = False
    """Whether rows left out have balances of their own, as no list does that only repeats rows."""
    aside: tuple[PrintedRow, ...] = ()
    """Lines among the rows that hold an amount and were taken as none of them."""


@dataclass(slots=True)
class _Found:
    """Rows and balances gathered so far."""

    entries: list[Entry] = field(default_factory=list)
    opening: list[tuple[int, PrintedAmount]] = field(default_factory=list)
    closing: list[tuple[int, PrintedAmount]] = field(default_factory=list)
    """Line and figure."""
    totals: list[PrintedAmount] = field(default_factory=list)
    """Figures that may be a closing balance, as a card's total is, or only a sum."""
    aside: list[PrintedRow] = field(default_factory=list)


def group_in(document: Document, span: Span, *, undated: bool) -> Group | None:
    """The rows of a span, those that print no date only where `undated`; None where it holds none.

    Rows that are named totals or balances count where the balances close with them, else as their figures say. Where
    nothing else stands and nothing closes, nothing moved.
    """
    first: Group | None = None
    tried: set[tuple[int, ...]] = set()
    for keeps in (_unproved_totals, _none, _all_totals, _all):
        found = _gathered(document, span, undated=undated, keeps=keeps)
        lines = tuple(entry.row.number for entry in found.entries)
        if not lines or lines in tried:
            continue
        tried.add(lines)
        group = _group(document, found, span=span)
        if group.signs.proved:
            return group
        first = first or (None if keeps is _all else group)
    return first


def _unproved_totals(row: PrintedRow, named: NamedRow) -> bool:
    return named.kind == "total" and row.dated and not named.is_sum


def _none(_: PrintedRow, __: NamedRow) -> bool:
    return False


def _all_totals(_: PrintedRow, named: NamedRow) -> bool:
    return named.kind == "total"


def _all(_: PrintedRow, __: NamedRow) -> bool:
    return True


def _gathered(
    document: Document, span: Span, *, undated: bool, keeps: Callable[[PrintedRow, NamedRow], bool]
) -> _Found:
    found = _Found()

    def takes(row: PrintedRow) -> bool:
        named = document.named.get(row.number)
        dated = row.dated or undated
        return dated and (named is None or named.is_transaction or (keeps(row, named) and not named.is_head))

    for row, roles in _rows(document):
        if span.holds(row.number):
            _take(document, found, row=row, roles=roles, takes=takes)
    return found


def _group(document: Document, found: _Found, *, span: Span) -> Group:
    lines = document.table.others
    held = lines if span.everywhere else [one for one in lines if span.holds(one.line.number)]
    outside = balances_in(held, first_row=found.entries[0].row.number)
    opening = [*(figure for _, figure in found.opening), *_figures(document, outside.opening)]
    closing = [*(figure for _, figure in found.closing), *found.totals, *_figures(document, outside.closing)]
    listed = [printed(text, document.convention, digits=document.digits) for text in span.figures]
    opening += [figure for figure in listed[:1] if figure is not None]
    closing += [figure for figure in listed[-1:] if figure is not None]
    first, last = _alone(document, found, outside=outside) if not span.everywhere else ([], [])
    opening, closing = ([*first, *opening], [*last, *closing])
    stated = Stated(tuple(dict.fromkeys(opening)), tuple(dict.fromkeys(closing)), named=(bool(first), bool(last)))
    signs = signs_of(document, found.entries, stated=stated)
    return Group(tuple(found.entries), stated, signs, span, aside=tuple(found.aside))


def _alone(
    document: Document, found: _Found, *, outside: NamedBalances
) -> tuple[list[PrintedAmount], list[PrintedAmount]]:
    """The figure that alone is called the first balance, and that called the last; what pages carry over is neither.

    Of several called the last, the first counts where no row's balance is any of them: what closes must be named.
    """
    first, last = found.entries[0].row.number, found.entries[-1].row.number
    held = {abs(entry.money.balance.minor) for entry in found.entries if entry.money.balance is not None}
    sides: list[list[PrintedAmount]] = []
    for own, named in ((found.opening, outside.opening), (found.closing, outside.closing)):
        figures = [figure for line, figure in own if not first < line < last]
        figures += _figures(document, [one for one in named if one.sure and not first < one.line < last])
        called = {abs(figure.minor) for figure in figures}
        is_sure = len(called) == 1 or (own is found.closing and bool(called and held) and not called & held)
        sides.append(figures[:1] if is_sure else [])
    return sides[0], sides[1]


def told_of(document: Document) -> list[Told]:
    """All that rows and the lines around them tell of balances."""
    told: list[Told] = []
    for row, roles in _rows(document):
        kind, figure = _read_row(document, row, roles=roles)
        if not kind and roles.balance is not None:
            figure = printed(row.money.get(roles.balance, ""), document.convention, digits=document.digits)
        told.append(Told(row.number, kind, None if figure is None else figure.minor))
    outside = balances_in(document.table.others)
    bare = bare_balances_in(document.table.others)
    for kind, named in (("opening", outside.opening), ("closing", outside.closing), ("balance", bare)):
        for one in named:
            found = printed(one.text, document.convention, digits=document.digits)
            if found is not None:
                told.append(Told(one.line, kind, found.minor))
    return told


def signs_of(document: Document, entries: Sequence[Entry], *, stated: Stated) -> SignChoice:
    """The signs that the balances prove or the words speak for."""
    card = document.facts.card or document.choice == "inverted"
    rows = [
        SignedRow(entry.money, heading_way(entry.row.heading, card=card), " ".join(entry.row.texts))
        for entry in entries
    ]
    return choose_signs(rows, stated, card=card)


def _rows(document: Document) -> Iterator[tuple[PrintedRow, MoneyRoles]]:
    for part in document.table.parts:
        roles = document.roles.get(part.rows[0].part) if part.rows else None
        if roles is not None and roles.sources:
            for row in part.rows:
                yield row, roles


def _take(
    document: Document,
    found: _Found,
    *,
    row: PrintedRow,
    roles: MoneyRoles,
    takes: Callable[[PrintedRow], bool],
) -> None:
    """A row's line is a transaction, a balance, or stands aside."""
    kind, figure = _read_row(document, row, roles=roles)
    adds_up = not kind and _adds_up(document, row, roles=roles)
    entry = _entry(document, row, roles=roles) if takes(row) and not adds_up else None
    if entry is not None and (entry.money.amount.minor or not kind):
        found.entries.append(entry)
        return
    if (adds_up or kind or not row.dated) and any(place in row.money for place in roles.sources):
        found.aside.append(row)
    is_first = kind == "opening" or (kind == "balance" and not found.entries)
    if kind == "total" and figure is not None:
        found.totals += [figure] if document.facts.card else []
    elif kind and figure is not None:
        (found.opening if is_first else found.closing).append((row.number, figure))


def _adds_up(document: Document, row: PrintedRow, *, roles: MoneyRoles) -> bool:
    """Whether a line has money in both columns: `Closing totals`."""
    figures = [
        printed(row.money.get(place, ""), document.convention, digits=document.digits)
        for place in (roles.debit, roles.credit)
        if place is not None
    ]
    return len(figures) == 2 and all(figure is not None and figure.minor for figure in figures)


def _read_row(document: Document, row: PrintedRow, *, roles: MoneyRoles) -> tuple[str, PrintedAmount | None]:
    """The balance a row tells: `opening`, `closing`, `balance`, `total` or nothing; the figure, a debit owed."""
    kind = balance_kind(row, roles)
    place = balance_place(row, roles) if kind else None
    if place is None:
        return kind, None
    figure = printed(row.money[place], document.convention, digits=document.digits)
    owed = place == roles.debit and roles.credit is not None and roles.balance is None
    return kind, _owed(figure) if owed else figure


def _owed(figure: PrintedAmount | None) -> PrintedAmount | None:
    return None if figure is None else replace(figure, minor=-abs(figure.minor))


def _figures(document: Document, named: Sequence[NamedBalance]) -> list[PrintedAmount]:
    found = []
    for one in named[:_MOST_BALANCES]:
        figure = printed(one.text, document.convention, digits=document.digits)
        figure = _owed(figure) if _is_debit(document, one) else figure
        if figure is not None:
            found.append(figure)
    return found


def _is_debit(document: Document, named: NamedBalance) -> bool:
    """Whether a figure outside the rows stands in a column of debits beside one of credits, and none of balances."""
    for part in document.table.parts:
        roles = document.roles.get(part.rows[0].part) if part.rows else None
        if roles is not None and roles.debit is not None and roles.credit is not None:
            return roles.balance is None and abs(part.columns[roles.debit].right - named.right) <= _ASIDE
    return False


def _entry(document: Document, row: PrintedRow, *, roles: MoneyRoles) -> Entry | None:
    money = money_of(row, roles, convention=document.convention, digits=document.digits)
    if money is None:
        return None
    day = document.dates.day(row.dates[0])
    return None if day is None else Entry(row, money, day)


def is_balance_row(document: Document, row: PrintedRow) -> bool:
    """Whether a row only tells a balance or adds up others."""
    named = document.named.get(row.number)
    if named is None or named.is_transaction:
        return False
    return named.kind != "total" or not row.dated or named.is_sum or named.is_head
