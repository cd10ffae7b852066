"""The log: one sink, where only what is marked as harmless is written, and every line passes redaction."""

import logging
import sys
import traceback
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from types import TracebackType

from app.base.files import make_private_folder
from app.base.redact import MASK, redact

_ROOT = "coffer"
_LARGEST = 1_000_000
"""Bytes of one log file; one older file is kept beside it."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A value marked as harmless: a code, a count of rows, a number of milliseconds."""

    value: str | int

    def __str__(self) -> str:
        return str(self.value)


def shown(value: str | int) -> Shown:
    """Mark a value as harmless, so that the log writes it. Never a name, an amount, a path or a text of the owner."""
    return Shown(value)


def logger(name: str) -> logging.Logger:
    """The logger of a module. Arguments not marked by `shown` are written as hidden."""
    return logging.getLogger(f"{_ROOT}.{name}")


def open_log(path: Path) -> logging.Handler:
    """Send all lines to the file; raises FolderNotWritableError. Close it with `close_log`."""
    make_private_folder(path.parent)
    handler = RedactingFileHandler(path)
    root = logging.getLogger(_ROOT)
    root.setLevel(logging.INFO)
    root.propagate = False
    root.addHandler(handler)
    return handler


def close_log(handler: logging.Handler) -> None:
    """Stop writing to the file."""
    root = logging.getLogger(_ROOT)
    root.removeHandler(handler)
    root.propagate = True
    handler.close()


class RedactingFormatter(logging.Formatter):
    """Writes the constant template of a line, its harmless arguments, and of an exception its kind and place alone."""

    def format(self, record: logging.LogRecord) -> str:  # foreign word
        line = redact(_message(record))
        moment = self.formatTime(record, "%Y-%m-%dT%H:%M:%S")
        error = record.exc_info[1] if record.exc_info else None
        frames = describe_exception(error) if error is not None else ""
        return f"{moment} {record.levelname} {record.name} {line}{frames}"


class RedactingFileHandler(logging.FileHandler):
    """One file with one older beside it. The standard rotating handler is not used: its module loads sockets."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, encoding="utf-8", delay=True)
        self._path = path
        self.setFormatter(RedactingFormatter())

    def emit(self, record: logging.LogRecord) -> None:  # foreign word
        if self.stream is not None and self.stream.tell() > _LARGEST:
            self.close()
            self._path.replace(self._path.with_suffix(".1.log"))
        super().emit(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  # foreign word
        """Say nothing: the standard way prints the line with its arguments to standard error."""


def describe_exception(error: BaseException) -> str:
    """The kind of an exception and where it was raised, without its message and without any value."""
    frames = traceback.extract_tb(error.__traceback__)
    places = "".join(f"\n  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames)
    code = getattr(error, "code", "")
    kind = type(error).__name__
    return f"\n  {kind} {code}{places}" if isinstance(code, str) and code.isidentifier() else f"\n  {kind}{places}"


def hide_uncaught_exceptions() -> None:
    """From now on an uncaught exception prints its kind alone to standard error; the rest goes to the log."""
    sys.excepthook = _uncaught


def _uncaught(kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
    logger("uncaught").error("uncaught exception", exc_info=(kind, error, error.__traceback__))
    sys.stderr.write(f"Coffer met a fault ({kind.__name__}). The log names the place.\n")


def _message(line: logging.LogRecord) -> str:
    if not line.args:
        return str(line.msg)
    arguments = line.args if isinstance(line.args, tuple) else (line.args,)
    try:
        return str(line.msg) % tuple(_harmless(argument) for argument in arguments)
    except (TypeError, ValueError):
        return MASK


def _harmless(argument: object) -> str:
    if isinstance(argument, Shown | Enum):
        return str(argument)
    if isinstance(argument, type) and issubclass(argument, BaseException):
        return argument.__name__
    return MASK
