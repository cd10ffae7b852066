"""Which columns the money comes from, by words where they tell and by arithmetic where they don't."""

import pytest

from app.domain.statement_kinds import ProofState, Severity
from app.statements.table_money import amounts_of
from app.statements.table_money_plan import values_of
from tests.helpers.statement_texts import read
from tests.helpers.tables import laid_out, lines_of


@pytest.mark.parametrize(
    ("head", "rows", "wanted"),
    [
        ("Date;Text;Amount;Balance", ["A;-1.00;9.00", "B;2.00;11.00"], (2, None, None, None, 3)),
        ("Date;Text;Debit;Credit;Balance", ["A;1.00;;9.00", "B;;2.00;11.00"], (None, 2, 3, None, 4)),
        ("Date;Text;Gross;Fee;Net", ["A;-1.00;-0.10;-1.10", "B;2.00;-0.10;1.90"], (4, None, None, None, None)),
        (
            "Date;Text;Amount;Fee;Balance",
            ["A;-1.00;0.10;8.90", "B;2.00;0.00;10.90", "C;-1;0.5;9.40"],
            (2, None, None, 3, 4),
        ),
        ("Date;Text;Debit;Credit;Amount", ["A;1.00;;-1.00", "B;;2.00;2.00"], (4, None, None, None, None)),
        ("Date;Text;Spalte;Rest", ["A;-1.00;9.00", "B;2.00;11.00", "C;-3.00;8.00"], (2, None, None, None, 3)),
        ("Date;Text;Links;Rechts;Rest", ["A;1.00;;9.00", "B;;2.00;11.00", "C;3.00;;8.00"], (None, 2, 3, None, 4)),
    ],
)
def test_a_plan_names_the_columns(head: str, rows: list[str], wanted: tuple[int | None, ...]) -> None:
    body = "".join(f"2025-01-{13 + at};{row}\n" for at, row in enumerate(rows))
    plan = laid_out(f"{head}\n{body}").money
    assert (plan.amount, plan.debit, plan.credit, plan.fee, plan.balance) == wanted


def test_a_fee_counts_only_where_the_balance_needs_it() -> None:
    head = "Date;Text;Amount;Fee;Balance\n"
    without = "2025-01-13;A;-1.00;0.10;9.00\n2025-01-14;B;2.00;0.10;11.00\n2025-01-15;B;2.00;0.10;13.00\n"
    assert laid_out(head + without).money.fee is None


def test_of_two_amounts_the_one_that_names_its_currency_counts() -> None:
    plan = laid_out("Date;Text;Amount;Amount EUR\n2025-01-13;A;-1.10;-1.00\n2025-01-14;B;-2.20;-2.00\n").money
    assert plan.amount == 3


def test_values_are_in_hundredths_and_none_where_a_cell_holds_none() -> None:
    assert values_of(lines_of("1.234,50\nx\n7\n"), 0) == [123450, None, 700]


def test_amounts_of_a_pair_take_debits_off() -> None:
    layout = laid_out("Date;Text;Debit;Credit\n2025-01-13;A;1.00;\n2025-01-14;B;;2.00\n2025-01-15;C;-3.00;\n")
    assert amounts_of(layout.money, layout.section.body) == [-100, 200, -300]
    assert layout.money.two_columns
    assert layout.money.sources == (2, 3)


@pytest.mark.parametrize(("head", "side"), [("Haben", "credit"), ("Soll", "debit")])
def test_a_lone_side_is_completed_by_the_unnamed_column_beside_it(head: str, side: str) -> None:
    plan = laid_out(f"Date;Text;Zorp;{head}\n2025-01-13;A;4500;\n2025-01-14;B;;100000\n2025-01-15;C;1234;\n").money
    assert (plan.debit, plan.credit) == ((2, 3) if side == "credit" else (3, 2))


def test_a_column_of_zeros_is_not_the_amount_though_it_names_a_currency() -> None:
    plan = laid_out(
        "Date;Text;Amount US$;Amount R$\n2025-01-13;A;0.00;-1.00\n2025-01-14;B;0.00;-2.00\n2025-01-15;C;3.00;-15.00\n"
    ).money
    assert plan.amount == 3


