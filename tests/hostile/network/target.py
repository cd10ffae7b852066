"""What an attack aims at, and the numbers of this machine's system calls."""

import platform
from dataclasses import dataclass

X86 = platform.machine() == "x86_64"
SOCKET_CALL = 41 if X86 else 198
SECCOMP_CALL = 317 if X86 else 277
PTRACE_CALL = 101 if X86 else 117
WRITE_MEMORY_CALL = 311 if X86 else 271


@dataclass(frozen=True)
class Target:
    """What waits outside: a TCP and UDP port, a unix path that hands out connected sockets, inherited sockets."""

    port: int
    giver: str
    inherited: int
    pair: int
