"""Random drafts: every head that the model may write, with spans from a strategy of the caller's choice."""

from dataclasses import replace

from hypothesis import strategies as st

from app.assistant.plan_text import FLOWING, MEASURES, SIDED
from app.domain.plan import Flow, GroupBy, Intent, Measure, OutOfScope, PlanDraft, SubscriptionView

WORDS = st.from_regex(r"[a-z0-9$&'.]{1,8}( [a-z0-9]{1,6}){0,2}", fullmatch=True)


@st.composite
def drafts(draw: st.DrawFn, words: st.SearchStrategy[str] = WORDS) -> PlanDraft:
    """A draft as `read` may give it; one of three follows another."""
    intent = draw(st.sampled_from(Intent))
    if intent is Intent.UNSUPPORTED:
        return PlanDraft(intent=intent, out_of_scope=draw(st.sampled_from(OutOfScope)))
    span = st.one_of(st.just(""), words)
    spans = st.lists(words, max_size=3, unique=True).map(tuple)
    plain = PlanDraft(
        intent=intent,
        subscription=draw(st.sampled_from(SubscriptionView)) if intent is Intent.SUBSCRIPTIONS else None,
        names=draw(spans),
        without=draw(spans),
        other_names=draw(spans) if intent in SIDED else (),
        when=draw(span),
        other_when=draw(span) if intent in SIDED else "",
        at_least=draw(span),
        at_most=draw(span),
        change=draw(span) if intent is Intent.WHAT_IF else "",
        follows=draw(st.sampled_from((False, False, True))),
    )
    plain = replace(plain, added=draw(spans) if plain.follows else ())
    return plain if intent in {Intent.SUBSCRIPTIONS, Intent.WHAT_IF} else _with_head(draw, plain, limit=draw(span))


def _with_head(draw: st.DrawFn, plain: PlanDraft, *, limit: str) -> PlanDraft:
    sided = plain.intent in SIDED
    return replace(
        plain,
        flow=draw(st.sampled_from(Flow)) if plain.intent in FLOWING else Flow.SPENDING,
        group_by=None if sided else draw(st.sampled_from([None, *GroupBy])),
        measure=draw(st.sampled_from([Measure.AMOUNT, *MEASURES])),
        as_percent=draw(st.booleans()) if sided else False,
        ascending=draw(st.booleans()) if not sided else False,
        limit=limit,
    )
