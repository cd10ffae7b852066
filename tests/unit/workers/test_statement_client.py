"""Reading in the worker: whole files, cancels, time limits and crashes, each told with the file's name."""

import os
import signal
import sys
import threading
import time
from datetime import date

import pytest

from app.base.tasks import CancelToken
from app.domain.errors import CancelledError, StatementRefusedError, WorkerFailedError
from app.statements.reader import ReadOptions, StatementSource
from app.statements.registry import read_statement
from app.workers import statement_client
from app.workers.statement_client import StatementWorker, read_in_worker

_OPTIONS = ReadOptions(today=date(2026, 1, 1), default_currency="EUR")


def qif(rows: int) -> bytes:
    return b"!Type:Bank\n" + b"".join(b"D1/%d/25\nT-%d.00\nPShop\n^\n" % (at % 28 + 1, at) for at in range(rows))


def test_it_reads_what_the_reader_reads() -> None:
    source = StatementSource("a.qif", qif(12_000))
    told: list[tuple[int, int, str]] = []
    file = read_in_worker(source, _OPTIONS, progress=lambda *step: told.append(step))
    assert file == read_statement(source, _OPTIONS)
    assert len(file.statements[0].rows) == 12_000
    assert told == [(len(source.data), len(source.data), "reading")]


def test_a_cancel_ends_the_worker_within_half_a_second() -> None:
    token = CancelToken()
    asked: list[float] = []

    def cancel() -> None:
        asked.append(time.monotonic())
        token.cancel()

    source = StatementSource("big.qif", qif(1_500_000))
    timer = threading.Timer(0.7, cancel)
    timer.start()
    with pytest.raises(CancelledError):
        read_in_worker(source, _OPTIONS, cancel=token)
    assert time.monotonic() - asked[0] < 0.5
    timer.join()


def test_a_cancel_before_the_start_starts_nothing() -> None:
    token = CancelToken()
    token.cancel()
    with StatementWorker() as worker, pytest.raises(CancelledError):
        worker.read(StatementSource("a.qif", qif(1)), _OPTIONS, cancel=token)


def test_a_file_that_takes_too_long_is_named_and_the_next_is_read() -> None:
    source = StatementSource("slow.qif", qif(400_000))
    with StatementWorker(seconds=1.0 - 1.5 * len(source.data) / 1e6) as worker:
        with pytest.raises(WorkerFailedError, match="too long") as caught:
            worker.read(source, _OPTIONS)
        assert caught.value.file == "slow.qif"
        worker._seconds = 30.0
        assert len(worker.read(StatementSource("next.qif", qif(2)), _OPTIONS).statements[0].rows) == 2


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the clock is all there is")
def test_only_the_processor_time_counts_not_how_long_the_machine_lets_it_wait() -> None:
    with StatementWorker(seconds=1.0) as worker:
        worker.read(StatementSource("a.qif", qif(1)), _OPTIONS)
        process = worker._process
        assert process is not None
        os.kill(process.identifier, signal.SIGSTOP)
        goes_on = threading.Timer(1.6, os.kill, (process.identifier, signal.SIGCONT))
        goes_on.start()
        assert len(worker.read(StatementSource("waits.qif", qif(2)), _OPTIONS).statements[0].rows) == 2
        goes_on.join()


def test_a_worker_that_waits_for_ever_is_ended() -> None:
    with StatementWorker() as worker:
        worker.read(StatementSource("a.qif", qif(1)), _OPTIONS)
        worker._seconds = 0.1
        process = worker._process
        assert process is not None
        os.kill(process.identifier, signal.SIGSTOP)
        with pytest.raises(WorkerFailedError, match="too long"):
            worker.read(StatementSource("waits.qif", qif(2)), _OPTIONS)


def test_a_crash_is_named_and_the_next_file_is_read() -> None:
    crash = StatementSource("crash.qif", qif(400_000))
    with StatementWorker() as worker:
        assert worker.read(StatementSource("a.qif", qif(1)), _OPTIONS).statements
        process = worker._process
        assert process is not None
        killer = threading.Timer(0.3, os.kill, (process.identifier, signal.SIGKILL))
        killer.start()
        with pytest.raises(WorkerFailedError, match="ended") as caught:
            worker.read(crash, _OPTIONS)
        assert caught.value.file == "crash.qif"
        assert len(worker.read(StatementSource("next.qif", qif(2)), _OPTIONS).statements[0].rows) == 2
        killer.join()


def test_a_worker_that_died_while_idle_costs_no_file() -> None:
    with StatementWorker() as worker:
        worker.read(StatementSource("a.qif", qif(1)), _OPTIONS)
        process = worker._process
        assert process is not None
        os.kill(process.identifier, signal.SIGKILL)
        for _ in range(200):
            if not process.alive:
                break
            time.sleep(0.01)
        assert len(worker.read(StatementSource("b.qif", qif(3)), _OPTIONS).statements[0].rows) == 3


def test_a_file_above_the_limit_is_refused_before_anything_is_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(statement_client, "LARGEST_STATEMENT", 10)
    with StatementWorker() as worker:
        with pytest.raises(StatementRefusedError) as caught:
            worker.read(StatementSource("huge.qif", qif(1)), _OPTIONS)
        assert caught.value.file == "huge.qif"
        assert worker._process is None


def test_a_progress_that_fails_leaves_no_half_used_worker() -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("the window has gone")

    with StatementWorker() as worker:
        with pytest.raises(RuntimeError):
            worker.read(StatementSource("a.qif", qif(1)), _OPTIONS, progress=fail)
        assert len(worker.read(StatementSource("b.qif", qif(2)), _OPTIONS).statements[0].rows) == 2


def test_a_pdf_may_take_longer_a_megabyte_but_not_for_ever() -> None:
    with StatementWorker() as worker:
        packed = worker._limit(StatementSource("a.pdf", b"%PDF-1.7\n" + bytes(1_000_000)))
        plain = worker._limit(StatementSource("a.csv", bytes(1_000_000)))
        largest = worker._limit(StatementSource("a.pdf", b"%PDF-1.7\n" + bytes(60_000_000)))
    assert plain < 32
    assert 140 < packed < 155
    assert largest == 630
