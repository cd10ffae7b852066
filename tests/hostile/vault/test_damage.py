"""V9: one altered byte in any page of the vault is named, with its remedy, before anything is read from it."""

import random
from pathlib import Path

import pytest

from app.domain.errors import VaultDamagedError
from tests.helpers.vault import account, commit, new_vault, places_in, reopened, statement_rows

PAGE = 4096


def test_an_altered_byte_in_40_pages_is_named(tmp_path: Path) -> None:
    alter_pages(tmp_path, 40, rows=400)


@pytest.mark.long
def test_an_altered_byte_in_500_pages_is_named(tmp_path: Path) -> None:
    alter_pages(tmp_path, 500, rows=8_000)


def alter_pages(folder: Path, times: int, *, rows: int) -> None:
    session, _ = new_vault(folder)
    commit(session, account(session).id, statement_rows(rows))
    session.close()
    path = places_in(folder).database
    whole = path.read_bytes()
    pages = len(whole) // PAGE
    assert pages >= times
    chance = random.Random(9)
    for number in chance.sample(range(pages), times):
        altered = bytearray(whole)
        altered[number * PAGE + chance.randrange(PAGE)] ^= 1 << chance.randrange(8)
        path.write_bytes(altered)
        with pytest.raises(VaultDamagedError) as caught:
            reopened(folder)
        assert "backup" in caught.value.remedy
        assert caught.value.file == "vault.db"
    path.write_bytes(whole)
    reopened(folder).close()


@pytest.mark.parametrize("keep", [0, 100, PAGE, PAGE * 3 + 17])
def test_a_cut_file_is_named(tmp_path: Path, keep: int) -> None:
    session, _ = new_vault(tmp_path)
    session.close()
    path = places_in(tmp_path).database
    path.write_bytes(path.read_bytes()[:keep])
    with pytest.raises(VaultDamagedError):
        reopened(tmp_path)
