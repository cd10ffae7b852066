"""Which decimal mark and date order the cells prove, and when they prove neither."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.statement_kinds import DateOrder
from app.statements.date_fields import DateConvention
from app.statements.fields import AmountConvention, Mark
from app.statements.locale_proof import date_reader, looks_like_amount, prove_amounts, prove_dates

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("cells", "mark"),
    [
        (["1.234,50", "-3"], ","),
        (["1,234.50", "12"], "."),
        (["1,234", "450"], "."),
        (["1.234", "450"], ","),
        (["12,5"], ","),
        (["0.0000", "-12.5000"], "."),
        (["1'200.5"], "."),
    ],
)
def test_the_decimal_mark_is_the_one_under_which_all_cells_parse(cells: list[str], mark: str) -> None:
    found = prove_amounts(cells, 2)
    assert [convention.decimal for convention in found.conventions] == [mark]


def test_whole_numbers_leave_nothing_to_decide() -> None:
    assert len(prove_amounts(["12", "-400"], 2).conventions) == 1


def test_cells_that_contradict_one_another_leave_two_readings() -> None:
    assert len(prove_amounts(["1.50", "2,50"], 2).conventions) == 2


def test_marks_of_direction_are_gathered() -> None:
    assert prove_amounts(["1.00", "+ 2.00", "3.00 CR"], 2).marks == {Mark.NONE, Mark.PLUS, Mark.CREDIT}


@pytest.mark.parametrize("text", ["1.50", "-1", "£3", "(5.00)", "12,00 EUR", "1 000,00", "5 S"])
def test_amounts_are_recognised(text: str) -> None:
    assert looks_like_amount(text)


@pytest.mark.parametrize("text", ["", "abc", "12.03.2024", "NL02COFF0123456789", "12:30", "5 %", "1-2-3", "x" * 50])
def test_other_texts_are_not_amounts(text: str) -> None:
    assert not looks_like_amount(text)


def orders(cells: list[str], *, day_first: bool = False) -> list[str]:
    return [str(order) for order in prove_dates([cells], TODAY, day_first_language=day_first).orders]


def test_a_day_above_twelve_settles_the_order() -> None:
    assert orders(["03/04/2024", "13/04/2024"]) == ["dmy"]
    assert orders(["03/04/2024", "04/13/2024"]) == ["mdy"]


def test_rows_in_time_settle_the_order() -> None:
    assert orders(["03/01/2024", "04/02/2024", "02/03/2024"]) == ["dmy"]


def test_no_row_lies_years_ahead() -> None:
    assert orders(["12/01/2027", "01/05/2027"]) != ["mdy", "dmy"]


def test_dots_and_other_languages_put_the_day_first() -> None:
    assert orders(["03.04.2024"]) == ["dmy"]
    assert orders(["03/04/2024"], day_first=True) == ["dmy"]


def test_what_nothing_settles_stays_open() -> None:
    assert sorted(orders(["03/04/2024", "05/04/2024"])) == ["dmy", "mdy"]


def test_the_same_day_both_ways_is_no_question() -> None:
    assert len(orders(["03/03/2024", "05/05/2024"])) == 1


@given(
    st.lists(st.dates(date(2020, 1, 1), date(2025, 12, 31)), min_size=1, max_size=30),
    st.sampled_from(["%d/%m/%Y", "%m/%d/%Y"]),
)
def test_the_true_order_always_survives(days: list[date], form: str) -> None:
    true = DateOrder.DAY_FIRST if form.startswith("%d") else DateOrder.MONTH_FIRST
    found = prove_dates([[day.strftime(form) for day in sorted(days)]], TODAY, day_first_language=False).orders
    same = all(day.day == day.month for day in days)
    assert true in found or same


@given(st.dates(date(2020, 1, 1), TODAY + timedelta(days=0)))
def test_year_first_dates_need_no_proof(day: date) -> None:
    assert orders([day.isoformat()]) == ["ymd"]


def test_the_reader_remembers_days_and_problems() -> None:
    read = date_reader(DateConvention(DateOrder.DAY_FIRST, 2026))
    assert read("03.04.2024") == read("03.04.2024") == date(2024, 4, 3)
    assert read("x") is read("x")


@pytest.mark.parametrize(
    ("cells", "wanted"),
    [
        (["24-03-14", "24-03-18"], (DateOrder.YEAR_FIRST,)),
        (["14-03-24", "18-03-24"], (DateOrder.DAY_FIRST,)),
        (["13/01/24", "20/01/24", "31/01/24"], (DateOrder.DAY_FIRST,)),
    ],
)
def test_two_digit_years_lie_where_the_days_lie_close_together(cells: list[str], wanted: tuple[DateOrder, ...]) -> None:
    assert prove_dates([cells], date(2026, 11, 22), day_first_language=False).orders == wanted


def test_a_clock_beside_the_day_is_read_over_and_nothing_else_is() -> None:
    read = date_reader(DateConvention(DateOrder.YEAR_FIRST, 2026))
    assert read("2025-01-13 23:59:59") == date(2025, 1, 13)
    assert read("2025-01-13T23:59") == date(2025, 1, 13)
    assert not isinstance(read("2025-01-13 and more"), date)


def test_a_column_written_year_first_tells_nothing_of_another() -> None:
    year_first = [date(2025, 1, 1 + day).isoformat() for day in range(28)]
    proof = prove_dates([year_first, ["03/04/2025", "05/04/2025"]], TODAY, day_first_language=False)
    assert sorted(map(str, proof.orders)) == ["dmy", "mdy"]
    assert proof.year_first == {0}


def test_a_few_other_days_in_a_column_written_year_first_ask_nothing() -> None:
    proof = prove_dates([[*(["2025-01-13"] * 20), "03/04/2025"]], TODAY, day_first_language=False)
    assert proof.orders == (DateOrder.YEAR_FIRST,)


def test_one_year_out_of_reach_does_not_turn_the_other_days_round() -> None:
    cells = ["12.02.28", "13.02.25", "18.02.25"]
    assert prove_dates([cells], TODAY, day_first_language=False).orders == (DateOrder.DAY_FIRST,)


def test_a_few_days_read_year_first_that_are_days_otherwise_are_said_to_be() -> None:
    proof = prove_dates([["20.03.25", "20.03.25", "20.03.29"]], TODAY, day_first_language=False)
    assert proof.orders == (DateOrder.YEAR_FIRST,)
    assert proof.reason
    for days in ([f"25.03.{day}" for day in range(10, 30)], ["24-03-14", "24-03-18"]):
        assert not prove_dates([days], TODAY, day_first_language=False).reason


def test_balances_settle_amounts_that_may_be_read_both_ways() -> None:
    assert prove_amounts(["-12,340"], 2).conventions == (AmountConvention("."),)
    assert prove_amounts(["-12,340"], 2, beside=["1487,660"]).conventions == (AmountConvention(","),)
    assert prove_amounts(["-12,340"], 2, beside=["1,487,660"]).conventions == (AmountConvention("."),)
    assert prove_amounts(["-12.34"], 2, beside=["1487,660"]).conventions == (AmountConvention("."),)
