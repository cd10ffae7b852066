"""Opening or making a vault: passphrase strength in words, back-off after wrong tries."""

from collections.abc import Callable
from math import ceil
from typing import Generic, Protocol, TypeVar

from app.domain.currency import currency, currency_codes
from app.domain.errors import UsageError
from app.presenters.passphrase import Strength, passphrase_strength
from app.presenters.text import Create

OpenBook = TypeVar("OpenBook")
OpenBookOut = TypeVar("OpenBookOut", covariant=True)  # noqa: PLC0105 -- the name says the direction

_COMMON = ("USD", "EUR", "GBP", "CHF", "CAD", "AUD", "JPY", "SEK", "NOK", "DKK", "PLN", "INR")


class VaultDoor(Protocol[OpenBookOut]):
    """What the page needs of the ledger's vault access."""

    def exists(self) -> bool: ...
    def has_keyring_slot(self) -> bool: ...
    def wait_seconds(self) -> float: ...
    def unlock(self, passphrase: str, /) -> OpenBookOut: ...
    def unlock_with_recovery(self, code: str, /) -> OpenBookOut: ...
    def unlock_with_keyring(self) -> OpenBookOut: ...
    def create(self, passphrase: str, currency: str, /) -> tuple[OpenBookOut, str]: ...


class PassphraseRefusedError(UsageError):
    """The two entries of a new passphrase differ, or it is empty."""

    code = "passphrase_refused"


class UnlockPresenter(Generic[OpenBook]):
    """Calls that open or make the vault block for about a second and belong off the GUI thread."""

    def __init__(self, door: VaultDoor[OpenBook], *, add_keyring: Callable[[OpenBook], object] | None = None) -> None:
        """`add_keyring` lets the system's keyring open a new vault; None where there is no keyring."""
        self._door = door
        self._add_keyring = add_keyring

    @property
    def has_vault(self) -> bool:
        """Whether a vault is there to unlock; otherwise one can be made."""
        return self._door.exists()

    @property
    def has_keyring_slot(self) -> bool:
        """Whether the system's keyring may open it."""
        return self._door.has_keyring_slot()

    @property
    def offers_keyring(self) -> bool:
        """Whether a new vault can be given a keyring slot."""
        return self._add_keyring is not None

    def unlock(self, passphrase: str) -> OpenBook:
        """Open by passphrase; raises VaultClosedError."""
        return self._door.unlock(passphrase)

    def unlock_with_recovery(self, code: str) -> OpenBook:
        """Open by recovery code; raises VaultClosedError."""
        return self._door.unlock_with_recovery(code)

    def unlock_with_keyring(self) -> OpenBook:
        """Open by the keyring; raises KeyringUnavailableError."""
        return self._door.unlock_with_keyring()

    def create(self, passphrase: str, again: str, *, code: str, keyring: bool = False) -> tuple[OpenBook, str]:
        """Make a vault in a currency, and its recovery code; raises PassphraseRefusedError, VaultExistsError."""
        check_new_passphrase(passphrase, again)
        book, recovery = self._door.create(passphrase, code)
        if keyring and self._add_keyring is not None:
            self._add_keyring(book)
        return book, recovery

    def wait_seconds(self) -> int:
        """How long the next try has to wait, in whole seconds: the vault counts failures, over restarts too."""
        return ceil(self._door.wait_seconds()) if self._door.exists() else 0

    def strength(self, passphrase: str) -> Strength:
        """How hard a new passphrase is to guess."""
        return passphrase_strength(passphrase)

    def currencies(self) -> tuple[tuple[str, str], ...]:
        """Currencies as (code, words), the common ones first."""
        codes = (*_COMMON, *(code for code in currency_codes() if code not in _COMMON))
        return tuple((code, _currency_words(code)) for code in codes)


def check_new_passphrase(passphrase: str, again: str) -> None:
    """Raise PassphraseRefusedError where a new passphrase is empty or was not typed the same twice."""
    if not passphrase:
        raise PassphraseRefusedError(Create.EMPTY, Create.EMPTY_REMEDY)
    if passphrase != again:
        raise PassphraseRefusedError(Create.DIFFERENT, Create.DIFFERENT_REMEDY)


def _currency_words(code: str) -> str:
    symbol = currency(code).symbol
    return code if symbol == code else f"{code}  {symbol}"
