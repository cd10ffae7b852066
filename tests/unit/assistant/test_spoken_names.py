"""Lists of what people say, looked up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.assistant.spoken_names import SpokenNames, name_pattern, readings

FILLER = frozenset({"my", "the", "bill", "shop", "at"})
LISTED = SpokenNames.of(
    {"gas": ["Fuel"], "gas bill": ["Energy"], "Pet shops": ["Pets"], "trains": ["Rail"], "train": ["Train"]}
)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("gas", ("Fuel",)),
        ("my gas bill", ("Energy",)),
        ("the gas", ("Fuel",)),
        ("gas bills", ("Energy",)),
        ("pet shop", ("Pets",)),
        ("at the pet shop", ("Pets",)),
        ("trains", ("Rail",)),
        ("train", ("Train",)),
        ("gasoline", ()),
        ("bill", ()),
        ("", ()),
    ],
)
def test_what_is_said_is_found_as_it_is_before_inflected(said: str, found: tuple[str, ...]) -> None:
    assert LISTED.find(readings(said, FILLER)) == found


@given(st.lists(st.sampled_from(["my", "the", "bill", "shop", "gas", "pet", "cab"]), max_size=6).map(" ".join))
def test_readings_begin_with_the_words_and_end_without_filler(said: str) -> None:
    found = readings(said, FILLER)
    assert found[:1] == ((said,) if said else ())
    assert len(set(found)) == len(found)
    bare = [word for word in said.split() if word not in FILLER]
    assert not bare or found[-1].split() == bare
    assert all([word for word in reading.split() if word not in FILLER] == bare for reading in found)


@pytest.mark.parametrize(
    ("word", "name", "stands"),
    [
        ("bahn", "regiobahn nord", True),
        ("bahn", "bahnhof kiosk", True),
        ("bahn", "autobahnraststatte", False),
        ("apotheke", "marktapotheke", True),
        ("Bäckerei", "stadtbackerei huber", True),
        ("cab", "blue cabs", True),
        ("cab", "cabinet makers", False),
        ("inn", "dinner club", False),
        ("=rail", "trail outfitters", False),
        ("=rail", "northern rail", True),
        ("=rail", "railcard", False),
        ("garden centre", "willow garden centre", True),
        ("garden centre", "garden and home centre", False),
    ],
)
def test_a_word_stands_in_a_name_whole_or_at_an_end_of_a_longer_word(word: str, name: str, stands: bool) -> None:
    assert (name_pattern([word]).search(name) is not None) == stands


@pytest.mark.parametrize(
    ("name", "stands"),
    [
        ("regiobahn nord", True),
        ("autobahn raststatte", False),
        ("bahn am bahnhof", False),
        ("sudbahn", True),
        ("hof", False),
    ],
)
def test_a_name_never_holds_a_text_that_is_marked_so(name: str, *, stands: bool) -> None:
    assert (name_pattern(["bahn", "!autobahn", "!bahnhof"]).search(name) is not None) == stands
