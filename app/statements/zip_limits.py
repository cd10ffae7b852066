"""ZIP containers within limits: members, size, ratio; nothing is written and no path of a member is followed."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

from app.domain.errors import StatementRefusedError
from app.statements.control_characters import inert_text

MOST_MEMBERS = 2000
MOST_BYTES = 512 * 1024**2
"""Bytes all members may have together once unpacked."""
MOST_RATIO = 300
BROKEN_ZIP = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, OverflowError,
    NotImplementedError, RuntimeError, KeyError, IndexError,
)  # fmt: skip
"""What the standard library raises for a damaged container, its directory or a member."""
_SMALL = 16 * 1024**2
"""A small document may be packed as tightly as it likes."""
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""Others are rare in archives of documents, and need more memory than their sizes tell."""
_PIECE = 1 << 20
_REMEDY = "Unpack it yourself and look at what is in it, or download the statement again."


def open_zip(data: bytes, file_name: str) -> zipfile.ZipFile:
    """The container, its directory checked; raises StatementRefusedError for broken, locked and oversized ones."""
    try:
        container = zipfile.ZipFile(io.BytesIO(data))
        members = container.infolist()
    except BROKEN_ZIP as error:
        raise StatementRefusedError("The ZIP container is damaged.", _REMEDY, file=file_name) from error
    if len(members) > MOST_MEMBERS:
        raise _too_much(f"It holds {len(members)} files; Coffer opens at most {MOST_MEMBERS}.", file_name)
    total = sum(member.file_size for member in members)
    if total > MOST_BYTES or (total > _SMALL and total > MOST_RATIO * len(data)):
        raise _too_much(f"Unpacked it would be {total // 1024**2} MB, which no statement is.", file_name)
    if any(member.compress_type not in _METHODS for member in members):
        raise StatementRefusedError("The ZIP container is packed in an unusual way.", _REMEDY, file=file_name)
    if any(member.flag_bits & 1 for member in members):
        message = "The ZIP container is locked with a password."
        raise StatementRefusedError(message, "Unpack it with its password and import the files.", file=file_name)
    return container


def member_bytes(container: zipfile.ZipFile, name: str, *, file_name: str) -> bytes:
    """A member by its stored name, whole; raises as `member_pieces` does."""
    return b"".join(member_pieces(container, name, file_name=file_name))


def member_pieces(container: zipfile.ZipFile, name: str, *, file_name: str) -> Iterator[bytes]:
    """A member by its stored name, a piece at a time; raises StatementRefusedError for none such and as `unpacked`."""
    try:
        member = container.getinfo(name)
    except KeyError as error:
        raise StatementRefusedError(f"The ZIP container holds no “{name}”.", _REMEDY, file=file_name) from error
    return unpacked(container, member, file_name=file_name)


def unpacked(container: zipfile.ZipFile, member: zipfile.ZipInfo, *, file_name: str) -> Iterator[bytes]:
    """A member a piece at a time, never beyond the size its directory states; raises StatementRefusedError."""
    name, left = inert_text(member.filename)[:200], min(member.file_size, MOST_BYTES)
    try:
        with container.open(member) as stream:
            while piece := stream.read(_PIECE):
                left -= len(piece)
                if left < 0:
                    raise _too_much(f"“{name}” is larger than it says.", file_name)
                yield piece
    except BROKEN_ZIP as error:
        raise StatementRefusedError(f"“{name}” in the ZIP container is damaged.", _REMEDY, file=file_name) from error


def _too_much(message: str, file_name: str) -> StatementRefusedError:
    return StatementRefusedError(message, _REMEDY, file=file_name)
