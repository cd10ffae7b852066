"""Roles that only whole rows can settle: counters, the owner's account, the owner's name."""

import pytest

from app.domain.statement import Statement
from app.statements.column_profiles import profiles_of
from app.statements.column_roles import assign_roles
from app.statements.column_rows import mended_by_rows
from app.statements.table import Line
from app.statements.table_words import Role
from tests.helpers.statement_texts import read


def statements(head: str, *rows: str) -> tuple[Statement, ...]:
    text = "".join(f"{line}\n" for line in (head, *rows))
    file = read(text.encode(), "a.csv")
    assert not file.decisions
    return file.statements


def columns_for(header: str, *rows: str) -> list[Role | None]:
    lines = [Line(number, row.split(";")) for number, row in enumerate(rows, start=2)]
    names = header.split(";")
    return list(mended_by_rows(assign_roles(names, profiles_of(lines, len(names))), lines).roles)


def references(*cells: str, name: str = "No.") -> list[str]:
    rows = [f"{cell},2025-01-{13 + at},Shop {at},-4.00" for at, cell in enumerate(cells)]
    return [row.bank_reference for one in statements(f"{name},Date,Text,Amount", *rows) for row in one.rows]


@pytest.mark.parametrize("cells", [("1", "2", "3"), ("3", "2", "1"), ("00001", "00002", "00003"), ("77", "77", "77")])
def test_a_number_that_counts_the_rows_of_the_file_is_no_reference(cells: tuple[str, ...]) -> None:
    assert references(*cells) == ["", "", ""]


@pytest.mark.parametrize("cells", [("11", "12", "13"), ("1", "2", "4"), ("1", "2"), ("A1", "A2", "A3")])
def test_a_number_of_the_bank_is_a_reference(cells: tuple[str, ...]) -> None:
    assert references(*cells) == [*cells]


@pytest.mark.parametrize("name", ["S No.", "Sr No", "Sl. No.", "Radnummer"])
def test_a_column_named_for_counting_is_none_whatever_it_holds(name: str) -> None:
    assert references("11", "12", name=name) == ["", ""]


HEAD = "Account Type,Account Number,Date,Text,Amount"


def test_two_accounts_of_one_name_are_two_accounts() -> None:
    numbers = ("001-77889", "001-77889", "001-99887", "001-99887", "44110022")
    kinds = ("Checking", "Checking", "Checking", "Checking", "Card")
    rows = [f"{kind},{no},2025-01-13,Shop,-4.00" for kind, no in zip(kinds, numbers, strict=True)]
    assert [(one.account.number, len(one.rows)) for one in statements(HEAD, *rows)] == [
        ("001-77889", 2),
        ("001-99887", 2),
        ("44110022", 1),
    ]


def test_an_iban_beside_the_name_of_the_account_is_the_account() -> None:
    rows = [f"Main;DE02120300000000202051;{day}.01.2025;Shop {day};-4,00" for day in (13, 14, 15)]
    (one,) = statements("Bezeichnung Auftragskonto;IBAN Auftragskonto;Buchungstag;Verwendungszweck;Betrag", *rows)
    assert one.account.iban == "DE02120300000000202051"


def test_numbers_of_other_parties_split_no_account() -> None:
    rows = [f"Main;7788{day}99;{day}.01.2025;Shop {day};-4,00" for day in (13, 14, 15)]
    (one,) = statements("Konto;Kontonummer;Buchungstag;Verwendungszweck;Betrag", *rows)
    assert (one.account.name, len(one.rows)) == ("Main", 3)


def test_the_one_bank_account_of_all_rows_is_the_owners() -> None:
    rows = [f"732123456789,{day}/01/2025,Shop {day},4.00," for day in (13, 14, 15)]
    (one,) = statements("Bank Account,Date,Narrative,Debit Amount,Credit Amount", *rows)
    assert one.account.number == "732123456789"


def test_the_owners_name_is_no_payee() -> None:
    rows = [f"2025-01-{day},ANN ZORP,Shop {day},-4.00" for day in (13, 14, 15)]
    (one,) = statements("Date,Name,Description,Amount", *rows)
    assert [row.printed_payee for row in one.rows] == ["Shop 13", "Shop 14", "Shop 15"]
    (alike,) = statements("Date,Name,Amount", "2025-01-13,Zorp,-4.00", "2025-01-14,Zorp,-4.00", "2025-01-15,Zorp,-4.00")
    assert {row.printed_payee for row in alike.rows} == {"Zorp"}


def test_a_number_of_the_account_or_card_is_the_account() -> None:
    rows = [f'"PL12116022020000000012345678";"2025-01-{day}";"Shop {day}";"-4,00"' for day in (13, 14, 15)]
    (one,) = statements('"Numer rachunku/karty";"Data transakcji";"Opis";"Kwota"', *rows)
    assert one.account.iban == "PL12116022020000000012345678"


