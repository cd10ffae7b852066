"""Write the goldens of PDF statements and spreadsheets: `python -m tests.helpers.document_goldens`.

Each case is an `input`, its damaged twin and `rows.json`: what was read of both, looked at before it was committed, and
`truth`, which comes from the layout and not from the reader.
"""

import io
import json
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl

from tests.helpers.pdf_layouts import LAYOUTS
from tests.helpers.pdf_statements import Layout, print_statement
from tests.helpers.statement_texts import as_text, read

FOLDER = Path(__file__).resolve().parents[1] / "golden" / "statements"
SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"
PDF_CASES = (
    "ruled table",
    "debit and credit columns",
    "across new year",
    "trailing minus",
    "swiss apostrophes",
    "kerned digits",
    "turned page",
    "stacked header",
    "card credits marked",
    "card two dates",
)


def wrong_figure(layout: Layout) -> Layout:
    """The layout with one amount that contradicts its balances, as a hand that changes a figure leaves it."""
    target = layout.rows[4].amount
    write = layout.money
    return replace(
        layout,
        money=lambda minor: write(minor + (900 if minor > 0 else -900) if abs(minor) == abs(target) else minor),
        balance_money=layout.balance_money or write,
    )


def workbooks(*, damaged: bool = False) -> dict[str, bytes]:
    """The spreadsheets; the damaged ones have one cell that is no amount, or one that contradicts the balances."""
    wrong: Any = "x" if damaged else -12.5
    typed: list[list[Any]] = [
        ["Date", "Payee", "Amount", "Balance"],
        [date(2026, 5, 4), "Corner Bakery", -3.2, 996.8],
        [date(2026, 5, 6), "City Water Works", wrong, 984.3],
        [date(2026, 5, 29), "Salary", 2100, 3084.3],
    ]
    german: list[list[Any]] = [
        ["Kontoauszug", None, None, None],
        ["Buchungstag", "Verwendungszweck", "Betrag", "Währung"],
        ["04.05.2026", "Bäckerei", "-3,20" if not damaged else "-3,2O", "EUR"],
        ["29.05.2026", "Gehalt", "2.100,00", "EUR"],
    ]
    pair: list[list[Any]] = [
        ["Date", "Description", "Debit", "Credit", "Balance"],
        [date(2026, 5, 4), "Book Nook", 17.4, None, 82.6],
        [date(2026, 5, 9), "Refund", None, 8.15, 91.75 if damaged else 90.75],
        [date(2026, 5, 12), "Taxi", 9, None, 81.75],
    ]
    return {"typed_cells": _book(typed), "german_texts": _book(german), "pair_and_notes": _book([["Notes"]], pair)}


WORKBOOK_TRUTH = {
    "typed_cells": {"n": 3, "sum": 208430},
    "german_texts": {"n": 2, "sum": 209680},
    "pair_and_notes": {"n": 3, "sum": -1825},
    "opendocument": {"n": 10, "sum": 146352},
}


def _book(*sheets: list[list[Any]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for number, rows in enumerate(sheets, start=1):
        sheet = book.create_sheet(f"Sheet {number}")
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _opendocument(*, damaged: bool) -> bytes:
    """The sample, with one figure changed in the damaged twin."""
    source, out = zipfile.ZipFile(SAMPLES / "girokonto.ods"), io.BytesIO()
    with source, zipfile.ZipFile(out, "w") as container:
        for member in source.infolist():
            data = source.read(member)
            container.writestr(member, data.replace(b'value="-34.95"', b'value="-43.95"') if damaged else data)
    return out.getvalue()


def main() -> None:
    """Write all cases."""
    for layout in LAYOUTS:
        if layout.name in PDF_CASES:
            truth = {"n": len(layout.rows), "sum": sum(row.amount for row in layout.rows)}
            twin = print_statement(wrong_figure(layout))
            _write(
                FOLDER / "pdf" / layout.name.replace(" ", "_"),
                "pdf",
                data=print_statement(layout),
                twin=twin,
                truth=truth,
            )
    whole, damaged = workbooks(), workbooks(damaged=True)
    for case, data in whole.items():
        _write(FOLDER / "xlsx" / case, "xlsx", data=data, twin=damaged[case], truth=WORKBOOK_TRUTH[case])
    ods, twin = _opendocument(damaged=False), _opendocument(damaged=True)
    _write(FOLDER / "xlsx" / "opendocument", "ods", data=ods, twin=twin, truth=WORKBOOK_TRUTH["opendocument"])


def _write(folder: Path, ending: str, *, data: bytes, twin: bytes, truth: dict[str, int]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"input.{ending}").write_bytes(data)
    (folder / f"damaged.{ending}").write_bytes(twin)
    stored = {
        "truth": truth,
        "input": as_text(read(data, f"input.{ending}")),
        "damaged": as_text(read(twin, f"damaged.{ending}")),
    }
    text = json.dumps(stored, ensure_ascii=False, indent=1)
    (folder / "rows.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