def test_of_two_amounts_with_their_currencies_the_accounts_own_never_changes() -> None:
    rows = "2025-01-13;A;-1.20;USD;-115.00;RUB\n2025-01-14;B;-12.34;RUB;-12.34;RUB\n2025-01-15;C;5.00;RUB;5.00;RUB\n"
    plan = laid_out(f"Date;Text;Amount;Currency;Amount paid;Currency\n{rows}").money
    assert plan.amount == 4


def test_figures_that_follow_from_the_amounts_are_the_balance_whatever_they_are_called() -> None:
    rows = "2025-01-13;A;-1.00;9.00\n2025-01-14;B;2.00;11.00\n2025-01-15;C;-3.00;8.00\n"
    assert laid_out(f"Date;Text;Amount;Disponible\n{rows}").money.balance == 3
    assert laid_out(f"Date;Text;Amount;Zorp\n{rows.replace('8.00', '8.50')}").money.balance is None


def test_one_balance_beside_every_row_is_no_running_balance() -> None:
    rows = "2025-01-13;A;-1.00;9.00\n2025-01-14;B;2.00;9.00\n2025-01-15;C;-3.00;9.00\n"
    assert laid_out(f"Date;Text;Amount;Balance\n{rows}").money.balance is None


def test_what_was_billed_counts_before_what_was_paid_in_the_shop() -> None:
    rows = "2025-01-13;A;10.00;38.50\n2025-01-14;B;5.00;19.25\n"
    assert laid_out(f"Date;Text;Amount;Billed amount\n{rows}").money.amount == 3


def test_an_amount_that_stands_only_beside_an_empty_debit_is_the_credit() -> None:
    plan = laid_out("Date;Text;Withdrawn;Amount\n2025-01-13;A;4500;\n2025-01-14;B;;100000\n2025-01-15;C;12;\n").money
    assert (plan.debit, plan.credit) == (2, 3)


def test_several_columns_without_words_or_proof_are_said_to_be_a_guess() -> None:
    rows = "2025-01-13;A;-1.20;-1.05\n2025-01-14;B;-2.40;-2.05\n2025-01-15;C;6.00;5.05\n"
    assert laid_out(f"Zorp;Klun;Brapp;Fnord\n{rows}").money.unsure
    assert not laid_out(
        f"Zorp;Klun;Brapp\n{rows.replace(';-1.05', '').replace(';-2.05', '').replace(';5.05', '')}"
    ).money.unsure
    told = [item.code for item in read(f"Zorp;Klun;Brapp;Fnord\n{rows}".encode(), "a.csv").findings]
    assert told == ["amount_guessed"]


def test_a_number_that_stands_on_every_row_is_no_amount() -> None:
    rows = "2025-01-13;A;-11002;1.20\n2025-01-14;B;-11002;2.40\n2025-01-15;C;-11002;-6.00\n"
    plan = laid_out(f"Zorp;Klun;Brapp;Fnord\n{rows}").money
    assert (plan.amount, plan.unsure) == (3, False)


def test_of_two_net_amounts_the_last_counts() -> None:
    rows = "2025-01-13;A;12.34;12.34;-0.46;11.88\n2025-01-14;B;10.00;10.00;-0.42;9.58\n"
    assert laid_out(f"Date;Text;Gross Sales;Net Sales;Fees;Net Total\n{rows}").money.amount == 5


UNSIGNED = "03.01.2025;EWZ;45,00;1500,00\n15.01.2025;ACME;1000,00;2500,00\n22.01.2025;CAFE;12,34;2487,66\n23.01.2025;TEA;2,00;2485,66\n"


def test_unsigned_amounts_beside_their_balance_are_told_by_the_size_of_its_steps() -> None:
    (statement,) = read(f"01.01.2025;OPENING;;1545,00\n{UNSIGNED}".encode(), "a.csv").statements
    assert [row.amount for row in statement.rows] == [-4500, 100000, -1234, -200]
    assert statement.proof.state is ProofState.PROVED


def test_steps_of_another_size_prove_nothing() -> None:
    file = read(UNSIGNED.replace("2487,66", "2487,65").encode(), "a.csv")
    assert file.refused or any(item.severity is not Severity.INFO for item in file.findings)


