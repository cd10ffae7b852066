"""Making and opening a vault: secrets, back-off, damage, a newer program, two programs, folders that can't be written."""

import unicodedata
from pathlib import Path

import pytest

from app.base.paths import places_for
from app.domain.audit_entry import AuditEvent
from app.domain.changes import Changes
from app.domain.errors import (
    FolderNotWritableError,
    UsageError,
    VaultBusyError,
    VaultDamagedError,
    VaultExistsError,
    VaultMissingError,
    VaultNewerError,
    WrongPassphraseError,
)
from app.store.audit_log import entries
from app.store.key_slots import change_passphrase, renew_recovery_code, set_forgotten_passphrase
from app.store.slot_file import SlotKind, load_slots
from app.store.vault import PassphraseSecret, RecoverySecret, create_vault, open_vault, slot_kinds, unlock_wait_seconds
from tests.helpers.clock import MovedClock
from tests.helpers.vault import CHEAP, PASSPHRASE, TODAY, new_vault, places_in, reopened

WRONG = (
    "", "wrong", PASSPHRASE + " ", PASSPHRASE[:-1], PASSPHRASE.upper(), PASSPHRASE + "\0", "\0", "🔑" * 20, "a" * 1_000_000,
    "\ud800", PASSPHRASE + "a" * 1_000_000,
)  # fmt: skip


def test_a_new_vault_opens_by_passphrase_and_by_recovery_code(tmp_path: Path) -> None:
    session, code = new_vault(tmp_path)
    session.close()
    reopened(tmp_path).close()
    reopened(tmp_path, secret=RecoverySecret(code.lower().replace("-", " "))).close()
    assert slot_kinds(places_in(tmp_path)) == (SlotKind.PASSPHRASE, SlotKind.RECOVERY)


@pytest.mark.parametrize("wrong", WRONG, ids=range(len(WRONG)))
def test_every_wrong_passphrase_gets_the_same_words(tmp_path: Path, wrong: str) -> None:
    new_vault(tmp_path)[0].close()
    for secret in (PassphraseSecret(wrong), RecoverySecret(wrong)):
        with pytest.raises(WrongPassphraseError) as caught:
            reopened(tmp_path, secret=secret)
        assert str(caught.value) == "That did not open the vault."
    reopened(tmp_path).close()


def test_composed_and_decomposed_letters_are_the_same_passphrase(tmp_path: Path) -> None:
    text = "Größe été naïve"
    create_vault(places_in(tmp_path), text, currency="EUR", derivation=CHEAP, clock=TODAY)[0].close()
    for form in ("NFC", "NFD"):
        reopened(tmp_path, secret=PassphraseSecret(unicodedata.normalize(form, text))).close()


def test_failures_make_the_next_attempts_wait_longer_over_restarts(tmp_path: Path) -> None:
    clock = MovedClock()
    waited: list[int] = []
    new_vault(tmp_path, clock=clock)[0].close()
    for _ in range(12):
        with pytest.raises(WrongPassphraseError):
            open_vault(places_in(tmp_path), PassphraseSecret("no"), clock=clock, wait=waited.append)
    assert waited == [0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60]
    clock.move(59)
    assert unlock_wait_seconds(places_in(tmp_path), clock) == 1
    clock.move(-3600)
    assert unlock_wait_seconds(places_in(tmp_path), clock) == 60
    session = reopened(tmp_path, clock=clock)
    newest = session.read(lambda connection: entries(connection, limit=2))
    session.close()
    assert [(entry.event, entry.details) for entry in newest] == [
        (AuditEvent.UNLOCKED, (("slot", "passphrase"),)),
        (AuditEvent.UNLOCK_FAILED, (("attempts", "12"),)),
    ]
    assert unlock_wait_seconds(places_in(tmp_path), clock) == 0


def test_the_first_vault_stays_when_another_is_asked_for(tmp_path: Path) -> None:
    new_vault(tmp_path)[0].close()
    before = places_in(tmp_path).database.read_bytes()
    with pytest.raises(VaultExistsError):
        new_vault(tmp_path)
    assert places_in(tmp_path).database.read_bytes() == before
    reopened(tmp_path).close()


