"""Frames: what goes in comes out, and whatever is not a frame is a clear error."""

import os
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.workers.protocol import (
    Channel,
    ChannelClosedError,
    FrameTimeoutError,
    FrameTooLargeError,
    ProtocolError,
)

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@contextmanager
def loop(largest: int = 1 << 20) -> Iterator[tuple[Channel, int, int]]:
    """A channel that hears itself, with the raw ends of its pipe."""
    reader, writer = os.pipe()
    try:
        yield Channel(reader, writer, largest=largest), reader, writer
    finally:
        for descriptor in (reader, writer):
            try:
                os.close(descriptor)
            except OSError:
                continue


@given(st.dictionaries(st.text(), JSON, max_size=5))
def test_an_object_comes_back_equal(message: dict[str, object]) -> None:
    with loop() as (channel, _, _):
        channel.send(message)
        assert channel.receive(timeout=5) == message


@given(st.lists(st.binary(max_size=2000), max_size=8))
def test_frames_keep_their_order_and_their_ends(frames: list[bytes]) -> None:
    with loop() as (channel, _, _):
        for frame in frames:
            channel.send_bytes(frame)
        assert [channel.receive_bytes(timeout=5) for _ in frames] == frames


def test_a_frame_larger_than_the_pipe_goes_through() -> None:
    data = os.urandom(5_000_000)
    with loop(largest=6_000_000) as (channel, _, _):
        sender = threading.Thread(target=channel.send_bytes, args=(data,))
        sender.start()
        assert channel.receive_bytes(timeout=20) == data
        sender.join()


def test_the_limit_holds_for_both_sides() -> None:
    with loop(largest=10) as (channel, _, writer):
        with pytest.raises(FrameTooLargeError, match="11 bytes"):
            channel.send_bytes(bytes(11))
        os.write(writer, struct.pack(">I", 0xFFFFFFFF))
        with pytest.raises(FrameTooLargeError, match="4294967295"):
            channel.receive_bytes(timeout=5)


def test_the_end_between_frames_and_inside_one_are_two_things() -> None:
    with loop() as (channel, _, writer):
        os.close(writer)
        with pytest.raises(ChannelClosedError):
            channel.receive(timeout=5)
    with loop() as (channel, _, writer):
        os.write(writer, struct.pack(">I", 100) + b"{")
        os.close(writer)
        with pytest.raises(ProtocolError, match="99 bytes short"):
            channel.receive(timeout=5)


def test_a_writer_without_a_reader_is_told() -> None:
    with loop() as (channel, reader, _):
        os.close(reader)
        with pytest.raises(ChannelClosedError):
            channel.send({"a": 1})


@pytest.mark.parametrize("sent", [b"", struct.pack(">I", 5) + b"{"])
def test_silence_ends_by_timeout(sent: bytes) -> None:
    with loop() as (channel, _, writer):
        os.write(writer, sent)
        with pytest.raises(FrameTimeoutError):
            channel.receive(timeout=0.02)


@pytest.mark.parametrize("payload", [b"", b"{", b"[1]", b"1", b'"x"', b"null", b"\xff\xfe", b"[" * 200_000])
def test_what_is_no_object_is_refused(payload: bytes) -> None:
    with loop() as (channel, _, _):
        sender = threading.Thread(target=channel.send_bytes, args=(payload,))
        sender.start()
        with pytest.raises(ProtocolError):
            channel.receive(timeout=5)
        sender.join()


def test_close_gives_both_ends_back() -> None:
    with loop() as (channel, reader, writer):
        channel.close()
        for descriptor in (reader, writer):
            with pytest.raises(OSError, match="Bad file"):
                os.fstat(descriptor)
