"""Each PDF and spreadsheet golden reads as written down, and its damaged twin is refused or told, never taken whole."""

import json
from pathlib import Path
from typing import Any

import pytest

from app.base.paths import resources
from app.domain.statement import StatementFile
from app.domain.statement_kinds import ProofState, Severity
from tests.helpers.statement_texts import as_text, read

FOLDER = Path(__file__).resolve().parent
CASES = sorted(path for room in ("pdf", "xlsx") for path in (FOLDER / room).iterdir() if path.is_dir())
SAMPLES = {
    "harbor-checking.pdf": (17, 306114, "USD"),
    "lumen-card.pdf": (10, -16398, "USD"),
    "kontoauszug.pdf": (10, 146352, "EUR"),
    "household.xlsx": (17, 306114, "USD"),
    "girokonto.ods": (10, 146352, "EUR"),
}


def load(case: Path, name: str) -> tuple[StatementFile, dict[str, Any]]:
    path = next(case.glob(f"{name}.*"))
    return read(path.read_bytes(), path.name), json.loads((case / "rows.json").read_text("utf-8"))


def told(file: StatementFile) -> bool:
    loud = any(finding.severity is not Severity.INFO for finding in file.findings)
    return file.refused or loud or any(one.proof.state is ProofState.BROKEN for one in file.statements)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}-{case.name}")
def test_a_document_reads_as_written_down(case: Path) -> None:
    file, stored = load(case, "input")
    rows = [row for statement in file.statements for row in statement.rows]
    assert (len(rows), sum(row.amount for row in rows)) == (stored["truth"]["n"], stored["truth"]["sum"])
    assert as_text(file) == stored["input"]
    assert not told(file)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}-{case.name}")
def test_its_damaged_twin_is_told(case: Path) -> None:
    file, stored = load(case, "damaged")
    assert as_text(file) == stored["damaged"]
    assert told(file)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}-{case.name}")
def test_half_a_document_is_never_read_as_the_whole(case: Path) -> None:
    path = next(case.glob("input.*"))
    data = path.read_bytes()
    file = read(data[: len(data) // 2], path.name)
    assert told(file)


def test_there_are_enough_of_them() -> None:
    assert sum(case.parent.name == "pdf" for case in CASES) >= 6
    assert sum(case.parent.name == "xlsx" for case in CASES) >= 3


@pytest.mark.parametrize(("name", "rows", "total", "code"), [(name, *wanted) for name, wanted in SAMPLES.items()])
def test_a_sample_is_read_whole_and_proved(name: str, rows: int, total: int, code: str) -> None:
    file = read((resources() / "samples" / name).read_bytes(), name)
    assert not told(file)
    assert not file.decisions
    (statement,) = file.statements
    assert (len(statement.rows), sum(row.amount for row in statement.rows)) == (rows, total)
    assert (statement.currency, statement.proof.state) == (code, ProofState.PROVED)
