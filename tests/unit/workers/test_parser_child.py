"""The statement worker's own process: it answers, it is confined, and the app's end is its end."""

import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from app.workers.parser_child import BASE_MEMORY, MOST_MEMORY
from app.workers.protocol import Channel
from app.workers.statement_wire import from_messages

_MAIN = Path(__file__).resolve().parents[3] / "app" / "__main__.py"
_QIF = b"!Type:Bank\nD1/13/25\nT-1.00\nPShop\n^\n"


class Child:
    """A worker started as the app starts it, without the app around it."""

    def __init__(self) -> None:
        command = [sys.executable, "-I", str(_MAIN), "--worker", "statement", "--accept-unlocked"]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.channel = Channel(self.process.stdout.fileno(), self.process.stdin.fileno())

    def ask(self, data: bytes, **changes: Any) -> None:
        request = {"name": "a.qif", "today": "2026-01-01", "default_currency": "EUR", "choices": {}, "presets": {}}
        self.channel.send({"read": {**request, "bytes": len(data), **changes}})
        self.channel.send_bytes(data)

    def answers(self) -> Iterator[dict[str, Any]]:
        while True:
            yield self.channel.receive(timeout=30)

    def proc(self, name: str) -> str:
        return Path(f"/proc/{self.process.pid}/{name}").read_text(encoding="utf-8")


@pytest.fixture
def child() -> Iterator[Child]:
    made = Child()
    yield made
    made.process.kill()
    with made.process:
        pass


def test_it_answers_one_file_after_another(child: Child) -> None:
    for amount in (b"-1.00", b"-2.00"):
        child.ask(_QIF.replace(b"-1.00", amount))
        file = from_messages(child.answers())
        assert [row.amount for row in file.statements[0].rows] == [int(float(amount) * 100)]
        assert file.statements[0].currency == "EUR"


def test_choices_reach_the_reader(child: Child) -> None:
    child.ask(_QIF.replace(b"1/13/25", b"03/04/25"), choices={"date_order": "dmy"})
    file = from_messages(child.answers())
    assert file.statements[0].rows[0].booked_on.isoformat() == "2025-04-03"


@pytest.mark.skipif(sys.platform != "linux", reason="limits are read from /proc")
def test_it_is_confined_and_bounded_by_the_size_of_the_file(child: Child) -> None:
    child.ask(_QIF)
    list(takewhile(lambda message: "rows" not in message, child.answers()))
    assert "Seccomp:\t2" in child.proc("status")
    assert "NoNewPrivs:\t1" in child.proc("status")
    limits = {line[:26].strip(): line[26:].split()[:2] for line in child.proc("limits").splitlines()}
    soft, hard = limits["Max address space"]
    assert int(hard) == MOST_MEMORY
    assert BASE_MEMORY <= int(soft) < BASE_MEMORY + 10**6
    assert limits["Max file size"] == ["0", "0"]
    assert limits["Max core file size"] == ["0", "0"]


def test_it_ends_when_the_app_closes_the_pipe(child: Child) -> None:
    assert child.process.stdin is not None
    child.process.stdin.close()
    assert child.process.wait(timeout=20) == 0


def test_a_wrong_request_ends_it_rather_than_the_app(child: Child) -> None:
    child.channel.send({"nonsense": os.getpid()})
    assert child.process.wait(timeout=20) != 0


@pytest.mark.skipif(sys.platform != "linux", reason="what a process has loaded is read from /proc")
def test_what_reads_workbooks_and_pdfs_is_loaded_when_one_comes_and_numpy_never(child: Child, tmp_path: Path) -> None:
    """The lock on files lets the program's own through, and no numpy starts a thread for each core."""
    child.ask(_QIF)
    assert not from_messages(child.answers()).refused
    assert "pdfium" not in child.proc("maps")
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for cells in (["Date", "Description", "Amount"], ["2025-03-01", "Shop", -1.5], ["2025-03-02", "Pay", 20.25]):
        sheet.append(cells)
    book.save(tmp_path / "a.xlsx")
    child.ask((tmp_path / "a.xlsx").read_bytes(), name="a.xlsx")
    assert [row.amount for row in from_messages(child.answers()).statements[0].rows] == [-150, 2025]
    child.ask(b"%PDF-1.7 and nothing more", name="a.pdf")
    assert from_messages(child.answers()).refused
    assert "pdfium" in child.proc("maps")
    assert "numpy" not in child.proc("maps")
    assert "Threads:\t1\n" in child.proc("status")
