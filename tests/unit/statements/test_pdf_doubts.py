"""A cell of a printed table that can't be read is never silent: the rows stay as they are, or the owner is told."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from app.domain.statement import StatementFile
from app.domain.statement_kinds import ProofState, Severity
from tests.helpers.pdf_drawn import drawn
from tests.helpers.pdf_layouts import LAYOUTS
from tests.helpers.pdf_paper import Paper
from tests.helpers.pdf_papers import PAPERS
from tests.helpers.pdf_statements import Layout, print_statement
from tests.helpers.statement_texts import read

_ROWS = ("Bakery", "Bakkerij", "Salary", "Loon", "Water", "Padaria", "Taxi", "Hotel", "Thank", "VIR", "PRLV", "Maas")
_PLAIN = """
    40 Statement 1 November 2025 to 30 November 2025 | 300 EUR
    40 Date | 130 Description | 430> Amount{balance}
    40 03.11.2025 | 130 Corner Bakery | 430> -12,50
    40 05.11.2025 | 130 Salary | 430> 1.000,00
    130 of October, second line of it
    40 09.11.2025 | 130 Water | 430> -80,00
    40 12.11.2025 | 130 Cinema | 430> -9,90
    40 28.11.2025 | 130 Book Nook | 430> -7,10
"""


def facts_of(file: StatementFile) -> list[tuple[str, int, int | None]]:
    """Day, amount and balance of all rows."""
    return [(row.booked_on.isoformat(), row.amount, row.running_balance) for one in file.statements for row in one.rows]


def is_told(file: StatementFile) -> bool:
    """Whether the owner sees that something is amiss before a row is taken."""
    broken = any(one.proof.state is ProofState.BROKEN for one in file.statements)
    grave = any(one.severity is not Severity.INFO for one in file.findings)
    return file.refused or bool(file.decisions) or broken or grave


def damages(text: str) -> Iterator[str]:
    """The text of a cell with one character wrong: a letter for a figure, a mark too many, a sign for a figure."""
    places = [place for place, char in enumerate(text) if char.isdigit()]
    for place in dict.fromkeys((places[0], places[len(places) // 2], places[-1])):
        yield f"{text[:place]}x{text[place + 1 :]}"
    middle = places[len(places) // 2]
    yield f"{text[:middle]}O{text[middle + 1 :]}"
    yield f"{text[:middle]}?{text[middle + 1 :]}"


def damaged_papers(paper: Paper) -> Iterator[str]:
    """The drawing with one cell of figures damaged, for each cell of its rows."""
    lines = paper.lines.strip().splitlines()
    for number, line in enumerate(lines):
        cells = line.strip().split(" | ")
        if len(cells) < 3 or not any(word in line for word in _ROWS):
            continue
        for index, cell in enumerate(cells):
            place, _, text = cell.partition(" ")
            for worse in damages(text) if any(map(str.isdigit, text)) else ():
                changed = [*cells[:index], f"{place} {worse}", *cells[index + 1 :]]
                yield "\n".join([*lines[:number], " | ".join(changed), *lines[number + 1 :]])


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name.replace(" ", "-"))
def test_no_damaged_cell_of_a_drawn_statement_is_silent(paper: Paper) -> None:
    whole = read(drawn(paper.lines), "statement.pdf")
    silent = []
    for lines in damaged_papers(paper):
        file = read(drawn(lines), "statement.pdf")
        if facts_of(file) != facts_of(whole) and not is_told(file):
            silent.append(lines)
    assert not silent, "\n\n".join(silent)


@pytest.mark.parametrize(
    "worse", ["31.02.2025", "3x.11.2025", "O5.11.2025", "05.11.202?", "05.11..2025", "n/a", "05-11.2O25"]
)
def test_a_date_that_cannot_be_read_is_told_with_its_line(worse: str) -> None:
    file = read(drawn(_PLAIN.format(balance="").replace("05.11.2025", worse)), "statement.pdf")

    told = [one for one in file.findings if one.severity is Severity.ERROR]
    assert [(one.code, one.line, one.column) for one in told] == [("bad_date", 4, "Date")]
    assert told[0].message == f"Page 1, line 4: this line looks like a row, but its date can't be read: “{worse}”."


@pytest.mark.parametrize(
    "worse", ["1.0x0,00", "1.OO0,00", "1.00.0.00", "1.000,0?", "#####", "see note", "1,000.00x", "05 Nov 2025"]
)
def test_an_amount_that_cannot_be_read_is_told_with_its_line(worse: str) -> None:
    file = read(drawn(_PLAIN.format(balance="").replace("1.000,00", worse)), "statement.pdf")

    told = [(one.code, one.line, one.column) for one in file.findings if one.severity is Severity.ERROR]
    assert told == [("bad_amount", 4, "Amount")]


def test_two_bad_cells_are_two_findings() -> None:
    lines = _PLAIN.format(balance="").replace("05.11.2025", "05.1x.2025").replace("-9,90", "-9,9x")
    file = read(drawn(lines), "statement.pdf")

    assert [(one.code, one.line) for one in file.findings if one.severity is Severity.ERROR] == [
        ("bad_date", 4),
        ("bad_amount", 7),
    ]


def test_more_lines_of_a_text_are_no_rows() -> None:
    more = "130 Ref 00-4711 x2 of 31.02.2025"
    file = read(drawn(_PLAIN.format(balance="").replace("130 of October, second line of it", more)), "statement.pdf")

    assert not is_told(file)
    assert file.statements[0].rows[1].memo == "Ref 00-4711 x2 of 31.02.2025"


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name.replace(" ", "-"))
def test_nothing_is_told_of_a_layout_that_is_whole(layout: Layout) -> None:
    file = read(print_statement(layout), "statement.pdf")
    assert not [one for one in file.findings if one.code in {"bad_date", "bad_amount"}]


def damaged_layouts(layout: Layout, number: int) -> Iterator[bytes]:
    """The statement with a figure of one row's date, then of its amount, damaged."""
    target = layout.rows[number]

    def day(on: date) -> str:
        text = layout.date(on)
        return list(damages(text))[number % 3] if on == target.on else text

    def money(minor: int) -> str:
        text = layout.money(minor)
        return list(damages(text))[number % 3] if abs(minor) == abs(target.amount) else text

    yield print_statement(replace(layout, date=day))
    yield print_statement(replace(layout, money=money, balance_money=layout.balance_money or layout.money))


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name.replace(" ", "-"))
def test_no_damaged_cell_of_a_layout_is_silent(layout: Layout) -> None:
    whole = facts_of(read(print_statement(layout), "statement.pdf"))
    for number in (0, 4, len(layout.rows) - 1):
        for data in damaged_layouts(layout, number):
            file = read(data, "statement.pdf")
            assert facts_of(file) == whole or is_told(file), number


