"""The demo's statements in a real vault, and a planner that knows its plans by heart."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from app.base.clock import FixedClock
from app.base.paths import places_for, resources
from app.base.tasks import CancelToken
from app.domain.plan import Intent, Plan, PlanDraft
from app.domain.result import Result, ResultRow
from app.domain.vocabulary import Vocabulary
from app.ledger.book import Book
from app.ledger.vault_access import VaultAccess
from tests.helpers.vault import CHEAP, PASSPHRASE

DEMO_DAY = date(2026, 11, 2)
CLOCK = FixedClock(DEMO_DAY)
MODEL = "sha256:0f1e"


def demo_statements() -> tuple[Path, ...]:
    """The demo's files, accounts with balances first."""
    return tuple(sorted((resources() / "samples" / "demo").iterdir()))


@contextmanager
def empty_book(folder: Path) -> Iterator[Book]:
    """A real vault without a transaction, opened on the demo's day."""
    places = places_for(folder / "vault", portable=True)
    book, _code = VaultAccess(places, CLOCK, derivation=CHEAP).create(PASSPHRASE, "USD")
    try:
        yield book
    finally:
        book.close()


@contextmanager
def demo_book(folder: Path) -> Iterator[Book]:
    """A real vault with the demo's statements read, staged and committed."""
    with empty_book(folder) as book:
        for path in demo_statements():
            book.commit(book.stage(path).id)
        yield book


@dataclass(frozen=True)
class KnownPlan:
    """What the planner gives for one question."""

    status: str
    plan: Plan | None
    planned_by: str = "model"
    choices: tuple[str, ...] = ()
    milliseconds: int = 210
    draft: PlanDraft | None = None


UNKNOWN = KnownPlan("unsupported", Plan(intent=Intent.UNSUPPORTED))


@dataclass
class KnownPlans:
    """Plans by question; stands where the model stands, so that a page can be tested without one."""

    plans: dict[str, KnownPlan] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    model: str = MODEL
    waits: set[str] = field(default_factory=set)
    """Questions that take until they are stopped."""
    followed: list[tuple[str, Plan]] = field(default_factory=list)
    shown: list[tuple[str, Result, ResultRow | None]] = field(default_factory=list)

    def plan(
        self, question: str, vocabulary: Vocabulary, *, conversation: str = "", cancel: CancelToken | None = None
    ) -> KnownPlan:
        assert vocabulary.today == DEMO_DAY
        self.asked.append((question, conversation))
        if question in self.waits and cancel is not None:
            stopped = threading.Event()
            with cancel.interrupting(stopped.set):
                stopped.wait(10)
            cancel.raise_if_cancelled()
        return self.plans.get(question, UNKNOWN)

    def follow_plan(self, conversation: str, plan: Plan, *, vocabulary: Vocabulary) -> None:
        self.followed.append((conversation, plan))

    def remember(self, conversation: str, result: Result, *, only: ResultRow | None = None) -> None:
        self.shown.append((conversation, result, only))

    def forget(self) -> None:
        """There is nothing to forget."""
