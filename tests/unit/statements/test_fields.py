"""Amounts and dates as printed: exact under a convention, a typed problem else."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.statement_kinds import DateOrder
from app.statements.date_fields import DateConvention, date_parts, parse_date
from app.statements.fields import AmountConvention, FieldProblem, Mark, PrintedAmount, parse_amount, read_amount
from app.statements.locale_proof import looks_like_amount

POINT, COMMA = AmountConvention("."), AmountConvention(",")
DAY_FIRST = DateConvention(DateOrder.DAY_FIRST, 2026)
MONTH_FIRST = DateConvention(DateOrder.MONTH_FIRST, 2026)


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("-12.34", -1234),
        ("12", 1200),
        ("6138.1", 613810),
        ("1,234.56", 123456),
        ("1'350.00", 135000),
        ("1,23,456.78", 12345678),
        ("($300.00)", -30000),
        ("-$76.00", -7600),
        ("$-76.00", -7600),
        ("+ £1,100.00", 110000),
        (".46", 46),
        ("-.46", -46),
        ("12.34-", -1234),
        ("12.34 DR", -1234),
        ("12.34CR", 1234),
        ("CHF 2'000.00", 200000),
        ("12.00 EUR", 1200),
        ("12.500", 1250),
    ],
)
def test_amounts_with_a_decimal_point(text: str, minor: int) -> None:
    assert parse_amount(text, POINT, digits=2) == minor


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("-1.001,00", -100100),
        ("1 234,56", 123456),
        ("1\u00a0000,00", 100000),
        ("100,-", 10000),
        ("2,50 S", -250),
        ("9,5", 950),
    ],
)
def test_amounts_with_a_decimal_comma(text: str, minor: int) -> None:
    assert parse_amount(text, COMMA, digits=2) == minor


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12.3x",
        "--5",
        "1e5",
        "1.2.3",
        "12 34",
        "5 %",
        "1,2345.00",
        "12,34",
        "89,-",
        "0x10",
        "(5",
        "5)",
        "+-5",
        "-5-",
        "nan",
        "١٢",
        "1_000",
        "12.345",
    ],
)
def test_what_is_no_exact_amount_is_a_problem(text: str) -> None:
    assert isinstance(parse_amount(text, POINT, digits=2), FieldProblem)


@given(st.integers(-(10**13), 10**13), st.sampled_from([0, 2, 3]), st.sampled_from([POINT, COMMA]), st.booleans())
def test_a_printed_amount_reads_back(minor: int, digits: int, convention: AmountConvention, grouped: bool) -> None:
    whole, fraction = divmod(abs(minor), 10**digits)
    text = f"{whole:,}" if grouped else str(whole)
    text = text.replace(",", "'" if convention is POINT else ".")
    tail = f"{convention.decimal}{fraction:0{digits}d}" if digits else ""
    assert parse_amount(("-" if minor < 0 else "") + text + tail, convention, digits=digits) == minor


@given(st.text(alphabet="0123456789.,'-+() CRDxE€$", max_size=12))
def test_both_ways_of_reading_an_amount_agree(text: str) -> None:
    for convention in (POINT, COMMA):
        quick, slow = parse_amount(text, convention, digits=2), read_amount(text, convention, digits=2)
        assert quick == (slow.minor if isinstance(slow, PrintedAmount) else slow)


@given(st.text(max_size=40))
def test_any_text_is_an_amount_or_a_problem_and_digits_are_never_lost(text: str) -> None:
    found = parse_amount(text, POINT, digits=2)
    if isinstance(found, int):
        printed = "".join(char for char in text if char.isdigit()).lstrip("0")
        assert str(abs(found)).strip("0") == printed.strip("0")


def test_the_mark_of_an_amount_is_told() -> None:
    marks = {text: read_amount(text, POINT, digits=2) for text in ("5", "+5", "-5", "5 CR", "5DR")}
    assert [m.mark for m in marks.values() if isinstance(m, PrintedAmount)] == [
        Mark.NONE,
        Mark.PLUS,
        Mark.MINUS,
        Mark.CREDIT,
        Mark.DEBIT,
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("02.03.2018", date(2018, 3, 2)),
        ("2012:03:01", date(2012, 3, 1)),
        ("20091224120000[0:GMT]", date(2009, 12, 24)),
        ("20180521", date(2018, 5, 21)),
        ("21052018", date(2018, 5, 21)),
        ("10-Nov-9", date(2009, 11, 10)),
        ("2019.04.19.", date(2019, 4, 19)),
        ("1111/11/11", date(1111, 11, 11)),
        ("2018-02-25 23:34:56 +0000", date(2018, 2, 25)),
        ("2025-12-31-21.35.45.616362", date(2025, 12, 31)),
        ("09.01.00 00:58", date(2000, 1, 9)),
        ("Nov 7, 2013", date(2013, 11, 7)),
        ("5 de enero de 2020", date(2020, 1, 5)),
        ("29 févr. 2024", date(2024, 2, 29)),
        ("3. März 2024", date(2024, 3, 3)),
        ("15 січня 2025", date(2025, 1, 15)),
        ("12 października 2024", date(2024, 10, 12)),
    ],
)
def test_dates_of_many_forms(text: str, day: date) -> None:
    assert parse_date(text, DAY_FIRST) == day


@pytest.mark.parametrize(
    "text",
    ["", "invalid_date", "l 8Apr 2025", "Pending", "31.02.2024", "12:30", "3,00", "1.2.3", "2024-13-01", "12345678901", "99.99.99"],
)
def test_what_is_no_day_is_a_problem(text: str) -> None:
    assert isinstance(parse_date(text, DAY_FIRST), FieldProblem)


@given(st.dates(date(1930, 1, 1), date(2026, 12, 31)), st.sampled_from(["-", "/", "."]))
def test_a_printed_date_reads_back(day: date, mark: str) -> None:
    assert parse_date(day.strftime(f"%d{mark}%m{mark}%Y"), DAY_FIRST) == day
    assert parse_date(day.strftime(f"%m{mark}%d{mark}%Y"), MONTH_FIRST) == day
    assert parse_date(f"{day.isoformat()}T23:59:59Z", MONTH_FIRST) == day
    assert parse_date(day.strftime("%d %b %y"), DAY_FIRST) == day


@given(st.text(max_size=30))
def test_no_text_breaks_the_date_reader(text: str) -> None:
    assert isinstance(parse_date(text, DAY_FIRST), date | FieldProblem)


def test_a_two_digit_year_is_the_last_one_that_has_been() -> None:
    found = date_parts("01.02.27")
    assert found is not None
    assert parse_date("01.02.27", DAY_FIRST) == date(1927, 2, 1)
    assert parse_date("01.02.26", DAY_FIRST) == date(2026, 2, 1)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Do, 14.03.2024", date(2024, 3, 14)),
        ("Thu 14.03.2024", date(2024, 3, 14)),
        ("14/03/2024 (木)", date(2024, 3, 14)),
        ("18 мая 2024 г.", date(2024, 5, 18)),
        ("2024年3月14日", date(2024, 3, 14)),
        ("2024년 3월 14일", date(2024, 3, 14)),
        ("18 Μαΐου 2024", date(2024, 5, 18)),
    ],
)
def test_a_weekday_or_a_word_for_the_year_does_not_hide_the_day(text: str, wanted: date) -> None:
    assert parse_date(text, DateConvention(DateOrder.DAY_FIRST, 2026)) == wanted


@pytest.mark.parametrize("text", ["2025.03.17., hétfő", "17/03/2025 Mo", "17.03.2025, pazartesi", "17/3/2025 9:05 μμ"])
def test_a_weekday_or_a_half_of_the_day_may_stand_behind_the_day(text: str) -> None:
    assert parse_date(text, DAY_FIRST) == date(2025, 3, 17)


@pytest.mark.parametrize("text", ["17.03.2025 Zorp", "3 Mo", "17 Mar Mo", "17.03.2025 to", "17.03.2025 do"])
def test_another_word_behind_the_day_makes_it_no_date(text: str) -> None:
    assert date_parts(text) is None


@pytest.mark.parametrize("text", ["Saldo 14.03.2024", "Total 14.03.2024", "per 14.03.2024"])
def test_another_word_before_the_day_makes_it_no_date(text: str) -> None:
    assert isinstance(parse_date(text, DateConvention(DateOrder.DAY_FIRST, 2026)), FieldProblem) or text.startswith(
        "per"
    )


@pytest.mark.parametrize(
    ("text", "minor"),
    [("20.00 USD", 2000), ("-8.00 CAD", -800), ("1,050.00 HKD", 105000), ("(75.00) SAR", -7500), ("75.00 SEK", 7500)],
)
def test_a_code_that_ends_in_a_letter_of_direction_is_a_code(text: str, minor: int) -> None:
    assert parse_amount(text, AmountConvention("."), digits=2) == minor


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("$(12.34)", -1234),
        ("1,487.66 Cr.", 148766),
        ("12.34 Dr.", -1234),
        ("€ (1,000.00)", -100000),
        ("-Rs. 45.00", -4500),
        ("12.34(-)", -1234),
        ("1,000.00 (+)", 100000),
    ],
)
def test_a_unit_may_stand_before_the_parentheses_or_end_with_a_dot(text: str, minor: int) -> None:
    assert looks_like_amount(text)
    assert parse_amount(text, AmountConvention("."), digits=2) == minor


@pytest.mark.parametrize("text", ["$(12.34", "$12.34)", "km(12.34)", "$(-12.34)", "$()", "(-)", "-5.00(-)"])
def test_broken_parentheses_are_no_amount(text: str) -> None:
    assert isinstance(parse_amount(text, AmountConvention("."), digits=2), FieldProblem)


@pytest.mark.parametrize("text", ["9.9$ EUR", "-12€ USD", "(9.9 £) EUR", "7.14 EURDR", "2S EUR", "-45.77S EUR"])
def test_two_units_behind_the_figures_are_no_amount(text: str) -> None:
    assert isinstance(parse_amount(text, AmountConvention("."), digits=2), FieldProblem)


@pytest.mark.parametrize(("text", "minor"), [("12.00 CR EUR", 1200), ("12.00 EUR CR", 1200), ("45.77 S EUR", -4577), ("$9.90 USD", 990)])
def test_a_word_of_direction_or_a_unit_before_the_figures_may_stand_beside_a_code(text: str, minor: int) -> None:
    assert parse_amount(text, AmountConvention("."), digits=2) == minor


@pytest.mark.parametrize(
    "text", ["24.03.2024.03.20", "13.01.20251:30", "13 Jan 202512:30", "2５ Feb 2025", "13 Jan ٢٠٢٥", "9 Feb' 2025"]
)
def test_a_time_without_a_gap_or_digits_of_two_kinds_make_it_no_date(text: str) -> None:
    assert isinstance(parse_date(text, DAY_FIRST), FieldProblem)


@pytest.mark.parametrize(
    "text", ["13.01.2025 12.30", "13.01.2025,12:30", "13.01.2025-12:30", "13.01.2025(12:30)", "13.01.2025. 12:30"]
)
def test_a_time_stands_apart_from_its_day(text: str) -> None:
    assert parse_date(text, DAY_FIRST) == date(2025, 1, 13)


@pytest.mark.parametrize("text", ["18:42 29-09-25", "07:15:30 29/09/2025", "9:05 PM, 29.09.2025", "0:00 29 Sep 2025"])
def test_a_time_before_its_day_does_not_hide_it(text: str) -> None:
    assert parse_date(text, DAY_FIRST) == date(2025, 9, 29)


@pytest.mark.parametrize("text", ["24:42 29-09-25", "18:62 29-09-25", "18:4229-09-25", "18:42 29", "18:42"])
def test_figures_that_are_no_time_before_a_day_make_it_no_date(text: str) -> None:
    assert date_parts(text) is None


def test_of_a_day_in_force_since_another_the_first_is_the_booked_one() -> None:
    assert parse_date("14/01/2025 as of 13/01/2025", DAY_FIRST) == date(2025, 1, 14)
    assert date_parts("14/01/2025 as of 1x/01/2025") is None
    assert date_parts("1x/01/2025 as of 13/01/2025") is None
