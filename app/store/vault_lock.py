"""The lock file: one program at a time has a vault open."""

import os
import sys
from pathlib import Path
from typing import BinaryIO

from app.base.files import not_writable
from app.domain.errors import VaultBusyError

if sys.platform == "win32":  # pragma: no cover - untested here
    import msvcrt
else:
    import fcntl


class VaultLock:
    """Holds the lock until `release`, or until the process ends in any way."""

    def __init__(self, path: Path) -> None:
        """Take the lock; raises VaultBusyError, FolderNotWritableError."""
        try:
            self._file: BinaryIO = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "r+b")
        except OSError as error:
            raise not_writable(path.parent) from error
        try:
            _take(self._file)
        except OSError:
            self._file.close()
            raise VaultBusyError(
                "Another Coffer has this vault open.", "Close the other window or command, then try again."
            ) from None

    def release(self) -> None:
        """Let another program open the vault."""
        self._file.close()


def _take(file: BinaryIO) -> None:
    if sys.platform == "win32":  # pragma: no cover - untested here
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
