"""Follow-ups in words of their own take what they leave unsaid from the last question."""

import pytest

from app.assistant.continuing import Earlier, continued
from app.assistant.plan_text import read, write
from app.assistant.question import plain
from app.assistant.resolving import Resolver
from app.assistant.shown import Shown, ShownRow
from app.domain.period import Period
from tests.helpers.assistant_samples import english, vocabulary

LAST = "total spending | name green grocer | when november"
BEFORE = "total spending | name noodle bar | when november"
CASES = (
    ("and the noodle bar and streamly added up", LAST, "total spending same | add noodle bar | add streamly",
     "total spending | name noodle bar | name streamly | when november"),
    ("and the noodle bar and streamly added to that", LAST, "total spending same | add noodle bar | add streamly",
     "total spending | name green grocer | name noodle bar | name streamly | when november"),
    ("how many visits was that", LAST, "count spending", "count spending | name green grocer | when november"),
    ("how many visits was that", LAST, "count spending same", "count spending | name green grocer | when november"),
    ("per month on average", LAST, "average spending by month",
     "average spending by month | name green grocer | when november"),
    ("as a share of everything", LAST, "share spending", "share spending | name green grocer | when november"),
    ("plus the noodle bar", LAST, "total spending same | add noodle bar",
     "total spending | name green grocer | name noodle bar | when november"),
    ("last month only", LAST, "total spending | when last month", "total spending | name green grocer | when last month"),
    ("why so high", "total spending | when july", "unsupported talk", "breakdown spending by category | when july"),
    ("why is that", LAST, "unsupported talk", "list spending | name green grocer | when november"),
    ("hm and why", LAST, "total spending same", "list spending | name green grocer | when november"),
    ("the dearest of them", LAST, "ranking spending by payee", "largest spending | name green grocer | when november"),
    ("what did i spend in may", LAST, "total spending | when may", "total spending | when may"),
    ("what's my balance", LAST, "balance", "balance"),
    ("tell me a joke about that", LAST, "unsupported talk", "unsupported talk"),
    ("and what did i spend apart from it", LAST, "total spending same | not it",
     "total spending | not green grocer | when november"),
)  # fmt: skip
MONTHS = "breakdown spending by month | name green grocer"
ANOTHER_WAY = (
    ("groceries in october", "ranking spending by category | not rent | when october",
     "ranking spending by category same | name groceries | when october",
     "total spending | name groceries | not rent | when october"),
    ("same thing but counting visits", "compare spending | name green grocer | vs noodle bar",
     "compare spending same | name visits", "compare spending in count | name green grocer | vs noodle bar"),
    ("and per purchase", "compare spending | name green grocer | vs noodle bar", "average spending same",
     "compare spending in average | name green grocer | vs noodle bar"),
    ("and per purchase", "total spending | name green grocer", "average spending same",
     "average spending | name green grocer"),
    ("which of those bowls was the priciest", "total spending | name noodle bar | when may",
     "largest spending same | name bowls", "largest spending | name noodle bar | when may"),
    ("instead of euros, by number of payments", "ranking spending by payee | when may", "count spending same",
     "ranking spending by payee in count | when may"),
    ("up or down, and by how much", LAST, "net same",
     "compare spending | name green grocer | when november | than the period before"),
    ("and how much was in there at the end of june", "total income | name savings | when may",
     "total income same | when end of june", "balance | name savings | when end of june"),
    ("and the noodle bar as well", "total spending | not green grocer | when november",
     "total spending same | add noodle bar", "total spending | not green grocer | not noodle bar | when november"),
    ("same thing but in visits", "compare spending | name green grocer | vs noodle bar", "count spending same",
     "compare spending in count | name green grocer | vs noodle bar"),
    ("in percent that would be", "compare spending | name green grocer | when may | than june", "share spending same",
     "compare spending percent | name green grocer | when may | than june"),
    ("in percent that would be", "compare spending | name rent | vs green grocer | when may", "rate same",
     "compare spending percent | name rent | vs green grocer | when may"),
    ("and what share of those was rent", "compare spending | name green grocer | when may | than june",
     "share spending same | name rent", "share spending | name rent | vs green grocer | when may"),
    ("november rather than may", "total spending | name green grocer | when may",
     "compare spending same | when november | than may", "total spending | name green grocer | when november"),
    ("november against may", "total spending | name green grocer | when may",
     "compare spending same | when november | than may",
     "compare spending | name green grocer | when november | than may"),
    ("the same but counted in visits", "compare spending | name green grocer | when may | than june",
     "count spending same", "compare spending in count | name green grocer | when may | than june"),
    ("and in visits", "compare spending | name green grocer | when may | than june", "count spending same",
     "compare spending in count | name green grocer | when may | than june"),
    ("and what share of everything is that", "compare spending | name green grocer | when may | than june",
     "share spending same", "share spending | name green grocer | when may"),
    ("and how often was that", "compare spending | name green grocer | when may | than june", "count spending same",
     "count spending | name green grocer | when may"),
    ("which of those was the worst", MONTHS, "largest spending same", "ranking spending by month | name green grocer"),
    ("which of those was the best", MONTHS, "smallest spending same",
     "ranking spending by month lowest | name green grocer"),
    ("which of those was the biggest purchase", MONTHS, "largest spending same", "largest spending | name green grocer"),
    ("the largest of those", MONTHS, "largest spending same", "largest spending | name green grocer"),
    # what was asked about before is asked of the same days
    ("how often at the green grocer", LAST, "count spending | name green grocer",
     "count spending | name green grocer | when november"),
    ("how often at the noodle bar", LAST, "count spending | name noodle bar", "count spending | name noodle bar"),
)  # fmt: skip
STEPS = (
    ("and the month before that", LAST, "total spending same | when month before that",
     "total spending | name green grocer | when 2025-10-01 to 2025-10-31"),
    ("so in the month after", LAST, "count spending same",
     "count spending | name green grocer | when 2025-12-01 to 2025-12-31"),
    ("and a year earlier", LAST, "total spending same | when year earlier",
     "total spending | name green grocer | when 2024-11-01 to 2024-11-30"),
    ("and in may", LAST, "total spending same | when may", "total spending | name green grocer | when may"),
    ("and the month before that", "total spending | name rent", "total spending same | when month before that",
     "total spending | name rent | when month before that"),
)  # fmt: skip
OF_TWO = (
    ("which of those months was the highest", "ranking spending by month same",
     "ranking spending by month | name green grocer | when november"),
    ("which of the two is dearer per visit", "average spending",
     "ranking spending by payee | name noodle bar | name green grocer | when november"),
    ("and both of them together", "total spending",
     "total spending | name noodle bar | name green grocer | when november"),
    ("so the pair of them in total", "total spending",
     "total spending | name noodle bar | name green grocer | when november"),
    ("both but for may", "total spending | when may", "total spending | name noodle bar | name green grocer | when may"),
    ("and what did i spend apart from those two", "total spending same | not those two",
     "total spending | not noodle bar | not green grocer | when november"),
    ("and what did i spend apart from that", "total spending same | not that",
     "total spending | not green grocer | when november"),
)  # fmt: skip


