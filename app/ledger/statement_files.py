"""Files as the owner names them, members of archives among them; an archive is opened in the statement worker alone."""

from pathlib import Path

from app.domain.errors import InputRefusedError, StatementRefusedError
from app.ledger.reading_thread import ReadingThread
from app.statements.reader import StatementSource
from app.statements.size_limits import LARGEST_STATEMENT, too_large

_ZIP = b"PK\x03\x04"


class StatementFiles:
    """The bytes of files. A member's path is that of its archive and the name shown: `all.zip/2025/jan.csv`."""

    def __init__(self, reading: ReadingThread) -> None:
        self._reading = reading

    def members(self, path: Path) -> tuple[Path, ...]:
        """A file as itself, an archive as its files.

        Never raises: what can't be opened is one file, and reading that says why.
        """
        try:
            with path.open("rb") as stream:
                if stream.read(len(_ZIP)) != _ZIP:
                    return (path,)
            archive = StatementSource(path.name, _bytes(path))
            names = self._reading.run(lambda worker: worker.members(archive))
        except (OSError, ValueError, InputRefusedError):
            return (path,)
        return tuple(path / name for name in names) or (path,)

    def source(self, path: Path) -> StatementSource:
        """A file or a member by its path.

        Raises StatementRefusedError where there is no readable file of a statement's size, WorkerFailedError where an
        archive ended the worker.
        """
        archive = _archive(path)
        if archive is None:
            return StatementSource(path.name, _bytes(path))
        shown = path.relative_to(archive).as_posix()
        whole = StatementSource(archive.name, _bytes(archive))
        data = self._reading.run(lambda worker: worker.member(whole, shown))
        return StatementSource(path.relative_to(archive.parent).as_posix(), data)


def _archive(path: Path) -> Path | None:
    """The archive a member's path begins with, None for a file of its own."""
    try:
        return None if path.exists() else next((folder for folder in path.parents if folder.is_file()), None)
    except (OSError, ValueError) as error:
        raise _unreadable(path) from error  # a name longer than the system takes, or with a NUL in it


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_STATEMENT:
            raise too_large("The file", file_name=path.name)
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise _unreadable(path) from error


def _unreadable(path: Path) -> StatementRefusedError:
    remedy = "Check the path, and that it is a file you may read."
    return StatementRefusedError(f"The file {path.name} can't be read.", remedy, file=path.name)
