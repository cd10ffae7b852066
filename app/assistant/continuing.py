"""Follow-ups the model has read: reasons, names pointed at, and periods counted from the last one, then edited."""

import re
from dataclasses import dataclass, replace

from app.assistant.edited import edited, is_account
from app.assistant.follow_up_cues import settled_by_cue, several_together, summed_rows
from app.assistant.leaning import leaning
from app.assistant.names import NameKind
from app.assistant.one_purchase import about_the_one
from app.assistant.question import Question, plain
from app.assistant.relative_periods import following, month_before, relative_step, stepped
from app.assistant.resolving import Resolver
from app.assistant.short_follow_ups import joined_names, of_the_two
from app.assistant.shown import NOTHING, Shown
from app.assistant.spans_of_time import as_span, unit_of
from app.domain.plan import Flow, GroupBy, Intent, Measure, PlanDraft

_HUMMED = re.compile(r"^(?:(?:hm+|huh|uh|um|erm|well|oh|ah|hey|right|yeah|yes|no) ,? ?)+")
_WHY = re.compile(
    r"^(?:and |but |so )?(?:why|why's|whys|how come|what drove|what made|what caused|what's behind|what is behind|"
    r"reason)\b|\b(?:why|how come)$"
)
_APART_FROM_IT = re.compile(
    r"\b(?:apart from|besides|except|excluding|without|other than|not counting) (?:it|that|them|this|those|"
    r"these)(?: two| ones)?$"
)
_POINTED = re.compile(r"(?:it|that|them|this|those|these|both)(?: two| ones)?")
_OTHER_ACCOUNT = re.compile(r"\bother (?:account|card)s?\b")
_IN_VISITS_WORDS = frozenset({"visits", "trips", "purchases", "payments", "counting", "times"})
_IN_VISITS = re.compile(
    r"(?:(?:^|, )(?:and )?(?:in|by|as)|\b(?:counted|measured|told|put|but|just|only|now|that) (?:in|by|as)) "
    r"(?:(?:the )?(?:number|count) of )?(?:visits|purchases|payments|times|numbers?|trips)\b|"
    r"\bcount(?:ing)? (?:the )?(?:visits|purchases|payments|times|trips)\b|"
    r"\bin terms of (?:the )?(?:number of )?(?:visits|purchases|payments|trips)\b"
)
_PER_VISIT = re.compile(
    r"(?:and |so )?(?:what about )?(?:per|a|each|for each|on average per) (?:visit|purchase|trip|time|payment)"
)
_COUNTED = frozenset({Intent.COUNT, Intent.COMPARE, Intent.RANKING})
_HELD_THERE = re.compile(
    r"\bhow much (?:is|was|were|have i|do i have) (?:still |left )?(?:there )?(?:in|on) (?:there|it)\b"
)
_UP_OR_DOWN = re.compile(r"^(?:and |so |is |was |is that |was that )*(?:up or down|more or less|down or up)\b")
_BEFORE = "the period before"
_GROUPED = frozenset({Intent.RANKING, Intent.BREAKDOWN})
_OF_WHAT = re.compile(r"\b(?:of|share|part)\b")
_WHICH = re.compile(r"\b(?:which|worst|best)\b(?!.*\b(?:purchase|payment|transaction|bill|charge)\b)")
_THROWN_IN = re.compile(r"\b(?:thrown in|added in|on top|as well|added)$")
_ADDED_UP = re.compile(r"\b(?:added (?:up|together)|together|combined|altogether)$")
_WITH_THAT = re.compile(r"\b(?:with|plus|to|of) (?:that|it|this|those|them|these)\b|\b(?:all|also|too|as well)\b")
_INSTEAD = re.compile(r"\b(?:rather than|instead of|not) ")
_SO_FAR = re.compile(r"^(?:and |the )*(?:total|sum|in total|altogether|all in all) so far$|^so far in (?:total|all)$")
_ORDINAL_ONE = re.compile(r"(?:the )?(first|second|third|fourth|last)(?: one)?")
_WHOLE = re.compile(r"\b(?:the|that) (?:whole|entire|full) (?P<unit>month|week|quarter|year)\b(?! of\b)")
_LAST_YEARS = re.compile(r"(?:the )?(?:last year(?:'s| then)?|previous year|year before|prior year|a year ago)")
_YEAR_EARLIER = "the same period a year earlier"
MOST_OF_A_YEAR = 190
_BY = re.compile(r"\b(?:by|per|each)\b")
_JOINED = re.compile(r"^(?:and |so |now |then |what about |how about )+")
_UNIT_OF = re.compile(r"\b(?:quarter|half|week|month)\b.*")
_SINCE_WHEN = re.compile(
    r"(?:and |so )?(?:since when|when|from when|when was that|when did (?:that|it) (?:start|happen))"
)
_FEE = re.compile(r"\b(?:fees?|charges?|interest|overdraft)\b")
_AFTER = re.compile(
    r"\b(?:[a-z0-9]+ )?(?:month|quarter|week|year|day)s? (?:after|following|thereafter)(?: that| it)?\b"
)


