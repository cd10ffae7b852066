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
from app.ledger.match_lines import (
    Found,
    Line,
    by_balance,
    content_of,
    found_again,
    is_numbered,
    is_settled_by,
    is_shifted,
    repeated_references,
    to_the_letter,
    why_gone,
)
from app.ledger.match_reasons import Reason
from app.ledger.nearest_days import NearestDays
from app.store.committed import CommittedStatementRow

SETTLING_DAYS = 10
"""A pending transaction is looked for among rows booked up to so many days later."""
_BETWEEN_LOOKS = 4096
"""A cancel is looked for after so many rows, which take some milliseconds."""
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchContext:
    """What is known around the rows: their kind of file, and the day that only adjoins a committed statement."""

    source: str
    """The format of its file, as the batch stores it."""
    adjoining_day: date | None = None
    gone: Mapping[tuple[str, int], int] = field(default_factory=dict)
    """The position of each row that is known to be one the owner keeps out of the books, by its hash and occurrence."""
    held: Mapping[int, int] = field(default_factory=dict)
    """The transaction (id) that each row is known to be, by position."""
    own: Mapping[int, int] = field(default_factory=dict)
    """Rows known to be transactions of their own, by position, and the newest id that this is known of."""
    first_ids: Mapping[int, int] = field(default_factory=dict)
    """The first id of transactions that were taken back and came again."""
    cancel: CancelToken | None = None


