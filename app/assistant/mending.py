"""What rules do better than a small model: spans it passed over, limits turned round, and intents that one cue settles.

Each rule looks at the question's words; none guesses. What the model chose stays unless a cue contradicts it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from app.assistant.amounts import count
from app.assistant.cues import by_cues
from app.assistant.language import Language
from app.assistant.names import WITHIN, NameKind
from app.assistant.question import Question
from app.assistant.resolving import Resolver
from app.assistant.spots import covered, free_runs, place_of, text_of
from app.domain.plan import Flow, Intent, PlanDraft

_PERIODLESS = frozenset({Intent.UNSUPPORTED, Intent.SUBSCRIPTIONS})
_NAMELESS = frozenset(
    {Intent.COMPARE, Intent.SHARE, Intent.SUBSCRIPTIONS, Intent.SAVINGS_RATE, Intent.NET, Intent.PRICE_CHANGES}
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_MONEY = re.compile(r"[$€£]?\d+[.,]\d\d[$€£]?")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the rules look at."""

    question: Question
    resolver: Resolver
    language: Language


_Rule = Callable[[PlanDraft, Asked], PlanDraft]


def mended(draft: PlanDraft, question: Question, *, resolver: Resolver, language: Language) -> PlanDraft:
    """The draft with what rules put right; one out of scope stays as it is."""
    if draft.intent is Intent.UNSUPPORTED:
        return draft
    asked = Asked(question, resolver, language)
    for rule in _RULES:
        draft = rule(draft, asked)
    return draft


def _limits(draft: PlanDraft, asked: Asked) -> PlanDraft:
    """A limit's side is said by the word before it; a year or a day of the calendar is no amount."""
    for here, there in (("at_least", "at_most"), ("at_most", "at_least")):
        span = getattr(draft, here)
        if not span:
            continue
        months = asked.language.table("months")
        if _YEAR.fullmatch(span) or any(word in months for word in span.split()):
            draft = _limited(draft, here, span="")
            continue
        place = place_of(span, asked.question.words)
        before = " ".join(asked.question.words[max(0, place.start - 3) : place.start]) if place else ""
        words = asked.language.table("limits").get("under" if here == "at_least" else "over", ())
        if not getattr(draft, there) and any(before.endswith(word) for word in words):
            draft = _limited(_limited(draft, here, span=""), there, span=span)
    return draft


def _limited(draft: PlanDraft, side: str, *, span: str) -> PlanDraft:
    return replace(draft, at_least=span) if side == "at_least" else replace(draft, at_most=span)


def _exact(draft: PlanDraft, asked: Asked) -> PlanDraft:
    """An amount taken for a period: `the payment with 13.99`."""
    if draft.when and _MONEY.fullmatch(draft.when) and asked.resolver.days(draft.when) is None:
        return replace(draft, when="", at_least=draft.when, at_most=draft.when)
    return draft


def _counted(draft: PlanDraft, asked: Asked) -> PlanDraft:
    """How many says a number from 1 to 1000; a year is a period."""
    number = count(draft.limit, asked.language) if draft.limit else 1
    return replace(draft, limit="") if number is None or _YEAR.fullmatch(draft.limit) else draft


def _period(draft: PlanDraft, asked: Asked) -> PlanDraft:
    """A period that was passed over, or taken too short."""
    if draft.intent in _PERIODLESS or draft.other_when:
        return draft
    dated = next((name for name in draft.names if not draft.when and _is_period(name, asked)), "")
    if dated:
        return replace(draft, names=tuple(name for name in draft.names if name != dated), when=dated)
    if draft.when and asked.resolver.days(draft.when) is None:
        other = _dated_run(replace(draft, when=""), asked)
        return replace(draft, when=other) if other else draft
    if draft.when:
        wider = _wider(draft.when, asked, draft=draft)
        return replace(draft, when=wider)
    if draft.intent is Intent.COMPARE:
        return draft
    found = _dated_run(draft, asked)
    return replace(draft, when=found) if found else draft


def _is_period(name: str, asked: Asked) -> bool:
    known = asked.resolver.linked(name).best.kind is not NameKind.NOTHING
    return not known and _dated(name, asked.language) and asked.resolver.days(name) is not None


def _dated_run(draft: PlanDraft, asked: Asked) -> str:
    """The longest run of words no span has taken that is a period for certain; empty where there is none."""
    for run in free_runs(asked.question.words, covered(draft, asked.question.words), longest=7):
        span = text_of(run, asked.question.words)
        if span and _dated(span, asked.language) and asked.resolver.days(span) is not None:
            return span
    return ""


def _dated(span: str, language: Language) -> bool:
    """Whether a run of words is about days for certain: a month, a year, a unit with `last` or `this`, a day's name."""
    words = span.split()
    if words in (["may"], ["march"], ["second"], ["fall"], ["sat"], ["mar"]):
        return False
    if any(_YEAR.fullmatch(word) for word in words):
        return True
    names = ("months", "seasons", "weekdays")
    if any(word in language.table(name) for name in names for word in words):
        return True
    leads = {*language.lead("this"), *language.lead("last"), *language.lead("past")}
    units = language.table("units")
    return (
        (any(word in units for word in words) and (words[0] in leads or "ago" in words or "since" in words))
        or (words in (["yesterday"], ["ytd"], ["lately"], ["recently"]))
        or bool(re.fullmatch(r"q[1-4]( (19|20)\d\d)?", span))
    )


