"""The listener's way from the locked child to the guard: a socket pair and SCM_RIGHTS (unix(7))."""

import os
import socket
from dataclasses import dataclass

READY = b"R"


@dataclass(frozen=True, slots=True)
class Report:
    """What the child said: the listener's descriptor (-1 when there is none), the namespace, or why it failed."""

    listener: int
    empty_namespace: bool
    reason: str


class Handover:
    """A pair of ends; each process keeps one and closes the other."""

    def __init__(self) -> None:
        self._child, self._guard = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)

    def be_child(self) -> None:
        self._guard.close()

    def be_guard(self) -> None:
        self._child.close()

    def send_listener(self, listener: int, *, empty_namespace: bool) -> None:
        """Child: hand the listener over and close the own copy; its holder could approve its own calls."""
        socket.send_fds(self._child, [b"N" if empty_namespace else b"n"], [listener])
        os.close(listener)

    def send_failure(self, reason: str) -> None:
        """Child: say why there is no lock."""
        self._child.sendall(b"!" + reason.encode())

    def wait_ready(self) -> bool:
        """Child: wait until the guard answers; False when it died."""
        ready = self._child.recv(1) == READY
        self._child.close()
        return ready

    def receive(self) -> Report:
        """Guard: the child's report."""
        message, descriptors, _, _ = socket.recv_fds(self._guard, 4096, 1)
        if descriptors:
            return Report(listener=descriptors[0], empty_namespace=message == b"N", reason="")
        return Report(listener=-1, empty_namespace=False, reason=message[1:].decode() or "the locked process died")

    def give_up(self) -> None:
        """Guard: there will be none; the child ends itself."""
        self._guard.close()

    def say_ready(self) -> None:
        """Guard: the loop starts now."""
        self._guard.sendall(READY)
        self._guard.close()
