"""Planning with a model whose plans are known: linking, asking back, refusing."""

import math

import pytest

from app.assistant.grammar import grammar_for
from app.assistant.planned import PlannedStatus
from app.assistant.planner import Planner, chance
from app.assistant.question import plain
from app.domain.errors import PlanRefusedError
from app.domain.period import Period
from app.domain.plan import Flow, Intent, OutOfScope
from app.domain.result import Result, ResultRow
from app.workers.model_client import ChosenToken, Completion
from tests.helpers.assistant_samples import WritingModel, english, vocabulary


def planner(*plans: str, log_chance: float = -0.01) -> Planner:
    return Planner(WritingModel(*plans, log_chance=log_chance), english(), digest="sha256:00")


def test_spans_become_names_days_and_amounts() -> None:
    planned = planner("list spending | name groceries | not noodle bar | when last month | over 50").plan(
        "q w e r", vocabulary()
    )
    assert planned.status is PlannedStatus.ANSWERED
    assert planned.plan is not None
    assert planned.plan.where.categories == ("Groceries",)
    assert planned.plan.without.payees == ("Noodle Bar",)
    assert planned.plan.period == Period.month(2025, 10)
    assert planned.plan.at_least == 5000
    assert planned.planned_by == "model"


def test_an_ambiguous_name_is_asked() -> None:
    planned = planner("total spending | name green").plan("how much at green", vocabulary())
    assert planned.status is PlannedStatus.CLARIFY
    assert set(planned.choices) == {"Green Grocer", "Green Energy"}


def test_an_unknown_name_is_looked_for_as_text() -> None:
    planned = planner("total spending | name zebra crossing").plan("how much at zebra crossing", vocabulary())
    assert planned.plan is not None
    assert planned.plan.where.text == "zebra crossing"
    assert planned.confidence < 0.7


def test_a_span_that_is_no_period_is_asked() -> None:
    assert planner("total spending | when blorp").plan("how much blorp", vocabulary()).status is PlannedStatus.CLARIFY


def test_days_to_come_are_refused_as_forecast() -> None:
    planned = planner("total spending | when next month").plan("how much next month", vocabulary())
    assert planned.status is PlannedStatus.UNSUPPORTED
    assert planned.plan is not None
    assert planned.plan.out_of_scope is OutOfScope.FORECAST


def test_a_share_of_income() -> None:
    planned = planner("share spending | name rent | vs income").plan("what share of income is rent", vocabulary())
    assert planned.plan is not None
    assert planned.plan.other_flow is Flow.INCOME
    assert planned.plan.other_where is None


def test_a_share_that_all_spending_has_of_itself_is_asked() -> None:
    assert planner("share spending | when last month").plan("what share", vocabulary()).status is PlannedStatus.CLARIFY


def test_a_comparison_of_two_months_of_this_year_takes_neither_a_year_back() -> None:
    planned = planner("compare spending | when october to august").plan("difference october to august", vocabulary())
    assert planned.plan is not None
    assert (planned.plan.period, planned.plan.other_period) == (Period.month(2025, 10), Period.month(2025, 8))


def test_a_comparison_without_a_second_period_takes_the_one_before() -> None:
    planned = planner("compare spending | when last month").plan("did my spending go up last month", vocabulary())
    assert planned.plan is not None
    assert planned.plan.other_period == Period.month(2025, 9)


def test_an_unsure_plan_is_not_answered() -> None:
    asked = planner("net", log_chance=-3.0)
    planned = asked.plan("florp the wug", vocabulary(), conversation="c")
    assert planned.status is PlannedStatus.CLARIFY
    assert planned.choices == ("income less spending · all time · all accounts",)
    assert asked.plan("yes", vocabulary(), conversation="c").status is PlannedStatus.ANSWERED


def test_a_plan_outside_the_set_is_refused() -> None:
    with pytest.raises(PlanRefusedError):
        planner("drop table entry").plan("anything at all", vocabulary())


def test_rules_need_no_model() -> None:
    planned = Planner(None, english()).plan("net worth?", vocabulary())
    assert planned.plan is not None
    assert planned.plan.intent is Intent.BALANCE
    assert planned.planned_by == "rules"
    assert Planner(None, english()).plan("how much on rent", vocabulary()).status is PlannedStatus.UNSUPPORTED


def test_no_name_of_the_vault_is_shown_to_the_model() -> None:
    model = WritingModel("total spending | name rent")
    Planner(model, english()).plan("how much was rent", vocabulary())
    shown = "\n".join(part.casefold() for seen in model.seen for part in seen)
    names = [payee.name for payee in vocabulary().payees] + [account.name for account in vocabulary().accounts]
    assert [name for name in names if name.casefold() in shown] == []


def test_a_change_by_a_fixed_amount_is_asked_about() -> None:
    planned = planner("suppose | name rent | change 100 dollars").plan("if rent rose by 100 dollars", vocabulary())
    assert planned.status is PlannedStatus.CLARIFY


