"""L1: a scripted session gives exactly the known entries, each with time, actor, session and version; no content."""

import json
import sys
from pathlib import Path

import pytest

from app.bootstrap.assistant import RunningPlanner
from app.domain.audit_entry import AuditEntry, AuditEvent
from app.domain.errors import WrongPassphraseError
from app.ledger.book import Book
from app.ledger.vault_access import VaultAccess
from app.lockdown import Answer, Attempt, AttemptKind
from app.presenters.asking import Asking
from app.privacy.attempt_trail import AttemptTrail
from app.privacy.wipe import wipe
from tests.helpers.demo_book import CLOCK, demo_statements
from tests.helpers.terminal import Terminal, new_terminal, program_copy
from tests.helpers.vault import CHEAP, PASSPHRASE, places_in

QUESTION = "so what did all those CANARYQUESTION coffees cost me lately"
ATTEMPT = Attempt(
    sequence=1, monotonic=0.0, wall=0.0, pid=1, thread=1, process="python", command="", call="socket", family="IPv4",
    address="", answer=Answer.REFUSED, kind=AttemptKind.NETWORK,
)  # fmt: skip
OWNER, PROGRAM, KERNEL = "owner", "program", "kernel"
FIRST = [
    (AuditEvent.VAULT_CREATED, OWNER),
    (AuditEvent.IMPORTED, OWNER),
    (AuditEvent.TRANSACTIONS_EDITED, OWNER),
    (AuditEvent.IMPORT_UNDONE, OWNER),
    (AuditEvent.SETTING_CHANGED, OWNER),
    (AuditEvent.SETTING_CHANGED, OWNER),
    (AuditEvent.KEY_SLOT_CHANGED, OWNER),
    (AuditEvent.KEY_SLOT_CHANGED, OWNER),
    (AuditEvent.EXPORTED, OWNER),
    (AuditEvent.EXPORTED, OWNER),
    (AuditEvent.WIPED, OWNER),
    (AuditEvent.NETWORK_ATTEMPT, KERNEL),
    (AuditEvent.LOCKED, OWNER),
]
SECOND = [
    (AuditEvent.UNLOCK_FAILED, PROGRAM),
    (AuditEvent.UNLOCKED, OWNER),
    (AuditEvent.MODEL_LOADED, PROGRAM),
    (AuditEvent.QUESTION_ASKED, OWNER),
    (AuditEvent.QUESTION_ASKED, OWNER),
]
THERE_ALREADY = {AuditEvent.RESTORED}


def access(folder: Path, trail: AttemptTrail | None = None) -> VaultAccess:
    own = trail or AttemptTrail()
    return VaultAccess(places_in(folder), CLOCK, derivation=CHEAP, before_lock=own.write)


def first_session(folder: Path) -> None:
    trail = AttemptTrail()
    book, _ = access(folder, trail).create(PASSPHRASE, "USD")
    with book:
        batch, _ = book.commit(book.stage(demo_statements()[0]).id)
        book.set_category([book.transactions(limit=1)[0].id], "Groceries")
        book.undo(batch)
        book.set_setting("theme", "dark")
        book.set_setting("keep_questions", True)
        book.change_passphrase(PASSPHRASE, "another one, just as long")
        book.new_recovery_code()
        book.export(folder / "all.csv")
        book.export(folder / "all.coffer")
        wipe(book.session)
        trail.add([ATTEMPT])


def second_session(folder: Path) -> tuple[AuditEntry, ...]:
    with pytest.raises(WrongPassphraseError):
        access(folder).unlock(PASSPHRASE)
    book = access(folder).unlock("another one, just as long")
    planner = RunningPlanner()
    with book:
        planner.tell_loads(book.note_model_loaded)
        asking = Asking(book, planner, clock=CLOCK)
        try:
            for _ in range(2):
                assert asking.ask(QUESTION).planned_by == "model"
        finally:
            planner.close()
        return tuple(reversed(book.audit_entries()))


def test_every_event_of_a_scripted_session_is_there_and_no_other(tmp_path: Path) -> None:
    first_session(tmp_path)
    entries = second_session(tmp_path)
    assert [(entry.event, entry.actor) for entry in entries] == FIRST + SECOND
    covered = {event for event, _ in FIRST + SECOND} | THERE_ALREADY
    assert covered == set(AuditEvent), "an event of the trail is in no scripted session"
    assert all(entry.at and entry.session and entry.version for entry in entries)
    assert len({entry.session for entry in entries}) == 2
    (loaded,) = [dict(entry.details) for entry in entries if entry.event is AuditEvent.MODEL_LOADED]
    assert loaded["model"].startswith("sha256:")
    written = json.dumps([entry.details for entry in entries])
    for canary in ("CANARY", "coffees", "Groceries", PASSPHRASE, "dark", str(tmp_path)):
        assert canary not in written


def test_a_restored_vault_says_so(tmp_path: Path) -> None:
    book, _ = access(tmp_path).create(PASSPHRASE, "USD")
    with book:
        book.export(tmp_path / "all.coffer")
    restored: Book = access(tmp_path / "other").restore(tmp_path / "all.coffer", PASSPHRASE)
    with restored:
        events = [entry.event for entry in restored.audit_entries()]
        assert AuditEvent.RESTORED in events
        assert restored.verify_audit() is None


ATTEMPTING = '''"""Bootstrap with attempts at the network before and inside a command."""

import socket
import subprocess
import sys

from app.bootstrap.start import run as start
from app.lockdown import Lock

__all__ = ["run"]


def run(argv: list[str], lock: Lock) -> int:
    for _ in range(3):
        try:
            socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        except OSError:
            continue
    child = "import socket; socket.socket(socket.AF_INET6)"
    subprocess.run([sys.executable, "-c", child], stderr=subprocess.DEVNULL, check=False)
    return start(argv, lock)
'''


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's own rows")
def test_what_the_kernel_refused_is_in_the_trail_with_the_kernel_as_actor(tmp_path: Path) -> None:
    """The real program under its real lock, in a copy whose start attempts the network four times."""
    terminal = new_terminal(tmp_path)
    attempting = Terminal(tmp_path, program_copy(tmp_path / "copy", bootstrap=ATTEMPTING))
    assert attempting.run("accounts").code == 0
    entries = [entry for entry in terminal.run("audit").lines if entry["event"] == "network_attempt"]
    assert {entry["actor"] for entry in entries} == {"kernel"}
    tried = {(entry["details"]["family"], int(entry["details"]["attempts"])) for entry in entries}
    assert tried == {("IPv4", 3), ("IPv6", 1)}
