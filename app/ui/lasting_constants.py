"""Keeps None, True and False alive where Qt for Python lets go of them once too often.

PySide6 6.12 is built for the immortal constants of Python 3.12 (PEP 683): a call that gives nothing back returns None
without taking a reference. On Python 3.11 each such call costs None one reference, each emitted signal costs True one,
and the interpreter aborts when none are left. Until 3.12 this does once what 3.12 always does.
"""

import ctypes
import sys

_IMMORTAL_SINCE = (3, 12)
_MANY = 1 << 40
_LOW = 1 << 39


def keep_constants() -> None:
    """Give the three constants more references than a session can use up; does nothing where they never die."""
    if sys.version_info >= _IMMORTAL_SINCE:
        return
    for constant in (None, True, False):
        references = ctypes.c_ssize_t.from_address(id(constant))
        if references.value < _LOW:
            references.value += _MANY