@pytest.mark.parametrize("torn", ["12", "2026", "-", "1208", "12.08.23", "n/a", "12 O8", "#2 08"])
def test_what_stands_in_the_place_of_a_day_among_the_words_is_told(torn: str) -> None:
    lines = "40 Statement from 02 December 2023 to 01 January 2024\n40 Details | 300> Debits | 380> Credits | 430 Date | 550> Balance\n"
    rows = [(6, "300> 12.50-", "87.50"), (8, "380> 1,000.00", "1,087.50"), (11, "300> 80.00-", "1,007.50"), (13, "300> 7.50-", "1,000.00")]
    lines += "".join(f"40 Shop {day} | {amount} | 430 12 {day:02d} | 550> {balance}\n" for day, amount, balance in rows)
    assert not [one for one in read(drawn(lines), "a.pdf").findings if one.severity is not Severity.INFO]
    found = read(drawn(lines.replace("430 12 08", f"430 {torn}")), "a.pdf").findings
    assert 4 in [one.line for one in found if one.severity is not Severity.INFO]


@pytest.mark.parametrize(
    ("part", "worse"),
    [("-80,00", "–8 0,00"), ("-80,00", "-8' 0,00"), ("-80,00", "-8? 0,00"), ("-80,00", "8e 0,00"), ("-80,00", "80,00 - 80,00"), ("-80,00", "-- 8,00"), ("-80,00", "X- 80,00"), ("-80,00", "-/. 80,00"), ("09.11.2025", "09.1 1.11")],
)
def test_a_cell_that_a_space_cuts_is_told(part: str, worse: str) -> None:
    file = read(drawn(_PLAIN.format(balance="").replace(part, worse)), "statement.pdf")
    assert 6 in {one.line for one in file.findings if one.severity is not Severity.INFO}


