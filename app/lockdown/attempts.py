"""The stream of attempts: what the guard saw, as typed rows for the app."""

import contextlib
import json
import math
import os
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import Enum

from app.lockdown.python_calls import PythonCall, PythonCalls

READ_SIZE = 65536


class AttemptKind(Enum):
    """NETWORK turns the light; LOCAL (netlink, unix sockets) and SELF_TEST (our own) do not."""

    NETWORK = "network"
    LOCAL = "local"
    SELF_TEST = "self_test"


class Answer(Enum):
    """REFUSED: the kernel said no. SEEN: watched only, nothing stopped it."""

    REFUSED = "refused"
    SEEN = "seen"


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt. monotonic and wall are seconds (CLOCK_MONOTONIC, Unix time); unknown texts are empty.

    host and stack come from Python's audit events: an annotation of the guard's row, never its source.
    """

    sequence: int
    monotonic: float
    wall: float
    pid: int
    thread: int
    process: str
    command: str
    call: str
    family: str
    address: str
    answer: Answer
    kind: AttemptKind
    host: str = ""
    stack: tuple[str, ...] = ()


@dataclass(slots=True)
class SelfTestSeen:
    """How many of our own test attempts came back through the stream."""

    count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Window:
    thread: int
    start: float
    end: float = math.inf
    seen: "SelfTestSeen" = field(compare=False)

    def holds(self, attempt: Attempt) -> bool:
        same_process = attempt.pid == os.getpid() and attempt.thread == self.thread
        return same_process and self.start <= attempt.monotonic <= self.end


class AttemptStream:
    """Reads the guard's rows without ever blocking; without a guard, lists what Python's audit events show."""

    def __init__(self, descriptor: int = -1, *, calls: PythonCalls | None = None) -> None:
        self._descriptor = descriptor
        self._calls = calls
        self._partial = b""
        self._waiting: list[Attempt] = []
        self._windows: tuple[_Window, ...] = ()
        self._guard_lives = descriptor >= 0
        self._dropped = 0
        self._self_tests = 0
        self._reading = threading.Lock()
        if descriptor >= 0:
            os.set_blocking(descriptor, False)

    @property
    def dropped(self) -> int:
        """Attempts that were refused and counted, but whose rows were lost because nobody read in time."""
        return self._dropped

    @property
    def guard_lives(self) -> bool:
        """False once the guard has gone: sockets stay refused (ENOSYS), but attempts are listed no more."""
        return self._guard_lives

    @property
    def saw_self_test(self) -> bool:
        """True once the guard's rows showed test attempts of our own: the pipe is the guard's, and it lives."""
        return self._self_tests > 0

    def fileno(self) -> int:
        """The descriptor to watch for reading, or -1: then call read() by a timer."""
        return self._descriptor

    def read(self) -> tuple[Attempt, ...]:
        """All attempts that wait, oldest first."""
        with self._reading:
            self._collect()
            rows, self._waiting = tuple(self._waiting), []
        return rows

    @contextlib.contextmanager
    def self_test(self) -> Iterator[SelfTestSeen]:
        """Marks what this thread attempts inside the block as our own test."""
        seen = SelfTestSeen()
        window = _Window(thread=threading.get_native_id(), start=time.monotonic(), seen=seen)
        with self._reading:
            # Open from the start: another thread may read the rows while the test still runs.
            self._windows = (*self._windows[-7:], window)
        try:
            yield seen
        finally:
            with self._reading:
                closed = replace(window, end=time.monotonic())
                self._windows = tuple(closed if each is window else each for each in self._windows)
                self._collect()
                self._self_tests += seen.count

    def _collect(self) -> None:
        calls = self._calls.drain() if self._calls else ()
        if self._descriptor < 0:
            self._waiting += [self._marked(_seen(call)) for call in calls if call.call != "getaddrinfo"]
            return
        for line in self._lines():
            self._waiting.append(self._annotated(self._marked(self._decoded(line))))

    def _marked(self, row: Attempt) -> Attempt:
        window = next((each for each in self._windows if each.holds(row)), None)
        if row.kind is not AttemptKind.NETWORK or window is None:
            return row
        window.seen.count += 1
        return replace(row, kind=AttemptKind.SELF_TEST)

    def _annotated(self, row: Attempt) -> Attempt:
        if self._calls is None or row.pid != os.getpid():
            return row
        host, stack = self._calls.about(thread=row.thread, monotonic=row.monotonic)
        return replace(row, host=host, stack=stack)

    def _lines(self) -> list[bytes]:
        while True:
            try:
                chunk = os.read(self._descriptor, READ_SIZE)
            except BlockingIOError:
                break
            if not chunk:
                self._guard_lives = False
                break
            self._partial += chunk
        *lines, self._partial = self._partial.split(b"\n")
        return lines

    def _decoded(self, line: bytes) -> Attempt:
        fields = json.loads(line)
        self._dropped = max(self._dropped, int(fields.pop("dropped")))
        fields["answer"], fields["kind"] = Answer(fields["answer"]), AttemptKind(fields["kind"])
        return Attempt(**fields)


def _seen(call: PythonCall) -> Attempt:
    return Attempt(
        sequence=call.sequence,
        monotonic=call.monotonic,
        wall=call.wall,
        pid=os.getpid(),
        thread=call.thread,
        process="coffer",
        command="",
        call=call.call,
        family=call.family,
        address=call.host,
        answer=Answer.SEEN,
        kind=AttemptKind.NETWORK,
        host=call.host,
        stack=call.stack,
    )
