"""The files of a ZIP archive as files of their own: named beside the archive, read within limits, never unpacked."""

import itertools
import zipfile
from collections.abc import Iterator

from app.domain.errors import StatementRefusedError
from app.statements.member_names import is_hidden, numbered, shown_name
from app.statements.size_limits import LARGEST_STATEMENT, MOST_STATEMENTS, too_large
from app.statements.zip_limits import open_zip, unpacked

ZIP_SIGNATURE = b"PK\x03\x04"
_OFFICE = frozenset({"[Content_Types].xml", "mimetype", "content.xml", "xl/workbook.xml"})
"""Members only an office document has."""


def members_of(data: bytes, file_name: str) -> tuple[str, ...]:
    """The names of an archive's files as shown, each once; empty for anything else, an office document too.

    Raises StatementRefusedError for a broken, locked or oversized archive and for one of too many files.
    """
    if not data.startswith(ZIP_SIGNATURE):
        return ()
    with open_zip(data, file_name) as container:
        return tuple(_shown(container, file_name))


def unpacked_member(data: bytes, shown: str, *, file_name: str) -> Iterator[bytes]:
    """The bytes of the file shown under a name, a piece at a time; raises StatementRefusedError, also half-way."""
    with open_zip(data, file_name) as container:
        member = _shown(container, file_name).get(shown)
        if member is None:
            message = f"The archive holds no file “{shown}”."
            raise StatementRefusedError(message, "Choose the archive again.", file=file_name)
        if member.file_size > LARGEST_STATEMENT:
            raise too_large(f"“{shown}”", file_name=file_name)
        yield from unpacked(container, member, file_name=file_name)


def every_member(data: bytes, file_name: str) -> Iterator[tuple[str, bytes]]:
    """All files of an archive with the names they are shown under; raises StatementRefusedError, also half-way."""
    with open_zip(data, file_name) as container:
        for shown, member in _shown(container, file_name).items():
            yield shown, b"".join(unpacked(container, member, file_name=file_name))


def _shown(container: zipfile.ZipFile, file_name: str) -> dict[str, zipfile.ZipInfo]:
    """The archive's files by the name shown; two of one name are two files."""
    stored = [member for member in container.infolist() if member.file_size and not member.filename.endswith("/")]
    if any(member.filename in _OFFICE for member in stored):
        return {}
    files = [member for member in stored if not is_hidden(member.filename)]
    if len(files) > MOST_STATEMENTS:
        message = f"The archive holds {len(files)} files; Coffer reads at most {MOST_STATEMENTS} at once."
        raise StatementRefusedError(message, "Unpack it and import them in parts.", file=file_name)
    named: dict[str, zipfile.ZipInfo] = {}
    for member in files:
        name = shown_name(member.filename)
        others = (numbered(name, number) for number in itertools.count(2))
        named[next(one for one in (name, *itertools.islice(others, len(named))) if one not in named)] = member
    return named
