"""N1: no successful network socket in the whole tree, seen from outside by strace."""

import shutil

import pytest

from tests.hostile.network.attacks import ATTACKS
from tests.hostile.network.ordinary import USERS, Stage, become
from tests.hostile.network.strace_check import traced, violations

pytestmark = pytest.mark.skipif(not shutil.which("strace"), reason="no strace on this machine")


@pytest.mark.parametrize("user", USERS)
def test_a_session_under_the_lock_opens_no_network_socket(staged: Stage, user: str) -> None:
    found = traced(
        staged.python("-m", "tests.hostile.network.scenarios", "thousand"),
        before=become(user),
        cwd=staged.root,
        environment=staged.environment(),
    )
    assert found.code == 0, found.errors
    assert not found.violations
    refused = [line for line in found.calls if "socket(AF_INET" in line and "EACCES" in line]
    assert len(refused) >= 1000


def test_every_attack_at_once_opens_none(staged: Stage) -> None:
    target = '{"port": 9, "giver": "/nowhere", "inherited": 90, "pair": 91}'
    for attack in ("io_uring", "child_python", "orphan_grandchild", "raw_syscall", "unix_listener"):
        assert attack in ATTACKS
        found = traced(
            staged.python("-m", "tests.hostile.network.inside", attack, target),
            before=become("ordinary"),
            cwd=staged.root,
            environment=staged.environment(),
        )
        assert found.code == 0, found.errors
        assert found.calls
        assert not found.violations


def test_the_check_sees_a_socket_that_is_not_refused(staged: Stage) -> None:
    code = "import socket; s = socket.create_server(('127.0.0.1', 0))"
    found = traced(staged.python("-c", code), cwd=staged.root, environment=staged.environment())
    calls = {line.split("(")[0].split()[-1] for line in found.violations}
    assert {"socket", "bind", "listen"} <= calls


@pytest.mark.parametrize(
    ("trace", "bad"),
    [
        (["12 socket(AF_INET, SOCK_STREAM, IPPROTO_IP) = 3"], True),
        (["12 socket(AF_INET, SOCK_STREAM, IPPROTO_IP) = -1 EACCES (Permission denied)"], False),
        (["12 socket(AF_UNIX, SOCK_STREAM, 0) = 3"], False),
        (["12 socket(AF_NETLINK, SOCK_RAW, 0 <unfinished ...>", "12 <... socket resumed>) = 4"], True),
        (["12 socket(AF_INET, SOCK_RAW, 1 <unfinished ...>", "12 <... socket resumed>) = -1 EACCES (no)"], False),
        (["12 socketpair(AF_UNIX, SOCK_STREAM, 0, [3, 4]) = 0"], False),
        (["12 io_uring_setup(8, {flags=0}) = 5"], True),
        (["12 listen(3, 128) = 0"], True),
    ],
)
def test_a_trace_is_judged_right(trace: list[str], bad: bool) -> None:
    assert bool(violations(trace)) is bad
