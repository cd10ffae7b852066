"""Attacks on the lock below Python: raw and foreign calls, own filters, namespaces, the guard itself."""

import ctypes
import mmap
import os
import struct
import threading
from pathlib import Path
from typing import Any

from tests.hostile.network.target import (
    PTRACE_CALL,
    SECCOMP_CALL,
    SOCKET_CALL,
    WRITE_MEMORY_CALL,
    X86,
    Target,
)


def libc() -> Any:
    return ctypes.CDLL(None, use_errno=True)


def raw_syscall(target: Target) -> bool:
    return bool(libc().syscall(SOCKET_CALL, 2, 1, 0) >= 0)


def high_bits_syscall(target: Target) -> bool:
    """The kernel takes the family as an int: bits above 32 must not hide it from the filter."""
    return bool(libc().syscall(SOCKET_CALL, ctypes.c_long((1 << 32) | 2), 1, 0) >= 0)


def io_uring(target: Target) -> bool:
    return bool(libc().syscall(425, 8, ctypes.create_string_buffer(120)) >= 0)


def x32_call(target: Target) -> bool:
    return bool(libc().syscall(ctypes.c_long(0x40000000 + SOCKET_CALL), 2, 1, 0) >= 0)


def machine_code(code: bytes) -> tuple[mmap.mmap, int]:
    memory = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    memory.write(code)
    return memory, ctypes.addressof(ctypes.c_char.from_buffer(memory))


def i386_call(target: Target) -> bool:
    """Int 0x80 with the 32-bit number of socket(), 359."""
    code = bytes.fromhex("53 b867010000 bb02000000 b901000000 31d2 cd80 5b c3")
    _, address = machine_code(code)
    return bool(ctypes.CFUNCTYPE(ctypes.c_int)(address)() >= 0)


def i386_socketcall(target: Target) -> bool:
    """Int 0x80, socketcall(SYS_SOCKET), the multiplexer that filters on socket() forget."""
    block = mmap.mmap(-1, 4096, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | 0x40)  # MAP_32BIT
    block.write(struct.pack("<3I", 2, 1, 0))
    pointer = ctypes.addressof(ctypes.c_char.from_buffer(block))
    code = bytes.fromhex("53 b866000000 bb01000000 b9") + struct.pack("<I", pointer) + bytes.fromhex("cd80 5b c3")
    _, address = machine_code(code)
    return bool(ctypes.CFUNCTYPE(ctypes.c_int)(address)() >= 0)


def c_thread(target: Target) -> bool:
    """socket() from a thread that Python knows nothing of."""
    if not X86:
        return python_thread(target)
    _, address = machine_code(bytes.fromhex("b829000000 bf02000000 be01000000 31d2 0f05 4863c0 c3".replace(" ", "")))
    thread, result = ctypes.c_ulong(), ctypes.c_long()
    library = libc()
    library.pthread_create(ctypes.byref(thread), None, ctypes.c_void_p(address), None)
    library.pthread_join(thread, ctypes.byref(result))
    return result.value >= 0


def python_thread(target: Target) -> bool:
    results: list[bool] = []
    thread = threading.Thread(target=lambda: results.append(raw_syscall(target)))
    thread.start()
    thread.join()
    return results[0]


def orphan_grandchild(target: Target) -> bool:
    reader, writer = os.pipe()
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            os.write(writer, b"1" if raw_syscall(target) else b"0")
        os._exit(0)
    os.wait()
    return os.read(reader, 1) == b"1"


def own_listener(target: Target) -> bool:
    """Lay an own asking filter over ours: the newest listener's answer would win."""
    code = struct.pack("<HBBI", 6, 0, 0, 0x7FC00000)
    buffer = ctypes.create_string_buffer(code)
    program = struct.pack("@HP", 1, ctypes.addressof(buffer))
    return bool(libc().syscall(SECCOMP_CALL, 1, 8, ctypes.c_char_p(program)) >= 0)


def allow_all_filter(target: Target) -> bool:
    code = struct.pack("<HBBI", 6, 0, 0, 0x7FFF0000)
    buffer = ctypes.create_string_buffer(code)
    program = struct.pack("@HP", 1, ctypes.addressof(buffer))
    libc().syscall(SECCOMP_CALL, 1, 0, ctypes.c_char_p(program))
    return raw_syscall(target)


def host_namespace(target: Target) -> bool:
    for pid in (os.getppid(), 1):
        try:
            descriptor = os.open(f"/proc/{pid}/ns/net", os.O_RDONLY)
        except OSError:
            continue
        libc().setns(descriptor, 0x40000000)
    return raw_syscall(target)


def nested_namespace(target: Target) -> bool:
    libc().unshare(0x10000000 | 0x40000000)
    return raw_syscall(target)


def guard_memory(target: Target) -> bool:
    with Path(f"/proc/{os.getppid()}/mem").open("r+b"):
        return True


def guard_trace(target: Target) -> bool:
    return bool(libc().syscall(PTRACE_CALL, 16, os.getppid(), 0, 0) >= 0)


def guard_descriptor(target: Target) -> bool:
    """Take the listener out of the guard and approve oneself."""
    pidfd = os.pidfd_open(os.getppid())
    return any(libc().syscall(438, pidfd, number, 0) >= 0 for number in range(3, 12))


def guard_process_write(target: Target) -> bool:
    return bool(libc().syscall(WRITE_MEMORY_CALL, os.getppid(), 0, 0, 0, 0, 0) >= 0)
