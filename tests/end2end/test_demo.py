"""The demo without a display: the sample statements proved, five questions answered or honestly refused, nothing left."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.helpers.terminal import PROGRAM, environment


@pytest.fixture(scope="module")
def lines() -> list[dict[str, object]]:
    done = subprocess.run(
        [*PROGRAM, "demo", "--json"], capture_output=True, text=True, timeout=180, env=environment(), check=False
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_every_sample_statement_is_committed_and_proved(lines: list[dict[str, object]]) -> None:
    files = [line for line in lines if "file" in line]
    assert len(files) >= 3
    assert {line["status"] for line in files} == {"committed"}
    proofs = [account["proof"] for line in files for account in line["accounts"]]  # type: ignore[attr-defined]
    assert set(proofs) == {"proved"}


def test_five_questions_are_answered_with_evidence_or_refused(lines: list[dict[str, object]]) -> None:
    answers = [line for line in lines if "question" in line]
    assert len(answers) == 5
    for answer in answers:
        assert answer["status"] in {"answered", "clarify", "unsupported"}
        assert (answer["value"] is None) == (answer["status"] != "answered")
        assert answer["text"]


def test_the_throw_away_vault_is_gone(tmp_path: Path) -> None:
    """Run with a temporary folder of its own, which is empty again afterwards."""
    own = {**environment(), "TMPDIR": str(tmp_path)}
    subprocess.run([*PROGRAM, "demo", "--json"], capture_output=True, timeout=180, env=own, check=True)
    assert list(tmp_path.iterdir()) == []


def test_the_samples_are_what_their_script_writes(tmp_path: Path) -> None:
    root = Path(__file__).resolve().parents[2]
    script = root / "packaging" / "sample_statements.py"
    subprocess.run([PROGRAM[0], str(script), str(tmp_path)], check=True, timeout=60)
    for path in (root / "resources" / "samples" / "demo").iterdir():
        assert (tmp_path / path.name).read_bytes() == path.read_bytes()
