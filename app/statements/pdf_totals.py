"""Rows whose words name a total or a balance: a payee may be called Total, so figures say which of them are no rows."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from app.statements.pdf_amounts import MoneyRoles
from app.statements.pdf_balances import balance_label, is_balance_text, names_last
from app.statements.pdf_row_builder import Part, PrintedRow
from app.statements.table_flags import is_total

FigureOf = Callable[[PrintedRow, int], int | None]
"""The minor units, as printed, that a row has in a column; None where it has none."""
_FEWEST = 2
"""One row alone may be paid twice, so that the second is no sum of it."""
_NEAR = 40
"""Rows within which the balance before must stand."""


@dataclass(frozen=True, slots=True)
class NamedRow:
    """A row whose words name a total or a balance, and what its figures prove."""

    kind: str
    """As balance_kind."""
    is_sum: bool = False
    """Each of its amounts adds up rows above it."""
    is_head: bool = False
    """Its amount adds up the rows below it, which print no date of their own."""
    is_transaction: bool = False
    """Its balance is the one before it and its amount: it is a row like all others."""


def balance_kind(row: PrintedRow, roles: MoneyRoles) -> str:
    """What a row's words, in one language or two, call it: `opening`, `closing`, `balance` or `total`.

    `balance` where it has only that.
    """
    text = row.texts[0] if row.texts else ""
    if any(map(is_total, text.split(" / "))) or (not text and not row.dated):
        label = balance_label(text)
        return label if label == "opening" or names_last(text) else "total"
    kind = is_balance_text(text)
    if kind:
        return kind
    return "balance" if _has_only_balance(row, roles) else ""


def named_rows(
    parts: Sequence[Part], roles: Mapping[int, MoneyRoles | None], *, figure: FigureOf
) -> dict[int, NamedRow]:
    """Line -> what is proved of the row there: of those named a total or a balance, or that add up two columns."""
    found: dict[int, NamedRow] = {}
    sums = _Sums()
    for part in parts:
        known = roles.get(part.rows[0].part) if part.rows else None
        if known is None:
            continue
        for index, row in enumerate(part.rows):
            amounts = [amount for place in known.sources if (amount := figure(row, place))]
            kind = balance_kind(row, known)
            signed = [_way(known, place) * amount for place in known.sources if (amount := figure(row, place))]
            sums.begin(row)
            is_sum = bool(amounts) and all(map(sums.has, amounts))
            if kind or (is_sum and len(amounts) > 1):
                named = NamedRow(
                    kind or "total",
                    is_sum=is_sum,
                    is_head=_heads(part.rows, index, roles=known, figure=figure),
                    is_transaction=_follows(part.rows, index, roles=known, figure=figure),
                )
                found[row.number] = named
                sums.end(signed, named)
            else:
                sums.add(signed)
    return found


def _has_only_balance(row: PrintedRow, roles: MoneyRoles) -> bool:
    return bool(row.money) and roles.balance is not None and set(row.money) == {roles.balance}


def _way(roles: MoneyRoles, place: int) -> int:
    return -1 if place == roles.debit else 1


def _heads(rows: Sequence[PrintedRow], index: int, *, roles: MoneyRoles, figure: FigureOf) -> bool:
    """Whether a row's one amount is the sum of the rows below it up to the next that has a date or is a total."""
    amounts = [amount for place in roles.sources if (amount := figure(rows[index], place))]
    if len(amounts) != 1:
        return False
    below = 0
    for row in rows[index + 1 :]:
        if row.dated or balance_kind(row, roles):
            break
        below += sum(figure(row, place) or 0 for place in roles.sources)
    return abs(below) == abs(amounts[0])


def _follows(rows: Sequence[PrintedRow], index: int, *, roles: MoneyRoles, figure: FigureOf) -> bool:
    """Whether a row's balance is its amount away from the balance above, or below where the newest row is first."""
    if roles.balance is None:
        return False
    amounts = [amount for place in roles.sources if (amount := figure(rows[index], place))]
    own = figure(rows[index], roles.balance)
    if len(amounts) != 1 or own is None:
        return False
    above, below = rows[max(0, index - _NEAR) : index][::-1], rows[index + 1 : index + 1 + _NEAR]
    beside = (next(_balances(side, roles.balance, figure=figure), None) for side in (above, below))
    return any(other is not None and abs(own - other) == abs(amounts[0]) for other in beside)


def _balances(rows: Sequence[PrintedRow], place: int, *, figure: FigureOf) -> Iterator[int]:
    return (balance for row in rows if (balance := figure(row, place)) is not None)


@dataclass(slots=True)
class _Run:
    """Rows that a total may add up: their number, and what came and went."""

    rows: int = 0
    came: int = 0
    went: int = 0

    def add(self, amounts: Sequence[int]) -> None:
        self.rows += bool(amounts)
        self.came += sum(amount for amount in amounts if amount > 0)
        self.went -= sum(amount for amount in amounts if amount < 0)

    def has(self, amount: int) -> bool:
        sums = {self.came, self.went, self.came + self.went, abs(self.came - self.went)}
        return self.rows >= _FEWEST and abs(amount) in sums


@dataclass(slots=True)
class _Sums:
    """Runs of rows from each place where one may begin: the document, its part, page, heading, day, the total before.

    Each twice: with the rows that are named totals and are none, and without them.
    """

    _runs: dict[str, tuple[object, _Run, _Run]] = field(default_factory=dict)
    _totals: int = 0

    def begin(self, row: PrintedRow) -> None:
        """Begin anew the runs that this row is the first of."""
        starts = {
            "all": 0,
            "part": row.part,
            "page": row.page,
            "heading": (row.part, row.heading),
            "day": (row.part, row.dates[0].text),
            "total": self._totals,
        }
        for name, start in starts.items():
            if name not in self._runs or self._runs[name][0] != start:
                self._runs[name] = (start, _Run(), _Run())

    def has(self, amount: int) -> bool:
        """Whether an amount adds up one of the runs."""
        return any(run.has(amount) for _, one, two in self._runs.values() for run in (one, two))

    def add(self, amounts: Sequence[int]) -> None:
        """A row whose amounts, money out negative, count."""
        for _, one, two in self._runs.values():
            one.add(amounts)
            two.add(amounts)

    def end(self, amounts: Sequence[int], named: NamedRow) -> None:
        """A row that is named a total or a balance ends the run before it, or counts where it proves to be none."""
        if named.is_transaction:
            self.add(amounts)
        elif named.kind == "total" and not (named.is_sum or named.is_head):
            for _, one, _ in self._runs.values():
                one.add(amounts)
        else:
            self._totals += 1