@dataclass(frozen=True, slots=True)
class Earlier:
    """What a question may follow: the draft before it, the one before that, and what was shown."""

    last: PlanDraft
    before: PlanDraft | None = None
    seen: Shown = NOTHING


def adds(text: str) -> bool:
    """Whether a follow-up adds something to what was asked: `plus the tandoori`, `with the bakery thrown in`."""
    return bool(_THROWN_IN.search(text))


def continued(draft: PlanDraft, question: Question, *, earlier: Earlier, resolver: Resolver) -> PlanDraft:
    """The draft of a question after earlier ones: edited where it follows the last, else itself."""
    last, before = earlier.last, earlier.before
    text = _HUMMED.sub("", question.text)
    if last.intent is Intent.UNSUPPORTED:
        return draft
    if _WHY.search(text):
        return _reasons(draft, _told_of(last, earlier.seen), resolver=resolver)
    if last.intent is Intent.PRICE_CHANGES and _SINCE_WHEN.fullmatch(text):
        return last
    if draft.follows and draft.flow is Flow.FEES and last.flow is not Flow.FEES and not _FEE.search(text):
        draft = replace(draft, flow=last.flow)
    settled = (
        about_the_one(draft, last, text=text)
        or summed_rows(text, last, seen=earlier.seen, resolver=resolver)
        or several_together(text, last, before=before, resolver=resolver)
        or settled_by_cue(draft, last, text=text, resolver=resolver)
    )
    if settled is not None:
        return settled
    draft = _their_own_sum(_without_pointed(draft, text), text)
    draft = of_the_two(text, draft, last=last, before=before)
    draft = joined_names(text, draft, last=last, before=before)
    draft = _apart_from_it(draft, last, before=before, text=text)
    draft = _on_the_other(draft, last, text=text, resolver=resolver)
    draft = leaning(_on_topic(draft, last, resolver=resolver), last, text=text)
    draft = _held_there(_another_way(draft, last, text=text), last, text=text, resolver=resolver)
    if not draft.follows:
        return draft
    moved = _stepped_draft(draft, question, last=last, resolver=resolver)
    unsaid = draft.group_by is not None and last.group_by is None and not _BY.search(text)
    if moved.when != draft.when and unsaid:
        moved = replace(last, follows=True, names=draft.names, without=(), when=moved.when)
    return edited(moved, last, resolver=resolver)


def _their_own_sum(draft: PlanDraft, text: str) -> PlanDraft:
    """`and the water, the phone and the gym added up`: theirs alone, not on top of what was asked."""
    own = len(draft.added) > 1 and _ADDED_UP.search(text) and not _WITH_THAT.search(text)
    return replace(draft, names=(*draft.names, *draft.added), added=()) if own else draft


def _on_the_other(draft: PlanDraft, last: PlanDraft, *, text: str, resolver: Resolver) -> PlanDraft:
    """`and on the other account`: the accounts that were not asked about."""
    if not _OTHER_ACCOUNT.search(text):
        return draft
    asked = {each for name in last.names for each in resolver.linked(name, accounts_first=True).best.account_ids}
    others = tuple(account.name for account in resolver.vocabulary.accounts if account.id not in asked)
    kept = tuple(name for name in draft.names if not _OTHER_ACCOUNT.search(name))
    return replace(draft, names=(*kept, *others)) if asked and others else draft


