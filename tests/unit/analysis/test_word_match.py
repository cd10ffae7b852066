"""Words in bank texts: folding, and phrases found as whole words."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from app.analysis.word_match import Phrases, folded, holds_phrase

_WORD = st.sampled_from(["a", "b", "ab", "to", "savings"])
_PHRASE = st.lists(_WORD, min_size=1, max_size=3).map(" ".join)


@given(st.lists(_PHRASE, max_size=5), st.lists(_WORD, max_size=8).map(" ".join))
def test_a_phrase_stands_in_a_text_where_it_is_held_as_whole_words(phrases: list[str], text: str) -> None:
    assert Phrases(phrases).stand_in(text) == any(holds_phrase(text, phrase) for phrase in phrases)


@given(st.text(st.characters(max_codepoint=127)))
def test_plain_text_folds_as_any_other(text: str) -> None:
    assert folded(text) == folded(f"{text}’")
    assert unicodedata.normalize("NFKC", folded(text)) == folded(text)


def test_apostrophes_go_and_the_rest_parts_words() -> None:
    assert folded("JOE'S  Bar & Grill, O’Hare") == "joes bar & grill ohare"