def match_rows(
    rows: Sequence[StatementRow], committed: Sequence[CommittedStatementRow], *, context: MatchContext
) -> tuple[StagedTransaction, ...]:
    """Give every row its verdict; each committed transaction answers for at most one row.

    The tiers run from the strongest evidence to the weakest, each over what the stronger ones left. A bank reference
    alone never makes a duplicate: banks repeat them.
    """
    found = [Found(Verdict.NEW, Reason.NEW)] * len(rows)
    for position, known in _Matching(rows, committed, context).run().items() if committed else ():
        found[position] = known
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
        self._context = context
        self._committed = committed
        self._source = context.source
        self._cancel = context.cancel
        self._free = {number: Line(number, row, content_of(row)) for number, row in enumerate(self._listening(rows))}
        held = frozenset(context.held.values())
        self._theirs = {
            item.id: Line(item.id, item.row, content_of(item.row), item.format, why_gone(item))
            for item in self._listening(committed)
            if item.row.booked_on != context.adjoining_day
            or item.id in held
            or (item.row_hash, item.occurrence) in context.gone
        }
        self._places = {
            context.gone[item.row_hash, item.occurrence]: item.id
            for item in (committed if context.gone else ())
            if item.deleted and (item.row_hash, item.occurrence) in context.gone
        }
        self._adjoining = {content_of(item.row) for item in committed if item.row.booked_on == context.adjoining_day}
        self._taken_content: set[Hashable] = set()
        self._repeated = repeated_references(self._free.values()) | repeated_references(self._theirs.values())
        self._span = (min(row.booked_on for row in rows), max(row.booked_on for row in rows)) if rows else None
        self.found: dict[int, Found] = {}

    def run(self) -> dict[int, Found]:
        """The verdict of each row that is not simply new."""
        for position, number in self._places.items():
            self._take(self._free[position], self._theirs[number], found=Found(Verdict.DUPLICATE, Reason.DELETED))
        for position, number in self._context.held.items():
            if number in self._theirs:
                line, theirs = self._free[position], self._theirs[number]
                self._take(line, theirs, found=found_again(line, theirs))
        self._set_apart_own()
        so_far = len(self.found)
        self._tier(self._by_reference, Reason.REFERENCE)
        renumbered = len(self.found) == so_far and self._numbers_anew()
        if not renumbered:
            self._set_apart_other_references()
        self._tier(by_balance, Reason.IDENTICAL_BALANCE)
        self._tier(to_the_letter, Reason.IDENTICAL)
        self._tier(lambda line: line.content, Reason.RENUMBERED if renumbered else Reason.IDENTICAL)
        self._settle()
        self._tier(self._by_day_elsewhere, Reason.OTHER_FILE_KIND)
        self._shift()
        self._name_repeats()
        return self.found

    def _set_apart_own(self) -> None:
        """Rows that were transactions of their own are so again; only what came since then may answer for them."""
        first = self._context.first_ids
        own = {place: newest for place, newest in self._context.own.items() if place in self._free}
        for newest in sorted(set(own.values())):
            lines = [self._free[place] for place in sorted(own) if own[place] == newest]
            since = [
                item for item in self._committed if first.get(item.id, item.id) > newest and item.id in self._theirs
            ]
            alone = MatchContext(source=self._source, cancel=self._cancel)
            known = _Matching([line.row for line in lines], since, alone).run() if since else {}
            for number, line in enumerate(lines):
                found = known.get(number)
                if found is not None and found.matched_id is not None:
                    self._take(line, self._theirs[found.matched_id], found=found)
                else:
                    self.found[line.number] = Found(Verdict.NEW, Reason.NEW)
                    del self._free[line.number]

    def _tier(self, key_of: Callable[[Line], Hashable | None], reason: str) -> None:
        """Pair rows and transactions with the same key, as often as both sides have it."""
        waiting: defaultdict[Hashable, deque[Line]] = defaultdict(deque)
        for line in self._listening(self._theirs.values()):
            key = key_of(line)
            if key is not None:
                waiting[key].append(line)
        for line in self._listening(tuple(self._free.values())) if waiting else ():
            candidates = waiting.get(key_of(line))
            if candidates:
                self._take(line, candidates.popleft(), found=Found(Verdict.DUPLICATE, reason))

    def _listening(self, items: Iterable[_T]) -> Iterator[_T]:
        """The items one by one, with an ear for a cancel."""
        for number, item in enumerate(items):
            if self._cancel is not None and not number % _BETWEEN_LOOKS:
                self._cancel.raise_if_cancelled()
            yield item

    def _take(self, line: Line, theirs: Line, *, found: Found) -> None:
        reason = theirs.gone or found.reason
        matched = theirs.number if theirs.number > 0 else None
        verdict = Verdict.DUPLICATE if theirs.gone else found.verdict
        self.found[line.number] = Found(verdict, reason, matched)
        self._taken_content.add(theirs.content)
        del self._free[line.number]
        del self._theirs[theirs.number]

    def _by_reference(self, line: Line) -> Hashable | None:
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
            if first <= line.row.booked_on <= last and line.source == self._source and is_numbered(line)
        ]
        here = Counter(line.content for line in self._free.values() if is_numbered(line))
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
                self.found[line.number] = Found(Verdict.NEW, Reason.OTHER_REFERENCE)
                del self._free[line.number]

    def _trusted(self, line: Line) -> bool:
        return bool(line.row.bank_reference) and line.row.bank_reference not in self._repeated

    def _by_day_elsewhere(self, line: Line) -> Hashable | None:
        if line.source == self._source or line.row.pending:
            return None
        return (line.row.booked_on, line.row.amount)

    def _settle(self) -> None:
        pending = [theirs for theirs in self._theirs.values() if theirs.row.pending]
        self._nearest_tier(pending, is_settled_by, found=Found(Verdict.SETTLES, Reason.SETTLES))
        if any(line.row.pending for line in self._free.values()):
            settled = Found(Verdict.DUPLICATE, Reason.SETTLED_ALREADY)
            booked = [theirs for theirs in self._theirs.values() if not theirs.row.pending]
            self._nearest_tier(booked, lambda line, theirs: is_settled_by(theirs, line), found=settled)

    def _shift(self) -> None:
        elsewhere = [theirs for theirs in self._theirs.values() if theirs.source != self._source]
        self._nearest_tier(elsewhere, is_shifted, found=Found(Verdict.DUPLICATE, Reason.OTHER_FILE_SHIFTED))

    def _nearest_tier(self, candidates: Iterable[Line], fits: Callable[[Line, Line], bool], *, found: Found) -> None:
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
                self.found[line.number] = Found(Verdict.NEW, Reason.ANOTHER_IDENTICAL)
            elif line.content in self._adjoining:
                self.found[line.number] = Found(Verdict.NEW, Reason.ADJOINS)
