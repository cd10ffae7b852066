"""Other people's parsers as oracles: `python -m tests.bench.peers FOLDER` with a folder of statements and its manifest.json.

Lists each file on which we and a peer differ in rows or sum, with who is right by the manifest; then a table.
"""

import argparse
import json
import sys
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from app.domain.currency import currency
from app.domain.statement_kinds import Severity
from tests.bench.peers_parsers import PEERS, Peer
from tests.helpers.statement_texts import read


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a parser made of a file: how many rows and their sum over all currencies, or why not."""

    rows: int
    total: Decimal
    refused: str = ""
    told: bool = False
    """Whether it said that rows could not be read, so that nothing is imported without a word."""

    def text(self) -> str:
        """In a few words."""
        return self.refused or f"{self.rows} rows, sum {self.total}"


def ours(path: Path) -> Outcome:
    """Our own reading."""
    file = read(path.read_bytes(), path.name)
    if file.refused:
        return Outcome(0, Decimal(0), f"refused: {file.findings[0].message[:80]}" if file.findings else "refused")
    total, count = Decimal(0), 0
    for statement in file.statements:
        minor = sum(row.amount for row in statement.rows)
        total += Decimal(minor).scaleb(-currency(statement.currency).digits)
        count += len(statement.rows)
    told = any(finding.severity is Severity.ERROR for finding in file.findings)
    return Outcome(count, total, told=told)


def theirs(peer: Peer, path: Path) -> Outcome:
    """A peer's reading; whatever it raises is its answer."""
    try:
        rows = peer.rows(path)
    except Exception as error:
        return Outcome(0, Decimal(0), f"{type(error).__name__}: {str(error)[:80]}")
    return Outcome(len(rows), sum((amount for _day, amount in rows), Decimal(0)))


def same(one: Outcome, two: Outcome) -> bool:
    """Whether two parsers agree."""
    return bool(one.refused) == bool(two.refused) and (one.rows, one.total) == (two.rows, two.total)


def agrees(outcome: Outcome, truth: dict[str, Any]) -> bool:
    """Whether an outcome is the manifest's."""
    if truth["expect"] == "error":
        return bool(outcome.refused) or outcome.told or (truth.get("alt_expect") == "ok" and outcome.rows > 0)
    if outcome.refused:
        return truth.get("alt_expect") == "error"
    counts = {truth.get(name) for name in ("n_transactions", "n_nonzero", "n_transaction_details")}
    return outcome.rows in counts and outcome.total == sum(map(Decimal, truth["sums"].values()), Decimal(0))


def compare(folder: Path, truth: dict[str, Any], peer: Peer, *, tally: Counter[tuple[str, str]]) -> None:
    """Hold one file of one peer against ours, and print where they differ."""
    path = folder / truth["file"]
    own, other = ours(path), theirs(peer, path)
    right = {True: "right", False: "wrong"}
    column = f"{peer.kind}, {peer.name}"
    tally[column, "files"] += 1
    tally[column, "peer right"] += agrees(other, truth)
    tally[column, "we right"] += agrees(own, truth)
    if not same(own, other):
        verdict = f"we {right[agrees(own, truth)]}, {peer.name} {right[agrees(other, truth)]}"
        print(f"{truth['file']}: {verdict}\n    ours: {own.text()}\n    {peer.name}: {other.text()}")


def main() -> int:
    """Compare all; the exit code is 1 where a peer is right and we are not."""
    parser = argparse.ArgumentParser(description="Hold other parsers against ours.")
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    tally: Counter[tuple[str, str]] = Counter()
    for truth in json.loads((folder / "manifest.json").read_text(encoding="utf-8")):
        for peer in PEERS:
            if peer.installed and peer.kind == truth["format"]:
                compare(folder, truth, peer, tally=tally)
    for column in sorted({name for name, _ in tally}):
        files, they, we = (tally[column, what] for what in ("files", "peer right", "we right"))
        print(f"{column:28} {files:4} files, peer right on {they}, we on {we}")
    return int(any(tally[name, "peer right"] > tally[name, "we right"] for name, _ in tally))


if __name__ == "__main__":
    sys.exit(main())
