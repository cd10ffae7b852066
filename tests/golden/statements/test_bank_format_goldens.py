"""Every OFX, QIF, MT940 and CAMT file beside this test is read exactly as its stored reading says."""

import json
from pathlib import Path

import pytest

from app.base.paths import resources
from app.domain.statement_kinds import ProofState, Severity
from tests.helpers.statement_texts import as_text, read

_FOLDER = Path(__file__).resolve().parent
_CASES = sorted(
    path for room in ("ofx", "qif", "mt940", "camt") for path in (_FOLDER / room).iterdir() if path.suffix != ".json"
)
_SAMPLES = {
    "everyday-checking.ofx": (14, ProofState.PROVED),
    "travel-card.qfx": (6, ProofState.UNPROVED),
    "wallet.qif": (5, ProofState.UNPROVED),
    "girokonto.sta": (6, ProofState.PROVED),
    "konto-am-see.xml": (5, ProofState.PROVED),
}


@pytest.mark.parametrize("path", _CASES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_a_file_is_read_as_stored(path: Path) -> None:
    stored = json.loads(path.with_name(path.name + ".json").read_text(encoding="utf-8"))
    assert as_text(read(path.read_bytes(), path.name)) == stored


def test_each_format_has_a_damaged_twin() -> None:
    for room in ("ofx", "qif", "mt940", "camt"):
        names = [path.name for path in _CASES if path.parent.name == room]
        assert any("broken" in name for name in names), room
        assert len(names) >= 4, room


@pytest.mark.parametrize("path", [path for path in _CASES if "_broken" in path.name], ids=lambda path: path.name)
def test_a_damaged_twin_says_which_row_and_loses_only_that(path: Path) -> None:
    whole = next(one for one in _CASES if one.parent == path.parent and path.name.startswith(one.stem + "_one"))
    damaged, sound = read(path.read_bytes(), path.name), read(whole.read_bytes(), whole.name)
    errors = [finding for finding in damaged.findings if finding.severity is Severity.ERROR]
    assert len(errors) == 1
    assert errors[0].line is not None
    assert len(damaged.statements[0].rows) == len(sound.statements[0].rows) - 1


@pytest.mark.parametrize(("name", "rows", "proof"), [(name, *told) for name, told in _SAMPLES.items()])
def test_a_sample_is_read_whole(name: str, rows: int, proof: ProofState) -> None:
    path = resources() / "samples" / name
    file = read(path.read_bytes(), name)
    assert file.findings == ()
    assert sum(len(statement.rows) for statement in file.statements) == rows
    assert [statement.proof.state for statement in file.statements] == [proof]
