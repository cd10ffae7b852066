"""What a reader of one statement format is: it claims files by their head and reads them whole."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePath
from typing import Protocol

from app.domain.errors import StatementRefusedError
from app.domain.statement import StatementFile
from app.domain.statement_kinds import StatementFormat
from app.statements.encoding import glance

HEAD_BYTES = 65536
"""How much of a file a reader may look at before it claims it."""


@dataclass(frozen=True, slots=True)
class FileHead:
    """The start of a file: its name (the ending is a hint only), its first 64 KiB and its whole size in bytes."""

    name: str
    data: bytes
    size: int

    @property
    def ending(self) -> str:
        """The file name's ending in lower case without the dot, for example `csv`; empty where there is none."""
        return PurePath(self.name).suffix[1:].lower()

    @property
    def text(self) -> str:
        """The head as text good enough to recognise a format: UTF-16 and BOMs undone, else one character a byte."""
        return glance(self.data)


@dataclass(frozen=True, slots=True)
class StatementSource:
    """A statement's file name (no folder) and its bytes."""

    name: str
    data: bytes

    @property
    def head(self) -> FileHead:
        """What readers look at to claim the file."""
        return FileHead(self.name, self.data[:HEAD_BYTES], len(self.data))


@dataclass(frozen=True, slots=True)
class Claim:
    """A reader's word that a file is of its format: confidence from 1 to 100, and why."""

    confidence: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """What reading depends on beside the bytes."""

    today: date
    """No booked row lies after this day, give or take a few: used to tell readings apart."""
    default_currency: str
    """ISO 4217 code taken where the file names none."""
    choices: Mapping[str, str] = field(default_factory=dict)
    """Decisions a person took for this file: question -> choice, for example `date_order` -> `dmy`."""
    presets: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Decisions remembered from earlier files: layout fingerprint -> question -> choice."""

    def choice(self, question: str, layout: str = "") -> str:
        """The choice taken for this file, else the one remembered for its layout, else an empty text."""
        return self.choices.get(question) or self.presets.get(layout, {}).get(question, "")


class Reader(Protocol):
    """Reads one format."""

    @property
    def format(self) -> StatementFormat:
        """The format it reads."""

    def claim(self, head: FileHead) -> Claim | None:
        """Say whether the file looks like this format; never raises."""

    def read(self, source: StatementSource, options: ReadOptions) -> StatementFile:
        """Read the whole file; raises StatementRefusedError with line and column where that can't be done."""


def refused(
    message: str, remedy: str, *, source: StatementSource, line: int | None = None, column: str | None = None
) -> StatementRefusedError:
    """A refusal that names the file; the caller raises it."""
    return StatementRefusedError(message, remedy, file=source.name, line=line, column=column)
