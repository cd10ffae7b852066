"""Spreadsheets: typed cells exactly, several sheets, cached values only, limits held."""

import io
import tracemalloc
import zipfile
from datetime import date
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import StatementRefusedError
from app.domain.statement_kinds import ProofState, StatementFormat
from app.statements.readers.workbook.cells import number_text
from app.statements.readers.workbook.ods import ods_sheets
from tests.helpers.statement_texts import read
from tests.hostile.cells.sheets import ODS, XLSX

_NAMESPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def workbook(*sheets: list[list[Any]]) -> bytes:
    """An XLSX workbook with these rows."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for number, rows in enumerate(sheets):
        sheet = book.create_sheet(f"Sheet {number + 1}")
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def spreadsheet(rows: str, *, before: str = "") -> bytes:
    """An ODS document around these rows of XML."""
    content = (
        f'<?xml version="1.0"?>{before}<office:document-content {_NAMESPACES}><office:body><office:spreadsheet>'
        f'<table:table table:name="One">{rows}</table:table></office:spreadsheet></office:body></office:document-content>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as container:
        container.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        container.writestr("content.xml", content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


HEADER = ["Date", "Description", "Amount", "Balance"]
ROWS: list[list[Any]] = [
    [date(2024, 1, 5), "Shop", -12.3, 987.7],
    [date(2024, 1, 6), "Salary", 2000, 2987.7],
    [date(2024, 2, 1), "Café", -0.07, 2987.63],
]


def test_typed_cells_become_exact_rows() -> None:
    file = read(workbook([["Account number", "12345678"], [], HEADER, *ROWS]), "rows.xlsx")

    assert file.format is StatementFormat.XLSX
    statement = file.statements[0]
    assert [(row.booked_on, row.amount) for row in statement.rows] == [
        (date(2024, 1, 5), -1230),
        (date(2024, 1, 6), 200_000),
        (date(2024, 2, 1), -7),
    ]
    assert statement.account.number == "12345678"
    assert statement.proof.state is ProofState.PROVED
    assert [row.line for row in statement.rows] == [4, 5, 6]


def test_texts_with_decimal_commas_are_read_as_in_delimited_text() -> None:
    rows = [["Datum", "Text", "Betrag"], ["05.01.2024", "Laden", "-1.012,30"], ["06.01.2024", "Lohn", "2.000,00"]]
    statement = read(workbook(rows), "rows.xlsx").statements[0]
    assert [row.amount for row in statement.rows] == [-101_230, 200_000]


def test_a_formula_counts_by_its_cached_value_only() -> None:
    data = workbook([HEADER, [date(2024, 1, 5), "Shop", -12.3, 5.0], [date(2024, 1, 6), "Sum", "=1+1", 7.0]])
    statement = read(data, "rows.xlsx").statements[0]
    assert [row.amount for row in statement.rows] == [-1230]


def test_sheets_without_transactions_are_left_out_and_named() -> None:
    file = read(workbook([["About this file"], ["Nothing here"]], [HEADER, *ROWS]), "rows.xlsx")
    assert [len(one.rows) for one in file.statements] == [3]
    assert any(one.code == "sheet_left_out" for one in file.findings)


def test_a_damaged_workbook_is_refused() -> None:
    data = workbook([HEADER, *ROWS])
    assert read(data[: len(data) // 2], "cut.xlsx").refused
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as container:
        container.writestr("[Content_Types].xml", "<nonsense")
    assert read(out.getvalue(), "empty.xlsx").refused


def test_an_open_document_is_read() -> None:
    rows = (
        "<table:table-row><table:table-cell><text:p>Date</text:p></table:table-cell><table:table-cell><text:p>Text</text:p>"
        "</table:table-cell><table:table-cell><text:p>Amount</text:p></table:table-cell></table:table-row>"
        '<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="date" '
        'office:date-value="2024-01-05"><text:p>5/1/24</text:p></table:table-cell><table:table-cell><text:p>Café &amp; '
        '<text:span>Bar</text:span></text:p></table:table-cell><table:table-cell office:value-type="float" '
        'office:value="-12.300000000000001"><text:p>-12,30</text:p></table:table-cell></table:table-row>'
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16000"/>'
        "</table:table-row>"
    )
    statement = read(spreadsheet(rows), "rows.ods").statements[0]
    assert [(row.booked_on, row.amount, row.printed_payee) for row in statement.rows] == [
        (date(2024, 1, 5), -1230, "Café & Bar")
    ] * 2


def test_a_document_type_is_refused() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    file = read(spreadsheet("<table:table-row/>", before=bomb), "bomb.ods")
    assert file.refused
    assert "document type" in file.findings[0].message


def test_a_sheet_as_wide_as_a_bomb_is_refused() -> None:
    cell = '<table:table-cell table:number-columns-repeated="900000"><text:p>x</text:p></table:table-cell>'
    assert read(spreadsheet(f"<table:table-row>{cell}</table:table-row>"), "wide.ods").refused


@pytest.mark.parametrize("left_out", [True, False])
@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_a_blank_cell_is_told_whether_the_file_leaves_it_out_or_not(kind: str, left_out: bool) -> None:
    sheets = {"xlsx": XLSX, "ods": ODS}[kind]
    rows = [
        ["Fecha", "Concepto", "Importe", "D/H"],
        ["26.01.2025", "Book", "6.02", "-"],
        ["26.01.2025", "Water", "459.41", "-"],
    ]
    lines = [[sheets.text(text) for text in row] for row in rows]
    lines.append([sheets.text(text) for text in ["30.01.2025", "Tram", "5.37", *([] if left_out else [""])]])
    findings = read(sheets.file(lines), f"rows.{kind}").findings
    assert [(item.code, item.line) for item in findings] == [("direction_of_blank", 4)]


def ods_cells(cells: str, row: str = "") -> list[list[str]]:
    """The cells of an ODS document with one row of XML."""
    data = spreadsheet(f"<table:table-row {row}>{cells}</table:table-row>")
    return [line.cells for line in ods_sheets(data, "rows.ods")[0].lines]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('office:value-type="float"', "-12,30"),
        ('office:value-type="date" office:date-value=""', "-12,30"),
        ('office:value-type="float" office:value="1_000"', "1_000"),
        ('office:value-type="float" office:value="1e999999999"', "1e999999999"),
        ('office:value-type="date" office:date-value="2024-01-05T10:20:30.5"', "2024-01-05 10:20:30"),
        ('office:value-type="date" office:date-value="2024-01-05.2"', "2024-01-05.2"),
        ('office:value-type="date" office:date-value="2024-01-05T00:00:00"', "2024-01-05"),
    ],
)
def test_a_cell_of_an_open_document_shows_its_value_or_what_stands_there(cell: str, text: str) -> None:
    assert ods_cells(f"<table:table-cell {cell}><text:p>-12,30</text:p></table:table-cell>") == [[text]]


def test_spaces_tabs_and_breaks_in_an_open_document_are_not_lost() -> None:
    text = "<text:p>A<text:s text:c='3'/>B<text:tab/>C<text:line-break/>D</text:p>"
    assert ods_cells(f"<table:table-cell>{text}</table:table-cell>") == [["A   B C\nD"]]


@pytest.mark.parametrize("count", ["0", "-3", "one", "1_0", "99999999999999999999"])
@pytest.mark.parametrize("of_row", [True, False])
def test_a_count_of_cells_or_rows_that_is_none_refuses_the_document(count: str, of_row: bool) -> None:
    row, cell = f'table:number-rows-repeated="{count}"', f'table:number-columns-repeated="{count}"'
    with pytest.raises(StatementRefusedError, match="damaged"):
        ods_cells(
            f"<table:table-cell {'' if of_row else cell}><text:p>x</text:p></table:table-cell>", row if of_row else ""
        )


def test_blank_cells_as_many_as_a_bomb_are_not_kept() -> None:
    blank = '<table:table-cell table:number-columns-repeated="1024"/>'
    tracemalloc.start()
    assert ods_cells("<table:table-cell><text:p>x</text:p></table:table-cell>" + blank * 2000) == [["x"]]
    assert tracemalloc.get_traced_memory()[1] < 4 * 1024**2
    tracemalloc.stop()


@pytest.mark.parametrize(
    ("stored", "text"),
    [("-12.300000000000001", "-12.30"), ("1234.5599999999999", "1234.56"), ("1E3", "1000"), ("0.1", "0.10"),
     ("12.345", "12.345"), ("#N/A", "#N/A"), ("inf", "inf"), ("1e400", "1e400")],
)  # fmt: skip
def test_stored_numbers_are_texts_of_fifteen_digits(stored: str, text: str) -> None:
    assert number_text(stored) == text


@given(st.integers(min_value=-(10**12), max_value=10**12))
def test_every_amount_survives_a_double(minor: int) -> None:
    assert Decimal(number_text(repr(minor / 100))) == Decimal(minor).scaleb(-2)
