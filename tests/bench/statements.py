"""How fast statements are read and imported: `python -m tests.bench.statements --rows 10000,100000 --format csv,ofx`.

For each format and length: rows a second for reading alone, through the locked worker, and end to end (file to
committed, matched and categorised in a vault), by the clock and by processor time, how many times as long as the
shorter file before it took by both, and the fastest peer on the same file (packaging/locks/bench.txt). With `--cpu` the
promise is judged by processor time, for a machine that has other work. Where a limit of the app refuses a million rows,
as many are measured as it takes.
"""

import argparse
import contextlib
import gc
import resource
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import psutil

from app.domain.statement import StatementFile
from app.statements.reader import StatementSource
from app.statements.registry import read_statement
from app.statements.size_limits import LARGEST_STATEMENT
from app.statements.zip_limits import MOST_BYTES
from app.workers.statement_client import StatementWorker
from tests.bench.peers_parsers import installed
from tests.bench.statements_files import KINDS, build
from tests.helpers.demo_book import empty_book
from tests.helpers.statement_texts import OPTIONS

_PROMISED = {"csv": 25_000}
_PROMISED_OTHERS = 10_000
_PROMISED_AT = 100_000
"""Rows a second from the file to the vault for a file of so many rows (R5)."""
_SLACK = 1.3
"""Ten times the rows may take so many times ten times as long."""
_PROBE = 10_000
"""A file of so many rows tells how large longer ones are."""
_HEADER = (
    f"{'':24} | {'rows/s by the clock':^29} | {'rows/s by processor':^29} | {'seconds':^13} | {'times as':^9} | worker |\n"
    f"{'format':7} {'rows':>9} {'MB':>6} | {'reading':>9} {'worker':>9} {'whole':>9} | {'reading':>9} {'worker':>9}"
    f" {'whole':>9} | {'stage':>6} {'commit':>6} | {'long':^9} | {'MiB':>6} | fastest peer at reading"
)


@dataclass(frozen=True, slots=True)
class Judged:
    """A part of the promise, and whether it was kept."""

    text: str
    kept: bool


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
    by = "processor" if options.cpu else "clock"
    print(_HEADER)
    judged: list[Judged] = []
    for kind in options.format.split(","):
        before: Measured | None = None
        with tempfile.TemporaryDirectory(prefix="coffer-bench-") as folder:
            for count in counts:
                one = measure(
                    kind, longest(kind, count, folder=Path(folder)), folder=Path(folder), peers=not options.no_peers
                )
                _tell(one, before)
                judged.extend(_judged(one, before, by=by))
                before = one
    print(f"peak memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")
    for each in judged:
        print(f"{'kept' if each.kept else 'MISSED'}: {each.text}")
    return 0 if all(each.kept for each in judged) else 1


def longest(kind: str, count: int, *, folder: Path) -> int:
    """So many rows, or as many as the app takes of that format in one file; says so where they are fewer."""
    size, most = _size(build(kind, min(count, _PROBE), folder=folder))
    fitting = most * 95 // 100 * min(count, _PROBE) // size  # later rows are longer: their balances are
    if count <= fitting:
        return count
    kept = fitting // _PROBE * _PROBE
    print(f"{kind:7} {count:>9,} rows are more than the {most >> 20} MiB that the app takes; {kept:,} stand for them")
    return kept


def _size(path: Path) -> tuple[int, int]:
    """The bytes that a limit counts, and the limit: of a spreadsheet what is in it unpacked, else of the file."""
    if not zipfile.is_zipfile(path):
        return path.stat().st_size, LARGEST_STATEMENT
    with zipfile.ZipFile(path) as container:
        return sum(member.file_size for member in container.infolist()), MOST_BYTES


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
    """Measure one format at one length."""
    path = build(kind, count, folder=folder)
    source = StatementSource(path.name, path.read_bytes())
    reading = _took(lambda: _whole(read_statement(source, OPTIONS), count))
    with StatementWorker() as worker:
        worker.read(StatementSource("a.qif", b"!Type:Bank\nD13/12/2024\nT1.00\n^\n"), OPTIONS)
        through = _took(lambda: _whole(worker.read(source, OPTIONS), count))
        most = _worker_mebibytes()
    staging, committing = _imported(path, folder / f"vault_{kind}_{count}", count=count)
    peer, peer_took = _fastest_peer(kind, path, count=count) if peers else ("", None)
    return Measured(
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


def _tell(one: Measured, before: Measured | None) -> None:
    beside = one.peer
    if one.peer_took is not None:
        faster = one.peer_took.processor / one.reading.processor
        beside = f"{one.peer} {one.rows / one.peer_took.processor:,.0f} by processor, {faster:.1f} times as fast"
    took = (one.reading, one.worker, one.whole)
    by_clock = " ".join(f"{one.rows / each.clock:>9,.0f}" for each in took)
    by_processor = " ".join(f"{one.rows / each.processor:>9,.0f}" for each in took)
    growth = "" if before is None else f"{_growth(one, before, 'clock'):.1f} {_growth(one, before, 'processor'):.1f}"
    print(
        f"{one.kind:7} {one.rows:>9,} {one.megabytes:>6.1f} | {by_clock} | {by_processor} | {one.staging.processor:>6.1f}"
        f" {one.committing.processor:>6.1f} | {growth:>9} | {one.worker_mebibytes:>6} | {beside}",
        flush=True,
    )


def _growth(after: Measured, before: Measured, by: str) -> float:
    """How many times as long it took from the file to the vault."""
    return float(getattr(after.whole, by) / getattr(before.whole, by))


def _judged(one: Measured, before: Measured | None, *, by: str) -> Iterator["Judged"]:
    if before is not None:
        factor, growth = one.rows / before.rows, _growth(one, before, by)
        text = (
            f"{one.kind} {one.rows:,} rows took {growth:.1f} times as long as {before.rows:,}, {factor:.1f} times fewer"
        )
        yield Judged(text, growth <= _SLACK * factor)
    if one.rows == _PROMISED_AT:
        wanted = _PROMISED.get(one.kind, _PROMISED_OTHERS)
        got = one.rows / getattr(one.whole, by)
        yield Judged(
            f"{one.kind} {got:,.0f} rows/s by {by} from the file to the vault, {wanted:,} promised", got >= wanted
        )


if __name__ == "__main__":
    sys.exit(main())
