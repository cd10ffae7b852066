"""The texts of a row: payee, memo, reference, category, type and the amount in another currency."""

from app.domain.money import Money
from app.statements.fields import AmountConvention
from app.statements.table_texts import TextColumns
from tests.helpers.statement_texts import read
from tests.helpers.tables import laid_out

TEXT = (
    "Date;Payee;Description;Reference;Category;Type;Amount;Currency;Original amount;Original currency\n"
    "2025-01-13;Shop;Coffee;R1;Food;Card;-1.00;EUR;-1.10;USD\n"
    "2025-01-14;Firm;Pay;R2;Income;Transfer;2.00;EUR;;\n"
)
POINT = AmountConvention(".")


def texts() -> TextColumns:
    return TextColumns(laid_out(TEXT).columns)


CELLS = ["2025-01-13", "Shop", "Coffee", "R1", "Food", "Card", "-1.00", "EUR", "-1.10", "USD"]


def test_each_text_comes_from_its_column() -> None:
    found = texts()
    assert found.payee_and_memo(CELLS) == ("Shop", "Coffee")
    assert found.of_bank(CELLS) == ("R1", "Food", "Card")
    assert found.has_original


def test_without_a_payee_the_first_text_stands_for_it() -> None:
    assert texts().payee_and_memo([*CELLS[:1], "", *CELLS[2:]]) == ("Coffee", "")


def test_words_of_direction_are_nobodys_name() -> None:
    rows = "DEBIT;2025-01-13;Card payment;-5.00\nCREDIT;2025-01-14;Employer;6.00\n"
    found = TextColumns(laid_out(f"Details;Posting Date;Description;Amount\n{rows}").columns)
    assert found.payee_and_memo(["DEBIT", "2025-01-13", "Card payment", "-5.00"]) == ("Card payment", "DEBIT")


def test_a_word_again_and_again_is_nobodys_name() -> None:
    rows = "".join(f"2025-01-{day:02};PDT;;Order {day};-5.00\n" for day in range(1, 12))
    found = TextColumns(laid_out(f"Date;Time zone;Name;Subject;Amount\n{rows}").columns)
    assert found.payee_and_memo(["2025-01-01", "PDT", "", "Order 1", "-5.00"]) == ("Order 1", "PDT")


def test_cells_beyond_the_header_are_kept_in_the_memo() -> None:
    assert texts().payee_and_memo([*CELLS, "extra", "", "more"]) == ("Shop", "Coffee extra more")


def test_an_amount_in_another_currency_is_kept_exactly() -> None:
    assert texts().original(CELLS, POINT, code="EUR") == Money.of(-110, "USD")
    assert texts().original([*CELLS[:8], "-110", "JPY"], POINT, code="EUR") == Money.of(-110, "JPY")


def test_the_same_currency_none_or_an_unreadable_amount_is_no_other_amount() -> None:
    for amount, unit in (("-1.10", "EUR"), ("", "USD"), ("x", "USD"), ("-1.10", "??")):
        assert texts().original([*CELLS[:8], amount, unit], POINT, code="EUR") is None


def test_a_table_without_such_columns_gives_empty_texts() -> None:
    found = TextColumns(laid_out("Date;Text;Amount\n2025-01-13;A;-1.00\n2025-01-14;B;2.00\n").columns)
    cells = ["2025-01-13", "A", "-1.00"]
    assert (found.payee_and_memo(cells), found.of_bank(cells)) == (("A", ""), ("", "", ""))
    assert not found.has_original
    assert found.original(cells, POINT, code="EUR") is None


def test_the_amount_paid_abroad_may_be_told_by_a_sign() -> None:
    found = texts().original([*CELLS[:-1], "$"], POINT, code="EUR")
    assert found is None
    assert texts().original([*CELLS[:-1], "£"], POINT, code="EUR") == Money.of(-110, "GBP")
    assert texts().original([*CELLS[:-1], "€"], POINT, code="EUR") is None


def payees(head: str, *rows: str) -> list[str]:
    file = read("".join(f"{line}\n" for line in (head, *rows)).encode(), "a.csv")
    return [row.printed_payee for statement in file.statements for row in statement.rows]


def test_where_no_column_is_named_for_texts_the_most_written_one_is_the_payee() -> None:
    rows = ("2025-01-13;POS;R1;Zorp Foods;-4.00", "2025-01-14;SAL;R2;Plim Ltd;5.00")
    assert payees("Date;Type;Reference;Label;Amount", *rows) == ["Zorp Foods", "Plim Ltd"]
    assert payees("Date;Transaction;Amount", "2025-01-13;Zorp;-4.00", "2025-01-14;Plim;5.00") == ["Zorp", "Plim"]


def test_a_text_named_so_comes_before_columns_nobody_knows() -> None:
    rows = ("2025-01-13;Web;Zorp Foods;-4.00", "2025-01-14;Shop;Plim Ltd;5.00")
    assert payees("Date;Blif;Description;Amount", *rows) == ["Zorp Foods", "Plim Ltd"]


def test_single_letters_and_a_word_on_all_rows_are_nobodys_name_without_header() -> None:
    rows = [f"Main St;T;2025-01-{day};Shop {day};-4.00;{900 - 4 * day}.00" for day in (13, 14, 15)]
    assert payees(rows[0], *rows[1:]) == ["Shop 13", "Shop 14", "Shop 15"]
