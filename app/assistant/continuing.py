"""Follow-ups in words of their own: what a short question leaves unsaid is taken from the last one.

`how many visits was that`, `per month on average`, `why so high`, `plus the tandoori`, `as a share of everything`.
"""

import re
from dataclasses import replace

from app.assistant.names import NameKind
from app.assistant.question import Question
from app.assistant.relative_periods import following, relative_step, stepped
from app.assistant.resolving import Resolver
from app.domain.plan import Flow, GroupBy, Intent, Measure, PlanDraft

LONGEST = 16
_POINTING = re.compile(
    r"\b(?:that|those|them|these|they|same|again|instead|thereof|of which|of it|was it|is it|do it|break it)\b|"
    r"\bones?$|"
    r"(?<!is )(?<!are )(?<!was )\bthere\b|\bmore often$|\bof the two\b|\bworse$|\btheir\b|\bof (?:them|those|"
    r"these|it)\b|"
    r"\b(?:biggest|latest|largest|smallest|cheapest|dearest|last|first|next|other) ones?\b|\btoo$"
)
_LED = re.compile(
    r"^(?:and|what about|how about|or|now|ok|okay|only|just|plus|also|but|then|add|together with|along with|including|"
    r"leave out|without|excluding|except|minus|as an?|per|by|in percent|for|why|how come|with|in|of which|more|same)\b|"
    r"\b(?:only|instead|please|too|then|as well)$"
)
_SUBJECT = re.compile(r"\b(?:i|we|i've|we've|i'm|i'd|my|our|me|us)\b")
_HUMMED = re.compile(r"^(?:(?:hm+|uh|um|erm|well|oh|ah|hey|right|yeah|yes|no) ,? ?)+")
_SHOW_ME = re.compile(r"^(?:and |now |ok )?(?:please )?(?:let me see|show me|give me|tell me|can i see|let's see) ")
_WHY = re.compile(
    r"^(?:and |but |so )?(?:why|why's|whys|how come|what drove|what made|what caused|what's behind|what is behind|"
    r"reason)\b"
)
_WHY_AT_LAST = re.compile(r"\b(?:why|how come)$")
_ADDED = re.compile(
    r"^(?:and |ok )?(?:plus|add|also|together with|along with|including|with|as well as|and also)\b|"
    r"\b(?:too|as well|added|on top|thrown in|added in)$|"
    r"^(?:and |now |ok )?(?:throw|put|count|include|add) .*\b(?:too|in|on top|as well|into (?:that|it|this)|"
    r"on top of (?:it|that))\b"
)
_RECURRING = re.compile(
    r"\b(?:subscri\w+|subs?|recurring|regular\w*|bills?|fixed|debits?|standing|member\w+|contracts?|abos?)\b"
)
_MONTHLY = re.compile(r"\b(?:per|a|each|every) month\b|\bmonthly\b")
_TWICE = re.compile(r"\b(?:twice|doubl\w+|duplicat\w+|repeat\w*)\b")
_ADDED_UP = re.compile(r"\b(?:add(?:ed|s)? up|together|in total|altogether|combined|in all)\b")
_APART_FROM_IT = re.compile(
    r"\b(?:apart from|besides|except|excluding|without|other than|not counting) (?:it|that|them|this|those|"
    r"these)(?: two| ones)?$"
)
_POINTED = re.compile(r"(?:it|that|them|this|those|these)(?: two| ones)?")
_CARRIED_ON = re.compile(r"^(?:and|so|but|ok|okay|then|right|now)\b")
_SPENT = re.compile(r"\b(?:spen[dt]|spending|purchases?|bought|expenses|outgoings)\b")
_AFTER = re.compile(
    r"\b(?:[a-z0-9]+ )?(?:month|quarter|week|year|day)s? (?:after|following|thereafter)(?: that| it)?\b"
)
_HELD = re.compile(r"\b(?:balances?|accounts?|have|got|worth|left|owe|hold|money|in there|on there|in it|on it)\b")
_THROWN_IN = re.compile(r"\b(?:thrown in|added in|on top|as well|added)$")
_SUMMED = re.compile(r"\b(?:how much|total|sum|altogether|in all|spen[dt]|cost|paid)\b")
_ALONE = frozenset(
    {Intent.BALANCE, Intent.SUBSCRIPTIONS, Intent.PRICE_CHANGES, Intent.DUPLICATES, Intent.UNUSUAL, Intent.UNSUPPORTED}
)
_GROUPED = frozenset({Intent.RANKING, Intent.BREAKDOWN})


