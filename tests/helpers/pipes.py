"""A pipe as the guard and the app have one between them, with the rows of two attempts to send through it."""

import contextlib
import os
from collections.abc import Iterator

from app.lockdown.linux.verdict import Verdict

SOCKET = Verdict(call="socket", family="IPv4", address="", local=False)
NETLINK = Verdict(call="socket", family="netlink", address="", local=True)


@contextlib.contextmanager
def open_pipe() -> Iterator[tuple[int, int]]:
    """The reading and the writing end; a test may have closed either by itself."""
    ends = os.pipe()
    try:
        yield ends
    finally:
        for descriptor in ends:
            with contextlib.suppress(OSError):
                os.close(descriptor)
