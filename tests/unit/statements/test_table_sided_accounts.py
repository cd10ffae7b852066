"""An account's name in one of two columns tells which way the money went."""

from tests.helpers.statement_texts import read, totals

HEAD = "Id;Currency;Amount;Date;Expense(From);Income(To);Note\n"
ROWS = "1;CHF;31.50;2025-01-13;Purse;;bread\n2;CHF;900;2025-01-14;;Purse;wage\n3;CHF;8.25;2025-01-15;Purse;;tea\n"


def test_the_column_that_names_the_account_gives_the_direction() -> None:
    file = read(f"{HEAD}{ROWS}".encode(), "a.csv")
    assert totals(file) == {"CHF": "860.25"}
    assert (file.findings, file.decisions) == ((), ())


def test_money_moved_between_two_accounts_has_no_direction_of_its_own() -> None:
    file = read(f"{HEAD}{ROWS}4;CHF;50;2025-01-16;Purse;Bank;moved\n".encode(), "a.csv")
    assert [(str(one.severity), one.line) for one in file.findings if one.line == 5] == [("error", 5)]


def test_columns_of_money_stay_as_they_are() -> None:
    text = "Date;Text;Expense;Income\n2025-01-13;Purse;31.50;\n2025-01-14;Purse;;900.00\n"
    assert totals(read(text.encode(), "a.csv")) == {"USD": "868.50"}


def test_names_that_stand_on_one_side_alone_are_no_accounts() -> None:
    text = f"{HEAD}1;CHF;31.50;2025-01-13;Shop;;bread\n2;CHF;900;2025-01-14;;Boss;wage\n"
    assert "directions_unknown" in {one.code for one in read(text.encode(), "a.csv").findings}
