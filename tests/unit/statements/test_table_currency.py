"""The currency of a row: its own cell, the code beside its amount, the file's; never one for another."""

import pytest

from tests.helpers.statement_texts import read, totals


@pytest.mark.parametrize(
    ("head", "rows", "wanted"),
    [
        ("Date;Text;Amount;Currency", ["A;-1.00;EUR", "B;2.00;usd"], {"EUR": "-1.00", "USD": "2.00"}),
        ("Date;Text;Amount;Currency", ["A;-1.00;EUR", "B;2.00;EUR"], {"EUR": "1.00"}),
        (
            "Date;Text;Amount",
            ["A;-1.00 EUR", "B;2.00 USD", "C;-3.00 CAD"],
            {"EUR": "-1.00", "USD": "2.00", "CAD": "-3.00"},
        ),
        ("Date;Text;Amount", ["A;-€1.00", "B;£2.00"], {"EUR": "-1.00", "GBP": "2.00"}),
        ("Date;Text;Amount", ["A;-R$1.00", "B;R$2.00", "C;-€1.00"], {"BRL": "1.00", "EUR": "-1.00"}),
        ("Date;Text;Amount", ["A;-1.00 HKD", "B;2.00 HKD"], {"HKD": "1.00"}),
        ("Date;Text;Amount (SEK)", ["A;-1.00", "B;2.00"], {"SEK": "1.00"}),
        ("Date;Text;Amount;Currency", ["A;-100;JPY", "B;2.00;EUR"], {"JPY": "-100", "EUR": "2.00"}),
    ],
)
def test_each_row_is_of_the_currency_printed_with_it(head: str, rows: list[str], wanted: dict[str, str]) -> None:
    body = "".join(f"2025-01-{13 + at};{row}\n" for at, row in enumerate(rows))
    assert totals(read(f"{head}\n{body}".encode(), "a.csv")) == wanted


def test_a_cell_that_is_no_code_among_codes_is_named() -> None:
    file = read(b"Date;Text;Amount;Currency\n2025-01-13;A;-1;EUR\n2025-01-14;B;-1;EUR\n2025-01-15;C;-1;QQQ\n", "a.csv")
    assert [item.line for item in file.findings if item.code == "bad_currency"] == [4]


def test_one_word_throughout_that_is_no_code_is_told_and_the_default_taken() -> None:
    file = read(b"Date;Text;Amount;Currency\n2025-01-13;A;-1;XXQ\n2025-01-14;B;-1;XXQ\n", "a.csv")
    assert [statement.currency for statement in file.statements] == ["USD"]
    assert "unknown_currency" in {item.code for item in file.findings} or not file.statements[0].currency_stated


def test_signs_in_a_currency_column_are_codes() -> None:
    rows = "2025-01-13;A;-1.00;₪\n2025-01-14;B;2.00;€\n"
    file = read(f"Date;Text;Amount;Currency\n{rows}".encode(), "a.csv")
    assert sorted(statement.currency for statement in file.statements) == ["EUR", "ILS"]


def test_currencies_of_purchases_abroad_are_not_the_accounts() -> None:
    rows = "13.01.2025;London;10,75;GBP;139,75;\n14.01.2025;Pay;;;;500,00\n15.01.2025;Rema;;;45,00;\n"
    assert totals(read(f"Dato;Tekst;Beløb;Valuta;Ut;Inn\n{rows}".encode(), "a.csv")) == {"USD": "315.25"}


def test_words_in_a_currency_column_are_codes() -> None:
    rows = "13.01.2025;A;-1,00;TL\n14.01.2025;B;2,00;TL\n"
    assert totals(read(f"Tarih;Metin;Tutar;Para Birimi\n{rows}".encode(), "a.csv")) == {"TRY": "1.00"}


@pytest.mark.parametrize("damaged", ["eur", "EUR"])
def test_a_code_alone_in_a_column_of_money_in_names_no_currency(damaged: str) -> None:
    rows = f"2025-01-13|A|7,97|{damaged}\n2025-01-14|B|12,42|\n2025-01-15|C|34,39|\n"
    assert totals(read(f"Buchungstag|Verwendungszweck|Soll|Haben\n{rows}".encode(), "a.csv")) == {"USD": "-54.78"}


@pytest.mark.parametrize(
    "text",
    [
        "Дата;Описание;Сумма;Валюта\n13.01.2025;Хлеб;-45,00;RUR\n14.01.2025;Зарплата;900,00;RUR\n",
        "Дата;Описание;Сумма (RUR)\n13.01.2025;Хлеб;-45,00\n14.01.2025;Зарплата;900,00\n",
        "Дата;Описание;Сумма\n13.01.2025;Хлеб;-45,00 RUR\n14.01.2025;Зарплата;900,00 RUR\n",
        "Валюта счета: RUR;;\nДата;Описание;Сумма\n13.01.2025;Хлеб;-45,00\n14.01.2025;Зарплата;900,00\n",
        "Дата;Описание;Сумма;Валюта\n13.01.2025;Хлеб;-45,00;RUR\n14.01.2025;Зарплата;900,00;RUB\n",
    ],
)
def test_an_old_code_of_the_same_money_is_todays_currency(text: str) -> None:
    file = read(text.encode(), "a.csv")
    assert totals(file) == {"RUB": "855.00"}
    assert file.statements[0].currency_stated
    assert not file.findings


def test_a_currency_with_rates_on_every_row_is_that_of_the_purchase() -> None:
    head = "Dato;Tekst;Valutabeløp;Valuta;Kurs;Ut;Inn"
    for rows in (["22.09.2023;Zorp;10,75;GBP;13,0;139,75;"], ["22.09.2023;Zorp;10,75;GBP;13,0;139,75;"] * 3):
        text = "".join(f"{line}\n" for line in (head, *rows))
        assert {one.currency for one in read(text.encode(), "a.csv").statements} == {"USD"}


def test_a_currency_beside_the_amount_is_the_rows_own_whatever_rate_stands_there() -> None:
    text = "Date;Text;Original amount;Rate;Currency;Debit;Credit\n22.09.2023;Zorp;10,75;13,0;CHF;139,75;\n"
    assert {one.currency for one in read(text.encode(), "a.csv").statements} == {"CHF"}


def test_the_accounts_currency_is_none_of_the_purchase_beside_a_cards_number() -> None:
    head = '"Munt","Creditcard Nummer","Datum","Bedrag","Oorspr bedrag","Oorspr munt","Koers"'
    text = f'{head}\n"EUR","1234","2025-01-13","-93,10","108,10","USD","1,161"\n'
    assert {one.currency for one in read(text.encode(), "a.csv").statements} == {"EUR"}


def test_the_currency_above_a_table_without_rows_is_that_of_the_table_below_it() -> None:
    head = "Date;Text;Debit;Credit"
    text = f"Account 77889900 (UAH);;;\n{head}\nCard 4111xxxxxxx1111;;;\n{head}\n13.01.2025;Shop;-4,00;\n14.01.2025;Pay;;9,00\n"
    assert {one.currency for one in read(text.encode(), "a.csv").statements} == {"UAH"}
