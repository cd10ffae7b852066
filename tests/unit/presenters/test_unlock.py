"""Opening and making a vault; how hard a passphrase is to guess."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import WrongPassphraseError
from app.presenters.passphrase import passphrase_strength
from app.presenters.unlock import PassphraseRefusedError, UnlockPresenter


@dataclass
class Door:
    vault: bool = True
    wait: float = 0.0

    def exists(self) -> bool:
        return self.vault

    def has_keyring_slot(self) -> bool:
        return False

    def wait_seconds(self) -> float:
        return self.wait

    def unlock(self, passphrase: str, /) -> str:
        if passphrase != "right":
            raise WrongPassphraseError
        return "book"

    def unlock_with_recovery(self, code: str, /) -> str:
        return f"book by {code}"

    def unlock_with_keyring(self) -> str:
        return "book by keyring"

    def create(self, passphrase: str, currency: str, /) -> tuple[str, str]:
        return f"{currency} book", "CODE"


def test_opens_three_ways() -> None:
    presenter = UnlockPresenter(Door())
    assert presenter.unlock("right") == "book"
    assert presenter.unlock_with_recovery("CODE") == "book by CODE"
    assert presenter.unlock_with_keyring() == "book by keyring"
    with pytest.raises(WrongPassphraseError):
        presenter.unlock("wrong")


def test_waits_whole_seconds_and_never_too_short() -> None:
    assert UnlockPresenter(Door(wait=1.2)).wait_seconds() == 2
    assert UnlockPresenter(Door()).wait_seconds() == 0
    assert UnlockPresenter(Door(vault=False, wait=9)).wait_seconds() == 0


@pytest.mark.parametrize(("first", "again"), [("", ""), ("a", "b"), ("a", "a "), ("é", "e")])
def test_a_new_passphrase_is_refused(first: str, again: str) -> None:
    with pytest.raises(PassphraseRefusedError):
        UnlockPresenter(Door()).create(first, again, code="USD")


def test_creates_and_adds_the_keyring_only_when_asked() -> None:
    added: list[str] = []
    presenter = UnlockPresenter(Door(), add_keyring=added.append)
    assert presenter.create("a b", "a b", code="EUR") == ("EUR book", "CODE")
    assert added == []
    presenter.create("a b", "a b", code="EUR", keyring=True)
    assert added == ["EUR book"]


def test_every_currency_is_offered_once_the_common_first() -> None:
    codes = [code for code, _words in UnlockPresenter(Door()).currencies()]
    assert codes[:3] == ["USD", "EUR", "GBP"]
    assert len(codes) == len(set(codes)) > 100


@pytest.mark.parametrize(
    ("passphrase", "level"),
    [
        ("", 0),
        ("a", 1),
        ("12345678", 1),
        ("aaaaaaaaaaaaaaaaaaaaaaaaaaaa", 1),
        ("abcdefghijklmnop", 1),
        ("river", 1),
        ("river river river river river river river river", 1),
        ("wide slow river stones", 2),
        ("wide slow river stones under moss", 3),
        ("wide slow river stones under moss all winter", 4),
        ("k7#Vq9!xP2@mZ4", 4),
    ],
)
def test_strength_in_words(passphrase: str, level: int) -> None:
    strength = passphrase_strength(passphrase)
    assert strength.level == level
    assert bool(strength.words) == bool(level)


@given(st.text(max_size=200))
def test_strength_of_any_text(passphrase: str) -> None:
    assert 0 <= passphrase_strength(passphrase).level <= 4
