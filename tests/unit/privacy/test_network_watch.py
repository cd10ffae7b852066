"""N6: the light says what was proved, on every system, and turns for network attempts only."""

import os
from collections.abc import Iterator

import pytest

from app.lockdown import AttemptStream, Lock, LockState
from app.lockdown.linux.rows import RowWriter
from app.privacy.network_watch import GUARD_GONE, TRUTH, Light, NetworkWatch, tried_at, words_for
from tests.helpers.pipes import NETLINK, SOCKET, open_pipe


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    with open_pipe() as both:
        yield both


def lock(stream: AttemptStream, state: LockState = LockState.KERNEL_LOCKED) -> Lock:
    return Lock(state=state, evidence="kernel-locked (seccomp): 3 of 3 test attempts refused", attempts=stream)


def test_the_light_turns_for_a_network_attempt_and_calms_when_it_was_seen(pipe: tuple[int, int]) -> None:
    rows, watch = RowWriter(pipe[1]), NetworkWatch(lock(AttemptStream(pipe[0])), platform="linux")
    assert watch.view().light is Light.CALM
    rows.write(os.getpid(), SOCKET)
    assert len(watch.poll()) == 1
    view = watch.view()
    assert (view.light, view.total, view.unseen) == (Light.ATTEMPT, 1, 1)
    assert view.last is view.attempts[0]
    assert tried_at(view.attempts[0]).year >= 2024
    watch.mark_seen()
    assert (watch.view().light, watch.view().total, watch.view().unseen) == (Light.CALM, 1, 0)
    rows.write(os.getpid(), SOCKET)
    watch.poll()
    assert (watch.view().light, watch.view().unseen) == (Light.ATTEMPT, 1)


def test_local_calls_and_own_tests_are_no_alarm(pipe: tuple[int, int]) -> None:
    stream, rows = AttemptStream(pipe[0]), RowWriter(pipe[1])
    watch = NetworkWatch(lock(stream), platform="linux")
    with stream.self_test():
        rows.write(os.getpid(), SOCKET)
    rows.write(os.getpid(), NETLINK)
    assert watch.poll() == ()
    view = watch.view()
    assert (view.light, view.total, view.local, view.last) == (Light.CALM, 0, 1, None)
    assert len(view.attempts) == 1


def test_lost_rows_count_as_attempts(pipe: tuple[int, int]) -> None:
    rows, watch = RowWriter(pipe[1]), NetworkWatch(lock(AttemptStream(pipe[0])), platform="linux")
    for _ in range(2000):
        rows.write(os.getpid(), SOCKET)
    watch.poll()
    rows.write(os.getpid(), SOCKET)
    watch.poll()
    view = watch.view()
    assert view.dropped > 0
    assert view.total == view.unseen == 2001


def test_the_end_of_the_guard_is_said(pipe: tuple[int, int]) -> None:
    watch = NetworkWatch(lock(AttemptStream(pipe[0])), platform="linux")
    assert watch.view().listing
    os.close(pipe[1])
    watch.poll()
    assert (watch.view().detail, watch.view().listing) == (GUARD_GONE, False)
    assert watch.view().light is Light.CALM


@pytest.mark.parametrize("platform", TRUTH)
def test_no_state_claims_more_than_it_proved(platform: str) -> None:
    for state in TRUTH[platform]:
        watch = NetworkWatch(lock(AttemptStream(), state), platform=platform)
        view = watch.view()
        closed = state in {LockState.KERNEL_LOCKED, LockState.OS_RULE}
        assert view.words.startswith("Offline." if closed else "NOT LOCKED.")
        assert ("The kernel" in view.words) is (state is LockState.KERNEL_LOCKED)
        assert (view.light is Light.NOT_LOCKED) is not closed
        assert view.state is state


def test_a_system_never_shows_a_state_it_cannot_reach() -> None:
    for platform, state in (("darwin", LockState.KERNEL_LOCKED), ("win32", LockState.KERNEL_LOCKED)):
        with pytest.raises(KeyError):
            words_for(state, platform)


def test_a_repeated_test_replaces_the_state(pipe: tuple[int, int]) -> None:
    stream = AttemptStream(pipe[0])
    watch = NetworkWatch(lock(stream), platform="linux")
    watch.proved_again(lock(stream, LockState.UNPROTECTED))
    assert watch.view().light is Light.NOT_LOCKED
    assert watch.fileno() == pipe[0]
