"""Files as the owner names them: a path that no system takes is refused like any that can't be read."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.errors import StatementRefusedError
from app.ledger.reading_thread import ReadingThread
from app.ledger.statement_files import StatementFiles


@pytest.fixture
def files() -> Iterator[StatementFiles]:
    reading = ReadingThread()
    yield StatementFiles(reading)
    reading.rest()


@pytest.mark.parametrize("name", ["a" * 300, "a\0b", "a/" * 3000, "nowhere.csv"])
def test_a_path_that_cannot_be_is_refused_and_is_one_file(files: StatementFiles, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    assert files.members(path) == (path,)
    with pytest.raises(StatementRefusedError, match="can't be read"):
        files.source(path)