def _on_topic(draft: PlanDraft, last: PlanDraft, *, resolver: Resolver) -> PlanDraft:
    """The draft with the last period, where it names what was asked about before and says no period of its own."""
    meant = {resolver.linked(name).best.names for name in draft.names}
    same = meant and meant <= {resolver.linked(name).best.names for name in last.names}
    return replace(draft, when=last.when) if same and not draft.when and not draft.follows else draft


def _another_way(draft: PlanDraft, last: PlanDraft, *, text: str) -> PlanDraft:
    """The last figure told another way: `in percent that would be`, `in visits`, `which of those was the worst`."""
    own = tuple(name for name in draft.names if not _IN_VISITS.search(text) or name not in _IN_VISITS_WORDS)
    if not draft.follows or own or draft.other_names:
        return draft
    if draft.intent is Intent.COMPARE and last.intent is not Intent.COMPARE and draft.other_when:
        swapped = draft.when and re.search(rf"{_INSTEAD.pattern}(?:the |in )?{re.escape(draft.other_when)}\b", text)
        return replace(last, follows=True, names=(), without=(), when=draft.when) if swapped else draft
    shared = draft.intent in {Intent.SHARE, Intent.SAVINGS_RATE} and not _OF_WHAT.search(text)
    if last.intent is Intent.COMPARE and shared:
        return replace(last, follows=True, as_percent=True, names=(), without=())
    if other := _other_measure(draft, last, text=text):
        return other
    edge = draft.intent in {Intent.LARGEST, Intent.SMALLEST} and not draft.limit
    if edge and last.intent in _GROUPED and last.group_by is not None and _WHICH.search(text):
        lowest = draft.intent is Intent.SMALLEST
        return replace(draft, intent=Intent.RANKING, group_by=last.group_by, ascending=lowest)
    return draft


def _held_there(draft: PlanDraft, last: PlanDraft, *, text: str, resolver: Resolver) -> PlanDraft:
    """`and how much was in there at the end of june`: the balance of the account asked about before."""
    if not _HELD_THERE.search(text) or last.intent is Intent.BALANCE:
        return draft
    accounts = [name for name in last.names if is_account(name, resolver, held=True)]
    if not accounts:
        return draft
    return PlanDraft(intent=Intent.BALANCE, names=tuple(accounts), when=draft.when)


def _other_measure(draft: PlanDraft, last: PlanDraft, *, text: str) -> PlanDraft | None:
    """The last ranking or comparison by number or mean instead of amount; a sum against the period before it."""
    counted = last.intent is Intent.COMPARE or (last.intent in _GROUPED and last.group_by is not None)
    if counted and draft.intent in _COUNTED and _IN_VISITS.search(text):
        return replace(last, follows=True, measure=Measure.COUNT, names=(), without=(), when=draft.when)
    if counted and draft.intent is Intent.AVERAGE and _PER_VISIT.fullmatch(text):
        return replace(last, follows=True, measure=Measure.AVERAGE, names=(), without=(), when=draft.when)
    if last.when and last.intent is Intent.TOTAL and _UP_OR_DOWN.search(text):
        return replace(last, intent=Intent.COMPARE, follows=True, when="", other_when=_BEFORE)
    return None


def stepped_back(span: str, last: PlanDraft, *, resolver: Resolver) -> str:
    """`the month before that`, as days; empty where the last question had no period."""
    period = resolver.days(last.when) if last.when else None
    if period is not None and (later := following(span, period, language=resolver.language)):
        return as_span(later)
    if period is not None and (named := month_before(span, period, language=resolver.language)):
        return as_span(named)
    step = relative_step(span) or relative_step(span.removesuffix(" that").removesuffix(" it"))
    if period is None or step is None:
        return ""
    return as_span(stepped(period, step))


