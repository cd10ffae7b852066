"""Python's own audit events about sockets: host names and stacks that the kernel does not know."""

import sys
import threading
import time
from collections import deque
from dataclasses import dataclass
from types import FrameType

WINDOW_SECONDS = 2.0
STACK_DEPTH = 12
KEPT = 4096
LOCAL_FAMILIES = frozenset({1, 16})  # AF_UNIX, AF_NETLINK
NAMES = {2: "IPv4", 10: "IPv6", 17: "packet", 30: "IPv6", 23: "IPv6"}
WATCHED = frozenset({
    "socket.__new__", "socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname",
})


@dataclass(frozen=True, slots=True)
class PythonCall:
    """One audit event. Times in seconds; host is "name:port" where Python told it, else empty."""

    sequence: int
    monotonic: float
    wall: float
    thread: int
    call: str
    family: str
    host: str
    stack: tuple[str, ...]


class PythonCalls:
    """Keeps the last audit events about sockets of this process; blocks nothing, misses ctypes and children."""

    def __init__(self) -> None:
        self._recent: deque[PythonCall] = deque(maxlen=KEPT)
        self._fresh: deque[PythonCall] = deque(maxlen=KEPT)
        self._count = 0
        self._installed = False

    def install(self) -> None:
        """Start listening; an audit hook can't be taken out again (PEP 578)."""
        if not self._installed:
            self._installed = True
            sys.addaudithook(self._hear)

    def drain(self) -> tuple[PythonCall, ...]:
        """The events since the last call."""
        fresh = []
        while self._fresh:
            fresh.append(self._fresh.popleft())
        return tuple(fresh)

    def about(self, *, thread: int, monotonic: float) -> tuple[str, tuple[str, ...]]:
        """Host and stack of the events just before an attempt of that thread, empty where there are none.

        A socket() event explains one attempt only; a name look-up explains all that follow it for a while.
        """
        stack: tuple[str, ...] = ()
        for call in reversed(tuple(self._recent)):
            age = monotonic - call.monotonic
            if call.thread != thread or age < 0:
                continue
            if age > WINDOW_SECONDS:
                break
            if call.host:
                return call.host, stack or call.stack
            if not stack:
                stack = call.stack
                self._recent.remove(call)
        return "", stack

    def _hear(self, event: str, arguments: tuple[object, ...]) -> None:
        if event not in WATCHED:
            return
        family = _family(event, arguments)
        if family in LOCAL_FAMILIES:
            return
        self._count += 1
        call = PythonCall(
            sequence=self._count,
            monotonic=time.monotonic(),
            wall=time.time(),
            thread=threading.get_native_id(),
            call=event.removeprefix("socket.").replace("__new__", "socket"),
            family=NAMES.get(family, ""),
            host=_host(event, arguments),
            stack=_stack(sys._getframe(1)),  # noqa: SLF001 - the documented way to the caller's frame
        )
        self._recent.append(call)
        self._fresh.append(call)


def _family(event: str, arguments: tuple[object, ...]) -> int:
    if event in {"socket.getaddrinfo", "socket.gethostbyname"}:
        return 0
    family = arguments[1] if event == "socket.__new__" else getattr(arguments[0], "family", 0)
    return int(family) if isinstance(family, int) else 0


def _host(event: str, arguments: tuple[object, ...]) -> str:
    if event == "socket.getaddrinfo":
        return _joined(arguments[0], arguments[1])
    if event == "socket.gethostbyname":
        return _joined(arguments[0], None)
    address = arguments[-1]
    if event != "socket.__new__" and isinstance(address, tuple) and len(address) > 1:
        return _joined(address[0], address[1])
    return ""


def _joined(host: object, port: object) -> str:
    name = host.decode("ascii", "replace") if isinstance(host, bytes) else str(host or "")
    return f"{name}:{port}" if name and port is not None else name


def _stack(frame: FrameType | None) -> tuple[str, ...]:
    lines: list[str] = []
    while frame is not None and len(lines) < STACK_DEPTH:
        code = frame.f_code
        lines.append(f"{code.co_filename}:{frame.f_lineno} {code.co_qualname}")
        frame = frame.f_back
    return tuple(lines)
