"""Month names in the languages of the banks."""

import pytest

from app.statements.locale_months import is_weekday, month_number, plain


@pytest.mark.parametrize(
    ("word", "number"),
    [("Jan", 1), ("févr", 2), ("MÄRZ", 3), ("abr", 4), ("maj", 5), ("juin", 6), ("lug", 7), ("sierpień", 8), ("września", 9), ("říjen", 10),
     ("noviembre", 11), ("грудня", 12)],
)  # fmt: skip
def test_a_month_is_known_in_any_case_and_accent(word: str, number: int) -> None:
    assert month_number(word) == number


def test_other_words_are_no_months() -> None:
    assert [month_number(word) for word in ("", "Monday", "Decimal", "xyz")] == [None] * 4


def test_folding_keeps_cyrillic_letters() -> None:
    assert plain("Й") == "й"
    assert plain("Łódź") == "lodz"


@pytest.mark.parametrize("word", ["Mon", "Montag", "Do", "jeu", "niedz", "søndag", "пн", "Cmt", "Qua"])
def test_weekdays_are_known(word: str) -> None:
    assert is_weekday(word)


@pytest.mark.parametrize("word", ["Saldo", "Total", "Date", "Summe", ""])
def test_other_words_are_no_weekdays(word: str) -> None:
    assert not is_weekday(word)


@pytest.mark.parametrize(("word", "number"), [("Μαΐου", 5), ("Δεκ", 12), ("svibnja", 5), ("kolovoz", 8)])
def test_greek_and_croatian_months(word: str, number: int) -> None:
    assert month_number(word) == number


@pytest.mark.parametrize(("word", "number"), [("MAI", 5), ("Mai", 5), ("mai", 5), ("MaI", None), ("jAN", None)])
def test_capitals_stand_first_or_throughout(word: str, number: int | None) -> None:
    assert month_number(word) == number
