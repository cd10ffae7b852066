"""Follow-ups: `and in April?`, `by month`, `show them`, `only the card` edit the last draft; no model is asked."""

import re
from dataclasses import dataclass, replace

from app.assistant.continuing import adds, stepped_back
from app.assistant.edges_of_periods import left_of
from app.assistant.edited import without_names
from app.assistant.language import Language
from app.assistant.names import EXACT, NameKind, folded
from app.assistant.one_purchase import ONE_PURCHASE
from app.assistant.question import PAUSE, Question, last_forms
from app.assistant.relative_periods import relative_step
from app.assistant.resolving import Resolver
from app.assistant.short_follow_ups import short_follow_up
from app.assistant.shown import NOTHING, Shown
from app.assistant.spans_of_time import as_span
from app.domain.plan import Flow, GroupBy, Intent, PlanDraft

LONGEST = 7
"""A follow-up is short; more words are a question of their own."""
LEAST_SCORE = 0.85
SURE_SCORE = 0.851
"""A free name must fit better than a slip of the fingers may."""
_IN_FRONT = frozenset(
    {"in", "for", "on", "during", "at", "the", "with", "from", "over", "my", "about", "to", "of", "card"}
)
_TAKEN_OUT = re.compile(
    r"(?:leave|take|keep) (?:the |my )?(?P<what>.+?) out(?: of (?:it|that|this))?(?: as well| too| also)?"
)
_YES = frozenset({"yes", "y", "yes please", "right", "correct", "exactly", "that one", "yep", "ja"})
_COMMANDS = (
    ("show", Intent.LIST),
    ("count", Intent.COUNT),
    ("total", Intent.TOTAL),
    ("average", Intent.AVERAGE),
    ("largest", Intent.LARGEST),
)
_IN_TIME = frozenset({GroupBy.DAY, GroupBy.WEEK, GroupBy.MONTH, GroupBy.QUARTER, GroupBy.YEAR})
_UNGROUPED = (
    Intent.TOTAL,
    Intent.SHARE,
    Intent.RANKING,
    Intent.BREAKDOWN,
    Intent.LIST,
    Intent.COUNT,
    Intent.COMPARE,
    Intent.LARGEST,
)


@dataclass(frozen=True, slots=True)
class Turn:
    """The last question of a conversation: its draft, and what it asked back where it did."""

    draft: PlanDraft
    choices: tuple[str, ...] = ()
    asked_span: str = ""
    before: PlanDraft | None = None
    """The draft of the question before."""
    seen: Shown = NOTHING
    """What the answers so far have shown."""


def follow_up(question: Question, last: Turn, *, resolver: Resolver, language: Language) -> PlanDraft | None:
    """The last draft as this question edits it; None where it stands on its own."""
    words = [last_forms(word)[0] if last_forms(word) else word for word in question.words]
    chosen = _choice(" ".join(words), last)
    if chosen is not None:
        return chosen
    plain = _without_tail(_without_lead([word for word in words if word != PAUSE], language), language)
    short = short_follow_up(" ".join(plain), last.draft, before=last.before, resolver=resolver, language=language)
    told = short or _told_after(words, last, language=language)
    if told is not None or adds(" ".join(words)):
        return told
    if PAUSE in words[1:-1]:
        return _in_two_parts(question, last, resolver=resolver, language=language)
    if not plain or len(plain) > LONGEST or last.draft.intent is Intent.UNSUPPORTED:
        return None
    return _edited(plain, last.draft, resolver=resolver, language=language, led=len(plain) < len(words))


def _edited(
    rest: list[str], draft: PlanDraft, *, resolver: Resolver, language: Language, led: bool
) -> PlanDraft | None:
    """The draft with another figure, group, exclusion, period or name."""
    return (
        _by_command(" ".join(rest), draft, language=language)
        or _grouped(rest, draft, language=language)
        or _excluding(rest, draft, resolver=resolver, language=language)
        or _at_another_time(rest, draft, resolver=resolver)
        or _about_another_name(rest, draft, resolver=resolver, led=led)
    )


