"""Keys: a random key opens the vault; each key slot holds it wrapped under a key of its own."""

import os
import secrets
import time
import unicodedata
from dataclasses import dataclass

import psutil
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.domain.errors import UsageError, WrongPassphraseError

KEY_BYTES = 32
SALT_BYTES = 16
_NONCE_BYTES = 12

FLOOR_MEMORY_KIB = 65_536
FLOOR_PASSES = 3
_CEILING_MEMORY_KIB = 4 * 1024 * 1024
_CEILING_PASSES = 64
_CEILING_LANES = 16
_LANES = 4
_TARGET_SECONDS = 1.0
_LARGEST_TUNED_KIB = 1024 * 1024
_SHARE_OF_MEMORY = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyDerivation:
    """The cost of Argon2id (RFC 9106); below the floor only where marked as for tests, which no file of app does."""

    memory_kib: int
    passes: int
    lanes: int = _LANES
    for_tests: bool = False

    def __post_init__(self) -> None:
        cheap = self.memory_kib < FLOOR_MEMORY_KIB or self.passes < FLOOR_PASSES
        dear = self.memory_kib > _CEILING_MEMORY_KIB or self.passes > _CEILING_PASSES
        if dear or not 1 <= self.lanes <= _CEILING_LANES or (cheap and not self.for_tests):
            raise UsageError("These key costs are out of bounds.", "Use the costs that Coffer measures itself.")


def tuned_derivation(target_seconds: float = _TARGET_SECONDS) -> KeyDerivation:
    """The cost that takes about `target_seconds` here, never below the floor, at most an eighth of the memory."""
    started = time.perf_counter()
    _argon2id(b"measure", bytes(SALT_BYTES), derivation=KeyDerivation(memory_kib=FLOOR_MEMORY_KIB, passes=FLOOR_PASSES))
    seconds = max(time.perf_counter() - started, 0.001)
    affordable = min(_LARGEST_TUNED_KIB, psutil.virtual_memory().total // 1024 // _SHARE_OF_MEMORY)
    memory = max(FLOOR_MEMORY_KIB, min(affordable, int(FLOOR_MEMORY_KIB * target_seconds / seconds)))
    spent = seconds * memory / FLOOR_MEMORY_KIB
    passes = max(FLOOR_PASSES, min(_CEILING_PASSES, int(FLOOR_PASSES * target_seconds / spent)))
    return KeyDerivation(memory_kib=memory, passes=passes)


def normalised(passphrase: str) -> bytes:
    """The bytes of a passphrase: NFC, UTF-8, whole length; the same whichever system it was typed on."""
    return unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")


def passphrase_key(passphrase: str, salt: bytes, *, derivation: KeyDerivation) -> bytes:
    """The key-encryption key of a passphrase, 32 bytes."""
    return _argon2id(normalised(passphrase), salt, derivation=derivation)


def derived_key(secret: bytes, purpose: str, *, salt: bytes = b"") -> bytes:
    """A 32-byte key for one purpose out of a secret of full strength (HKDF-SHA256, RFC 5869)."""
    info = f"coffer/{purpose}".encode()
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt or None, info=info).derive(secret)


def new_key() -> bytes:
    """A random 256-bit key."""
    return secrets.token_bytes(KEY_BYTES)


def wrap(key: bytes, under: bytes, *, context: bytes) -> bytes:
    """The key sealed by ChaCha20-Poly1305 (RFC 8439): nonce and ciphertext. `context` is bound to it."""
    nonce = os.urandom(_NONCE_BYTES)
    return nonce + ChaCha20Poly1305(under).encrypt(nonce, key, context)


def unwrap(wrapped: bytes, under: bytes, *, context: bytes) -> bytes:
    """The key out of `wrap`; raises WrongPassphraseError where the key or the context is another."""
    try:
        return ChaCha20Poly1305(under).decrypt(wrapped[:_NONCE_BYTES], wrapped[_NONCE_BYTES:], context)
    except (InvalidTag, ValueError):
        raise WrongPassphraseError from None


def _argon2id(secret: bytes, salt: bytes, *, derivation: KeyDerivation) -> bytes:
    return hash_secret_raw(
        secret,
        salt,
        time_cost=derivation.passes,
        memory_cost=derivation.memory_kib,
        parallelism=derivation.lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )
