"""System call numbers and ABI marks of the two Linux machines Coffer runs on."""

import platform
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Calls:
    """Numbers of one machine, from the kernel's unistd tables; audit_arch from linux/audit.h."""

    audit_arch: int
    foreign_bit: int
    foreign_name: str
    socket: int
    socketpair: int
    connect: int
    bind: int
    listen: int
    sendto: int
    execve: int
    execveat: int
    ptrace: int
    seccomp: int
    capset: int
    process_vm_writev: int
    io_uring_setup: int = 425
    pidfd_getfd: int = 438
    landlock_create_ruleset: int = 444
    landlock_add_rule: int = 445
    landlock_restrict_self: int = 446


X86_64 = Calls(
    audit_arch=0xC000003E,
    foreign_bit=0x40000000,  # the x32 ABI shares the x86-64 audit mark
    foreign_name="i386",
    socket=41,
    socketpair=53,
    connect=42,
    bind=49,
    listen=50,
    sendto=44,
    execve=59,
    execveat=322,
    ptrace=101,
    seccomp=317,
    capset=126,
    process_vm_writev=311,
)
AARCH64 = Calls(
    audit_arch=0xC00000B7,
    foreign_bit=0,
    foreign_name="arm",
    socket=198,
    socketpair=199,
    connect=203,
    bind=200,
    listen=201,
    sendto=206,
    execve=221,
    execveat=281,
    ptrace=117,
    seccomp=277,
    capset=91,
    process_vm_writev=271,
)
MACHINES = {"x86_64": X86_64, "aarch64": AARCH64}


class UnknownMachineError(OSError):
    """No table for this processor: the lock can't be built here."""


def native_calls(machine: str = "") -> Calls:
    """The table of this machine (or the one named); raises UnknownMachineError."""
    name = machine or platform.machine()
    if name not in MACHINES:
        raise UnknownMachineError(f"no system call table for {name}")
    return MACHINES[name]
