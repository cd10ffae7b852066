"""The packaged program does the main job for an ordinary user: new, import, ask, wipe, check; offline, within its folders."""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from setup import bundle
from tests.end2end.packaged_run import Person, Run, settle
from tests.helpers.source_tree import ROOT

pytestmark = [
    pytest.mark.packaged,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the packaged program is built on Linux only"),
]

STATEMENT = """\
Date,Description,Amount,Balance
2025-11-03,SALARY NORTHWIND GMBH,2100.00,3100.00
2025-11-05,GREEN GROCER MAIN ST,-42.18,3057.82
2025-11-12,GREEN GROCER MAIN ST,-57.82,3000.00
2025-11-20,CITY RENT,-900.00,2100.00
2025-11-28,CAFE LUNA,-12.50,2087.50
"""
SPENT_AT_THE_GROCER = "100.00"
QUESTION = "How much did I spend at Green Grocer in November 2025?"


@dataclass(frozen=True)
class Session:
    """One person's first hour with the program, command by command."""

    person: Person
    new: Run
    imported: Run
    asked: Run
    wiped: Run
    checked: Run

    @property
    def runs(self) -> list[Run]:
        """All commands, in their order."""
        return [self.new, self.imported, self.asked, self.wiped, self.checked]


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    """The commands run once, as an ordinary user, by a copy of the program in a folder of theirs."""
    assert shutil.which("strace"), "python3 packaging/start.py test installs strace"
    with tempfile.TemporaryDirectory(prefix="coffer packaged ", dir="/tmp") as folder:
        person = settle(Path(folder), bundle.built())
        (person.home / "november.csv").write_text(STATEMENT, encoding="utf-8")
        (person.home / "passphrase").write_text("correct horse battery staple\n", encoding="utf-8")
        shared = ("--json", "--passphrase-file", "passphrase", "--today", "2025-12-01")
        account = ("--account", "Everyday", "--kind", "checking", "--currency", "EUR")
        yield Session(
            person=person,
            new=person.run("new", "--currency", "EUR", *shared),
            imported=person.run("import", "november.csv", *account, "--yes", *shared),
            asked=person.run("ask", QUESTION, *shared),
            wiped=person.run("wipe", *shared),
            checked=person.run("check", *shared),
        )


def test_every_command_succeeds_and_complains_of_nothing(session: Session) -> None:
    assert [run.code for run in session.runs] == [0] * 5, "\n".join(run.errors for run in session.runs)
    assert "Traceback" not in "".join(run.errors for run in session.runs)


def test_a_new_vault_gives_its_recovery_code_once(session: Session) -> None:
    assert any("recovery" in key for key in session.new.answers[0])


def test_the_statement_is_proved_and_committed(session: Session) -> None:
    line = session.imported.answers[0]
    assert line["status"] == "committed"
    assert [(each["rows"], each["new"], each["sum"], each["proof"]) for each in line["accounts"]] == [
        (5, 5, "1087.50", "proved")
    ]


def test_the_question_gets_its_figure_with_the_transactions_behind_it(session: Session) -> None:
    answer = session.asked.answers[0]
    assert answer["status"] == "answered"
    assert answer["value"] == {"kind": "money", "amount": SPENT_AT_THE_GROCER, "currency": "EUR"}
    assert len(answer["evidence"]) == 2


def test_the_wipe_gives_a_receipt_and_the_check_finds_the_lock_real(session: Session) -> None:
    assert session.wiped.answers[0]["scan"] == {"canaries": 0}
    states = {check["id"]: check["state"] for check in session.checked.answers[0]["checks"]}
    assert states["network_lock"] == "pass"
    assert "fail" not in states.values()


def test_no_network_socket_was_opened_by_any_process(session: Session) -> None:
    assert [call for run in session.runs for call in run.network] == []
    assert all("socket(AF_INET" in "\n".join(run.calls) for run in session.runs), (
        "no attempt was made: the lock was not tried"
    )


def test_nothing_was_written_outside_the_home_folder(session: Session) -> None:
    assert session.person.writes(session.runs) == []


def test_the_written_files_hold_nothing_readable(session: Session) -> None:
    given = {"november.csv", "passphrase", "trace"}
    for path in session.person.home.rglob("*"):
        if path.is_file() and path.name not in given:
            content = path.read_bytes().lower()
            assert b"grocer" not in content, path
            assert "grocer".encode("utf-16-le") not in content, path


def test_the_source_was_not_there_and_not_needed(session: Session) -> None:
    opened = {Path(part) for run in session.runs for call in run.calls for part in call.split('"')[1:2]}
    assert opened
    assert [path for path in opened if path.is_relative_to(ROOT)] == []
