"""Where a question says a period for certain."""

import pytest

from app.assistant.period_spots import PeriodSpots
from app.assistant.question import plain
from app.assistant.resolving import Resolver
from tests.helpers.assistant_samples import english, vocabulary

SPOTS = {
    "how much was left over last month after everything": ["last month"],
    "between the 5th and the 19th of november how much": ["between the 5th and the 19th of november"],
    "yo what's the damage for october, all in": ["october"],
    "october vs november spending": ["october", "november"],
    "how often was I at Maple Market in the fall": ["the fall"],
    "what percent of june was rent": ["june"],
    "per week, what do I go through on groceries in 2025, on average": ["2025"],
    "groceries last month compared with the same month a year earlier": ["last month", "same month a year earlier"],
    "march 3, 2025": ["march 3 , 2025"],
    "may i ask what i spent": [],
    "where do i march money to": [],
    "both accounts summed": [],
    "on which weekday": [],
    "how often on sundays": [],
    "what do i spend a month": [],
    "average spending per year": [],
    "how much would i save a year": [],
    "groceries of the year": ["year"],
    "over 400 bucks": [],
    "may's outgoings": ["may"],
    "how did march's groceries go": ["march"],
    "from july on as a list": ["from july on"],
    "spending from july on please": ["from july on"],
    "spending from july on, please": ["from july on"],
    "spending from july on rent": ["from july"],
    "what i spent the month before this": ["month before this"],
    "what was spring's bill": [],
}


def test_a_day_with_its_point_is_one_for_certain() -> None:
    resolver = Resolver(vocabulary(currency="EUR"), english())
    spots = PeriodSpots(plain("Giro at the 31.10., closing balance; 3.11. too").words, resolver)
    assert [spots.text(run) for run in spots.runs] == ["31.10", "3.11"]


@pytest.mark.parametrize(("question", "meant"), SPOTS.items())
def test_the_certain_periods_are_found(question: str, meant: list[str]) -> None:
    words = plain(question).words
    spots = PeriodSpots(words, Resolver(vocabulary(), english()))
    assert [spots.text(run) for run in spots.runs] == meant
