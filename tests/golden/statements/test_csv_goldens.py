"""Each delimited golden reads as written down: `truth` by hand, the rest as it was once looked at."""

import json
from pathlib import Path
from typing import Any

import pytest

from app.domain.statement_kinds import Severity
from tests.helpers.statement_texts import as_text, read, totals

FOLDER = Path(__file__).parent / "csv"
CASES = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())


def load(case: str) -> tuple[bytes, dict[str, Any]]:
    return (FOLDER / case / "input.csv").read_bytes(), json.loads((FOLDER / case / "rows.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES)
def test_a_golden_reads_as_written_down(case: str) -> None:
    data, wanted = load(case)
    truth = wanted.pop("truth")
    file = read(data, "input.csv")
    assert as_text(file) == wanted
    rows = [row for statement in file.statements for row in statement.rows]
    assert len(rows) == truth["n"]
    assert sorted(totals(file).values()) == sorted(truth["sums"].values())
    if rows:
        days = [(row.made_on or row.booked_on).isoformat() for row in rows]
        assert (min(days), max(days)) == (truth["first"], truth["last"])


def test_there_are_goldens_for_the_traps_we_know() -> None:
    assert len(CASES) >= 70


@pytest.mark.parametrize(
    "case", ["plus_sign_balance_nl", "fee_in_balance", "us_card_pair_card_column", "headerless_dk"]
)
@pytest.mark.parametrize("damage", ["cut", "letter", "row_gone"])
def test_a_damaged_twin_is_never_read_as_if_it_were_whole(case: str, damage: str) -> None:
    data, wanted = load(case)
    whole = [row["amount"] for statement in wanted["statements"] for row in statement["rows"]]
    file = read(damaged(data, damage), "input.csv")
    rows = [row for statement in file.statements for row in statement.rows]
    told = file.refused or any(item.severity is not Severity.INFO for item in file.findings)
    assert told or (damage == "row_gone" and len(rows) == len(whole) - 1 and case in UNCHAINED)


UNCHAINED = {"us_card_pair_card_column", "headerless_dk"}
"""Files without balances, or with two rows left: a row that is gone can't be missed."""


def damaged(data: bytes, damage: str) -> bytes:
    lines = data.decode("utf-8").splitlines(keepends=True)
    if damage == "cut":
        return "".join(lines[:-1]).encode() + lines[-1][: len(lines[-1]) // 4].encode()
    if damage == "row_gone":
        return "".join([*lines[:2], *lines[3:]]).encode()
    mark = max(index for index, char in enumerate(lines[1]) if char.isdigit() and lines[1][index - 1] in ".,")
    return "".join([lines[0], lines[1][:mark] + "x" + lines[1][mark + 1 :], *lines[2:]]).encode()
