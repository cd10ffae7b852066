"""N2: the lock is the kernel's. Real programs attack it from inside, as an ordinary user and as root."""

import json
import shutil

import pytest

from tests.hostile.network.attacks import ATTACKS
from tests.hostile.network.conftest import Outcome
from tests.hostile.network.ordinary import AS_ROOT, NOBODY, USERS, Stage

# Refused in the kernel at once, or stopped before a call: no question reaches the guard, so there is no row.
WITHOUT_ROW = {
    "inherited_socket", "socket_by_inherited_pair", "datagram_pair", "inet_pair", "own_listener", "guard_memory",
    "guard_trace", "guard_descriptor", "guard_process_write",
}
LOCAL = {"netlink", "unix_listener", "unix_datagram", "socket_by_unix_path"}
# They work on an open machine: what stops them inside is the lock, not a mistake of the attack.
WORK_WHEN_OPEN = {
    "tcp_connect", "raw_syscall", "high_bits_syscall", "udp_send", "io_uring", "c_thread", "python_thread",
    "child_python", "orphan_grandchild", "inherited_socket", "socket_by_inherited_pair", "socket_by_unix_path",
    "listen_without_bind", "unix_listener", "unix_datagram", "datagram_pair", "netlink",
}


def test_there_are_at_least_fourteen_attacks() -> None:
    assert len(ATTACKS) >= 14


@pytest.mark.parametrize("user", USERS)
@pytest.mark.parametrize("attack", ATTACKS)
def test_attack_fails(outcomes: dict[tuple[str, str], Outcome], attack: str, user: str) -> None:
    if attack == "child_curl" and not shutil.which("curl"):
        pytest.skip("no curl on this machine")
    outcome = outcomes[user, attack]
    assert outcome.get("got_through") is False, outcome
    assert outcome["stolen"] == 0
    assert outcome["state"] == "kernel_locked"
    assert (outcome["user"] == NOBODY) is (user == "ordinary" and AS_ROOT)


@pytest.mark.parametrize("user", USERS)
@pytest.mark.parametrize("attack", sorted(set(ATTACKS) - WITHOUT_ROW))
def test_attack_is_shown(outcomes: dict[tuple[str, str], Outcome], attack: str, user: str) -> None:
    if attack == "child_curl" and not shutil.which("curl"):
        pytest.skip("no curl on this machine")
    kinds = {row["kind"] for row in outcomes[user, attack]["rows"]}
    assert ("local" if attack in LOCAL else "network") in kinds


@pytest.mark.parametrize("user", USERS)
def test_local_attempts_raise_no_alarm(outcomes: dict[tuple[str, str], Outcome], user: str) -> None:
    for attack in LOCAL | WITHOUT_ROW:
        assert "network" not in {row["kind"] for row in outcomes[user, attack]["rows"]}, attack


def test_the_attacks_work_where_there_is_no_lock(staged: Stage) -> None:
    run = staged.run("ordinary", "-m", "tests.hostile.network.arena", "--open", *sorted(WORK_WHEN_OPEN), timeout=120)
    outcomes = [json.loads(line) for line in run.stdout.splitlines()]
    assert {outcome["attack"] for outcome in outcomes if outcome["got_through"]} == WORK_WHEN_OPEN
    assert outcomes[-1]["stolen"] > 0
