"""The seal of the audit trail: count and head, kept beside the vault under a key of their own."""

import hmac
import json
from dataclasses import dataclass
from pathlib import Path

from app.base.files import write_whole
from app.base.log import logger
from app.domain.errors import FolderNotWritableError
from app.store.audit_log import AuditVerdict, ChainHead, head_since, last_head, verify
from app.store.connection import Connection
from app.store.keys import derived_key

_log = logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """What is sealed. A fault once found stays in the seal, so that later entries do not cover it up."""

    head: ChainHead
    fault: AuditVerdict | None = None


class AuditSeal:
    """The sealed head of one open vault: held in memory, and in the file after each entry."""

    def __init__(self, path: Path, vault_key: bytes) -> None:
        self._path = path
        self._key = derived_key(vault_key, "audit seal")
        self._current = Seal(head=ChainHead())

    @property
    def head(self) -> ChainHead:
        """After which entry the next one is written."""
        return self._current.head

    def open(self, connection: Connection) -> None:
        """Take up the trail where the file left it; what does not fit is kept as a fault."""
        stored = self._load()
        if stored is None:
            found = last_head(connection)
            fault = AuditVerdict(entries=found.count, first_bad=max(found.count, 1), reason="seal_missing")
            self._store(Seal(head=found, fault=fault if found.count else None))
            return
        head = head_since(connection, stored.head)
        if isinstance(head, ChainHead):
            self._store(Seal(head=head, fault=stored.fault))
        else:
            self._store(Seal(head=last_head(connection), fault=stored.fault or head))

    def renew(self, head: ChainHead) -> None:
        """Seal a new head; called after its entry is on disk."""
        self._store(Seal(head=head, fault=self._current.fault))

    def verify(self, connection: Connection) -> AuditVerdict:
        """Whether the whole trail is as it was written."""
        stored = self._load()
        verdict = verify(connection, None if stored is None else stored.head)
        if verdict.intact and stored is not None and stored.fault is not None:
            return stored.fault
        return verdict

    def _store(self, seal: Seal) -> None:
        self._current = seal
        body = _body(seal)
        try:
            write_whole(self._path, json.dumps({"body": body, "mac": self._mac(body)}).encode("utf-8"))
        except FolderNotWritableError:
            # The entry itself is on disk already; the next unlock takes up the trail from the older seal.
            _log.warning("the audit seal could not be written")

    def _load(self) -> Seal | None:
        try:
            stored = json.loads(self._path.read_bytes())
            body = stored["body"]
            if not hmac.compare_digest(self._mac(body).encode(), str(stored["mac"]).encode()):
                return None
            fault = body["fault"]
            return Seal(
                head=ChainHead(count=body["count"], digest=body["head"]),
                fault=None if fault is None else AuditVerdict(entries=fault[0], first_bad=fault[1], reason=fault[2]),
            )
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def _mac(self, body: object) -> str:
        return hmac.new(self._key, json.dumps(body, sort_keys=True).encode("utf-8"), "sha256").hexdigest()


def _body(seal: Seal) -> dict[str, object]:
    fault = seal.fault
    return {
        "count": seal.head.count,
        "head": seal.head.digest,
        "fault": None if fault is None else [fault.entries, fault.first_bad, fault.reason],
    }
