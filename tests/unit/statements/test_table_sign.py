"""Which way money went, by every way files say it."""

import pytest

from tests.helpers.statement_texts import read


def amounts(text: str) -> tuple[str, list[int]]:
    file = read(text.encode(), "a.csv")
    return file.reading.sign, [row.amount for statement in file.statements for row in statement.rows]


@pytest.mark.parametrize(
    ("head", "rows", "sign", "wanted"),
    [
        ("Amount", ["-1.00", "2.00"], "as_printed", [-100, 200]),
        ("Amount;D/C", ["1.00;D", "2.00;C"], "flag_column", [-100, 200]),
        ("Amount;D/C", ["-1.00;D", "2.00;C"], "as_printed", [-100, 200]),
        ("Amount;D/C", ["1.00;D", "-2.00;C", "3.00;D"], "inverted", [-100, 200, -300]),
        ("Debit;Credit", ["1.00;", ";2.00"], "two_columns", [-100, 200]),
        ("Debit;Credit", ["-1.00;", ";2.00"], "two_columns", [-100, 200]),
        ("Amount", ["1.00", "+2.00", "3.00"], "inverted", [-100, 200, -300]),
        ("Amount", ["1.00", "2.00CR", "3.00"], "inverted", [-100, 200, -300]),
        ("Amount;Card number", ["1.00;*1", "2.00;*1", "-9.00;*1"], "inverted", [-100, -200, 900]),
    ],
)
def test_the_sign_is_read_as_the_file_means_it(head: str, rows: list[str], sign: str, wanted: list[int]) -> None:
    body = "".join(f"2025-01-{13 + at};Shop;{row}\n" for at, row in enumerate(rows))
    assert amounts(f"Date;Text;{head}\n{body}") == (sign, wanted)


def test_where_money_in_is_marked_a_minus_takes_back_what_is_not_and_a_person_is_asked() -> None:
    text = "Date;Text;Amount\n2025-01-13;Tea;4.00\n2025-01-14;Zorp;(1.50)\n2025-01-15;Pay;9.00 CR\n"
    file = read(text.encode(), "a.csv")
    assert [row.amount for statement in file.statements for row in statement.rows] == [-400, 150, 900]
    assert [item.question for item in file.decisions] == ["sign"]


@pytest.mark.parametrize(("choice", "wanted"), [("as_printed", [-400, 150, 900]), ("inverted", [400, -150, 900])])
def test_the_other_reading_of_a_minus_beside_marks_is_as_printed(choice: str, wanted: list[int]) -> None:
    text = "Date;Text;Amount\n2025-01-13;Tea;4.00\n2025-01-14;Zorp;(1.50)\n2025-01-15;Pay;9.00 CR\n"
    file = read(text.encode(), "a.csv", sign=choice)
    assert [row.amount for statement in file.statements for row in statement.rows] == wanted


def test_a_minus_beside_marks_on_a_card_takes_a_charge_back() -> None:
    text = "Date;Text;Amount;Card number\n2025-01-13;Tea;4.00;*1\n2025-01-14;Zorp;-1.50;*1\n2025-01-15;Pay;9.00 CR;*1\n"
    assert amounts(text) == ("inverted", [-400, 150, 900])


def test_minus_signs_and_marks_without_any_silent_amount_are_as_printed() -> None:
    text = "Date;Text;Amount\n2025-01-13;Tea;-4.00\n2025-01-14;Zorp;0.00\n2025-01-15;Pay;9.00 CR\n"
    assert amounts(text) == ("as_printed", [-400, 0, 900])


def test_an_unknown_direction_is_named_not_guessed() -> None:
    file = read(b"Date;Text;Amount;D/C\n2025-01-13;A;1.00;D\n2025-01-14;B;2.00;C\n2025-01-15;B;2.00;EUR\n", "a.csv")
    assert [item.line for item in file.findings if item.code == "unknown_direction"] == [4]
    assert len(file.statements[0].rows) == 2


def test_turned_signs_are_said() -> None:
    file = read(
        b"Date;Text;Amount\n2025-01-13;A;1.00\n2025-01-14;B;2.00\n2025-01-15;PAYMENT - THANK YOU;-3.00\n", "a.csv"
    )
    assert any(item.code == "sign_turned" for item in file.findings)


