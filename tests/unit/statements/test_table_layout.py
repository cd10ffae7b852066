"""A table's layout: its dates, currency, card, convention of the balance, and a fingerprint that only the header makes."""

import pytest

from app.domain.account import AccountKind
from app.domain.statement_kinds import Severity
from app.statements.table_layout import columns_of, digits_hint, fingerprint, is_day_first_language, lay_out
from app.statements.table_sections import find_sections
from app.statements.table_words import Role
from tests.helpers.statement_texts import read
from tests.helpers.tables import laid_out, lines_of

ROWS = "13.01.2025;Shop;-2,50;97,50\n14.01.2025;Pay;1.100,00;1.197,50\n"


@pytest.mark.parametrize(
    ("head", "rows", "wanted"),
    [
        ("Date;Text;Amount (EUR);Balance", ROWS, "EUR"),
        ("Date;Text;Amount;Balance", "13.01.2025;Shop;-2,50 zł;97,50\n14.01.2025;Pay;1,00 zł;98,50\n", "PLN"),
        ("Currency;CHF\nDate;Text;Amount;Balance", ROWS, "CHF"),
        ("IBAN;GB29NWBK60161331926819\nDate;Text;Amount;Balance", ROWS, "GBP"),
        ("Date;Text;Amount;Balance", ROWS, ""),
    ],
)
def test_the_currency_is_taken_from_where_the_file_says_it(head: str, rows: str, wanted: str) -> None:
    layout = laid_out(f"{head}\n{rows}")
    found = layout.currency
    assert found == wanted or (wanted == "GBP" and layout.facts.iban.startswith("GB"))


def test_dates_come_booked_first_then_made_then_value() -> None:
    layout = laid_out(
        "Value date;Transaction date;Booking date;Text;Amount\n" + "1.2.2025;13.1.2025;14.1.2025;A;-1,00\n" * 2
    )
    assert [layout.columns.names[index] for index in layout.dates()] == [
        "Booking date",
        "Transaction date",
        "Value date",
    ]


def test_the_day_of_the_export_is_not_the_day_of_booking() -> None:
    layout = laid_out("Created at;Date;Text;Amount\n" + "2025-02-01;2025-01-13;A;-1.00\n" * 2)
    assert layout.columns.names[layout.dates()[0]] == "Date"


@pytest.mark.parametrize(("name", "wanted"), [("visa 2025.csv", True), ("Kreditkarte.csv", True), ("giro.csv", False)])
def test_a_file_name_may_say_that_it_is_a_card(name: str, wanted: bool) -> None:
    assert laid_out(f"Date;Text;Amount;Balance\n{ROWS}", file_name=name).card is wanted


def test_the_fingerprint_is_of_the_header_alone() -> None:
    one, two = (laid_out(f"Date;Text;Amount;Balance\n{rows}") for rows in (ROWS, ROWS * 3))
    other = laid_out(f"Date;Detail;Amount;Balance\n{ROWS}")
    names = [fingerprint(layout.columns.names, layout.columns) for layout in (one, two, other)]
    assert names[0] == names[1] != names[2]
    assert len(names[0]) == 16


def test_a_table_without_amounts_has_no_layout() -> None:
    section = find_sections(lines_of("Date;Name\n2025-01-13;A\n2025-01-14;B\n"))[0]
    assert lay_out(section, columns_of(section), file_name="a.csv", digits=2) is None


def test_columns_are_judged_by_dated_lines_not_by_footers() -> None:
    text = "Date;Text;Debit;Credit\n13.01.2025;A;1,00;\n14.01.2025;B;;2,00\n;;;balance of the day\n;;;end of list\n;;;page 1\n"
    layout = laid_out(text)
    assert (layout.money.debit, layout.money.credit) == (2, 3)


def test_digits_are_those_of_the_currencies_named() -> None:
    columns = laid_out("Date;Text;Amount;Currency\n" + "2025-01-13;A;-100;JPY\n" * 2).columns
    assert digits_hint(columns, "USD") == 0
    assert digits_hint(laid_out(f"Date;Text;Amount;Balance\n{ROWS}").columns, "KWD") == 3


@pytest.mark.parametrize(
    ("names", "wanted"), [(["Datum", "Betrag"], True), (["Date", "Amount"], False), (["Fecha"], True), (["Дата"], True), (["Date", "Δ"], False)]
)
def test_other_languages_write_the_day_first(names: list[str], wanted: bool) -> None:
    assert is_day_first_language(names) is wanted


def test_kr_is_the_currency_of_the_columns_language() -> None:
    assert laid_out("Datum;Text;Belopp\n2025-01-13;Kaffe;-5,00 kr\n2025-01-14;Lön;9,00 kr\n").currency == "SEK"
    assert laid_out("Dato;Tekst;Beløb\n13.01.2025;Kaffe;-5,00 kr\n14.01.2025;Løn;9,00 kr\n").currency == "DKK"


def test_an_account_column_without_the_account_named_above_is_the_other_partys() -> None:
    rows = "2025-01-13;19-222333;-5.00\n2025-01-14;19-222333;7.00\n2025-01-15;20-444555;-2.00\n" * 2
    layout = laid_out(f"Account number;1234567\nDate;Account number;Amount\n{rows}")
    assert layout.columns.roles[1] is Role.OTHER_ACCOUNT
    named = laid_out(f"Account number;19-222333\nDate;Account number;Amount\n{rows}")
    assert named.columns.roles[1] is Role.ACCOUNT


@pytest.mark.parametrize("shop", ["שם בית העסק", "בית עסק", "שם העסק,כרטיס"])
def test_the_purchases_of_a_hebrew_card_go_out(shop: str) -> None:
    names, *card = shop.split(",")
    head = f"תאריך עסקה;{names};סכום חיוב;מטבע חיוב;{''.join(card)}\n"
    rows = "03-03-2025;מאפיה;18.90;₪;{0}\n04-03-2025;ספרים;120;₪;{0}\n09-03-2025;קולנוע;44.5;₪;{0}\nסך הכל;;183.40;₪;\n"
    file = read((head + rows.format("7788" if card else "")).replace(";\n", "\n").encode(), "a.csv")
    (statement,) = file.statements
    assert [row.amount for row in statement.rows] == [-1890, -12000, -4450]
    assert (statement.currency, statement.account.kind) == ("ILS", AccountKind.CARD)
    assert [item.code for item in file.findings if item.severity is not Severity.INFO] == []


def test_american_days_of_one_year_run_in_time_though_the_days_of_the_month_do_not() -> None:
    rows = (
        "01/27/2025;A;35.54;1077.49\n02/01/2025;B;3.67;1073.82\n02/01/2025;C;5.87;1067.95\n02/04/2025;D;6.26;1061.69\n"
    )
    file = read(f"Date;Text;Amount;Balance\n{rows}".encode(), "a.csv")
    assert [(row.amount, row.running_balance) for row in file.statements[0].rows][-1] == (-626, 106169)
    assert [one.line for one in file.findings if one.severity is Severity.ERROR] == [2]


def test_a_column_of_the_account_or_card_makes_no_card() -> None:
    rows = "2025-01-13;Zorp;Conto 1000/77;-4.00\n2025-01-14;Plim;Conto 1000/77;9.00\n"
    file = read(f"Data;Operazione;Conto o carta;Importo\n{rows}".encode(), "a.csv")
    assert not file.decisions
    assert file.statements[0].account.kind is None
