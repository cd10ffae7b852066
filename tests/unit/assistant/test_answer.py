"""Answers: every intent is said in a sentence whose figures are all in the result; a figure made up is caught."""

import random
import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.analysis.run_plan import run_plan
from app.assistant.answer import AnswerCard, compose
from app.assistant.figure_check import unknown_figures
from app.domain.period import Period
from app.domain.plan import Filter, Flow, GroupBy, Intent, Measure, Plan, SubscriptionView
from app.ledger.answering import plan_context
from tests.helpers.plan_world import PAYEES, PlanWorld, plan_world

INTENTS = [intent for intent in Intent if intent is not Intent.UNSUPPORTED]
MAY = Period.month(2025, 5)


def card(world: PlanWorld, plan: Plan) -> AnswerCard:
    return compose(run_plan(plan, plan_context(world.connection, world.vocabulary)), world.vocabulary)


def any_plan(chance: random.Random, intent: Intent) -> Plan:
    group_by = chance.choice([None, *GroupBy]) if intent in {Intent.AVERAGE, Intent.RANKING, Intent.BREAKDOWN} else None
    return Plan(
        intent=intent,
        flow=chance.choice(list(Flow)),
        where=Filter(payees=tuple(chance.sample(PAYEES, chance.choice([0, 1, 6])))),
        without=Filter(categories=("Coffee",) if chance.random() < 0.3 else ()),
        period=chance.choice([None, MAY, Period(date(2025, 2, 3), date(2025, 4, 9)), Period.year(2025)]),
        other_period=Period.month(2025, 4) if chance.random() < 0.4 else None,
        other_where=Filter(payees=("Acme",)) if chance.random() < 0.4 else None,
        group_by=group_by,
        measure=chance.choice(list(Measure)),
        limit=chance.choice([None, 1, 5]),
        rank=chance.choice([None, None, 2, 9]),
        at_least=chance.choice([None, 5000]),
        at_most=chance.choice([None, 123456]),
        percent=chance.choice([None, -50, 20]),
        subscription=chance.choice([None, *SubscriptionView]) if intent is Intent.SUBSCRIPTIONS else None,
        as_percent=intent is Intent.COMPARE and chance.random() < 0.5,
    )


@pytest.mark.parametrize("intent", INTENTS)
def test_no_honest_sentence_is_blocked(intent: Intent) -> None:
    for seed in (1, 2):
        world = plan_world(seed, size=150 if seed == 1 else 0)
        chance = random.Random(f"{intent}-{seed}")
        for _ in range(60):
            plan = any_plan(chance, intent)
            answer = card(world, plan)
            assert answer.blocked == (), (answer.text, plan)
            assert re.match(r"[A-Z0-9−$€“+]", answer.text), answer.text
            assert answer.text.endswith(".")
            assert "  " not in answer.text
            assert "None" not in answer.text


@given(st.integers(min_value=0, max_value=10**9))
def test_a_figure_that_is_not_in_the_result_is_found(number: int) -> None:
    world = plan_world(1, size=60)
    answer = card(world, Plan(intent=Intent.TOTAL, period=MAY))
    allowed = {"1", "31", "2", "2025", str(len(answer.result.evidence)), "0"}
    found = unknown_figures(f"{answer.text} And {number} more.", answer.result, vocabulary=world.vocabulary)
    assert found == (() if str(number) in allowed else (str(number),))


def test_a_changed_digit_is_found_in_every_sentence() -> None:
    world = plan_world(1, size=150)
    for intent in (Intent.TOTAL, Intent.AVERAGE, Intent.LARGEST, Intent.NET, Intent.COMPARE, Intent.SHARE):
        answer = card(world, Plan(intent=intent, period=MAY, other_period=Period.month(2025, 4)))
        place = next(each.start() for each in re.finditer(r"\d(?=\.\d)", answer.text))
        changed = answer.text[:place] + str((int(answer.text[place]) + 1) % 10) + answer.text[place + 1 :]
        assert unknown_figures(changed, answer.result, vocabulary=world.vocabulary), changed


def test_a_payee_with_digits_in_its_name_brings_no_figure() -> None:
    world = plan_world(1, size=150)
    answer = card(world, Plan(intent=Intent.TOTAL, where=Filter(payees=("50% Off Shop",))))
    assert "50% Off Shop" in answer.text
    assert answer.blocked == ()


