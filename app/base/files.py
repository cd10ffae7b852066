"""Small files written whole or not at all, readable by the owner alone."""

import os
import tempfile
from pathlib import Path

from app.domain.errors import FolderNotWritableError


def make_private_folder(folder: Path) -> None:
    """Make the folder where it is missing; raises FolderNotWritableError."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise not_writable(folder) from error


def write_whole(path: Path, data: bytes) -> None:
    """Replace the file by `data`, on disk before this returns; after a crash it holds the old or the new bytes.

    Raises FolderNotWritableError.
    """
    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise not_writable(path.parent) from error


def not_writable(folder: Path) -> FolderNotWritableError:
    """The error for a folder that can't be written."""
    return FolderNotWritableError(
        f"The folder {folder} can't be written.",
        "Choose another folder, free some space, or give yourself the right to write there.",
        file=str(folder),
    )


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":  # pragma: no cover - Windows has no handle for a folder
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