@pytest.mark.parametrize(("question", "last", "wrote", "meant"), CASES + ANOTHER_WAY + STEPS)
def test_a_question_leans_on_the_last_one(question: str, last: str, wrote: str, meant: str) -> None:
    resolver = Resolver(vocabulary(), english())
    assert write(continued(read(wrote), plain(question), earlier=Earlier(read(last)), resolver=resolver)) == meant


@pytest.mark.parametrize(("question", "wrote", "meant"), OF_TWO)
def test_a_question_leans_on_the_last_two(question: str, wrote: str, meant: str) -> None:
    resolver = Resolver(vocabulary(), english())
    draft = continued(read(wrote), plain(question), earlier=Earlier(read(LAST), read(BEFORE)), resolver=resolver)
    assert write(draft) == meant


def test_after_a_refusal_nothing_is_taken_over() -> None:
    draft, resolver = read("total spending | when may"), Resolver(vocabulary(), english())
    last = read("unsupported advice")
    assert continued(draft, plain("and in may"), earlier=Earlier(last), resolver=resolver) == draft


JUNE, MAY = Period.month(2025, 6), Period.month(2025, 5)
WHY = (
    ("ranking spending by month | name rent | when this year", Shown(one=ShownRow(period=JUNE)),
     "breakdown spending by payee | name rent | when 2025-06-01 to 2025-06-30"),
    ("compare spending | name rent | when may | than june", Shown(more=ShownRow(period=JUNE), less=ShownRow(period=MAY)),
     "breakdown spending by payee | name rent | when 2025-06-01 to 2025-06-30"),
    ("compare spending | name noodle bar | vs green grocer | when june",
     Shown(more=ShownRow("Green Grocer", JUNE), less=ShownRow("Noodle Bar", JUNE)),
     "list spending | name green grocer | when 2025-06-01 to 2025-06-30"),
    ("ranking spending by payee | when june", Shown(one=ShownRow("Green Grocer")),
     "breakdown spending by category | when june"),
)  # fmt: skip


@pytest.mark.parametrize(("last", "seen", "meant"), WHY)
def test_why_is_asked_of_what_was_told_most_of(last: str, seen: Shown, meant: str) -> None:
    resolver = Resolver(vocabulary(), english())
    earlier = Earlier(read(last), seen=seen)
    draft = continued(read("total spending same"), plain("why so much"), earlier=earlier, resolver=resolver)
    assert write(draft) == meant


OF_SEVERAL = (
    ("both months together", "total spending | name rent | when october", "total spending | name rent | when november",
     "total spending | name rent | when 2025-10-01 to 2025-11-30"),
    ("both months together", "net", "compare spending | name rent | when november | than october",
     "total spending | name rent | when 2025-10-01 to 2025-11-30"),
    ("both months together", "net", "compare spending | name rent | when november | than 2024",
     "total spending | name rent | when both months together"),
    ("the two months together", "net", "breakdown spending by month | when october to november",
     "total spending | when october to november"),
    ("all three months together?", "net | when october", "net | when november", "net | when 2025-09-01 to 2025-11-30"),
    ("which of them was more", "total spending | name rent | when october", "total spending | name rent | when november",
     "compare spending | name rent | when november | than october"),
)  # fmt: skip


@pytest.mark.parametrize(("question", "before", "last", "meant"), OF_SEVERAL)
def test_several_periods_are_taken_together(question: str, before: str, last: str, meant: str) -> None:
    resolver = Resolver(vocabulary(), english())
    draft = continued(
        read("total spending same"), plain(question), earlier=Earlier(read(last), read(before)), resolver=resolver
    )
    assert write(draft) == meant


def test_rows_that_were_shown_are_added_up() -> None:
    seen = Shown((ShownRow("Noodle Bar"), ShownRow("Green Grocer"), ShownRow("Streamly")))
    last = read("ranking spending by payee | when may")
    draft = continued(
        read("total spending same"), plain("sum of those two"), earlier=Earlier(last, seen=seen),
        resolver=Resolver(vocabulary(), english()),
    )  # fmt: skip
    assert write(draft) == "total spending | name noodle bar | name green grocer | when may"
