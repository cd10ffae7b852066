"""One question through planner, books and figure check, as the contract's JSON."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from app.assistant.answer import AnswerCard, compose
from app.cli.answer_json import plan_json, result_json
from app.domain.plan import Plan
from app.domain.vocabulary import Vocabulary
from app.ledger.book import Book
from app.presenters.texts_terminal import Messages

ANSWERED, CLARIFY, UNSUPPORTED = "answered", "clarify", "unsupported"


class PlannedQuestion(Protocol):
    """What planning gave."""

    @property
    def status(self) -> str: ...
    @property
    def plan(self) -> Plan | None: ...
    @property
    def planned_by(self) -> str: ...
    @property
    def choices(self) -> Sequence[str]: ...
    @property
    def milliseconds(self) -> int: ...


class QuestionPlanner(Protocol):
    """Turns a question into a plan; keeps its model warm until it is closed."""

    def plan(self, question: str, vocabulary: Vocabulary, *, conversation: str = "") -> PlannedQuestion: ...
    def close(self) -> None: ...
    @property
    def model(self) -> str:
        """`sha256:` and the digest of the model in use."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer: what is printed, and the card behind it."""

    json: dict[str, Any]
    text: str
    card: AnswerCard | None = None


@dataclass(slots=True)
class Asking:
    """Answers questions of one open book; the names are read again after each change."""

    book: Book
    planner: QuestionPlanner
    _vocabulary: Vocabulary | None = field(default=None, init=False)

    def answer(self, question: str, *, conversation: str = "") -> Answer:
        """Plan, compute and compose; raises PlanRefusedError, WorkerFailedError."""
        started = time.perf_counter()
        vocabulary = self._vocabulary = self._vocabulary or self.book.vocabulary()
        planned = self.planner.plan(question, vocabulary, conversation=conversation)
        status = str(planned.status)
        self.book.record_question(status=status, planned_by=planned.planned_by)
        base = {
            "status": status,
            "plan": plan_json(planned.plan),
            "planned_by": planned.planned_by,
            "model": self.planner.model,
        }
        if status != ANSWERED or planned.plan is None:
            return _not_answered(base, planned, milliseconds=_milliseconds(started))
        ran = time.perf_counter()
        result = self.book.run(planned.plan, vocabulary)
        run = _milliseconds(ran)
        card = compose(result, vocabulary)
        found = {
            **base,
            "text": card.text,
            **result_json(result),
            "reading": card.reading,
            "choices": [],
            "milliseconds": {"plan": planned.milliseconds, "run": run, "total": _milliseconds(started)},
        }
        return Answer(json=found, text=card.text, card=card)


def _not_answered(base: dict[str, Any], planned: PlannedQuestion, *, milliseconds: int) -> Answer:
    clarify = base["status"] == CLARIFY
    text = Messages.which_one(tuple(planned.choices)) if clarify else Messages.CAN_BE_ASKED
    found = {
        **base,
        "text": text,
        "value": None,
        "rows": [],
        "reading": "",
        "choices": list(planned.choices),
        "evidence": [],
        "milliseconds": {"plan": planned.milliseconds, "run": 0, "total": milliseconds},
    }
    return Answer(json=found, text=text)


def _milliseconds(since: float) -> int:
    return round((time.perf_counter() - since) * 1000)
