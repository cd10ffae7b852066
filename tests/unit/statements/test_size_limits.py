"""The limits on statements: one figure for files, members and the worker's pipe, and words that name it."""

import pytest

from app.ledger import statement_files
from app.statements import archive_members
from app.statements.size_limits import LARGEST_STATEMENT, MOST_STATEMENTS, too_large
from app.workers import archive_wire, statement_client


@pytest.mark.parametrize("module", [statement_files, archive_members, statement_client])
def test_a_statement_may_be_as_large_wherever_it_comes_from(module: object) -> None:
    assert vars(module)["LARGEST_STATEMENT"] is LARGEST_STATEMENT


def test_a_worker_may_name_as_many_files_as_an_archive_may_hold() -> None:
    names = [f"{number}.csv" for number in range(MOST_STATEMENTS)]
    assert archive_wire.names_in({"members": names}) == tuple(names)


def test_the_refusal_names_what_is_too_large_and_the_limit() -> None:
    refusal = too_large("“jan.csv”", file_name="all.zip")
    assert (refusal.message, refusal.file) == ("“jan.csv” is larger than 256 MB, which no statement is.", "all.zip")
