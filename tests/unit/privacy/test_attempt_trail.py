"""Every network attempt is in the audit trail, counted, and a flood stalls nobody."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.audit_entry import AuditEntry, AuditEvent
from app.lockdown import Answer, Attempt, AttemptKind
from app.privacy.attempt_trail import MOST_KINDS, AttemptTrail
from app.store import audit_log
from app.store.session import VaultSession
from tests.helpers.vault import new_vault


@pytest.fixture
def session(tmp_path: Path) -> Iterator[VaultSession]:
    made, _ = new_vault(tmp_path)
    yield made
    made.close()


def attempt(process: str = "python", *, call: str = "socket", answer: Answer = Answer.REFUSED) -> Attempt:
    return Attempt(
        sequence=1, monotonic=0.0, wall=0.0, pid=1, thread=1, process=process, command="curl secret-name.example",
        call=call, family="IPv4", address="192.0.2.1:443", answer=answer, kind=AttemptKind.NETWORK,
        host="secret-name.example",
    )  # fmt: skip


def noted(session: VaultSession) -> list[AuditEntry]:
    entries = session.read(audit_log.entries)
    return [entry for entry in entries if entry.event is AuditEvent.NETWORK_ATTEMPT]


def counts(session: VaultSession) -> list[int]:
    return [int(dict(entry.details)["attempts"]) for entry in noted(session)]


def test_each_kind_of_attempt_is_one_entry_with_its_count_and_the_kernel_as_actor(session: VaultSession) -> None:
    trail = AttemptTrail()
    trail.add([attempt(), attempt(), attempt("curl")])
    assert trail.write(session) == 3
    entries = noted(session)
    assert {entry.actor for entry in entries} == {"kernel"}
    assert sorted(counts(session)) == [1, 2]
    assert dict(entries[-1].details) == {"process": "python", "call": "socket", "family": "IPv4", "attempts": "2"}
    assert "secret-name" not in repr(entries)
    assert trail.write(session) == 0


def test_an_attempt_that_nothing_refused_is_not_the_kernels(session: VaultSession) -> None:
    trail = AttemptTrail()
    trail.add([attempt(answer=Answer.SEEN)])
    trail.write(session)
    assert [entry.actor for entry in noted(session)] == ["program"]


def test_a_flood_of_a_hundred_thousand_becomes_few_entries_and_none_is_lost(session: VaultSession) -> None:
    trail = AttemptTrail(pause_seconds=0.05)
    trail.follow(session)
    started = time.perf_counter()
    for number in range(100_000):
        trail.add((attempt(f"process {number % 1000}"),))
    added = time.perf_counter() - started
    trail.leave()
    trail.write(session)
    assert sum(counts(session)) == 100_000
    assert added < 5.0
    assert len(counts(session)) < (MOST_KINDS + 1) * (added / 0.05 + 2)


def test_attempts_made_before_a_vault_was_open_are_written_once_it_is(session: VaultSession) -> None:
    trail = AttemptTrail(pause_seconds=0.01)
    trail.add([attempt()])
    trail.follow(session)
    deadline = time.monotonic() + 5
    while not noted(session) and time.monotonic() < deadline:
        time.sleep(0.01)
    trail.leave()
    assert counts(session) == [1]
