"""Cues of what exactly is asked: the first payment of a year, what has gone up since, per week, everything's worth."""

import re
from dataclasses import replace

from app.assistant.cues_grouping import TIMES_GROUPED
from app.assistant.said import Cue, Said
from app.domain.plan import Flow, GroupBy, Intent, Measure, PlanDraft, SubscriptionView

_ONE = r"(?:sum|amount|payment|purchase|charge|transaction|expense|deposit|bill|buy|receipt|outgoing|credit)"
_EDGE_FIRST = re.compile(
    rf"^(?:and |so |please |what was |what's |which was |which is )*(?:the |my |our )?(?:very )?"
    rf"(?P<edge>first|earliest|largest|biggest|highest|smallest|lowest|last|latest) "
    rf"(?:[a-z]+ )?{_ONE}\b(?! of (?:each|every))"
)
_EDGES = {"first": Intent.FIRST, "earliest": Intent.FIRST, "last": Intent.LAST, "latest": Intent.LAST,
          "largest": Intent.LARGEST, "biggest": Intent.LARGEST, "highest": Intent.LARGEST,
          "smallest": Intent.SMALLEST, "lowest": Intent.SMALLEST}  # fmt: skip
_USED_LAST = re.compile(r"\bmost recently\b|\blast used\b|\bused last\b")
_GONE_UP = re.compile(
    r"^(?:and |so |but )?(?:has|have|did|is|are|was|were) (?:the |my |our )?.*"
    r"\b(?:gone up|go up|going up|risen|rise|increased?|dearer|more expensive|pricier|raised)\b.*\bsince\b"
)
_NOW = frozenset({"now", "currently", "at the moment", "today"})
_NOW_VERSUS = re.compile(
    r"\b(?:bill|rent|price|tariff|fee|contract|subscription|insurance)\b.*\bnow (?:versus|vs|against|than|compared)\b"
)
_NOW_AGAINST = re.compile(r"\b(?:is|are|costs?|pay|paying) .*\bnow\b")
_PER_ONLY = re.compile(r"\bper (?P<unit>day|week|month|quarter|year)\b")
_WORTH = re.compile(
    r"\b(?:everything|all of it|it all|the lot|all my money)\b.*\bworth\b|"
    r"\bworth (?:altogether|in all|together|in total)\b"
)
_FEES = re.compile(r"\b(?:service|bank|account|maintenance|monthly) (?:[a-z]+ )?(?:fees?|charges?)\b")
_REFUND = re.compile(r"\b(?:refund|erstattung)s?(?: (?:amount|sum|total|value|figure)s?\b| ?$)")
_REFUND_FROM = re.compile(r"^(?:and |so )?(?:the |my |our )?(?:refund|erstattung)s? (?:from|by|at|of|for|out of) ")
_REFUND_OFF = re.compile(
    r"\b(?:after|with|less|minus|once|net of)\b.*\b(?:refunds?|return|returned|money back|sent back)\b|"
    r"\brefunds? (?:taken|deducted|subtracted|off(?= ,|$))\b"
)
_OVERDRAWN = re.compile(r"\b(?:overdrawn|overdrafts?)\b")
_ALL_TRANSACTIONS = re.compile(r"\b(?:all|every) (?:[a-z]+ ){0,3}transactions?\b.*\binclud\w+")
_WHAT_PAID = re.compile(r"\bwhat (?:have|had|did|do) (?:i|we) (?:ever )?(?:paid|pay|spent|spend)\b(?! for\b)")
_LISTED = re.compile(r"\b(?:list|show|display|which|see|details|each|every|all)\b")
_COSTS_NOW = re.compile(r"\b(?:costs?|pay|paying|charges?) (?:me )?(?:now|currently|at the moment|these days)\b")
_HOW_MUCH_UP = re.compile(r"\b(?:by )?how much (?:has|have|did|does) .*\b(?:gone|went|go|goes|come) (?:up|down)\b")
_PUT_UP = re.compile(
    r"\bhow much (?:has|have|did|does) .*\b(?:put|push|bump|raise|jack|hike)(?:s|ed|d)? (?:my |our |the |their )?"
    r"(?:[a-z]+ ){0,3}(?:up|prices?|charges?|rates?)$"
)
_TAKEN_NOW = re.compile(
    r"\b(?:they|it|he|she|that|what does .*) (?:takes?|charges?|costs?) (?:me |us )?"
    r"(?:now|currently|at the moment|these days)$"
)
_REFUND_APART = re.compile(
    r"\b(?:without|no|minus|net of|after|before|less|includ\w+|incl|with|counting|exclud\w+|and|plus|off|against) "
    r"(?:the |any |my |all )*(?:[a-z]+ )?(?:refund|erstattung)"
)
_AGAINST = re.compile(r"\b(?:versus|vs|against)\b")
_EACH_APART = re.compile(
    r"\beach (?:on its own|separately|by itself|one apart|for itself)\b|\bon its own line\b|\bseparately\b"
)
_STAYED_AFTER = re.compile(r"\b(?:stayed|left|remained|remains|over) (?:over )?after\b")
_ONCE_PAID = re.compile(
    r"\b(?:once|after|when|with) (?:all |everything )?(?:the |my |our )?.*\b(?:paid|settled|done)\b"
)
_PRESENT_COST = re.compile(
    r"(?:\bat )?\b(?:today's|the (?:present|current)|current) (?:price|rate|tariff)s?\b(?: of\b)?"
)
_OF_MY_PAY = re.compile(r"\bof (?:my|our) (?:paycheck|paycheque|salary|pay|income|wages|earnings|gehalt|lohn)\b")
_TO_SPEND = re.compile(r"\bto (?:play with|live on|spend)(?: now| right now| at the moment)?$|\bleft to spend\b")
_UNTIL_WHEN = re.compile(r"\b(?:until|till|up to) (?:which|what) (?:day|date)\b|^(?:and )?(?:until|till) when\b")
_WHEN_ENDED = re.compile(r"\bwhen (?:did|was|has) .*\b(?:stop\w*|end|ended|quit|cease\w*|cancelled|canceled)\b")
_BY_UNITS = re.compile(r"\bby (?:the )?(?P<unit>month|week|quarter|year)s\b")
_BLOCK = re.compile(r"\b(?:cost|spending|expense) (?:block|position|area|pot|item)s?\b")
_LEAST_PART = re.compile(r"\b(?:smallest|least|lowest|tiniest) (?:part|share|bit|portion|slice|amount) of\b")
_PAID = re.compile(r"\b(?:paid|pay|spent|spend|cost)\b")
_COMES_BACK = re.compile(
    r"\b(?:subs|subscri\w+|abos?|recurring|regular\w*|standing|contracts?|member\w*|each|every|monthly|yearly|per|"
    r"direct debits?|fixed|sign\w*|cancel\w*|still|plans?|services?)\b"
)
SIDE_BY_SIDE = r"(?:side by side|next to each other|head to head)\b"
_SIDE_BY_SIDE = re.compile(rf"\b{SIDE_BY_SIDE}")


