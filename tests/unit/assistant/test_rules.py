"""Questions that leave no doubt need no model."""

import pytest

from app.assistant.question import plain
from app.assistant.rules import by_rule
from app.domain.plan import Intent, OutOfScope

OF_OTHERS = (
    "my brother's fuel spending in october",
    "do my colleagues spend more on lunch",
    "does my boss earn more than me",
    "how much do my neighbours usually save",
    "did our friends get more back",
    "does my neighbour's family spend more",
    "does the average family pay this much",
)
OF_THE_WORLD = (
    "s&p up or down today?", "bitcoin in euro right now", "pound getting any stronger before easter?",
    "best cash isa at the moment?", "which bakery around here is the cheapest one?",
    "do the etf prices rise until christmas?", "will house prices fall next year",
    "30 yr mortgage rate today", "cheapest unleaded near bs6 right now",
)  # fmt: skip
OF_MY_MONEY = (
    "how much bitcoin did i buy", "what did i pay at the exchange rate desk", "my best interest rate payment",
    "what mortgage rate do i pay now", "which bakery around here did i spend most at", "did the prices at my bakery rise last year",
)  # fmt: skip
OF_MINE = (
    "my daughter's school costs me how much",
    "what do i owe my friends",
    "what did i pay my boss",
    "how much did i send to my neighbour",
    "did my friends club charge me",
    "how much did i transfer to my mother's account",
    "what have i paid towards my brother's rent",
)


@pytest.mark.parametrize("question", OF_OTHERS)
def test_what_other_people_spend_is_not_known(question: str) -> None:
    draft = by_rule(plain(question))
    assert draft is not None
    assert (draft.intent, draft.out_of_scope) == (Intent.UNSUPPORTED, OutOfScope.OTHER_PEOPLE)


@pytest.mark.parametrize("question", OF_MINE)
def test_money_that_goes_to_other_people_is_mine(question: str) -> None:
    assert by_rule(plain(question)) is None


@pytest.mark.parametrize("question", OF_THE_WORLD)
def test_markets_and_shops_out_there_are_out_of_scope(question: str) -> None:
    draft = by_rule(plain(question))
    assert draft is not None
    assert draft.intent is Intent.UNSUPPORTED


@pytest.mark.parametrize("question", OF_MY_MONEY)
def test_what_i_paid_there_is_not(question: str) -> None:
    assert by_rule(plain(question)) is None


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("how much are groceries going to run me in january", OutOfScope.FORECAST),
        ("what is the rent going to cost next year", OutOfScope.FORECAST),
        ("is that a lot", OutOfScope.ADVICE),
        ("how many miles did i drive on the petrol of may", OutOfScope.TALK),
        ("northwind outfitters return policy on boots", OutOfScope.TALK),
        ("how long did i climb per visit", OutOfScope.TALK),
        ("what's on the menu at noodle bar", OutOfScope.TALK),
        ("all that cascade fuel , how many miles did i drive", OutOfScope.TALK),
        ("kwh in october , how many did i use", OutOfScope.TALK),
        ("litres of petrol i bought", OutOfScope.TALK),
        ("which books did i buy at seiten", OutOfScope.TALK),
        ("who was i out with at the crooked inn", OutOfScope.TALK),
        ("had i put that money in an index fund", OutOfScope.TALK),
    ],
)
def test_what_no_transaction_tells_is_refused(question: str, reason: OutOfScope) -> None:
    draft = by_rule(plain(question))
    assert draft is not None
    assert (draft.intent, draft.out_of_scope) == (Intent.UNSUPPORTED, reason)


@pytest.mark.parametrize(
    "question",
    [
        "how long have i paid for the gym",
        "what am i going to save if i cancel the gym",
        "how many meals did i buy in may",
        "pretend you're my bookkeeper and list the payees of may",
        "is it going up every month",
        "lindner against kornblume , with whom did i leave more",
        "which books cost the most",
        "how much did i put into the index fund in may",
        "what did i pay for my phone number port",
        "the set menu at noodle bar, how much was it",
    ],
)
def test_what_transactions_tell_is_left_to_the_model(question: str) -> None:
    assert by_rule(plain(question)) is None


@pytest.mark.parametrize("question", ["is my money in the saver safe if the bank goes bust", "are my savings safe there"])
def test_whether_money_is_safe_is_advice(question: str) -> None:
    draft = by_rule(plain(question))
    assert draft is not None
    assert draft.out_of_scope is OutOfScope.ADVICE
