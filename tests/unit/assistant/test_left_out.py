"""Names that a question leaves out."""

import pytest

from app.assistant.left_out import with_left_out
from app.assistant.plan_text import read, write
from app.assistant.question import plain
from tests.helpers.assistant_samples import english

CASES = (
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
)  # fmt: skip


@pytest.mark.parametrize(("question", "wrote", "meant"), CASES)
def test_names_move_where_the_words_beside_them_say_so(question: str, wrote: str, meant: str) -> None:
    assert write(with_left_out(read(wrote), plain(question).words, language=english())) == meant
