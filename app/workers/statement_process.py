"""One running statement worker: its process and its channel."""

import contextlib
import os
import subprocess
import sys
from pathlib import Path

from app.lockdown import ACCEPT_UNLOCKED, inherited_lock_holds
from app.workers.protocol import Channel


class StatementProcess:
    """Starts the worker at construction; it ends when closed, killed, or when the starting thread ends."""

    def __init__(self) -> None:
        arguments = [*_program(), "--worker", "statement"]
        if not inherited_lock_holds():  # an app whose owner accepted to go without the lock, or a test
            arguments.append(ACCEPT_UNLOCKED)
        self._process = subprocess.Popen(
            arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, close_fds=True
        )
        writer, reader = self._process.stdin, self._process.stdout
        if writer is None or reader is None:
            raise OSError("a worker was started without pipes")
        self.channel = Channel(os.dup(reader.fileno()), os.dup(writer.fileno()))
        reader.close()
        with contextlib.suppress(OSError):
            writer.close()

    @property
    def identifier(self) -> int:
        """The process id."""
        return self._process.pid

    def kill(self) -> None:
        """End the worker at once; safe from any thread, any number of times."""
        self._process.kill()

    def close(self) -> None:
        """End the worker and give its pipes back."""
        self._process.kill()
        self._process.wait()
        self.channel.close()


def _program() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-I", str(Path(__file__).resolve().parent.parent / "__main__.py")]
