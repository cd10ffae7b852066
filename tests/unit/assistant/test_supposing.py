"""Questions that suppose a change."""

import pytest

from app.assistant.amounts import change
from app.assistant.question import plain
from app.assistant.supposing import change_supposed
from tests.helpers.assistant_samples import english

SUPPOSED = {
    "If I ate out 25% less, what'd I save a month?": -25,
    "suppose my cab spending dropped by half": -50,
    "supposing we ate out half as much as we did": -50,
    "Halving my fuel use would free how many euros a month?": -50,
    "if restaurants were reduced by 20 percent": -20,
    "what if rent went up by a tenth": 10,
    "say groceries doubled": 100,
}
PLAIN = (
    "how much did i spend in the first half of 2025",
    "what percent of spending is rent",
    "was it half of my income",
    "how much did I save",
    "spending in the last quarter",
    "by how much percent did rent go up",
)


@pytest.mark.parametrize(("question", "percent"), SUPPOSED.items())
def test_a_change_is_found(question: str, percent: int) -> None:
    asked = plain(question)
    span = change_supposed(asked, english())
    assert change(span, asked.text, language=english()) == percent


@pytest.mark.parametrize("question", PLAIN)
def test_a_plain_question_supposes_nothing(question: str) -> None:
    assert change_supposed(plain(question), english()) == ""
