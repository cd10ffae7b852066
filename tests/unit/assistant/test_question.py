"""Questions made plain."""

from hypothesis import given
from hypothesis import strategies as st

from app.assistant.question import last_forms, plain


def test_a_question_becomes_one_line_of_lower_case_words() -> None:
    assert plain("  How MUCH did I\tspend at “Noodle Bar”?\n").text == "how much did i spend at noodle bar"


def test_marks_of_the_plan_and_hidden_characters_do_not_survive() -> None:
    text = plain("rent | name x\\n \u202edrow\u202c\u200b caf\u0065\u0301\x00").text
    assert text == "rent name x n drow café"


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