def test_a_payment_services_charges_are_the_owners_income() -> None:
    text = "Date;Type;Gross;Fee;Net\n2025-01-13;charge;10.00;0.30;9.70\n2025-01-14;charge;5.00;0.20;4.80\n2025-01-15;payout;-14.50;0;-14.50\n"
    assert amounts(text) == ("as_printed", [970, 480, -1450])


def test_thanks_in_other_languages_mark_the_payment_into_a_card() -> None:
    text = "Kaufdatum;Text;Betrag\n13.01.2025;Bahn;4,00\n14.01.2025;Zahlung - vielen Dank;-9,00\n15.01.2025;Cafe;5,00\n"
    assert amounts(text) == ("inverted", [-400, 900, -500])


def test_purchases_by_day_and_shop_without_any_sign_are_charges() -> None:
    text = "Purchase date;Merchant;Amount\n13.01.2025;Bahn;4,00\n14.01.2025;Shop;9,00\n15.01.2025;Cafe;5,00\n"
    assert amounts(text) == ("inverted", [-400, -900, -500])


@pytest.mark.parametrize(
    "head",
    [
        "이용일자;이용가맹점;이용금액",
        "거래일시;가맹점명;이용금액",
        "승인일자;가맹점명;승인금액",
        "이용일;이용하신 곳;이용금액(원)",
    ],
)
def test_what_was_used_at_shops_of_korean_cards_are_charges(head: str) -> None:
    text = f"{head}\n2025-01-13;Bahn;4000\n2025-01-14;Shop;9000\n2025-01-15;Cafe;-5000\n"
    sign, found = amounts(text)
    assert (sign, [amount < 0 for amount in found]) == ("inverted", [True, True, False])


def test_money_used_without_a_shop_or_received_is_no_card() -> None:
    text = "거래일시;적요;거래금액\n2025-01-13;Bahn;-4000\n2025-01-14;Shop;9000\n2025-01-15;Cafe;5000\n"
    assert amounts(text)[0] == "as_printed"


def test_accounts_all_said_to_be_credit_cards_are_a_cards() -> None:
    text = "Date;Account type;Name;Amount\n2025-01-13;Credit Card;Bahn;4.00\n2025-01-14;Credit Card;Shop;9.00\n"
    assert amounts(text) == ("inverted", [-400, -900])


def test_a_credit_card_among_other_accounts_is_no_card_of_all_rows() -> None:
    text = "Date;Account type;Name;Amount\n2025-01-13;Credit Card;Bahn;-4.00\n2025-01-14;Cash;Shop;9.00\n2025-01-15;Cash;Pay;7\n"
    assert amounts(text) == ("as_printed", [-400, 900, 700])


def test_paid_by_credit_card_is_no_card() -> None:
    text = "Date;Payment method;Name;Amount\n2025-01-13;Credit Card;Bahn;4.00\n2025-01-14;Credit Card;Shop;9.00\n"
    assert amounts(text) == ("as_printed", [400, 900])


def test_thanks_and_refunds_in_turkish_tell_the_signs_of_a_card() -> None:
    rows = "13.01.2025;BAKKAL;4,00\n14.01.2025;ZORP İADE;-1,50\n15.01.2025;ÖDEMENİZ İÇİN TEŞEKKÜR;-9,00\n16.01.2025;KAHVE;5,00\n"
    assert amounts(f"İşlem Tarihi;Açıklama;Tutar\n{rows}17.01.2025;FIRIN;2,00\n") == (
        "inverted",
        [-400, 150, 900, -500, -200],
    )


KINDS = "Date;Text;Amount;Type\n2025-01-13;Bus;4.00;regular\n2025-01-14;Tea;9.00;regular\n2025-01-15;Zorp Ltd;{};{}\n"


def test_income_printed_as_negative_among_positive_rows_turns_the_signs() -> None:
    assert amounts(KINDS.format("-50.00", "income")) == ("inverted", [-400, -900, 5000])
    assert amounts(KINDS.replace("Type", "Category").format("-50.00", "Gehalt")) == ("inverted", [-400, -900, 5000])


@pytest.mark.parametrize("kind", ["income tax", "transfer", ""])
def test_no_other_kind_tells_that(kind: str) -> None:
    assert amounts(KINDS.format("-50.00", kind))[0] == "as_printed"


