"""Ends a worker that has used its processor time; on a machine with other work it may take longer by the clock."""

import os
import sys
import time
from pathlib import Path
from threading import Event, Thread
from types import TracebackType
from typing import Self

from app.workers.client import WorkerProcess

PATIENCE = 10
"""So many times its processor time a worker may take by the clock, so that one that waits for ever ends too."""
_LOOK_SECONDS = 0.25


class ProcessorLimit:
    """Inside, a worker that uses more than so many seconds of a processor is killed, and `exceeded` says so."""

    def __init__(self, process: WorkerProcess, seconds: float) -> None:
        self.exceeded = False
        self._process = process
        self._seconds = seconds
        self._done = Event()
        self._thread = Thread(target=self._watch, name="processor-limit", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._done.set()
        self._thread.join()

    def _watch(self) -> None:
        before, began = processor_seconds(self._process.identifier), time.monotonic()
        while not self._done.wait(_LOOK_SECONDS):
            by_clock = time.monotonic() - began
            used = processor_seconds(self._process.identifier)
            spent = by_clock if used is None or before is None else used - before
            if spent > self._seconds or by_clock > PATIENCE * self._seconds:
                self.exceeded = True
                self._process.kill()
                return


def processor_seconds(process: int) -> float | None:
    """Processor time of a process and its threads, in user and kernel mode; None where the system doesn't tell.

    Fields 14 and 15 of /proc/PID/stat (proc(5)), counted after the name, which may hold spaces and brackets.
    """
    if sys.platform != "linux":
        return None
    try:
        fields = Path(f"/proc/{process}/stat").read_text("utf-8", errors="replace").rpartition(")")[2].split()
    except OSError:
        return None
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
