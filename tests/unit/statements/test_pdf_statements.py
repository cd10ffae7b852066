"""From rows to statements: refusals, what a reading is told by, questions, and layouts that are known again."""

from app.domain.statement import StatementFile
from app.domain.statement_kinds import ProofState, Severity
from tests.helpers.pdf_drawn import drawn
from tests.helpers.statement_texts import read

HEADER = "40 Date | 110 Text | 400> Amount\n"


def of(lines: str) -> StatementFile:
    return read(drawn(lines), "statement.pdf")


def test_a_paper_with_one_day_and_several_amounts_is_no_statement() -> None:
    file = of("40 Invoice 12/10/2023\n40 Item | 480> Amount\n40 Travel | 480> 12.50\n40 Work | 480> 80.00\n40 Licence | 480> 9.00")
    assert file.refused
    assert "date and an amount" in file.findings[0].message


def test_a_certificate_of_a_year_s_tax_is_no_statement() -> None:
    lines = f"40 Bank AG\n40 {{}}\n{HEADER}40 15.03.2023 | 110 Dividende | 400> 212.50\n40 30.06.2023 | 110 Zinsen | 400> 338.41"
    assert read(drawn(lines.format("Jahressteuerbescheinigung 2023")), "tax.pdf").refused
    assert not read(drawn(lines.format("Kontoauszug 2023")), "tax.pdf").refused


def test_unsigned_rows_ask_which_way_they_went() -> None:
    file = of(HEADER + "40 12/13/2023 | 110 Shop | 400> 5.00\n40 12/14/2023 | 110 Gym | 400> 6.00")
    assert [decision.question for decision in file.decisions] == ["sign"]
    assert file.decisions[0].examples == (("Shop: +5.00", "Gym: +6.00"), ("Shop: -5.00", "Gym: -6.00"))


def test_named_balances_that_do_not_meet_are_broken() -> None:
    rows = HEADER + "40 12/13/2023 | 110 Shop | 400> -5.00\n40 12/14/2023 | 110 Pay | 400> 6.00\n"
    states = [of(f"40 Opening balance 10.00\n40 Closing balance {closing}\n{rows}").statements[0].proof.state
              for closing in ("11.00", "12.00")]  # fmt: skip
    assert states == [ProofState.PROVED, ProofState.BROKEN]


def test_years_taken_from_the_period_are_told() -> None:
    file = of("40 October 1, 2023 through October 31, 2023\n" + HEADER + "40 10/13 | 110 Shop | 400> -5.00")
    assert [finding.code for finding in file.findings] == ["years_from_period"]
    assert file.statements[0].rows[0].booked_on.isoformat() == "2023-10-13"


def test_days_far_outside_of_the_period_are_told_even_where_balances_close() -> None:
    lines = "40 Statement 1 October 2023 to 31 October 2023\n40 Opening balance 10.00\n40 Closing balance 11.00\n" + HEADER
    for year, told in (("2023", []), ("2021", ["days_outside_period"])):
        file = of(f"{lines}40 13 Oct {year} | 110 Shop | 400> -5.00\n40 14 Oct {year} | 110 Pay | 400> 6.00")
        assert file.statements[0].proof.state is ProofState.PROVED
        assert [finding.code for finding in file.findings] == told


def test_a_table_of_each_day_s_balance_and_one_of_rates_are_left_out_and_that_is_said() -> None:
    lines = f"40 Opening balance 10.00\n40 Closing balance 11.00\n{HEADER}40 13/10/2023 | 110 Shop | 400> -5.00\n"
    lines += "40 14/10/2023 | 110 Pay | 400> 6.00\n\n40 Daily balances\n40 Date | 400> Balance\n40 13/10/2023 | 400> 5.00\n"
    lines += "\n40 How interest was worked out\n40 Date | 200 Interest rate | 400> Amount\n40 01/10/2023 | 200 4.10% | 400> 0.02"
    file = of(lines)
    assert [row.amount for row in file.statements[0].rows] == [-500, 600]
    (told,) = (finding for finding in file.findings if finding.code == "table_left_out")
    assert (told.severity, told.line, told.message[:7]) == (Severity.INFO, 8, "2 lines")
    assert "Daily balances" in told.message
    assert "Interest rate" in told.message


def test_a_table_left_out_that_may_hold_transactions_is_a_warning() -> None:
    lines = f"40 Opening balance 10.00\n40 Closing balance 11.00\n{HEADER}40 13/10/2023 | 110 Shop | 400> -5.00\n"
    lines += "40 14/10/2023 | 110 Pay | 400> 6.00\n\n40 Loan 44120-51\n40 Date | 110 Details | 300> Taken up | 500> Balance\n"
    lines += "40 13/10/2023 | 110 Granted | 300> 5.00 | 500> 5.00\n40 14/10/2023 | 110 More | 300> 6.00 | 500> 11.00"
    told = [one for one in of(lines).findings if one.code == "table_left_out"]
    assert [(one.severity, one.line) for one in told] == [(Severity.WARNING, 8)]


def test_a_card_s_second_plain_date_is_the_booked_one() -> None:
    card = "40 Minimum payment 5.00\n40 Payment due date 1 May 2024\n40 Date | 100 Date | 160 Text | 400> Amount\n"
    row = of(card + "40 13/03/2024 | 100 14/03/2024 | 160 Shop | 400> 5.00").statements[0].rows[0]
    assert (row.made_on and row.made_on.day, row.booked_on.day, row.amount) == (13, 14, -500)