def _choice(text: str, last: Turn) -> PlanDraft | None:
    """One of the readings that were offered, put in the place of the span that was asked about."""
    if last.choices and not last.asked_span and folded(text) in {folded(last.choices[0]), *_YES}:
        return last.draft
    chosen = next((choice for choice in last.choices if folded(choice) == folded(text)), None)
    if chosen is None:
        return None
    draft = last.draft
    if draft.when == last.asked_span:
        return replace(draft, when=chosen)
    if draft.other_when == last.asked_span:
        return replace(draft, other_when=chosen)
    return replace(
        draft,
        names=_swapped(draft.names, last.asked_span, new=chosen),
        without=_swapped(draft.without, last.asked_span, new=chosen),
        other_names=_swapped(draft.other_names, last.asked_span, new=chosen),
    )


def _swapped(names: tuple[str, ...], old: str, *, new: str) -> tuple[str, ...]:
    return tuple(new if name == old else name for name in names)


def _without_lead(words: list[str], language: Language) -> list[str]:
    text = " ".join(words)
    for lead in sorted(language.table("follow").get("leads", ()), key=len, reverse=True):
        if text.startswith(f"{lead} "):
            return _without_lead(text[len(lead) + 1 :].split(), language)
    return words


def _told_after(words: list[str], last: Turn, *, language: Language) -> PlanDraft | None:
    """`when was that` after one purchase: its sentence tells the day."""
    asked = " ".join(words) in language.table("follow").get("when", ())
    return last.draft if asked and last.draft.intent in ONE_PURCHASE else None


def _in_two_parts(question: Question, last: Turn, *, resolver: Resolver, language: Language) -> PlanDraft | None:
    """`just shopping, what were those`: a name or a period, then a command."""
    place = question.words.index(PAUSE, 1)
    command = " ".join(question.words[place + 1 :])
    intent = next((intent for key, intent in _COMMANDS if command in language.table("follow").get(key, ())), None)
    edited = follow_up(Question(question.words[:place]), last, resolver=resolver, language=language)
    if edited is None or intent is None:
        return edited if edited is not None and command in language.table("follow").get("tails", ()) else None
    return replace(edited, intent=intent, group_by=None, subscription=None, limit="", as_percent=False)


def _without_tail(words: list[str], language: Language) -> list[str]:
    tails = set(language.table("follow").get("tails", ()))
    while len(words) > 1 and words[-1] in tails:
        words = words[:-1]
    return words


def _by_command(text: str, draft: PlanDraft, *, language: Language) -> PlanDraft | None:
    """`show them`, `how many`, `on average`, `the biggest`: the same transactions, another figure."""
    follow = language.table("follow")
    for key, intent in _COMMANDS:
        if text in follow.get(key, ()):
            if intent is Intent.TOTAL and draft.intent in ONE_PURCHASE:
                return draft
            kept = draft.group_by if intent is Intent.AVERAGE and draft.group_by in _IN_TIME else None
            return replace(
                draft,
                intent=intent,
                group_by=kept,
                subscription=None,
                limit="",
                as_percent=False,
                other_names=(),
                other_when="",
            )
    return None


def _grouped(words: list[str], draft: PlanDraft, *, language: Language) -> PlanDraft | None:
    groups, text = language.table("groups"), " ".join(words)
    leads = sorted(language.table("follow").get("by", ()), key=len, reverse=True)
    alone = words[0].endswith("ly") or len(words) == 3
    group = groups.get(text) if alone else None
    for lead in leads:
        if group is None and text.startswith(f"{lead} "):
            group = groups.get(text[len(lead) + 1 :])
    if group is None or draft.intent not in (
        *_UNGROUPED,
        Intent.AVERAGE,
        Intent.NET,
        Intent.BALANCE,
        Intent.SAVINGS_RATE,
    ):
        return None
    per = words[0] == "per" and draft.intent is Intent.TOTAL and GroupBy(group) in _IN_TIME
    intent = Intent.AVERAGE if per else Intent.BREAKDOWN if draft.intent in _UNGROUPED else draft.intent
    return replace(draft, intent=intent, group_by=GroupBy(group), limit="", other_names=())


