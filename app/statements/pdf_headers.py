"""The words over the columns of a printed table, stacked over several lines or not."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.currency import is_currency
from app.domain.statement_kinds import DateOrder
from app.statements.pdf_balances import balance_label
from app.statements.pdf_fields import PrintedDate
from app.statements.pdf_headings import heading_way, says_nothing_moved
from app.statements.pdf_lines import ScannedLine
from app.statements.pdf_words import Points, Word, phrases
from app.statements.table_words import Role, folded, roles_of

DATE_ROLES = frozenset({Role.BOOKED, Role.MADE, Role.VALUE})
MONEY_ROLES = (Role.BALANCE, Role.DEBIT, Role.CREDIT, Role.NET, Role.AMOUNT, Role.GROSS)
_DAY = frozenset({"dd", "jj", "tt", "gg", "day", "jour", "tag", "dia"})
_MONTH = frozenset({"mm", "month", "mois", "monat", "mes", "mese"})
_ANY_DAY, _ANY_MONTH = (f"({'|'.join(sorted(names))})" for names in (_DAY, _MONTH))
_APART = 2.2  # no money: text sizes between the lines of one header
_LONGEST = 45
_CURRENCIES = 2
"""So many over columns of their own are as good as a word for money: `Date | Text | USD | EUR`."""
_ASIDE = 4.0  # no money: points by which the same header may stand elsewhere on another page


@dataclass(frozen=True, slots=True)
class Header:
    """The columns named by one header: their words and where these stand."""

    columns: tuple[Word, ...]
    numbers: frozenset[int] = frozenset()
    """The numbers of its lines."""

    @property
    def name(self) -> str:
        """All words, to tell headers apart."""
        return " | ".join(folded(column.text) for column in self.columns)

    @property
    def sums_up(self) -> bool:
        """Whether its words are over the first and the last balance, not over rows: `Opening Balance | New Balance`."""
        return {"opening", "closing"} <= {balance_label(column.text) for column in self.columns}

    @property
    def names_rates(self) -> bool:
        """Whether one of its columns holds interest rates: its rows tell how interest was worked out."""
        return any(_RATE.search(folded(column.text)) for column in self.columns)

    @property
    def names_texts(self) -> bool:
        """Whether it names interest rates nowhere, and one of its columns neither dates nor figures."""
        figures = DATE_ROLES | set(MONEY_ROLES) | {Role.OTHER_NUMBER, Role.FEE}
        return not self.names_rates and any(not set(words_over(one.text)) & figures for one in self.columns)

    def roles_of_dates(self, dates: Sequence[PrintedDate]) -> list[Role]:
        """What each date of a row is: by the words above it, else by their order."""
        free = self.date_columns()
        found: dict[int, Role] = {}
        for place, day in enumerate(dates):
            over = next((one for one in free if one[1].left < day.right and one[1].right > day.left), None)
            if over is not None:
                free = [one for one in free if one is not over]
                found[place] = over[0]
        rest = (role for role, _ in free)
        return [found[place] if place in found else next(rest, Role.VALUE) for place in range(len(dates))]

    def date_columns(self) -> list[tuple[Role, Word]]:
        """The date columns with their roles, left to right."""
        found = []
        for column in self.columns:
            parts = column.text.split("/") if column.text.count("/") == 1 else [column.text]
            roles = [_date_role(part) for part in parts]
            named = roles if all(roles) else [_date_role(column.text)]
            found += [(role, column) for role in named if role is not None]
        if [role for role, _ in found] == [Role.BOOKED, Role.BOOKED]:
            bare = [column for _, column in found if _BARE_DATE.fullmatch(folded(column.text))]
            of_booking = [column for _, column in found if _OF_BOOKING.search(folded(column.text))]
            if len(bare) == len(of_booking) == 1:
                return [(Role.MADE if column is bare[0] else role, column) for role, column in found]
        return found

    def is_again(self, other: "Header") -> bool:
        """Whether another header says the same in the same places, as on the next page."""
        pairs = list(zip(self.columns, other.columns, strict=False))
        same = len(self.columns) == len(other.columns) and self.name == other.name
        return same and all(min(abs(a.left - b.left), abs(a.right - b.right)) <= _ASIDE for a, b in pairs)


_RATE = re.compile(
    r"annual percentage|\bapr\b|interest rate|periodic rate|rate of interest|zinssatz|taux d? ?interet|"
    r"\btaeg\b|tasa de interes|tasso( di interesse)?$|taxa de juros|rentepercentage|rentesats|rantesats|"
    r"oprocentowan|urokova sazba"
)
_BARE_DATE = re.compile(r"date|datum|dato|fecha|data")
_OF_BOOKING = re.compile(r"\b(post|book|clear|settle|process)|buchung|contab|comptab|boek|bokfor|bogfor|ksieg")
"""Beside the bare word `Date` these say which of two days is that of booking."""
_PRINTED = (
    (Role.DEBIT, re.compile(r"\blasten\b|\bsubtract(ed|ions?)\b|\bdeducted\b")),
    (Role.CREDIT, re.compile(r"\bgunsten\b|\badded\b|\badditions?\b")),
    (Role.DEBIT, re.compile(r"^charged\b|^(loan )?(advances?|drawdowns?)\b")),
    (Role.CREDIT, re.compile(r"^repaid\b|^repayments?\b")),
    (Role.NET, re.compile(r"(当月|今回)ご?請求")),
    (Role.MADE, re.compile(r"^ご?利用日")),
    (Role.BOOKED, re.compile(r"\bbokfor|\bverbucht\b|^(fecha|data) (de |do )?(cargo|abono|aplicacion|lancamento)")),
    (Role.BOOKED, re.compile(rf"^({_ANY_DAY} {_ANY_MONTH}|{_ANY_MONTH} {_ANY_DAY})$")),
    (Role.MADE, re.compile(r"\b(sale|purchase) date\b|^date of (sale|purchase)$|^trans?( date)?$")),
    (Role.MADE, re.compile(r"\beinkaufs? ?datum|^umsatz (am|vom)$")),
)


def words_over(text: str) -> tuple[Role, ...]:
    """The roles of a column by its words, with those that only printed statements use."""
    words = folded(text)
    own = tuple(role for role, pattern in _PRINTED if pattern.search(words))
    return (*own, *roles_of(text))


def _date_role(text: str) -> Role | None:
    role = next((role for role in words_over(text) if role in DATE_ROLES or role in MONEY_ROLES), None)
    return role if role in DATE_ROLES else None


def headers_in(lines: Sequence[ScannedLine]) -> dict[int, Header]:
    """Number of a header's last line -> the header."""
    found: dict[int, Header] = {}
    group: list[tuple[ScannedLine, list[Word]]] = []
    weak: tuple[ScannedLine, list[Word]] | None = None
    for one in lines:
        cells = _cells(one) or (_lower_half(group, one) if group else [])
        if group and not (cells and _adjoins(group[-1][0], one) and not _is_heading(group, cells)):
            _close(group, found)
            group = []
        if cells and not group and weak is not None and _adjoins(weak[0], one):
            group.append(weak)
        if cells:
            group.append((one, cells))
        weak = None if cells else _upper_half(one)
    _close(group, found)
    return found


