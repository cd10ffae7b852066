"""Which readers claim a file, with confidence and reason; and what a file is that nobody claims."""

from collections.abc import Sequence

from app.statements.reader import Claim, FileHead, Reader

_SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document (XLS or DOC)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"SQLite format 3\x00", "a database"),
)


def identify(head: FileHead, readers: Sequence[Reader]) -> tuple[tuple[Reader, Claim], ...]:
    """All readers that claim the file with their claims, the most confident first; ties keep the registry's order."""
    claims = [(reader, claim) for reader in readers if (claim := reader.claim(head)) is not None]
    return tuple(sorted(claims, key=lambda pair: -pair[1].confidence))


def describe(head: FileHead) -> str:
    """What an unclaimed file seems to be, in words that fit after "This is"; empty where that is unknown."""
    for signature, words in _SIGNATURES:
        if head.data.startswith(signature):
            return words
    start = head.text[:2000].lstrip().lower()
    if start.startswith(("<!doctype html", "<html")) or "<html" in start[:500]:
        return "a web page"
    return ""
