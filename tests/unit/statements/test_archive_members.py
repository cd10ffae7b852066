"""The members of archives: their names, what is passed over, and that a name is never followed."""

import io
import zipfile
from pathlib import Path

import pytest

from app.base.paths import resources
from app.domain.errors import StatementRefusedError
from app.statements.archive_members import MOST_STATEMENTS, member_named, members_of, shown_name


def packed(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as container:
        for name in names:
            container.writestr(name, f"in {name}")
    return out.getvalue()


def test_files_are_named_and_hidden_ones_passed_over() -> None:
    data = packed("2024/jan.csv", "feb.csv", "__MACOSX/._feb.csv", ".DS_Store", "folder/", "Thumbs.db")
    assert members_of(data, "all.zip") == ("2024/jan.csv", "feb.csv")
    assert member_named(data, "2024/jan.csv", file_name="all.zip") == b"in 2024/jan.csv"


def test_spreadsheets_and_other_files_have_no_members() -> None:
    for name in ("household.xlsx", "girokonto.ods", "kontoauszug.pdf"):
        assert members_of((resources() / "samples" / name).read_bytes(), name) == ()


@pytest.mark.parametrize(
    ("stored", "shown"), [("/etc/jan.csv", "etc/jan.csv"), ("../../jan.csv", "jan.csv"), ("a\\b.csv", "a/b.csv")]
)
def test_a_name_that_climbs_or_starts_at_the_root_stays_below_its_archive(stored: str, shown: str) -> None:
    assert shown_name(stored) == shown
    assert Path("all.zip") / shown_name(stored) == Path(f"all.zip/{shown}")
    assert member_named(packed(stored), shown, file_name="all.zip") == f"in {stored}".replace("\\", "\\").encode()


def test_a_member_that_is_not_there_is_refused() -> None:
    with pytest.raises(StatementRefusedError):
        member_named(packed("jan.csv"), "may.csv", file_name="all.zip")


def test_too_many_files_are_refused_with_their_number() -> None:
    data = packed(*(f"{number}.csv" for number in range(MOST_STATEMENTS + 1)))
    with pytest.raises(StatementRefusedError, match=str(MOST_STATEMENTS + 1)):
        members_of(data, "all.zip")
