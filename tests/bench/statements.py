"""How fast statements are read and imported: `python -m tests.bench.statements --rows 10000,100000 --format csv,ofx`.

For each format and length: rows a second for reading alone, through the locked worker, and end to end (file to
committed, matched and categorised in a vault), by the clock and by processor time, beside the fastest peer on the same
file (packaging/locks/bench.txt), and whether ten times the rows take about ten times as long. With `--cpu` the ratios
and the promise are judged by processor time, for a machine that has other work.
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


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds by the clock, and of processors in this process and its workers."""

    clock: float
    processor: float

    def __add__(self, other: "Took") -> "Took":
        return Took(self.clock + other.clock, self.processor + other.processor)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What one file took; None where it was not measured."""

    kind: str
    rows: int
    megabytes: float
    reading: Took
    worker: Took
    staging: Took
    committing: Took
    worker_mebibytes: int
    peer: str
    peer_took: Took | None

    @property
    def whole(self) -> Took:
        """From the file to the vault."""
        return self.staging + self.committing


def main() -> int:
    """Measure and print; the exit code is 1 where a promise (R5) is missed."""
    parser = argparse.ArgumentParser(description="Measure reading and importing statements.")
    parser.add_argument("--rows", default="10000,100000")
    parser.add_argument("--format", default=",".join(KINDS))
    parser.add_argument("--no-peers", action="store_true")
    parser.add_argument("--cpu", action="store_true", help="judge by processor time")
    options = parser.parse_args()
    counts = sorted(int(count) for count in options.rows.split(","))
    print(
        f"{'format':7} {'rows':>9} {'MB':>6} | rows/s: {'reading':>9} {'worker':>9} {'whole':>8} | by processor: "
        f"{'reading':>9} {'worker':>9} {'whole':>8} | stage, commit s | worker MiB | peer, rows/s, ratio"
    )
    missed = 0
    for kind in options.format.split(","):
        with tempfile.TemporaryDirectory(prefix="coffer-bench-") as folder:
            results = [measure(kind, count, folder=Path(folder), peers=not options.no_peers) for count in counts]
        missed += _judged(results, by="processor" if options.cpu else "clock")
    print(f"peak memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")
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


def measure(kind: str, count: int, *, folder: Path, peers: bool) -> Measured:
    """Measure one format at one length, and print the line."""
    path = build(kind, count, folder=folder)
    source = StatementSource(path.name, path.read_bytes())
    reading = _took(lambda: _whole(read_statement(source, OPTIONS), count))
    with StatementWorker() as worker:
        worker.read(StatementSource("a.qif", b"!Type:Bank\nD13/12/2024\nT1.00\n^\n"), OPTIONS)
        through = _took(lambda: _whole(worker.read(source, OPTIONS), count))
        most = _worker_mebibytes()
    staging, committing = _imported(path, folder / f"vault_{kind}_{count}", count=count)
    peer, peer_took = _fastest_peer(kind, path, count=count) if peers else ("", None)
    result = Measured(
        kind=kind,
        rows=count,
        megabytes=len(source.data) / 1e6,
        reading=reading,
        worker=through,
        staging=staging,
        committing=committing,
        worker_mebibytes=most,
        peer=peer,
        peer_took=peer_took,
    )
    _tell(result)
    return result


def _worker_mebibytes() -> int:
    """The most memory that a running child has had (VmHWM, proc(5)); 0 where the system doesn't tell."""
    most = 0
    for child in psutil.Process().children():
        with contextlib.suppress(OSError, psutil.Error):
            lines = Path(f"/proc/{child.pid}/status").read_text("utf-8").splitlines()
            most = max([most, *(int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM"))])
    return most


def _whole(file: StatementFile, count: int) -> None:
    got = sum(len(statement.rows) for statement in file.statements)
    if got != count or file.decisions:
        raise SystemExit(f"read {got} of {count} rows; {file.findings[:2]} {file.decisions[:1]}")


def _imported(path: Path, folder: Path, *, count: int) -> tuple[Took, Took]:
    folder.mkdir()
    with empty_book(folder) as book:
        staged: list[str] = []
        staging = _took(lambda: staged.append(book.stage(path).id))
        committing = _took(lambda: book.commit(staged[0]))
        if book.count() != count:
            raise SystemExit(f"{book.count()} of {count} rows are in the vault")
    return staging, committing


def _fastest_peer(kind: str, path: Path, *, count: int) -> tuple[str, Took | None]:
    best: tuple[str, Took | None] = ("none installed", None)
    for peer in installed(kind):
        if count > 100_000 and peer.name != "bankstatementparser":
            continue
        with _quiet():
            try:
                peer.parse(build(kind, 10, folder=path.parent))  # its imports are not its speed
                took = _took(partial(peer.parse, path))
            except Exception as error:
                best = best if best[1] is not None else (f"{peer.name}: {type(error).__name__}", None)
                continue
        if best[1] is None or took.processor < best[1].processor:
            best = (peer.name, took)
    return best


@contextmanager
def _quiet() -> Iterator[None]:
    """Peers may leave rings behind; they are collected before the next measurement."""
    try:
        yield
    finally:
        gc.collect()


def _took(call: Callable[[], object]) -> Took:
    gc.collect()
    began, used = time.perf_counter(), cpu_seconds()
    call()
    return Took(time.perf_counter() - began, cpu_seconds() - used)


def _tell(one: Measured) -> None:
    beside = one.peer
    if one.peer_took is not None:
        faster = one.peer_took.processor / one.reading.processor
        beside = f"{one.peer} {one.rows / one.peer_took.processor:,.0f} by processor, {faster:.1f} times as fast"
    took = (one.reading, one.worker, one.whole)
    by_clock = " ".join(f"{one.rows / each.clock:>9,.0f}" for each in took)
    by_processor = " ".join(f"{one.rows / each.processor:>9,.0f}" for each in took)
    print(
        f"{one.kind:7} {one.rows:>9,} {one.megabytes:>6.1f} |         {by_clock} |               {by_processor}"
        f" | {one.staging.processor:.1f}, {one.committing.processor:.1f} | {one.worker_mebibytes} | {beside}",
        flush=True,
    )


def _judged(results: list[Measured], *, by: str) -> int:
    missed = 0
    for before, after in pairwise(results):
        factor = after.rows / before.rows
        growth, reading = (
            getattr(getattr(after, part), by) / getattr(getattr(before, part), by) for part in ("whole", "reading")
        )
        print(
            f"{after.kind:7} {factor:.0f} times the rows took {growth:.1f} times as long by {by} ({reading:.1f} reading)",
            flush=True,
        )
        missed += growth > 1.3 * factor
    wanted = 25_000 if results[0].kind == "csv" else 10_000
    return missed + any(one.rows / getattr(one.whole, by) < wanted for one in results if one.rows == 100_000)


if __name__ == "__main__":
    sys.exit(main())
