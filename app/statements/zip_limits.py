"""ZIP containers within limits: members, size, ratio; nothing is written and no path of a member is followed."""

import io
import zipfile
import zlib

from app.domain.errors import StatementRefusedError

MOST_MEMBERS = 2000
MOST_BYTES = 512 * 1024**2
"""Bytes all members may have together once unpacked."""
MOST_RATIO = 300
_SMALL = 16 * 1024**2
"""A small document may be packed as tightly as it likes."""
_PIECE = 1 << 20
_REMEDY = "Unpack it yourself and look at what is in it, or download the statement again."


def open_zip(data: bytes, file_name: str) -> zipfile.ZipFile:
    """The container, its directory checked; raises StatementRefusedError for broken, locked and oversized ones."""
    try:
        container = zipfile.ZipFile(io.BytesIO(data))
        members = container.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OverflowError) as error:
        raise StatementRefusedError("The ZIP container is damaged.", _REMEDY, file=file_name) from error
    if len(members) > MOST_MEMBERS:
        raise _too_much(f"It holds {len(members)} files; Coffer opens at most {MOST_MEMBERS}.", file_name)
    total = sum(member.file_size for member in members)
    if total > MOST_BYTES or (total > _SMALL and total > MOST_RATIO * len(data)):
        raise _too_much(f"Unpacked it would be {total // 1024**2} MB, which no statement is.", file_name)
    if any(member.flag_bits & 1 for member in members):
        message = "The ZIP container is locked with a password."
        raise StatementRefusedError(message, "Unpack it with its password and import the files.", file=file_name)
    return container


def member_bytes(container: zipfile.ZipFile, name: str, *, file_name: str) -> bytes:
    """A member unpacked, never beyond the size its directory states; raises StatementRefusedError."""
    try:
        member = container.getinfo(name)
        limit = min(member.file_size, MOST_BYTES)
        pieces = bytearray()
        with container.open(member) as stream:
            while piece := stream.read(_PIECE):
                pieces += piece
                if len(pieces) > limit:
                    raise _too_much(f"“{name}” is larger than it says.", file_name)
    except (KeyError, zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError, OSError) as error:
        raise StatementRefusedError(f"“{name}” in the ZIP container is damaged.", _REMEDY, file=file_name) from error
    return bytes(pieces)


def _too_much(message: str, file_name: str) -> StatementRefusedError:
    return StatementRefusedError(message, _REMEDY, file=file_name)
