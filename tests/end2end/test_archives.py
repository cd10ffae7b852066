"""An archive at the terminal: each file in it is a line, a batch and a decision of its own."""

import zipfile
from pathlib import Path

from app.base.paths import resources
from tests.helpers.terminal import new_terminal

CLEAR = "Date,Description,Amount\n2026-01-15,GREEN GROCER,-12.30\n2026-01-16,PAYROLL,2000.00\n"
TWO_ORDERS = "Date,Description,Amount\n03/02/2026,GREEN GROCER,-51.60\n05/06/2026,OLD MILL,-9.00\n"


def test_each_member_is_a_line_and_a_batch_of_its_own(tmp_path: Path) -> None:
    archive = tmp_path / "all.zip"
    with zipfile.ZipFile(archive, "w") as container:
        container.writestr("2026/january.csv", CLEAR)
        container.writestr("orders.csv", TWO_ORDERS)
        container.writestr("photo.png", b"\x89PNG\r\n" + bytes(50))
        container.write(resources() / "samples" / "harbor-checking.pdf", "june.pdf")
    terminal = new_terminal(tmp_path)

    ran = terminal.run("import", archive, "--yes")

    assert [(line["file"], line["status"]) for line in ran.lines] == [
        ("all.zip/2026/january.csv", "committed"),
        ("all.zip/orders.csv", "needs_decision"),
        ("all.zip/photo.png", "refused"),
        ("all.zip/june.pdf", "committed"),
    ]
    assert ran.code == 4
    assert [sum(account["rows"] for account in line["accounts"]) for line in ran.lines if line["batch"]] == [2, 17]
    assert len({line["batch"] for line in ran.lines if line["batch"]}) == 2

    again = terminal.run("import", archive, "--yes")
    assert [line["file"] for line in again.lines] == [line["file"] for line in ran.lines]
    told = [line["accounts"] for line in again.lines if line["file"].endswith(("january.csv", "june.pdf"))]
    assert [account["new"] for accounts in told for account in accounts] == [0] * sum(map(len, told)), again.lines


def test_an_archive_that_can_not_be_opened_is_one_line(tmp_path: Path) -> None:
    broken = tmp_path / "broken.zip"
    broken.write_bytes(b"PK\x03\x04 and nothing else")
    ran = new_terminal(tmp_path).run("import", broken, "--yes")
    assert (ran.only["file"], ran.only["status"], ran.code) == ("broken.zip", "refused", 4)
