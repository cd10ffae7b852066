"""The audit trail: each entry's SHA-256 covers the one before it, from the first entry on."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.audit_entry import AuditEntry, AuditEvent
from app.store.connection import Connection, Row

FIRST_LINK = "0" * 64
"""What the first entry follows."""

Details = tuple[tuple[str, str], ...]
_COLUMNS = "number, at, event, actor, session, version, details, digest"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainHead:
    """How many entries there are, and the digest of the last one."""

    count: int = 0
    digest: str = FIRST_LINK


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditFact:
    """What is to be written: event, who did it (`owner`, `program`, `kernel`), when, and in which session."""

    event: AuditEvent
    at: str
    session: str
    version: str
    actor: str = "owner"
    details: Details = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditVerdict:
    """What verifying gave. `reason`: `changed`, `missing`, `cut_off`, `unsealed`, `seal_missing`, or empty."""

    entries: int
    first_bad: int | None = None
    reason: str = ""

    @property
    def intact(self) -> bool:
        """Whether every entry is as it was written and none is missing."""
        return self.first_bad is None


def append(connection: Connection, head: ChainHead, *, fact: AuditFact) -> ChainHead:
    """Write one entry after `head`, and return the new head."""
    number = head.count + 1
    details = json.dumps(fact.details, ensure_ascii=False)
    fields = (number, fact.at, fact.event.value, fact.actor, fact.session, fact.version, details)
    digest = _digest(head.digest, fields)
    connection.execute(f"INSERT INTO audit ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (*fields, digest))  # noqa: S608
    return ChainHead(count=number, digest=digest)


def entries(connection: Connection, *, offset: int = 0, limit: int = -1) -> tuple[AuditEntry, ...]:
    """Entries, newest first; a limit of -1 is none."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM audit ORDER BY number DESC LIMIT ? OFFSET ?", (limit, offset))  # noqa: S608
    return tuple(_entry(row) for row in rows)


def verify(connection: Connection, sealed: ChainHead | None) -> AuditVerdict:
    """Walk the whole chain and compare it with the sealed head; names the first bad entry."""
    rows = _rows_after(connection, 0)
    found, bad = _walk(rows, ChainHead())
    if bad is not None:
        return bad
    if sealed is None:
        return AuditVerdict(entries=found.count, first_bad=max(found.count, 1), reason="seal_missing")
    if found.count < sealed.count:
        return AuditVerdict(entries=found.count, first_bad=found.count + 1, reason="cut_off")
    if found.count > sealed.count:
        return AuditVerdict(entries=found.count, first_bad=sealed.count + 1, reason="unsealed")
    if found.digest != sealed.digest:
        return AuditVerdict(entries=found.count, first_bad=max(found.count, 1), reason="changed")
    return AuditVerdict(entries=found.count)


def head_since(connection: Connection, sealed: ChainHead) -> ChainHead | AuditVerdict:
    """The head of a chain that goes on from the sealed one (a crash came before the seal), or what is wrong with it."""
    count = int(connection.execute("SELECT count(*) FROM audit").fetchall()[0][0])
    if count < sealed.count:
        return AuditVerdict(entries=count, first_bad=count + 1, reason="cut_off")
    link = connection.execute("SELECT digest FROM audit WHERE number = ?", (sealed.count,)).fetchone()
    if (link[0] if link else FIRST_LINK) != sealed.digest:
        return AuditVerdict(entries=count, first_bad=max(sealed.count, 1), reason="changed")
    found, bad = _walk(_rows_after(connection, sealed.count), sealed)
    return found if bad is None else bad


def last_head(connection: Connection) -> ChainHead:
    """The head as the table has it, unchecked."""
    row = connection.execute("SELECT number, digest FROM audit ORDER BY number DESC LIMIT 1").fetchone()
    return ChainHead() if row is None else ChainHead(count=int(row[0]), digest=str(row[1]))


def _rows_after(connection: Connection, number: int) -> Iterator[Row]:
    return iter(connection.execute(f"SELECT {_COLUMNS} FROM audit WHERE number > ? ORDER BY number", (number,)))  # noqa: S608


def _walk(rows: Iterator[Row], head: ChainHead) -> tuple[ChainHead, AuditVerdict | None]:
    for row in rows:
        expected = head.count + 1
        if row[0] != expected:
            return head, AuditVerdict(entries=head.count, first_bad=expected, reason="missing")
        if _digest(head.digest, row[:7]) != row[7]:
            return head, AuditVerdict(entries=head.count, first_bad=expected, reason="changed")
        head = ChainHead(count=expected, digest=str(row[7]))
    return head, None


def _digest(previous: str, fields: Row) -> str:
    return hashlib.sha256(json.dumps([previous, *fields], ensure_ascii=False).encode("utf-8")).hexdigest()


def _entry(row: Row) -> AuditEntry:
    number, at, event, actor, session, version, details, digest = row
    return AuditEntry(
        number=number,
        at=at,
        event=AuditEvent(event),
        actor=actor,
        session=session,
        version=version,
        details=tuple((str(name), str(value)) for name, value in json.loads(details)),
        digest=digest,
    )
