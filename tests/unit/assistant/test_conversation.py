"""Follow-ups edit the last plan without asking the model."""

from datetime import date

import pytest

from app.assistant.planned import Planned, PlannedStatus
from app.assistant.planner import Planner
from app.domain.period import Period
from app.domain.plan import GroupBy, Intent
from tests.helpers.assistant_samples import WritingModel, english, vocabulary

FIRST = "total spending | name groceries | when march"


def after(first: str, *said: str) -> Planned:
    model = WritingModel(first)
    planner = Planner(model, english())
    planned = planner.plan("the first question of all", vocabulary(), conversation="c")
    for question in said:
        planned = planner.plan(question, vocabulary(), conversation="c")
    assert len(model.seen) == 1
    return planned


@pytest.mark.parametrize("said", ["and in April?", "what about april", "april?", "and april 2025"])
def test_another_time(said: str) -> None:
    plan = after(FIRST, said).plan
    assert plan is not None
    assert plan.period == Period.month(2025, 4)
    assert plan.where.categories == ("Groceries",)


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("show them", Intent.LIST),
        ("how many?", Intent.COUNT),
        ("on average?", Intent.AVERAGE),
        ("the biggest", Intent.LARGEST),
    ],
)
def test_another_figure(said: str, intent: Intent) -> None:
    plan = after(FIRST, said).plan
    assert plan is not None
    assert plan.intent is intent
    assert plan.period == Period.month(2025, 3)


@pytest.mark.parametrize(
    ("said", "group"), [("by month", GroupBy.MONTH), ("monthly", GroupBy.MONTH), ("and per shop?", GroupBy.PAYEE)]
)
def test_grouped(said: str, group: GroupBy) -> None:
    plan = after(FIRST, said).plan
    assert plan is not None
    assert (plan.intent, plan.group_by) == (Intent.BREAKDOWN, group)


def test_only_the_card_stands_beside_the_category() -> None:
    plan = after(FIRST, "only the card").plan
    assert plan is not None
    assert (plan.where.categories, plan.where.account_ids) == (("Groceries",), (3,))


def test_another_name_takes_the_place_of_the_first() -> None:
    plan = after(FIRST, "and for restaurants?").plan
    assert plan is not None
    assert plan.where.categories == ("Eating out",)


def test_without_something() -> None:
    plan = after(FIRST, "without the green grocer").plan
    assert plan is not None
    assert plan.without.payees == ("Green Grocer",)


def test_without_the_end_of_its_period() -> None:
    plan = after("total spending | name groceries | when since august", "leave November out of it").plan
    assert plan is not None
    assert plan.period == Period(date(2025, 8, 1), date(2025, 10, 31))


def test_how_much_more_it_is_now() -> None:
    plan = after(FIRST, "and in april?", "so how much more is it now").plan
    assert plan is not None
    assert (plan.intent, plan.period, plan.other_period) == (
        Intent.COMPARE, Period.month(2025, 4), Period.month(2025, 3),
    )  # fmt: skip


def test_how_it_is_with_another_name() -> None:
    plan = after(FIRST, "and how is it with the rent").plan
    assert plan is not None
    assert plan.where.categories == ("Housing",)


def test_everything_together_is_all_accounts() -> None:
    plan = after("balance | name savings", "everything together then, card too").plan
    assert plan is not None
    assert (plan.intent, plan.where.account_ids) == (Intent.BALANCE, ())


def test_without_one_of_several() -> None:
    plan = after("total spending | name groceries | name noodle bar | when march", "without the noodle bar").plan
    assert plan is not None
    assert (plan.where.categories, plan.where.payees) == (("Groceries",), ())
    assert plan.without.empty


def test_an_answer_to_a_question_back() -> None:
    planned = after("total spending | name green | when march", "Green Energy")
    assert planned.status is PlannedStatus.ANSWERED
    assert planned.plan is not None
    assert planned.plan.where.payees == ("Green Energy",)
    assert planned.plan.period == Period.month(2025, 3)


def test_a_question_of_its_own_goes_to_the_model_and_conversations_stay_apart() -> None:
    model = WritingModel(FIRST, "balance | name savings", "net")
    planner = Planner(model, english())
    planner.plan("one question about groceries", vocabulary(), conversation="a")
    planner.plan("how much is in my savings account right now", vocabulary(), conversation="a")
    planner.plan("and in april?", vocabulary(), conversation="b")
    assert len(model.seen) == 3
