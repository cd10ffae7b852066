"""Abbreviations of names of several words."""

import pytest

from app.assistant.initials import stands_for
from app.assistant.names import NameKind, link
from tests.helpers.assistant_samples import english, vocabulary


@pytest.mark.parametrize(
    ("letters", "name", "meant"),
    [
        ("bcc", "bristol city council tax", True),
        ("rds", "rainy day savings", True),
        ("hvb", "hausverwaltung berg miete", True),
        ("hvb", "hausverwaltung kern", False),
        ("hbv", "hausverwaltung berg", False),
        ("nb", "noodle bar", False),
        ("cat", "cathedral", False),
        ("bc1", "bristol city 1", False),
    ],
)
def test_first_letters_of_words_stand_for_a_name(letters: str, name: str, *, meant: bool) -> None:
    assert stands_for(letters, name) is meant


def test_an_abbreviation_is_looked_for_where_nothing_else_fits() -> None:
    found = link("rds", vocabulary(), language=english()).best
    assert (found.kind, found.names) == (NameKind.ACCOUNT, ("Rainy Day Savings",))
    assert link("rent", vocabulary(), language=english()).best.names == ("Housing",)
    assert link("xyz", vocabulary(), language=english()).best.kind is NameKind.NOTHING


@pytest.mark.parametrize("brand", ["deliveroo", "ikea", "netflix"])
def test_a_brand_is_no_slip_of_a_category(brand: str) -> None:
    assert link(brand, vocabulary(), language=english()).best.kind is NameKind.NOTHING
