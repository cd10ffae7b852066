"""Columns get their roles by words that the cells bear out."""

from app.statements.column_profiles import profiles_of
from app.statements.column_roles import aligned, assign_roles, bears_out
from app.statements.table import Line
from app.statements.table_words import Role


def roles(header: str, *rows: str) -> list[Role | None]:
    lines = [Line(number, row.split(";")) for number, row in enumerate(rows, start=2)]
    names = header.split(";") if header else []
    return list(assign_roles(names, profiles_of(lines, len(rows[0].split(";")))).roles)


def test_the_cells_decide_between_two_meanings_of_a_word() -> None:
    assert roles("Datum;Valuta;Betrag", "02.01.2025;02.01.2025;5,00") == [Role.BOOKED, Role.VALUE, Role.AMOUNT]
    assert roles("Datum;Valuta;Betrag", "02.01.2025;EUR;5,00") == [Role.BOOKED, Role.CURRENCY, Role.AMOUNT]


def test_unnamed_columns_are_told_by_their_cells() -> None:
    found = roles("", "NL02COFF0123456789;02.01.2025;Coffee;EUR;5,00", "NL02COFF0123456789;03.01.2025;Tea;EUR;6,00",
                  "NL02COFF0123456789;03.01.2025;Tea;EUR;6,00", "NL02COFF0123456789;03.01.2025;Tea;EUR;6,00")  # fmt: skip
    assert found == [Role.ACCOUNT, Role.BOOKED, Role.PAYEE, Role.CURRENCY, None]


def test_an_account_that_changes_with_every_row_is_the_other_partys() -> None:
    rows = [f"2025-01-0{at};NL0{at}COFF0123456789;-5.00" for at in range(1, 6)]
    assert roles("Date;Account number;Amount", *rows)[1] is Role.OTHER_ACCOUNT


def test_a_damaged_cell_does_not_cost_a_column_its_role() -> None:
    assert roles("Date;Amount", "2025-01-02;12.x0")[1] is Role.AMOUNT


def test_an_empty_column_bears_out_money_only() -> None:
    (profile,) = profiles_of([], 1)
    assert bears_out(Role.CREDIT, profile)
    assert not bears_out(Role.FLAG, profile)


def test_a_header_with_one_cell_too_many_is_moved_to_where_its_words_fit() -> None:
    lines = [Line(2, ["2025-01-02", "Cafe", "-5.00", "95.00"]), Line(3, ["2025-01-03", "Shop", "-7.00", "88.00"])]
    header = ["Account", "Date", "Description", "Amount", "Balance"]
    assert aligned(header, profiles_of(lines, 5), width=4) == header[1:]
    assert aligned(header[1:], profiles_of(lines, 4), width=4) == header[1:]
    assert aligned([*header[1:], "Note"], profiles_of(lines, 5), width=4) == [*header[1:], "Note"]


def test_a_header_with_one_cell_too_few_is_moved_to_where_its_words_fit() -> None:
    lines = [Line(2, ["1", "2025-01-02", "Cafe", "-5.00"]), Line(3, ["2", "2025-01-03", "Shop", "-7.00"])]
    assert aligned(["Date", "Text", "Amount"], profiles_of(lines, 4), width=4) == ["", "Date", "Text", "Amount"]


def test_codes_of_currencies_are_known_below_any_word() -> None:
    assert roles("Date;Zorp;Amount", "2025-01-02;EUR;5.00", "2025-01-03;USD;6.00")[1] is Role.CURRENCY
    assert roles("Date;Zorp;Currency;Amount", "2025-01-02;EUR;USD;5.00")[1] is not Role.CURRENCY


def test_a_bank_code_is_never_the_owners_account() -> None:
    rows = ("2025-01-02;COFFDEFF;5.00", "2025-01-03;COFFDEFF;6.00", "2025-01-03;OTHRDEFF;6.00")
    assert roles("Datum;BIC / BLZ;Betrag", *rows)[1] is Role.OTHER_ACCOUNT


def test_a_named_booking_day_comes_before_a_mere_date_which_is_the_day_of_the_purchase() -> None:
    rows = ("2025-01-02;2025-01-03;-5.00", "2025-01-04;2025-01-06;-6.00")
    assert roles("Date;Posted Date;Amount", *rows)[:2] == [Role.MADE, Role.BOOKED]


def test_the_moment_of_the_export_is_no_day_of_the_rows() -> None:
    rows = ("30.09.2025 10:11;02.01.2025;-5,00", "30.09.2025 10:11;04.01.2025;-6,00")
    assert roles("Datum/Zeit;Buchungstag;Betrag", *rows)[:2] == [None, Role.BOOKED]


