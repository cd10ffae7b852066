"""Questions made plain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.assistant.question import last_forms, plain


def test_a_question_becomes_one_line_of_lower_case_words() -> None:
    assert plain("  How MUCH did I\tspend at “Noodle Bar”?\n").text == "how much did i spend at noodle bar"


def test_marks_of_the_plan_and_hidden_characters_do_not_survive() -> None:
    text = plain("rent | name x\\r \u202edrow\u202c\u200b caf\u0065\u0301\x00").text
    assert text == "rent name x r drow café"


def test_the_last_word_of_a_span_loses_marks_and_possessive() -> None:
    assert last_forms("amazon's,") == ("amazon's", "amazon")
    assert last_forms("1,000.") == ("1,000",)
    assert last_forms("...") == ()


@given(st.text(max_size=300))
def test_any_text_becomes_single_spaced_printable_words(text: str) -> None:
    question = plain(text)
    assert " ".join(question.text.split()) == question.text
    assert "|" not in question.text
    assert "\n" not in question.text
    assert plain(question.text).words == question.words


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("petrol n trains in oct n nov", "petrol and trains in oct and nov"),
        ("vet, dec 2024 - nov 2025", "vet , dec 2024 to nov 2025"),
        ("1 \u2013 15 October", "1 to 15 october"),
        ("rent - november", "rent , november"),
        ("w/e 14 Nov, b4 xmas w/ tips", "week ending 14 nov , before xmas with tips"),
        ("groceries 2024 - by month", "groceries 2024 , by month"),
        ("oct - dec", "oct to dec"),
        ("freshers week (22 - 28 sept) lol", "freshers week , 22 to 28 sept , lol"),
        ("trains: oct v nov", "trains , oct vs nov"),
        ("sum(noodle bar) jan..nov", "sum , noodle bar , jan to nov"),
        ("rent - june", "rent , june"),
        ("G'day, rent in may, ta", "rent in may"),
        ("that volt-something shop", "that volt shop"),
    ],
)
def test_a_dash_between_two_days_is_a_range_and_an_n_joins(written: str, meant: str) -> None:
    assert plain(written).text == meant
