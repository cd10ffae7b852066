"""N5: without guard, listener or filter the sockets stay refused, or the vault stays shut."""

import json
from typing import Any

import pytest

from tests.hostile.network.ordinary import USERS, Stage

SCENARIOS = "tests.hostile.network.scenarios"
WEAK = "tests.hostile.network.weak_kernel"
ON_THE_GUARD = (
    "tcp_connect", "raw_syscall", "udp_send", "child_python", "host_namespace", "nested_namespace", "own_listener",
    "guard_memory", "guard_trace", "guard_descriptor", "guard_process_write",
)


def result(staged: Stage, user: str, *arguments: str) -> dict[str, Any]:
    run = staged.run(user, "-m", *arguments)
    assert run.stdout, run.stderr
    found: dict[str, Any] = json.loads(run.stdout)
    return found


@pytest.mark.parametrize("user", USERS)
def test_sockets_stay_refused_when_the_guard_is_killed(staged: Stage, user: str) -> None:
    found = result(staged, user, SCENARIOS, "guard_killed")
    assert found == {
        "socket": -1,
        "errno": "ENOSYS",
        "own_listener": False,
        "after_allow_all": False,
        "guard_lives": False,
        "retest": "kernel_locked",
    }


@pytest.mark.parametrize("user", USERS)
def test_without_filters_coffer_does_not_start(staged: Stage, user: str) -> None:
    run = staged.run(user, "-m", WEAK, "filters", "-m", "app")
    assert run.returncode == 6
    assert "could not close the network" in run.stderr
    assert "--accept-unlocked" in run.stderr


def test_without_filters_the_owner_may_accept_a_state_that_says_so(staged: Stage) -> None:
    found = result(staged, "ordinary", WEAK, "filters", "-m", SCENARIOS, "state", "--accept-unlocked")
    assert found["state"] == "watch_only"
    assert found["evidence"] == "NOT LOCKED, watched only: 0 of 3 test attempts refused"
    assert found["mechanism"] == "none"


@pytest.mark.parametrize("user", USERS)
@pytest.mark.parametrize("lack", ["listeners", "processes"])
def test_without_a_guard_the_kernel_refuses_by_itself(staged: Stage, lack: str, user: str) -> None:
    found = result(staged, user, WEAK, lack, "-m", SCENARIOS, "state")
    assert found["state"] == "kernel_locked"
    assert found["evidence"] == "kernel-locked (seccomp, attempts not listed): 3 of 3 test attempts refused"
    assert found["listing"] is False


@pytest.mark.parametrize("user", USERS)
def test_without_namespaces_the_lock_and_its_guard_hold(staged: Stage, user: str) -> None:
    found = result(staged, user, WEAK, "namespaces", "-m", SCENARIOS, "state")
    assert (found["state"], found["empty_namespace"], found["listing"]) == ("kernel_locked", False, True)
    run = staged.run(user, "-m", WEAK, "namespaces", "-m", "tests.hostile.network.arena", *ON_THE_GUARD, timeout=120)
    outcomes = [json.loads(line) for line in run.stdout.splitlines()]
    assert [outcome["attack"] for outcome in outcomes if outcome.get("got_through") is False] == list(ON_THE_GUARD)
    assert {outcome["state"] for outcome in outcomes} == {"kernel_locked"}


def test_a_worker_refuses_to_run_without_the_lock(staged: Stage) -> None:
    run = staged.run("ordinary", "-m", "app", "--worker", "statement")
    assert run.returncode == 6
    assert "inside a locked Coffer" in run.stderr
