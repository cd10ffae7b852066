"""A very small assembler for seccomp filters (classic BPF, linux/filter.h, linux/seccomp.h)."""

import struct
from collections.abc import Sequence
from dataclasses import dataclass

from app.lockdown.linux.tables import Calls

ALLOW = 0x7FFF0000
NOTIFY = 0x7FC00000
KILL = 0x80000000

_LOAD, _AND, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x54, 0x15, 0x35, 0x06
_NUMBER, _ARCH, _ARGUMENTS = 0, 4, 16
_ALL = 0xFFFFFFFF


def refuse(number: int) -> int:
    """The action that makes the call fail with this errno."""
    return 0x00050000 | number


@dataclass(frozen=True, slots=True)
class Test:
    """One test of an argument's low (or high) 32 bits under a mask."""

    __test__ = False

    argument: int
    value: int
    equal: bool = True
    mask: int = _ALL
    high: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """The action for one system call when all tests hold; the first rule that fits decides."""

    call: int
    action: int
    tests: tuple[Test, ...] = ()


def assemble(calls: Calls, rules: Sequence[Rule], *, foreign: int) -> bytes:
    """The filter as an array of struct sock_filter: native calls by the rules, else allowed; other ABIs: foreign."""
    program = [
        _step(_LOAD, _ARCH),
        _step(_EQUAL, calls.audit_arch, then=1),
        _step(_RETURN, foreign),
        _step(_LOAD, _NUMBER),
    ]
    if calls.foreign_bit:
        program += [_step(_AT_LEAST, calls.foreign_bit, other=1), _step(_RETURN, foreign)]
    for rule in rules:
        program += _block(rule)
    return b"".join([*program, _step(_RETURN, ALLOW)])


def _block(rule: Rule) -> list[bytes]:
    tests = [part for test in rule.tests for part in _loaded(test)]
    size = len(tests) + 1
    block = [_step(_LOAD, _NUMBER), _step(_EQUAL, rule.call, other=size)]
    for position, part in enumerate(tests):
        skip = size - position - 1
        if isinstance(part, bytes):
            block.append(part)
        elif part.equal:
            block.append(_step(_EQUAL, part.value, other=skip))
        else:
            block.append(_step(_EQUAL, part.value, then=skip))
    return [*block, _step(_RETURN, rule.action)]


def _loaded(test: Test) -> list[bytes | Test]:
    offset = _ARGUMENTS + 8 * test.argument + (4 if test.high else 0)  # both machines are little-endian
    parts: list[bytes | Test] = [_step(_LOAD, offset)]
    if test.mask != _ALL:
        parts.append(_step(_AND, test.mask))
    return [*parts, test]


def _step(code: int, constant: int, *, then: int = 0, other: int = 0) -> bytes:
    return struct.pack("<HBBI", code, then, other, constant)
