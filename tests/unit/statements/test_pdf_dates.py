"""The order of printed dates: by proof, by their dots, by the country; else a person is asked, and the answer kept."""

from datetime import date

import pytest

from app.domain.statement_kinds import DateOrder
from app.statements.pdf_dates import DateClues, DatesRead, read_dates
from app.statements.pdf_rows import read_printed
from app.statements.reader import ReadOptions
from tests.helpers.pdf_drawn import drawn, scanned
from tests.helpers.statement_texts import read as read_file


def dates(
    *days: str, title: str = "Statement", day_first: bool = False, answers: dict[str, str] | None = None
) -> DatesRead:
    lines = f"40 {title}\n40 Date | 110 Text | 400> Amount"
    table = read_printed(scanned(lines + "".join(f"\n40 {day} | 110 Shop | 400> 5.00" for day in days)))
    options = ReadOptions(today=date(2026, 11, 22), default_currency="USD", choices=answers or {})
    return read_dates(table.rows, table.others, clues=DateClues(None, day_first, "layout"), options=options)


def test_a_day_above_twelve_proves_the_order() -> None:
    assert dates("10/12/2023", "10/13/2023").convention.order is DateOrder.MONTH_FIRST
    assert dates("12/10/2023", "13/10/2023").convention.order is DateOrder.DAY_FIRST


def test_the_period_proves_the_order() -> None:
    read = dates("10/02", "10/05", title="October 1, 2023 through October 31, 2023")
    assert (read.convention.order, read.decisions) == (DateOrder.MONTH_FIRST, ())


def test_dots_and_the_country_write_the_day_first() -> None:
    for read in (dates("02.10.2023", "05.10.2023"), dates("02/10/2023", "05/10/2023", day_first=True)):
        assert (read.convention.order, read.decisions) == (DateOrder.DAY_FIRST, ())


def test_otherwise_a_person_is_asked_with_rows_shown_both_ways() -> None:
    (question,) = dates("02/10/2023", "05/10/2023").decisions
    assert question.question == "date_order"
    assert [shown[0].split(":")[0] for shown in question.examples] == [
        "02/10/2023 → 2023-02-10",
        "02/10/2023 → 2023-10-02",
    ]


def test_the_answer_is_kept_to() -> None:
    read = dates("02/10/2023", "05/10/2023", answers={"date_order": "dmy"})
    assert (read.convention.order, read.decisions) == (DateOrder.DAY_FIRST, ())


def test_an_order_under_which_a_date_is_none_gives_way_to_one_far_ahead() -> None:
    assert dates("07.03.2025", "11.03.2025", "13.03.2052").convention.order is DateOrder.DAY_FIRST


def test_years_of_two_figures_stand_first_where_the_period_or_the_time_says_so() -> None:
    for title in ("Statement", "2023.10.01 - 2023.10.31"):
        read = dates("23.10.02", "23.10.12", "23.10.30", title=title)
        assert read.convention.order is DateOrder.YEAR_FIRST
        assert read.decisions == ()
    assert dates("02.10.23", "12.10.23", "30.10.23").convention.order is DateOrder.DAY_FIRST
    assert dates("02.10.21", "05.03.22", "09.12.23").convention.order is not DateOrder.YEAR_FIRST


def test_a_year_that_none_of_the_orders_fits_tells_nothing() -> None:
    read = dates("04.03.2025", "05.03.2025", "07.03.2025", "10.03.2025", title="Statement 2026")
    assert (read.convention.order, read.decisions) == (DateOrder.DAY_FIRST, ())
    assert dates("04/03/2025", "05/03/2025", "10/03/2025", title="Statement 2026").decisions


@pytest.mark.parametrize("mark", [".", "-", "/", ""])
def test_years_of_two_figures_stand_first_though_no_period_is_printed_and_the_file_is_of_another_year(mark: str) -> None:
    days = ("19.10.02", "19.10.09", "19.10.31")
    lines = "40 Datum | 130 Text | 480> Belopp\n"
    lines += "".join(f"40 {day.replace('.', mark)} | 130 Shop | 480> -5,00\n" for day in days)
    file = read_file(drawn(lines), "statement.pdf")
    assert [row.booked_on.isoformat() for row in file.statements[0].rows] == ["2019-10-02", "2019-10-09", "2019-10-31"]
