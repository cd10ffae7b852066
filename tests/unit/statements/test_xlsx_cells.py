"""Cells of XLSX sheets: held against openpyxl's own reading, and as other programs write them."""

import io
import re
import zipfile
from datetime import date, datetime, time, timedelta
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from app.domain.errors import StatementRefusedError
from app.statements.readers.workbook.cells import moment_text, number_text
from app.statements.readers.workbook.xlsx import xlsx_sheets
from app.statements.table import Line

_DAYS = st.dates(min_value=date(1904, 1, 2), max_value=date(2199, 12, 31))
_TIMES = st.times().map(lambda moment: moment.replace(microsecond=0))
_PRINTED = st.text(st.characters(min_codepoint=32, max_codepoint=0x2FF, exclude_characters="=\x7f"), max_size=12)
_VALUES = st.one_of(
    st.none(),
    st.integers(min_value=-(10**9), max_value=10**9).map(lambda minor: minor / 100),
    st.integers(min_value=-(10**14), max_value=10**14),
    st.floats(min_value=-1e12, max_value=1e12, allow_subnormal=False),
    st.booleans(),
    _DAYS,
    st.builds(datetime.combine, _DAYS, _TIMES),
    _TIMES,
    st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=900)).map(
        lambda length: timedelta(seconds=round(length.total_seconds()))
    ),
    _PRINTED,
)


def written(rows: list[list[Any]], *, write_only: bool = False, since_1904: bool = False) -> bytes:
    """A workbook with these rows; write-only ones keep their texts in the cells."""
    book = openpyxl.Workbook(write_only=write_only)
    if since_1904:
        book.epoch = CALENDAR_MAC_1904
    sheet = book.create_sheet("Rows") if write_only else book.worksheets[0]
    for row in rows:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def as_openpyxl_reads(data: bytes) -> list[Line]:
    """The filled lines of the first sheet."""
    sheet = openpyxl.load_workbook(io.BytesIO(data), data_only=True).worksheets[0]
    lines = []
    for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
        cells = [_text(value) for value in row]
        if any(cells):
            lines.append(Line(number, cells))
    return lines


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, datetime):
        return moment_text(value)
    if isinstance(value, (date, time)):
        return value.isoformat()
    return number_text(str(value)) if not isinstance(value, bool) else str(value).upper()


def _bare(lines: list[Line]) -> list[Line]:
    """Without the blank cells at the end of a line, which a grid has and a row in the file has not."""
    return [Line(line.number, [*_until_blank(line.cells)]) for line in lines]


def _until_blank(cells: list[str]) -> list[str]:
    filled = [index for index, cell in enumerate(cells) if cell]
    return cells[: filled[-1] + 1] if filled else []


@given(st.lists(st.lists(_VALUES, max_size=6), min_size=1, max_size=8), st.booleans(), st.booleans())
def test_every_cell_is_read_as_openpyxl_reads_it(rows: list[list[Any]], write_only: bool, since_1904: bool) -> None:
    data = written(rows, write_only=write_only, since_1904=since_1904)
    assert _bare(xlsx_sheets(data, "rows.xlsx")[0].lines) == _bare(as_openpyxl_reads(data))


_SHARED_TYPE = (
    b'<Override PartName="/xl/sharedStrings.xml" '
    b'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
)


def with_sheet(rows: str, *, shared: str = "", before: str = "", prefix: str = "") -> bytes:
    """A workbook whose sheet holds these rows of XML, and whose shared texts are these."""
    source = zipfile.ZipFile(io.BytesIO(written([["text"], [date(2026, 5, 4)]])))
    name = f"xmlns{':' + prefix if prefix else ''}"
    space = f'{name}="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    lead = f"{prefix}:" if prefix else ""
    out = io.BytesIO()
    with source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as container:
        for member in source.infolist():
            data = source.read(member)
            if member.filename == "xl/worksheets/sheet1.xml":
                sheet = f"<{lead}worksheet {space}><{lead}sheetData>{rows}</{lead}sheetData></{lead}worksheet>"
                data = f'<?xml version="1.0"?>{before}{sheet}'.encode()
            if member.filename == "[Content_Types].xml" and shared:
                data = data.replace(b"</Types>", _SHARED_TYPE + b"</Types>")
            container.writestr(member.filename, data)
        if shared:
            container.writestr("xl/sharedStrings.xml", f"<sst {space}>{shared}</sst>")
    return out.getvalue()


