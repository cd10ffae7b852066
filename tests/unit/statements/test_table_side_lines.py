"""Lines among the rows that are no transactions: what is not booked, what adds up, what states a balance."""

import pytest

from app.domain.statement import StatementFile
from app.domain.statement_kinds import ProofState, Severity
from tests.helpers.statement_texts import read


def table(text: str) -> StatementFile:
    return read(text.encode(), "a.csv")


def amounts(file: StatementFile) -> list[int]:
    assert not any(item.severity is Severity.ERROR for item in file.findings)
    return [row.amount for statement in file.statements for row in statement.rows]


def test_a_heading_that_says_pending_holds_until_the_next_heading() -> None:
    rows = "14.01.2025;Ride;-11,00;\nBooked rows;;;\n13.01.2025;Food;-2,00;98,00\n12.01.2025;Pay;50,00;100,00\n"
    file = table(f"Date;Text;Amount;Balance\nPending rows;;;\n{rows}")
    assert amounts(file) == [-200, 5000]
    assert file.statements[0].closing is not None
    assert file.statements[0].closing.amount == 9800


def test_a_status_that_never_has_a_balance_is_not_booked_whatever_its_word() -> None:
    rows = "12.01.2025;Pay;50,00;100,00;zorp\n13.01.2025;Food;-2,00;98,00;zorp\n14.01.2025;Rent;-70,00;;blif\n"
    assert amounts(table(f"Date;Text;Amount;Balance;Status\n{rows}")) == [5000, -200]


def test_a_status_that_has_a_balance_on_some_rows_is_booked() -> None:
    rows = "12.01.2025;Pay;50,00;100,00;zorp\n13.01.2025;Food;-2,00;;zorp\n14.01.2025;Rent;-70,00;28,00;blif\n"
    assert amounts(table(f"Date;Text;Amount;Balance;Status\n{rows}")) == [5000, -200, -7000]


def test_an_unknown_word_in_the_place_of_the_date_is_not_booked_where_it_has_no_balance() -> None:
    rows = "Zorpat;Hotel;-80,00;\n13.01.2025;Food;-2,00;98,00\n12.01.2025;Pay;50,00;100,00\n"
    file = table(f"Date;Text;Amount;Balance\n{rows}")
    assert amounts(file) == [-200, 5000]
    assert [item.line for item in file.findings if item.code == "not_booked"] == [2]


def test_the_same_word_beside_a_balance_is_an_error() -> None:
    rows = "Zorpat;Hotel;-80,00;18,00\n13.01.2025;Food;-2,00;98,00\n12.01.2025;Pay;50,00;100,00\n"
    errors = [item.line for item in table(f"Date;Text;Amount;Balance\n{rows}").findings if item.code == "bad_date"]
    assert errors == [2]


def test_a_footer_that_states_the_balance_beside_a_day_closes_the_rows() -> None:
    rows = "12.01.2025;12.01.2025;Pay;50,00\n13.01.2025;13.01.2025;Food;-2,00\n"
    head = "Letzter Kontostand;;50,00;EUR\nBuchungstag;Wert;Text;Betrag\n"
    (statement,) = table(f"{head}{rows}Kontostand;13.01.2025;;98,00\n").statements
    assert statement.proof.state is ProofState.PROVED
    assert statement.opening is not None
    assert statement.opening.amount == 5000


def test_columns_for_the_opening_and_closing_balance_are_read_from_lines_of_their_own() -> None:
    rows = ";;;50.00;\n2025-01-12;Pay;50.00;;\n2025-01-13;Food;-2.00;;\n;;;;98.00\n"
    (statement,) = table(f"Date;Text;Amount;Beginning Balance;Ending Balance\n{rows}").statements
    assert statement.proof.state is ProofState.PROVED
    assert statement.opening is not None
    assert statement.opening.amount == 5000


