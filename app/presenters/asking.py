"""Asking: one question through planner, book and figure check, for the window and the terminal alike."""

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Protocol

from app.assistant.answer import AnswerCard, compose
from app.assistant.readings import reading_text
from app.base.clock import Clock
from app.base.tasks import CancelToken
from app.domain.changes import ChangeKind, Changes
from app.domain.errors import CofferError
from app.domain.plan import Intent, OutOfScope, Plan, PlanDraft
from app.domain.result import Result, ResultRow, Value
from app.domain.vocabulary import Vocabulary
from app.presenters.texts_ask import UNSUPPORTED_WORDS, Ask

ANSWERED, CLARIFY, UNSUPPORTED = "answered", "clarify", "unsupported"
_NAMES = frozenset({ChangeKind.ACCOUNTS, ChangeKind.TRANSACTIONS, ChangeKind.CATEGORIES, ChangeKind.SETTINGS})


class PlannedQuestion(Protocol):
    """What planning gave: assistant.planner.Planned."""

    @property
    def status(self) -> str: ...
    @property
    def plan(self) -> Plan | None: ...
    @property
    def planned_by(self) -> str: ...
    @property
    def draft(self) -> PlanDraft | None: ...
    @property
    def choices(self) -> Sequence[str]: ...
    @property
    def milliseconds(self) -> int: ...


class QuestionPlanner(Protocol):
    """Turns a question into a plan; `model` is `sha256:` and the digest of the model in use."""

    def plan(
        self, question: str, vocabulary: Vocabulary, *, conversation: str = "", cancel: CancelToken | None = None
    ) -> PlannedQuestion: ...
    def follow_plan(self, conversation: str, plan: Plan, *, vocabulary: Vocabulary) -> None: ...
    def remember(self, conversation: str, result: Result, *, only: ResultRow | None = None) -> None: ...
    def forget(self) -> None: ...
    @property
    def model(self) -> str: ...


class AskedBook(Protocol):
    """What asking needs of the book."""

    def vocabulary(self) -> Vocabulary: ...
    def run(self, plan: Plan, vocabulary: Vocabulary | None = None) -> Result: ...
    def note_question(self, *, status: str, details: tuple[tuple[str, str], ...] = ()) -> None: ...
    def on_changes(self, callback: Callable[[Changes], None]) -> Callable[[], None]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """A planned question, not yet computed; `reading` is shown while the figure is."""

    question: str
    status: str
    plan: Plan | None
    planned_by: str
    choices: tuple[str, ...]
    reading: str
    model: str
    milliseconds: int
    """What planning took."""
    noted: bool = True
    """Whether the audit trail may say more than that a question was asked."""
    span: str = ""
    """The words that name what is asked about, where the question has one name alone."""
    conversation: str = ""
    vocabulary: Vocabulary = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """One answer with every field of the terminal face; `card` is None unless answered."""

    question: str
    status: str
    text: str
    value: Value | None = None
    rows: tuple[ResultRow, ...] = ()
    reading: str = ""
    choices: tuple[str, ...] = ()
    """With clarify: what can be meant; with answered: other fair readings of a name, the first being the one used."""
    evidence: tuple[int, ...] = ()
    plan: Plan | None = None
    planned_by: str
    model: str
    plan_milliseconds: int
    run_milliseconds: int
    total_milliseconds: int
    noted: bool = True
    span: str = ""
    card: AnswerCard | None = None


