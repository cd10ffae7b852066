"""A little machine that runs seccomp filters as the kernel does, so that every argument can be tried."""

import struct
from dataclasses import dataclass

from app.lockdown.linux.tables import Calls

LOAD, AND, EQUAL, AT_LEAST, RETURN = 0x20, 0x54, 0x15, 0x35, 0x06


@dataclass(frozen=True)
class Request:
    """struct seccomp_data."""

    number: int
    arch: int
    arguments: tuple[int, ...] = (0, 0, 0, 0, 0, 0)

    def words(self) -> bytes:
        padded = (*self.arguments, 0, 0, 0, 0, 0, 0)[:6]
        return struct.pack("<iIQ6Q", self.number, self.arch, 0, *padded)


def request(calls: Calls, number: int, *arguments: int) -> Request:
    """A call of this machine's own ABI."""
    return Request(number=number, arch=calls.audit_arch, arguments=arguments)


def run(program: bytes, asked: Request) -> int:
    """The action the filter gives; fails on a jump out of the program or an unknown step."""
    steps = list(struct.iter_unpack("<HBBI", program))
    data, position, accumulator = asked.words(), 0, 0
    while True:
        code, then, other, constant = steps[position]
        position += 1
        if code == RETURN:
            return int(constant)
        if code == LOAD:
            assert constant % 4 == 0
            (accumulator,) = struct.unpack_from("<I", data, constant)
        elif code == AND:
            accumulator &= constant
        else:
            assert code in {EQUAL, AT_LEAST}
            taken = accumulator == constant if code == EQUAL else accumulator >= constant
            position += then if taken else other
