"""The guard's rows: one JSON line an attempt into a pipe that never blocks the guard."""

import itertools
import json
import os
import time
from pathlib import Path

from app.lockdown.linux.verdict import Verdict

COMMAND_LENGTH = 300
TEXT_LENGTH = 160
PIPE_SIZE = 1 << 20


class RowWriter:
    """Writes rows; a full pipe costs rows, which are counted, never time."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._numbers = itertools.count(1)
        self._dropped = 0
        os.set_blocking(descriptor, False)

    def write(self, thread: int, verdict: Verdict) -> None:
        """Report a refusal; whatever goes wrong costs the row, not the guard."""
        try:
            os.write(self._descriptor, self._row(thread, verdict))
        except Exception:  # noqa: BLE001 - a full or closed pipe, or a caller too strange to describe
            self._dropped += 1

    def _row(self, thread: int, verdict: Verdict) -> bytes:
        process = _process_of(thread)
        fields = {
            "sequence": next(self._numbers),
            "monotonic": time.monotonic(),
            "wall": time.time(),
            "pid": process,
            "thread": thread,
            "process": _text(process, "comm", length=TEXT_LENGTH).strip(),
            "command": _text(process, "cmdline", length=COMMAND_LENGTH).replace("\0", " ").strip(),
            "call": verdict.call,
            "family": verdict.family,
            "address": verdict.address[:TEXT_LENGTH],
            "answer": "refused",
            "kind": "local" if verdict.local else "network",
            "dropped": self._dropped,
        }
        return json.dumps(fields).encode("ascii") + b"\n"  # far below PIPE_BUF: whole or not at all


def _process_of(thread: int) -> int:
    for line in _text(thread, "status", length=400).splitlines():
        if line.startswith("Tgid:"):
            return int(line.split()[1])
    return thread


def _text(pid: int, name: str, *, length: int) -> str:
    try:
        with Path(f"/proc/{pid}/{name}").open("rb") as file:
            return file.read(length).decode("utf-8", "backslashreplace")
    except OSError:
        return ""