def test_an_empty_column_with_a_telling_name_does_not_take_the_day() -> None:
    assert roles("Date;Amount;Postal Code", "2025-01-02;-5.00;", "2025-01-04;-6.00;")[0] is Role.BOOKED


def test_a_last_column_that_is_always_empty_does_not_move_the_header() -> None:
    lines = [
        Line(2, ["2025-01-02", "Cafe", "", "5.00", "95.00", ""]),
        Line(3, ["2025-01-03", "Pay", "7.00", "", "102.00", ""]),
    ]
    header = ["Date", "Text", "Deposit", "Withdrawal", "Balance in Original Currency", "DR"]
    assert aligned(header, profiles_of(lines, 6), width=6) == header


def test_one_letter_on_one_row_is_no_column_of_directions() -> None:
    rows = ["2025-01-02;Shop;-5.00;C", "2025-01-03;Tea;-6.00;", "2025-01-04;Pay;9.00;"]
    assert roles("", *rows)[3] is not Role.FLAG


def test_an_amount_called_the_sources_is_the_amount_where_there_is_no_other() -> None:
    found = roles("Date;Direction;Source amount;Source currency", "2025-01-02;OUT;5.00;EUR", "2025-01-03;IN;7.00;EUR")
    assert found[2:] == [Role.AMOUNT, Role.CURRENCY]
    beside = roles("Date;Amount;Source amount;Source currency", "2025-01-02;5.00;5.00;EUR", "2025-01-03;6.00;7.00;EUR")
    assert beside[2:] == [Role.ORIGINAL_AMOUNT, Role.ORIGINAL_CURRENCY]


def test_the_exports_own_day_gives_way_to_the_days_of_the_rows() -> None:
    lines = [Line(at, cells) for at, cells in enumerate((["2025-01-01", "2025-01-04"], ["2025-01-01", "2025-01-09"]))]
    roles = assign_roles(["initial_date", "transaction_date"], profiles_of(lines, 2)).roles
    assert roles == (None, Role.MADE)
    same = [Line(at, ["2025-01-04", "2025-01-04"]) for at in range(2)]
    assert assign_roles(["initial_date", "transaction_date"], profiles_of(same, 2)).roles[0] is Role.BOOKED


def test_numbers_that_differ_on_each_of_two_rows_are_the_other_partys() -> None:
    lines = [Line(at, [f"2025-01-0{at}", f"MOCKACCOUNT00{at}", "-4.00"]) for at in (1, 2)]
    assert assign_roles(["Date", "Account", "Amount"], profiles_of(lines, 3)).roles[1] is Role.OTHER_ACCOUNT
    named = [Line(at, [f"2025-01-0{at}", ("Cheque", "Savings")[at - 1], "-4.00"]) for at in (1, 2)]
    assert assign_roles(["Date", "Account", "Amount"], profiles_of(named, 3)).roles[1] is Role.ACCOUNT


def test_a_shortened_word_for_the_booking_day_is_known() -> None:
    found = roles("Bokfdag;Transdag;Valutadag;Belopp", "2025-01-14;2025-01-13;2025-01-16;5,00")
    assert found == [Role.BOOKED, Role.MADE, Role.VALUE, Role.AMOUNT]


def test_of_two_mere_dates_the_one_of_nearly_all_rows_books() -> None:
    rows = (";01/03/2025;-4.00", "01/03/2025;02/03/2025;-2.75", ";13/03/2025;-9.00", ";15/03/2025;50.00")
    assert roles("Effective Date;Entered Date;Amount", *rows) == [None, Role.BOOKED, Role.AMOUNT]
    assert roles("Posted;Entered Date;Amount", *rows)[0] is Role.BOOKED


def test_a_number_of_a_card_or_an_account_is_the_accounts() -> None:
    rows = ["2025-01-13;4400XX1234;-5,00", "2025-01-14;4400XX1234;-6,00", "2025-01-15;4400XX1234;7,00"]
    assert roles("Дата;Номер карты/счета;Сумма", *rows)[1] is Role.ACCOUNT
    assert roles("Дата;Номер карты;Сумма", *rows)[1] is not Role.ACCOUNT


def test_a_covered_cards_number_that_repeats_is_the_owners() -> None:
    rows = ["5106XXXXXXXX1111;2025-01-01;-5.00"] * 2 + ["5106XXXXXXXX2222;2025-01-02;-6.00"]
    assert roles("Account number;Date;Amount", *rows)[0] is Role.ACCOUNT
    different = [f"5106XXXXXXXX{at}111;2025-01-0{at};-5.00" for at in range(1, 4)]
    assert roles("Account number;Date;Amount", *different)[0] is not Role.ACCOUNT
