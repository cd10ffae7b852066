"""Rows as the matching holds them against each other, and what two of them may have in common."""

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.staged import Verdict
from app.domain.statement import StatementRow
from app.ledger.match_reasons import Reason
from app.ledger.match_text import alike, normalised
from app.store.committed import CommittedStatementRow

SHIFT_DAYS = 4
"""Two kinds of file may date the same transaction so many days apart (made on, booked on, value on)."""


@dataclass(frozen=True, slots=True)
class Found:
    """The verdict of a row, why, and the committed transaction it was matched with."""

    verdict: Verdict
    reason: str
    matched_id: int | None = None


@dataclass(slots=True)
class Line:
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


def why_gone(item: CommittedStatementRow) -> str:
    """Why a row is not in the books, where the owner decided so; else empty."""
    return "" if not item.deleted else Reason.LEFT_OUT if item.left_out else Reason.DELETED


def found_again(line: Line, theirs: Line) -> Found:
    """The verdict of a row that is known to be this transaction."""
    if line.row.pending == theirs.row.pending:
        return Found(Verdict.DUPLICATE, Reason.IDENTICAL)
    if line.row.pending:
        return Found(Verdict.DUPLICATE, Reason.SETTLED_ALREADY)
    return Found(Verdict.SETTLES, Reason.SETTLES)


def content_of(row: StatementRow) -> tuple[date, int, bool, str]:
    """Day, amount, whether it is pending, and the tidied text."""
    return (row.booked_on, row.amount, row.pending, normalised(f"{row.printed_payee} {row.memo}"))


def by_balance(line: Line) -> Hashable | None:
    """Its content with its running balance, where it has one."""
    return None if line.row.running_balance is None else (*line.content, line.row.running_balance)


def to_the_letter(line: Line) -> Hashable:
    """What the bank printed; two rows may read alike and yet have another reference or another day of purchase."""
    return (*line.content, line.row.bank_reference, line.row.made_on)


def repeated_references(lines: Iterable[Line]) -> set[str]:
    """Bank references that several of the rows have, and the empty one."""
    counts = Counter(line.row.bank_reference for line in lines)
    return {reference for reference, count in counts.items() if count > 1 or not reference}


def is_numbered(line: Line) -> bool:
    """Whether the bank has numbered this row for good; what is pending may be numbered anew in any case."""
    return bool(line.row.bank_reference) and not line.row.pending


def _days_apart(one: Line, other: Line) -> int:
    return abs((one.row.booked_on - other.row.booked_on).days)


def is_shifted(line: Line, theirs: Line) -> bool:
    """Whether two rows of different kinds of file may be the same transaction, dated some days apart."""
    return (
        _days_apart(line, theirs) <= SHIFT_DAYS
        and line.row.pending == theirs.row.pending
        and alike(line.text, theirs.text)
    )


def is_settled_by(booked: Line, pending: Line) -> bool:
    """Whether the second line is pending and the first is the same purchase, booked on that day or later."""
    if booked.row.pending or not pending.row.pending or booked.row.booked_on < pending.row.booked_on:
        return False
    reference = booked.row.bank_reference
    return bool(reference and reference == pending.row.bank_reference) or alike(booked.text, pending.text)
