"""The statement worker: takes a statement's bytes over a pipe, gives its rows back; holds no key, opens no file.

Requests, each followed by the bytes in raw frames, and how each is answered:
{"read": {"name", "bytes", "today", "default_currency", "choices", "presets"}} by the messages of statement_wire;
{"list": {"name", "bytes"}} by {"members": [NAME...]}, none for a file that is no archive;
{"unpack": {"name", "bytes", "member"}} by the member in raw frames, an empty one, then {"unpacked": BYTES}.
{"failed": KIND} is an error that is ours, {"refused": {"message", "remedy"}} an archive that can't be opened.
"""

import gc
import mimetypes
import sys
from datetime import date
from typing import Any

from app.domain.errors import StatementRefusedError
from app.statements.archive_members import members_of, unpacked_member
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
    # What openpyxl would load besides, once a workbook comes: a list that the lock on files keeps from us, and numpy,
    # which would start a thread for each core.
    mimetypes.knownfiles.clear()
    sys.modules["numpy"] = None  # type: ignore[assignment]
    gc.disable()  # rows hold no rings; collecting among a million of them would take most of the time
    while True:
        try:
            request = channel.receive()
        except ChannelClosedError:
            return 0
        serve(request, channel)


def serve(request: dict[str, Any], channel: Channel) -> None:
    """Answer one request."""
    ((kind, asked),) = request.items()
    answer = {"read": _read, "list": _list, "unpack": _unpack}[kind]
    size = int(asked["bytes"])
    limit_memory(size)
    source = StatementSource(str(asked["name"]), _received(channel, size))
    try:
        answer(source, asked, channel)
    except StatementRefusedError as refusal:
        channel.send({"refused": {"message": refusal.message, "remedy": refusal.remedy}})
    except Exception as error:  # noqa: BLE001 - a reader's bug or the memory limit must reach the app as an answer
        channel.send({"failed": type(error).__name__})


def _read(source: StatementSource, request: dict[str, Any], channel: Channel) -> None:
    options = ReadOptions(
        today=date.fromisoformat(request["today"]),
        default_currency=request["default_currency"],
        choices=request["choices"],
        presets=request["presets"],
    )
    for message in to_messages(read_statement(source, options)):
        channel.send(message)


def _list(source: StatementSource, _: dict[str, Any], channel: Channel) -> None:
    channel.send({"members": list(members_of(source.data, source.name))})


def _unpack(source: StatementSource, request: dict[str, Any], channel: Channel) -> None:
    size = 0
    try:
        for piece in unpacked_member(source.data, str(request["member"]), file_name=source.name):
            size += len(piece)
            channel.send_bytes(piece)
    finally:
        channel.send_bytes(b"")  # what went wrong, if anything, follows as a message
    channel.send({"unpacked": size})


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
