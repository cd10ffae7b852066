"""The stream: rows in pieces, rows of our own tests, rows lost, and the end of the guard."""

import json
import os
import threading
import time
from collections.abc import Iterator

import pytest

from app.lockdown.attempts import Answer, AttemptKind, AttemptStream
from app.lockdown.linux.rows import RowWriter
from app.lockdown.linux.verdict import Verdict
from app.lockdown.python_calls import PythonCalls
from tests.helpers.pipes import NETLINK, SOCKET, open_pipe


@pytest.fixture
def ends() -> Iterator[tuple[int, int]]:
    with open_pipe() as both:
        yield both


def test_a_row_says_who_what_and_when(ends: tuple[int, int]) -> None:
    reader, writer = ends
    stream = AttemptStream(reader)
    before = time.monotonic(), time.time()
    RowWriter(writer).write(threading.get_native_id(), Verdict("connect", "IPv4", "192.0.2.1:443", local=False))
    (row,) = stream.read()
    assert (row.pid, row.call, row.family, row.address) == (os.getpid(), "connect", "IPv4", "192.0.2.1:443")
    assert before[0] <= row.monotonic <= time.monotonic()
    assert before[1] <= row.wall <= time.time()
    assert row.process
    assert "pytest" in row.command
    assert (row.answer, row.kind) == (Answer.REFUSED, AttemptKind.NETWORK)
    assert stream.read() == ()


def test_a_row_that_comes_in_pieces_is_one_row(ends: tuple[int, int]) -> None:
    reader, writer = ends
    other_reader, other_writer = os.pipe()
    RowWriter(other_writer).write(os.getpid(), SOCKET)
    line = os.read(other_reader, 65536)
    os.close(other_reader)
    os.close(other_writer)
    stream = AttemptStream(reader)
    for piece in (line[:10], line[10:50], line[50:]):
        assert stream.read() == ()
        os.write(writer, piece)
    assert len(stream.read()) == 1


def test_a_full_pipe_drops_and_counts(ends: tuple[int, int]) -> None:
    reader, writer = ends
    stream, rows = AttemptStream(reader), RowWriter(writer)
    for _ in range(2000):
        rows.write(os.getpid(), SOCKET)
    kept = len(stream.read())
    rows.write(os.getpid(), SOCKET)
    kept += len(stream.read())
    assert stream.dropped > 0
    assert kept + stream.dropped == 2001


def test_a_writer_without_reader_goes_on(ends: tuple[int, int]) -> None:
    reader, writer = ends
    os.close(reader)
    RowWriter(writer).write(os.getpid(), SOCKET)


def test_only_network_rows_of_this_thread_inside_the_block_are_our_test(ends: tuple[int, int]) -> None:
    reader, writer = ends
    stream, rows, own = AttemptStream(reader), RowWriter(writer), threading.get_native_id()
    rows.write(own, SOCKET)
    with stream.self_test() as seen:
        rows.write(own, SOCKET)
        rows.write(own, NETLINK)
        rows.write(1, SOCKET)
    rows.write(own, SOCKET)
    kinds = [row.kind for row in stream.read()]
    network, local, test = AttemptKind.NETWORK, AttemptKind.LOCAL, AttemptKind.SELF_TEST
    assert kinds == [network, test, local, network, network]
    assert seen.count == 1
    assert stream.saw_self_test


def test_rows_read_while_the_test_still_runs_are_our_test_too(ends: tuple[int, int]) -> None:
    """The window reads by itself while a protection check tries its sockets: no false alarm may come of it."""
    reader, writer = ends
    stream, rows, own = AttemptStream(reader), RowWriter(writer), threading.get_native_id()
    with stream.self_test() as seen:
        rows.write(own, SOCKET)
        early: list[AttemptKind] = []
        other = threading.Thread(target=lambda: early.extend(row.kind for row in stream.read()))
        other.start()
        other.join()
        rows.write(own, SOCKET)
    assert early == [AttemptKind.SELF_TEST]
    assert [row.kind for row in stream.read()] == [AttemptKind.SELF_TEST]
    assert seen.count == 2
    assert stream.saw_self_test


def test_the_end_of_the_guard_is_noticed(ends: tuple[int, int]) -> None:
    reader, writer = ends
    stream = AttemptStream(reader)
    RowWriter(writer).write(os.getpid(), SOCKET)
    os.close(writer)
    assert len(stream.read()) == 1
    assert not stream.guard_lives


def test_without_a_guard_python_calls_are_seen_not_refused() -> None:
    calls = PythonCalls()
    stream = AttemptStream(calls=calls)
    calls._hear("socket.connect", (object(), ("192.0.2.1", 443)))
    (row,) = stream.read()
    assert (row.answer, row.kind, row.host) == (Answer.SEEN, AttemptKind.NETWORK, "192.0.2.1:443")
    assert stream.fileno() == -1


@pytest.mark.parametrize("text", ["\x1b[31m", "\u202e", "a\nb", '"', "\\", "é"])
def test_strange_texts_stay_one_row(ends: tuple[int, int], text: str) -> None:
    reader, writer = ends
    stream = AttemptStream(reader)
    RowWriter(writer).write(os.getpid(), Verdict("connect", "unix", text * 500, local=True))
    (row,) = stream.read()
    assert row.address.startswith(text)


def test_rows_stay_below_the_size_a_pipe_takes_whole(ends: tuple[int, int]) -> None:
    reader, writer = ends
    RowWriter(writer).write(os.getpid(), Verdict("connect", "unix", "\U0001f600" * 1000, local=True))
    line = os.read(reader, 65536)
    assert len(line) <= 4096
    assert json.loads(line)["dropped"] == 0