def test_the_same_columns_are_one_layout() -> None:
    one, two, three = (of(f"{header}40 13/10/2023 | 110 {shop} | 400> -5.00") for header, shop in
                       ((HEADER, "Shop"), (HEADER, "Gym"), (HEADER.replace("Text", "Details"), "Shop")))  # fmt: skip
    assert one.layout == two.layout != three.layout


def test_a_payee_called_total_is_no_total() -> None:
    rows = (
        "40 12/13/2023 | 110 Total Energies | 400> -50.00\n40 12/14/2023 | 110 Sum Up Cafe | 400> -5.00\n"
        "40 12/15/2023 | 110 Grocer | 400> -20.00\n40 Total debits | 400> -75.00\n"
    )
    file = of(f"40 Opening balance 100.00\n40 Closing balance 25.00\n{HEADER}{rows}")
    assert [row.printed_payee for row in file.statements[0].rows] == ["Total Energies", "Sum Up Cafe", "Grocer"]
    assert file.statements[0].proof.state is ProofState.PROVED


def test_a_dated_total_of_the_rows_is_still_a_total() -> None:
    rows = (
        "40 12/13/2023 | 110 Shop | 400> -50.00\n40 12/15/2023 | 110 Grocer | 400> -20.00\n"
        "40 12/31/2023 | 110 Total withdrawals this period | 400> -70.00\n"
    )
    file = of(f"40 Opening balance 100.00\n40 Closing balance 30.00\n{HEADER}{rows}")
    assert [row.amount for row in file.statements[0].rows] == [-5000, -2000]


def test_a_minus_that_ends_a_line_behind_letters_is_kept() -> None:
    rows = "40 13.12.2023 | 110 Shop | 400> 5,00 EUR-\n40 14.12.2023 | 110 Pay | 400> 9,00 EUR\n40 15.12.2023 | 110 Gym | 400> 6,00EUR-\n"
    assert [row.amount for row in of(HEADER + rows).statements[0].rows] == [-500, 900, -600]


def test_balances_read_the_other_way_round_are_a_warning() -> None:
    header = "40 Date | 110 Text | 400> Amount | 500> Balance\n"
    rows = (
        "40 13.12.2023 | 110 Pay | 400> 62,64 | 500> 362,64\n40 14.12.2023 | 110 Gym | 400> -3,00 | 500> 359,64 DR\n"
        "40 15.12.2023 | 110 Shop | 400> -4,00 | 500> 355,64"
    )
    found = [one.severity for one in of(header + rows).findings if one.code == "sign_turned"]
    assert found == [Severity.WARNING]


def test_the_first_row_is_told_where_only_the_balances_say_the_way_of_the_others() -> None:
    header = "40 Date | 110 Text | 400> Amount | 500> Balance\n"
    rows = "40 13.12.2023 | 110 A | 400> 46,31 | 500> 200,00\n40 14.12.2023 | 110 B | 400> 4,00 | 500> 204,00\n"
    file = of(header + rows + "40 15.12.2023 | 110 C | 400> 5,00 | 500> 199,00")
    assert [one.line for one in file.findings if one.severity is Severity.WARNING] == [2]
    opened = of("40 Opening balance 153,69\n" + header + rows)
    assert not [one for one in opened.findings if one.severity is Severity.WARNING]


def test_the_first_row_is_told_where_all_others_of_its_column_have_a_minus() -> None:
    header = "40 Date | 110 Text | 400> Amount | 500> Balance\n"
    rows = "40 13.12.2023 | 110 A | 400> 46,31 | 500> 200,00\n40 14.12.2023 | 110 B | 400> -4,00 | 500> 196,00\n"
    twice = "40 15.12.2023 | 110 C | 400> 5,00 5,00 | 500> 201,00\n40 16.12.2023 | 110 D | 400> -1,00 | 500> 200,00"
    told = [one.line for one in of(header + rows + twice).findings if one.severity is Severity.WARNING]
    assert told == [2]
    whole = of(header + rows + twice.replace("5,00 5,00", "5,00"))
    assert not [one for one in whole.findings if one.severity is Severity.WARNING]


def test_the_first_row_is_told_where_one_other_alone_says_what_no_sign_means() -> None:
    rows = "40 13.12.2023 | 110 A | 400> 46,31 | 500> 200,00\n40 14.12.2023 | 110 B | 400> 4,00- | 500> 196,00\n"
    rows += "40 15.12.2023 | 110 C | 400> 5,00- | 500> 191,00\n40 16.12.2023 | 110 D | 400> 1,00 | 500> 190,00\n"
    header = "40 Date | 110 Text | 400> Amount | 500> Balance\n"
    assert [one.line for one in of(header + rows).findings if one.severity is Severity.WARNING] == [2]


def test_a_currency_that_the_country_alone_tells_is_told() -> None:
    rows = f"{HEADER}40 12/13/2023 | 110 Shop | 400> {{0}}-5.00\n40 12/14/2023 | 110 Pay | 400> {{0}}6.00"
    told = [[item.code for item in of(f"40 Bank of Dubai\n{rows.format(unit)}").findings] for unit in ("", "€")]
    assert ["currency_by_country" in codes for codes in told] == [True, False]
