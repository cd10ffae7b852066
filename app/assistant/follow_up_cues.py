"""Follow-ups that one cue settles: back to another topic, more than usual, who it was, which of these went up."""

import re
from dataclasses import replace
from datetime import timedelta

from app.assistant.resolving import Resolver
from app.assistant.spans_of_time import as_span, unit_of
from app.domain.period import Period
from app.domain.plan import Flow, GroupBy, Intent, Measure, PlanDraft, SubscriptionView

_BACK_TO = re.compile(r"\b(?:back to|different (?:thing|topic|question)|something else|another thing)\b")
_DEARER = re.compile(
    r"\b(?:have|has|did|were|was) any of (?:these|those|them)\b.*\b(?:up|dearer|raised|more|increase\w*)\b"
)
_WHO = re.compile(r"^(?:and |so )?who(?:'s|s)?\b")
_THAN_USUAL = re.compile(
    r"^(?:and |so )?(?:is|was) (?:that|it|this) (?:a lot |much )?(?:more|less|higher|lower)(?: or less)? than "
    r"(?:the |my )?(?:usual|usually|normal|normally|average|typical)"
)
_OF_SPENDING = re.compile(r"\bof (?:all )?(?:my |our |the )?(?:spending|expenses|outgoings|expenditure)\b")


def settled_by_cue(draft: PlanDraft, last: PlanDraft, *, text: str, resolver: Resolver) -> PlanDraft | None:
    """The draft of a question after `last` that one cue settles; None leaves it to what it leans on."""
    if draft.names and _BACK_TO.search(text):
        flow = Flow.SPENDING if draft.flow is last.flow is Flow.FEES else draft.flow
        return replace(draft, follows=False, flow=flow)
    if draft.intent is Intent.BREAKDOWN and draft.group_by is GroupBy.PAYEE and _WHO.search(text):
        return replace(last, intent=Intent.RANKING, group_by=GroupBy.PAYEE, limit="")
    if last.intent is Intent.SUBSCRIPTIONS and last.subscription is not SubscriptionView.RAISED:
        return PlanDraft(intent=Intent.PRICE_CHANGES, when=draft.when) if _DEARER.search(text) else None
    if last.intent is draft.intent is Intent.SHARE and last.other_names and _OF_SPENDING.search(text):
        return replace(last, other_names=(), flow=Flow.SPENDING)
    return _against_usual(last, resolver) if _THAN_USUAL.search(text) else None


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
