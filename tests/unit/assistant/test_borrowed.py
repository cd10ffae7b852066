"""Words of another language that people ask with."""

from dataclasses import replace

import pytest

from app.assistant.borrowed import in_english
from app.assistant.resolving import Resolver
from app.domain.vocabulary import KnownPayee
from tests.helpers.assistant_samples import english, vocabulary

SAID = {
    "Anzahl rent 2025": "number of rent 2025",
    "Ausgaben nach Kategorie, November": "spending by category, November",
    "teuerster Kaffee ever?": "most expensive Kaffee ever?",
    "Durchschnitt pro Monat": "average per month",
    "umgebucht aufs savings": "transferred to the savings",
    "rent und groceries in May": "rent and groceries in May",
    "groceries und Kuchen in May": "groceries und Kuchen in May",
    "Gesamtpaket heute": "Gesamtpaket today",
}


@pytest.mark.parametrize(("written", "meant"), SAID.items())
def test_words_that_ask_are_said_in_english(written: str, meant: str) -> None:
    assert in_english(written, resolver=Resolver(vocabulary(), english()), language=english()) == meant


def test_a_word_of_a_name_stays() -> None:
    named = replace(vocabulary(), payees=(KnownPayee(name="Anteil Genossenschaft", transactions=2),))
    assert in_english("Anteil in may", resolver=Resolver(named, english()), language=english()) == "Anteil in may"