def test_a_dated_line_with_both_sums_that_calls_itself_a_total_is_no_row() -> None:
    rows = "12.01.2025;Pay;;50,00;100,00\n13.01.2025;Food;2,00;;98,00\n31.01.2025;Totaux;2,00;50,00;98,00\n"
    assert amounts(table(f"Date;Text;Debit;Credit;Balance\n{rows}")) == [5000, -200]


def test_a_balance_may_stand_before_its_words() -> None:
    rows = "ROW;20250112;50.00;PAY\nROW;20250113;-2.00;FOOD\nROW;20250114;-3.00;TEA\n0;CLOSE;95.00;CLOSE BALANCE\n"
    (statement,) = table(f"0;OPEN;50.00;OPEN BALANCE\n{rows}").statements
    assert statement.proof.state is ProofState.PROVED
    assert [row.amount for row in statement.rows] == [5000, -200, -300]


def test_a_word_in_the_place_of_the_banks_number_says_that_a_row_is_held() -> None:
    rows = "14.01.2025;HOLD;Hotel;-80,00\n13.01.2025;AB12;Food;-2,00\n12.01.2025;AB11;Pay;50,00\n"
    file = table(f"Date;Reference;Text;Amount\n{rows}")
    assert amounts(file) == [-200, 5000]
    assert [(item.code, item.line) for item in file.findings] == [("not_booked", 2)]


def test_a_word_among_references_that_are_words_says_nothing() -> None:
    rows = "14.01.2025;HOLD;Hotel;-80,00\n13.01.2025;SHOP;Food;-2,00\n12.01.2025;JOB;Pay;50,00\n"
    assert amounts(table(f"Date;Reference;Text;Amount\n{rows}")) == [-8000, -200, 5000]


def test_a_held_row_that_the_running_balance_holds_is_booked() -> None:
    rows = "14.01.2025;HOLD;Hotel;-80,00;-32,00\n13.01.2025;AB12;Food;-2,00;48,00\n12.01.2025;AB11;Pay;50,00;50,00\n"
    assert amounts(table(f"Date;Reference;Text;Amount;Balance\n{rows}")) == [-8000, -200, 5000]


OPEN_AND_CLOSE = (
    "A,0,,100.00,OPEN,,OPEN,0\nR,20250303,#,-40.00,CARD,BAKERY,12,0\nR,20250304,,75.50,CREDIT,WAGE,13,0\n"
    "R,20250306,#,-5.25,FEE,MONTHLY,14,0\nA,{},,130.25,CLOSE,,CLOSE,0\n"
)


@pytest.mark.parametrize("day", ["0", "", "00000000"])
def test_open_and_close_alone_beside_a_figure_and_no_day_are_the_balances(day: str) -> None:
    file = table(OPEN_AND_CLOSE.format(day))
    assert amounts(file) == [-4000, 7550, -525]
    (statement,) = file.statements
    assert statement.opening is not None
    assert statement.closing is not None
    assert (statement.opening.amount, statement.closing.amount) == (10000, 13025)
    assert statement.proof.state is ProofState.PROVED


def test_a_damaged_day_beside_such_a_word_is_told() -> None:
    file = table(OPEN_AND_CLOSE.format("2025O308"))
    assert [(item.code, item.line) for item in file.findings if item.severity is Severity.ERROR] == [("bad_date", 5)]


def test_a_row_with_a_day_may_be_called_so() -> None:
    assert amounts(table(OPEN_AND_CLOSE.format("20250307"))) == [-4000, 7550, -525, 13025]


@pytest.mark.parametrize("word", ["סך הכל", "ยอดรวม", "Total", "Insgesamt"])
def test_a_word_for_a_total_in_the_place_of_the_day_adds_up_the_rows(word: str) -> None:
    file = table(
        f"Date,Shop,Amount\n2025-03-03,Tea,-4.00\n2025-03-05,Pay,20.00\n2025-03-06,Cake,-3.00\n{word},,13.00\n"
    )
    assert amounts(file) == [-400, 2000, -300]
    assert [(item.code, item.line) for item in file.findings] == [("total_line", 5)]


