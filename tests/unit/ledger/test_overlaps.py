"""R3: overlapping, re-exported, re-ordered files through the real matching and commit: nothing lost, nothing doubled."""

from collections import Counter
from pathlib import Path

import pytest

from app.store import accounts, committed
from app.store.connection import Connection
from app.store.session import VaultSession
from tests.helpers.overlaps import DAYS, FIRST_DAY, Content, Overlap, References, content, overlap
from tests.helpers.staging import commit
from tests.helpers.vault import new_vault

ORDINARY, LONG = 300, 10_000
IN_ONE_VAULT = 50
"""Each case is an account of its own; placing a statement looks at all of a vault."""


def held(session: VaultSession, account: str) -> Counter[Content]:
    """What the vault holds of an account."""

    def read(connection: Connection) -> Counter[Content]:
        ids = [item.id for item in accounts.accounts(connection) if item.name == account]
        years = {"first": FIRST_DAY.replace(year=2025), "last": FIRST_DAY.replace(year=2027)}
        rows = committed.committed_rows(connection, ids[0], **years) if ids else ()
        return Counter(content(item.row) for item in rows)

    return session.read(read)


def wrong(session: VaultSession, case: Overlap) -> str:
    """What went wrong with a case; empty where all is as it must be."""
    account = f"account {case.seed}"
    for rows in case.files:
        commit(session, rows, account=account)
    found = held(session, account)
    if found == case.kept:
        return ""
    lost, doubled = case.kept - found, found - case.kept
    return f"seed {case.seed} ({case.references}): lost {dict(lost)}, doubled {dict(doubled)}"


@pytest.mark.parametrize("cases", [ORDINARY, pytest.param(LONG, marks=[pytest.mark.long, pytest.mark.timeout(7200)])])
def test_no_overlap_loses_or_doubles_a_transaction(tmp_path: Path, cases: int) -> None:
    mistakes: list[str] = []
    for start in range(0, cases, IN_ONE_VAULT):
        session, _ = new_vault(tmp_path / str(start))
        seeds = range(start, min(start + IN_ONE_VAULT, cases))
        mistakes.extend(mistake for seed in seeds if (mistake := wrong(session, overlap(seed))))
        session.close()
    assert mistakes == [], f"{len(mistakes)} of {cases}"


def test_the_generated_overlaps_hold_what_they_are_meant_to() -> None:
    """A generator that makes only easy cases would prove nothing."""
    cases = [overlap(seed) for seed in range(ORDINARY)]
    assert {case.references for case in cases} == set(References)
    assert sum(any(row.pending for row in case.files[0]) for case in cases) > ORDINARY // 10
    assert sum(max(case.kept.values(), default=0) > 1 for case in cases) > ORDINARY // 2
    assert sum(len(case.files) > 2 for case in cases) > ORDINARY // 5
    assert max(day for case in cases for day, _, _ in case.kept) < FIRST_DAY.replace(day=FIRST_DAY.day + DAYS)
