"""More of what rules put right, each met first in a question that nobody here had seen."""

from dataclasses import replace

import pytest

from app.assistant.continuing import Earlier, continued
from app.assistant.mending import mended
from app.assistant.plan_text import read, write
from app.assistant.planner import Planner
from app.assistant.question import plain
from app.assistant.resolving import Resolver
from app.domain.category import Category
from app.domain.plan import Flow, Intent
from tests.helpers.assistant_samples import WritingModel, english, vocabulary

CASES = (
    ("noodle pizza last month", "total spending | name noodle pizza | when last month",
     "total spending | name noodle | when last month"),
    ("second largest payment in may behind the rent", "largest spending | not rent | when may",
     "largest spending | not rent | when may"),
    ("biggest deposit into checking that wasn't my salary", "largest income | name checking | name salary",
     "largest income | name checking | not salary"),
    ("every charge of 40 dollars or more, october, card only", "list spending | when october | over 40 dollars",
     "list spending | name card | when october | over 40 dollars"),
    ("number of times i parted with more than a hundred dollars in may", "count spending | when may | over a hundred dollars",
     "count spending | when may | over a hundred dollars"),
    ("all green grocer transactions, including what i sent back", "list refunds | name green grocer",
     "list any | name green grocer"),
    ("when did streamly stop taking money", "subscriptions ended | name streamly", "last spending | name streamly"),
    ("rent over the school hols, may 2 to may 9", "total spending | name rent | name school hols | when may 2 to may 9",
     "total spending | name rent | when may 2 to may 9"),
    ("noodle bar or green grocer in 2025, where is the average shopping trip dearer",
     "compare spending in average | name shopping | vs noodle bar | vs green grocer | when 2025",
     "compare spending in average | name noodle bar | vs green grocer | when 2025"),
    ("what share of my spending was in october", "share spending | when october",
     "share spending | when october | than 2025"),
    ("which part of this year's groceries went in the summer", "share spending | name groceries | when summer",
     "share spending | name groceries | vs groceries | when summer | than this year"),
    ("how much of my spending in 2025 fell in october", "compare spending | when 2025 | than october",
     "share spending | when october | than 2025"),
    ("all outgoings in may bar rent and groceries", "total spending | name may bar rent | name groceries",
     "total spending | not rent | not groceries | when in may"),
    ("second largest payment in may", "largest spending | when may", "largest spending | when may | top second"),
    ("the last but one visit to the noodle bar", "last spending | name noodle bar",
     "last spending | name noodle bar | top second"),
    ("third most expensive shop", "ranking spending by payee", "ranking spending by payee | top third"),
    ("noodle bar and green grocer, leaving out anything under thirty dollars",
     "total spending | name noodle bar | name green grocer | under thirty dollars",
     "total spending | name noodle bar | name green grocer | over thirty dollars"),
    ("paying off the platinum card, how much this year", "total spending | name platinum card | when this year",
     "total transfers | name platinum card | when this year"),
    ("the biggest payoff of the platinum card", "largest income | name platinum card",
     "largest transfers | name platinum card"),
    ("dearest single transaction in may", "largest any | when may", "largest spending | when may"),
    ("biggest transaction in may", "largest any | when may", "largest any | when may"),
    ("what has going overdrawn cost me in may", "total spending | when may", "total fees | when may"),
    ("refund from the green grocer, what was the amount", "total spending | name green grocer",
     "total refunds | name green grocer"),
    ("green grocer in may after taking the refund off", "total refunds | name green grocer | when may",
     "total spending | name green grocer | when may"),
    ("that refund off green grocer, how much was it", "total refunds | name green grocer",
     "total refunds | name green grocer"),
    ("streamly costs now how much a month", "average spending by month | name streamly",
     "subscriptions cost | name streamly"),
    ("what have i paid streamly this year", "list spending | name streamly | when this year",
     "total spending | name streamly | when this year"),
    ("what did i pay for at the green grocer", "list spending | name green grocer", "list spending | name green grocer"),
    ("green grocer - which day was that paid", "list spending | name green grocer", "last spending | name green grocer"),
    ("green grocer's share of my groceries in may", "share spending | name groceries | vs green grocer's | when may",
     "share spending | name green grocer's | vs groceries | when may"),
    ("march to may versus june to august, how much more was it in summer",
     "compare spending | when summer | than june to august", "compare spending | when march to may | than june to august"),
    ("if i went to the noodle bar only half so much as in may", "compare spending | name noodle bar | when may",
     "suppose | name noodle bar | when may | change half"),
    ("is my noodle bar habit getting worse", "prices | name noodle bar", "breakdown spending by month | name noodle bar"),
    ("how are we doing on groceries", "total spending | name groceries",
     "breakdown spending by month | name groceries"),
    ("how are we doing on groceries in may", "total spending | name groceries | when may",
     "total spending | name groceries | when may"),
    ("noodle bar plus green grocer plus the rent, in all", "total spending | name noodle | name green grocer",
     "total spending | name noodle | name green grocer | name rent"),
    ("anything left in may once all the rent and groceries were paid", "net | name rent | name groceries | when may",
     "net | when may"),
    ("at today's price streamly sets me back what over a year", "total spending | name price streamly | when year",
     "subscriptions cost | name price streamly"),
    ("i joined streamly when, exactly", "list spending | name streamly", "first spending | name streamly"),
    ("all told, across my accounts, i've got how much today", "total spending | when today", "balance | when today"),
    ("purchases of twenty to twenty-five dollars in may", "list spending | over twenty-five dollars | when may",
     "list spending | when may | over twenty | under twenty-five dollars"),
    ("percent of grocery money that winds up at green grocer, 2025", "rate | name green grocer | when 2025",
     "share spending | name green grocer | vs grocery | when 2025"),
    ("savings rate on my salary in 2025", "rate | name salary | when 2025", "rate | name salary | when 2025"),
    ("biggest non-rent payment in may", "largest spending | name non-rent | when may",
     "largest spending | not rent | when may"),
    ("noodle bar visits of 2025, count them for me", "list spending | name noodle bar | when 2025",
     "count spending | name noodle bar | when 2025"),
    ("everything moved onto rainy day since march", "list any | name rainy day | when since march",
     "total transfers | name rainy day | when since march"),
    ("restaurants and eating out in may, a lot?", "compare spending | name restaurants | vs eating out | when may",
     "total spending | name restaurants | when may"),
    ("no streamly anymore: what do i spare", "suppose | name streamly", "suppose | name streamly"),
    ("more for the noodle bar or the green grocer, this year i mean",
     "compare spending | name noodle bar | vs green grocer | when this year",
     "compare spending | name noodle bar | vs green grocer | when this year"),
    ("noodle bar or green grocer: the mean bill", "compare spending | name noodle bar | vs green grocer",
     "compare spending in average | name noodle bar | vs green grocer"),
    ("per week, roughly, for groceries", "breakdown spending by week | name groceries",
     "average spending by week | name groceries"),
    ("add please every purchase over 80 at the noodle bar", "list spending | name noodle bar | over 80",
     "total spending | name noodle bar | over 80"),
    ("list every purchase at the noodle bar", "list spending | name noodle bar", "list spending | name noodle bar"),
    ("what do i pay for my abo", "total spending | name abo", "subscriptions cost"),
    ("which abo", "total spending | name abo", "subscriptions active"),
    ("savings, october: what's the number", "total income | name savings | when october",
     "balance | name savings | when october"),
    ("rainy day savings for october", "total transfers | name rainy day savings | when october",
     "balance | name rainy day savings | when october"),
    ("i've been putting something aside on rainy day savings", "total transfers | name rainy day savings",
     "total transfers | name rainy day savings"),
    ("what went to savings in october", "total transfers | name savings | when october",
     "total transfers | name savings | when october"),
    ("checking in october", "total spending | name checking | when october",
     "total spending | name checking | when october"),
    ("on the account is how much now", "balance | name account", "balance"),
    ("what's on the platinum", "balance | name platinum", "balance | name platinum"),
    ("green energy + noodle bar for may", "total spending | not green energy | not noodle bar | when may",
     "total spending | name green energy | name noodle bar | when may"),
    ("noodle bar in may, disregard rent", "total spending | name noodle bar | not rent | when may",
     "total spending | name noodle bar | not rent | when may"),
    ("supermarket in may, green grocer excluded", "total spending | name supermarket | when may",
     "total spending | name supermarket | not green grocer | when may"),
    ("noodle bar purchases, june onward, in a list", "list spending | name noodle bar | when june",
     "list spending | name noodle bar | when june onward"),
    ("per day, what did i spend in october, no rent", "average spending by day | when october",
     "average spending by day | not rent | when october"),
    ("salary after tax this year", "total income | name salary | when this year",
     "total income | name salary | when this year"),
    ("how much was left over at the end of october", "net | when end of october", "net | when october"),
    ("more on groceries this month than last", "compare spending | name groceries | when this month | than last",
     "compare spending | name groceries | when this month | than last month"),
    ("green grocr since april", "total spending | name green grocr | when since april",
     "total spending | name green grocr | when since april"),
    ("how do my expenses split between checking and the card in may",
     "breakdown spending by category | name checking | when may", "breakdown spending by account | when may"),
    ("all restaurant bills pls", "list spending | name restaurant", "list spending | name restaurant"),
)  # fmt: skip


