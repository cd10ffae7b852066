"""The way to the vault: is there one, make one, open it, bring it back from a backup."""

from collections.abc import Callable
from pathlib import Path

from app.analysis.categories import parse_categories
from app.base.clock import Clock
from app.base.paths import Places, resources
from app.domain.audit_entry import AuditEvent
from app.domain.category import Category
from app.domain.changes import ChangeKind, Changes
from app.domain.errors import CofferError, VaultExistsError
from app.ledger.book import Book
from app.store import backup
from app.store.categories import put_categories
from app.store.connection import Connection
from app.store.key_slots import set_forgotten_passphrase
from app.store.keys import KeyDerivation, tuned_derivation
from app.store.session import VaultSession
from app.store.slot_file import SlotKind, missing
from app.store.vault import (
    KeyringSecret,
    PassphraseSecret,
    RecoverySecret,
    Secret,
    create_vault,
    open_vault,
    slot_kinds,
    unlock_wait_seconds,
    vault_exists,
)

_CATEGORIES = Changes.of(ChangeKind.CATEGORIES)

OnVault = Callable[[VaultSession], object]


class VaultAccess:
    """Opens books. `derivation` None measures this machine when a passphrase is set; tests give a cheap one."""

    def __init__(
        self,
        places: Places,
        clock: Clock,
        *,
        derivation: KeyDerivation | None = None,
        after_unlock: OnVault = lambda _session: None,
        before_lock: OnVault = lambda _session: None,
    ) -> None:
        self._places = places
        self._clock = clock
        self._derivation = derivation
        self._after_unlock = after_unlock
        self._before_lock = before_lock

    def exists(self) -> bool:
        """Whether there is a vault in its place."""
        return vault_exists(self._places)

    def require(self) -> None:
        """Raise VaultMissingError where there is none."""
        if not self.exists():
            raise missing(self._places.database)

    def require_none(self) -> None:
        """Raise VaultExistsError where there is one: it is never touched."""
        if self.exists():
            raise VaultExistsError(
                f"There is a vault in {self._places.vault} already.",
                "Open it, or choose another folder.",
                file=str(self._places.vault),
            )

    def create(self, passphrase: str, currency: str) -> tuple[Book, str]:
        """Make a vault in the owner's currency; returns its book and the recovery code, shown this once.

        Raises VaultExistsError, UsageError, UnknownCurrencyError, FolderNotWritableError.
        """
        session, recovery_code = create_vault(
            self._places, passphrase, currency=currency, derivation=self._costs(), clock=self._clock
        )
        session.write(_put_default_categories)
        return self._book(session), recovery_code

    def unlock(self, passphrase: str) -> Book:
        """Open the vault; raises VaultClosedError."""
        return self._open(PassphraseSecret(passphrase))

    def unlock_with_recovery(self, code: str) -> Book:
        """Open the vault by its recovery code; raises VaultClosedError."""
        return self._open(RecoverySecret(code))

    def unlock_with_keyring(self) -> Book:
        """Open the vault by the system keyring; raises KeyringUnavailableError."""
        return self._open(KeyringSecret())

    def has_keyring_slot(self) -> bool:
        """Whether the system keyring may open it."""
        return not self._places.portable and self.exists() and SlotKind.KEYRING in slot_kinds(self._places)

    def wait_seconds(self) -> float:  # no money
        """How long the next attempt to unlock will wait, after failures in a row."""
        return unlock_wait_seconds(self._places, self._clock)

    def set_passphrase(self, book: Book, new: str) -> None:
        """Set a passphrase in a vault that the recovery code opened; raises UsageError."""
        set_forgotten_passphrase(book.session, new, derivation=self._costs())

    def restore(self, file: Path, passphrase: str) -> Book:
        """Bring a backup back as the vault here; raises BackupRefusedError, VaultExistsError, VaultClosedError."""
        backup.restore_backup(file, self._places)
        try:
            session = open_vault(self._places, PassphraseSecret(passphrase), clock=self._clock)
        except CofferError:
            for path in (self._places.database, self._places.key_slots, self._places.audit_seal):
                path.unlink(missing_ok=True)
            raise
        session.note(AuditEvent.RESTORED, actor="owner")
        return self._book(session)

    def _open(self, secret: Secret) -> Book:
        return self._book(open_vault(self._places, secret, clock=self._clock))

    def _book(self, session: VaultSession) -> Book:
        try:
            self._after_unlock(session)
        except BaseException:
            session.close()
            raise
        return Book(session, derivation=self._costs, before_lock=self._before_lock)

    def _costs(self) -> KeyDerivation:
        return self._derivation or tuned_derivation()


def _put_default_categories(connection: Connection) -> tuple[None, Changes]:
    put_categories(connection, default_categories())
    return None, _CATEGORIES


def default_categories() -> tuple[Category, ...]:
    """The categories a new vault begins with."""
    return parse_categories((resources() / "categories" / "english.toml").read_text("utf-8"))