def test_one_bad_word_of_few_does_not_take_the_directions_from_the_other_rows() -> None:
    rows = "2025-02-22;Shop;CRDT;700.23;1892.24\n2025-02-22;Pay;RDT;7.76;1192.01\n2025-02-21;Tea;DBIT;0.07;1184.25\n"
    file = read(f"Date;Text;Type;Amount;Balance\n{rows}".encode(), "a.csv")
    assert [(row.line, row.amount) for row in file.statements[0].rows] == [(2, 70023), (4, -7)]
    assert (Severity.ERROR, "unknown_direction", 3) in [(one.severity, one.code, one.line) for one in file.findings]


@pytest.mark.parametrize("words", [("Card", "Debit", "Debit"), ("Card", "Cash", "Credit"), ("Card", "Debit")])
def test_words_that_do_not_say_both_ways_are_no_column_of_directions(words: tuple[str, ...]) -> None:
    body = "".join(f"2025-02-{20 + at};Shop;{word};-{at + 1}.00\n" for at, word in enumerate(words))
    assert laid_out(f"Date;Text;Type;Amount\n{body.replace('-1.00', '1.00')}").money.flag is None


def test_the_amount_with_its_tax_is_what_went_and_the_parts_beside_it_are_not() -> None:
    rows = (
        "2025-03-04;-24,00;-20,00;-4,00;Paper;976,00\n"
        "2025-03-05;360,00;300,00;60,00;Client;1336,00\n"
        "2025-03-07;-9,90;;;Tram;1326,10\n"
    )
    head = "Date;Total amount (incl. VAT);Amount excl. VAT;VAT amount;Counterparty name;Balance\n"
    file = read((head + rows).encode(), "a.csv")
    assert [row.amount for row in file.statements[0].rows] == [-2400, 36000, -990]
    assert file.statements[0].proof.state is ProofState.PROVED


FEES = (
    "2025-03-03;Bakery;;-40.00;;960.00\n2025-03-04;Cash machine;;-100.00;-2.50;857.50\n2025-03-05;Wage;500.00;;;1357.50\n"
    "2025-03-06;Monthly charge;;;-6.00;1351.50\n2025-03-07;Rent;;-300.00;0.00;1051.50\n2025-03-08;Note;;;0.00;1051.50\n"
)


@pytest.mark.parametrize("printed", [("-", ""), ("-", "-"), ("", "")])
def test_fees_that_the_balance_holds_are_part_of_their_row_or_a_row_alone(printed: tuple[str, str]) -> None:
    out, fee = printed
    rows = "".join(
        f"{day};{text};{paid_in};{paid_out.replace('-', out)};{charged.replace('-', fee)};{balance}\n"
        for day, text, paid_in, paid_out, charged, balance in (line.split(";") for line in FEES.splitlines())
    )
    (statement,) = read(f"Date;Text;Money In;Money Out;Fee;Balance\n{rows}".encode(), "a.csv").statements
    assert [row.amount for row in statement.rows] == [-4000, -10250, 50000, -600, -30000]
    assert statement.proof.state is ProofState.PROVED


def test_a_fee_alone_beside_one_amount_is_a_row_where_the_balance_holds_it() -> None:
    rows = "2025-03-03;Tea;-4.00;;96.00\n2025-03-04;Charge;;1.50;94.50\n2025-03-05;Book;-10.00;;84.50\n"
    (statement,) = read(f"Date;Text;Amount;Fee;Balance\n{rows}".encode(), "a.csv").statements
    assert [row.amount for row in statement.rows] == [-400, -150, -1000]


def test_fees_that_the_balance_does_not_hold_are_no_part_of_a_row() -> None:
    rows = "2025-03-03;Tea;;4.00;0.50;96.00\n2025-03-04;Pay;20.00;;;116.00\n2025-03-05;Book;;10.00;0.10;106.00\n"
    (statement,) = read(f"Date;Text;Money In;Money Out;Fee;Balance\n{rows}".encode(), "a.csv").statements
    assert [row.amount for row in statement.rows] == [-400, 2000, -1000]


