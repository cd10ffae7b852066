"""Follow-ups that the model wrote with `same` are merged with the draft of the question before."""

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.assistant.edited import edited, with_added, without_names
from app.assistant.plan_text import read, write
from app.assistant.resolving import Resolver
from app.domain.plan import Flow, GroupBy, Intent, PlanDraft
from tests.helpers.assistant_samples import english, vocabulary
from tests.helpers.plan_drafts import drafts

RESOLVER = Resolver(vocabulary(), english())
SUM = "total spending | name groceries | when march"
BOTH = "total spending | name groceries | name rent | when march"
CARD = "total spending | name groceries | name platinum | when march"
CHECKING = "total spending | name groceries | name everyday checking | when march"
PERIODS = "compare spending | name groceries | when march | than april"
SIDES = "compare spending | name groceries | vs rent | when march"
CASES = (
    # what is unsaid
    ("list spending | name rent | not fuel | when may | over 50 | under 99", "count spending same",
     "count spending | name rent | not fuel | when may | over 50 | under 99"),
    (SUM, "total spending same | when april", "total spending | name groceries | when april"),
    ("list spending | name rent | over 50 | under 99", "list spending same | over 20",
     "list spending | name rent | over 20 | under 99"),
    # names in the place of others
    (SUM, "total spending same | name rent", "total spending | name rent | when march"),
    (SUM, "total spending same | name platinum", "total spending | name groceries | name platinum | when march"),
    (CARD, "total spending same | name rent", "total spending | name platinum | name rent | when march"),
    (CARD, "total spending same | name savings", "total spending | name groceries | name savings | when march"),
    # names beside others
    (SUM, "total spending same | add rent", BOTH),
    (SUM, "total spending same | add grocery", SUM),
    ("total spending | when march", "total spending same | add rent", "total spending | name rent | when march"),
    ("total spending | name zebra", "total spending same | add zebra", "total spending | name zebra"),
    ("total spending | not rent | when march", "total spending same | add mortgage", "total spending | when march"),
    ("total spending | name groceries | not rent", "total spending same | add rent",
     "total spending | name groceries | name rent"),
    ("total spending | not rent | not groceries", "total spending same | name rent",
     "total spending | name rent | not groceries"),
    # names left out
    ("total spending | when march", "total spending same | not rent", "total spending | not rent | when march"),
    (BOTH, "total spending same | not mortgage", SUM),
    (SUM, "total spending same | not noodle bar", "total spending | name groceries | not noodle bar | when march"),
    ("total spending | not rent", "total spending same | not mortgage", "total spending | not rent"),
    (SUM, "total spending same | not supermarket", "total spending | not supermarket | when march"),
    # other money, and figures of no payee
    (CARD, "total income same", "total income | when march"),  # nothing is earned on a card
    (CHECKING, "total income same", "total income | name everyday checking | when march"),
    (CARD, "net same", "net | name platinum | when march"),
    (CARD, "balance same", "balance | name platinum | when march"),
    ("balance | name platinum | when may", "balance same | name savings", "balance | name savings | when may"),
    (CARD, "share spending same", "share spending | name groceries | name platinum | when march"),
    # the two sides
    (SIDES, "total spending same", BOTH),
    (SIDES, "compare spending same | when may", "compare spending | name groceries | vs rent | when may"),
    (SIDES, "compare spending same | than may", "compare spending | name groceries | vs rent | when march | than may"),
    (PERIODS, "total spending same", SUM),
    (PERIODS, "compare spending percent same", "compare spending percent | name groceries | when march | than april"),
    (PERIODS, "compare spending same | when may", "compare spending | name groceries | when may"),
    (PERIODS, "compare spending same | name rent", "compare spending | name rent | when march | than april"),
    (PERIODS, "compare spending same | vs rent", SIDES),
    (SUM, "compare spending same | than may", "compare spending | name groceries | when march | than may"),
    (SUM, "compare spending same | vs rent", SIDES),
    # parts of a whole
    (SUM, "share spending same | name green grocer", "share spending | name green grocer | vs groceries | when march"),
    (CARD, "share spending same | name green grocer",
     "share spending | name platinum | name green grocer | vs groceries | when march"),
    (SUM, "share spending same | vs income", "share spending | name groceries | vs income | when march"),
    ("share spending | name rent | vs income", "share spending same | when may",
     "share spending | name rent | vs income | when may"),
    ("share spending | name rent | vs income", "total spending same", "total spending | name rent"),
    # how many, and by how much
    ("largest spending | top 5", "largest spending same | when may", "largest spending | when may | top 5"),
    ("largest spending | top 5", "largest spending same | top 3", "largest spending | top 3"),
    ("ranking spending by payee | top 5", "ranking spending by category same", "ranking spending by category | top 5"),
    ("ranking spending by payee | top 5", "list spending same", "list spending"),
    ("count spending | top 5", "count spending same", "count spending"),
    ("suppose | name rent | change a third", "suppose same | name groceries",
     "suppose | name groceries | change a third"),
    ("suppose | name rent | change a third", "suppose same | change half", "suppose | name rent | change half"),
    ("suppose | name rent | change a third", "total spending same", "total spending | name rent"),
    # one shop is not ranked
    ("total spending | name noodle bar", "ranking spending by payee same", "largest spending | name noodle bar"),
    ("total spending | name noodle bar", "ranking spending by payee lowest same",
     "smallest spending | name noodle bar"),
    ("total spending | name noodle bar | name savings", "ranking spending by payee same",
     "largest spending | name noodle bar | name savings"),
    ("total spending | name noodle bar", "ranking spending by payee in count same",
     "ranking spending by payee in count | name noodle bar"),
    ("total spending | name noodle bar", "ranking spending by month same",
     "ranking spending by month | name noodle bar"),
    (SUM, "ranking spending by payee same", "ranking spending by payee | name groceries | when march"),
    ("total spending | name noodle bar | name streamly", "ranking spending by payee same",
     "ranking spending by payee | name noodle bar | name streamly"),
)  # fmt: skip


