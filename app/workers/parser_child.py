"""The statement worker: takes a statement's bytes over a pipe, gives its rows back; holds no key, opens no file.

Requests: {"read": {"name", "today", "default_currency", "choices", "presets", "bytes"}}, then the bytes in raw frames.
Answers: the messages of statement_wire, or {"failed": KIND} where reading ended in an error that is ours.
"""

import gc
import sys
from datetime import date
from typing import Any

from app.statements.reader import ReadOptions, StatementSource
from app.statements.registry import read_statement
from app.workers.confine import Limits, confine
from app.workers.protocol import Channel, ChannelClosedError
from app.workers.statement_wire import to_messages

MOST_MEMORY = 6 * 1024**3
"""Bytes of address space no statement may exceed, whatever its size."""
BASE_MEMORY = 640 * 1024**2
"""Bytes of address space for the program itself and a small statement."""
MEMORY_A_BYTE = 32
"""Bytes of address space granted for each byte of the statement: rows are objects, and text is held twice."""


def main() -> int:
    """Serve requests until the app closes the pipe; the exit code."""
    channel = _own_channel()
    confine(Limits(memory_bytes=MOST_MEMORY))
    gc.disable()  # rows hold no rings; collecting among a million of them would take most of the time
    while True:
        try:
            request = channel.receive()
        except ChannelClosedError:
            return 0
        serve(request["read"], channel)


def serve(request: dict[str, Any], channel: Channel) -> None:
    """Answer one request to read a statement."""
    size = int(request["bytes"])
    limit_memory(size)
    source = StatementSource(str(request["name"]), _received(channel, size))
    options = ReadOptions(
        today=date.fromisoformat(request["today"]),
        default_currency=request["default_currency"],
        choices=request["choices"],
        presets=request["presets"],
    )
    try:
        messages = to_messages(read_statement(source, options))
        for message in messages:
            channel.send(message)
    except Exception as error:  # noqa: BLE001 - a reader's bug or the memory limit must reach the app as an answer
        channel.send({"failed": type(error).__name__})


def limit_memory(size: int) -> None:
    """Bound the address space for a statement of that many bytes, within what this process was confined to."""
    try:
        import resource
    except ImportError:  # no such limits on Windows; the app's time limit still holds
        return
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    wanted = BASE_MEMORY + MEMORY_A_BYTE * size
    resource.setrlimit(resource.RLIMIT_AS, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))


def _received(channel: Channel, size: int) -> bytes:
    data = bytearray()
    while len(data) < size:
        data += channel.receive_bytes()
    return bytes(data)


def _own_channel() -> Channel:
    """The two pipes we were started with; what prints by mistake goes to standard error from here on."""
    sys.stdout = sys.stderr
    return Channel(0, 1)


if __name__ == "__main__":
    sys.exit(main())
