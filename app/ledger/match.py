"""Match the rows of a statement one to one with what is committed: counted, with a reason for each decision."""

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from app.base.tasks import CancelToken
from app.domain.by_column import by_column
from app.domain.staged import StagedTransaction, Verdict
from app.domain.statement import StatementRow
from app.ledger.match_text import alike, normalised
from app.ledger.nearest_days import NearestDays
from app.store.committed import CommittedStatementRow

SETTLING_DAYS = 10
"""A pending transaction is looked for among rows booked up to so many days later."""
SHIFT_DAYS = 4
"""Two kinds of file may date the same transaction so many days apart (made on, booked on, value on)."""
_BETWEEN_LOOKS = 4096
"""A cancel is looked for after so many rows, which take some milliseconds."""
_T = TypeVar("_T")


class Reason:
    """Why a row got its verdict, in words."""

    NEW = "not in the vault yet"
    ANOTHER_IDENTICAL = "one more of the same on this day than the vault holds"
    ADJOINS = "its statement begins where an earlier one ends, so the same row there is another one"
    OTHER_REFERENCE = "same day, amount and text, but another bank reference"
    REFERENCE = "same bank reference, amount and day as a committed transaction"
    IDENTICAL = "same day, amount and text as a committed transaction"
    IDENTICAL_BALANCE = "same day, amount, text and running balance as a committed transaction"
    RENUMBERED = "same day, amount and text; this bank numbers the same transaction anew in each file"
    OTHER_FILE_KIND = "same amount and day in another kind of file of this account"
    OTHER_FILE_SHIFTED = "same amount and payee a few days apart in another kind of file of this account"
    SETTLES = "a pending transaction of the same amount and payee is now booked"
    SETTLED_ALREADY = "still pending here, but booked in the vault already"
    DELETED = "you deleted this transaction on purpose"
    LEFT_OUT = "you left it out of an earlier import"
    ANOTHER = "you say that it is another one than the pending one of the same amount"


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchContext:
    """What is known around the rows: their kind of file, and the day that only adjoins a committed statement."""

    source: str
    """The format of its file, as the batch stores it."""
    adjoining_day: date | None = None
    gone: Mapping[tuple[str, int], int] = field(default_factory=dict)
    """The position of each row that is known to be one the owner keeps out of the books, by its hash and occurrence."""
    cancel: CancelToken | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    verdict: Verdict
    reason: str
    matched_id: int | None = None


@dataclass(slots=True)
class _Line:
    """A row with its tidied text; `number` is its position, or the id of the committed transaction."""

    number: int
    row: StatementRow
    content: tuple[date, int, bool, str]
    """Day, amount, whether it is pending, and the tidied text."""
    source: str = ""
    gone: str = ""
    """Why it is not in the books, where the owner decided so."""

    @property
    def text(self) -> str:
        return self.content[3]


def match_rows(
    rows: Sequence[StatementRow], committed: Sequence[CommittedStatementRow], *, context: MatchContext
) -> tuple[StagedTransaction, ...]:
    """Give every row its verdict; each committed transaction answers for at most one row.

    The tiers run from the strongest evidence to the weakest, each over what the stronger ones left. A bank reference
    alone never makes a duplicate: banks repeat them.
    """
    known = _Matching(rows, committed, context).run() if committed else {}
    new = _Found(Verdict.NEW, Reason.NEW)
    found = [known.get(position, new) for position in range(len(rows))]
    staged = by_column(
        StagedTransaction,
        len(rows),
        position=range(len(rows)),
        row=rows,
        verdict=[each.verdict for each in found],
        included=[each.verdict is not Verdict.DUPLICATE for each in found],
        reason=[each.reason for each in found],
        matched_id=[each.matched_id for each in found],
    )
    return tuple(staged)