def test_sentences_and_readings_read_well() -> None:
    world = plan_world(7, size=200)
    groceries = Plan(intent=Intent.TOTAL, where=Filter(categories=("Groceries",)), period=Period.month(2025, 3))
    answer = card(world, groceries)
    assert answer.text == f"You spent {answer.figure} on groceries in March 2025."
    assert answer.reading == "spending · category Groceries · 1-31 Mar 2025 · all accounts"
    assert [chip.text for chip in answer.chips] == ["spending", "category: Groceries", "1–31 Mar 2025", "all accounts"]
    none = card(world, replace(groceries, period=Period.month(2019, 3)))
    assert none.text == "You spent $0.00 on groceries in March 2019."
    counted = card(world, Plan(intent=Intent.COUNT, where=Filter(payees=("Noodle Bar",)), period=Period.year(2025)))
    assert re.fullmatch(r"There (was|were) \d+ purchases? at Noodle Bar in 2025\.", counted.text)


def test_a_comparison_says_what_limits_both_sides() -> None:
    world = plan_world(7, size=200)
    plan = Plan(
        intent=Intent.COMPARE,
        without=Filter(categories=("Groceries",)),
        period=MAY,
        other_period=Period.month(2025, 4),
        at_least=1000,
    )
    assert "without groceries" in card(world, plan).text
    assert "10.00 or more" in card(world, plan).text


def test_a_comparison_of_means_tells_the_means() -> None:
    world = plan_world(7, size=200)
    groceries, dining = Filter(categories=("Groceries",)), Filter(categories=("Eating out",))
    plan = Plan(intent=Intent.COMPARE, where=groceries, other_where=dining, measure=Measure.AVERAGE)
    means = [card(world, Plan(intent=Intent.AVERAGE, where=side)) for side in (groceries, dining)]
    told = card(world, plan).text
    figures = [re.search(r"\$[\d,.]+\d", mean.text) for mean in means]
    assert all(figure is not None and f"{figure.group()} for each purchase" in told for figure in figures)


def test_a_place_in_an_order_is_told_and_read() -> None:
    world = plan_world(7, size=200)
    largest = card(world, Plan(intent=Intent.LARGEST, rank=2))
    assert largest.text.startswith("The second largest purchase was $")
    assert largest.chips[0].text == "second largest spending"
    ranked = card(world, Plan(intent=Intent.RANKING, group_by=GroupBy.PAYEE, rank=3))
    assert " comes third highest with $" in ranked.text
    assert ranked.chips[0].text == "ranking of spending, third place"
    assert card(world, Plan(intent=Intent.FIRST, rank=2)).text.startswith("The second purchase was on ")
    assert card(world, Plan(intent=Intent.LAST, rank=2)).text.startswith("The second last purchase was on ")


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        (Plan(intent=Intent.LARGEST, rank=10, at_least=1, period=MAY, where=Filter(payees=("Acme",))), "There was no tenth largest "),
        (Plan(intent=Intent.LAST, rank=10, period=MAY, where=Filter(payees=("Acme",))), "There was no tenth last "),
        (Plan(intent=Intent.RANKING, rank=10, group_by=GroupBy.CATEGORY, where=Filter(payees=("Acme",))),
         "There was no tenth highest category"),
        (Plan(intent=Intent.LARGEST, period=Period.year(1999)), "There were no purchases"),
    ],
)  # fmt: skip
def test_a_place_that_nothing_takes_is_no_word_on_the_others(plan: Plan, said: str) -> None:
    assert card(plan_world(1, size=5), plan).text.startswith(said)


def test_transfers_of_an_account_are_said_to_go_the_way_they_went() -> None:
    world = plan_world(1, size=150)
    for account in world.vocabulary.accounts:
        plan = Plan(intent=Intent.TOTAL, flow=Flow.TRANSFERS, where=Filter(account_ids=(account.id,)))
        answer = card(world, plan)
        legs = {row.number: row.amount for row in world.rows}
        out = all(legs[number] < 0 for number in answer.result.evidence)
        assert answer.result.evidence
        assert f"{'out of' if out else 'to'} {account.name}" in answer.text
