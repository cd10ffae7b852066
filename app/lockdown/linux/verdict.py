"""What one question of the kernel means and how it is answered. Pure but for the memory it reads."""

import struct
from dataclasses import dataclass
from typing import Protocol

from app.lockdown.linux.addresses import AF_NETLINK, AF_UNIX, Address, family_name
from app.lockdown.linux.tables import Calls
from app.lockdown.linux.unix_paths import UnixPaths

NOTIFICATION = struct.Struct("<QIIiIQ6Q")  # struct seccomp_notif
LOCAL_FAMILIES = frozenset({AF_UNIX, AF_NETLINK})


@dataclass(frozen=True, slots=True)
class Notification:
    """struct seccomp_notif (linux/seccomp.h); thread is a thread id."""

    identity: int
    thread: int
    number: int
    audit_arch: int
    arguments: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """goes_on is only ever true for a unix connection on the list."""

    call: str
    family: str
    address: str
    local: bool
    goes_on: bool = False


class ReadAddress(Protocol):
    """Reads the address that a process points at."""

    def __call__(self, pid: int, /, *, pointer: int, length: int) -> Address: ...



def parse_notification(raw: bytes | bytearray) -> Notification:
    """The kernel's 80 bytes."""
    identity, thread, _, number, arch, _, *arguments = NOTIFICATION.unpack(raw[: NOTIFICATION.size])
    return Notification(identity, thread, number, arch, tuple(arguments))


def judge(question: Notification, *, calls: Calls, paths: UnixPaths, read_address: ReadAddress) -> Verdict:
    """Refuse everything but a unix connection on the list, and say what it was."""
    foreign = _foreign(question, calls)
    if foreign:
        return Verdict(call=foreign, family="", address="", local=False)
    first, second, third = question.arguments[:3]
    if question.number == calls.socket:
        family = first & 0xFFFFFFFF
        return Verdict(call="socket", family=family_name(family), address="", local=family in LOCAL_FAMILIES)
    if question.number in {calls.connect, calls.bind}:
        return _addressed(
            question, calls, paths=paths, target=read_address(question.thread, pointer=second, length=third)
        )
    if question.number == calls.sendto:
        pointer, length = question.arguments[4:]
        target = read_address(question.thread, pointer=pointer, length=length)
        return _verdict("sendto", target)
    name = {calls.listen: "listen", calls.io_uring_setup: "io_uring_setup"}.get(question.number)
    return Verdict(call=name or f"call {question.number}", family="", address="", local=False)


def _addressed(question: Notification, calls: Calls, *, paths: UnixPaths, target: Address) -> Verdict:
    if question.number == calls.bind:
        return _verdict("bind", target)
    return _verdict("connect", target, goes_on=target.family == AF_UNIX and paths.allows(target.words))


def _verdict(call: str, target: Address, *, goes_on: bool = False) -> Verdict:
    return Verdict(
        call=call,
        family=family_name(target.family),
        address=target.words,
        local=target.family in LOCAL_FAMILIES,
        goes_on=goes_on,
    )


def _foreign(question: Notification, calls: Calls) -> str:
    if question.audit_arch != calls.audit_arch:
        return f"{calls.foreign_name} call {question.number}"
    if calls.foreign_bit and question.number & calls.foreign_bit:
        return f"x32 call {question.number & ~calls.foreign_bit}"
    return ""
