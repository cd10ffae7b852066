"""Spans linked to what the vault knows."""

from dataclasses import replace

import pytest

from app.assistant.names import NameKind, link
from app.domain.category import Category
from tests.helpers.assistant_samples import english, vocabulary


@pytest.mark.parametrize(
    ("span", "kind", "name"),
    [
        ("noodle bar", NameKind.PAYEE, "Noodle Bar"),
        ("the noodle bar restaurant", NameKind.PAYEE, "Noodle Bar"),
        ("nodle bar", NameKind.PAYEE, "Noodle Bar"),
        ("noodle", NameKind.PAYEE, "Noodle Bar"),
        ("petrov and sons", NameKind.PAYEE, "Petrov & Sons"),
        ("groceries", NameKind.CATEGORY, "Groceries"),
        ("check", NameKind.NOTHING, "check"),
        ("checking", NameKind.ACCOUNT, "Everyday Checking"),
        ("grocreies", NameKind.CATEGORY, "Groceries"),
        ("resturants", NameKind.CATEGORY, "Eating out"),
        ("rent", NameKind.CATEGORY, "Housing"),
        ("savings account", NameKind.ACCOUNT, "Rainy Day Savings"),
        ("card", NameKind.ACCOUNT, "Platinum Card"),
        ("kestrel card", NameKind.ACCOUNT, "Platinum Card"),
        ("account ending 4471", NameKind.ACCOUNT, "Everyday Checking"),
        ("zebra crossing", NameKind.NOTHING, "zebra crossing"),
    ],
)
def test_a_span_is_linked(span: str, kind: NameKind, name: str) -> None:
    linked = link(span, vocabulary(), language=english())
    assert (linked.best.kind, linked.best.names[0]) == (kind, name)


@pytest.mark.parametrize("span", ["uber", "uber rides", "deutsche bahn", "lufthansa tickets"])
def test_a_brand_the_vault_has_nothing_of_is_no_category(span: str) -> None:
    sample = vocabulary()
    transport = Category(name="Transport", words=("transport", "rides", "travel"), keywords=("uber",))
    sample = replace(sample, categories=(*sample.categories, transport))
    assert link(span, sample, language=english()).best.kind is NameKind.NOTHING


def test_a_word_of_two_payees_has_no_fair_default() -> None:
    linked = link("green", vocabulary(), language=english())
    assert not linked.certain
    assert set(linked.choices) == {"Green Grocer", "Green Energy"}


def test_a_word_that_spans_categories_means_all_of_them() -> None:
    assert link("food", vocabulary(), language=english()).best.names == ("Groceries", "Eating out")


def test_an_exact_name_needs_no_question() -> None:
    assert link("green energy", vocabulary(), language=english()).choices == ()


@pytest.mark.parametrize(
    ("span", "names", "certain"),
    [("stream", ("Streamly",), True), ("gree", ("Green Grocer", "Green Energy"), False), ("str", (), True)],
)
def test_a_word_that_begins_names_means_them_all(span: str, names: tuple[str, ...], certain: bool) -> None:
    found = link(span, vocabulary(), language=english())
    known = {found.best.names[0], *found.choices} & {payee.name for payee in vocabulary().payees}
    assert known == set(names)
    assert found.certain is certain


@pytest.mark.parametrize("span", ["", "'", "...", "-", "'s"])
def test_marks_alone_name_nothing(span: str) -> None:
    assert link(span, vocabulary(), language=english()).best.kind is NameKind.NOTHING
