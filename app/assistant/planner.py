"""A question becomes a plan: rules where they are certain, else the model under a grammar made for this question."""

import math
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Protocol

from app.assistant.asides import without_asides
from app.assistant.borrowed import in_english
from app.assistant.continuing import Earlier, continued
from app.assistant.conversation import Turn, follow_up
from app.assistant.corrections import as_meant
from app.assistant.drafted import draft_of
from app.assistant.flows_of_names import likeliest
from app.assistant.grammar import grammar_for
from app.assistant.language import Language
from app.assistant.mending import mended
from app.assistant.names import WITHIN, NameKind
from app.assistant.nothing_before import means_bills, points_at_nothing
from app.assistant.plan_text import SEPARATOR, read
from app.assistant.planned import Planned, PlannedStatus, refusal
from app.assistant.pointing import Pointed, pointed
from app.assistant.prompt import prompt_for
from app.assistant.question import MOST_READ, Question, plain
from app.assistant.readings import reading_text
from app.assistant.resolved import Resolved
from app.assistant.resolving import Resolver
from app.assistant.rules import by_rule
from app.assistant.shown import NOTHING, shown
from app.assistant.terse import is_side_by_side, total_of_names
from app.base.tasks import CancelToken
from app.domain.plan import Filter, Flow, Intent, OutOfScope, Plan, PlanDraft
from app.domain.result import Result, ResultRow
from app.domain.vocabulary import Vocabulary
from app.workers.model_client import Completion

LEAST_CONFIDENCE = 0.1
"""Below it the reading is shown and asked about; see the calibration table of the model card."""
MOST_CONVERSATIONS = 64
LONGEST_NAME = 5


class Model(Protocol):
    """What the planner needs of workers.model_client.ModelClient."""

    def complete(self, prompt: str, grammar: str, *, cancel: CancelToken | None = None) -> Completion: ...