def _stepped_draft(draft: PlanDraft, question: Question, *, last: PlanDraft, resolver: Resolver) -> PlanDraft:
    """The draft with a period that is counted from the last question's as days: `and the month before that`."""
    found = _AFTER.search(question.text)
    when = found.group() if found else draft.when
    if not when and _SO_FAR.search(question.text):
        return replace(draft, when="so far")
    bare = "" if last.intent in _GROUPED else _JOINED.sub("", question.text)
    ordinal, unit = _ORDINAL_ONE.fullmatch(when or bare), _UNIT_OF.search(last.when)
    if ordinal and unit and (not when or resolver.days(when) is None):
        return replace(draft, when=f"{ordinal.group(1)} {unit.group()}")  # `and in the third one`, after a quarter
    second = _ORDINAL_ONE.fullmatch(draft.other_when)
    if whole := _whole_unit(question.text, last, resolver=resolver):
        return replace(draft, when=whole)
    if draft.intent is Intent.COMPARE and _LAST_YEARS.fullmatch(draft.other_when):
        days = resolver.days(when or last.when) if when or last.when else None
        if days is not None and days.days <= MOST_OF_A_YEAR:
            return replace(draft, other_when=_YEAR_EARLIER)
    if second and unit and resolver.days(draft.other_when) is None:
        return replace(draft, other_when=f"{second.group(1)} {unit.group()}")
    counted = bool(found) or (when and relative_step(when.removesuffix(" that").removesuffix(" it")) is not None)
    return replace(draft, when=stepped_back(when, last, resolver=resolver) or when) if counted else draft


def _whole_unit(text: str, last: PlanDraft, *, resolver: Resolver) -> str:
    """`and the whole month`: the month that the days asked about lie in; empty where none is meant."""
    found, days = _WHOLE.search(text), resolver.days(last.when) if last.when else None
    whole = unit_of(days.first, found["unit"]) if found and days is not None else None
    return as_span(whole) if whole is not None and days is not None and days.last <= whole.last else ""


def _apart_from_it(draft: PlanDraft, last: PlanDraft, *, before: PlanDraft | None, text: str) -> PlanDraft:
    """`and what did I spend apart from it`: what was asked for is left out; `those two`: what the last two were of."""
    if not _APART_FROM_IT.search(text):
        return draft
    without = tuple(name for name in draft.without if not _POINTED.fullmatch(name))
    two = before.names if before is not None and text.endswith((" two", "both")) else ()
    return replace(draft, follows=False, names=(), without=(*without, *two, *last.names), when=draft.when or last.when)


def _without_pointed(draft: PlanDraft, text: str) -> PlanDraft:
    """`which of those rides was the dearest`: the rides asked about before, whatever they are called now."""
    kept = tuple(name for name in draft.names if not re.search(rf"\bof (?:those|these) {re.escape(name)}\b", text))
    return replace(draft, names=kept, follows=True) if len(kept) < len(draft.names) else draft


def _told_of(last: PlanDraft, seen: Shown) -> PlanDraft:
    """The last question, of what its sentence told most of: the month that was highest, the side that was more."""
    in_time = last.intent is Intent.RANKING and seen.one is not None and not seen.one.name
    one = seen.more if last.intent is Intent.COMPARE else seen.one if in_time else None
    if one is None:
        return last
    told = replace(last, when=as_span(one.period), other_when="") if one.period is not None else last
    of_two = last.intent is Intent.COMPARE and last.other_names and one.name
    return replace(told, names=(plain(one.name).text,), other_names=()) if of_two else told


def _reasons(draft: PlanDraft, last: PlanDraft, *, resolver: Resolver) -> PlanDraft:
    """`why so high`: what it is made of, by category, or by payee inside one category."""
    names = draft.names or last.names
    kinds = {resolver.linked(name).best.kind for name in names}
    when = draft.when or last.when
    if NameKind.PAYEE in kinds:
        return replace(
            last, intent=Intent.LIST, names=names, when=when, group_by=None, limit="", measure=Measure.AMOUNT
        )
    group = GroupBy.PAYEE if NameKind.CATEGORY in kinds else GroupBy.CATEGORY
    flow = last.flow if last.flow is not Flow.ANY else Flow.SPENDING
    return PlanDraft(
        intent=Intent.BREAKDOWN, flow=flow, names=names, without=last.without, when=when, group_by=group,
        at_least=last.at_least, at_most=last.at_most,
    )  # fmt: skip
