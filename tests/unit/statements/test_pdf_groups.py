"""Rows by account: one group, several told apart by what closes, and tables without which the rest closes."""

from app.domain.statement import StatementFile
from app.domain.statement_kinds import ProofState, Severity
from tests.helpers.pdf_drawn import drawn
from tests.helpers.statement_texts import read

HEADER = "40 Date | 110 Text | 400> Amount\n"
ONE = "40 02/10/2023 | 110 Shop | 400> -5.00\n40 13/10/2023 | 110 Pay | 400> 20.00\n"
TWO = "40 03/10/2023 | 110 Rent | 400> -50.00\n40 14/10/2023 | 110 Gift | 400> 1.00\n"


def of(lines: str) -> StatementFile:
    return read(drawn(lines), "statement.pdf")


def accounts(file: StatementFile) -> list[tuple[str, int]]:
    return [(one.account.number or one.account.name, len(one.rows)) for one in file.statements]


def test_accounts_whose_rows_close_each_are_told_apart() -> None:
    one = f"40 Account number 11112222\n40 Opening balance 10.00\n{HEADER}{ONE}110 Closing balance | 400> 25.00\n"
    two = f"40 Account number 33334444\n40 Opening balance 90.00\n{HEADER}{TWO}110 Closing balance | 400> 41.00\n"
    assert accounts(of(one + two)) == [("11112222", 2), ("33334444", 2)]


def test_an_account_without_a_number_is_named_by_its_title() -> None:
    text = "40 Everyday\n{}110 Opening balance | 400> 10.00\n{}110 Closing balance | 400> 25.00\n\n40 Rainy days\n"
    file = of(text.format(HEADER, ONE) + f"{HEADER}110 Opening balance | 400> 90.00\n{TWO}110 Closing balance | 400> 41.00")
    assert accounts(file) == [("Everyday", 2), ("Rainy days", 2)]


def test_a_balance_brought_forward_in_french_begins_the_next_account() -> None:
    text = "40 Épargne un\n{}110 Solde reporté | 500> 10.00\n{}\n40 Épargne deux\n{}110 Solde reporté | 500> 90.00\n{}"
    header = "40 Date | 110 Text | 400> Amount | 500> Solde\n"
    one = "40 02/10/2023 | 110 Shop | 400> -5.00 | 500> 5.00\n40 13/10/2023 | 110 Pay | 400> 20.00 | 500> 25.00\n"
    two = "40 03/10/2023 | 110 Rent | 400> -50.00 | 500> 40.00\n40 14/10/2023 | 110 Gift | 400> 1.00 | 500> 41.00"
    assert accounts(of(text.format(header, one, header, two))) == [("Épargne un", 2), ("Épargne deux", 2)]


def test_rows_that_close_together_stay_together() -> None:
    file = of(f"40 Account number 11112222\n40 Opening balance 10.00\n{HEADER}{ONE}40 Account number 33334444\n{HEADER}{TWO}"
              "40 Closing balance -24.00")  # fmt: skip
    assert [count for _, count in accounts(file)] == [4]


def test_a_table_that_repeats_rows_is_left_out_and_that_is_said() -> None:
    again = "\n40 Paid checks\n40 No | 110 Date | 400> Sum\n40 1 | 110 02/10/2023 | 400> 5.00"
    file = of(f"40 Opening balance 10.00\n40 Closing balance 25.00\n{HEADER}{ONE}{again}")
    assert accounts(file) == [("", 2)]
    assert [finding.code for finding in file.findings if finding.code == "table_left_out"] == ["table_left_out"]


def test_a_table_that_repeats_the_rows_of_one_of_two_accounts_is_left_out() -> None:
    header = "40 Date | 110 Text | 400> Amount | 500> Balance\n"
    one = "40 01/10/2023 | 110 Opening balance | 500> 10.00\n40 02/10/2023 | 110 Shop | 400> -5.00 | 500> 5.00\n"
    one += "40 13/10/2023 | 110 Pay | 400> 20.00 | 500> 25.00\n110 Closing balance | 500> 25.00\n"
    again = "\n40 Items paid\n40 Date | 110 Item | 400> Sum\n40 02/10/2023 | 110 POS | 400> 5.00\n40 02/10/2023 | 110 POS | 400> 6.00\n"
    two = "40 01/10/2023 | 110 Opening balance | 500> 90.00\n40 03/10/2023 | 110 Rent | 400> -50.00 | 500> 40.00\n"
    two += "40 14/10/2023 | 110 Gift | 400> 1.00 | 500> 41.00\n110 Closing balance | 500> 41.00"
    file = of(f"40 Account number 11112222\n{header}{one}{again}40 Account number 33334444\n{header}{two}")
    assert accounts(file) == [("11112222", 2), ("33334444", 2)]
    assert [one.closing.amount for one in file.statements if one.closing] == [2500, 4100]
    left = next(finding for finding in file.findings if finding.code == "table_left_out")
    assert left.message.startswith("2 ")