class Planner:
    """Plans questions. `model` is None where none is installed: rules alone then. Calls block; one at a time."""

    def __init__(
        self,
        model: Model | None,
        language: Language,
        *,
        tuned: bool = True,
        digest: str = "",
        rules: Callable[[Question], PlanDraft | None] = by_rule,
    ) -> None:
        self._model = model
        self._language = language
        self._tuned = tuned
        self._digest = digest
        self._rules = rules
        self._turns: OrderedDict[str, Turn] = OrderedDict()

    @property
    def model(self) -> str:
        """`sha256:` and the digests of the files in use; empty without a model."""
        return self._digest

    def plan(
        self, question: str, vocabulary: Vocabulary, *, conversation: str = "", cancel: CancelToken | None = None
    ) -> Planned:
        """Plan one question; with a conversation's name, follow-ups edit its last plan.

        Raises:
            ModelRefusedError, WorkerFailedError, PlanRefusedError; CancelledError, and nothing is remembered then.
        """
        started = time.perf_counter()
        resolver = Resolver(vocabulary, self._language)
        last = self._turns.get(conversation) if conversation else None
        said = in_english(as_meant(question[:MOST_READ]), resolver=resolver, language=self._language)
        told = without_asides(said, known=resolver.names_or_dates, named=partial(_is_a_payee, resolver=resolver))
        pointing = pointed(plain(told), last.seen if last is not None else None, language=self._language)
        asked = pointing.meant
        draft, confidence, planned_by = self._draft(pointing, resolver, last=last, cancel=cancel)
        unsaid = last is None and points_at_nothing(draft, asked, language=self._language)
        if unsaid or means_bills(draft, asked, language=self._language):
            draft = draft if draft.intent is not Intent.UNSUPPORTED else PlanDraft(intent=Intent.TOTAL)
            plan = resolver.plan(draft, asked.text).plan
            planned = Planned(status=PlannedStatus.CLARIFY, plan=plan, draft=draft, confidence=confidence)
        else:
            planned = self._planned(draft, asked, resolver=resolver, confidence=confidence)
        if conversation:
            self._remember(conversation, planned, draft=draft, resolver=resolver)
        took = round((time.perf_counter() - started) * 1000)
        return replace(planned, planned_by=planned_by, milliseconds=took, question=asked.text)

    def forget(self) -> None:
        """Drop all conversations."""
        self._turns.clear()

    def follow_plan(self, conversation: str, plan: Plan, *, vocabulary: Vocabulary) -> None:
        """Let the next question of a conversation follow this plan, which the owner chose by hand."""
        last = self._turns.pop(conversation, None)
        draft = draft_of(plan, Resolver(vocabulary, self._language))
        if draft is not None:
            seen = last.seen if last is not None else NOTHING
            self._keep(conversation, Turn(draft, before=last.draft if last is not None else None, seen=seen))

    def remember(self, conversation: str, result: Result, *, only: ResultRow | None = None) -> None:
        """Keep what an answer has shown, for follow-ups that point at it; `only` is the one transaction behind it."""
        turn = self._turns.get(conversation)
        if turn is not None:
            self._turns[conversation] = replace(turn, seen=shown(result, turn.seen, only=only))

    def _draft(
        self, pointing: Pointed, resolver: Resolver, *, last: Turn | None, cancel: CancelToken | None
    ) -> tuple[PlanDraft, float, str]:
        asked = pointing.meant
        if last is not None and not pointing.stands_for:
            told = follow_up(asked, last, resolver=resolver, language=self._language)
            if told is not None:
                return told, 1.0, "rules"
        draft = self._rules(asked) or _bare_name(asked, resolver)
        if draft is not None:
            return draft, 1.0, "rules"
        if self._model is None:
            return PlanDraft(intent=Intent.UNSUPPORTED, out_of_scope=OutOfScope.TALK), 1.0, "rules"
        before = last.draft if last is not None else None
        prompt = prompt_for(pointing.told, tuned=self._tuned, last=before)
        grammar = grammar_for(pointing.told, following=before is not None)
        completion = self._model.complete(prompt, grammar, cancel=cancel)
        draft = mended(pointing.named(read(completion.text)), asked, resolver=resolver, language=self._language)
        talk = draft.out_of_scope is OutOfScope.TALK or is_side_by_side(asked)
        if draft.intent is Intent.UNSUPPORTED and talk and last is None:
            draft = total_of_names(asked, resolver=resolver, language=self._language) or draft
        if last is not None and draft.intent is Intent.UNSUPPORTED:
            told = mended(PlanDraft(intent=Intent.TOTAL), asked, resolver=resolver, language=self._language)
            draft = replace(draft, names=told.names, when=told.when, without=told.without)
        if last is not None and not pointing.apart:
            draft = continued(draft, asked, earlier=Earlier(last.draft, last.before, last.seen), resolver=resolver)
        return draft, chance(completion), "model"

    def _planned(self, draft: PlanDraft, asked: Question, *, resolver: Resolver, confidence: float) -> Planned:
        if draft.intent is Intent.UNSUPPORTED:
            reason = draft.out_of_scope or OutOfScope.TALK
            return Planned(status=PlannedStatus.UNSUPPORTED, plan=refusal(reason), draft=draft, confidence=confidence)
        resolved = resolver.plan(draft, asked.text)
        sure = confidence * resolved.score
        if resolved.days_to_come:
            plan = refusal(OutOfScope.FORECAST)
            return Planned(status=PlannedStatus.UNSUPPORTED, plan=plan, draft=draft, confidence=sure)
        if resolved.ask:
            return _question_back(resolved, draft, confidence=sure)
        if sure < LEAST_CONFIDENCE or _tells_nothing(resolved.plan):
            choices = (reading_text(resolved.plan, resolver.vocabulary),)
            return Planned(
                status=PlannedStatus.CLARIFY, plan=resolved.plan, draft=draft, confidence=sure, choices=choices
            )
        return Planned(
            status=PlannedStatus.ANSWERED, plan=resolved.plan, draft=draft, confidence=sure, choices=resolved.choices
        )

    def _remember(self, conversation: str, planned: Planned, *, draft: PlanDraft, resolver: Resolver) -> None:
        if draft.intent is Intent.UNSUPPORTED:
            return
        clarifying = planned.status is PlannedStatus.CLARIFY
        span = resolver.plan(draft, planned.question).asked_span if clarifying else ""
        last = self._turns.get(conversation)
        before = last.draft if last is not None else None
        seen = last.seen if last is not None else NOTHING
        self._keep(conversation, Turn(draft, planned.choices if clarifying else (), span, before, seen))

    def _keep(self, conversation: str, turn: Turn) -> None:
        self._turns[conversation] = turn
        self._turns.move_to_end(conversation)
        while len(self._turns) > MOST_CONVERSATIONS:
            self._turns.popitem(last=False)


def _is_a_payee(word: str, *, resolver: Resolver) -> bool:
    return resolver.may_name(word) and resolver.linked(word).best.kind is NameKind.PAYEE


def _tells_nothing(plan: Plan) -> bool:
    """A comparison with a name the vault doesn't know, and the share that all of the spending has of itself."""
    of_all = plan.where == plan.without == Filter() and not (plan.weekdays or plan.at_least or plan.at_most)
    if plan.intent is Intent.SHARE and of_all and plan.other_flow is None and plan.other_period in {None, plan.period}:
        return True
    sides = (plan.where, plan.other_where)
    return plan.intent is Intent.COMPARE and any(side.text for side in sides if side is not None)


def _bare_name(asked: Question, resolver: Resolver) -> PlanDraft | None:
    """A question that is one known payee's name and nothing else asks what was spent there."""
    best = resolver.linked(asked.text).best if len(asked.words) <= LONGEST_NAME else None
    if best is None or best.kind is not NameKind.PAYEE or best.score < WITHIN:
        return None
    flows = resolver.flows((asked.text,)) or {Flow.SPENDING}
    return PlanDraft(intent=Intent.TOTAL, flow=likeliest(flows), names=(asked.text,))


def _question_back(resolved: Resolved, draft: PlanDraft, *, confidence: float) -> Planned:
    return Planned(
        status=PlannedStatus.CLARIFY, plan=resolved.plan, draft=draft, confidence=confidence, choices=resolved.ask
    )


def chance(completion: Completion) -> float:
    """The probability of what the model alone decides: the plan's head.

    Names, periods and amounts are checked by rules, so how sure the model was of their words says nothing.
    """
    total, written = 0.0, ""
    for token in completion.tokens:
        written += token.text
        if SEPARATOR.rstrip() in written:
            break
        total += token.log_chance
    return math.exp(total)
