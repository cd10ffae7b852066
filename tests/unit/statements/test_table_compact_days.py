"""Days of six figures are days where the word above them says so and no other."""

import pytest

from tests.helpers.statement_texts import read

ROWS = "260701,茶屋,6360\n260702,本屋,3640\n"


def test_six_figures_below_a_word_for_a_day_are_days() -> None:
    file = read(f"ご利用日,ご利用先,ご利用金額\n{ROWS}".encode(), "a.csv")
    assert [str(row.booked_on) for one in file.statements for row in one.rows] == ["2026-07-01", "2026-07-02"]


def test_six_figures_below_another_word_are_none() -> None:
    assert read(f"番号,ご利用先,ご利用金額\n{ROWS}".encode(), "a.csv").refused


def test_figures_that_are_no_day_are_not_mended() -> None:
    assert read(f"ご利用日,ご利用先,ご利用金額\n{ROWS}261301,茶屋,10\n".encode(), "a.csv").refused


def test_how_they_are_read_is_told() -> None:
    file = read(f"ご利用日,ご利用先,ご利用金額\n{ROWS}".encode(), "a.csv")
    (told,) = [item for item in file.findings if item.code == "days_of_six_figures"]
    assert "260701 as 2026-07-01" in told.message


@pytest.mark.parametrize("year", ["07", "99"])
def test_years_that_may_be_an_emperors_or_lie_ahead_are_none(year: str) -> None:
    assert read(f"日付,摘要,金額\n{year}0701,電気,-100\n{year}0702,水,-200\n".encode(), "a.csv").refused