@pytest.mark.parametrize(("question", "wrote", "meant"), CASES)
def test_the_draft_is_put_right(question: str, wrote: str, meant: str) -> None:
    resolver = Resolver(vocabulary(), english())
    assert write(mended(read(wrote), plain(question), resolver=resolver, language=english())) == meant


def test_what_is_moved_is_in_no_category_that_is_spent() -> None:
    world = vocabulary()
    moved = replace(world, categories=(*world.categories, Category(name="Transfers", words=("transfer", "umbuchung"))))
    draft = read("count spending | name umbuchung | name savings | when may")
    told = mended(
        draft, plain("umbuchung to savings in may, how often"), resolver=Resolver(moved, english()), language=english()
    )
    assert write(told) == "count transfers | name savings | when may"


def test_a_share_of_a_salary_is_of_that_category_among_income() -> None:
    resolver = Resolver(vocabulary(), english())
    question = "what part of my salary goes to rent"
    plan = resolver.plan(read("share spending | name rent | vs salary"), question).plan
    assert plan.other_flow is Flow.INCOME
    assert plan.other_where is not None
    assert plan.other_where.categories == ("Salary",)


def test_now_is_compared_with_last_year_where_only_that_is_said() -> None:
    resolver = Resolver(vocabulary(), english())
    draft = read("compare spending | name groceries | than last year")
    plan = resolver.plan(draft, "am i spending more on groceries than last year").plan
    assert plan.period is not None
    assert plan.other_period is not None
    assert (plan.period.first.year, plan.other_period.first.year) == (2025, 2024)