class _Matching:
    """One run: rows and committed transactions that are still free, tier by tier."""

    def __init__(
        self, rows: Sequence[StatementRow], committed: Sequence[CommittedStatementRow], context: MatchContext
    ) -> None:
        self._source = context.source
        self._cancel = context.cancel
        self._free = {number: _Line(number, row, _content(row)) for number, row in enumerate(self._listening(rows))}
        self._theirs = {
            item.id: _Line(item.id, item.row, _content(item.row), item.format, _gone(item))
            for item in self._listening(committed)
            if item.row.booked_on != context.adjoining_day or (item.row_hash, item.occurrence) in context.gone
        }
        self._places = {
            context.gone[item.row_hash, item.occurrence]: item.id
            for item in (committed if context.gone else ())
            if item.deleted and (item.row_hash, item.occurrence) in context.gone
        }
        self._adjoining = {_content(item.row) for item in committed if item.row.booked_on == context.adjoining_day}
        self._taken_content: set[Hashable] = set()
        self._repeated = _repeated_references(self._free.values()) | _repeated_references(self._theirs.values())
        self._span = (min(row.booked_on for row in rows), max(row.booked_on for row in rows)) if rows else None
        self.found: dict[int, _Found] = {}

    def run(self) -> dict[int, _Found]:
        """The verdict of each row that is not simply new."""
        for position, number in self._places.items():
            self._take(self._free[position], self._theirs[number], found=_Found(Verdict.DUPLICATE, Reason.DELETED))
        self._tier(self._by_reference, Reason.REFERENCE)
        renumbered = len(self.found) == len(self._places) and self._numbers_anew()
        if not renumbered:
            self._set_apart_other_references()
        self._tier(_by_balance, Reason.IDENTICAL_BALANCE)
        self._tier(_to_the_letter, Reason.IDENTICAL)
        self._tier(lambda line: line.content, Reason.RENUMBERED if renumbered else Reason.IDENTICAL)
        self._settle()
        self._tier(self._by_day_elsewhere, Reason.OTHER_FILE_KIND)
        self._shift()
        self._name_repeats()
        return self.found

    def _tier(self, key_of: Callable[[_Line], Hashable | None], reason: str) -> None:
        """Pair rows and transactions with the same key, as often as both sides have it."""
        waiting: defaultdict[Hashable, deque[_Line]] = defaultdict(deque)
        for line in self._listening(self._theirs.values()):
            key = key_of(line)
            if key is not None:
                waiting[key].append(line)
        for line in self._listening(tuple(self._free.values())) if waiting else ():
            candidates = waiting.get(key_of(line))
            if candidates:
                self._take(line, candidates.popleft(), found=_Found(Verdict.DUPLICATE, reason))

    def _listening(self, items: Iterable[_T]) -> Iterator[_T]:
        """The items one by one, with an ear for a cancel."""
        for number, item in enumerate(items):
            if self._cancel is not None and not number % _BETWEEN_LOOKS:
                self._cancel.raise_if_cancelled()
            yield item

    def _take(self, line: _Line, theirs: _Line, *, found: _Found) -> None:
        reason = theirs.gone or found.reason
        matched = theirs.number if theirs.number > 0 else None
        verdict = Verdict.DUPLICATE if theirs.gone else found.verdict
        self.found[line.number] = _Found(verdict, reason, matched)
        self._taken_content.add(theirs.content)
        del self._free[line.number]
        del self._theirs[theirs.number]

    def _by_reference(self, line: _Line) -> Hashable | None:
        reference = line.row.bank_reference
        if not reference or reference in self._repeated:
            return None
        return (line.row.booked_on, line.row.amount, line.row.pending, reference)

    def _numbers_anew(self) -> bool:
        """Whether this bank gives the same transaction another reference in each file.

        Shown when of the committed transactions of these days two at least, and half of them or more, are here again
        by day, amount and text, and not one of them with its reference.
        """
        if self._span is None:
            return False
        first, last = self._span
        overlap = [
            line
            for line in self._theirs.values()
            if first <= line.row.booked_on <= last and line.source == self._source and _numbered(line)
        ]
        here = Counter(line.content for line in self._free.values() if _numbered(line))
        again = (Counter(line.content for line in overlap) & here).total()
        return again > 1 and 2 * again >= len(overlap)

    def _set_apart_other_references(self) -> None:
        """Rows whose trusted references differ are two transactions, however alike they look."""
        referenced = {
            line.content for line in self._theirs.values() if self._trusted(line) and line.source == self._source
        }
        unreferenced = {line.content for line in self._theirs.values() if not self._trusted(line)}
        for line in list(self._free.values()):
            if self._trusted(line) and line.content in referenced - unreferenced:
                self.found[line.number] = _Found(Verdict.NEW, Reason.OTHER_REFERENCE)
                del self._free[line.number]

    def _trusted(self, line: _Line) -> bool:
        return bool(line.row.bank_reference) and line.row.bank_reference not in self._repeated

    def _by_day_elsewhere(self, line: _Line) -> Hashable | None:
        if line.source == self._source or line.row.pending:
            return None
        return (line.row.booked_on, line.row.amount)

    def _settle(self) -> None:
        pending = [theirs for theirs in self._theirs.values() if theirs.row.pending]
        self._nearest_tier(pending, _settled_by, found=_Found(Verdict.SETTLES, Reason.SETTLES))
        if any(line.row.pending for line in self._free.values()):
            settled = _Found(Verdict.DUPLICATE, Reason.SETTLED_ALREADY)
            booked = [theirs for theirs in self._theirs.values() if not theirs.row.pending]
            self._nearest_tier(booked, lambda line, theirs: _settled_by(theirs, line), found=settled)

    def _shift(self) -> None:
        elsewhere = [theirs for theirs in self._theirs.values() if theirs.source != self._source]
        self._nearest_tier(elsewhere, _shifted, found=_Found(Verdict.DUPLICATE, Reason.OTHER_FILE_SHIFTED))

    def _nearest_tier(
        self, candidates: Iterable[_Line], fits: Callable[[_Line, _Line], bool], *, found: _Found
    ) -> None:
        """Pair each row with the fitting candidate of the same amount that is nearest in days, the first of equals."""
        near = NearestDays(((line.row.amount, line.row.booked_on, line) for line in candidates), days=SETTLING_DAYS)
        for line in self._listening(tuple(self._free.values())) if near else ():
            for theirs in near.around(line.row.amount, line.row.booked_on):
                if fits(line, theirs):
                    near.take(line.row.amount, theirs.row.booked_on, item=theirs)
                    self._take(line, theirs, found=found)
                    break

    def _name_repeats(self) -> None:
        for line in self._free.values():
            if line.content in self._taken_content:
                self.found[line.number] = _Found(Verdict.NEW, Reason.ANOTHER_IDENTICAL)
            elif line.content in self._adjoining:
                self.found[line.number] = _Found(Verdict.NEW, Reason.ADJOINS)


