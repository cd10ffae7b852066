"""A plan chosen by hand is said by a draft, so that follow-ups edit it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.assistant.drafted import draft_of
from app.assistant.plan_text import write
from app.assistant.planner import Planner
from app.assistant.resolving import Resolver
from app.domain.period import Period
from app.domain.plan import Filter, GroupBy, Intent, Plan
from tests.helpers.assistant_samples import WritingModel, english, vocabulary
from tests.helpers.plan_drafts import drafts

RESOLVER = Resolver(vocabulary(), english())
NOVEMBER = Period.month(2025, 11)
SAID = (
    (Plan(intent=Intent.TOTAL, where=Filter(categories=("Groceries",)), period=NOVEMBER),
     "total spending | name Groceries | when 2025-11-01 to 2025-11-30"),
    (Plan(intent=Intent.LIST, where=Filter(payees=("Noodle Bar",), account_ids=(3,)), at_least=5000),
     "list spending | name Noodle Bar | name Platinum Card | over 50.00"),
    (Plan(intent=Intent.RANKING, group_by=GroupBy.PAYEE, limit=3, without=Filter(categories=("Housing",))),
     "ranking spending by payee | not Housing | top 3"),
    (Plan(intent=Intent.COMPARE, period=NOVEMBER, other_period=Period.month(2025, 10)),
     "compare spending | when 2025-11-01 to 2025-11-30 | than 2025-10-01 to 2025-10-31"),
    (Plan(intent=Intent.BALANCE, where=Filter(account_ids=(1,))), "balance | name Everyday Checking"),
)  # fmt: skip
NAMES = st.sampled_from(("groceries", "noodle bar", "rent", "platinum", "zebra crossing", "may", "50", "green"))


@pytest.mark.parametrize(("plan", "said"), SAID)
def test_a_plan_is_said(plan: Plan, said: str) -> None:
    draft = draft_of(plan, RESOLVER)
    assert draft is not None
    assert write(draft) == said


@pytest.mark.parametrize(
    "plan",
    [Plan(intent=Intent.TOTAL, weekdays=(5, 6)), Plan(intent=Intent.WHAT_IF, percent=-50),
     Plan(intent=Intent.TOTAL, where=Filter(account_ids=(99,)))],
)  # fmt: skip
def test_what_no_words_say_is_not_said(plan: Plan) -> None:
    assert draft_of(plan, RESOLVER) is None


@given(drafts(NAMES))
def test_what_is_said_means_the_plan(drawn: object) -> None:
    plan = RESOLVER.plan(drawn, "").plan  # type: ignore[arg-type]
    draft = draft_of(plan, RESOLVER)
    assert draft is None or RESOLVER.plan(draft, "").plan == plan


def test_a_follow_up_edits_the_plan_that_was_chosen() -> None:
    planner = Planner(WritingModel("total spending | name groceries | when may"), english())
    planner.plan("groceries in may, how much was that", vocabulary(), conversation="one")
    chosen = Plan(intent=Intent.TOTAL, where=Filter(payees=("Noodle Bar",)), period=NOVEMBER)
    planner.follow_plan("one", chosen, vocabulary=vocabulary())
    planned = planner.plan("and in october?", vocabulary(), conversation="one").plan
    assert planned is not None
    assert (planned.where.payees, planned.period) == (("Noodle Bar",), Period(date(2025, 10, 1), date(2025, 10, 31)))


def test_after_a_plan_that_no_words_say_a_question_stands_alone() -> None:
    planner = Planner(WritingModel("total spending | name groceries | when may", "total spending"), english())
    planner.plan("groceries in may, how much was that", vocabulary(), conversation="one")
    planner.follow_plan("one", Plan(intent=Intent.TOTAL, weekdays=(5, 6)), vocabulary=vocabulary())
    planned = planner.plan("how much was it in all", vocabulary(), conversation="one").plan
    assert planned == Plan(intent=Intent.TOTAL)
