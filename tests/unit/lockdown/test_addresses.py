"""Socket addresses of every length and kind."""

import ctypes
import os
import socket
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.lockdown.linux.addresses import UNKNOWN, Address, family_name, parse_address, read_address

INET = struct.pack("<H", 2) + struct.pack(">H", 443) + bytes([192, 0, 2, 1]) + bytes(8)
INET6 = struct.pack("<H", 10) + struct.pack(">HI", 53, 0) + socket.inet_pton(socket.AF_INET6, "2001:db8::1") + bytes(4)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (INET, Address(2, "192.0.2.1:443")),
        (INET[:8], Address(2, "192.0.2.1:443")),
        (INET[:7], Address(2, "")),
        (INET6, Address(10, "[2001:db8::1]:53")),
        (INET6[:23], Address(10, "")),
        (b"", UNKNOWN),
        (b"\2", UNKNOWN),
        (struct.pack("<H", 1) + b"/run/bus\0rest", Address(1, "/run/bus")),
        (struct.pack("<H", 1) + b"\0name", Address(1, "@name")),
        (struct.pack("<H", 1), Address(1, "")),
        (struct.pack("<H", 16) + bytes(10), Address(16, "")),
        (struct.pack("<H", 1) + b"/\xff\n", Address(1, "/\\xff\n")),
    ],
)
def test_addresses_are_read(raw: bytes, expected: Address) -> None:
    assert parse_address(raw) == expected


@given(st.binary(max_size=200))
def test_no_bytes_break_the_reader(raw: bytes) -> None:
    assert isinstance(parse_address(raw).words, str)


def test_memory_of_a_process_is_read() -> None:
    place = ctypes.create_string_buffer(INET, len(INET))
    assert read_address(os.getpid(), pointer=ctypes.addressof(place), length=16) == Address(2, "192.0.2.1:443")


@pytest.mark.parametrize(("pointer", "length"), [(0, 16), (4096, 0), (4096, 1), (1, 16), (2**64 - 1, 16), (8, 2**63)])
def test_an_unreadable_pointer_is_unknown(pointer: int, length: int) -> None:
    assert read_address(os.getpid(), pointer=pointer, length=length) == UNKNOWN


def test_a_process_that_is_gone_is_unknown() -> None:
    assert read_address(2**22 + 1, pointer=4096, length=16) == UNKNOWN


def test_families_without_a_name_keep_their_number() -> None:
    assert [family_name(number) for number in (-1, 2, 16, 12345)] == ["", "IPv4", "netlink", "family 12345"]