@pytest.mark.parametrize("worse", ["-l6.249,03/-l6.249,03", "6.249x,03/6.249,03"])
def test_a_wide_balance_that_cannot_be_read_is_told(worse: str) -> None:
    lines = _PLAIN.format(balance=" | 540> Balance")
    balances = ("987,50", "1.987,50", worse, "1.897,60", "1.890,50")
    for amount, balance in zip(("-12,50", "1.000,00", "-80,00", "-9,90", "-7,10"), balances, strict=True):
        lines = lines.replace(f"430> {amount}", f"430> {amount} | 540> {balance}")
    file = read(drawn(lines), "statement.pdf")
    assert [(one.line, one.column) for one in file.findings if one.severity is Severity.ERROR] == [(6, "Balance")]


def test_a_doubled_date_that_cannot_be_read_is_told_where_the_row_could_take_the_day_above() -> None:
    lines = "40 Date | 130 Text | 430> Amount | 540> Balance\n"
    days = ("03 Mar 2025", "04 Mar 2025", "Mar 2025Mar 2025", "06 Mar 2025")
    lines += "".join(f"40 {day} | 130 Shop | 430> -1,00 | 540> {90 - at},00\n" for at, day in enumerate(days))
    file = read(drawn(lines), "statement.pdf")
    assert [(one.code, one.line) for one in file.findings if one.severity is Severity.ERROR] == [("bad_date", 4)]


def test_a_cell_that_reaches_far_out_of_its_column_and_cannot_be_read_is_told() -> None:
    lines = "40 Date | 130 Text | 430> Amount\n"
    for day, amount in enumerate(("-12.50", "8334.9x0/8334.9x0", "-7.10", "-9.90"), start=1):
        lines += f"40 2025-03-0{day} | 130 Shop | {430 if day != 2 else 424}> {amount}\n"
    file = read(drawn(lines), "statement.pdf")
    assert [(one.code, one.line) for one in file.findings if one.severity is Severity.ERROR] == [("bad_amount", 3)]


@pytest.mark.parametrize("worse", ["05 .03.2025/05.03.2025Shop", "05. 03.202505.03.2025Shop"])
def test_a_date_torn_off_from_its_figures_that_runs_into_the_text_is_told(worse: str) -> None:
    lines = "40 Date | 100 Text | 430> Amount | 540> Balance\n"
    for at, day in enumerate(("03.03.2025", "04.03.2025", worse, "06.03.2025")):
        text = "" if "Shop" in day else "| 100 Shop "
        lines += f"40 {day} {text}| 430> -1,00 | 540> {90 - at},00\n"
    file = read(drawn(lines), "statement.pdf")
    assert [(one.code, one.line) for one in file.findings if one.severity is Severity.ERROR] == [("bad_date", 4)]


def test_a_month_in_the_place_of_the_dates_whose_line_runs_into_its_text_is_told() -> None:
    lines = "40 Date | 130 Text | 430> Amount\n"
    for day in ("03 Mar 2025", "04 Mar 2025", "05e Mar 2025/05e Mar 2025", "06 Mar 2025"):
        lines += f"40 {day} | 130 Shop | 430> -1.00\n"
    file = read(drawn(lines), "statement.pdf")
    assert [(one.code, one.line) for one in file.findings if one.severity is Severity.ERROR] == [("bad_date", 4)]


@pytest.mark.parametrize("words", ["on hold on hold", "see the note", "to be told to be"])
@pytest.mark.parametrize("at", [0, 2, 5])
def test_words_in_the_place_of_a_date_that_reach_to_where_the_texts_begin_are_told(words: str, at: int) -> None:
    days = [f"{day:02d}.06.2025" for day in (2, 5, 7, 12, 19, 24)]
    lines = "40 Date | 130 Text | 430> Amount\n"
    rows = [f"40 {words if place == at else day} | 130 Kiosk | 430> -{place + 1},40\n" for place, day in enumerate(days)]
    file = read(drawn(lines + "".join(rows)), "statement.pdf")
    assert [(one.code, one.line) for one in file.findings if one.severity is Severity.ERROR] == [("bad_date", at + 2)]
