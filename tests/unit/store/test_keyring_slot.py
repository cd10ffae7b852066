"""V3: with the keyring working, removed, replaced, corrupted, absent or hanging, the passphrase opens the vault."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from app.base.paths import places_for
from app.domain.errors import KeyringUnavailableError, WrongPassphraseError
from app.store.key_slots import add_keyring_slot, remove_keyring_slot
from app.store.keyring_slot import KeyringBackend, KeyringSlot
from app.store.session import VaultSession
from app.store.slot_file import SlotKind
from app.store.vault import KeyringSecret, PassphraseSecret, create_vault, open_vault, slot_kinds
from tests.helpers.vault import CHEAP, PASSPHRASE, TODAY, new_vault, places_in, reopened


class MemoryKeyring:
    """A keyring that keeps what it is given; its faults are made by the tests."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.calls = 0

    def get_password(self, service: str, username: str, /) -> str | None:
        self.calls += 1
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str, /) -> None:
        self.calls += 1
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str, /) -> None:
        self.calls += 1
        del self.kept[service, username]


class ForgetfulKeyring(MemoryKeyring):
    """Accepts and forgets, as the null backend does."""

    def set_password(self, service: str, username: str, password: str, /) -> None:
        self.calls += 1


class FailingKeyring(MemoryKeyring):
    """Raises whatever comes to its mind."""

    def get_password(self, service: str, username: str, /) -> str | None:
        raise OSError("no bus, and a CANARY in the message")


class HangingKeyring(MemoryKeyring):
    """Waits for a prompt that nobody sees."""

    def get_password(self, service: str, username: str, /) -> str | None:
        threading.Event().wait(30)
        return None


TRUSTED = frozenset(
    f"{kind.__module__}.{kind.__qualname__}"
    for kind in (MemoryKeyring, ForgetfulKeyring, FailingKeyring, HangingKeyring)
)


def slot_of(backend: KeyringBackend) -> KeyringSlot:
    return KeyringSlot(lambda: backend, trusted=TRUSTED, milliseconds=200)


@pytest.fixture
def kept(tmp_path: Path) -> tuple[Path, MemoryKeyring]:
    """A vault whose keyring slot works, and the keyring."""
    ring = MemoryKeyring()
    session, _ = new_vault(tmp_path)
    add_keyring_slot(session, slot_of(ring))
    session.close()
    return tmp_path, ring


def by_keyring(folder: Path, backend: KeyringBackend) -> VaultSession:
    return reopened(folder, secret=KeyringSecret(slot_of(backend)))


def test_a_working_keyring_opens_the_vault(kept: tuple[Path, MemoryKeyring]) -> None:
    folder, ring = kept
    assert slot_kinds(places_in(folder)) == (SlotKind.PASSPHRASE, SlotKind.RECOVERY, SlotKind.KEYRING)
    session = by_keyring(folder, ring)
    assert session.vault_key().hex() not in "".join(ring.kept.values())
    session.close()


def removed(ring: MemoryKeyring) -> KeyringBackend:
    ring.kept.clear()
    return ring


def replaced(ring: MemoryKeyring) -> KeyringBackend:
    ring.kept = dict.fromkeys(ring.kept, "A" * 43 + "=")
    return ring


def corrupted(ring: MemoryKeyring) -> KeyringBackend:
    ring.kept = dict.fromkeys(ring.kept, "ü not base64")
    return ring


def absent(_ring: MemoryKeyring) -> KeyringBackend:
    return FailingKeyring()


def hanging(_ring: MemoryKeyring) -> KeyringBackend:
    return HangingKeyring()


@pytest.mark.parametrize("state", [removed, replaced, corrupted, absent, hanging])
def test_in_every_other_state_the_passphrase_opens_it(
    kept: tuple[Path, MemoryKeyring], state: Callable[[MemoryKeyring], KeyringBackend]
) -> None:
    folder, ring = kept
    with pytest.raises(KeyringUnavailableError) as caught:
        by_keyring(folder, state(ring))
    assert "passphrase" in caught.value.remedy
    assert "CANARY" not in str(caught.value)
    reopened(folder).close()


def test_a_keyring_that_forgets_gets_no_slot(tmp_path: Path) -> None:
    session, _ = new_vault(tmp_path)
    for backend in (ForgetfulKeyring(), FailingKeyring(), HangingKeyring()):
        with pytest.raises(KeyringUnavailableError):
            add_keyring_slot(session, slot_of(backend))
    session.close()
    assert SlotKind.KEYRING not in slot_kinds(places_in(tmp_path))


def test_a_keyring_that_is_not_on_the_list_is_never_given_the_key() -> None:
    ring = MemoryKeyring()
    with pytest.raises(KeyringUnavailableError):
        KeyringSlot(lambda: ring).put("vault", bytes(32))
    assert ring.calls == 0
    assert not KeyringSlot(lambda: ring).available()
    assert slot_of(ring).available()


def test_the_portable_build_never_touches_it(tmp_path: Path) -> None:
    ring = MemoryKeyring()
    places = places_for(tmp_path / "stick", portable=True)
    session, _ = create_vault(places, PASSPHRASE, currency="USD", derivation=CHEAP, clock=TODAY)
    with pytest.raises(KeyringUnavailableError):
        add_keyring_slot(session, slot_of(ring))
    remove_keyring_slot(session, slot_of(ring))
    session.close()
    with pytest.raises(KeyringUnavailableError):
        open_vault(places, KeyringSecret(slot_of(ring)), clock=TODAY)
    assert ring.calls == 0


def test_taking_the_slot_away_works_without_the_keyring(kept: tuple[Path, MemoryKeyring]) -> None:
    folder, ring = kept
    session = reopened(folder)
    remove_keyring_slot(session, slot_of(FailingKeyring()))
    session.close()
    with pytest.raises(KeyringUnavailableError):
        by_keyring(folder, ring)
    with pytest.raises(WrongPassphraseError):
        reopened(folder, secret=PassphraseSecret("not the passphrase"))
    reopened(folder).close()