@pytest.mark.parametrize(("last", "wrote", "meant"), CASES)
def test_what_a_follow_up_leaves_unsaid_is_taken_over(last: str, wrote: str, meant: str) -> None:
    assert write(edited(read(wrote), read(last), resolver=RESOLVER)) == meant


@pytest.mark.parametrize(
    ("last", "out", "meant"),
    [
        (BOTH, "mortgage", SUM),
        ("total spending | when march", "rent", "total spending | not rent | when march"),
        (SIDES, "noodle bar", "compare spending | name groceries | not noodle bar | vs rent | when march"),
    ],
)
def test_names_are_left_out(last: str, out: str, meant: str) -> None:
    assert write(without_names(read(last), (out,), resolver=RESOLVER)) == meant


@pytest.mark.parametrize(
    ("last", "more", "meant"),
    [
        (SUM, "rent", BOTH),
        (SUM, "grocery", SUM),
        ("total spending | not rent | when march", "rent", "total spending | when march"),
        (SIDES, "noodle bar", "compare spending | name groceries | name noodle bar | vs rent | when march"),
        ("largest spending | name rent | top 5", "groceries", "largest spending | name rent | name groceries | top 5"),
    ],
)
def test_names_are_added(last: str, more: str, meant: str) -> None:
    assert write(with_added(read(last), (more,), resolver=RESOLVER)) == meant


KNOWN = st.sampled_from(("groceries", "noodle bar", "rent", "platinum", "savings", "zebra", "streamly", "may", "50"))
_FIGURES_OF_ACCOUNTS = frozenset({Intent.NET, Intent.SAVINGS_RATE, Intent.BALANCE})


@example(PlanDraft(intent=Intent.RANKING, flow=Flow.SPENDING, group_by=GroupBy.CATEGORY, names=("groceries",)))
@settings(max_examples=150)
@given(drafts(KNOWN))
def test_a_follow_up_that_says_nothing_new_asks_the_same(drawn: PlanDraft) -> None:
    last = replace(drawn, follows=False, added=(), limit="")
    if last.intent is Intent.UNSUPPORTED:
        return
    if last.intent in _FIGURES_OF_ACCOUNTS:
        last = replace(last, names=tuple(name for name in last.names if name in {"platinum", "savings"}))
    head = write(last).partition(" | ")[0]
    again = edited(read(f"{head} same"), last, resolver=RESOLVER)
    if last.group_by is GroupBy.PAYEE and last.intent is Intent.RANKING:
        again = replace(again, intent=last.intent, group_by=last.group_by, ascending=last.ascending)
    if last.group_by is GroupBy.CATEGORY and last.intent is Intent.RANKING and again.intent is Intent.TOTAL:
        one = {name for name in last.names if name not in {"platinum", "savings"}}
        assert len(one) == 1, "only one category alone has nothing to be ranked by"
        again = replace(again, intent=Intent.RANKING, group_by=GroupBy.CATEGORY)
        again = replace(again, ascending=last.ascending, measure=last.measure)
    assert again == last


@example(read("share spending | name platinum"), read("total spending | name platinum"))
@given(drafts(KNOWN), drafts(KNOWN))
def test_no_mark_of_a_follow_up_is_left(draft: PlanDraft, last: PlanDraft) -> None:
    merged = edited(draft, replace(last, follows=False, added=()), resolver=RESOLVER)
    assert not merged.follows
    assert merged.added == ()
    assert len(set(merged.names)) == len(merged.names)