def test_a_verb_of_ending_means_all_of_it() -> None:
    planned = planner("suppose | name rent | change dropping").plan("what about dropping rent", vocabulary())
    assert planned.plan is not None
    assert planned.plan.percent == -100


AGAIN = "well then how often would that be in may"


def test_after_another_question_the_model_is_told_its_outline_and_may_edit_it() -> None:
    model = WritingModel("total spending | name groceries | when march", "count spending same | when may")
    asked = Planner(model, english())
    asked.plan("what did groceries set me back in march", vocabulary(), conversation="c")
    planned = asked.plan(AGAIN, vocabulary(), conversation="c")
    assert [prompt.partition("Q: ")[0] for prompt, _ in model.seen] == ["", "L: total spending | name | when\n"]
    assert model.seen[0][1] == grammar_for(plain("what did groceries set me back in march"))
    assert model.seen[1][1] == grammar_for(plain(AGAIN), following=True)
    assert planned.plan is not None
    assert (planned.plan.intent, planned.plan.where.categories) == (Intent.COUNT, ("Groceries",))
    assert planned.plan.period == Period.month(2025, 5)


def test_a_follow_up_of_a_follow_up_edits_the_merged_plan() -> None:
    model = WritingModel(
        "total spending | name groceries | when march", "count spending same | when may", "list spending same"
    )
    asked = Planner(model, english())
    for question in ("what did groceries set me back in march", AGAIN, "well then which ones were all of those"):
        planned = asked.plan(question, vocabulary(), conversation="c")
    assert model.seen[2][0].startswith("L: count spending | name | when\nQ: ")
    assert planned.plan is not None
    assert (planned.plan.intent, planned.plan.where.categories) == (Intent.LIST, ("Groceries",))
    assert planned.plan.period == Period.month(2025, 5)


def test_without_a_conversation_nothing_is_told_of_the_question_before() -> None:
    model = WritingModel("total spending | name groceries", "total spending | name rent")
    asked = Planner(model, english())
    asked.plan("what did groceries set me back", vocabulary())
    asked.plan("what did rent set me back", vocabulary())
    assert all(prompt.startswith("Q: ") for prompt, _ in model.seen)
    assert not any("same" in grammar for _, grammar in model.seen)


def test_a_step_in_a_follow_up_is_counted_from_the_period_before() -> None:
    model = WritingModel("total spending | name groceries | when march", "total spending same | when month before that")
    asked = Planner(model, english())
    asked.plan("what did groceries set me back in march", vocabulary(), conversation="c")
    planned = asked.plan("so what would it have been for the month before that", vocabulary(), conversation="c")
    assert len(model.seen) == 2
    assert planned.plan is not None
    assert planned.plan.period == Period.month(2025, 2)
    assert planned.plan.where.categories == ("Groceries",)


def test_known_names_alone_are_no_talk() -> None:
    planned = planner("unsupported talk").plan("rent october", vocabulary())
    assert planned.plan is not None
    assert (planned.plan.intent, planned.plan.where.categories) == (Intent.TOTAL, ("Housing",))
    assert planned.plan.period == Period.month(2025, 10)


@pytest.mark.parametrize(
    ("line", "question"), [("unsupported advice", "rent october"), ("unsupported talk", "rent october lyrics")]
)
def test_other_refusals_stay(line: str, question: str) -> None:
    assert planner(line).plan(question, vocabulary()).status is PlannedStatus.UNSUPPORTED


def test_the_head_alone_says_how_sure_the_model_was() -> None:
    head = (ChosenToken(" total", -0.1), ChosenToken(" spending", -0.3))
    spans = (ChosenToken(" |", -2.0), ChosenToken(" name", -3.0), ChosenToken(" rent", -4.0), ChosenToken("\n", -5.0))
    assert chance(Completion(" total spending | name rent\n", (*head, *spans), 1)) == pytest.approx(math.exp(-0.4))
    assert chance(Completion(" total spending", head, 1)) == pytest.approx(math.exp(-0.4))


def test_all_that_comes_back_is_more_than_what_was_subscribed_to() -> None:
    for question, every in (
        ("list my regular bills", True),
        ("fixed costs each month", True),
        ("my subscriptions", False),
    ):
        planned = planner("subscriptions active").plan(question, vocabulary()).plan
        assert planned is not None
        assert planned.all_recurring is every


def test_a_follow_up_points_at_what_was_shown() -> None:
    model = WritingModel("ranking spending by payee | when november", "count spending same | name oakhurst")
    asking = Planner(model, english(), digest="sha256:00")
    ranking = asking.plan("which shops cost the most in november", vocabulary(), conversation="one").plan
    assert ranking is not None
    rows = tuple(ResultRow(label=label) for label in ("Green Grocer", "Noodle Bar"))
    asking.remember("one", Result(plan=ranking, value=None, rows=rows))
    asking.remember("another", Result(plan=ranking, value=None, rows=rows))
    planned = asking.plan("how often was i at the second one", vocabulary(), conversation="one").plan
    assert planned is not None
    assert (planned.where.payees, planned.period) == (("Noodle Bar",), Period.month(2025, 11))
    assert "noodle" not in model.seen[1][0]
