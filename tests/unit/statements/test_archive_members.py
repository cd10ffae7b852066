"""The members of archives: their names, what is passed over, and that a name is never followed."""

import io
import struct
import warnings
import zipfile

import pytest

from app.base.paths import resources
from app.domain.errors import StatementRefusedError
from app.statements import archive_members
from app.statements.archive_members import every_member, members_of, unpacked_member
from app.statements.size_limits import MOST_STATEMENTS


def packed(*names: str, method: int = zipfile.ZIP_STORED) -> bytes:
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", method) as container:
        warnings.simplefilter("ignore")  # two files of one name are meant
        for number, name in enumerate(names):
            container.writestr(name, f"{number}: in {name}")
    return out.getvalue()


def member(data: bytes, shown: str) -> bytes:
    return b"".join(unpacked_member(data, shown, file_name="all.zip"))


def test_files_are_named_and_hidden_ones_passed_over() -> None:
    data = packed("2024/jan.csv", "feb.csv", "__MACOSX/._feb.csv", ".DS_Store", "folder/", "Thumbs.db")
    assert members_of(data, "all.zip") == ("2024/jan.csv", "feb.csv")
    assert member(data, "2024/jan.csv") == b"0: in 2024/jan.csv"


def test_spreadsheets_and_other_files_have_no_members() -> None:
    for name in ("household.xlsx", "girokonto.ods", "kontoauszug.pdf"):
        assert members_of((resources() / "samples" / name).read_bytes(), name) == ()


def test_two_files_of_one_name_are_two_files() -> None:
    data = packed("jan.csv", "./jan.csv", "jan.csv", "jan (2).csv")
    assert members_of(data, "all.zip") == ("jan.csv", "jan (2).csv", "jan (3).csv", "jan (2) (2).csv")
    assert [content[:1] for _, content in every_member(data, "all.zip")] == [b"0", b"1", b"2", b"3"]
    assert member(data, "jan (3).csv") == b"2: in jan.csv"


@pytest.mark.parametrize("shown", ["may.csv", "", "../jan.csv"])
def test_a_member_that_is_not_there_is_refused(shown: str) -> None:
    with pytest.raises(StatementRefusedError):
        member(packed("jan.csv"), shown)


def test_too_many_files_are_refused_with_their_number() -> None:
    data = packed(*(f"{number}.csv" for number in range(MOST_STATEMENTS + 1)))
    with pytest.raises(StatementRefusedError, match=str(MOST_STATEMENTS + 1)):
        members_of(data, "all.zip")


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_unusual_packing_is_refused(method: int) -> None:
    with pytest.raises(StatementRefusedError, match="unusual"):
        members_of(packed("jan.csv", method=method), "all.zip")


def test_a_file_above_the_limit_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive_members, "LARGEST_STATEMENT", 10)
    with pytest.raises(StatementRefusedError, match="larger than"):
        member(packed("jan.csv"), "jan.csv")


def test_damage_half_way_is_told_after_the_pieces_before_it() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as container:
        container.writestr("jan.csv", bytes(range(256)) * 12_000)
    data = bytearray(out.getvalue())
    data[2_500_000] ^= 1
    pieces = unpacked_member(bytes(data), "jan.csv", file_name="all.zip")
    assert len(next(pieces)) == 1 << 20
    with pytest.raises(StatementRefusedError, match="damaged"):
        list(pieces)


def test_a_directory_entry_that_points_nowhere_is_refused() -> None:
    data = bytearray(packed("jan.csv"))
    place = data.rindex(b"PK\x01\x02") + 42
    data[place : place + 4] = struct.pack("<I", 2**31)
    with pytest.raises(StatementRefusedError):
        member(bytes(data), "jan.csv")


def test_a_file_without_a_name_has_one() -> None:
    data = packed("x")
    place = data.rindex(b"PK\x01\x02")
    nameless = data[:place] + data[place : place + 28] + struct.pack("<H", 0) + data[place + 30 : place + 46] + data[place + 47 :]
    end = nameless.rindex(b"PK\x05\x06")
    nameless = nameless[: end + 12] + struct.pack("<I", end - place) + nameless[end + 16 :]
    assert members_of(nameless, "all.zip") == ("file",)
