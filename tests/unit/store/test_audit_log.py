"""L2: edits, deletions, swaps and cut tails of the audit trail are found, and the first bad entry is named."""

import random
from pathlib import Path

import pytest

from app.domain.audit_entry import AuditEvent
from app.store.audit_log import AuditFact, ChainHead, append, verify
from app.store.connection import Connection, open_vault_database
from app.store.migrate import migrate
from tests.helpers.vault import new_vault, places_in, reopened

ENTRIES = 60
COLUMNS = ("at", "event", "actor", "session", "version", "details", "digest")


@pytest.fixture
def trail(tmp_path: Path) -> tuple[Connection, ChainHead]:
    connection = open_vault_database(tmp_path / "trail.db", bytes(range(32)))
    migrate(connection, tmp_path / "trail.db")
    head = ChainHead()
    for number in range(ENTRIES):
        details = (("rows", str(number)), ("batch", f"b-{number:06d}"))
        fact = AuditFact(
            event=AuditEvent.IMPORTED,
            at=f"2025-11-30T12:00:{number % 60:02d}Z",
            session="s",
            version="1",
            details=details,
        )
        head = append(connection, head, fact=fact)
    return connection, head


def tamper(connection: Connection, chance: random.Random) -> int:
    """Do one thing to the trail; returns the number of the first entry that is then bad."""
    number = chance.randint(1, ENTRIES)
    match chance.choice(("edit", "delete", "swap", "cut", "move")):
        case "edit":
            column = chance.choice(COLUMNS)
            connection.execute(f"UPDATE audit SET {column} = {column} || 'x' WHERE number = ?", (number,))
            return number
        case "delete":
            connection.execute("DELETE FROM audit WHERE number = ?", (number,))
            return number
        case "swap":
            other = chance.choice([candidate for candidate in range(1, ENTRIES + 1) if candidate != number])
            for old, new in ((number, -1), (other, number), (-1, other)):
                connection.execute("UPDATE audit SET number = ? WHERE number = ?", (new, old))
            return min(number, other)
        case "cut":
            connection.execute("DELETE FROM audit WHERE number >= ?", (number,))
            return number
        case _:
            connection.execute("UPDATE audit SET number = ? WHERE number = ?", (ENTRIES + 5, number))
            return min(ENTRIES, number)


def test_500_of_500_tamperings_are_found_and_the_first_bad_entry_is_named(trail: tuple[Connection, ChainHead]) -> None:
    connection, head = trail
    assert verify(connection, head).intact
    chance = random.Random(20251130)
    for case in range(500):
        connection.execute("BEGIN")
        first_bad = tamper(connection, chance)
        verdict = verify(connection, head)
        connection.execute("ROLLBACK")
        assert verdict.first_bad == first_bad, case
    assert verify(connection, head).intact
    connection.close()


def test_a_trail_written_anew_from_some_entry_on_does_not_fit_its_seal(trail: tuple[Connection, ChainHead]) -> None:
    connection, head = trail
    connection.execute("DELETE FROM audit WHERE number > 10")
    row = connection.execute("SELECT digest FROM audit WHERE number = 10").fetchall()[0]
    forged = ChainHead(count=10, digest=row[0])
    for _ in range(ENTRIES - 10):
        forged = append(connection, forged, fact=AuditFact(event=AuditEvent.WIPED, at="x", session="s", version="1"))
    assert forged.count == head.count
    assert verify(connection, head).reason == "changed"
    connection.close()


@pytest.mark.parametrize("how", ["deleted", "altered", "emptied"])
def test_a_lost_seal_is_a_fault_that_later_entries_do_not_cover(tmp_path: Path, how: str) -> None:
    new_vault(tmp_path)[0].close()
    seal = places_in(tmp_path).audit_seal
    if how == "deleted":
        seal.unlink()
    else:
        seal.write_bytes(b"" if how == "emptied" else seal.read_bytes().replace(b'"count": 2', b'"count": 1'))
    for _ in range(2):
        session = reopened(tmp_path)
        verdict = session.verify_audit()
        session.close()
        assert verdict.reason == "seal_missing"
        assert verdict.first_bad == 2


def test_a_tail_cut_while_the_vault_was_shut_stays_found(tmp_path: Path) -> None:
    session, _ = new_vault(tmp_path)
    key = session.vault_key()
    for _ in range(5):
        session.note(AuditEvent.MODEL_LOADED)
    session.close()
    connection = open_vault_database(places_in(tmp_path).database, key)
    connection.execute("DELETE FROM audit WHERE number > 3")
    connection.close()
    for _ in range(2):
        session = reopened(tmp_path)
        verdict = session.verify_audit()
        session.close()
        assert (verdict.reason, verdict.first_bad) == ("cut_off", 4)


def test_a_crash_between_an_entry_and_its_seal_is_no_fault(tmp_path: Path) -> None:
    session, _ = new_vault(tmp_path)
    older = places_in(tmp_path).audit_seal.read_bytes()
    session.note(AuditEvent.MODEL_LOADED)
    session.close()
    places_in(tmp_path).audit_seal.write_bytes(older)
    session = reopened(tmp_path)
    assert session.verify_audit().intact
    session.close()