def adds(text: str) -> bool:
    """Whether a follow-up adds something to what was asked: `plus the tandoori`, `with the bakery thrown in`."""
    return bool(_THROWN_IN.search(text))


def continued(draft: PlanDraft, question: Question, *, last: PlanDraft, resolver: Resolver) -> PlanDraft:
    """The draft with what it leaves unsaid from the last one; itself where the question stands on its own."""
    text = _SHOW_ME.sub("", _HUMMED.sub("", question.text))
    if len(question.words) > LONGEST or last.intent is Intent.UNSUPPORTED:
        return draft
    if _WHY.search(text) or _WHY_AT_LAST.search(text):
        return _reasons(draft, last, resolver=resolver)
    draft = _unless_said(draft, last, text=text)
    draft = _apart_from_it(draft, last, text=text)
    if not _leans(draft, text) or _APART_FROM_IT.search(text):
        timeless = draft.intent in _ALONE or draft.when or not last.when or not _CARRIED_ON.search(text)
        return draft if timeless else replace(draft, when=last.when)
    if draft.intent is Intent.UNSUPPORTED:
        if not (draft.names or draft.when or draft.without):
            return draft
        draft = replace(draft, intent=Intent.TOTAL, out_of_scope=None)
    if found := _AFTER.search(text):
        draft = replace(draft, when=found.group())
    if found or (draft.when and relative_step(draft.when.removesuffix(" that").removesuffix(" it"))):
        draft = replace(draft, when=stepped_back(draft.when, last, resolver=resolver) or draft.when)
        if draft.intent is Intent.BREAKDOWN and "by" not in text.split():
            draft = replace(draft, intent=Intent.TOTAL, group_by=None)
    return _merged(draft, last, text=text, resolver=resolver)


def stepped_back(span: str, last: PlanDraft, *, resolver: Resolver) -> str:
    """`the month before that`, as days; empty where the last question had no period."""
    period = resolver.days(last.when) if last.when else None
    if period is not None and (later := following(span, period, language=resolver.language)):
        return f"{later.first.isoformat()} to {later.last.isoformat()}"
    step = relative_step(span.removesuffix(" that").removesuffix(" it"))
    if period is None or step is None:
        return ""
    found = stepped(period, step)
    return f"{found.first.isoformat()} to {found.last.isoformat()}"


def _unless_said(draft: PlanDraft, last: PlanDraft, *, text: str) -> PlanDraft:
    """`and per month` is no question about subscriptions, `their total` none about accounts."""
    recurring = last.intent in {Intent.SUBSCRIPTIONS, Intent.PRICE_CHANGES} or _RECURRING.search(text)
    if draft.intent is Intent.SUBSCRIPTIONS and not draft.names and not recurring:
        monthly = GroupBy.MONTH if _MONTHLY.search(text) else None
        return PlanDraft(intent=Intent.AVERAGE if monthly else Intent.TOTAL, group_by=monthly, when=draft.when)
    if draft.intent is Intent.DUPLICATES and not _TWICE.search(text):
        return PlanDraft(intent=Intent.TOTAL, when=draft.when)
    if draft.intent is Intent.BALANCE and not draft.names and not _HELD.search(text):
        return PlanDraft(intent=Intent.TOTAL, when=draft.when)
    return draft


def _apart_from_it(draft: PlanDraft, last: PlanDraft, *, text: str) -> PlanDraft:
    """`and what did I spend apart from it`: what was asked for is left out."""
    if not _APART_FROM_IT.search(text):
        return draft
    without = tuple(name for name in draft.without if not _POINTED.fullmatch(name))
    return replace(draft, names=(), without=(*without, *last.names), when=draft.when or last.when)


def _leans(draft: PlanDraft, text: str) -> bool:
    """Whether a question needs the one before it."""
    said = bool(draft.names or draft.other_names) and bool(draft.when)
    if said and not _POINTING.search(text):
        return False
    if _POINTING.search(text) or _LED.search(text):
        return not (draft.intent in _ALONE - {Intent.UNSUPPORTED} and _SUBJECT.search(text))
    bare = not (draft.names or draft.when or draft.other_names or draft.without or draft.at_least or draft.at_most)
    return bare and draft.intent not in _ALONE and not _SUBJECT.search(text)


