"""The plan's line: every draft survives writing and reading; everything else is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.assistant.plan_text import FLOWING, MEASURES, SIDED, read, write
from app.domain.errors import PlanRefusedError
from app.domain.plan import Flow, GroupBy, Intent, Measure, OutOfScope, PlanDraft, SubscriptionView

SPANS = st.lists(st.from_regex(r"[a-z0-9$&'.]{1,8}( [a-z0-9]{1,6}){0,2}", fullmatch=True), max_size=3, unique=True).map(
    tuple
)
SPAN = st.one_of(st.just(""), st.from_regex(r"[a-z0-9]{1,8}( [a-z0-9]{1,6})?", fullmatch=True))


@st.composite
def drafts(draw: st.DrawFn) -> PlanDraft:
    intent = draw(st.sampled_from(Intent))
    if intent is Intent.UNSUPPORTED:
        return PlanDraft(intent=intent, out_of_scope=draw(st.sampled_from(OutOfScope)))
    if intent is Intent.SUBSCRIPTIONS:
        return PlanDraft(
            intent=intent, subscription=draw(st.sampled_from(SubscriptionView)), names=draw(SPANS), when=draw(SPAN)
        )
    return PlanDraft(
        intent=intent,
        flow=draw(st.sampled_from(Flow)) if intent in FLOWING else Flow.SPENDING,
        group_by=None if intent in SIDED else draw(st.sampled_from([None, *GroupBy])),
        measure=draw(st.sampled_from([Measure.AMOUNT, *MEASURES])),
        as_percent=draw(st.booleans()) if intent in SIDED else False,
        ascending=draw(st.booleans()) if intent not in SIDED else False,
        names=draw(SPANS),
        without=draw(SPANS),
        other_names=draw(SPANS) if intent in SIDED else (),
        when=draw(SPAN),
        other_when=draw(SPAN) if intent in SIDED else "",
        at_least=draw(SPAN),
        at_most=draw(SPAN),
        limit=draw(SPAN),
        change=draw(SPAN) if intent is Intent.WHAT_IF else "",
    )


@given(drafts())
def test_a_draft_survives_writing_and_reading(draft: PlanDraft) -> None:
    assert read(write(draft)) == draft


@pytest.mark.parametrize(
    "line",
    ["", "total", "steal spending", "total spending | colour red", "total spending | name", "unsupported", "total spending by", "x" * 500,
     "total spending extra", "select * from entry", "subscriptions", "breakdown spending by planet"],
)  # fmt: skip
def test_other_lines_are_refused(line: str) -> None:
    with pytest.raises(PlanRefusedError):
        read(line)
