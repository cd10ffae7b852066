"""Archives of statements: members read as files, limits held, nothing of a path followed."""

import io
import zipfile

from app.domain.statement_kinds import ProofState
from tests.helpers.pdf_layouts import LAYOUTS
from tests.helpers.pdf_statements import print_statement
from tests.helpers.statement_texts import read

CSV = b"Date,Description,Amount\n2024-01-05,Shop,-12.30\n2024-01-06,Salary,2000.00\n"


def packed(members: dict[str, bytes], *, stored: bool = False) -> bytes:
    """A ZIP of the members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED) as container:
        for name, data in members.items():
            container.writestr(name, data)
    return out.getvalue()


def test_each_member_is_read_by_its_own_reader() -> None:
    data = packed({"2024/jan.csv": CSV, "2024/feb.pdf": print_statement(LAYOUTS[0]), "__MACOSX/._jan.csv": b"\x00"})
    file = read(data, "all.zip")

    assert not file.refused
    assert [len(one.rows) for one in file.statements] == [2, len(LAYOUTS[0].rows)]
    assert file.statements[1].proof.state is ProofState.PROVED


def test_a_member_that_is_no_statement_is_named_and_left_out() -> None:
    file = read(packed({"jan.csv": CSV, "photo.png": b"\x89PNG\r\n" + bytes(50)}), "all.zip")

    assert [len(one.rows) for one in file.statements] == [2]
    assert any(one.code == "member_left_out" and "photo.png" in one.message for one in file.findings)


def test_an_archive_without_a_statement_is_refused() -> None:
    assert read(packed({"photo.png": b"\x89PNG\r\n" + bytes(50)}), "all.zip").refused
    assert read(packed({}), "all.zip").refused


def test_an_archive_inside_an_archive_is_left_out() -> None:
    file = read(packed({"inner.zip": packed({"jan.csv": CSV})}), "outer.zip")
    assert file.refused


def test_paths_that_climb_out_are_only_names() -> None:
    file = read(packed({"../../etc/jan.csv": CSV}), "all.zip")
    assert [len(one.rows) for one in file.statements] == [2]


def test_a_bomb_is_refused_by_its_directory() -> None:
    file = read(packed({"jan.csv": b"0" * (64 << 20)}), "bomb.zip")
    assert file.refused
    assert "MB" in file.findings[0].message


def test_a_directory_that_lies_about_sizes_is_refused() -> None:
    data = bytearray(packed({"jan.csv": CSV * 200}))
    place = data.rindex(b"PK\x01\x02") + 24
    data[place : place + 4] = (10).to_bytes(4, "little")
    assert read(bytes(data), "lie.zip").refused


def test_too_many_members_are_refused() -> None:
    data = packed({f"{number}.csv": CSV for number in range(300)})
    assert "300 files" in read(data, "many.zip").findings[0].message
