"""What became of the rows of a statement when it was imported before, where it was taken back or rows of it deleted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.domain.staged import StagedTransaction, Verdict
from app.domain.statement import StatementRow
from app.ledger.match_reasons import Reason
from app.ledger.turned import GONE, another
from app.store.committed import CommittedStatementRow
from app.store.connection import Connection
from app.store.row_places import RowKey, came_again, placed_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class AsBefore:
    """What became of the rows of a statement when it was imported before, by position; empty for one never seen."""

    first_batch: int | None = None
    """The batch (its row number) that first brought the statement, where it was taken back."""
    occurrences: Mapping[int, int] = field(default_factory=dict)
    """The number that each had among identical rows."""
    added: frozenset[int] = frozenset()
    """Taken in although they looked like ones that were there."""
    held: Mapping[int, int] = field(default_factory=dict)
    """The transaction (id) that each is in the books now, where it is in them."""
    own: Mapping[int, int] = field(default_factory=dict)
    """Those that were transactions of their own: the newest transaction's id when they were taken back."""
    first_ids: Mapping[int, int] = field(default_factory=dict)
    """The first id of each transaction that came again since then."""
    gone: Mapping[RowKey, int] = field(default_factory=dict)
    """Left out, or deleted on purpose since: the position of each."""
    added_and_gone: Mapping[RowKey, int] = field(default_factory=dict)
    """Taken in so, and deleted on purpose since; or taken for one that was deleted or left out before."""

    def others(self, committed: tuple[CommittedStatementRow, ...]) -> tuple[CommittedStatementRow, ...]:
        """What the rows were matched with: less those that they had become themselves."""
        if not self.added_and_gone:
            return committed
        return tuple(item for item in committed if (item.row_hash, item.occurrence) not in self.added_and_gone)


def as_before(connection: Connection, account_id: int | None, *, rows: Sequence[StatementRow]) -> AsBefore:
    """What is remembered of a statement with these rows that was taken back, or of which rows were deleted."""
    if account_id is None:
        return AsBefore()
    found = placed_rows(connection, account_id, statement=rows)
    every = found.rows
    placed = [item for item in every if item.entry_id is None]
    own = {
        item.position: item.undone_after
        for item in placed
        if item.undone_after is not None and not (item.added or item.kept_out)
    }
    return AsBefore(
        first_batch=found.first_batch,
        occurrences={item.position: item.key[1] for item in every if item.key[1] > 0},
        added=frozenset(item.position for item in placed if item.added and not item.kept_out),
        held={item.position: item.entry_id for item in every if item.entry_id is not None},
        own=own,
        first_ids=came_again(connection, account_id, after=min(own.values())) if own else {},
        gone={item.key: item.position for item in placed if item.kept_out and not item.added},
        added_and_gone={item.key: item.position for item in placed if item.kept_out and item.added},
    )


def turned(rows: tuple[StagedTransaction, ...], before: AsBefore) -> tuple[StagedTransaction, ...]:
    """The rows as the owner decided on them in a review before, and since."""
    deleted = frozenset(before.added_and_gone.values())
    if not (before.added or deleted):
        return rows
    decided: list[StagedTransaction] = []
    for item in rows:
        if item.position in deleted and item.reason not in GONE:
            decided.append(
                replace(item, verdict=Verdict.DUPLICATE, included=False, reason=Reason.DELETED, matched_id=None)
            )
        elif item.position in before.added and item.verdict is not Verdict.NEW:
            decided.append(another(item))
        else:
            decided.append(item)
    return tuple(decided)
