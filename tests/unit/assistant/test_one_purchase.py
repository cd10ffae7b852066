"""Follow-ups about the one purchase an answer told of."""

import pytest

from app.assistant.one_purchase import about_the_one
from app.assistant.plan_text import read, write

LAST = "last spending | name noodle bar"
LARGEST = "largest spending | when 2025"
TOTAL = "total spending | name noodle bar | when 2025"
ABOUT = (
    ("what'd i pay for it", LAST, "total spending same", LAST),
    ("what did we pay", LAST, "total spending", LAST),
    ("so which day did i shell that out", LARGEST, "list spending same", LARGEST),
    ("who was it that got this money", LARGEST, "breakdown spending by payee same", LARGEST),
    ("and when i bought it, the date", LARGEST, "last spending same", LARGEST),
    ("what day did that hit", TOTAL, "list spending same", "last spending | name noodle bar | when 2025"),
)
MORE = (
    ("what did we pay", TOTAL, "total spending"),
    ("how much is it in total", LAST, "total spending same"),
    ("show it by month", LARGEST, "breakdown spending by month same"),
    ("and what did it cost in may", LAST, "total spending same | when may"),
    ("and at the green grocer, what was it", LAST, "total spending same | name green grocer"),
    ("how often was that", LAST, "count spending same"),
    ("and before it", LAST, "last spending same"),
    ("what did it cost", LAST, "total spending"),
    ("on which day did i spend the most on that", TOTAL, "ranking spending by day same"),
    ("what is that", TOTAL, "total spending same"),
    ("what did those cost", "largest spending | top 3", "total spending same"),
)


@pytest.mark.parametrize(("question", "last", "written", "meant"), ABOUT)
def test_the_same_answer_says_it(question: str, last: str, written: str, meant: str) -> None:
    found = about_the_one(read(written), read(last), text=question)
    assert found is not None
    assert write(found) == meant


@pytest.mark.parametrize(("question", "last", "written"), MORE)
def test_more_than_the_one_is_another_question(question: str, last: str, written: str) -> None:
    assert about_the_one(read(written), read(last), text=question) is None