def test_lines_of_a_card_are_texts_and_no_card_numbers() -> None:
    rows = [f'"1234","Card line {day}","2025-01-{day}","-4,00"' for day in (13, 14, 15)]
    (one,) = statements('"Creditcard Nummer","Creditcard Regel1","Datum","Bedrag"', *rows)
    assert [row.printed_payee for row in one.rows] == ["Card line 13", "Card line 14", "Card line 15"]


def test_a_name_of_money_over_a_currency_is_that_of_the_figures_behind_it() -> None:
    rows = (
        '15-01-2025,Dividend,USD,"8,12",USD,"6,90"',
        '14-01-2025,Koop,EUR,"-490,60",EUR,"37,27"',
        '13-01-2025,Storting,EUR,"500,00",EUR,"527,87"',
    )
    found = statements("Datum,Omschrijving,Mutatie,,Saldo,", *rows)
    assert {one.currency: [row.amount for row in one.rows] for one in found} == {"USD": [812], "EUR": [-49060, 50000]}
    assert [row.running_balance for row in found[1].rows] == [3727, 52787]
    text = "\n".join(("Datum,Omschrijving,Mutatie,,Saldo,", *rows, ""))
    assert not read(text.encode(), "a.csv").findings


def test_currencies_in_which_two_amounts_differ_are_those_of_the_purchases() -> None:
    head = "BookDate,Text,Currency Amount,Currency Rate,Currency,Amount"
    rows = (
        "2025-01-15,Zorp,-0.90,11.1,EUR,-9.99",
        "2025-01-14,Shop,-4.00,1,NOK,-4.00",
        "2025-01-13,Pay,50.00,1,NOK,50.00",
    )
    (one,) = statements(head, *rows)
    assert [row.amount for row in one.rows] == [-999, -400, 5000]
    assert one.currency == "USD"
    assert [str(row.original_amount.currency.code) if row.original_amount else "" for row in one.rows] == [
        "EUR",
        "NOK",
        "NOK",
    ]


def test_the_accounts_own_currencies_stay_so_beside_an_original_amount() -> None:
    head = "Date,Text,Original amount,Currency,Amount"
    found = statements(head, "2025-01-15,Zorp,-0.90,EUR,-9.99", "2025-01-14,Shop,-4.00,USD,-5.00")
    assert {one.currency for one in found} == {"EUR", "USD"}


def test_texts_that_all_differ_under_a_word_for_accounts_split_no_account() -> None:
    rows = [f"2025-01-{day},Pay {day} ref,-4.00" for day in (13, 14, 15, 16)]
    (one,) = statements("Date,Account info,Amount", *rows)
    assert [row.printed_payee for row in one.rows] == ["Pay 13 ref", "Pay 14 ref", "Pay 15 ref", "Pay 16 ref"]


def test_a_moment_of_the_exports_own_is_no_text() -> None:
    rows = [f"2026-11-01T10:00:0{day % 10}+01:00,2025-01-{day},Shop {day},-4.00" for day in (13, 14, 15)]
    (one,) = statements("created_at,date,description,amount", *rows)
    assert [(row.printed_payee, row.memo) for row in one.rows] == [(f"Shop {day}", "") for day in (13, 14, 15)]


def test_a_status_without_its_name_is_known_by_a_word_for_what_failed() -> None:
    rows = [f"2025-01-0{at};Shop {at};-5.00;{word}" for at, word in enumerate(("ok", "ok", "declined", "ok"), start=1)]
    header = "Date;Zorp;Amount;Klun"
    assert columns_for(header, *rows)[3] is Role.STATUS
    assert columns_for(header, *(row.replace("declined", "fine") for row in rows))[3] is Role.MEMO


def test_words_that_all_say_whether_a_row_is_booked_are_its_state() -> None:
    head = "Buchungstag;Text;Betrag;Info"
    wait, done = "14.01.2025;Bus;-4,00;Umsatz vorgemerkt", "13.01.2025;Tee;-2,50;Umsatz gebucht"
    assert Role.STATUS in columns_for(head, done, wait)
    assert Role.STATUS not in columns_for(head, done, wait.replace("Umsatz vorgemerkt", "vorgemerkt von Bo"), done[:-5])
    assert [row.amount for one in statements(head, wait, done) for row in one.rows] == [-250]


def test_texts_of_which_one_waits_and_one_is_posted_are_no_states() -> None:
    head, rows = "Date;Description;Amount", ("2025-01-13;Posted letter;-4,50", "2025-01-14;Hotel reservation;-9,25")
    assert Role.STATUS not in columns_for(head, *rows)
    assert [row.amount for one in statements(head, *rows) for row in one.rows] == [-450, -925]
    wider = [row.replace(";-", ";Zorp;-") for row in rows]
    assert Role.STATUS not in columns_for("Date;Description;Payee;Amount", *wider)
