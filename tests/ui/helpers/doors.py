"""A made-up vault door for pictures and tests of the unlock page."""

from dataclasses import dataclass

from app.domain.errors import WrongPassphraseError

RIGHT = "correct horse battery staple"
CODE = "KQ7M-2XPA-9DTR-HW4C-8ZNB-5LVE-W07T"


@dataclass
class Door:
    """Opens to one passphrase and one recovery code; the book is a word."""

    vault: bool = True
    keyring: bool = False
    failures: int = 0

    def wait_seconds(self) -> float:
        return 0.0 if self.failures < 3 else 1.5

    def exists(self) -> bool:
        return self.vault

    def has_keyring_slot(self) -> bool:
        return self.keyring

    def unlock(self, passphrase: str, /) -> str:
        if passphrase != RIGHT:
            self.failures += 1
            raise WrongPassphraseError
        return "book"

    def unlock_with_recovery(self, code: str, /) -> str:
        if code != CODE:
            raise WrongPassphraseError
        return "book by code"

    def unlock_with_keyring(self) -> str:
        return "book by keyring"

    def create(self, passphrase: str, currency: str, /) -> tuple[str, str]:
        return f"new book in {currency}", CODE
