"""Adding a bank is one data file, its line in the registry and one golden: done here in a copy of the program."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from app.base.paths import resources

_ROOT = resources().parent
_PRESET = '''"""The layout of Lighthouse Savings' export."""

from app.domain.account import AccountKind
from app.statements.table_preset import Preset

PRESET = Preset(
    name="lighthouse",
    institution="Lighthouse Savings",
    columns=("Ledger day", "Told by", "Sum", "Balance"),
    kind=AccountKind.SAVINGS,
)
'''
_FILE = (
    "Ledger day,Told by,Sum,Balance\n"
    "2025-10-02,GREEN GROCER,-12.50,987.50\n"
    "2025-10-13,PAYROLL,1000.00,1987.50\n"
    "2025-10-20,CITY TRANSIT,-3.20,1984.30\n"
)
_GOLDEN = {"preset": "lighthouse", "kind": "savings", "proof": "proved", "amounts": [-1250, 100000, -320]}
_READ = """
import json, sys
from datetime import date
from app.statements.reader import ReadOptions, StatementSource
from app.statements.registry import read_statement
options = ReadOptions(today=date(2026, 1, 1), default_currency="USD")
file = read_statement(StatementSource("input.csv", open(sys.argv[1], "rb").read()), options)
one = file.statements[0]
print(json.dumps({
    "preset": file.preset, "kind": one.account.kind, "proof": one.proof.state, "amounts": [row.amount for row in one.rows],
}))
"""


def read_by(tree: Path, file: Path) -> dict[str, object]:
    """What the program in that folder reads."""
    script = f"import sys; sys.path.insert(0, {str(tree)!r})\n{_READ}"
    done = subprocess.run(
        [sys.executable, "-c", script, str(file)], cwd=tree, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    told: dict[str, object] = json.loads(done.stdout)
    return told


def test_a_new_bank_is_a_data_file_a_registry_line_and_a_golden(tmp_path: Path) -> None:
    tree, file = tmp_path / "tree", tmp_path / "input.csv"
    for room in ("domain", "base", "statements"):
        shutil.copytree(_ROOT / "app" / room, tree / "app" / room, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(_ROOT / "app" / "__init__.py", tree / "app" / "__init__.py")
    file.write_text(_FILE, encoding="utf-8")
    assert read_by(tree, file)["preset"] is None

    presets = tree / "app" / "statements" / "presets"
    (presets / "lighthouse.py").write_text(_PRESET, encoding="utf-8")
    registry = presets / "__init__.py"
    before = registry.read_text(encoding="utf-8").splitlines()
    after = _registered(before)
    registry.write_text("\n".join(after) + "\n", encoding="utf-8")

    assert read_by(tree, file) == _GOLDEN
    assert len(_PRESET.splitlines()) <= 40
    assert [line for line in after if line not in before] == [
        "from app.statements.presets.lighthouse import PRESET as LIGHTHOUSE",
        "    LIGHTHOUSE,",
    ]


def _registered(lines: list[str]) -> list[str]:
    """The registry with the bank's name: where it comes from, and its place in the one list."""
    at = next(index for index, line in enumerate(lines) if line.startswith("PRESETS"))
    imported = next(index for index, line in enumerate(lines) if line.startswith("from app.statements.presets."))
    return [
        *lines[:imported],
        "from app.statements.presets.lighthouse import PRESET as LIGHTHOUSE",
        *lines[imported : at + 1],
        "    LIGHTHOUSE,",
        *lines[at + 1 :],
    ]
