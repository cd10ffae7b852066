"""Rows of a section: each line becomes a row, more text, a balance, a total, or a finding that names it."""

from datetime import date

import pytest

from app.domain.statement import StatementFile
from app.domain.statement_kinds import ProofState, Severity
from tests.helpers.statement_texts import read

ROWS = "13.01.2025;Shop;-2,50;97,50\n14.01.2025;Pay;100,00;197,50\n"


def table(body: str, head: str = "Date;Text;Amount (EUR);Balance") -> StatementFile:
    return read(f"{head}\n{body}".encode(), "a.csv")


def amounts(file: StatementFile) -> list[int]:
    return [row.amount for statement in file.statements for row in statement.rows]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (";Total;97,50;", "total_line"),
        ("Total;;97,50;", "total_line"),
        ("Number of rows;;2;", "total_line"),
        ("31.01.2025;Closing balance;;197,50", "balance_line"),
        (";Saldo disponible;;197,50", "balance_line"),
        ("15.01.2025;Turnover;97,50;", "total_line"),
        ("pending;Hotel;-80,00;", "not_booked"),
    ],
)
def test_lines_that_are_no_transaction_are_left_out_and_counted(line: str, code: str) -> None:
    file = table(f"{ROWS}{line}\n")
    assert amounts(file) == [-250, 10000]
    assert [item.line for item in file.findings if item.code == code] == [4]


