"""Names that a question leaves out."""

import pytest

from app.assistant.left_out import with_left_out
from app.assistant.plan_text import read, write
from app.assistant.question import plain
from tests.helpers.assistant_samples import english

CASES = (
    ("transfers out of checking in july", "total transfers same | not checking | when july",
     "total transfers same | name checking | when july"),
    ("on which day did i take out cash", "first spending | name cash", "first spending | name cash"),
    ("how much did i take out of my savings in may", "total transfers | name savings | when may",
     "total transfers | name savings | when may"),
    ("cash taken out, all time", "total spending | name cash", "total spending | name cash"),
    ("groceries taken out, all time", "total spending | name groceries", "total spending | not groceries"),
    ("not counting the hotel and the flight, june", "total spending | name hotel | name flight | when june",
     "total spending | not hotel | not flight | when june"),
    ("biggest category bar housing", "ranking spending by category | name housing",
     "ranking spending by category | not housing"),
    ("groceries apart from harvest foods", "total spending | name groceries | name harvest foods",
     "total spending | name groceries | not harvest foods"),
    ("october, rent excluded", "total spending | name rent | when october", "total spending | not rent | when october"),
    ("all income, interest included", "total income | name interest", "total income"),
    ("groceries and fuel in june", "total spending | name groceries | name fuel | when june",
     "total spending | name groceries | name fuel | when june"),
    ("what if i live without netflix", "suppose | name netflix | change without", "suppose | name netflix | change without"),
    ("rent and groceries not included", "total spending | name rent | name groceries",
     "total spending | not groceries | not rent"),
    ("the rent and the groceries excluded", "total spending | name rent | not groceries",
     "total spending | not groceries | not rent"),
    ("rent and no groceries", "total spending | name rent | not groceries", "total spending | name rent | not groceries"),
    ("groceries too", "total spending | not groceries", "total spending | name groceries"),
    ("groceries also, in may", "total spending | not groceries | when may", "total spending | name groceries | when may"),
    ("october with groceries as well", "total spending | not groceries | when october",
     "total spending | name groceries | when october"),
    ("out of the cash machine in may", "total spending | not cash machine | when may",
     "total spending | name cash machine | when may"),
    ("all spending including my groceries", "total spending | not groceries", "total spending | name groceries"),
    ("rent plus the groceries", "total spending | name rent | not groceries",
     "total spending | name rent | name groceries"),
    ("may together with all the groceries", "total spending | not groceries | when may",
     "total spending | name groceries | when may"),
    ("all income, interest included", "total income | not interest", "total income"),
    ("leave groceries out of october", "total spending | not groceries", "total spending | not groceries"),
    ("everything without groceries", "total spending | not groceries", "total spending | not groceries"),
)  # fmt: skip


@pytest.mark.parametrize(("question", "wrote", "meant"), CASES)
def test_names_move_where_the_words_beside_them_say_so(question: str, wrote: str, meant: str) -> None:
    assert write(with_left_out(read(wrote), plain(question).words, language=english())) == meant


LEFT_OUT_AFTER = (
    "not meant", "should not count", "shouldn't count", "not to be counted", "taken off", "removed", "deducted",
    "out of it", "disregarded",
)  # fmt: skip


@pytest.mark.parametrize("told", LEFT_OUT_AFTER)
def test_words_behind_a_name_leave_it_out(told: str) -> None:
    draft = with_left_out(read("total spending | name rent"), plain(f"october, rent {told}").words, language=english())
    assert write(draft) == "total spending | not rent"