@pytest.mark.parametrize("word", ["Debit", "D"])
def test_debits_of_one_day_are_followed_with_their_sign(word: str) -> None:
    rows = f"20.02.2025;A;1.00;{word};99.00\n20.02.2025;B;2.00;{word};97.00\n20.02.2025;C;3.00;{word};94.00\n"
    file = read(f"Date;Text;Amount;S/H;Balance\n{rows}".encode(), "a.csv")
    assert [(row.amount, row.running_balance) for row in file.statements[0].rows] == [
        (-100, 9900),
        (-200, 9700),
        (-300, 9400),
    ]


@pytest.mark.parametrize("word", ["SS", "Debiit"])
def test_one_step_of_amounts_without_sign_puts_no_balance_before_its_row(word: str) -> None:
    rows = f"20.02.2025;A;1.00;{word};99.00\n20.02.2025;B;2.00;S;97.00\n"
    file = read(f"Date;Text;Amount;S/H;Balance\n{rows}".encode(), "a.csv")
    assert [(row.amount, row.running_balance) for row in file.statements[0].rows][-1] == (-200, 9700)


def test_the_same_amount_on_every_row_is_the_amount() -> None:
    text = "".join(f"Main St;2025-01-{day};Shop {day};-4.00;{900 - 4 * day}.00\n" for day in (13, 14, 15))
    (statement,) = read(text.encode(), "a.csv").statements
    assert [row.amount for row in statement.rows] == [-400, -400, -400]
    assert statement.proof.state is ProofState.PROVED


def test_the_amount_in_the_accounts_currency_counts_on_a_single_row() -> None:
    head = "Data;Opis;Kwota operacji;Waluta operacji;Kwota w walucie rachunku;Waluta rachunku"
    (statement,) = read(f"{head}\n13-01-2025;Zorp;-2,35;EUR;-9,99;PLN\n".encode(), "a.csv").statements
    assert (statement.currency, [row.amount for row in statement.rows]) == ("PLN", [-999])


def test_a_letter_beside_the_only_amount_does_not_turn_its_sign() -> None:
    (statement,) = read(b"Date,Amount,Other Party,Analysis Code\n22/09/2023,-12.34,Zorp,C\n", "a.csv").statements
    assert [row.amount for row in statement.rows] == [-1234]


def test_a_word_of_direction_that_nobody_knows_is_told_on_a_single_row() -> None:
    file = read(b"Boekdatum;Bedrag;Af/Bij;Naam;Saldo\n22-09-2023;12,34;A;Zorp;1487,66\n", "a.csv")
    assert all(row.amount != 1234 for one in file.statements for row in one.rows)
    assert any(item.severity is Severity.ERROR for item in file.findings)


def test_a_side_of_nothing_but_zeros_leaves_the_figures_beside_it_to_the_other() -> None:
    text = (
        "Date,Credit,Ausgegangen,Code,Text\n2025-01-13,0.00,2.50,1234567890,Tea\n2025-01-14,0.00,4.00,1234567891,Bus\n"
    )
    file = read(text.encode(), "a.csv")
    assert [row.amount for one in file.statements for row in one.rows] == [-250, -400]
    assert [item.column for item in file.findings if item.code == "amount_guessed"] == ["Ausgegangen"]


def test_figures_that_stand_apart_from_a_side_of_zeros_are_not_the_other() -> None:
    text = "Date,Credit,Text,Rhubarb\n2025-01-13,0.00,Tea,2.50\n2025-01-14,0.00,Bus,4.00\n"
    assert [row.amount for one in read(text.encode(), "a.csv").statements for row in one.rows] == [0, 0]


def test_a_fee_is_taken_off_where_the_balance_says_so_though_an_older_account_follows() -> None:
    head = "Product,Date,Text,Amount,Fee,Currency,Balance\n"
    text = (
        "Current,2025-05-13,Pay,90.00,0.00,EUR,90.00\nCurrent,2025-05-14,Abroad,-20.00,1.50,EUR,68.50\n"
        "Current,2025-05-15,Tea,-4.00,0.00,EUR,64.50\nSavings,2023-02-03,In,7.00,0.00,EUR,7.00\n"
        "Savings,2023-02-04,Out,-2.00,0.00,EUR,5.00\n"
    )
    file = read((head + text).encode(), "a.csv")
    assert [[row.amount for row in one.rows] for one in file.statements] == [[9000, -2150, -400], [700, -200]]
