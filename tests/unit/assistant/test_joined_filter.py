"""Names side by side mean either of them, or both at once."""

import pytest

from app.assistant.joined_filter import MOST_BETWEEN, joined_filter
from app.assistant.question import plain
from app.domain.plan import Filter

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
    assert joined_filter(FOUND, SPANS, question=plain(question).text).either


@pytest.mark.parametrize("question", BOTH)
def test_a_joint_elsewhere_joins_nothing(question: str) -> None:
    assert joined_filter(FOUND, SPANS, question=plain(question).text) == FOUND


@pytest.mark.parametrize("alone", [Filter(payees=("Noodle Bar",)), Filter(categories=("Groceries",))])
def test_one_kind_of_name_needs_no_joint(alone: Filter) -> None:
    assert joined_filter(alone, SPANS, question="groceries and the noodle bar") == alone


def test_names_far_apart_are_not_joined() -> None:
    near, far = (
        " ".join(["groceries", *["w"] * (count - 1), "and", "noodle bar"]) for count in (MOST_BETWEEN, MOST_BETWEEN + 1)
    )
    assert joined_filter(FOUND, SPANS, question=near).either
    assert not joined_filter(FOUND, SPANS, question=far).either
