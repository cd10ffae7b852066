"""Socket addresses read out of a caller's memory, and their words."""

import ipaddress
import os
import struct
from dataclasses import dataclass

AF_UNIX, AF_INET, AF_INET6, AF_NETLINK = 1, 2, 10, 16
FAMILIES = {
    0: "unspecified", 1: "unix", 2: "IPv4", 3: "AX.25", 4: "IPX", 5: "AppleTalk", 10: "IPv6", 15: "key", 16: "netlink",
    17: "packet", 21: "RDS", 29: "CAN", 30: "TIPC", 31: "Bluetooth", 38: "kernel crypto", 39: "NFC", 40: "vsock",
    42: "Qualcomm router", 43: "SMC", 44: "XDP", 45: "MCTP",
}
LONGEST = 128  # struct sockaddr_storage


@dataclass(frozen=True, slots=True)
class Address:
    """family as the kernel numbers it (-1 unknown); words is ip:port, a path, or empty."""

    family: int
    words: str


UNKNOWN = Address(family=-1, words="")


def family_name(family: int) -> str:
    """The family's name for people; its number where it has none."""
    return "" if family < 0 else FAMILIES.get(family, f"family {family}")


def read_address(pid: int, /, *, pointer: int, length: int) -> Address:
    """The address another process points at; UNKNOWN when it can't be read."""
    size = min(length & 0xFFFFFFFF, LONGEST)
    if not pointer or size < 2:
        return UNKNOWN
    try:
        memory = os.open(f"/proc/{pid}/mem", os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return UNKNOWN
    try:
        return parse_address(os.pread(memory, size, pointer))
    except (OSError, OverflowError):
        return UNKNOWN
    finally:
        os.close(memory)


def parse_address(raw: bytes) -> Address:
    """A struct sockaddr of any length, also zero, cut or of a strange family."""
    if len(raw) < 2:
        return UNKNOWN
    (family,) = struct.unpack_from("<H", raw)
    if family == AF_UNIX:
        return Address(family, _unix_path(raw[2:]))
    if family == AF_INET and len(raw) >= 8:
        port = struct.unpack_from(">H", raw, 2)[0]
        return Address(family, f"{ipaddress.IPv4Address(raw[4:8])}:{port}")
    if family == AF_INET6 and len(raw) >= 24:
        port = struct.unpack_from(">H", raw, 2)[0]
        return Address(family, f"[{ipaddress.IPv6Address(raw[8:24])}]:{port}")
    return Address(family, "")


def _unix_path(raw: bytes) -> str:
    if raw.startswith(b"\0"):
        return "@" + raw[1:].decode("utf-8", "backslashreplace")
    return raw.split(b"\0", 1)[0].decode("utf-8", "backslashreplace")