def test_days_to_come_are_refused_though_a_month_of_that_name_has_been() -> None:
    planner = Planner(WritingModel("total spending | name groceries | when next february"), english())
    planned = planner.plan("groceries for next february, your best guess", vocabulary())
    assert planned.plan is not None
    assert planned.plan.intent is Intent.UNSUPPORTED


FOLLOW_UPS = (
    ("balance | name checking", "and on the other account", "balance same | name other account", 2),
    ("balance | name checking | name rainy day", "and in checking?", "balance same | name checking", 1),
)


@pytest.mark.parametrize(("first", "then", "wrote", "accounts"), FOLLOW_UPS)
def test_other_accounts_take_the_place_of_those_asked_about(first: str, then: str, wrote: str, accounts: int) -> None:
    planner = Planner(WritingModel(first, wrote), english())
    planner.plan("what is on checking and rainy day", vocabulary(), conversation="one")
    planned = planner.plan(then, vocabulary(), conversation="one")
    assert planned.plan is not None
    assert len(planned.plan.where.account_ids) == accounts


CONTINUED = (
    ("and the whole month, by category", "total spending | when may 16", "breakdown spending by category same",
     "breakdown spending by category | when 2025-05-01 to 2025-05-31"),
    ("compared to last year?", "total spending | name rent | when may", "compare spending same | than last year",
     "compare spending | name rent | when may | than the same period a year earlier"),
    ("compared to last year?", "total spending | name rent | when this year", "compare spending same | than last year",
     "compare spending | name rent | when this year | than last year"),
    ("how much better was the second one then", "net | when third quarter", "compare spending same | than second",
     "compare spending | when third quarter | than second quarter"),
    ("and what was it at the end of may", "balance | name savings", "total spending same | when end of may",
     "balance | name savings | when end of may"),
    ("and the noodle bar's total instead", "total spending | name rent", "total spending same | add noodle bar's",
     "total spending | name noodle bar's"),
    ("show me the largest", "ranking spending by payee | top second", "ranking spending by payee same",
     "ranking spending by payee"),
    ("and the third", "net | when second quarter", "net same", "net | when third quarter"),
    ("back to the green grocer, per month", "total fees | when may", "average fees by month same | name green grocer",
     "average spending by month | name green grocer"),
    ("who was that from", "total refunds | when may", "breakdown refunds by payee same",
     "ranking refunds by payee | when may"),
    ("have any of these gone up this year", "subscriptions active", "subscriptions raised same | when this year",
     "prices | when this year"),
    ("of my spending, i meant", "share spending | name rent | vs income | when may", "share spending same",
     "share spending | name rent | when may"),
    ("is that more than usual", "total spending | name rent | when march 2024", "unusual",
     "compare spending by month in average | name rent | when march 2024 | than 2024-01-01 to 2024-02-29"),
    ("and which one's the smallest", "ranking spending by category | when may", "smallest spending same",
     "ranking spending by category lowest | when may"),
    ("and compared with april", "compare spending percent | name rent | when may | than june", "compare spending same | than april",
     "compare spending percent | name rent | when may | than april"),
    ("just the rent there, what was it", "compare spending | name green grocer | vs noodle bar | when 2024",
     "total spending | name rent", "total spending | name rent | when 2024"),
    ("split november by week for me", "total spending | name rent", "breakdown spending by week | when november",
     "breakdown spending by week | name rent | when november"),
    ("and in the third one?", "total spending | name rent | when second quarter", "total spending same | when third",
     "total spending | name rent | when third quarter"),
    ("since when", "prices | name rent", "first spending same", "prices | name rent"),
    ("how much interest has that one earned me all told", "balance | name savings | when right now",
     "total income same | name interest", "total income | name savings | name interest"),
    ("has anybody else raised their prices", "prices | name noodle bar", "prices same", "prices"),
    ("total so far", "total transfers | name savings | when may", "total transfers same",
     "total transfers | name savings | when so far"),
    ("what did it cost per month", "total spending | name noodle bar", "average fees by month same",
     "average spending by month | name noodle bar"),
    ("why are groceries so much", "total spending | when november", "unsupported talk",
     "breakdown spending by payee | name groceries | when november"),
    ("and the quarter after?", "total spending | name noodle bar | when q1", "ranking spending by quarter same",
     "total spending | name noodle bar | when 2025-04-01 to 2025-06-30"),
    ("in percent that would be?", "compare spending | name rent | when may | than april", "share spending same",
     "compare spending percent | name rent | when may | than april"),
    ("in visits, not in money", "compare spending | name noodle bar | vs green grocer", "count spending same",
     "compare spending in count | name noodle bar | vs green grocer"),
    ("which of those was the worst", "breakdown spending by month | name rent", "largest spending same",
     "ranking spending by month | name rent"),
)  # fmt: skip


@pytest.mark.parametrize(("question", "last", "wrote", "meant"), CONTINUED)
def test_a_follow_up_in_words_of_its_own(question: str, last: str, wrote: str, meant: str) -> None:
    resolver = Resolver(vocabulary(), english())
    draft = read(wrote)
    if draft.intent is Intent.UNSUPPORTED:
        draft = replace(draft, names=("groceries",))
    told = continued(draft, plain(question), earlier=Earlier(read(last)), resolver=resolver)
    assert write(told) == meant
