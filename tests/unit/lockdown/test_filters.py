"""The filters, run on every argument that matters, for both machines."""

import errno

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.lockdown.linux.bpf import ALLOW, NOTIFY, refuse
from app.lockdown.linux.filters import app_filter, guard_filter, plain_filter, worker_filter
from app.lockdown.linux.tables import AARCH64, X86_64, Calls
from tests.unit.lockdown.bpf_machine import Request, request, run

MACHINES = pytest.mark.parametrize("calls", [X86_64, AARCH64], ids=["x86_64", "aarch64"])
NO, NEVER = refuse(errno.EACCES), refuse(errno.EPERM)
STREAM, DGRAM, RAW, SEQPACKET, NONBLOCK_CLOEXEC = 1, 2, 3, 5, 0o2004000


@MACHINES
@given(family=st.integers(0, 2**32 - 1), high=st.integers(0, 2**32 - 1), kind=st.integers(0, 2**32 - 1))
def test_only_unix_streams_are_made(calls: Calls, family: int, high: int, kind: int) -> None:
    action = run(app_filter(calls), request(calls, calls.socket, (high << 32) | family, kind))
    assert action == (ALLOW if family == 1 and kind & 0xF not in {DGRAM, RAW} else NOTIFY)


@MACHINES
@pytest.mark.parametrize("kind", [STREAM, SEQPACKET, STREAM | NONBLOCK_CLOEXEC])
def test_unix_streams_are_made_without_a_question(calls: Calls, kind: int) -> None:
    for program in (app_filter(calls), plain_filter(calls), guard_filter(calls)):
        assert run(program, request(calls, calls.socket, 1, kind)) == ALLOW
        assert run(program, request(calls, calls.socketpair, 1, kind)) == ALLOW


@MACHINES
@pytest.mark.parametrize("kind", [DGRAM, RAW, DGRAM | NONBLOCK_CLOEXEC])
def test_unix_datagrams_are_not(calls: Calls, kind: int) -> None:
    assert run(app_filter(calls), request(calls, calls.socket, 1, kind)) == NOTIFY
    assert run(app_filter(calls), request(calls, calls.socketpair, 1, kind)) == NO
    assert run(plain_filter(calls), request(calls, calls.socket, 1, kind)) == NO


@MACHINES
def test_every_way_to_an_address_is_asked_about(calls: Calls) -> None:
    program = app_filter(calls)
    for number in (calls.connect, calls.bind, calls.listen, calls.io_uring_setup):
        assert run(program, request(calls, number)) == NOTIFY
        assert run(guard_filter(calls), request(calls, number)) == NO
    assert run(program, request(calls, calls.sendto, 3, 0, 0, 0, 0)) == ALLOW
    for pointer in (1, 1 << 32, (1 << 40) | 5):
        assert run(program, request(calls, calls.sendto, 3, 0, 0, 0, pointer)) == NOTIFY


@MACHINES
def test_the_guard_is_out_of_reach(calls: Calls) -> None:
    for program in (app_filter(calls), plain_filter(calls), guard_filter(calls)):
        for number in (calls.ptrace, calls.process_vm_writev, calls.pidfd_getfd):
            assert run(program, request(calls, number)) == NEVER
        for flags in (8, 9, 0xFF):
            assert run(program, request(calls, calls.seccomp, 1, flags)) == NEVER
        assert run(program, request(calls, calls.seccomp, 1, 0)) == ALLOW


@MACHINES
@given(number=st.integers(0, 500), arch=st.integers(0, 2**32 - 1))
def test_every_call_of_another_abi_is_asked_about(calls: Calls, number: int, arch: int) -> None:
    asked = Request(number=number, arch=arch)
    if arch != calls.audit_arch:
        assert run(app_filter(calls), asked) == NOTIFY
        assert run(plain_filter(calls), asked) == NO
        assert run(worker_filter(calls), asked) == ALLOW


@given(number=st.integers(0, 600))
def test_every_x32_call_is_asked_about(number: int) -> None:
    asked = request(X86_64, number | 0x40000000)
    assert run(app_filter(X86_64), asked) == NOTIFY
    assert run(plain_filter(X86_64), asked) == NO


@MACHINES
@given(number=st.integers(0, 424))
def test_all_other_calls_go_on(calls: Calls, number: int) -> None:
    special = {getattr(calls, name) for name in Calls.__slots__ if name not in {"audit_arch", "foreign_bit"}}
    if number not in special:
        for program in (app_filter(calls), plain_filter(calls), guard_filter(calls), worker_filter(calls)):
            assert run(program, request(calls, number)) == ALLOW


@MACHINES
def test_the_worker_gives_up_programs_and_unix_sockets_but_leaves_networks_to_the_guard(calls: Calls) -> None:
    program = worker_filter(calls)
    for number in (calls.execve, calls.execveat, calls.socketpair):
        assert run(program, request(calls, number)) == NO
    assert run(program, request(calls, calls.socket, 1, STREAM)) == NO
    for family in (2, 10, 16, 17, 38, 40):
        assert run(program, request(calls, calls.socket, family, STREAM)) == ALLOW


@MACHINES
def test_without_a_guard_local_connections_go_on(calls: Calls) -> None:
    assert run(plain_filter(calls), request(calls, calls.connect)) == ALLOW
    assert run(plain_filter(calls), request(calls, calls.bind)) == NO
