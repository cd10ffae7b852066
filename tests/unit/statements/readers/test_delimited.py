"""R2: whatever is written into a cell, it is read exactly as printed or named by a finding, never changed in silence."""

import csv
import io
import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.domain.statement import StatementFile
from app.domain.statement_kinds import Severity
from app.statements.reader import FileHead
from app.statements.readers.delimited import DelimitedReader
from tests.helpers.statement_texts import read

HEADER = ["Date", "Description", "Amount", "Balance"]
ROWS = [
    ["2025-01-13", "Coffee", "-2.50", "997.50"],
    ["2025-01-14", "Pay", "1,200.00", "2,197.50"],
    ["2025-01-15", "Books", "-20.00", "2,177.50"],
    ["2025-01-16", "Rent", "-900.00", "1,277.50"],
    ["2025-01-17", "Tea", "-3.25", "1,274.25"],
    ["2025-01-20", "Refund", "20.00", "1,294.25"],
]
CELLS = st.text(alphabet="0123456789.,-+()' €CRDSx/", max_size=10)
_SOL = re.compile(r"(?<=\d)\s?S/\.?(?=\s*(?:CR|DR|C|D|S)?$)|(?<![^-+])\s*S/\.?(?=[^/]*\d)")
"""The sign of Peru's sol, before the figure or behind it: `S/` or `S/.`."""
_CODE = re.compile(r"(?<=\d)\s?(?:CRC|RSD|SCR|SRD)(?![A-Z])|(?<![A-Z])(?:CRC|RSD|SCR|SRD)(?=\s?[-+]?\s?[\d.])")
"""The currencies that can be written with the letters drawn here."""
_EXACT = re.compile(r"[-+]?(\d{1,3}([,' ])\d{3}(\2\d{3})*|\d{1,2}(,\d{2})+,\d{3}|\d+)?(\.\d+)?", re.ASCII)


def text_of(rows: list[list[str]]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows([HEADER, *rows])
    return out.getvalue().encode()


def printed(cell: str) -> Decimal | None:
    """An independent reading of an amount with a decimal point; None where the cell is not exactly one."""
    text = cell.strip()
    sign = 1
    if text.startswith("(") and text.endswith(")"):
        text, sign = text[1:-1].strip(), -1
    text = re.sub(r"(?<=\d)[.,]-{1,2}", "", text, count=1)
    text = _CODE.sub("", _SOL.sub("", text, count=1), count=1)
    found = re.fullmatch(r"([-+]?)\s*€?\s*([-+]?)\s*([\d.,' ]*\d)\s*([-+]?)\s*€?\s*(CR|DR|C|D|S)?", text)
    if found is None:
        return None
    signs = "".join(found.group(1, 2, 4))
    minus = sign < 0 or signs == "-"
    if (minus and found[5] in {"CR", "C"}) or (signs == "+" and found[5] in {"DR", "D", "S"}):
        return None
    if len(signs) + (sign < 0) > 1 or not _EXACT.fullmatch(found[3].strip()):
        return None
    value = Decimal(re.sub(r"[,' ]", "", found[3]))
    return -value if minus or found[5] in {"DR", "D", "S"} else value


def told(file: StatementFile, line: int) -> bool:
    return file.refused or bool(file.decisions) or any(item.line == line for item in file.findings)


@settings(max_examples=500, deadline=None)
@given(CELLS, st.integers(0, len(ROWS) - 1))
@example("0RSD", 0)
@example("-SCR 5.00", 1)
def test_an_amount_is_read_as_printed_or_named(cell: str, at: int) -> None:
    rows = [list(row) for row in ROWS]
    rows[at][2] = cell
    file = read(text_of(rows), "fuzz.csv")
    if file.refused or file.decisions:
        return
    found = {row.line: row.amount for statement in file.statements for row in statement.rows}
    for index, row in enumerate(rows):
        line = index + 2
        value = printed(row[2])
        if line in found:
            assert value is not None
            assert Decimal(found[line]) == value * 100
        else:
            assert told(file, line)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="0123456789.-/: TJanuryFebPd", max_size=14), st.integers(0, len(ROWS) - 1))
def test_a_date_is_read_as_printed_or_named(cell: str, at: int) -> None:
    rows = [list(row) for row in ROWS]
    rows[at][0] = cell
    file = read(text_of(rows), "fuzz.csv")
    found = {row.line: row for statement in file.statements for row in statement.rows}
    for index, row in enumerate(ROWS):
        line = index + 2
        if index != at and not file.refused:
            assert found[line].booked_on == date.fromisoformat(row[0])
        elif line in found:
            numbers = [int(part) for part in re.findall(r"\d+", cell)]
            assert found[line].booked_on.day in numbers or cell.strip()[:8].isdigit()
        else:
            assert told(file, line)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_break_the_reader(data: bytes) -> None:
    file = read(data, "noise.csv")
    assert file.refused or file.statements


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.lists(
            st.sampled_from(["2025-01-02", "Date", "Amount", "12.50", "-3", "", "x", '"', "Total", "EUR", "S"]),
            max_size=6,
        ),
        max_size=8,
    )
)
def test_no_table_breaks_the_reader(rows: list[list[str]]) -> None:
    text = "\n".join(";".join(row) for row in rows)
    file = read(text.encode(), "noise.csv")
    assert file.refused or file.statements
    if file.refused:
        assert any(item.severity is Severity.ERROR and item.message for item in file.findings)


def test_the_file_as_it_is_reads_whole_and_proved() -> None:
    file = read(text_of(ROWS), "whole.csv")
    assert [row.amount for row in file.statements[0].rows] == [-250, 120000, -2000, -90000, -325, 2000]
    assert str(file.statements[0].proof.state) == "proved"


@pytest.mark.parametrize(("name", "data", "claimed"), [
    ("a.csv", b"Date;Amount\n2025-01-02;3,00\n", 60),
    ("a.bin", b"Date;Amount\n2025-01-02;3,00\n", 30),
    ("a.csv", b"nothing here", 20),
    ("a.pdf", b"%PDF-1.7 ; ; ;", None),
    ("a.bin", b"\x00\x01\x02" * 50, None),
])  # fmt: skip
def test_a_claim_is_modest(name: str, data: bytes, claimed: int | None) -> None:
    claim = DelimitedReader().claim(FileHead(name, data, len(data)))
    assert (claim.confidence if claim else None) == claimed
