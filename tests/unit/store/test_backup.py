"""Backups: a vault comes back whole, opens with its old secrets, and a damaged file is refused."""

from pathlib import Path

import pytest

from app.domain.errors import BackupRefusedError, ExportRefusedError, VaultExistsError
from app.domain.transaction import TransactionSearch
from app.store.backup import restore_backup, write_backup
from app.store.transactions import page
from app.store.vault import RecoverySecret
from tests.helpers.vault import account, commit, new_vault, places_in, reopened, statement_rows


def test_a_vault_comes_back_whole(tmp_path: Path) -> None:
    session, code = new_vault(tmp_path)
    commit(session, account(session).id, statement_rows(50, text="CANARYPAYEE"))
    listed = session.read(lambda c: page(c, TransactionSearch(), offset=0, limit=100))
    size = write_backup(session, tmp_path / "mine.coffer")
    session.close()
    assert size == (tmp_path / "mine.coffer").stat().st_size
    assert b"CANARY" not in (tmp_path / "mine.coffer").read_bytes().upper()
    restore_backup(tmp_path / "mine.coffer", places_in(tmp_path / "new"))
    session = reopened(tmp_path / "new", secret=RecoverySecret(code))
    assert session.read(lambda c: page(c, TransactionSearch(), offset=0, limit=100)) == listed
    assert session.verify_audit().intact
    session.close()
    with pytest.raises(VaultExistsError):
        restore_backup(tmp_path / "mine.coffer", places_in(tmp_path / "new"))


def test_a_damaged_backup_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    session, _ = new_vault(tmp_path)
    write_backup(session, tmp_path / "mine.coffer")
    session.close()
    whole = (tmp_path / "mine.coffer").read_bytes()
    spoilt = [whole[:-1], whole[: len(whole) // 2], whole[:20], b"", b"no backup at all"]
    spoilt += [whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :] for at in range(0, len(whole), len(whole) // 40)]
    for data in spoilt:
        (tmp_path / "spoilt.coffer").write_bytes(data)
        with pytest.raises(BackupRefusedError):
            restore_backup(tmp_path / "spoilt.coffer", places_in(tmp_path / "new"))
        assert list(places_in(tmp_path / "new").vault.iterdir()) == []
    with pytest.raises(BackupRefusedError):
        restore_backup(tmp_path / "missing.coffer", places_in(tmp_path / "new"))


def test_a_backup_that_can_not_be_written_is_refused(tmp_path: Path) -> None:
    session, _ = new_vault(tmp_path)
    with pytest.raises(ExportRefusedError):
        write_backup(session, tmp_path / "no such folder" / "mine.coffer")
    session.close()
