"""Payees that stand in for a category nothing is filed under."""

from dataclasses import replace

import pytest

from app.assistant.names import NameKind, link
from app.assistant.unfiled import standing_in
from app.domain.category import Category
from app.domain.plan import Flow
from app.domain.vocabulary import KnownPayee, Vocabulary
from tests.helpers.assistant_samples import english, vocabulary

COFFEE = Category(name="Coffee", words=("coffee", "cafe"), keywords=("espresso",), parent="Eating out")


def bluebird(*categories: str, flow: Flow = Flow.SPENDING) -> KnownPayee:
    return KnownPayee(
        name="Bluebird Cafe", transactions=86, flows=frozenset({flow}), categories=frozenset(categories)
    )


def known(*payees: KnownPayee) -> Vocabulary:
    sample = vocabulary()
    return replace(sample, payees=(*sample.payees, *payees), categories=(*sample.categories, COFFEE))


def test_the_cafe_that_the_bank_files_under_eating_out_is_where_the_coffee_was() -> None:
    best = link("coffee", known(bluebird("Eating out")), language=english()).best
    assert (best.kind, best.names) == (NameKind.PAYEE, ("Bluebird Cafe",))


@pytest.mark.parametrize(
    "payee", [bluebird("Coffee"), bluebird(), bluebird("Eating out", flow=Flow.TRANSFERS), bluebird("Salary", flow=Flow.INCOME)]
)
def test_a_category_that_holds_something_or_may_keeps_its_name(payee: KnownPayee) -> None:
    assert standing_in(("Coffee",), known(payee)) == ()


def test_a_word_within_a_name_nobody_knows_is_no_cafe() -> None:
    best = link("harbor coffee", known(bluebird("Eating out")), language=english()).best
    assert "Bluebird Cafe" not in best.names
