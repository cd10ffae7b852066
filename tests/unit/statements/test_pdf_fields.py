"""Dates and amounts among the words of a line: what is taken for one, and what is not."""

import pytest

from app.statements.pdf_fields import date_at, money_in, tidy
from app.statements.pdf_words import Word


def words(*texts: str, gap: float = 3.0) -> list[Word]:
    """Words on a line, each as wide as its letters."""
    found, at = [], 50.0
    for text in texts:
        found.append(Word(text, at, at + 5 * len(text), 10.0))
        at += 5 * len(text) + gap
    return found


@pytest.mark.parametrize(
    ("line", "text"),
    [("05.02.2024 Shop", "05.02.2024"), ("5 Feb 2024 Shop", "5 Feb 2024"), ("Feb 5 Shop", "Feb 5"), ("5 de Outubro de 2023 Loja", "5 de Outubro de 2023"), ("05/02 Shop", "05/02"),
     ("05FEB Shop", "05FEB")],
)  # fmt: skip
def test_a_date_is_found_with_all_its_words(line: str, text: str) -> None:
    found = date_at(words(*line.split()), 0)
    assert found is not None
    assert found.text == text


@pytest.mark.parametrize("line", ["Shop 12", "31/31 Shop", "2024 Report", "Maybe 5"])
def test_what_is_no_date_is_none(line: str) -> None:
    assert date_at(words(*line.split()), 0) is None


def test_a_grave_accent_before_an_amount_is_the_rupee_sign() -> None:
    (money,) = money_in(words("Balance", "`15,044.33"))
    assert tidy(money.text) == "15,044.33"
    assert money_in(words("15`044.33", "1,5`0.33"))[-1:] != [money]


def test_a_year_after_a_space_counts_only_where_rows_have_one() -> None:
    line = words("02", "Jan", "23", "Shop")
    strict, loose = date_at(line, 0), date_at(line, 0, spaced_year=True)
    assert strict is not None
    assert loose is not None
    assert (strict.whole, loose.text) == (None, "02 Jan 23")


@pytest.mark.parametrize(
    ("line", "amounts"),
    [("Shop 12.50", ["12.50"]), ("Shop - 1 234,56 9,00", ["- 1 234,56", "9,00"]), ("(12.50) 4.00 CR", ["(12.50)", "4.00 CR"]),
     ("$1,234.56 €9,00", ["$1,234.56", "€9,00"]), ("Flight 2206117 at 10:45", []), ("1.234.567", [])],
)  # fmt: skip
def test_amounts_are_found_with_their_signs_and_marks(line: str, amounts: list[str]) -> None:
    found = []
    for part in line.split("  "):
        found += [money.text for money in money_in(words(*part.split()))]
    assert found == amounts


def test_whole_numbers_are_amounts_only_where_asked_for() -> None:
    line = words("Shop", "1,234", gap=20)
    assert money_in(line) == []
    assert [money.text for money in money_in(line, whole=True)] == ["1,234"]


@pytest.mark.parametrize(
    ("text", "tidied"), [("12.50", "12.50"), ("− 12.50", "-12.50"), ("( 12.50 )", "(12.50)"), ("12.50 OD", "12.50DR")]
)
def test_an_amount_is_made_tidy(text: str, tidied: str) -> None:
    assert tidy(text) == tidied


def test_in_a_typewriter_s_font_a_space_between_groups_is_as_wide_as_a_figure() -> None:
    line = words("REMISE", "CHEQUE", "2", "011,88", gap=5.8)
    assert [money.text for money in money_in(line)] == ["2 011,88"]
    wide = [*line[:3], Word("011,88", line[3].left, line[3].right - 6, 10.0)]
    assert [money.text for money in money_in(wide)] == ["011,88"]