def _one_at_the_edge(draft: PlanDraft, said: Said) -> PlanDraft:
    """`first payment of 2025 over £300: who got it`, `largest sum to have come in`: one, no list."""
    found = _EDGE_FIRST.match(said.text) if draft.intent is Intent.LIST and not draft.limit else None
    if found is None:
        return draft
    flow = Flow.SPENDING if draft.flow is Flow.ANY else draft.flow
    return replace(draft, intent=_EDGES[found.group("edge")], flow=flow)


def _used_last(draft: PlanDraft, said: Said) -> PlanDraft:
    """`where did the card get used most recently`."""
    ranked = draft.intent is Intent.RANKING and draft.group_by is GroupBy.PAYEE
    ranked = (ranked or draft.intent is Intent.LAST) and _USED_LAST.search(said.text) is not None
    when = "" if draft.when in {"recently", "most recently"} else draft.when
    return replace(draft, intent=Intent.LAST, group_by=None, when=when) if ranked else draft


def _gone_up(draft: PlanDraft, said: Said) -> PlanDraft:
    """`has the energy bill gone up since last winter`, `how much more is rent now than in spring`: its price."""
    named = bool(draft.names) and not draft.other_names
    risen = draft.intent is Intent.TOTAL and (_HOW_MUCH_UP.search(said.text) or _PUT_UP.search(said.text))
    if named and (risen or (draft.intent in {Intent.BREAKDOWN, Intent.COMPARE} and _GONE_UP.search(said.text))):
        when = draft.when if draft.when.startswith("since") else draft.other_when or draft.when
        return PlanDraft(intent=Intent.PRICE_CHANGES, names=draft.names, when=_since(when))
    if draft.intent is Intent.COMPARE and not draft.other_names and _NOW_VERSUS.search(said.text):
        then = draft.other_when or draft.when
        if then and then not in _NOW:
            return PlanDraft(intent=Intent.PRICE_CHANGES, names=draft.names, when=_since(then))
    now = draft.intent is Intent.COMPARE and named and draft.when in _NOW
    if now and draft.other_when and _NOW_AGAINST.search(said.text):
        return PlanDraft(intent=Intent.PRICE_CHANGES, names=draft.names, when=_since(draft.other_when))
    return draft


def _since(when: str) -> str:
    return when if not when or when.startswith("since") else f"since {when}"


