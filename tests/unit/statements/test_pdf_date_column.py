"""The column of dates below each header, and what of a line is a date and what an amount."""

from app.statements.pdf_date_column import dates_of_rows, without_dates
from app.statements.pdf_headers import headers_in
from app.statements.pdf_lines import ScannedLine
from tests.helpers.pdf_drawn import scanned


def days(lines: str) -> dict[int, list[str]]:
    found = scanned(lines)
    header = next(iter(headers_in(found).values()), None)
    rows: list[ScannedLine] = [one for one in found if header is None or one.line.number not in header.numbers]
    return {number: [day.text for day in dates] for number, dates in dates_of_rows([(header, rows)]).items()}


def test_the_column_below_the_word_for_dates_counts() -> None:
    lines = "40 Date | 110 Text | 470> Amount\n40 1 Oct | 110 Card\n110 on 30 Sep | 470> 5.00\n40 2 Oct | 110 Cash | 470> 6.00"
    assert days(lines) == {2: ["1 Oct"], 4: ["2 Oct"]}


def test_words_before_a_date_begin_no_row() -> None:
    lines = "40 Date | 470> Amount\n40 10/02 | 470> 5.00\n40 10/03 | 470> 6.00\n40 Fee period 10/01 | 470> 0.00"
    assert days(lines) == {2: ["10/02"], 3: ["10/03"]}


def test_a_period_is_no_row() -> None:
    lines = "40 1 October to 31 October 2023 | 470> 9.00\n40 2 October | 470> 5.00\n40 3 October | 470> 6.00"
    assert days(lines) == {2: ["2 October"], 3: ["3 October"]}


def test_an_amount_beside_the_date_stays_an_amount() -> None:
    lines = scanned(
        "40 02.10.2023 | 110 02.10.2023 | 200 12.29 | 470> 90.00\n40 03.10. | 110 04.10. | 200 Shop | 470> 1,00"
    )
    found = dates_of_rows([(None, lines)])
    assert [[day.text for day in found[one.line.number]] for one in lines] == [["02.10.2023"] * 2, ["03.10.", "04.10."]]
    left = [without_dates(one, found[one.line.number]).money for one in lines]
    assert [[money.text for money in one] for one in left] == [["12.29", "90.00"], ["1,00"]]


def test_bare_figures_are_days_only_below_their_word() -> None:
    rows = "\n40 0210 | 110 Shop | 470> 5,00\n40 3110 | 110 Shop | 470> 6,00"
    assert days("40 Buchung | 110 Text | 470> Betrag" + rows) == {2: ["0210"], 3: ["3110"]}
    assert days("40 Konto | 110 Text | 300> Soll | 470> Haben" + rows) == {}


def test_eight_figures_beside_a_day_and_month_are_a_reference() -> None:
    rows = "\n40 07 Jan | 90 12352158 | 170 Shop | 470> 5.00\n40 08 Jan | 90 10122023 | 170 Shop | 470> 6.00"
    assert days("40 Date | 90 Reference | 170 Text | 470> Amount" + rows) == {2: ["07 Jan"], 3: ["08 Jan"]}
