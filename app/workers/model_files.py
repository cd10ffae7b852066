"""The files a model is made of, with the SHA-256 each must have; checked before every load."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

CHUNK = 1 << 20
MAGIC = b"GGUF"


@dataclass(frozen=True, slots=True)
class PinnedFile:
    """One file and the digest (64 hex digits) without which it is never opened by the engine."""

    path: Path
    sha256: str


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """A model and, for the one that ships, its adapter."""

    model: PinnedFile
    adapter: PinnedFile | None = None

    @property
    def all(self) -> tuple[PinnedFile, ...]:
        """Each file there is."""
        return (self.model, self.adapter) if self.adapter else (self.model,)

    @property
    def digest(self) -> str:
        """What names the pair in answers and the audit trail: `sha256:`, the model's digest, `+`, the adapter's."""
        return "sha256:" + "+".join(file.sha256 for file in self.all)


class WrongFileError(Exception):
    """A file is missing, unreadable, or has another digest than it must."""


def verify(file: PinnedFile) -> int:
    """Read the file once and compare its digest; its size in bytes. Raises WrongFileError."""
    digest, size = hashlib.sha256(), 0
    try:
        with file.path.open("rb") as source:
            while chunk := source.read(CHUNK):
                if size == 0 and not chunk.startswith(MAGIC):
                    raise WrongFileError(f"{file.path.name} is no GGUF file")
                digest.update(chunk)
                size += len(chunk)
    except OSError as error:
        raise WrongFileError(f"{file.path.name} can't be read: {error.strerror}") from error
    if digest.hexdigest() != file.sha256.lower():
        raise WrongFileError(f"{file.path.name} is not the file it should be (SHA-256 {digest.hexdigest()[:16]}…)")
    return size
