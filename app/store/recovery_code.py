"""The recovery code: 130 random bits in letters that can't be mistaken for one another, with a check at the end."""

import hashlib
import secrets

from app.domain.errors import WrongPassphraseError

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: without I, L, O, U."""
_READ_AS = str.maketrans({"I": "1", "L": "1", "O": "0", "U": "V"})
_RANDOM_LETTERS = 26
_CHECK_LETTERS = 2
_GROUP = 4


def new_recovery_code() -> str:
    """A new code, such as `7K2M-…-9QXD`: seven groups of four letters."""
    letters = "".join(secrets.choice(_ALPHABET) for _ in range(_RANDOM_LETTERS))
    whole = letters + _check(letters)
    return "-".join(whole[start : start + _GROUP] for start in range(0, len(whole), _GROUP))


def recovery_secret(code: str) -> bytes:
    """The secret in a code as a person typed it, in any case, with any spaces or dashes.

    Raises WrongPassphraseError where it can't be a recovery code.
    """
    letters = "".join(code.split()).replace("-", "").upper().translate(_READ_AS)
    random, check = letters[:_RANDOM_LETTERS], letters[_RANDOM_LETTERS:]
    if len(letters) != _RANDOM_LETTERS + _CHECK_LETTERS or not set(letters) <= set(_ALPHABET):
        raise WrongPassphraseError
    if _check(random) != check:
        raise WrongPassphraseError
    return random.encode("ascii")


def _check(letters: str) -> str:
    number = int.from_bytes(hashlib.sha256(letters.encode("ascii")).digest()[:2], "big") % 1024
    return _ALPHABET[number // 32] + _ALPHABET[number % 32]