def test_accounts_are_told_apart_by_balances_that_only_their_place_says_open_or_close() -> None:
    header = "40 Date | 110 Opération | 400> Débit EUROS | 500> Crédit EUROS\n"
    first = "110 SOLDE DEBITEUR AU 29/09/2023 | 400> 50,00\n40 02/10/2023 | 110 Loyer | 400> 5,00\n"
    first += "40 13/10/2023 | 110 Paie | 500> 200,00\n110 SOLDE CREDITEUR AU 31/10/2023 | 500> 145,00\n"
    second = "110 SOLDE CREDITEUR AU 29/09/2023 | 500> 900,00\n40 06/10/2023 | 110 Virement | 500> 30,00\n"
    second += "40 20/10/2023 | 110 Virement | 400> 12,00\n110 SOLDE CREDITEUR AU 31/10/2023 | 500> 918,00\n"
    third = "110 SOLDE CREDITEUR AU 29/09/2023 | 500> 70,00\n110 Aucune opération\n110 SOLDE CREDITEUR AU 31/10/2023 | 500> 70,00"
    file = of(f"40 C/C N° 00020448801\n{header}{first}\n\n\n\n40 LIVRET N° 00020448802\n{header}{second}===\n"
              f"40 PEL N° 00020448803\n{header}{third}")  # fmt: skip
    assert accounts(file) == [("00020448801", 2), ("00020448802", 2)]
    assert [(one.opening.amount, one.closing.amount) for one in file.statements if one.opening and one.closing] == [
        (-5000, 14500), (90000, 91800)]  # fmt: skip


def test_a_day_s_balance_opens_nothing_where_another_figure_is_called_the_first() -> None:
    head = "40 Date | 110 Text | 400> Paid out | 470> Paid in | 550> Balance\n110 Balance brought forward | 550> 100.00\n"
    first, rest = "40 02 Oct 2023 | 110 Bakery | 400> 12.50\n", "110 Tea | 400> 5.00 | 550> 82.50\n"
    rest += "40 05 Oct 2023 | 110 Salary | 470> 1,000.00\n110 Rent | 400> 80.00 | 550> 1,002.50\n"
    rest += "40 09 Oct 2023 | 110 Water | 400> 2.50 | 550> 1,000.00\n110 Balance carried forward | 550> 1,000.00\n"
    assert of(head + first + rest).statements[0].proof.state is ProofState.PROVED
    assert of(head + rest).statements[0].proof.state is not ProofState.PROVED


def test_of_several_figures_called_the_last_one_must_be_a_row_s() -> None:
    lines = "40 Opening balance 10.00\n40 Closing balance 25.00\n40 Date | 110 Text | 330> Amount | 400> Balance\n"
    lines += "40 13/10/2023 | 110 Shop | 330> -5.00 | 400> 5.00\n40 14/10/2023 | 110 Tea | 330> -2.00 | 400> 3.00\n"
    last = "40 15/10/2023 | 110 Pay | 330> 22.00 | 400> 25.00\n"
    end = "\n\n\n110 Totals / closing balance | 330> 15.00 | 400> 25.00\n"
    assert of(lines + last + end).statements[0].proof.state is ProofState.PROVED
    assert of(lines + end).statements[0].proof.state is not ProofState.PROVED


def test_a_table_left_out_whose_rows_have_balances_is_a_warning() -> None:
    head = "40 {} | 110 Text | 330> Amount | 400> Balance\n"
    rows = "".join(f"40 {day:02d}/10/2023 | 110 Shop | 330> -1.00 | 400> {90 - day}.00\n" for day in range(2, 9))
    pot = "40 10/10/2023 | 110 Gift | 330> 5.00 | 400> 5.00\n40 11/10/2023 | 110 Gift | 330> 6.00 | 400> 17.00\n"
    file = of(head.format("Date") + rows + "\n" + head.format("Booking date") + pot)
    assert [len(one.rows) for one in file.statements] == [7]
    assert [one.code for one in file.findings if one.severity is Severity.WARNING] == ["table_left_out"]


def test_a_table_left_out_that_is_longer_than_the_rows_kept_is_a_warning() -> None:
    head = "40 {} | 110 Text | 330> Amount | 400> Balance\n"
    rows = "".join(f"40 {day:02d}/10/2023 | 110 Shop | 330> -1.00 | 400> {90 - day}.00\n" for day in range(2, 9) if day != 5)
    pot = "40 10/10/2023 | 110 Gift | 330> 5.00 | 400> 5.00\n40 11/10/2023 | 110 Gift | 330> 6.00 | 400> 11.00\n"
    file = of(head.format("Date") + rows + "\n" + head.format("Booking date") + pot)
    assert [len(one.rows) for one in file.statements] == [2]
    assert [one.code for one in file.findings if one.severity is Severity.WARNING] == ["table_left_out"]
