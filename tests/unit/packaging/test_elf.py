"""The reader of symbol tables agrees with what this very process has loaded, and with plain nonsense."""

import _socket
import math
from pathlib import Path

from setup import elf


def test_a_library_that_uses_sockets_asks_for_them() -> None:
    asked = elf.imported(Path(_socket.__file__).read_bytes())
    assert {"socket", "connect", "getaddrinfo"} <= asked


def test_a_library_that_only_computes_does_not() -> None:
    asked = elf.imported(Path(math.__file__).read_bytes())
    assert "PyFloat_FromDouble" in asked
    assert "socket" not in asked


def test_what_a_library_gives_is_not_what_it_asks() -> None:
    assert "PyInit_math" not in elf.imported(Path(math.__file__).read_bytes())


def test_a_file_of_another_kind_asks_for_nothing() -> None:
    assert elf.imported(b"MZ socket") == frozenset()
