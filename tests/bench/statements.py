"""How fast statements are read and imported: `python -m tests.bench.statements --rows 10000,100000 --format csv,ofx`.

For each format and length: rows a second for reading alone, through the locked worker, and end to end (file to
committed, matched and categorised in a vault), beside the fastest peer on the same file (packaging/locks/bench.txt),
and whether ten times the rows take about ten times as long.
"""

import argparse
import contextlib
import gc
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path

import psutil

from app.domain.statement import StatementFile
from app.statements.reader import StatementSource
from app.statements.registry import read_statement
from app.workers.statement_client import StatementWorker
from tests.bench.peers_parsers import installed
from tests.bench.statements_files import KINDS, build
from tests.helpers.demo_book import empty_book
from tests.helpers.statement_texts import OPTIONS

Clock = Callable[[], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Seconds of one file; None where it was not measured."""

    kind: str
    rows: int
    megabytes: float
    reading: float
    worker: float
    staging: float
    committing: float
    peer: str
    peer_seconds: float | None

    @property
    def whole(self) -> float:
        """Seconds from the file to the vault."""
        return self.staging + self.committing


def main() -> int:
    """Measure and print; the exit code is 1 where a promise (R5) is missed."""
    parser = argparse.ArgumentParser(description="Measure reading and importing statements.")
    parser.add_argument("--rows", default="10000,100000")
    parser.add_argument("--format", default=",".join(KINDS))
    parser.add_argument("--no-peers", action="store_true")
    parser.add_argument("--cpu", action="store_true", help="processor seconds, for a machine that has other work")
    options = parser.parse_args()
    clock = cpu_seconds if options.cpu else time.perf_counter
    counts = sorted(int(count) for count in options.rows.split(","))
    print(
        f"{'format':7} {'rows':>9} {'MB':>6} | rows/s: {'reading':>9} {'worker':>9} {'whole':>8} | stage, commit | peer, rows/s, ratio"
    )
    missed = 0
    for kind in options.format.split(","):
        with tempfile.TemporaryDirectory(prefix="coffer-bench-") as folder:
            results = [
                measure(kind, count, folder=Path(folder), clock=clock, peers=not options.no_peers) for count in counts
            ]
        missed += _judged(results)
    print(f"peak memory of a worker: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MiB")
    return 1 if missed else 0


def cpu_seconds() -> float:
    """Processor time of this process and all its workers; the steps of an import run one after another."""
    process = psutil.Process()
    own = process.cpu_times()
    total = own.user + own.system + own.children_user + own.children_system
    for child in process.children(recursive=True):
        with contextlib.suppress(psutil.Error):
            times = child.cpu_times()
            total += times.user + times.system
    return total


def measure(kind: str, count: int, *, folder: Path, clock: Clock, peers: bool) -> Measured:
    """Measure one format at one length, and print the line."""
    path = build(kind, count, folder=folder)
    source = StatementSource(path.name, path.read_bytes())
    reading = _seconds(lambda: _whole(read_statement(source, OPTIONS), count), clock)
    with StatementWorker() as worker:
        worker.read(StatementSource("a.qif", b"!Type:Bank\nD13/12/2024\nT1.00\n^\n"), OPTIONS)
        through = _seconds(lambda: _whole(worker.read(source, OPTIONS), count), clock)
    staging, committing = _imported(path, folder / f"vault_{kind}_{count}", count=count, clock=clock)
    peer, peer_seconds = _fastest_peer(kind, path, count=count, clock=clock) if peers else ("", None)
    result = Measured(
        kind=kind,
        rows=count,
        megabytes=len(source.data) / 1e6,
        reading=reading,
        worker=through,
        staging=staging,
        committing=committing,
        peer=peer,
        peer_seconds=peer_seconds,
    )
    _tell(result)
    return result


def _whole(file: StatementFile, count: int) -> None:
    got = sum(len(statement.rows) for statement in file.statements)
    if got != count or file.decisions:
        raise SystemExit(f"read {got} of {count} rows; {file.findings[:2]} {file.decisions[:1]}")


def _imported(path: Path, folder: Path, *, count: int, clock: Clock) -> tuple[float, float]:
    folder.mkdir()
    with empty_book(folder) as book:
        began = clock()
        staged = book.stage(path)
        middle = clock()
        book.commit(staged.id)
        ended = clock()
        if book.count() != count:
            raise SystemExit(f"{book.count()} of {count} rows are in the vault")
    return middle - began, ended - middle


def _fastest_peer(kind: str, path: Path, *, count: int, clock: Clock) -> tuple[str, float | None]:
    best: tuple[str, float | None] = ("none installed", None)
    for peer in installed(kind):
        if count > 100_000 and peer.name != "bankstatementparser":
            continue
        with _quiet():
            try:
                peer.parse(build(kind, 10, folder=path.parent))  # its imports are not its speed
                seconds = _seconds(partial(peer.parse, path), clock)
            except Exception as error:
                best = best if best[1] is not None else (f"{peer.name}: {type(error).__name__}", None)
                continue
        if best[1] is None or seconds < best[1]:
            best = (peer.name, seconds)
    return best


@contextmanager
def _quiet() -> Iterator[None]:
    """Peers may leave rings behind; they are collected before the next measurement."""
    try:
        yield
    finally:
        gc.collect()


def _seconds(call: Callable[[], object], clock: Clock) -> float:
    gc.collect()
    began = clock()
    call()
    return clock() - began


def _tell(one: Measured) -> None:
    beside = one.peer
    if one.peer_seconds is not None:
        beside = f"{one.peer} {one.rows / one.peer_seconds:,.0f}, {one.peer_seconds / one.reading:.1f} times as fast"
    rates = " ".join(f"{one.rows / seconds:>9,.0f}" for seconds in (one.reading, one.worker, one.whole))
    print(
        f"{one.kind:7} {one.rows:>9,} {one.megabytes:>6.1f} |         {rates} | {one.staging:.1f} s, {one.committing:.1f} s | {beside}",
        flush=True,
    )


def _judged(results: list[Measured]) -> int:
    missed = 0
    for before, after in pairwise(results):
        factor = after.rows / before.rows
        growth = after.whole / before.whole
        print(
            f"{after.kind:7} {factor:.0f} times the rows took {growth:.1f} times as long ({after.reading / before.reading:.1f} reading)"
        )
        missed += growth > 1.3 * factor
    wanted = 25_000 if results[0].kind == "csv" else 10_000
    return missed + any(one.rows / one.whole < wanted for one in results if one.rows == 100_000)


if __name__ == "__main__":
    sys.exit(main())