def cells_of(rows: str, **more: str) -> list[tuple[int, list[str]]]:
    """Number and cells of each line."""
    return [(line.number, line.cells) for line in xlsx_sheets(with_sheet(rows, **more), "rows.xlsx")[0].lines]


def test_rows_and_cells_without_a_place_follow_the_ones_before() -> None:
    rows = '<row><c><v>1</v></c><c><v>2.5</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row><row/>'
    assert cells_of(rows) == [(1, ["1", "2.50"]), (5, ["", "", "3", "4"])]


def test_texts_in_runs_lose_their_phonetic_hints() -> None:
    shared = "<si><r><rPr><b/></rPr><t>東</t></r><r><t>京 </t></r><rPh sb='0' eb='1'><t>トウキョウ</t></rPh></si><si/>"
    rows = (
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>'
        '<c r="C1" t="inlineStr"><is><r><t>A</t></r><r><t>&amp;B</t></r></is></c></row>'
    )
    assert cells_of(rows, shared=shared) == [(1, ["東京", "", "A&B"])]


def test_formulas_count_by_their_value_and_errors_by_their_name() -> None:
    rows = (
        '<row r="1"><c r="A1"><f>SUM(B1:B9)</f><v>12.5</v></c><c r="B1" t="str"><f>A2</f><v> Shop </v></c>'
        '<c r="C1" t="e"><v>#N/A</v></c><c r="D1" t="b"><v>1</v></c><c r="E1" t="d"><v>2026-05-04T00:00:00</v></c>'
        '<c r="F1"><f>NOW()</f></c></row>'
    )
    assert cells_of(rows) == [(1, ["12.50", "Shop", "#N/A", "TRUE", "2026-05-04", ""])]


def test_a_day_beyond_all_calendars_is_an_error_of_its_cell() -> None:
    source = zipfile.ZipFile(io.BytesIO(written([[date(2026, 5, 4)]])))
    styled = re.search(rb's="(\d+)"', source.read("xl/worksheets/sheet1.xml"))
    assert styled is not None
    style = styled[1].decode()
    rows = f'<row r="1"><c r="A1" s="{style}"><v>46146</v></c><c r="B1" s="{style}"><v>1e17</v></c></row>'
    assert cells_of(rows) == [(1, ["2026-05-04", "#VALUE!"])]


def test_elements_may_have_a_prefix() -> None:
    assert cells_of('<x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row>', prefix="x") == [(1, ["7"])]


def test_rows_out_of_order_stand_by_their_numbers() -> None:
    rows = '<row r="3"><c><v>3</v></c></row><row r="1"><c><v>1</v></c></row><row><c><v>2</v></c></row>'
    assert cells_of(rows) == [(1, ["1"]), (2, ["2"]), (3, ["3"])]


def test_a_row_in_parts_is_put_together() -> None:
    rows = (
        '<row r="2"><c r="B2"><v>2</v></c></row><row r="2"><c r="A2"><v>1</v></c><c r="B2"/><c r="D2"><v>4</v></c></row>'
        '<row r="2"><c r="D2"><v>4</v></c></row>'
    )
    assert cells_of(rows) == [(2, ["1", "2", "", "4"])]


def test_rows_counted_from_nought_are_counted_from_one() -> None:
    rows = '<row r="0"><c><v>1</v></c></row><row r="1"><c><v>2</v></c></row><row r="4"><c><v>3</v></c></row>'
    assert cells_of(rows) == [(1, ["1"]), (2, ["2"]), (5, ["3"])]


@pytest.mark.parametrize("number", ["1.5", "nan", "", "-3", "1e99999999", "٣"])
def test_a_row_whose_number_is_none_follows_the_one_before(number: str) -> None:
    rows = f'<row r="4"><c><v>1</v></c></row><row r="{number}"><c><v>2</v></c></row>'
    assert cells_of(rows) == [(4, ["1"]), (5, ["2"])]


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="2"><c r="AB2"><v>1</v></c></row><row r="2"><c r="AB2"><v>2</v></c></row>',
        '<row r="2"><c r="AB2"><v>1</v></c><c r="AB2"><v>2</v></c></row>',
        '<row r="2"><c r="AB2"><v>1</v></c></row><row r="1"/><row><c r="AB2" t="str"><v>one</v></c></row>',
    ],
)
def test_a_cell_with_two_values_refuses_the_workbook_and_is_named(rows: str) -> None:
    with pytest.raises(StatementRefusedError, match=r"damaged.*cell AB2") as refused:
        cells_of(rows)
    assert refused.value.line == 2


