"""Windows: what can be done without rights of an administrator. UNTESTED: written from the Windows API's manual.

The app itself can't be cut off by its own hand: it is watched (Python's audit events, and its TCP table polled by
connections()). Workers are started in an AppContainer without capabilities, which has no network at all.
"""

import ctypes
import struct
from dataclasses import dataclass
from typing import Any

from app.lockdown.engaged import Engaged

AF_INET, TABLE_OWNER_PID_ALL, NO_ERROR, BUFFER_TOO_SMALL = 2, 5, 0, 122
ROW = struct.Struct("<I4sI4sII")  # MIB_TCPROW_OWNER_PID: state, local ip and port, remote ip and port, pid
ALREADY_EXISTS = 0x800700B7
ATTRIBUTE_SECURITY_CAPABILITIES = 0x00020009
EXTENDED_STARTUPINFO_PRESENT = 0x00080000
CONTAINER = "Coffer.Worker"


@dataclass(frozen=True, slots=True)
class Connection:
    """A TCP connection of this process as the system lists it."""

    address: str
    port: int


class _SecurityCapabilities(ctypes.Structure):
    _fields_ = (
        ("container", ctypes.c_void_p),
        ("capabilities", ctypes.c_void_p),
        ("count", ctypes.c_uint32),
        ("reserved", ctypes.c_uint32),
    )


def engage() -> Engaged:
    """Nothing refuses the app's own connections here; say so."""
    return Engaged(
        kernel=False,
        mechanism="none",
        reason="Windows gives a program no way to close the network for itself; only a rule of the system could",
    )


def connections(process: int) -> tuple[Connection, ...]:
    """The TCP connections of a process, to be polled; short ones are missed (see FACTS: 0 of 40 were seen)."""
    raw = _tcp_table()
    found = []
    for position in range(4, len(raw) - ROW.size + 1, ROW.size):
        _, _, _, remote, port, owner = ROW.unpack_from(raw, position)
        if owner == process and remote != bytes(4):
            network_order = struct.pack("<H", port & 0xFFFF)
            found.append(Connection(".".join(map(str, remote)), struct.unpack(">H", network_order)[0]))
    return tuple(found)


def container_identity() -> ctypes.c_void_p:
    """The security identifier of the workers' AppContainer, made on first use; raises OSError."""
    library = _library("userenv")
    identity = ctypes.c_void_p()
    result = library.CreateAppContainerProfile(CONTAINER, CONTAINER, CONTAINER, None, 0, ctypes.byref(identity))
    if result & 0xFFFFFFFF == ALREADY_EXISTS:
        result = library.DeriveAppContainerSidFromAppContainerName(CONTAINER, ctypes.byref(identity))
    if result != 0:
        raise OSError(result & 0xFFFFFFFF, "no AppContainer can be made")
    return identity


def attribute_list(identity: ctypes.c_void_p) -> tuple[ctypes.Array[ctypes.c_char], _SecurityCapabilities]:
    """A PROC_THREAD_ATTRIBUTE_LIST that puts a new process into the container with no capability (no network).

    Pass it as STARTUPINFOEX.lpAttributeList with EXTENDED_STARTUPINFO_PRESENT; keep both values alive. Raises OSError.
    """
    kernel = _library("kernel32")
    size = ctypes.c_size_t()
    kernel.InitializeProcThreadAttributeList(None, 1, 0, ctypes.byref(size))
    attributes = ctypes.create_string_buffer(size.value)
    rights = _SecurityCapabilities(container=identity.value, capabilities=None, count=0, reserved=0)
    made = kernel.InitializeProcThreadAttributeList(attributes, 1, 0, ctypes.byref(size)) and (
        kernel.UpdateProcThreadAttribute(
            attributes,
            0,
            ctypes.c_size_t(ATTRIBUTE_SECURITY_CAPABILITIES),
            ctypes.byref(rights),
            ctypes.c_size_t(ctypes.sizeof(rights)),
            None,
            None,
        )
    )
    if not made:
        raise OSError("the AppContainer's start attributes were refused")
    return attributes, rights


def _tcp_table() -> bytes:
    library = _library("iphlpapi")
    size = ctypes.c_uint32(0)
    while True:
        table = ctypes.create_string_buffer(size.value or 1)
        result = library.GetExtendedTcpTable(table, ctypes.byref(size), 0, AF_INET, TABLE_OWNER_PID_ALL, 0)
        if result == NO_ERROR:
            return table.raw[: size.value]
        if result != BUFFER_TOO_SMALL:
            raise OSError(result, "the TCP table could not be read")


def _library(name: str) -> Any:
    return getattr(ctypes, "windll")[name]  # noqa: B009 - absent from other systems' ctypes
