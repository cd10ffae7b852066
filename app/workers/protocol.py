"""Frames between the app and a worker: 4 bytes of length (big-endian), then JSON or raw bytes, over two pipes."""

import json
import os
import select
import struct
import time
from collections.abc import Mapping
from typing import Any

LENGTH = struct.Struct(">I")
LARGEST_FRAME = 256 * 1024 * 1024
CHUNK = 1 << 20


class ProtocolError(Exception):
    """The other side broke the rules or died in mid-frame; the worker must be ended."""


class FrameTooLargeError(ProtocolError):
    """A frame above the limit; nothing of it was read or sent."""


class FrameTimeoutError(ProtocolError):
    """No whole frame within the time given."""


class ChannelClosedError(ProtocolError):
    """The other side has gone: end of file between two frames, or a broken pipe."""


class Channel:
    """One side's two pipe ends. Not for several threads at once; owns the descriptors it is given."""

    def __init__(self, reader: int, writer: int, *, largest: int = LARGEST_FRAME) -> None:
        self._reader = reader
        self._writer = writer
        self._largest = largest

    def send(self, message: Mapping[str, Any]) -> None:
        """Send one JSON object. Raises FrameTooLargeError, ChannelClosedError."""
        self.send_bytes(json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode("utf-8"))

    def send_bytes(self, data: bytes) -> None:
        """Send raw bytes, such as a statement. Raises FrameTooLargeError, ChannelClosedError."""
        if len(data) > self._largest:
            raise FrameTooLargeError(f"a frame of {len(data)} bytes is above the limit of {self._largest}")
        self._write(LENGTH.pack(len(data)))
        self._write(data)

    def receive(self, *, timeout: float | None = None) -> dict[str, Any]:
        """The next JSON object; timeout in seconds, None waits.

        Raises ChannelClosedError at the end, FrameTimeoutError, FrameTooLargeError, ProtocolError.
        """
        try:
            message = json.loads(self.receive_bytes(timeout=timeout))
        except (ValueError, RecursionError) as error:
            raise ProtocolError(f"a frame is no JSON: {error}") from error
        if not isinstance(message, dict):
            raise ProtocolError(f"a frame is {type(message).__name__}, not an object")
        return message

    def receive_bytes(self, *, timeout: float | None = None) -> bytes:
        """The next raw frame; raises as receive() does."""
        deadline = None if timeout is None else time.monotonic() + timeout
        (size,) = LENGTH.unpack(self._read(LENGTH.size, deadline, at_start=True))
        if size > self._largest:
            raise FrameTooLargeError(f"a frame of {size} bytes is above the limit of {self._largest}")
        return self._read(size, deadline, at_start=False)

    def close(self) -> None:
        """Close both ends."""
        os.close(self._reader)
        if self._writer != self._reader:
            os.close(self._writer)

    def _read(self, size: int, deadline: float | None, *, at_start: bool) -> bytes:
        data = bytearray()
        while len(data) < size:
            self._wait(deadline)
            chunk = os.read(self._reader, min(CHUNK, size - len(data)))
            if not chunk:
                if at_start and not data:
                    raise ChannelClosedError("the other side has gone")
                raise ProtocolError(f"the other side ended inside a frame, {size - len(data)} bytes short")
            data += chunk
        return bytes(data)

    def _wait(self, deadline: float | None) -> None:
        if deadline is None:
            return
        waiting = select.poll()
        waiting.register(self._reader, select.POLLIN)
        left = max(0.0, deadline - time.monotonic())
        if not waiting.poll(left * 1000):
            raise FrameTimeoutError("no answer in time")

    def _write(self, data: bytes) -> None:
        view = memoryview(data)
        while view:
            try:
                view = view[os.write(self._writer, view) :]
            except BrokenPipeError as error:
                raise ChannelClosedError("the other side has gone") from error
