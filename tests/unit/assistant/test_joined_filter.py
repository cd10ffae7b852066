"""Names side by side mean either of them, or both at once."""

from dataclasses import replace

import pytest

from app.assistant.joined_filter import MOST_BETWEEN, joined_filter
from app.assistant.question import plain
from app.domain.plan import Filter
from app.domain.vocabulary import KnownPayee, Vocabulary
from tests.helpers.assistant_samples import vocabulary

FOUND = Filter(payees=("Noodle Bar",), categories=("Groceries",))
SPANS = ("groceries", "noodle bar")
EITHER = (
    "groceries and the noodle bar",
    "groceries, noodle bar",
    "groceries or noodle bar in may and june",
    "noodle bar plus all of my groceries",
    "groceries & noodle bar",
    "groceries noodle bar together",
    "combined groceries at the noodle bar",
    "and at the noodle bar",
)
BOTH = (
    "groceries at the noodle bar",
    "groceries at the noodle bar in april and may",
    "coffee and tea, groceries from the noodle bar",
    "the noodle bar and what else i paid for some groceries",
)


@pytest.mark.parametrize("question", EITHER)
def test_a_joint_between_them_means_either(question: str) -> None:
    assert joined_filter(FOUND, SPANS, question=plain(question).text, vocabulary=vocabulary()).either


@pytest.mark.parametrize("question", BOTH)
def test_a_joint_elsewhere_joins_nothing(question: str) -> None:
    assert joined_filter(FOUND, SPANS, question=plain(question).text, vocabulary=vocabulary()) == FOUND


@pytest.mark.parametrize("alone", [Filter(payees=("Noodle Bar",)), Filter(categories=("Groceries",))])
def test_one_kind_of_name_needs_no_joint(alone: Filter) -> None:
    assert joined_filter(alone, SPANS, question="groceries and the noodle bar", vocabulary=vocabulary()) == alone


def test_names_far_apart_are_not_joined() -> None:
    near, far = (
        " ".join(["groceries", *["w"] * (count - 1), "and", "noodle bar"]) for count in (MOST_BETWEEN, MOST_BETWEEN + 1)
    )
    assert joined_filter(FOUND, SPANS, question=near, vocabulary=vocabulary()).either
    assert not joined_filter(FOUND, SPANS, question=far, vocabulary=vocabulary()).either


def _shops() -> Vocabulary:
    shops = [KnownPayee(name=name, categories=frozenset({"Groceries"})) for name in ("Green Grocer", "Corner Market")]
    return replace(vocabulary(), payees=(*shops, KnownPayee(name="Noodle Bar", categories=frozenset({"Eating out"}))))


SHOPS = Filter(payees=("Green Grocer", "Corner Market"), categories=("Groceries",))


def test_several_payees_of_a_category_say_which_part_of_it_is_meant() -> None:
    spans = ("supermarket", "green grocer", "corner market")
    asked = "supermarket visits , green grocer and corner market both , how many"
    assert joined_filter(SHOPS, spans, question=asked, vocabulary=_shops()) == SHOPS


@pytest.mark.parametrize(
    ("found", "asked"),
    [
        (Filter(payees=("Green Grocer", "Noodle Bar"), categories=("Groceries",)), "groceries , green grocer and noodle bar"),
        (Filter(payees=("Green Grocer",), categories=("Groceries",)), "groceries and green grocer"),
        (replace(SHOPS, categories=("Groceries", "Housing")), "rent , groceries , green grocer and corner market"),
        (SHOPS, "green grocer and corner market too"),
    ],
)
def test_payees_beside_a_category_that_is_more_than_they_are_stay_beside_it(found: Filter, asked: str) -> None:
    known = {"Housing": "rent", "Groceries": "groceries"}
    spans = [*(known[name] for name in found.categories), *(name.lower() for name in found.payees)]
    assert joined_filter(found, spans, question=asked, vocabulary=_shops()).either
