"""Whether a question leans on the one before, where the model did not say so."""

import pytest

from app.assistant.leaning import LONGEST, leaning
from app.assistant.plan_text import read, write
from app.assistant.question import plain

SUM = "total spending | name rent | not fuel | when may | over 50"
TOP = "largest spending | when may | top 5"
CASES = (
    # led or pointing
    ("and groceries", SUM, "total spending | name groceries", "total spending same | name groceries"),
    ("how many was that", SUM, "count spending", "count spending same"),
    ("show me those", SUM, "list spending", "list spending same"),
    ("the latest one", SUM, "last spending", "last spending same"),
    ("groceries too", SUM, "total spending | name groceries", "total spending same | name groceries"),
    # nothing said of its own
    ("how many", SUM, "count spending", "count spending same"),
    ("how many did i make", SUM, "count spending", "count spending"),
    # on its own
    ("rent", SUM, "total spending | name rent", "total spending | name rent"),
    ("what did i spend on rent in may", SUM, "total spending | name rent | when may",
     "total spending | name rent | when may"),
    ("and what's in my savings", SUM, "balance | name savings", "balance | name savings"),
    ("and the refusal", SUM, "unsupported advice", "unsupported advice"),
    ("and rent in june", SUM, "total spending | name rent | when june", "total spending | name rent | when june"),
    # said already
    ("anything", SUM, "count spending same | when june", "count spending same | when june"),
    # a bare name or period asks the same of it
    ("and groceries", TOP, "total spending | name groceries", "largest spending same | name groceries"),
    ("and june", TOP, "total spending | when june", "largest spending same | when june"),
    ("and how much on groceries", TOP, "total spending | name groceries", "total spending same | name groceries"),
    ("and the income", TOP, "total income", "total income same"),
)  # fmt: skip


@pytest.mark.parametrize(("question", "last", "wrote", "meant"), CASES)
def test_it_follows_where_its_words_say_so(question: str, last: str, wrote: str, meant: str) -> None:
    assert write(leaning(read(wrote), read(last), text=plain(question).text)) == meant


@pytest.mark.parametrize(("count", "follows"), [(LONGEST, True), (LONGEST + 1, False)])
def test_a_long_question_stands_on_its_own(count: int, follows: bool) -> None:
    text = " ".join(["and", *["word"] * (count - 1)])
    assert leaning(read("total spending | name groceries"), read(SUM), text=text).follows is follows


def test_a_question_that_carries_on_keeps_the_period() -> None:
    draft = read("total spending | name groceries")
    text = " ".join(["so", *["word"] * (LONGEST - 2), "groceries"])
    assert leaning(draft, read(SUM), text=text).when == "may"
    assert leaning(draft, read(SUM), text=text.replace("so ", "what ")).when == ""