@pytest.mark.parametrize(
    ("line", "code", "column"),
    [
        ("1x.01.2025;Cafe;-1,00;196,50", "bad_date", "Date"),
        ("31.02.2025;Cafe;-1,00;196,50", "bad_date", "Date"),
        (";Cafe;-1,00;196,50", "bad_date", "Date"),
        ("15.01.2025;Cafe;-1x,00;196,50", "not_an_amount", "Amount (EUR)"),
        ("15.01.2025;Cafe", "cut_short", "Amount (EUR)"),
        ("15.01.2025;-1,00;;", "no_amount", "Amount (EUR)"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(line: str, code: str, column: str) -> None:
    file = table(f"{ROWS}{line}\n")
    assert amounts(file) == [-250, 10000]
    (error,) = [item for item in file.findings if item.severity is Severity.ERROR]
    assert (error.code, error.line, error.column) == (code, 4, column)


@pytest.mark.parametrize(("head", "field"), [("Value date", "value_on"), ("Transaction date", "made_on")])
@pytest.mark.parametrize("bad", ["1x.01.2025", "31.02.2025", "#REF!", "00.00.0000"])
def test_a_second_date_that_cannot_be_read_is_told_and_the_row_kept(head: str, field: str, bad: str) -> None:
    body = f"13.01.2025;13.01.2025;Shop;-2,50\n14.01.2025;{bad};Pay;1,00\n15.01.2025;;Pay;1,00\n"
    file = table(body, f"Booking date;{head};Text;Amount (EUR)")
    assert amounts(file) == [-250, 100, 100]
    assert [getattr(row, field) for row in file.statements[0].rows] == [date(2025, 1, 13), None, None]
    told = [(item.severity, item.code, item.line, item.column) for item in file.findings]
    assert told == [(Severity.WARNING, "bad_date", 3, head)]


def test_a_row_booked_by_another_of_its_dates_is_told() -> None:
    body = "13.01.2025;13.01.2025;Shop;-2,50\n;14.01.2025;Pay;1,00\n15.01.2025;15.01.2025;Pay;1,00\n"
    file = table(body, "Booking date;Value date;Text;Amount (EUR)")
    assert [row.booked_on for row in file.statements[0].rows][1] == date(2025, 1, 14)
    assert [(item.severity, item.code, item.line) for item in file.findings] == [(Severity.INFO, "other_date", 3)]


def test_a_payee_called_total_is_a_payee() -> None:
    file = table(f"{ROWS}15.01.2025;Total Energies;-1,00;196,50\n")
    assert amounts(file)[-1] == -100


def test_text_below_a_row_is_more_of_its_memo() -> None:
    file = table("13.01.2025;Shop;-2,50;97,50\n;Main street 4;;\n;8001 Town;;\n14.01.2025;Pay;100,00;197,50\n")
    assert [row.memo for row in file.statements[0].rows] == ["Main street 4 8001 Town", ""]


def test_a_pending_row_that_the_balance_holds_is_booked() -> None:
    head = "Date;Text;Status;Amount (EUR);Balance"
    rows = "13.01.2025;A;Booked;-2,50;97,50\n14.01.2025;B;Pending;-1,00;96,50\n15.01.2025;C;Pending;-9,00;\n"
    assert amounts(table(rows, head)) == [-250, -100]


@pytest.mark.parametrize(("status", "count"), [("Reverted", 1), ("Declined", 1), ("Completed", 2), ("", 2)])
def test_a_failed_row_is_left_out(status: str, count: int) -> None:
    rows = f"13.01.2025;A;Completed;-2,50\n14.01.2025;B;{status};-1,00\n"
    assert len(amounts(table(rows, "Date;Text;State;Amount (EUR)"))) == count


def test_the_last_line_without_words_of_a_table_without_header_is_its_balance() -> None:
    rows = "16/01/2025;-30,00;Carte;;CB SHOP;;0;Divers\n17/01/2025;100,00;Virement;;VIR X;;0;Divers\n"
    file = read(f"{rows}31/01/2025;2530,10;;01234 012345A\n".encode(), "a.csv")
    assert amounts(file) == [-3000, 10000]
    closing = file.statements[0].closing
    assert closing is not None
    assert closing.amount == 253010


def test_a_bad_balance_is_a_warning_and_costs_no_row() -> None:
    file = table(f"{ROWS}15.01.2025;Cafe;-1,00;19x\n")
    assert amounts(file) == [-250, 10000, -100]
    assert [(item.code, item.line, item.column) for item in file.findings if item.severity is Severity.WARNING] == [
        ("bad_balance", 4, "Balance")
    ]


def test_a_figure_in_a_debit_column_that_is_not_read_is_an_error_not_a_line_without_amount() -> None:
    rows = "13.01.2025;Shop;2,50;\n14.01.2025;Pay;;100,00\n15.01.2025;Tea;;-1,00\n"
    file = read(f"Date;Text;Withdrawn;Amount\n{rows}".encode(), "a.csv")
    assert [item.line for item in file.findings if item.code == "no_amount"] == [2]


BALANCES = (
    "13.01.2025;Likutis x;100,00;K\n14.01.2025;Shop;2,50;D\n15.01.2025;Pay;50,00;K\n31.01.2025;Likutis y;147,50;K\n"
)


def test_first_and_last_rows_that_are_the_balances_of_those_between_are_no_rows() -> None:
    file = read(f"Date;Text;Amount;D/K\n{BALANCES}".encode(), "a.csv")
    (statement,) = file.statements
    assert [row.amount for row in statement.rows] == [-250, 5000]
    assert statement.proof.state is ProofState.PROVED


def test_rows_that_only_name_balances_stay_rows_where_the_sum_does_not_say_so() -> None:
    text = BALANCES.replace("147,50", "147,00")
    assert len(read(f"Date;Text;Amount;D/K\n{text}".encode(), "a.csv").statements[0].rows) == 4


def test_a_nought_in_a_column_of_numbers_is_no_amount_gone_astray() -> None:
    body = "01/10/2026;COD 0;0;;;1.045,72\n02/10/2026;PIX;3;600,00;;1.645,72\n13/10/2026;PIX;4;;5,00;1.640,72\n"
    file = table(body, "Data;Historico;Docto.;Credito;Debito;Saldo")
    assert amounts(file) == [60000, -500]
    assert not any(item.severity is Severity.ERROR for item in file.findings)
