"""Rows that are named totals or balances: left out only where figures prove it, else they are rows, or told."""

import pytest

from app.domain.statement import StatementFile
from app.domain.statement_kinds import ProofState, Severity
from tests.helpers.pdf_drawn import drawn
from tests.helpers.statement_texts import read

_HEADER = "40 Date | 110 Text | 400> Amount\n"
_PAIR = "40 Date | 110 Text | 340> Debit | 420> Credit | 500> Balance\n"
_ROWS = "40 12/13/2023 | 110 Shop | 400> -50.00\n40 12/15/2023 | 110 Grocer | 400> -20.00\n"
_NAMES = ("TOTAL 4132", "Total Service", "Total Energies", "Sum Up", "Sum", "Total fees", "Grand Total", "Totals Gym")
_BALANCES = ("New Balance Store 12", "Saldo Bar", "Stan Smith final")


def of(lines: str) -> StatementFile:
    return read(drawn(lines), "statement.pdf")


def payees(file: StatementFile) -> list[str]:
    return [row.printed_payee for statement in file.statements for row in statement.rows]


def told(file: StatementFile) -> list[tuple[Severity, int | None]]:
    return [(one.severity, one.line) for one in file.findings if one.code in {"doubtful_line", "total_line"}]


@pytest.mark.parametrize("name", _NAMES)
def test_a_payee_named_like_a_total_is_a_row_where_the_balances_close_with_it(name: str) -> None:
    row = f"40 12/14/2023 | 110 {name} | 400> -5.00\n"
    for rows in (row + _ROWS, _ROWS + row):
        file = of(f"40 Opening balance 100.00\n40 Closing balance 25.00\n{_HEADER}{rows}")
        assert sorted(payees(file)) == sorted(["Shop", "Grocer", name])
        assert file.statements[0].proof.state is ProofState.PROVED
        assert not told(file)


@pytest.mark.parametrize("name", _NAMES)
def test_without_a_proof_it_is_a_row_too_and_told(name: str) -> None:
    file = of(f"{_HEADER}{_ROWS}40 12/16/2023 | 110 {name} | 400> -5.00\n40 12/17/2023 | 110 Gym | 400> -6.00")
    assert payees(file) == ["Shop", "Grocer", name, "Gym"]
    assert told(file) == [(Severity.WARNING, 4)]


def test_a_line_that_adds_up_the_rows_above_is_a_total_without_any_balance() -> None:
    for figure in ("-70.00", "70.00"):
        file = of(f"{_HEADER}{_ROWS}40 12/31/2023 | 110 Total 4132 | 400> {figure}")
        assert payees(file) == ["Shop", "Grocer"]
        assert told(file) == [(Severity.INFO, 4)]


def test_a_total_may_add_up_its_page_its_day_or_the_rows_since_the_total_before() -> None:
    more = "40 12/16/2023 | 110 Gym | 400> -6.00\n40 12/16/2023 | 110 Tea | 400> -3.00\n"
    file = of(
        f"{_HEADER}{_ROWS}40 12/15/2023 | 110 Total | 400> -70.00\n{more}"
        "40 12/16/2023 | 110 Total | 400> -9.00\n40 12/16/2023 | 110 Total | 400> -79.00"
    )
    assert payees(file) == ["Shop", "Grocer", "Gym", "Tea"]
    assert [severity for severity, _ in told(file)] == [Severity.INFO]


def test_a_total_that_adds_up_a_payee_named_like_one_is_still_a_total() -> None:
    file = of(
        f"{_HEADER}40 12/12/2023 | 110 Total 4132 | 400> -5.00\n{_ROWS}40 12/31/2023 | 110 Total debits | 400> -75.00"
    )
    assert payees(file) == ["Total 4132", "Shop", "Grocer"]


def test_the_same_paid_twice_is_no_total() -> None:
    row = "40 12/13/2023 | 110 Total 4132 | 400> -50.00\n"
    assert payees(of(_HEADER + row + row + "40 12/15/2023 | 110 Shop | 400> -20.00")) == ["Total 4132"] * 2 + ["Shop"]


def test_a_row_whose_balance_follows_is_one_whatever_it_is_called() -> None:
    for name in (*_NAMES, *_BALANCES):
        for last in ("40 12/16/2023 | 110 Gym | 340> 6.00 | 500> 19.00", ""):
            file = of(
                f"{_PAIR}40 12/13/2023 | 110 Shop | 340> 50.00 | 500> 50.00\n"
                f"40 12/14/2023 | 110 Pay | 420> 10.00 | 500> 60.00\n"
                f"40 12/15/2023 | 110 {name} | 340> 35.00 | 500> 25.00\n{last}"
            )
            assert payees(file) == ["Shop", "Pay", name, *(["Gym"] if last else [])]
            assert not told(file)


@pytest.mark.parametrize("name", _BALANCES)
def test_a_payee_named_like_a_balance_is_a_row_where_the_balances_close_with_it(name: str) -> None:
    rows = f"{_ROWS}40 12/16/2023 | 110 {name} | 400> -5.00\n40 12/17/2023 | 110 Gym | 400> -6.00\n"
    file = of(f"40 Opening balance 100.00\n40 Closing balance 19.00\n{_HEADER}{rows}")
    assert payees(file) == ["Shop", "Grocer", name, "Gym"]