def _reasons(draft: PlanDraft, last: PlanDraft, *, resolver: Resolver) -> PlanDraft:
    """`why so high`: what it is made of, by category, or by payee inside one category."""
    names = draft.names or last.names
    kinds = {resolver.linked(name).best.kind for name in names}
    if NameKind.PAYEE in kinds:
        when = draft.when or last.when
        return replace(
            last, intent=Intent.LIST, names=names, when=when, group_by=None, limit="", measure=Measure.AMOUNT
        )
    group = GroupBy.PAYEE if NameKind.CATEGORY in kinds else GroupBy.CATEGORY
    when = draft.when or last.when
    flow = last.flow if last.flow is not Flow.ANY else Flow.SPENDING
    return PlanDraft(
        intent=Intent.BREAKDOWN, flow=flow, names=names, without=last.without, when=when, group_by=group,
        at_least=last.at_least, at_most=last.at_most,
    )  # fmt: skip


def _merged(draft: PlanDraft, last: PlanDraft, *, text: str, resolver: Resolver) -> PlanDraft:
    if (
        draft.intent is Intent.RANKING
        and draft.measure is Measure.AMOUNT
        and draft.group_by is GroupBy.PAYEE
        and _all_payees(draft.names or last.names, resolver)
    ):
        edge = Intent.SMALLEST if draft.ascending else Intent.LARGEST
        draft = replace(draft, intent=edge, group_by=None, ascending=False)
    if draft.intent is Intent.BREAKDOWN and _ADDED_UP.search(text):
        draft = replace(draft, intent=Intent.TOTAL, group_by=None)
    if _ADDED.search(text) and draft.without:
        draft = replace(draft, names=(*draft.names, *draft.without), without=())
    if draft.intent is Intent.COMPARE and last.when and _POINTING.search(text):
        against = draft.when if resolver.days(draft.other_when) is None else draft.other_when
        draft = replace(draft, when=last.when, other_when=against)
    plain = draft.intent is Intent.TOTAL and not _SUMMED.search(text) and draft.measure is Measure.AMOUNT
    base = last if plain and draft.group_by is None else draft
    names = _names(draft, last, text=text, resolver=resolver)
    group = base.group_by
    if base is last and last.intent in _GROUPED and group is GroupBy.PAYEE and draft.names:
        base, group = replace(last, intent=Intent.TOTAL, limit=""), None
    if draft.intent is Intent.COMPARE and draft.names and not draft.other_names and _POINTING.search(text):
        return replace(draft, names=last.names, other_names=draft.names, when=last.when or draft.when, other_when="")
    if draft.intent is Intent.RANKING and last.group_by is not None and _POINTING.search(text):
        group = last.group_by
    return replace(
        base,
        flow=_flow(draft, last, text=text),
        group_by=group,
        names=names,
        without=tuple(dict.fromkeys((*last.without, *draft.without))),
        when=draft.when or last.when,
        at_least=draft.at_least or last.at_least,
        at_most=draft.at_most or last.at_most,
        limit=draft.limit or (last.limit if base is last else ""),
        out_of_scope=None,
    )


def _all_payees(names: tuple[str, ...], resolver: Resolver) -> bool:
    """Whether a ranking by payee would have nothing to rank: `the dearest of them`, after one shop."""
    return bool(names) and all(resolver.linked(name).best.kind is NameKind.PAYEE for name in names)


def _flow(draft: PlanDraft, last: PlanDraft, *, text: str) -> Flow:
    """What the last question counted, unless a word says which; a list of all that happened is added up as spending."""
    if draft.flow is Flow.SPENDING and _SPENT.search(text):
        return Flow.SPENDING
    if draft.flow is not Flow.SPENDING and not (draft.flow is Flow.ANY and last.flow is Flow.SPENDING):
        return draft.flow
    return Flow.SPENDING if last.flow is Flow.ANY and draft.intent is not Intent.LIST else last.flow


def _names(draft: PlanDraft, last: PlanDraft, *, text: str, resolver: Resolver) -> tuple[str, ...]:
    """New names beside the old ones where they are added, else in the place of those of their kind."""
    if not draft.names and draft.intent in {Intent.NET, Intent.SAVINGS_RATE}:
        return ()
    if not draft.names and draft.intent is Intent.BALANCE:
        return tuple(
            name for name in last.names if resolver.linked(name, accounts_first=True).best.kind is NameKind.ACCOUNT
        )
    if not draft.names and _SPENT.search(text) and last.flow is Flow.INCOME:
        return ()
    if not draft.names:
        compared = last.intent is Intent.COMPARE and draft.intent is not Intent.COMPARE
        return (*last.names, *last.other_names) if compared else last.names
    if _ADDED.search(text):
        return tuple(dict.fromkeys((*last.names, *draft.names)))

    def is_account(name: str) -> bool:
        return resolver.linked(name).best.kind is NameKind.ACCOUNT

    new_accounts = {is_account(name) for name in draft.names}
    kept = tuple(name for name in last.names if is_account(name) not in new_accounts)
    return (*kept, *draft.names)