def _excluding(words: list[str], draft: PlanDraft, *, resolver: Resolver, language: Language) -> PlanDraft | None:
    text = " ".join(words)
    if found := _TAKEN_OUT.fullmatch(text):
        text = f"without {found.group('what')}"
    for lead in language.table("follow").get("without", ()):
        span = text[len(lead) + 1 :]
        out, whole = resolver.days(span), resolver.days(draft.when) if draft.when else None
        if text.startswith(f"{lead} ") and out is not None and whole is not None:
            left = left_of(whole, out, today=resolver.vocabulary.today)
            return replace(draft, when=as_span(left)) if left is not None else None
        parts = _told_apart(span, resolver) if text.startswith(f"{lead} ") else ()
        if parts or (text.startswith(f"{lead} ") and resolver.linked(span).best.score >= LEAST_SCORE):
            return without_names(draft, parts or (span,), resolver=resolver)
    return None


def _at_another_time(words: list[str], draft: PlanDraft, *, resolver: Resolver) -> PlanDraft | None:
    for start in range(len(words)):
        if any(word not in _IN_FRONT for word in words[:start]):
            return None
        span = " ".join(words[start:])
        if (relative_step(span) or span.endswith(" before")) and (
            stepped := stepped_back(span, draft, resolver=resolver)
        ):
            return replace(draft, when=stepped)
        if resolver.days(span) is not None:
            return replace(draft, when=span)
    return None


def _about_another_name(words: list[str], draft: PlanDraft, *, resolver: Resolver, led: bool) -> PlanDraft | None:
    """Another payee, category or account: it takes the place of those of its kind, and stands beside the others."""
    while len(words) > 1 and words[0] in _IN_FRONT - {"card"}:
        words = words[1:]
        led = True
    span = " ".join(words)
    if set(words) <= set(resolver.language.table("nameless").get("words", ())) - {"card"}:
        return None
    held = draft.intent is Intent.BALANCE or draft.flow is Flow.TRANSFERS
    linked = resolver.linked(span, accounts_first=held)
    named = _told_apart(span, resolver)
    if not led or (linked.best.score < SURE_SCORE and not named):
        return None
    account = linked.best.kind is NameKind.ACCOUNT
    kept = tuple(
        name
        for name in draft.names
        if (resolver.linked(name, accounts_first=held).best.kind is NameKind.ACCOUNT) is not account
    )
    grouped = {GroupBy.PAYEE: NameKind.PAYEE, GroupBy.CATEGORY: NameKind.CATEGORY, GroupBy.ACCOUNT: NameKind.ACCOUNT}
    if (
        draft.intent in {Intent.BREAKDOWN, Intent.RANKING}
        and grouped.get(draft.group_by or GroupBy.DAY) is linked.best.kind
    ):
        draft = replace(draft, intent=Intent.TOTAL, group_by=None, limit="", ascending=False)
    if draft.flow is Flow.TRANSFERS and not account and (flows := resolver.flows(named or (span,))):
        draft, kept = replace(draft, flow=Flow.SPENDING if Flow.SPENDING in flows else min(flows, key=str)), ()
    meant = {resolver.linked(name).best.names for name in (named or (span,))}
    without = tuple(name for name in draft.without if resolver.linked(name).best.names not in meant)
    return replace(draft, names=(*kept, *(named or (span,))), without=without)


def _told_apart(span: str, resolver: Resolver) -> tuple[str, ...]:
    """Two names in one span, each known by itself: `restaurants and cafes`; empty where it is one."""
    parts = tuple(re.split(r" (?:and|plus|&|or) (?:the )?", span))
    known = all(resolver.linked(part).best.score >= SURE_SCORE for part in parts)
    return parts if len(parts) > 1 and known and resolver.linked(span).best.score < EXACT else ()