@pytest.mark.parametrize("name", _BALANCES)
def test_without_a_proof_what_is_named_like_a_balance_is_told(name: str) -> None:
    file = of(f"{_HEADER}{_ROWS}40 12/16/2023 | 110 {name} | 400> -5.00\n40 12/17/2023 | 110 Gym | 400> -6.00")
    assert told(file) == [(Severity.WARNING, 4)]


def test_amounts_in_both_columns_are_told_where_they_add_up_nothing() -> None:
    rows = "40 12/13/2023 | 110 Shop | 340> 50.00\n40 12/14/2023 | 110 Pay | 420> 10.00\n40 12/15/2023 | 110 Tea | 340> 2.00\n"
    header = "40 Date | 110 Text | 340> Debit | 420> Credit\n"
    file = of(f"{header}{rows}40 12/16/2023 | 110 Gym | 340> 3.00 | 420> 4.00\n40 12/17/2023 | 110 Gas | 340> 9.00")
    assert payees(file) == ["Shop", "Pay", "Tea", "Gas"]
    assert told(file) == [(Severity.WARNING, 5)]


def test_a_line_with_an_amount_and_no_date_is_told_where_nothing_proves_the_rows() -> None:
    more = "".join(f"40 12/{day}/2023 | 110 Tea | 400> -3.0{day % 10}\n" for day in (17, 18, 19))
    file = of(f"{_HEADER}{_ROWS}110 Gym | 400> -6.00\n{more}")
    assert payees(file) == ["Shop", "Grocer", "Tea", "Tea", "Tea"]
    assert told(file) == [(Severity.WARNING, 4)]


def test_the_words_of_a_total_are_no_heading_of_the_rows_below() -> None:
    rows = "40 12/13/2023 | 110 Shop | 400> 50.00\n40 12/14/2023 | 110 Total 4132 | 400> 5.00\n40 12/15/2023 | 110 Gym | 400> 20.00"
    pay = "40 Deposits\n40 12/12/2023 | 110 Pay | 400> 90.00\n40 12/12/2023 | 110 Bonus | 400> 10.00\n"
    file = of(f"{_HEADER}{pay}40 Withdrawals\n{rows}")
    assert [row.amount for row in file.statements[0].rows] == [9000, 1000, -5000, -500, -2000]


def test_a_payee_named_like_a_total_keeps_the_text_below_it() -> None:
    row = "40 12/14/2023 | 110 Total 4132 | 400> -5.00\n110 Main Street 5\n"
    file = of(f"40 Opening balance 100.00\n40 Closing balance 25.00\n{_HEADER}{row}{_ROWS}")
    assert file.statements[0].rows[0].memo == "Main Street 5"


def test_what_adds_up_both_columns_is_a_total_without_any_word() -> None:
    header = "40 Date | 110 Text | 340> Debit | 420> Credit\n"
    rows = "".join(
        f"40 12/1{day}/2023 | 110 Shop | 340> {day}.00\n40 12/1{day}/2023 | 110 Pay | 420> {day}.50\n"
        for day in (3, 4, 5)
    )
    file = of(f"{header}{rows}40 12/31/2023 | 110 Turnover of all | 340> 12.00 | 420> 13.50")
    assert payees(file) == ["Shop", "Pay"] * 3
    assert told(file) == [(Severity.INFO, 8)]


@pytest.mark.parametrize("worse", ["n/a", "see note", "5,0O"])
def test_an_amount_that_cannot_be_read_is_told_of_a_payee_named_like_a_total(worse: str) -> None:
    more = "".join(f"40 12/{day}/2023 | 110 Tea | 400> -3.0{day % 10}\n" for day in (17, 18, 19))
    file = of(f"{_HEADER}{_ROWS}40 12/16/2023 | 110 Total 4132 | 400> {worse}\n{more}")
    assert [(one.code, one.line) for one in file.findings if one.severity is Severity.ERROR] == [("bad_amount", 4)]


@pytest.mark.parametrize(("out", "came"), [("Cyfanswm Debyd / Total Debits", "Cyfanswm Credyd / Total Credits"), ("Jumlah Debit", "Jumlah Kredit")])
def test_totals_of_each_side_below_the_last_balance_are_no_rows_of_its_day(out: str, came: str) -> None:
    rows = "110 Opening balance | 500> 100.00\n40 13/10/2023 | 110 Shop | 340> 20.00 | 500> 80.00\n"
    rows += "40 15/10/2023 | 110 Pay | 420> 70.00\n110 Tea | 340> 5.00 | 500> 145.00\n110 Closing balance | 500> 145.00\n"
    file = of(f"{_PAIR}{rows}110 {out} | 250> 2 | 340> 25.00\n110 {came} | 250> 1 | 420> 70.00")
    assert payees(file) == ["Shop", "Pay", "Tea"]
    assert file.statements[0].proof.state is ProofState.PROVED