def test_a_crash_while_making_a_vault_leaves_room_for_one(tmp_path: Path) -> None:
    session, _ = new_vault(tmp_path)
    session.close()
    places = places_in(tmp_path)
    places.database.rename(places.database.with_suffix(".new"))
    new_vault(tmp_path)[0].close()
    reopened(tmp_path).close()


def test_two_programs_do_not_have_it_open_at_once(tmp_path: Path) -> None:
    session, _ = new_vault(tmp_path)
    with pytest.raises(VaultBusyError):
        reopened(tmp_path)
    session.close()
    reopened(tmp_path).close()


def test_there_is_no_vault_yet(tmp_path: Path) -> None:
    with pytest.raises(VaultMissingError):
        reopened(tmp_path)


def test_a_folder_that_cannot_be_written_is_named_and_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(FolderNotWritableError) as caught:
        new_vault(tmp_path / "file")
    assert str(tmp_path / "file") in caught.value.message
    assert caught.value.remedy
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file"]


def test_a_passphrase_is_needed(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        create_vault(places_in(tmp_path), "", currency="USD", derivation=CHEAP, clock=TODAY)
    assert not places_in(tmp_path).vault.exists()


def test_a_vault_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    session, _ = new_vault(tmp_path)
    session.write(lambda connection: (connection.execute("PRAGMA user_version = 99"), Changes()))
    session.close()
    before = places_in(tmp_path).database.read_bytes()
    with pytest.raises(VaultNewerError):
        reopened(tmp_path)
    assert places_in(tmp_path).database.read_bytes() == before


def test_every_altered_byte_of_the_slot_file_is_damage_or_harmless(tmp_path: Path) -> None:
    new_vault(tmp_path)[0].close()
    path = places_in(tmp_path).key_slots
    whole = path.read_bytes()
    named = 0
    for position in range(0, len(whole), 7):
        altered = bytearray(whole)
        altered[position] ^= 1
        path.write_bytes(altered)
        try:
            reopened(tmp_path).close()
        except VaultDamagedError as error:
            assert error.remedy  # noqa: PT017 - either outcome is right, a wrong passphrase is not
            named += 1
    assert named > len(whole) // 10
    path.write_bytes(whole)
    reopened(tmp_path).close()


def test_changing_the_passphrase_shuts_the_old_one_out(tmp_path: Path) -> None:
    session, code = new_vault(tmp_path)
    with pytest.raises(WrongPassphraseError):
        change_passphrase(session, "not it", new="new one", derivation=CHEAP)
    change_passphrase(session, PASSPHRASE, new="new one", derivation=CHEAP)
    session.close()
    with pytest.raises(WrongPassphraseError):
        reopened(tmp_path)
    reopened(tmp_path, secret=PassphraseSecret("new one")).close()
    session = reopened(tmp_path, secret=RecoverySecret(code))
    set_forgotten_passphrase(session, "third", derivation=CHEAP)
    newer_code = renew_recovery_code(session)
    session.close()
    with pytest.raises(WrongPassphraseError):
        reopened(tmp_path, secret=RecoverySecret(code))
    reopened(tmp_path, secret=RecoverySecret(newer_code)).close()
    reopened(tmp_path, secret=PassphraseSecret("third")).close()


def test_slots_of_another_vault_do_not_open_this_one(tmp_path: Path) -> None:
    new_vault(tmp_path / "one")[0].close()
    new_vault(tmp_path / "other")[0].close()
    one, other = places_in(tmp_path / "one"), places_in(tmp_path / "other")
    one.key_slots.write_bytes(other.key_slots.read_bytes())
    with pytest.raises(VaultDamagedError):
        reopened(tmp_path / "one")


def test_the_stored_costs_are_those_asked_for(tmp_path: Path) -> None:
    new_vault(tmp_path)[0].close()
    slot = load_slots(places_in(tmp_path).key_slots).slot(SlotKind.PASSPHRASE)
    assert slot is not None
    assert slot.derivation == CHEAP


def test_all_that_is_written_lies_inside_the_folder(tmp_path: Path) -> None:
    places = places_for(tmp_path / "vault", portable=False)
    session, _ = new_vault(tmp_path)
    session.cache_write(lambda connection: connection.execute("SELECT 1"))
    session.close()
    assert places.cache_database.is_relative_to(tmp_path / "vault")
    assert [path.name for path in tmp_path.iterdir()] == ["vault"]
