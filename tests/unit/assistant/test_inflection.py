"""Inflections beside their bases."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.assistant.inflection import NOUNS, bases, folded, phrase_bases

WORDS = st.text(alphabet=string.ascii_lowercase, min_size=3, max_size=12)


@pytest.mark.parametrize(
    ("said", "base"),
    [
        ("cabs", "cab"),
        ("trains", "train"),
        ("pharmacies", "pharmacy"),
        ("bakeries", "bakery"),
        ("movies", "movie"),
        ("buses", "bus"),
        ("taxis", "taxi"),
        ("taxes", "tax"),
        ("lunches", "lunch"),
        ("houses", "house"),
        ("refuelled", "refuel"),
        ("refueled", "refuel"),
        ("refuelling", "refuel"),
        ("dined", "dine"),
        ("dining", "dine"),
        ("rented", "rent"),
        ("shopping", "shop"),
        ("tidied", "tidy"),
        ("savings", "save"),
    ],
)
def test_an_inflected_word_has_its_base(said: str, base: str) -> None:
    assert base in bases(said)


@pytest.mark.parametrize(
    "word", ["gas", "bus", "red", "ring", "string", "need", "glass", "training", "wedding", "café"]
)
def test_a_word_that_only_looks_inflected_stays(word: str) -> None:
    assert bases(word) == (word,)


@pytest.mark.parametrize(
    ("said", "other"),
    [("trains", "trainer"), ("plans", "plane"), ("cars", "care"), ("rented", "rente"), ("bars", "bare")],
)
def test_alike_is_no_inflection(said: str, other: str) -> None:
    assert other not in bases(said)


@given(WORDS)
def test_the_word_itself_goes_first_and_no_base_is_much_longer(word: str) -> None:
    found = bases(word)
    assert found[0] == word
    assert len(set(found)) == len(found)
    assert all(2 <= len(base) <= len(word) and base[:2] == word[:2] for base in found)


@given(WORDS.filter(lambda word: not word.endswith(("s", "x", "z", "ch", "sh", "y")) and word + "s" not in NOUNS))
def test_a_plain_plural_has_its_singular(word: str) -> None:
    assert word in bases(word + "s")


@given(WORDS.filter(lambda word: word[-1] not in "aeiouys" and set(word[1:]) & set("aeiou")))
def test_a_regular_verb_has_its_base(word: str) -> None:
    for ending in ("ing", "ed"):
        if word + ending not in NOUNS:
            assert word in bases(word + ending)


@given(st.lists(WORDS, min_size=2, max_size=5))
def test_a_phrase_inflects_at_its_ends_only(words: list[str]) -> None:
    for base in phrase_bases(" ".join(words)):
        first, *middle, last = base.split()
        assert (first in bases(words[0]), middle, last in bases(words[-1])) == (True, words[1:-1], True)


@given(st.text(max_size=20))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)
