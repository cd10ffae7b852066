"""The QIF reader: dates in the wild, conventions by proof, a question where proof is not enough."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.account import AccountKind
from app.domain.money import decimal_text
from app.domain.statement_kinds import Severity
from app.statements.readers.qif.dates import plain_date
from tests.helpers.statement_texts import read


def qif(*rows: tuple[str, str], header: str = "!Type:Bank") -> bytes:
    return (header + "\n" + "".join(f"D{day}\nT{amount}\nPShop\n^\n" for day, amount in rows)).encode()


@given(
    st.lists(st.tuples(st.dates(date(1990, 1, 1), date(2025, 12, 31)), st.integers(-(10**9), 10**9)), min_size=1),
    st.sampled_from(["%m/%d/%Y", "%d/%m/%Y", "%Y-%m-%d"]),
)
def test_a_generated_register_comes_back_or_asks(rows: list[tuple[date, int]], written: str) -> None:
    file = read(qif(*((day.strftime(written), decimal_text(amount, 2)) for day, amount in rows)), "a.qif")
    (statement,) = file.statements
    assert [row.amount for row in statement.rows] == [amount for _, amount in rows]
    if not file.decisions:
        days = [row.booked_on for row in statement.rows]
        assert days == [day for day, _ in rows] or all(day.day <= 12 for day, _ in rows)


@pytest.mark.parametrize(
    ("printed", "plain"),
    [("6/17'03", "6/17/2003"), ("1/ 1'00", "1/1/2000"), ("8/ 1/97", "8/1/97"), ("03/25/099Glued", "03/25/1999"),
     ("2022-09-23", "2022-09-23"), ("27.08.2021", "27.08.2021"), ("3/4/101", "3/4/2001"), ("nonsense", "nonsense")],
)  # fmt: skip
def test_dates_in_the_wild_get_one_shape(printed: str, plain: str) -> None:
    assert plain_date(printed) == plain


def test_two_possible_orders_are_asked_once_with_rows_shown_each_way() -> None:
    data = qif(("03/04/2025", "-1.00"), ("05/04/2025", "-2.00"))
    (decision,) = read(data, "a.qif").decisions
    assert decision.question == "date_order"
    shown = dict(zip(decision.choices, decision.examples, strict=True))
    assert shown["dmy"][0] == "2025-04-03"
    assert shown["mdy"][0] == "2025-03-04"
    chosen = read(data, "a.qif", date_order="mdy")
    assert chosen.decisions == ()
    assert [row.booked_on for row in chosen.statements[0].rows] == [date(2025, 3, 4), date(2025, 5, 4)]


def test_one_day_above_twelve_settles_the_order() -> None:
    assert read(qif(("03/04/2025", "-1"), ("25/04/2025", "-2")), "a.qif").reading.date_order == "dmy"
    assert read(qif(("03/04/2025", "-1"), ("04/25/2025", "-2")), "a.qif").reading.date_order == "mdy"


def test_the_decimal_mark_is_proved() -> None:
    file = read(qif(("13.01.2025", "-1.250,50"), ("14.01.2025", "-12,34")), "a.qif")
    assert [row.amount for row in file.statements[0].rows] == [-125050, -1234]


def test_u_and_t_hold_the_same_amount_and_splits_are_no_rows() -> None:
    data = b"!Type:Bank\nD1/13/25\nU-10.00\nT-10.00\nPA\nSOne\n$-9.00\nSTwo\n$-1.00\n^\n"
    (row,) = read(data, "a.qif").statements[0].rows
    assert row.amount == -1000


def test_accounts_are_kept_apart_and_lists_and_investments_are_named() -> None:
    lists = b"!Type:Cat\nNFood\nE\n^\n"
    one = b"!Account\nNCard\nTCCard\n^\n" + qif(("1/13/25", "-1.00"), header="!Type:CCard")
    two = b"!Account\nNDepot\nTInvst\n^\n" + qif(("1/13/25", "-1.00"), header="!Type:Invst")
    file = read(lists + one + two, "a.qif")
    assert [(each.account.name, each.account.kind) for each in file.statements] == [("Card", AccountKind.CARD)]
    assert [finding.code for finding in file.findings] == ["securities_left_out"]


def test_a_file_cut_inside_an_entry_is_told() -> None:
    data = qif(("1/13/25", "-1.00"), ("1/14/25", "-2.00"))
    for length in range(len(b"!Type:"), len(data) - 1):
        file = read(data[:length], "a.qif")
        whole = data[:length].rstrip(b"\n").endswith(b"^")
        told = file.refused or any(finding.severity is not Severity.INFO for finding in file.findings)
        assert told or whole, length


def test_an_entry_that_cannot_be_read_is_an_error_with_its_line() -> None:
    for bad, column in ((("13/41/25", "-1"), "D"), (("1/13/25", "1,2,3"), "T"), (("1/13/25", "9" * 60), "T")):
        file = read(qif(("1/14/25", "-5.00"), bad), "a.qif")
        errors = [finding for finding in file.findings if finding.severity is Severity.ERROR]
        assert [(finding.line, finding.column) for finding in errors] == [(6, column)]
        assert len(file.statements[0].rows) == 1


def test_a_banks_own_word_for_its_register_is_read() -> None:
    assert len(read(qif(("13/01/25", "-1,00"), header="!Type:Banque"), "a.qif").statements[0].rows) == 1
    assert read(qif(("13/01/25", "-1,00"), header="!Type:Prices"), "a.qif").refused


def test_a_decimal_comma_is_of_lands_that_write_the_day_first() -> None:
    file = read(b"!Type:Bank\nD03/04/2025\nT-1,50\n^\nD05/06/2025\nT2,25\n^\n", "a.qif")
    assert file.decisions == ()
    assert [row.booked_on.isoformat() for row in file.statements[0].rows] == ["2025-04-03", "2025-06-05"]


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (("01.02.2025", "06.03.2025", "07.02.2025"), True),
        (("01.03.2025", "03.03.2025", "07.30.2025", "07.03.2025"), True),
        (("16/03/25", "20/03/25", "23/3/28"), False),
        (("01/13/2025", "01/14/2025", "01/15/2025"), False),
        (("01.02.2025", "06.02.2025", "07.02.2025"), False),
        (("2025-01-02", "2025-01-03", "2025-01-13"), False),
    ],
)
def test_an_order_of_dates_that_one_row_alone_speaks_for_is_said(days: tuple[str, ...], told: bool) -> None:
    file = read(qif(*((day, "-1.00") for day in days)), "a.qif")
    assert ("date_order_chosen" in [finding.code for finding in file.findings]) is told


@pytest.mark.parametrize(
    ("amounts", "lines"),
    [
        (("2,155.65", "1,000.00", "2,15,565", "5.00"), [10]),
        (("2,15,565.00", "1,00,000.00", "5,155.65"), []),
        (("2,155.65", "1,215,565.00", "12.00"), []),
    ],
)
def test_an_amount_grouped_unlike_the_others_is_told(amounts: tuple[str, ...], lines: list[int]) -> None:
    file = read(qif(*(("1/13/25", amount) for amount in amounts)), "a.qif")
    assert [finding.line for finding in file.findings if finding.code == "odd_amount"] == lines
    assert len(file.statements[0].rows) == len(amounts)


@pytest.mark.parametrize(
    ("days", "lines"),
    [
        (("2025-02-20", "2025-02-22", "5-02-24", "2025-02-24"), [10]),
        (("2025-02-20", "02/22/25"), []),
        (("12/30/99", "1/ 1'00", "1/ 2'00"), []),
    ],
)
def test_a_day_without_the_year_in_front_among_others_with_it_is_told(days: tuple[str, ...], lines: list[int]) -> None:
    file = read(qif(*((day, "-1.00") for day in days)), "a.qif")
    assert [finding.line for finding in file.findings if finding.code == "odd_date"] == lines


@pytest.mark.parametrize(
    ("days", "lines"),
    [
        (("02/21/2025", "02/22/2025", "1/20-25", "02/23/2025"), [10]),
        (("1/20'25", "1/21' 5", "12/23/98", "1/22'25"), []),
        (("1/20-25", "1/21-25", "1/22-25"), []),
    ],
)
def test_a_day_with_two_marks_among_others_with_one_is_told(days: tuple[str, ...], lines: list[int]) -> None:
    file = read(qif(*((day, "-1.00") for day in days)), "a.qif")
    assert [finding.line for finding in file.findings if finding.code == "odd_date"] == lines
    assert len(file.statements[0].rows) == len(days)


def test_a_year_out_of_reach_does_not_turn_the_days_of_the_other_entries_round() -> None:
    entries = "".join(f"D{day}\nT-1.00\nPA\n^\n" for day in ("16/03/25", "20/03/25", "23/3/28"))
    file = read(f"!Type:Bank\n{entries}".encode(), "a.qif")
    assert [row.booked_on.isoformat() for row in file.statements[0].rows] == ["2025-03-16", "2025-03-20", "1928-03-23"]
    assert "day_far_from_others" in {one.code for one in file.findings}


def test_blanks_that_fill_a_column_are_one() -> None:
    data = b"!Type:Bank\nD2025-01-31\nT-1.00\nPFEE        , 1.00\nMcard\t 12\n^\n"
    (row,) = read(data, "a.qif").statements[0].rows
    assert (row.printed_payee, row.memo) == ("FEE , 1.00", "card 12")


def test_an_amount_that_cannot_be_read_is_told_with_the_letter_it_stands_behind() -> None:
    file = read(b"!Type:Bank\nD2025-10-14\nU-1.00\n^\nD2025-10-15\nU-1.x0\n^\nD2025-10-16\nT-1.x0\n^\n", "a.qif")
    errors = [one for one in file.findings if one.severity is Severity.ERROR]
    assert [(one.code, one.column) for one in errors] == [("bad_amount", "U"), ("bad_amount", "T")]