def _is_heading(group: Sequence[tuple[ScannedLine, list[Word]]], cells: Sequence[Word]) -> bool:
    """Whether a line below a whole header is the heading of its first rows: `Payments and credits`."""
    whole = _is_header(_stacked([above for _, above in group]))
    return whole and len(cells) == 1 and (_is_title(cells[0]) or heading_way(cells[0].text, card=True) != 0)


def _upper_half(one: ScannedLine) -> tuple[ScannedLine, list[Word]] | None:
    """A line without words for roles that may stand above such words: `Process` over `Date`."""
    cells = _phrases(one)
    return (one, cells) if len(cells) > 1 else None


def _adjoins(above: ScannedLine, below: ScannedLine) -> bool:
    same = above.line.page == below.line.page
    return same and below.line.baseline - above.line.baseline <= _APART * max(above.line.size, below.line.size)


def _cells(one: ScannedLine) -> list[Word]:
    """The phrases of a line that may be part of a header, else nothing."""
    cells = _phrases(one)
    named = sum(1 for cell in cells if words_over(cell.text))
    named += sum(1 for cell in cells if is_currency(cell.text)) if named else 0
    return cells if named and named * 2 >= len(cells) else []


def _lower_half(group: Sequence[tuple[ScannedLine, list[Word]]], one: ScannedLine) -> list[Word]:
    """The phrases of a line close below a header, most of them below one of its words: `datum` below `Einkaufs-`."""
    cells = _phrases(one)
    above = group[-1][0].line
    halves = [word for word in group[-1][1] if word.text[-1] == "-" and any(_overlap(word, cell) > 0 for cell in cells)]
    named = bool(cells and (words_over(cells[0].text) or halves)) and not any(char.isdigit() for char in one.text)
    close = one.line.baseline - above.baseline <= 1.5 * max(above.size, one.line.size)  # no money
    if len(cells) < 2 or not named or not close or above.page != one.line.page:
        return []
    columns = _stacked([held for _, held in group])
    over = [sum(1 for column in columns if _overlap(column, cell) > 0) for cell in cells]
    return cells if max(over) == 1 and 2 * sum(over) > len(over) and _is_header(columns) else []


