"""The session: one write is one SQL transaction with its audit entry; reads can't write; plans see little; cancel works."""

from pathlib import Path

import pytest

from app.base.tasks import CancelToken
from app.domain.audit_entry import AuditEvent
from app.domain.changes import ChangeKind, Changes
from app.domain.errors import CancelledError, CofferError
from app.store.audit_log import entries
from app.store.caches import get, put
from app.store.connection import Connection, DatabaseError, open_vault_database
from tests.helpers.vault import new_vault, places_in, reopened

FORBIDDEN = (
    "SELECT * FROM audit", "SELECT * FROM setting", "SELECT wrapped FROM cache_key", "SELECT json FROM staged",
    "SELECT * FROM sqlite_schema", "DELETE FROM entry", "UPDATE account SET name = ''", "INSERT INTO payee (name) VALUES ('x')",
    "ATTACH ':memory:' AS other", "PRAGMA key", "PRAGMA query_only = OFF", "SELECT load_extension('x')",
    "CREATE TEMP TABLE t (a)", "DROP TABLE entry", "VACUUM", "SELECT writefile('x', 'y')", "SELECT randomblob(9)",
    "BEGIN", "SELECT * FROM edit", "SELECT * FROM pragma_table_list",
)  # fmt: skip


def add_payee(connection: Connection, name: str) -> tuple[str, Changes]:
    connection.execute("INSERT INTO payee (name) VALUES (?)", (name,))
    return name, Changes.of(ChangeKind.TRANSACTIONS)


def payees(connection: Connection) -> list[str]:
    return [row[0] for row in connection.execute("SELECT name FROM payee ORDER BY name")]


def test_a_write_and_its_entry_are_one(tmp_path: Path) -> None:
    session, _ = new_vault(tmp_path)
    told: list[Changes] = []
    session.on_changes(told.append)
    session.write(lambda c: add_payee(c, "kept"), event=AuditEvent.IMPORTED, details=lambda name: (("name", name),))
    assert told == [Changes.of(ChangeKind.TRANSACTIONS, ChangeKind.AUDIT)]

    def fails(connection: Connection) -> tuple[str, Changes]:
        add_payee(connection, "lost")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        session.write(fails, event=AuditEvent.IMPORTED)
    with pytest.raises(ZeroDivisionError):
        session.write(lambda c: add_payee(c, "lost"), event=AuditEvent.IMPORTED, details=lambda _: 1 // 0)  # type: ignore[arg-type,return-value]
    assert session.read(payees) == ["kept"]
    assert session.read(entries)[0].details == (("name", "kept"),)
    assert session.verify_audit().intact
    assert len(told) == 1
    session.close()


def test_a_read_can_not_write(tmp_path: Path) -> None:
    session, _ = new_vault(tmp_path)
    with pytest.raises(CofferError):
        session.read(lambda c: add_payee(c, "sneaked in"))
    assert session.read(payees) == []
    session.close()


@pytest.mark.parametrize("sql", FORBIDDEN)
def test_a_plan_may_only_select_from_its_tables(tmp_path: Path, sql: str) -> None:
    session, _ = new_vault(tmp_path)
    with pytest.raises((DatabaseError, CofferError)):
        session.read_plan(lambda c: c.execute(sql).fetchall())
    assert session.read_plan(lambda c: c.execute("SELECT count(*), sum(amount) FROM entry").fetchall()) == [(0, None)]
    session.close()


def test_a_cancel_interrupts_a_running_read_and_undoes_a_write(tmp_path: Path) -> None:
    session, _ = new_vault(tmp_path)
    endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    for run in (session.read, session.read_plan):
        token = CancelToken()

        def work(connection: Connection, token: CancelToken = token) -> None:
            connection.execute("SELECT 1")
            from threading import Timer

            timer = Timer(0.05, token.cancel)
            timer.start()
            connection.execute(endless).fetchall()

        with pytest.raises(CancelledError):
            run(work, cancel=token)
    token = CancelToken()

    def write(connection: Connection) -> tuple[None, Changes]:
        add_payee(connection, "cancelled")
        token.cancel()
        connection.execute(endless).fetchall()
        return None, Changes()

    token.cancel()
    with pytest.raises(CancelledError):
        session.write(write, cancel=token)
    assert session.read(payees) == []
    session.close()


def test_a_call_from_within_is_refused_instead_of_waiting_for_itself(tmp_path: Path) -> None:
    session, _ = new_vault(tmp_path)
    with pytest.raises(RuntimeError):
        session.read(lambda _: session.read(payees))

    def reads(_changes: Changes) -> None:
        assert session.read(payees) == ["a subscriber may read"]

    session.on_changes(reads)
    session.write(lambda c: add_payee(c, "a subscriber may read"))
    session.close()


def test_after_locking_nothing_answers(tmp_path: Path) -> None:
    session, _ = new_vault(tmp_path)
    session.close()
    session.close()
    assert session.closed
    with pytest.raises(RuntimeError):
        session.read(payees)
    assert not places_in(tmp_path).database.with_name("vault.db-wal").exists()


def test_wiped_caches_can_not_be_opened_from_a_copy(tmp_path: Path) -> None:
    session, _ = new_vault(tmp_path)
    canary = b"CANARY-cached-value"
    session.cache_write(lambda c: put(c, "answers", key="one", value=canary, stored_at="now"))
    assert session.cache_read(lambda c: get(c, "answers", key="one")) == canary
    path = places_in(tmp_path).cache_database
    copies = {file.name: file.read_bytes() for file in path.parent.iterdir()}
    assert all(canary not in data for data in copies.values())
    destroyed = session.destroy_caches()
    assert destroyed.bytes > 0
    assert list(path.parent.iterdir()) == []
    for name, data in copies.items():
        (path.parent / name).write_bytes(data)
    assert session.cache_read(lambda c: get(c, "answers", key="one")) is None
    session.close()
    reopened(tmp_path).close()


def test_the_database_alone_says_nothing_without_its_key(tmp_path: Path) -> None:
    session, _ = new_vault(tmp_path)
    session.close()
    with pytest.raises(CofferError):
        open_vault_database(places_in(tmp_path).database, bytes(32))
