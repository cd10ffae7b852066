"""SHA-256 of files and of lists of texts: the set-up trusts nothing that it has not measured."""

import hashlib
from pathlib import Path


def of_file(path: Path) -> str:
    """The SHA-256 of a file, as hex."""
    with path.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()


def of_texts(*texts: str) -> str:
    """One SHA-256 over several texts, each closed by a zero byte so that none runs into the next."""
    digest = hashlib.sha256()
    for text in texts:
        digest.update(text.encode() + b"\0")
    return digest.hexdigest()
