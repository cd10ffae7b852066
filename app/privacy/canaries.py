"""Canaries: texts of the owner's own books, sought in every file that is left; each found is one too many."""

from collections.abc import Iterator
from pathlib import Path

from app.base.paths import Places
from app.privacy.data_map import mapped_paths
from app.store.connection import Connection

_SHORTEST = 8
_MOST = 24
_CHUNK = 8 * 1024 * 1024
_TEXTS = (
    "SELECT printed_payee FROM (SELECT DISTINCT printed_payee FROM entry WHERE length(printed_payee) >= ?"
    " ORDER BY length(printed_payee) DESC LIMIT ?)"
)
_NUMBERS = "SELECT iban FROM account WHERE iban <> '' UNION SELECT number FROM account WHERE length(number) >= ?"


def count_canaries(connection: Connection, places: Places) -> int:
    """How many of the owner's texts stand readable in a file that Coffer writes, as UTF-8 or UTF-16."""
    texts = _canaries(connection)
    if not texts:
        return 0
    found: set[bytes] = set()
    for path in _files(places):
        found |= _found_in(path, texts - found)
    return len(found)


def _canaries(connection: Connection) -> set[bytes]:
    payees = connection.execute(_TEXTS, (_SHORTEST, _MOST)).fetchall()
    numbers = connection.execute(_NUMBERS, (_SHORTEST,)).fetchall()
    texts = [str(row[0]) for row in (*payees, *numbers)]
    return {text.encode(encoding) for text in texts for encoding in ("utf-8", "utf-16-le")}


def _files(places: Places) -> Iterator[Path]:
    seen: set[Path] = set()
    for item in mapped_paths(places):
        for path in item.existing():
            if path not in seen and not path.is_symlink():
                seen.add(path)
                yield path


def _found_in(path: Path, texts: set[bytes]) -> set[bytes]:
    overlap = max((len(text) for text in texts), default=1) - 1
    found: set[bytes] = set()
    try:
        with path.open("rb") as file:
            tail = b""
            while chunk := file.read(_CHUNK):
                part = tail + chunk
                found |= {text for text in texts - found if text in part}
                tail = part[-overlap:] if overlap else b""
    except OSError:
        return found
    return found