def test_income_taken_back_among_negative_rows_or_other_income_turns_nothing() -> None:
    text = KINDS.format("-50.00", "income")
    assert amounts(f"{text}2025-01-16;Zorp Ltd;50.00;income\n")[0] == "as_printed"
    assert amounts(text.replace(";4.00", ";-4.00").replace(";9.00", ";-9.00"))[0] == "as_printed"


def test_balances_that_follow_as_printed_outweigh_the_word_income() -> None:
    rows = "2025-01-13;Bus;4.00;x;104.00\n2025-01-14;Tea;9.00;x;113.00\n2025-01-15;Zorp;-50.00;income;63.00\n"
    assert amounts(f"Date;Text;Amount;Type;Balance\n{rows}") == ("as_printed", [400, 900, -5000])


def test_purchases_and_payments_that_are_so_called_turn_the_signs_though_neither_are_more() -> None:
    rows = ["13/01/2025;Zorp;Purchase;4.00", "14/01/2025;Web;Payment;-9.00", "15/01/2025;Plim (RETURN);Credit;-1.00"]
    text = "".join(f"{row}\n" for row in rows)
    assert amounts(f"Date;Text;Type;Amount\n{text}") == ("inverted", [-400, 900, 100])
    assert amounts(f"Date;Text;Type;Amount\n{text}16/01/2025;Bus;Purchase;-2.00\n")[0] == "as_printed"


def test_a_column_of_card_holders_makes_payments_printed_as_negative_payments() -> None:
    rows = "13/01/2025;Bahn;A ZORP;-11001;4,00\n14/01/2025;ZAHLUNG ERHALTEN. BESTEN DANK.;A ZORP;-11001;-9,00\n"
    assert amounts(f"Datum;Beschreibung;Karteninhaber;Konto #;Betrag\n{rows}") == ("inverted", [-400, 900])
    rows = rows.replace("ZAHLUNG ERHALTEN. BESTEN DANK.", "GUTSCHRIFT PLIM")
    assert amounts(f"Datum;Beschreibung;Inhaber;Konto #;Betrag\n{rows}")[0] == "as_printed"


def test_what_was_received_but_printed_as_negative_turns_the_signs() -> None:
    rows = "13/01/2025;market;Zorp;4.00\n14/01/2025;;Pagamento recebido;-9.00\n"
    assert amounts(f"date;category;title;amount\n{rows}") == ("inverted", [-400, 900])


def test_charges_that_are_so_called_are_charges_where_every_row_is_one() -> None:
    rows = "13/01/2025;Zorp;Purchase;4.00\n14/01/2025;Plim;Sale;9.00\n"
    assert amounts(f"Date;Text;Type;Amount\n{rows}") == ("inverted", [-400, -900])
    assert amounts(f"Date;Text;Type;Amount\n{rows}15/01/2025;Pay;Other;50.00\n")[0] == "as_printed"
    assert amounts("Date;Text;Amount\n13/01/2025;Sale of the car;4.00\n")[0] == "as_printed"


def test_a_card_with_as_many_rows_of_either_sign_and_no_telling_word_is_asked_about() -> None:
    rows = b"2025-01-13;Zorp;4.00;*1\n2025-01-14;Plim;-9.00;*1\n"
    file = read(b"Date;Text;Amount;Card number\n" + rows, "a.csv")
    assert [decision.question for decision in file.decisions] == ["sign"]
    assert file.decisions[0].choices == ("as_printed", "inverted")
    turned = read(b"Date;Text;Amount;Card number\n" + rows, "a.csv", sign="inverted")
    assert [row.amount for row in turned.statements[0].rows] == [-400, 900]


def test_to_and_from_tell_the_direction() -> None:
    rows = "Oct 14, 2025;Payment;To;Zorp;$20.00\nOct 13, 2025;Refund;From;Zorp;$5.00\n"
    assert amounts(f"Date;Type;To/From;Name;Amount\n{rows}") == ("flag_column", [-2000, 500])


def test_interest_earned_on_a_card_is_no_charge() -> None:
    head = "Kreditkarte:;5412********1234\n\nWertstellung;Beschreibung;Betrag (EUR)\n"
    text = head + "23.09.2025;Habenzinsen 09;1,15\n23.08.2025;Habenzinsen 08;1,20\n"
    file = read(text.encode(), "a.csv")
    assert [row.amount for one in file.statements for row in one.rows] == [115, 120]


