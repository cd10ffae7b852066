"""A worker process: it starts, answers, is killed, and a dead one is reported."""

import os
import time

import pytest

from app.workers.client import WorkerGoneError, WorkerProcess


def _gone(identifier: int) -> bool:
    try:
        os.kill(identifier, 0)
    except ProcessLookupError:
        return True
    return False


def test_a_worker_of_no_such_name_is_gone_at_the_first_request() -> None:
    worker = WorkerProcess("gardener")
    with pytest.raises(WorkerGoneError):
        worker.ask({"dig": 1}, timeout=20)
    worker.close()


def test_a_killed_worker_is_reported_and_closed() -> None:
    worker = WorkerProcess("model")
    worker.kill()
    with pytest.raises(WorkerGoneError):
        worker.ask({"load": {}}, timeout=20)
    worker.close()
    assert not worker.alive
    assert _gone(worker.identifier)


def test_a_silent_worker_is_ended_after_the_time_given() -> None:
    worker = WorkerProcess("model")
    started = time.monotonic()
    with pytest.raises(WorkerGoneError):
        worker.ask({"complete": "before load is nonsense"}, timeout=0.001)
    assert time.monotonic() - started < 5
    worker.close()
    assert not worker.alive