def test_a_cell_that_comes_again_without_another_value_loses_nothing() -> None:
    assert cells_of('<row r="2"><c r="A2"><v>1</v></c><c r="A2"/><c r="A2"><v>1</v></c></row>') == [(2, ["1"])]


@pytest.mark.parametrize("stored", ["nan", "inf", "one", "1_000", "١٢", "12,34", "1.2.3", "1e999999999"])
@pytest.mark.parametrize("kind", ["", 's="{}"', 't="d"', 't="b"'])
def test_a_value_that_is_none_of_its_type_is_text(stored: str, kind: str) -> None:
    styled = re.search(
        rb's="(\d+)"', zipfile.ZipFile(io.BytesIO(written([[date(2026, 5, 4)]]))).read("xl/worksheets/sheet1.xml")
    )
    assert styled is not None
    kind = kind.format(styled[1].decode())
    rows = f'<row r="1"><c r="A1" {kind}><v>{stored}</v></c><c><v>2.5</v></c></row>'
    assert cells_of(rows) == [(1, [stored, "2.50"])]


def test_a_text_in_a_cell_of_another_type_is_not_lost() -> None:
    assert cells_of("<row><c><is><t>Shop</t></is></c></row>") == [(1, ["Shop"])]


@pytest.mark.parametrize(
    "rows",
    [
        '<row><c t="s"><v>9</v></c></row>',
        '<row><c t="s"><v>-1</v></c></row>',
        '<row><c t="s"><v>one</v></c></row>',
        '<row><c r="11"><v>9</v></c></row>',
        '<row><c r="ÀA1"><v>9</v></c></row>',
        '<row><c r="ABCD1"><v>9</v></c></row>',
        "<row><c><v>1</c></row>",
    ],
)
def test_damaged_cells_refuse_the_workbook(rows: str) -> None:
    with pytest.raises(StatementRefusedError, match="damaged"):
        cells_of(rows)


@pytest.mark.parametrize("row", ['<row r="3"><c r="XFD3"/></row>', '<row r="1100001"/>', f'<row r="{"9" * 6000}"/>'])
def test_a_sheet_as_wide_or_long_as_a_bomb_is_refused(row: str) -> None:
    with pytest.raises(StatementRefusedError, match=r"columns|rows") as refused:
        cells_of(f'<row r="2"><c><v>1</v></c></row>{row}')
    assert refused.value.line in {2, 3}


@pytest.mark.parametrize(("since", "shown"), [("", "2024-01-05"), ('<workbookPr date1904="1"/>', "2028-01-06")])
def test_days_are_counted_from_the_day_the_workbook_names(since: str, shown: str) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(written([[date(2026, 5, 4)]]))) as source, zipfile.ZipFile(out, "w") as container:
        for member in source.infolist():
            data = source.read(member)
            if member.filename == "xl/workbook.xml":
                data = re.sub(rb"<workbookPr ?/>", since.encode(), data)
            container.writestr(member.filename, re.sub(rb"<v>[\d.]+</v>", b"<v>45296</v>", data))
    assert [line.cells for line in xlsx_sheets(out.getvalue(), "rows.xlsx")[0].lines] == [[shown]]


def test_a_document_type_is_refused() -> None:
    before = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    with pytest.raises(StatementRefusedError, match="document type"):
        cells_of("<row><c><v>1</v></c></row>", before=before)


def test_a_container_that_breaks_in_its_sheet_is_refused() -> None:
    data = bytearray(with_sheet("<row><c><v>1</v></c></row>"))
    place = data.index(b"xl/worksheets/sheet1.xml") + 40
    data[place : place + 8] = b"\xff" * 8
    with pytest.raises(StatementRefusedError):
        xlsx_sheets(bytes(data), "rows.xlsx")
