"""A worker as its app sees it: started, asked, given a time limit, killed. Knows nothing of what it works on."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app.lockdown import ACCEPT_UNLOCKED, inherited_lock_holds
from app.workers.protocol import Channel, ProtocolError


class WorkerGoneError(Exception):
    """The worker died, broke the protocol or ran out of time; it has been ended."""


class WorkerProcess:
    """One running worker. It ends when killed, closed, or when the thread that made it ends (see confine)."""

    def __init__(self, name: str) -> None:
        arguments = [*_program(), "--worker", name]
        if not inherited_lock_holds():  # an app whose owner accepted to go without the lock, or a test
            arguments.append(ACCEPT_UNLOCKED)
        try:
            self._process = subprocess.Popen(
                arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, close_fds=True
            )
        except OSError as error:
            raise WorkerGoneError(f"the {name} worker could not be started: {error}") from error
        writer, reader = self._process.stdin, self._process.stdout
        if writer is None or reader is None:
            raise WorkerGoneError(f"the {name} worker was started without pipes")
        self._channel = Channel(os.dup(reader.fileno()), os.dup(writer.fileno()))
        reader.close()
        with contextlib.suppress(OSError):
            writer.close()

    @property
    def identifier(self) -> int:
        """The process id."""
        return self._process.pid

    @property
    def channel(self) -> Channel:
        """The two pipes, for exchanges of more than one message; errors on it are the caller's to turn into words."""
        return self._channel

    @property
    def alive(self) -> bool:
        """Whether it still runs."""
        return self._process.poll() is None

    def ask(self, request: Mapping[str, Any], *, timeout: float) -> dict[str, Any]:
        """Send a request and wait so many seconds for its answer; raises WorkerGoneError, with the worker ended."""
        try:
            self._channel.send(request)
            return self._channel.receive(timeout=timeout)
        except (ProtocolError, OSError) as error:
            self.kill()
            raise WorkerGoneError(str(error)) from error

    def kill(self) -> None:
        """End it at once; safe from any thread, any number of times."""
        self._process.kill()

    def close(self) -> None:
        """End it and give its pipes back."""
        self._process.kill()
        self._process.wait()
        self._channel.close()


def _program() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-I", str(Path(__file__).resolve().parent.parent / "__main__.py")]
