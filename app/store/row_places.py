"""Where rows that look alike stood in their statement, so that the same file brings each back as the one it was."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.domain.statement import StatementRow
from app.store.connection import Connection, Row
from app.store.ids import id_list, text_list
from app.store.occurrences import WERE_PENDING
from app.store.row_decisions import ADDED, DELETED, SETTLED
from app.store.row_identity import Days, row_hash, row_hashes

RowKey = tuple[str, int]
"""The hash of a row, and its occurrence on its account; a number below 0 where it was taken for one that was gone."""

_PLACE = "place "
_TAKEN_BACK = (
    "SELECT first_batch_id FROM batch_statement JOIN batch ON batch.id = batch_id"
    " WHERE account_id = ? AND statement = ? GROUP BY 1 HAVING count(undone_at) = count(*) ORDER BY 1"
)
_UNDONE = (
    "SELECT row_hash, occurrence, max(newest_when_undone) FROM batch_statement"
    " JOIN batch ON batch.id = batch_statement.batch_id JOIN undone_row USING (batch_id, account_id)"
    " WHERE account_id = ? AND statement = ? AND first_batch_id = ? GROUP BY 1, 2"
)
_PLACED = (
    "SELECT row_hash, occurrence, CASE WHEN field = ? THEN value END FROM edit WHERE account_id = ? AND field GLOB ?"
)
_AMONG = "row_hash IN (SELECT value FROM json_each(?))"
_SAID = f"SELECT row_hash, occurrence, value FROM edit WHERE account_id = ? AND field = ? AND {_AMONG}"  # noqa: S608
_GONE = f"SELECT row_hash, occurrence FROM deleted_row WHERE account_id = ? AND {_AMONG}"  # noqa: S608
_GONE_BOOKED = (
    "SELECT substr(value, instr(value, ' ') + 1), CAST(value AS INTEGER) FROM edit"  # noqa: S608
    " JOIN deleted_row USING (account_id, row_hash, occurrence) WHERE account_id = ?1"
    f" AND field = '{SETTLED}' AND substr(value, instr(value, ' ') + 1) IN (SELECT value FROM json_each(?2))"
)
"""Pending rows that were deleted as the booked ones they had become."""
_OF = "{0}.account_id = ?1 AND {0}.row_hash IN (SELECT value FROM json_each(?2))"
_STANDING = (
    f"SELECT row_hash, occurrence, id FROM entry WHERE {_OF.format('entry')}",  # noqa: S608
    (
        f"SELECT before.row_hash, before.occurrence, entry_id FROM {WERE_PENDING} AS before"  # noqa: S608
        f" JOIN entry ON entry.id = entry_id WHERE {_OF.format('before')}"
    ),
    (
        "SELECT edit.row_hash, edit.occurrence, entry.id FROM edit JOIN entry ON entry.account_id = edit.account_id"  # noqa: S608
        " AND entry.row_hash = substr(value, instr(value, ' ') + 1) AND entry.occurrence = CAST(value AS INTEGER)"
        f" WHERE field = '{SETTLED}' AND {_OF.format('edit')}"
    ),
    (
        "SELECT substr(value, instr(value, ' ') + 1), CAST(value AS INTEGER), entry.id FROM edit"  # noqa: S608
        " JOIN entry USING (account_id, row_hash, occurrence) WHERE account_id = ?1"
        f" AND field = '{SETTLED}' AND substr(value, instr(value, ' ') + 1) IN (SELECT value FROM json_each(?2))"
    ),
)
"""The transaction of a row: as it came, as the booked one that it is now, as the pending one that it had settled, and
as the booked one that had settled it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedRow:
    """A row of a statement that was imported before."""

    position: int
    """0-based within its statement."""
    key: RowKey
    entry_id: int | None
    """The transaction that it is in the books now, as it came or not."""
    added: bool
    """The owner took it in although it looked like one that was there, or that was kept out of the books."""
    kept_out: bool
    """Left out, or deleted on purpose, and not taken in since."""
    undone_after: int | None
    """Where an import of this statement was taken back: the newest transaction's id at that time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedRows:
    """The rows of a statement that was taken back, and the batch that first brought it (its row number)."""

    first_batch: int | None = None
    rows: tuple[PlacedRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Brought:
    """A batch (its row number) that brings a statement, and the first one that brought it."""

    batch: int
    first_batch: int


def keys_alike(
    connection: Connection, account_id: int, *, ids: Iterable[int], hashes: Iterable[str]
) -> dict[int, RowKey]:
    """The keys of all transactions of an account that look like these ids, or have one of these hashes; by id."""
    rows = connection.execute(
        "SELECT id, row_hash, occurrence FROM entry WHERE account_id = ? AND row_hash IN (SELECT value FROM"
        " json_each(?) UNION SELECT row_hash FROM entry WHERE id IN (SELECT value FROM json_each(?)))",
        (account_id, text_list(hashes), id_list(ids)),
    )
    return {int(number): (str(digest), int(occurrence)) for number, digest, occurrence in rows}


def remember_places(
    connection: Connection,
    account_id: int,
    *,
    places: Mapping[int, RowKey],
    statement: Sequence[StatementRow],
    brought: Brought,
) -> None:
    """Remember that a batch brought this statement, and which transactions the rows at these positions of it are."""
    connection.execute(
        "INSERT OR IGNORE INTO batch_statement (account_id, statement, batch_id, first_batch_id) VALUES (?, ?, ?, ?)",
        (account_id, _name(statement), brought.batch, brought.first_batch),
    )
    connection.executemany(
        "INSERT OR REPLACE INTO edit (account_id, row_hash, occurrence, field, value, edited_at)"
        " SELECT ?, ?, ?, ?, ?, committed_at FROM batch WHERE id = ?",
        [
            (
                account_id,
                *key,
                f"{_PLACE}{brought.first_batch} {_name(statement)}",
                f"{position} {row_hash(statement[position])}",
                brought.batch,
            )
            for position, key in places.items()
        ],
    )


def came_again(connection: Connection, account_id: int, *, after: int) -> dict[int, int]:
    """Transactions with ids beyond `after` that had been taken back before they came, and the first id of each."""
    rows = connection.execute(
        "SELECT entry.id, min(undone_row.entry_id) FROM entry JOIN undone_row USING (account_id, row_hash, occurrence)"
        " WHERE account_id = ? AND entry.id > ? AND undone_row.entry_id IS NOT NULL GROUP BY 1",
        (account_id, after),
    )
    return {int(number): int(first) for number, first in rows}


def placed_rows(connection: Connection, account_id: int, *, statement: Sequence[StatementRow]) -> PlacedRows:
    """What is remembered of a statement with these rows that was taken back, a row at most for each position.

    Of several imports of it that were taken back it is the one that knows most of its rows, the oldest of equals.
    Where a position has several rows, one that is not in the books goes before one that is, and what the owner took in
    before what was deleted, and that before the others.
    """
    name = _name(statement)
    taken_back = [int(first) for (first,) in connection.execute(_TAKEN_BACK, (account_id, name)).fetchall()]
    if not taken_back:
        return PlacedRows()
    digests = row_hashes(statement, Days())
    best: tuple[int, dict[int, list[RowKey]], dict[RowKey, int]] = (0, {}, {})
    for first in taken_back:
        undone = {
            (digest, number): after for digest, number, after in connection.execute(_UNDONE, (account_id, name, first))
        }
        batch = f"{_PLACE}{first} "
        places = connection.execute(_PLACED, (batch + name, account_id, batch + "*")).fetchall()
        keys = _keys_by_position(digests, places, undone=undone)
        if len(keys) > len(best[1]):
            best = (first, keys, undone)
    first, keys, undone = best
    rows = _rows(connection, account_id, keys=keys, undone=undone)
    return PlacedRows(first_batch=first or None, rows=rows)


def _rows(
    connection: Connection, account_id: int, *, keys: Mapping[int, list[RowKey]], undone: Mapping[RowKey, int]
) -> tuple[PlacedRow, ...]:
    hashes = text_list({digest for found in keys.values() for digest, _ in found})
    deleted = {
        (digest, number)
        for sql in (_GONE, _GONE_BOOKED)
        for digest, number in connection.execute(sql, (account_id, hashes))
    }
    standing = {
        (digest, number): entry_id
        for sql in reversed(_STANDING)
        for digest, number, entry_id in connection.execute(sql, (account_id, hashes))
        if sql == _STANDING[0] or (digest, number) not in deleted
    }
    said = {(digest, number): value for digest, number, value in connection.execute(_SAID, (account_id, ADDED, hashes))}

    def rank(key: RowKey) -> tuple[bool, bool, bool, int]:
        return key in standing, said.get(key) != "", key not in deleted, key[1]

    return tuple(
        PlacedRow(
            position=position,
            key=key,
            entry_id=standing.get(key),
            added=key in said or key[1] < 0,
            kept_out=key not in standing and _kept_out(key, said=said.get(key), deleted=key in deleted),
            undone_after=undone.get(key),
        )
        for position, found in keys.items()
        for key in (min(found, key=rank),)
    )


def _kept_out(key: RowKey, *, said: str | None, deleted: bool) -> bool:
    return key[1] < 0 or said == DELETED or (said is None and deleted)


def _keys_by_position(
    digests: Sequence[str], places: Sequence[Row], *, undone: Mapping[RowKey, int]
) -> dict[int, list[RowKey]]:
    """The keys remembered of each position; a row that is the only one of its kind needs no place to be found by.

    Places without a position are of other statements of the same file.
    """
    found: dict[int, list[RowKey]] = {}
    for digest, number, place in places:
        position, _, own = str(place or "").partition(" ")
        if position and int(position) < len(digests) and digests[int(position)] == own:
            found.setdefault(int(position), []).append((digest, number))
    times = Counter(digests)
    alone = {digest: position for position, digest in enumerate(digests) if times[digest] == 1}
    for digest, number in undone.keys() - {(digest, number) for digest, number, _ in places}:
        if digest in alone:
            found.setdefault(alone[digest], []).append((digest, number))
    return found


def _name(statement: Sequence[StatementRow]) -> str:
    """Tells one statement from another: how many rows, their sum, their days. Rows are held against their hashes."""
    days = [row.booked_on for row in statement]
    span = f"{min(days)}/{max(days)}" if days else ""
    return f"{len(statement)}/{sum(row.amount for row in statement)}/{span}"