def _per_unit(draft: PlanDraft, said: Said) -> PlanDraft:
    """`coffees per week since september`: the mean of weeks."""
    found = _PER_ONLY.search(said.text) if draft.intent is Intent.TOTAL and not draft.follows else None
    return replace(draft, intent=Intent.AVERAGE, group_by=TIMES_GROUPED[found.group("unit")]) if found else draft


def _worth(draft: PlanDraft, said: Said) -> PlanDraft:
    """`what was everything together worth on 31 august`: all accounts."""
    found = draft.intent in {Intent.TOTAL, Intent.NET} and said.nothing_known and _WORTH.search(said.text)
    return PlanDraft(intent=Intent.BALANCE, when=draft.when) if found else draft


def _set_side_by_side(draft: PlanDraft, said: Said) -> PlanDraft:
    """`kornblume and lindner side by side`: told one by one."""
    found = draft.intent is Intent.TOTAL and len(draft.names) > 1 and _SIDE_BY_SIDE.search(said.text)
    group = GroupBy.PAYEE if said.only_payees else GroupBy.CATEGORY
    return replace(draft, intent=Intent.RANKING, group_by=group) if found else draft


def _of_fees(draft: PlanDraft, said: Said) -> PlanDraft:
    """`the last one of those monthly service fees`: fees, where no name is known."""
    edge = draft.intent in {Intent.FIRST, Intent.LAST, Intent.LARGEST, Intent.SMALLEST}
    named = said.nothing_known or all(map(_FEES.search, draft.names))
    of_fees = edge and draft.flow is Flow.SPENDING and named and _FEES.search(said.text)
    return replace(draft, flow=Flow.FEES, names=()) if of_fees else draft


def _refunded(draft: PlanDraft, said: Said) -> PlanDraft:
    """`books refund amount`: what came back."""
    spent = draft.intent in {Intent.TOTAL, Intent.LIST, Intent.COUNT} and draft.flow is Flow.SPENDING
    found = _REFUND_FROM.search(said.text) or _REFUND.search(said.text)
    summed = draft.intent is Intent.TOTAL or (draft.intent is Intent.BREAKDOWN and draft.group_by is GroupBy.PAYEE)
    if summed and draft.flow is Flow.REFUNDS and _REFUND_OFF.search(said.text):
        return replace(draft, intent=Intent.TOTAL, group_by=None, flow=Flow.SPENDING)
    return replace(draft, flow=Flow.REFUNDS) if spent and found and not _REFUND_APART.search(said.text) else draft


def _overdrawn(draft: PlanDraft, said: Said) -> PlanDraft:
    """`what has going overdrawn cost me`: fees, wherever the words were taken for names."""
    found = draft.intent in {Intent.TOTAL, Intent.LIST, Intent.COUNT} and _OVERDRAWN.search(said.text)
    return replace(draft, flow=Flow.FEES, names=()) if found and not said.only_accounts else draft


def _with_what_came_back(draft: PlanDraft, said: Said) -> PlanDraft:
    """`all pennywise transactions, including what I sent back`: both ways."""
    found = draft.intent is Intent.LIST and draft.flow is Flow.REFUNDS and _ALL_TRANSACTIONS.search(said.text)
    return replace(draft, flow=Flow.ANY) if found else draft


def _what_paid(draft: PlanDraft, said: Said) -> PlanDraft:
    """`what have I paid them over the year` is a sum."""
    found = draft.intent is Intent.LIST and _WHAT_PAID.search(said.text) and not _LISTED.search(said.text)
    return replace(draft, intent=Intent.TOTAL, limit="") if found else draft


def _costs_now(draft: PlanDraft, said: Said) -> PlanDraft:
    """`filmkiste costs now how much a month`: what it costs today, not on average."""
    unbound = draft.names and not draft.when and said.only_payees
    if unbound and draft.intent is Intent.TOTAL and _TAKEN_NOW.search(said.text):
        return replace(draft, intent=Intent.LAST)
    found = draft.intent is Intent.AVERAGE and unbound
    if not found or not _COSTS_NOW.search(said.text):
        return draft
    return PlanDraft(intent=Intent.SUBSCRIPTIONS, names=draft.names, subscription=SubscriptionView.COST)


def _versus(draft: PlanDraft, said: Said) -> PlanDraft:
    """`harvest foods versus corner bakery, how many times`: two names are set against each other."""
    summed = draft.intent in {Intent.TOTAL, Intent.COUNT} and len(draft.names) == 2 and not draft.follows
    if not summed or said.nothing_known or not _AGAINST.search(said.text):
        return draft
    measure = Measure.COUNT if draft.intent is Intent.COUNT else draft.measure
    return replace(draft, intent=Intent.COMPARE, names=draft.names[:1], other_names=draft.names[1:], measure=measure)