def _phrases(one: ScannedLine) -> list[Word]:
    if one.money or one.dates:
        return []
    cells = phrases(one.line.words)
    if any(len(cell.text) > _LONGEST or cell.text[0] == "*" for cell in cells):
        return []
    return [] if any(char.isdigit() for char in cells[0].text) else cells


def _close(group: Sequence[tuple[ScannedLine, list[Word]]], found: dict[int, Header]) -> None:
    """The fewest last lines that together name a date and money; then the lines stacked right above them."""
    for start in reversed(range(max(0, len(group) - 4), len(group))):
        if not _is_header(_stacked([cells for _, cells in group[start:]])):
            continue
        columns = _stacked([cells for _, cells in group[start:]])
        top = start
        while top and _sits_on(group[top - 1], group[top][0], columns=columns):
            top -= 1
            columns = _stacked([cells for _, cells in group[top:]])
        numbers = frozenset(one.line.number for one, _ in group[top:])
        found[group[-1][0].line.number] = Header(_with_whole_dates(columns), numbers)
        return


def _with_whole_dates(columns: Sequence[Word]) -> tuple[Word, ...]:
    """The columns of day and month, `MM` and `DD` beside each other, as one."""
    whole: list[Word] = []
    for column in columns:
        last = whole[-1] if whole else None
        if last is not None and date_parts_named(f"{last.text.split()[-1]} {column.text}") is not None:
            whole[-1] = Word(f"{last.text} {column.text}", last.left, column.right, last.size)
        else:
            whole.append(column)
    return tuple(whole)


def date_parts_named(text: str) -> DateOrder | None:
    """The order in which words over a column that end with those for day and month name them, `Date MM DD`."""
    words = tuple(folded(text).split()[-2:])
    if len(words) == 2 and words[0] in _MONTH and words[1] in _DAY:
        return DateOrder.MONTH_FIRST
    return DateOrder.DAY_FIRST if len(words) == 2 and words[0] in _DAY and words[1] in _MONTH else None


def _sits_on(above: tuple[ScannedLine, list[Word]], below: ScannedLine, *, columns: Sequence[Word]) -> bool:
    """Whether a line is the upper half of a header and no title: close above it, most phrases over one column each."""
    one, cells = above
    if one.line.size > 1.1 * below.line.size or (len(cells) == 1 and _is_title(cells[0])):  # no money
        return False
    close = below.line.baseline - one.line.baseline <= 1.5 * max(one.line.size, below.line.size)  # no money
    over = [sum(1 for column in columns if _overlap(column, cell) > 0) for cell in cells]
    under = [sum(1 for cell in cells if _overlap(column, cell) > 0) for column in columns]
    most = 2 * sum(over) > len(over) or set(under) == {1}
    return close and max(over) == 1 and most


def _is_title(cell: Word) -> bool:
    """Whether a phrase alone on its line says what the rows below it are: `Checks paid`."""
    moved = heading_way(cell.text, card=False) != 0 and roles_of(cell.text)[:1] != (Role.BALANCE,)
    return moved or says_nothing_moved(cell.text)


def _stacked(rows: Sequence[Sequence[Word]]) -> tuple[Word, ...]:
    columns: list[Word] = []
    for cells in rows:
        above = len(columns)
        for cell in cells:
            over = max(columns[:above], key=lambda column: _overlap(column, cell), default=None)
            if over is None or _overlap(over, cell) <= 0:
                columns.append(cell)
            else:
                place = columns.index(over)
                text = f"{over.text} {cell.text}"
                columns[place] = Word(text, min(over.left, cell.left), max(over.right, cell.right), over.size)
    return tuple(sorted(columns, key=lambda column: column.left))


def _overlap(one: Word, two: Word) -> Points:
    return min(one.right, two.right) - max(one.left, two.left)


def _is_header(columns: Sequence[Word]) -> bool:
    roles = [set(words_over(column.text)) for column in columns]
    dates = [index for index, found in enumerate(roles) if found & DATE_ROLES]
    money = [index for index, found in enumerate(roles) if found & set(MONEY_ROLES)]
    apart = any(one != two for one in dates for two in money)
    codes = {column.text for column in columns if is_currency(column.text)}
    return apart or (len(columns) >= 3 and len(money) >= 2) or (bool(dates) and len(codes) >= _CURRENCIES)


def money_role(name: str) -> Role | None:
    """What the words over a column of amounts say it is."""
    wanted = (*MONEY_ROLES, Role.FEE, Role.ORIGINAL_AMOUNT, Role.OTHER_NUMBER, Role.BALANCE_BEFORE, Role.DETAIL)
    if re.search(r"minimum|limit\b|available|\bdue\b|\bapr\b|annual", folded(name)):
        return Role.OTHER_NUMBER
    return next((role for role in words_over(name) if role in wanted), None)
