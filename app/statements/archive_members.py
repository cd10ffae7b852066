"""The files of a ZIP archive as files of their own: named beside the archive, read within limits, never unpacked."""

from pathlib import PurePosixPath

from app.domain.errors import StatementRefusedError
from app.statements.zip_limits import member_bytes, open_zip

MOST_STATEMENTS = 200
_ZIP = b"PK\x03\x04"
_OFFICE = frozenset({"[Content_Types].xml", "mimetype", "content.xml", "xl/workbook.xml"})
"""Members only an office document has."""


def members_of(data: bytes, file_name: str) -> tuple[str, ...]:
    """The names of an archive's files, empty for anything else, an office document too.

    Raises StatementRefusedError for a broken, locked or oversized archive and for one of too many files.
    """
    if not data.startswith(_ZIP):
        return ()
    with open_zip(data, file_name) as container:
        stored = [member.filename for member in container.infolist() if not member.is_dir() and member.file_size]
    names = () if _OFFICE & set(stored) else tuple(name for name in stored if not is_hidden(name))
    if len(names) > MOST_STATEMENTS:
        message = f"The archive holds {len(names)} files; Coffer reads at most {MOST_STATEMENTS} at once."
        raise StatementRefusedError(message, "Unpack it and import them in parts.", file=file_name)
    return names


def shown_name(member: str) -> str:
    """A member's name as a relative path: it names, and is never followed."""
    parts = PurePosixPath(member.replace("\\", "/")).parts
    return "/".join(part for part in parts if part not in {"/", "..", "."})


def member_named(data: bytes, shown: str, *, file_name: str) -> bytes:
    """The bytes of the member shown under a name; raises StatementRefusedError."""
    name = next((name for name in members_of(data, file_name) if shown_name(name) == shown), shown)
    with open_zip(data, file_name) as container:
        return member_bytes(container, name, file_name=file_name)


def is_hidden(name: str) -> bool:
    """Whether a member is one of the hidden files of systems."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    hidden = any(part.startswith((".", "__MACOSX")) and part != ".." for part in parts)
    return hidden or parts[-1].lower() in {"thumbs.db", "desktop.ini"}
