"""Dates written otherwise than those of the other rows are told with their line."""

import pytest

from app.statements.pdf_date_forms import oddly_dated
from app.statements.pdf_rows import read_printed
from tests.helpers.pdf_drawn import scanned


def odd(*days: str, text: int = 160) -> list[str]:
    lines = scanned(
        "40 Date | 160 Text | 400> Amount" + "".join(f"\n40 {day} | {text} Shop | 400> 5.00" for day in days)
    )
    table = read_printed(lines)
    return [
        found for part in table.parts for _, found in oddly_dated(part.rows, {one.line.number: one for one in lines})
    ]


@pytest.mark.parametrize(
    "worse",
    ["03.10.2023 03.10.2023", "03.10.2023,", "3.10.2023*", "2023-10-03", "03.10.2023 DR", "3/10/2023", "03.10.23", "? 3.10.2023", "* 03.10.2023"],
)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_one_date_written_otherwise_is_odd(worse: str, place: int) -> None:
    days = ["01.10.2023", "02.10.2023", "14.10.2023"]
    days[place] = worse
    assert odd(*days) == [worse]


def test_figures_and_names_of_any_length_are_written_alike() -> None:
    assert not odd("1.10.2023", "2.10.2023", "14.10.2023")
    assert not odd("1 May 2023", "2 Sept. 2023", "14 December 2023")


def test_where_half_are_written_otherwise_none_is_odd() -> None:
    assert not odd("01.10.2023", "02.10.2023", "03.10.2023 03.10.2023", "04.10.2023 04.10.2023")


def test_a_mark_before_all_dates_is_not_odd() -> None:
    assert not odd("* 01.10.2023", "* 02.10.2023", "* 03.10.2023")


def test_a_text_close_to_all_dates_is_not_odd() -> None:
    assert not odd("01.10.2023", "02.10.2023", "03.10.2023", text=85)


def test_a_word_two_spaces_behind_one_date_is_odd() -> None:
    assert odd("01.10.2023", "02.10.2023  CR", "14.10.2023") == ["02.10.2023 CR"]