SUMMED = "Fecha,Texto,Débito,Crédito\n12/01/2025,Pan,2.00,0.00\n13/01/2025,Pago,0.00,50.00\nResumen,,,\n"


@pytest.mark.parametrize(
    "names", ["Saldo Inicial,Total Débitos,Total Créditos,Saldo Final", "Saldo Inicial,,,Saldo Final"]
)
def test_a_summary_below_the_rows_under_a_heading_of_its_own_states_the_balances(names: str) -> None:
    figures = "100.00,2.00,50.00,148.00" if "Total" in names else "100.00,,,148.00"
    file = table(f"{SUMMED}{names}\n{figures}\n")
    assert amounts(file) == [-200, 5000]
    assert file.statements[0].proof.state is ProofState.PROVED
    assert file.statements[0].opening is not None
    assert file.statements[0].opening.amount == 10000


@pytest.mark.parametrize(
    ("names", "last"),
    [
        ("Saldo Inicial,Total Débitos,Total Créditos,Saldo Final", "14/01/2025,7.00"),
        ("Saldo Inicial,Total Débitos,Total Créditos,Saldo Final", "14.01,Pan,3.00,"),
        ("Gracias,,,", "100.00,148.00"),
    ],
)
def test_a_cut_or_damaged_row_below_words_is_no_summary(names: str, last: str) -> None:
    file = table(f"{SUMMED}{names}\n{last}\n")
    assert [item.line for item in file.findings if item.severity is Severity.ERROR] == [6]


def test_a_line_that_calls_itself_the_total_of_the_transactions_is_left_out() -> None:
    rows = "13/01/2025;Food;-$2.00\n14/01/2025;Pay;$50.00\nTransactions Total;;$48.00\n"
    assert amounts(table(f"Date;Text;Amount\n{rows}")) == [-200, 5000]


def test_a_word_cut_short_in_the_place_of_the_day_waits() -> None:
    text = "Date;Text;Amount;Way;Balance\n'14/01/2025;Pay;50.00;CR;150.00\n'PEND;Fee;1.00;DB;149.00\n"
    assert amounts(table(text)) == [5000]


def test_a_summary_may_count_the_rows() -> None:
    rows = "13/01/2025;Tea;4.00;;96.00\n14/01/2025;Pay;;50.00;146.00\n"
    foot = "Opening Balance;Dr Count;Cr Count;Debits;Closing Bal\n100.00;1;1;4.00;146.00\n"
    file = table(f"Date;Text;Debit;Credit;Balance\n{rows};;;;\n{foot}")
    assert amounts(file) == [-400, 5000]
    assert file.statements[0].opening is not None
    assert file.statements[0].opening.amount == 10000


def test_a_dated_total_balance_is_no_row() -> None:
    text = "Date;Text;Amount\n2025-01-13;Tea;-4.00\n2025-01-14;Pay;50.00\n2025-01-15;Total balance;46.00\n"
    assert amounts(table(text)) == [-400, 5000]


def test_a_row_that_waits_needs_no_day() -> None:
    rows = "2025-01-13;Posted;Tea;-4.00;96.00\n2025-01-14;Posted;Pay;50.00;146.00\n;Pending;Shop;-6.50;\n"
    assert amounts(table(f"Date;Status;Text;Amount;Balance\n{rows}")) == [-400, 5000]


def test_a_balance_named_between_two_rows_may_be_a_payee_and_is_told() -> None:
    rows = "2025-01-13;Tea;-4.00\n2025-01-14;New Balance;-80.00\n2025-01-15;Pay;50.00\n"
    told = [item.line for item in table(f"Date;Text;Amount\n{rows}").findings if item.code == "balance_among_rows"]
    assert told == [3]
    ends = "2025-01-12;Opening balance;9.00\n2025-01-13;Tea;-4.00\n2025-01-14;Pay;50.00\n2025-01-15;New balance;55.00\n"
    assert not any(item.code == "balance_among_rows" for item in table(f"Date;Text;Amount\n{ends}").findings)
