"""The table of committed import batches."""

import json
from dataclasses import asdict

from app.domain.errors import NotFoundError
from app.domain.staged import ImportBatch, StagedBatch
from app.store.committed import STILL_DELETED
from app.store.connection import Connection
from app.store.ids import batch_id, number_of

_COUNTS = (
    "WITH touched AS (SELECT batch_id, account_id, count(*) AS many FROM entry WHERE batch_id IS NOT NULL GROUP BY 1, 2"
    " UNION ALL SELECT batch_id, account_id, count(*) FROM undone_row GROUP BY 1, 2),"
    " spanned AS (SELECT batch_id, account_id, 0 FROM statement_span),"
    " every AS (SELECT * FROM touched UNION ALL SELECT * FROM spanned)"
    " SELECT batch_id, account.name, sum(many) FROM every JOIN account ON account.id = account_id"
    " GROUP BY batch_id, account.id ORDER BY account.name"
)


def add_batch(connection: Connection, batch: StagedBatch, *, file_digest: str, at: str) -> int:
    """Write the batch that a staged one becomes, under the same number; returns that number."""
    number = number_of(batch.id)
    connection.execute(
        "INSERT INTO batch (id, file, file_digest, format, preset, layout, reading_json, committed_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            number,
            batch.file,
            file_digest,
            "" if batch.format is None else batch.format.value,
            batch.preset or "",
            batch.layout,
            json.dumps(asdict(batch.reading)),
            at,
        ),
    )
    return number


def batches(connection: Connection) -> tuple[ImportBatch, ...]:
    """All batches, newest first; an undone one still says how many transactions it had brought."""
    counted: dict[int, tuple[int, tuple[str, ...]]] = {}
    for number, account, transactions in connection.execute(_COUNTS):
        before = counted.get(number, (0, ()))
        counted[number] = (before[0] + int(transactions), (*before[1], str(account)))
    rows = connection.execute("SELECT id, file, committed_at, format, undone_at FROM batch ORDER BY id DESC")
    return tuple(
        ImportBatch(
            id=batch_id(number),
            file=file,
            committed_at=committed_at,
            format=source,
            transactions=counted.get(number, (0, ()))[0],
            accounts=counted.get(number, (0, ()))[1],
            undone_at=undone_at,
        )
        for number, file, committed_at, source, undone_at in rows
    )


def batch_by_id(connection: Connection, name: str) -> ImportBatch:
    """One batch; raises NotFoundError."""
    number = number_of(name)
    for batch in batches(connection):
        if batch.id == batch_id(number):
            return batch
    raise NotFoundError("import", name)


def batch_seen(connection: Connection, file_digest: str) -> str | None:
    """The newest batch, not undone, that came from the very same bytes."""
    row = connection.execute(
        "SELECT max(id) FROM batch WHERE file_digest = ? AND file_digest <> '' AND undone_at IS NULL",
        (file_digest,),
    ).fetchone()
    return None if row is None or row[0] is None else batch_id(int(row[0]))


def books_stamp(connection: Connection) -> str:
    """Another text whenever transactions came, were taken back or were deleted, so that rows must be matched anew."""
    row = connection.execute(
        "SELECT coalesce(max(id), 0), count(undone_at), (SELECT count(*) FROM deleted_row),"  # noqa: S608
        f" (SELECT count(*) FROM deleted_row WHERE {STILL_DELETED}) FROM batch"
    ).fetchall()[0]
    return "/".join(str(part) for part in row)


def accounts_by_file(connection: Connection) -> dict[str, frozenset[int]]:
    """Which accounts each file's transactions went to, by file name, undone batches left out."""
    found: dict[str, set[int]] = {}
    rows = connection.execute(
        "SELECT DISTINCT file, account_id FROM batch JOIN statement_span ON statement_span.batch_id = batch.id"
        " WHERE undone_at IS NULL"
    )
    for file, account_id in rows:
        found.setdefault(str(file), set()).add(int(account_id))
    return {file: frozenset(ids) for file, ids in found.items()}