class Asking:
    """Answers questions of one open book. Calls block; the names are read again only after a change."""

    def __init__(self, book: AskedBook, planner: QuestionPlanner, *, clock: Clock) -> None:
        self._book = book
        self._planner = planner
        self._clock = clock
        self._vocabulary: Vocabulary | None = None
        self._one_at_a_time = threading.Lock()
        book.on_changes(self._forget)

    def ask(self, question: str, *, conversation: str = "", noted: bool = True) -> Answered:
        """Plan and compute; raises PlanRefusedError, WorkerFailedError."""
        return self.compute(self.understand(question, conversation=conversation, noted=noted))

    def understand(
        self, question: str, *, conversation: str = "", noted: bool = True, cancel: CancelToken | None = None
    ) -> Understood:
        """Plan only: everything the reading needs, nothing computed yet; raises WorkerFailedError, CancelledError."""
        vocabulary = self.vocabulary()
        token = cancel or CancelToken()
        with self._one_at_a_time, self._noting_failures():
            token.raise_if_cancelled()
            planned = self._planner.plan(question, vocabulary, conversation=conversation, cancel=token)
        status, plan = str(planned.status), planned.plan
        if status == ANSWERED and plan is None:
            status = UNSUPPORTED
        return Understood(
            question=question,
            status=status,
            plan=plan,
            planned_by=planned.planned_by,
            choices=tuple(planned.choices),
            reading=reading_text(plan, vocabulary) if plan is not None and status != UNSUPPORTED else "",
            model=self._planner.model,
            milliseconds=planned.milliseconds,
            noted=noted,
            span=_one_name(planned.draft),
            conversation=conversation,
            vocabulary=vocabulary,
        )

    def compute(self, understood: Understood) -> Answered:
        """Compute what was understood, and note in the audit trail that a question was asked, never its words."""
        with self._noting_failures():
            answered = self._computed(understood)
        self._book.note_question(status=answered.status, details=_noted(answered) if understood.noted else ())
        return answered

    @contextmanager
    def _noting_failures(self) -> Iterator[None]:
        try:
            yield
        except CofferError as error:
            self._book.note_question(status=error.code)
            raise

    def _computed(self, understood: Understood) -> Answered:
        if understood.status != ANSWERED or understood.plan is None:
            return _not_answered(understood)
        started = time.perf_counter()
        result = self._book.run(understood.plan, understood.vocabulary)
        self._remember(understood, result)
        card = compose(result, understood.vocabulary)
        took = round((time.perf_counter() - started) * 1000)
        return Answered(
            question=understood.question,
            status=ANSWERED,
            text=card.text,
            value=result.value,
            rows=result.rows,
            reading=card.reading,
            choices=understood.choices,
            evidence=result.evidence,
            plan=understood.plan,
            planned_by=understood.planned_by,
            model=understood.model,
            plan_milliseconds=understood.milliseconds,
            run_milliseconds=took,
            total_milliseconds=understood.milliseconds + took,
            noted=understood.noted,
            span=understood.span,
            card=card,
        )

    def _remember(self, understood: Understood, result: Result) -> None:
        """Tell the planner what is shown, so that the next question may point at it."""
        if not understood.conversation:
            return
        only: ResultRow | None = None
        if len(result.evidence) == 1 and not result.rows:
            listed = replace(result.plan, intent=Intent.LIST, group_by=None, limit=None)
            only = next(iter(self._book.run(listed, understood.vocabulary).rows), None)
        with self._one_at_a_time:
            self._planner.remember(understood.conversation, result, only=only)

    def ask_plan(
        self, plan: Plan, *, before: Answered | None, question: str = "", conversation: str = "", noted: bool = True
    ) -> Answered:
        """Compute a plan the owner changed by hand, or one that a page offers; the model has no part in it.

        With a conversation's name, its next question follows this plan.
        """
        vocabulary = self.vocabulary()
        if conversation:
            with self._one_at_a_time:
                self._planner.follow_plan(conversation, plan, vocabulary=vocabulary)
        understood = Understood(
            question=question or (before.question if before is not None else ""),
            status=ANSWERED,
            plan=plan,
            planned_by="rules",
            choices=(),
            reading=reading_text(plan, vocabulary),
            model=before.model if before is not None else self._planner.model,
            milliseconds=0,
            noted=before.noted if before is not None else noted,
            span=before.span if before is not None and not question else "",
            conversation=conversation,
            vocabulary=vocabulary,
        )
        return self.compute(understood)

    def vocabulary(self) -> Vocabulary:
        """The names questions are linked to, as of today."""
        today = self._clock.today()
        if self._vocabulary is None:
            self._vocabulary = self._book.vocabulary()
        if self._vocabulary.today != today:
            self._vocabulary = replace(self._vocabulary, today=today)
        return self._vocabulary

    def _forget(self, changes: Changes) -> None:
        if changes.kinds & _NAMES:
            self._vocabulary = None


def _not_answered(understood: Understood) -> Answered:
    clarify = understood.status == CLARIFY
    text = Ask.which_one(understood.choices) if clarify else unsupported_text(understood.plan)
    return Answered(
        question=understood.question,
        status=understood.status,
        text=text,
        reading=understood.reading,
        choices=understood.choices,
        plan=understood.plan,
        planned_by=understood.planned_by,
        model=understood.model,
        plan_milliseconds=understood.milliseconds,
        run_milliseconds=0,
        total_milliseconds=understood.milliseconds,
        noted=understood.noted,
        span=understood.span,
    )


def _one_name(draft: PlanDraft | None) -> str:
    return draft.names[0] if draft is not None and len(draft.names) == 1 else ""


def _noted(answered: Answered) -> tuple[tuple[str, str], ...]:
    """What the audit trail says of a question: how it was planned and what it touched, never its words or names."""
    plan = answered.plan
    return (
        ("planned_by", answered.planned_by),
        ("plan", plan.intent.value if plan is not None else ""),
        ("model", answered.model),
        ("transactions", str(len(answered.evidence))),
        ("milliseconds", str(answered.total_milliseconds)),
    )


def unsupported_text(plan: Plan | None) -> str:
    """Why it can't be answered, and what can be asked instead."""
    reason = plan.out_of_scope if plan is not None and plan.out_of_scope is not None else OutOfScope.TALK
    return f"{UNSUPPORTED_WORDS[reason.value]} {Ask.CAN_BE_ASKED}"
