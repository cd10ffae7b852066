"""What is fuzzed: each reader by its format, archives, and the whole way from unknown bytes to a statement file."""

import contextlib
from collections.abc import Callable
from functools import partial

from app.domain.errors import StatementRefusedError
from app.domain.statement import StatementFile
from app.statements.archive_members import members_of, unpacked_member
from app.statements.identify import describe
from app.statements.member_names import is_shown_name
from app.statements.reader import Reader, StatementSource
from app.statements.registry import READERS, read_statement
from tests.hostile.fuzz.judge import OPTIONS, in_time, judge, keeps_the_rules

Target = Callable[[bytes], StatementFile | None]
"""Takes an input; what was read, None where it was refused. Raises AssertionError where a rule is broken."""

ARCHIVE, ANY = "zip", "identify"
_NAMES = ("statement", "a.csv", "a.ofx", "a.qif", "a.sta", "a.xml", "a.xlsx", "a.ods", "a.pdf", "a.zip")


def readers() -> dict[str, Reader]:
    """The readers by their format; an archive is no format of its own."""
    return {reader.format.value: reader for reader in READERS if not hasattr(reader, "readers")}


def targets() -> dict[str, Target]:
    """All there is to fuzz by its name."""
    return {**{kind: _target(kind, reader) for kind, reader in readers().items()}, ARCHIVE: archive, ANY: anything}


def _target(kind: str, reader: Reader) -> Target:
    return lambda data: judge(reader, data, f"file.{kind}")


def archive(data: bytes) -> StatementFile | None:
    """List an archive, unpack each of its files, and read it as one; a file unpacked is never longer than it says."""
    with contextlib.suppress(StatementRefusedError):
        names = in_time(lambda: members_of(data, "a.zip"), data)
        for name in names[:20]:
            assert is_shown_name(name), "a name that climbs or hides"
            in_time(partial(_unpack, data, name), data)
    reader = next(reader for reader in READERS if hasattr(reader, "readers"))
    return judge(reader, data, "a.zip", printed=False)


def _unpack(data: bytes, name: str) -> None:
    for piece in unpacked_member(data, name, file_name="a.zip"):
        assert piece, "an empty piece would end the exchange with the worker"


def anything(data: bytes) -> StatementFile | None:
    """Read bytes of no known format under a name that may be wrong; a refusal has words and nothing is raised."""
    source = StatementSource(_NAMES[sum(data[:64]) % len(_NAMES)], data)
    describe(source.head)
    file = in_time(lambda: read_statement(source, OPTIONS), data)
    keeps_the_rules(file)
    return None if file.refused else file
