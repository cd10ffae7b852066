"""The only door to the system keyring: an optional slot, where any trouble means the passphrase is asked for."""

import base64
import threading
from collections.abc import Callable
from typing import Protocol, TypeVar, cast

import keyring

from app.base.log import logger, shown
from app.domain.errors import KeyringUnavailableError
from app.store.keys import KEY_BYTES

_SERVICE = "Coffer vault"
_MILLISECONDS = 5_000
_TRUSTED = frozenset(
    {
        "keyring.backends.SecretService.Keyring",
        "keyring.backends.kwallet.DBusKeyring",
        "keyring.backends.macOS.Keyring",
        "keyring.backends.Windows.WinVaultKeyring",
    }
)
"""Keyrings that encrypt. Plain-text, null, failing and third-party ones are never used."""

_log = logger(__name__)
_T = TypeVar("_T")


class KeyringBackend(Protocol):
    """What we use of a keyring."""

    def get_password(self, service: str, username: str, /) -> str | None: ...  # foreign word
    def set_password(self, service: str, username: str, password: str, /) -> None: ...  # foreign word
    def delete_password(self, service: str, username: str, /) -> None: ...  # foreign word


class KeyringSlot:
    """One random key a vault in the keyring. Every call ends within seconds or raises KeyringUnavailableError."""

    def __init__(
        self,
        backend: Callable[[], KeyringBackend] = keyring.get_keyring,
        *,
        trusted: frozenset[str] = _TRUSTED,
        milliseconds: int = _MILLISECONDS,
    ) -> None:
        self._backend = backend
        self._trusted = trusted
        self._milliseconds = milliseconds

    def available(self) -> bool:
        """Whether a keyring we trust answers at all."""
        try:
            self._ask(lambda ring: ring.get_password(_SERVICE, "probe"))
        except KeyringUnavailableError:
            return False
        return True

    def put(self, vault_id: str, key: bytes) -> None:
        """Keep the key, and read it back: some keyrings accept and forget."""
        text = base64.b64encode(key).decode("ascii")
        self._ask(lambda ring: ring.set_password(_SERVICE, vault_id, text))
        if self.get(vault_id) != key:
            raise _unavailable()

    def get(self, vault_id: str) -> bytes:
        """The key kept for the vault."""
        text = self._ask(lambda ring: ring.get_password(_SERVICE, vault_id))
        try:
            key = base64.b64decode(text or "", validate=True)
        except ValueError:
            raise _unavailable() from None
        if len(key) != KEY_BYTES:
            raise _unavailable()
        return key

    def remove(self, vault_id: str) -> None:
        """Take the key out of the keyring."""
        self._ask(lambda ring: ring.delete_password(_SERVICE, vault_id))

    def _ask(self, question: Callable[[KeyringBackend], _T]) -> _T:
        # A locked keyring may wait for a prompt that nobody sees: the thread is left behind, the owner is not.
        answers: list[_T] = []
        faults: list[str] = []

        def work() -> None:
            try:
                answers.append(question(self._trusted_backend()))
            except Exception as error:  # noqa: BLE001 - backends raise anything at all
                faults.append(type(error).__name__)

        thread = threading.Thread(target=work, name="keyring", daemon=True)
        thread.start()
        thread.join(self._milliseconds / 1000)
        if not answers:
            _log.info("the keyring gave nothing: %s", shown(faults[0] if faults else "timeout"))
            raise _unavailable()
        return answers[0]

    def _trusted_backend(self) -> KeyringBackend:
        backend = self._backend()
        for candidate in (backend, *getattr(backend, "backends", ())):
            kind = type(candidate)
            if f"{kind.__module__}.{kind.__qualname__}" in self._trusted:
                return cast("KeyringBackend", candidate)
        raise LookupError


def _unavailable() -> KeyringUnavailableError:
    return KeyringUnavailableError(
        "The system keyring did not give the key of this vault.", "Open the vault with its passphrase."
    )