def _wider(span: str, asked: Asked, *, draft: PlanDraft) -> str:
    """The span with the words beside it that no other span has, where only so it has a year or an end."""
    place = place_of(span, asked.question.words)
    if not place:
        return span
    days = asked.resolver.days(span)
    taken = covered(replace(draft, when=""), asked.question.words)
    for after in (4, 3, 2, 1):
        run = range(place.start, place.stop + after)
        if run.stop > len(asked.question.words) or taken & set(run):
            continue
        wider = text_of(run, asked.question.words)
        added = wider[len(span) :].split()
        found = asked.resolver.days(wider)
        if found is not None and found != days and _dated(" ".join(added), asked.language):
            return wider
    return span


def _names(draft: PlanDraft, asked: Asked) -> PlanDraft:
    """A name taken too short, or none taken although one stands there."""
    draft = replace(draft, names=tuple(_longer(name, asked, draft=draft) for name in draft.names))
    kinds = {name: asked.resolver.linked(name).best.kind for name in draft.names}
    known = tuple(name for name, kind in kinds.items() if kind is not NameKind.NOTHING)
    accounts = tuple(name for name in known if kinds[name] is NameKind.ACCOUNT)
    only_accounts = bool(known) and accounts == known and draft.intent is not Intent.BALANCE
    if (known and not only_accounts) or draft.other_names or draft.intent in _NAMELESS or draft.flow is Flow.TRANSFERS:
        return draft
    found = _passed_over(draft, asked)
    return replace(draft, names=(*known, found)) if found else draft


def _longer(name: str, asked: Asked, *, draft: PlanDraft) -> str:
    """`fuel` in `cascade fuel` where that is a payee."""
    place = place_of(name, asked.question.words)
    best = asked.resolver.linked(name).best
    if not place or best.kind is NameKind.ACCOUNT:
        return name
    taken = covered(draft, asked.question.words) - set(place)
    for start, stop in ((place.start - 1, place.stop), (place.start, place.stop + 1), (place.start - 2, place.stop)):
        run = range(max(start, 0), min(stop, len(asked.question.words)))
        if len(run) == len(place) or taken & set(run):
            continue
        wider = text_of(run, asked.question.words)
        linked = asked.resolver.linked(wider).best
        if linked.kind is NameKind.PAYEE and linked.score == 1.0 and linked.names != best.names:
            return wider
    return name


def _passed_over(draft: PlanDraft, asked: Asked) -> str:
    idle = set(asked.language.table("nameless").get("words", ()))
    accounts_first = draft.intent is Intent.BALANCE
    for run in free_runs(asked.question.words, covered(draft, asked.question.words), longest=4):
        span = text_of(run, asked.question.words)
        words = set(span.split())
        if not span or words & idle or _dated(span, asked.language) or len(span) < 4:
            continue
        best = asked.resolver.linked(span, accounts_first=accounts_first).best
        if best.score < WITHIN or best.kind is NameKind.NOTHING:
            continue
        if (best.kind is NameKind.ACCOUNT) is accounts_first:
            return span
    return ""


def _cues(draft: PlanDraft, asked: Asked) -> PlanDraft:
    kinds = {asked.resolver.linked(name, accounts_first=True).best.kind for name in draft.names}
    return by_cues(draft, asked.question, only_accounts=kinds == {NameKind.ACCOUNT})


def _flow(draft: PlanDraft, asked: Asked) -> PlanDraft:
    """Insurance, rent and the like are no income, unless the question says that money came in."""
    incoming = set(asked.language.table("incoming").get("words", ())) & set(asked.question.words)
    if draft.flow is not Flow.INCOME or draft.intent is Intent.SHARE or not draft.names or incoming:
        return draft
    found = [asked.resolver.linked(name).best.kind for name in draft.names]
    spent = all(kind is NameKind.CATEGORY for kind in found) and not any(map(asked.resolver.earns, draft.names))
    return replace(draft, flow=Flow.SPENDING) if spent else draft


def _share(draft: PlanDraft, asked: Asked) -> PlanDraft:
    """`what part of my income is rent`: rent is no income, so it is spending against income."""
    if draft.intent is not Intent.SHARE or draft.flow is not Flow.INCOME or not draft.names:
        return draft
    if any(asked.resolver.earns(name) for name in draft.names):
        return draft
    others = (
        draft.other_names or tuple(word for word in asked.question.words if word in {"income", "salary", "pay"})[:1]
    )
    return replace(draft, flow=Flow.SPENDING, other_names=others or ("income",))


_RULES: tuple[_Rule, ...] = (_limits, _exact, _counted, _cues, _flow, _share, _period, _names)