def test_one_word_of_thanks_among_other_payments_turns_no_account_round() -> None:
    sent = ["TFR OUT;To savings;-900.00", "TFR OUT;To card THANK YOU;-40.00"]
    rows = ["D/C;Pay;900.00", sent[0], "D/C;Gift;40.00", sent[1], "D/C;Pay;9.00"]
    body = "".join(f"2025-01-{13 + at};{row}\n" for at, row in enumerate(rows))
    assert amounts(f"Date;Tran Type;Memo;Amount\n{body}") == ("as_printed", [90000, -90000, 4000, -4000, 900])


def test_funds_in_and_out_need_no_question() -> None:
    text = "Date, Details, Funds Out, Funds In \n03/17/2025,Bill,10.00,\n03/31/2025,Pay,,5.00\n"
    assert amounts(text) == ("two_columns", [-1000, 500])
    assert not read(text.encode(), "a.csv").decisions


def test_a_cards_bill_paid_is_money_into_the_card() -> None:
    text = "Umsätze Visa-Karte (Kreditkarte);\n\nBuchungstag;Umsatztag;Buchungstext;Umsatz in EUR\n"
    text += "30.04.2025;29.04.2025;Summe Monatsabrechnung;61,20\n"
    assert amounts(text) == ("as_printed", [6120])


@pytest.mark.parametrize(("out", "into"), [("Uscita", "Entrate"), ("Расход", "Доход"), ("Despesa", "Receita")])
def test_words_of_spending_and_earning_tell_the_way(out: str, into: str) -> None:
    rows = f"2025-01-13;Shop;4.00;{out}\n2025-01-14;Pay;9.00;{into}\n"
    assert amounts(f"Date;Text;Amount;Type\n{rows}") == ("flag_column", [-400, 900])


def test_db_behind_an_amount_is_a_debit() -> None:
    rows = "2025-01-13;Shop;287,490.00 DB\n2025-01-14;Pay;799,700.00 CR\n"
    assert amounts(f"Date;Text;Amount\n{rows}")[1] == [-28749000, 79970000]


def test_a_card_named_in_another_language_prints_charges_as_positive() -> None:
    text = "Kredi Kartı Ekstresi\n\nTarih;Açıklama;Tutar\n17/08/2025;Simit;40,00\n18/08/2025;Vapur;9,00\n19/08/2025;İade;-5,00\n"
    assert amounts(text) == ("inverted", [-4000, -900, 500])


def test_slovene_words_for_the_sides_need_no_question() -> None:
    text = "Datum knjiženja;Namen;V breme;V dobro\n17.03.2025;Kava;2,40;\n18.03.2025;Obresti;;1,10\n"
    assert amounts(text) == ("two_columns", [-240, 110])
    assert not read(text.encode(), "a.csv").decisions


def test_what_is_paid_out_of_the_account_comes_into_the_card() -> None:
    rows = "01/09/2026;LOJA;120,00\n13/09/2026;PAGTO. POR DEB EM C/C;-300,00\n"
    assert amounts(f"Data;Historico;Valor(R$)\n{rows}") == ("inverted", [-12000, 30000])


@pytest.mark.parametrize("word", ["Kreditkarte", "Credit card payment"])
def test_a_word_on_every_row_of_a_card_turns_none_of_its_charges(word: str) -> None:
    rows = f"2025-01-13;Bahn;{word};-4.00\n2025-01-14;Markt;{word};-9.00\n2025-01-15;Cafe;{word};-5.00\n"
    file = read(f"Date;Text;Category;Amount\n{rows}".encode(), "kreditkarte.csv")
    assert [row.amount for row in file.statements[0].rows] == [-400, -900, -500]


def test_the_mere_name_of_a_card_makes_its_charges_no_money_in() -> None:
    rows = "2025-01-13;Kreditkarte Bahn;4.00\n2025-01-14;Kreditkarte Markt;9.00\n2025-01-15;Bo;-5.00\n"
    file = read(f"Date;Text;Amount\n{rows}".encode(), "kreditkarte.csv")
    assert [row.amount for row in file.statements[0].rows] == [-400, -900, 500]
