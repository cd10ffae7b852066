"""The import contracts: kept by the tree as it is, and each turned red by a break planted for it."""

import json
import shutil
import subprocess
import sys

import pytest

from tests.helpers.source_tree import ROOT
from tests.house.plants import PLANTS, Plant

Verdicts = dict[str, list[str] | None]


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> Verdicts:
    """The broken contracts of the tree ("") and after each plant; null where the plant's file is not there."""
    folder = tmp_path_factory.mktemp("plants")
    shutil.copytree(ROOT / "app", folder / "app", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy2(ROOT / "pyproject.toml", folder)
    command = [sys.executable, "-m", "tests.house.contract_runner", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode == 0, done.stderr[-2_000:]
    found: Verdicts = json.loads(done.stdout.splitlines()[-1])
    return found


def test_every_contract_is_kept(verdicts: Verdicts) -> None:
    assert verdicts[""] == []


def test_every_contract_has_a_plant() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    contracts = {line.split('"')[1] for line in text.splitlines() if line.startswith("id = ")}
    assert contracts == {plant.contract for plant in PLANTS}


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.name)
def test_a_planted_break_turns_its_contract_red(verdicts: Verdicts, plant: Plant) -> None:
    broken = verdicts[plant.name]
    assert broken is not None, f"app/{plant.file} is not there: plant it elsewhere"
    assert plant.contract in broken