def _each_apart(draft: PlanDraft, said: Said) -> PlanDraft:
    """`insurance, fees and phone, each on its own line`: several names told one by one."""
    told = draft.intent in {Intent.LIST, Intent.TOTAL} and len(draft.names) > 1 and _EACH_APART.search(said.text)
    group = GroupBy.CATEGORY if said.only_categories else GroupBy.PAYEE
    return replace(draft, intent=Intent.BREAKDOWN, group_by=group) if told else draft


def _of_what_is_earned(draft: PlanDraft, said: Said) -> PlanDraft:
    """`category that ate most of my paycheck`: of all spending."""
    ranked = draft.intent in {Intent.RANKING, Intent.BREAKDOWN} and draft.flow is Flow.INCOME
    found = _OF_MY_PAY.search(said.text) if ranked else None
    names = tuple(name for name in draft.names if found is None or name not in found.group())
    return replace(draft, flow=Flow.SPENDING, names=names) if found else draft


def _to_spend(draft: PlanDraft, said: Said) -> PlanDraft:
    """`how much have I got to play with`: what the accounts hold."""
    found = draft.intent is Intent.TOTAL and not draft.names and not draft.when and _TO_SPEND.search(said.text)
    return PlanDraft(intent=Intent.BALANCE) if found else draft


def _until_when(draft: PlanDraft, said: Said) -> PlanDraft:
    """`until which day did the gym take money`: its last."""
    found = draft.intent in {Intent.FIRST, Intent.LIST, Intent.TOTAL} and _UNTIL_WHEN.search(said.text)
    if draft.intent is Intent.SUBSCRIPTIONS and draft.names and _WHEN_ENDED.search(said.text):
        return PlanDraft(intent=Intent.LAST, names=draft.names)
    return replace(draft, intent=Intent.LAST, limit="") if found else draft


def _told_by(draft: PlanDraft, said: Said) -> PlanDraft:
    """`a listing of the garage by months`, `biggest cost block`, `the smallest part of my money`."""
    found = _BY_UNITS.search(said.text) if draft.intent in {Intent.LIST, Intent.TOTAL} else None
    if found:
        return replace(draft, intent=Intent.BREAKDOWN, group_by=TIMES_GROUPED[found.group("unit")], limit="")
    if draft.intent is Intent.LARGEST and not draft.names and _BLOCK.search(said.text):
        return replace(draft, intent=Intent.RANKING, group_by=GroupBy.CATEGORY)
    least = draft.intent is Intent.RANKING and not draft.ascending and _LEAST_PART.search(said.text)
    return replace(draft, ascending=True) if least else draft


def _no_subscription(draft: PlanDraft, said: Said) -> PlanDraft:
    """`what have I paid British Gas, they keep writing to me`: a sum, where no word is of what comes back."""
    listed = draft.intent is Intent.SUBSCRIPTIONS and draft.names and not _COMES_BACK.search(said.text)
    if listed and _PAID.search(said.text):
        return PlanDraft(intent=Intent.TOTAL, names=draft.names, without=draft.without, when=draft.when)
    return draft


def _stayed_after(draft: PlanDraft, said: Said) -> PlanDraft:
    """`what stayed after october`: of october."""
    after = draft.intent is Intent.NET and draft.when.startswith("after ") and _STAYED_AFTER.search(said.text)
    return replace(draft, when=draft.when.removeprefix("after ")) if after else draft


def _once_paid(draft: PlanDraft, said: Said) -> PlanDraft:
    """`anything left once all bills and shopping were paid`: of all money, not of the shopping."""
    found = _ONCE_PAID.search(said.text) if draft.intent is Intent.NET and draft.names else None
    if found is None:
        return draft
    return replace(draft, names=tuple(name for name in draft.names if name not in found.group()))


def _at_present_cost(draft: PlanDraft, said: Said) -> PlanDraft:
    """`at today's price netflix costs me what in a year`: what a subscription costs now."""
    asked = draft.intent in {Intent.TOTAL, Intent.AVERAGE, Intent.WHAT_IF} and _PRESENT_COST.search(said.text)
    names = tuple(_PRESENT_COST.sub("", name).strip() for name in draft.names)
    if not asked or not any(names):
        return draft
    return PlanDraft(intent=Intent.SUBSCRIPTIONS, names=tuple(filter(None, names)), subscription=SubscriptionView.COST)


ASKED_CUES: tuple[Cue, ...] = (
    _once_paid, _at_present_cost, _overdrawn, _costs_now, _what_paid, _with_what_came_back,
    _one_at_the_edge, _used_last, _gone_up, _per_unit, _worth, _set_side_by_side, _of_fees, _refunded, _versus,
    _each_apart, _stayed_after, _no_subscription, _of_what_is_earned, _to_spend, _until_when, _told_by,
)  # fmt: skip
"""In the order they are tried."""