def _gone(item: CommittedStatementRow) -> str:
    return "" if not item.deleted else Reason.LEFT_OUT if item.left_out else Reason.DELETED


def _content(row: StatementRow) -> tuple[date, int, bool, str]:
    return (row.booked_on, row.amount, row.pending, normalised(f"{row.printed_payee} {row.memo}"))


def _by_balance(line: _Line) -> Hashable | None:
    return None if line.row.running_balance is None else (*line.content, line.row.running_balance)


def _to_the_letter(line: _Line) -> Hashable:
    """What the bank printed; two rows may read alike and yet have another reference or another day of purchase."""
    return (*line.content, line.row.bank_reference, line.row.made_on)


def _repeated_references(lines: Iterable[_Line]) -> set[str]:
    counts = Counter(line.row.bank_reference for line in lines)
    return {reference for reference, count in counts.items() if count > 1 or not reference}


def _numbered(line: _Line) -> bool:
    """Whether the bank has numbered this row for good; what is pending may be numbered anew in any case."""
    return bool(line.row.bank_reference) and not line.row.pending


def _days_apart(one: _Line, other: _Line) -> int:
    return abs((one.row.booked_on - other.row.booked_on).days)


def _shifted(line: _Line, theirs: _Line) -> bool:
    return (
        _days_apart(line, theirs) <= SHIFT_DAYS
        and line.row.pending == theirs.row.pending
        and alike(line.text, theirs.text)
    )


def _settled_by(booked: _Line, pending: _Line) -> bool:
    """Whether the second line is pending and the first is the same purchase, booked on that day or later."""
    if booked.row.pending or not pending.row.pending or booked.row.booked_on < pending.row.booked_on:
        return False
    reference = booked.row.bank_reference
    return bool(reference and reference == pending.row.bank_reference) or alike(booked.text, pending.text)
