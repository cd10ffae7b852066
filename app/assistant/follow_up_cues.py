"""Follow-ups that one cue settles: back to another topic, more than usual, who it was, which of these went up."""

import re
from dataclasses import replace
from datetime import timedelta

from app.assistant.edited import edited
from app.assistant.question import plain
from app.assistant.resolving import Resolver
from app.assistant.shown import Shown
from app.assistant.spans_of_time import as_span, unit_of
from app.domain.period import Period
from app.domain.plan import Flow, GroupBy, Intent, Measure, PlanDraft, SubscriptionView

_BACK_TO = re.compile(r"\b(?:back to|different (?:thing|topic|question)|something else|another thing)\b")
_DEARER = re.compile(
    r"\b(?:have|has|did|were|was) any of (?:these|those|them)\b.*\b(?:up|dearer|raised|more|increase\w*)\b"
)
_SUMS = frozenset({Intent.TOTAL, Intent.NET, Intent.LIST})
_WHAT_IT_WAS = re.compile(r"^(?:and |so )?(?:what|how much) (?:was|is) (?:it|that|in it|on it)\b")
_SUM_OF = re.compile(
    r"\b(?:sum|total) (?:of|for) (?:those|these|the|the top|all) (?P<one>two|three|four|five)\b|"
    r"\b(?:those|these|the|the top|all) (?P<other>two|three|four|five) (?:together|combined|in total|added up|summed)\b"
)
_INSTEAD = re.compile(r"\binstead$")
_TOGETHER = re.compile(
    r"\b(?:both|the two|those two|all two|two|(?P<three>all three|the three|those three|three)) "
    r"(?P<unit>month|week|quarter|year)s (?:together|combined|in total|taken together|summed up|added up)\b"
)
_WHO = re.compile(r"^(?:and |so )?who(?:'s|s)?\b")
_THAN_USUAL = re.compile(
    r"^(?:and |so )?(?:is|was) (?:that|it|this) (?:a lot |much )?(?:more|less|higher|lower)(?: or less)? than "
    r"(?:the |my )?(?:usual|usually|normal|normally|average|typical)"
)
_OF_SPENDING = re.compile(r"\bof (?:all )?(?:my |our |the )?(?:spending|expenses|outgoings|expenditure)\b")


def settled_by_cue(draft: PlanDraft, last: PlanDraft, *, text: str, resolver: Resolver) -> PlanDraft | None:
    """The draft of a question after `last` that one cue settles; None leaves it to what it leans on."""
    if last.intent is Intent.BALANCE and draft.intent in _SUMS and not draft.names and _WHAT_IT_WAS.search(text):
        return replace(last, when=draft.when)
    if draft.added and not draft.names and _INSTEAD.search(text):
        return edited(replace(draft, names=draft.added, added=(), follows=True), last, resolver=resolver)
    if draft.names and _BACK_TO.search(text):
        flow = Flow.SPENDING if draft.flow is last.flow is Flow.FEES else draft.flow
        return replace(draft, follows=False, flow=flow)
    if draft.intent is Intent.BREAKDOWN and draft.group_by is GroupBy.PAYEE and _WHO.search(text):
        return replace(last, intent=Intent.RANKING, group_by=GroupBy.PAYEE, limit="")
    return _of_what_was_told(draft, last, text=text, resolver=resolver)


_SOMEBODY_ELSE = re.compile(r"\b(?:anybody|anyone|anything|who|what|somebody|someone|nobody) else\b|\bany others?\b")


def _of_what_was_told(draft: PlanDraft, last: PlanDraft, *, text: str, resolver: Resolver) -> PlanDraft | None:
    if last.intent is Intent.SUBSCRIPTIONS and last.subscription is not SubscriptionView.RAISED:
        return PlanDraft(intent=Intent.PRICE_CHANGES, when=draft.when) if _DEARER.search(text) else None
    if draft.intent is Intent.PRICE_CHANGES and not draft.names and _SOMEBODY_ELSE.search(text):
        return replace(draft, follows=False, when=draft.when or last.when)
    if last.intent is draft.intent is Intent.SHARE and last.other_names and _OF_SPENDING.search(text):
        return replace(last, other_names=(), flow=Flow.SPENDING)
    return _against_usual(last, resolver) if _THAN_USUAL.search(text) else None


def several_together(text: str, last: PlanDraft, *, before: PlanDraft | None, resolver: Resolver) -> PlanDraft | None:
    """`both months together`, `all three quarters in total`: the last period with those that were asked before it.

    Those of a comparison are its two sides. Where none adjoin that are so long, the words stay as a period,
    which is asked.
    """
    found = _TOGETHER.search(text)
    if found is None:
        return None
    in_time = last.intent is Intent.COMPARE and last.other_when
    summed = replace(last, intent=Intent.TOTAL, measure=Measure.AMOUNT) if in_time else last
    spans = (last.when, last.other_when or (before.when if before is not None else ""))
    days = [resolver.days(span) if span else None for span in spans]
    longer = days[0] is not None and unit_of(days[0].first, found["unit"]).last < days[0].last
    if longer and not (last.other_when or last.other_names):
        return replace(summed, intent=Intent.TOTAL, group_by=None, limit="")  # `october and november by month` before
    if days[0] is None or days[1] is None or not _adjoin(days[0], days[1], unit=found["unit"]):
        return replace(summed, when=found[0], other_when="", limit="")
    one, two = sorted((days[0], days[1]), key=lambda period: period.first)
    first = unit_of(one.first - timedelta(days=1), found["unit"]).first if found["three"] else one.first
    return replace(summed, when=as_span(Period(first, two.last)), other_when="", limit="")


def _adjoin(one: Period, other: Period, *, unit: str) -> bool:
    """Whether two periods follow each other and the later one is a whole unit: a month, a week."""
    first, last = sorted((one, other), key=lambda period: period.first)
    return last.first <= first.last + timedelta(days=1) and unit_of(last.first, unit) == last


def summed_rows(text: str, last: PlanDraft, *, seen: Shown, resolver: Resolver) -> PlanDraft | None:
    """`sum of those three`: the first so many names that a ranking has shown, in one figure."""
    found = _SUM_OF.search(text) if last.intent in {Intent.RANKING, Intent.BREAKDOWN} else None
    number = resolver.language.number(found["one"] or found["other"]) if found else None
    names = tuple(plain(row.name).text for row in seen.rows if row.name)
    if number is None or not 2 <= number <= len(names):
        return None
    return replace(last, intent=Intent.TOTAL, names=names[:number], group_by=None, limit="", ascending=False)


def _against_usual(last: PlanDraft, resolver: Resolver) -> PlanDraft | None:
    """`is that more than usual`: a month's total against the mean of the months before it."""
    period = resolver.days(last.when) if last.when and last.intent is Intent.TOTAL else None
    known = resolver.vocabulary.span
    if period is None or known is None or unit_of(period.first, "month") != period or known.first >= period.first:
        return None
    before = Period(unit_of(known.first, "month").first, period.first - timedelta(days=1))
    return replace(
        last, intent=Intent.COMPARE, measure=Measure.AVERAGE, group_by=GroupBy.MONTH, other_when=as_span(before)
    )
