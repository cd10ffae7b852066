"""The protection check: a changed model, a strange file and a cut trail each fail, with what to do."""

import hashlib
import json
from pathlib import Path

import pytest

from app.privacy.checkup import CheckState, check_audit, check_data_map, check_model, check_rights
from tests.helpers.vault import new_vault, places_in


@pytest.fixture
def models(tmp_path: Path) -> Path:
    (tmp_path / "model.gguf").write_bytes(b"GGUF and more")
    digest = hashlib.sha256(b"GGUF and more").hexdigest()
    manifest = {"models": [{"file": "model.gguf", "sha256": digest}]}
    (tmp_path / "manifest.json").write_text(json.dumps(manifest))
    return tmp_path


def test_the_shipped_model_passes(models: Path) -> None:
    assert check_model(models).state is CheckState.PASS


def test_one_changed_byte_or_a_missing_file_fails_with_a_remedy(models: Path) -> None:
    (models / "model.gguf").write_bytes(b"GGUF and mor3")
    changed = check_model(models)
    (models / "model.gguf").unlink()
    missing = check_model(models)
    assert changed.state is missing.state is CheckState.FAIL
    assert changed.fix
    assert missing.fix
    assert "model.gguf" in changed.detail


def test_a_strange_file_in_the_vault_is_named(tmp_path: Path) -> None:
    session, _ = new_vault(tmp_path)
    assert check_data_map(places_in(tmp_path)).state is CheckState.PASS
    (places_in(tmp_path).vault / "strange.bin").write_bytes(b"x")
    found = check_data_map(places_in(tmp_path))
    session.close()
    assert (found.state, "strange.bin" in found.detail) == (CheckState.FAIL, True)


def test_files_that_others_may_read_are_noticed(tmp_path: Path) -> None:
    session, _ = new_vault(tmp_path)
    assert check_rights(places_in(tmp_path)).state is CheckState.PASS
    places_in(tmp_path).vault.chmod(0o755)
    places_in(tmp_path).key_slots.chmod(0o644)
    found = check_rights(places_in(tmp_path))
    session.close()
    assert found.state is CheckState.FAIL


def test_a_changed_audit_entry_is_named(tmp_path: Path) -> None:
    session, _ = new_vault(tmp_path)
    assert check_audit(session).state is CheckState.PASS
    connection = session._opened.connection if session._opened else None
    assert connection is not None
    connection.execute("UPDATE audit SET actor = 'somebody' WHERE number = 1")
    found = check_audit(session)
    session.close()
    assert (found.state, found.detail.startswith("entry 1")) == (CheckState.FAIL, True)
