"""Questions of known names, a period and words that only ask."""

import pytest

from app.assistant.plan_text import write
from app.assistant.question import plain
from app.assistant.resolving import Resolver
from app.assistant.terse import total_of_names
from tests.helpers.assistant_samples import english, vocabulary

TOTALS = {
    "was november an expensive month": "total spending | when november",
    "was october any good": "net | when october",
    "noodle bar october": "total spending | name noodle bar | when october",
    "october noodle bar": "total spending | name noodle bar | when october",
    "groceries last month": "total spending | name groceries | when last month",
    "rent?": "total spending | name rent",
    "pls rent 2025": "total spending | name rent | when 2025",
    "is there anything on green grocer": "list spending | name green grocer",
    "how is the noodle bar doing": "total spending | name noodle bar",
    "noodle bar or the green grocer?": "compare spending | name noodle bar | vs green grocer",
    "hows my rent going": "breakdown spending by month | name rent",
    "what's a bowl full at the noodle bar on average": "average spending | name noodle bar",
    "put noodle bar and green grocer side by side": "ranking spending by payee | name noodle bar | name green grocer",
    "Deliveroo": "total spending | name deliveroo",
    "groceries over 50 in may": "total spending | name groceries | when in may | over 50",
}
OTHERS = (
    "weather october", "groceries recipe", "who invented rent", "october", "zebra crossing", "checking", "what", "",
    "noodle bar opening hours october", "is there anything on tonight",
)  # fmt: skip


@pytest.mark.parametrize(("question", "meant"), TOTALS.items())
def test_known_names_are_added_up(question: str, meant: str) -> None:
    total = total_of_names(plain(question), resolver=Resolver(vocabulary(), english()), language=english())
    assert total is not None
    assert write(total) == meant


@pytest.mark.parametrize("question", OTHERS)
def test_any_other_word_is_left_to_the_refusal(question: str) -> None:
    resolver = Resolver(vocabulary(), english())
    assert total_of_names(plain(question), resolver=resolver, language=english()) is None
