"""Names of a draft put right."""

from dataclasses import replace

import pytest

from app.assistant.mending import mended
from app.assistant.plan_text import read, write
from app.assistant.question import plain
from app.assistant.resolving import Resolver
from app.domain.plan import Flow
from app.domain.vocabulary import KnownPayee
from tests.helpers.assistant_samples import english, vocabulary

PAYEES = (
    KnownPayee(name="Noodle Bar", transactions=14, flows=frozenset({Flow.SPENDING}), categories=frozenset({"Eating out"})),
    KnownPayee(name="Green Grocer", transactions=40, flows=frozenset({Flow.SPENDING}), categories=frozenset({"Groceries"})),
    KnownPayee(name="Acme Payroll", transactions=12, flows=frozenset({Flow.INCOME}), categories=frozenset({"Salary"})),
    KnownPayee(name="Osteria Nove", transactions=9, flows=frozenset({Flow.SPENDING})),
    KnownPayee(name="Platinum card payment", transactions=9, flows=frozenset({Flow.TRANSFERS})),
)  # fmt: skip
CASES = (
    ("osteria dinners last week", "count spending | name osteria dinners | when last week",
     "count spending | name osteria | when last week"),
    ("noodle bar and green grocer together", "total spending | name noodle bar and green grocer",
     "total spending | name noodle bar | name green grocer"),
    ("bread rolls from green grocer", "total spending | name bread rolls | name green grocer",
     "total spending | name green grocer"),
    ("typical check at osteria nove", "average spending | name osteria | when nove", "average spending | name osteria"),
    ("osteria green grocer noodle bar since may", "total spending | name osteria | name green grocer | when since may",
     "total spending | name osteria | name green grocer | name noodle | when since may"),
    ("summer eating out bill", "total spending | name summer eating out", "total spending | name eating out | when summer"),
    ("groceries with my platinum in may", "total spending | name groceries | when may",
     "total spending | name groceries | name platinum | when may"),
    ("salary at the noodle bar", "total spending | name salary | name noodle bar", "total spending | name noodle bar"),
    ("how many payments has noodle bar taken", "count income | name noodle bar", "count spending | name noodle bar"),
    ("what did acme payroll pay", "total spending | name acme payroll", "total income | name acme payroll"),
    ("what went to the green grocer", "total transfers", "total spending | name green grocer"),
    ("transfers from checking to savings", "total transfers | name transfers | name checking | name savings",
     "total transfers | name savings"),
    ("avg monthly spend jan to oct", "average spending by month | when jan to oct",
     "average spending by month | when jan to oct"),
    ("how much at trader jim", "total spending | name trader jim", "total spending | name trader jim"),
    ("rank the osteria, the noodle bar and the green grocer by what i left there", "ranking spending by payee",
     "ranking spending by payee | name osteria | name noodle bar | name green grocer"),
    ("green grocer vs. the noodle bar, who earned more from me",
     "compare spending | name noodle bar | vs green grocer | vs noodle bar",
     "compare spending | name noodle bar | vs green grocer | vs noodle bar"),
    ("osteria vs. green grocer market, who earned more", "compare spending | name osteria | name green grocer | vs green grocer",
     "compare spending | name osteria | vs green grocer"),
    ("lufthansa tickets in may", "total spending | name lufthansa | when may", "total spending | name lufthansa | when may"),
    ("films on netflix in may", "total spending | name films | name netflix | when may",
     "total spending | name netflix | when may"),
    ("what's my salary now", "balance | name salary", "last income | name salary"),
    ("add the osteria dinners in may", "total spending same | add osteria dinners | when may",
     "total spending same | add osteria | when may"),
    ("plus noodle bar and green grocer", "total spending same | add noodle bar and green grocer",
     "total spending same | add noodle bar | add green grocer"),
    ("noodle bar or green grocer, where do i leave more", "ranking spending by category",
     "ranking spending by payee | name noodle bar | name green grocer"),
    ("was it the noodle bar or osteria that got less in may", "total spending | when may",
     "ranking spending by payee lowest | name noodle bar | name osteria | when may"),
    ("what do rent, groceries and noodle bar add up to",
     "total spending | name rent | name groceries | name noodle bar",
     "total spending | name rent | name groceries | name noodle bar"),
    ("noodle bar october vs september", "compare spending | when october | than september",
     "compare spending | name noodle bar | when october | than september"),
    ("groceries october vs september", "compare spending | when october | than september",
     "compare spending | name groceries | when october | than september"),
    ("groceries compared to last month", "compare spending | when last month",
     "compare spending | name groceries | when last month"),
    ("october vs september", "compare spending | when october | than september",
     "compare spending | when october | than september"),
    ("what part of groceries went on my platinum", "share spending | name groceries",
     "share spending | name groceries | name platinum"),
    ("total without rent and without the osteria", "total spending | not rent | not without the osteria",
     "total spending | not rent | not osteria"),
    ("credit card payments made from checking", "total transfers | name platinum | name checking",
     "total transfers | name platinum"),
    ("trips by osteria, aug to oct, number of", "count spending | name trips | when aug to oct",
     "count spending | name osteria | when aug to oct"),
    ("tickets for november", "total spending | name tickets | when november",
     "total spending | name tickets | when november"),
)  # fmt: skip


@pytest.mark.parametrize(("question", "wrote", "meant"), CASES)
def test_names_are_put_right(question: str, wrote: str, meant: str) -> None:
    resolver = Resolver(replace(vocabulary(), payees=PAYEES), english())
    assert write(mended(read(wrote), plain(question), resolver=resolver, language=english())) == meant


def test_the_card_is_meant_and_not_the_payment_to_it() -> None:
    resolver = Resolver(replace(vocabulary(), payees=PAYEES), english())
    assert resolver.linked("platinum").best.names == ("Platinum Card",)


def test_a_name_is_as_long_as_the_payee_it_begins() -> None:
    payees = (KnownPayee(name="Lido", transactions=5), KnownPayee(name="Lido Garden Centre", transactions=5))
    resolver = Resolver(replace(vocabulary(), payees=payees), english())
    asked = plain("how much at lido garden centre")
    draft = mended(read("total spending | name lido"), asked, resolver=resolver, language=english())
    assert write(draft) == "total spending | name lido garden centre"
