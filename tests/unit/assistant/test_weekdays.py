"""Days of the week as a habit limit which days count; one day of the week is a period."""

import pytest

from app.assistant.plan_text import read
from app.assistant.resolving import Resolver
from app.assistant.weekdays import weekdays_of, without_weekdays
from tests.helpers.assistant_samples import english, vocabulary


@pytest.mark.parametrize(
    ("question", "days"),
    [
        ("how much do i spend on mondays", (0,)),
        ("coffee at weekends, in october", (5, 6)),
        ("tuesdays and thursdays?", (1, 3)),
        ("what did i spend on monday", ()),
    ],
)
def test_only_plural_days_are_a_habit(question: str, days: tuple[int, ...]) -> None:
    assert weekdays_of(question, english()) == days


def test_a_period_keeps_what_else_it_says() -> None:
    assert without_weekdays("weekends in october", english()) == "in october"
    assert without_weekdays("on mondays", english()) == ""


def test_the_plan_carries_them_unless_it_groups_by_them() -> None:
    resolver = Resolver(vocabulary(), english())
    question = "spending on weekends in october"
    limited = resolver.plan(read("total spending | when weekends in october"), question).plan
    assert limited.weekdays == (5, 6)
    assert limited.period is not None
    assert limited.period.first.month == 10
    assert resolver.plan(read("breakdown spending by weekday"), question).plan.weekdays == ()
