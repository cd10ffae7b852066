"""Rows of texts and numbers as workbooks: XLSX and ODS, written by hand so that a cell may hold anything."""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

_NUMBER = re.compile(r"-?\d+(\.\d+)?(E[+-]?\d{1,2})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Sheets:
    """How one format writes a cell of text, a cell of a number, and a file of rows of them."""

    text: Callable[[str], str]
    kept: Callable[[str], str]
    """A number as the file keeps it, whatever stands there."""
    file: Callable[[list[list[str]]], bytes]

    def number(self, text: str) -> str:
        """A number as a person types it; what is none becomes a text."""
        return self.text(text) if _NUMBER.fullmatch(text) is None else self.kept(text)


def _escaped(text: str) -> str:
    kept = "".join(char for char in text if char >= " " or char in "\t\n")
    return kept.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def _xlsx_text(text: str) -> str:
    return f'<c t="inlineStr"><is><t xml:space="preserve">{_escaped(text)}</t></is></c>' if text else "<c/>"


def _xlsx_kept(text: str) -> str:
    return f"<c><v>{_escaped(text)}</v></c>"


def _ods_text(text: str) -> str:
    return f"<table:table-cell><text:p>{_escaped(text)}</text:p></table:table-cell>"


def _ods_kept(text: str) -> str:
    value = f'office:value-type="float" office:value="{_escaped(text)}"'
    return f"<table:table-cell {value}><text:p>{_escaped(text)}</text:p></table:table-cell>"


_PARTS = {
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override '
        'PartName="/xl/worksheets/sheet1.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
    ),
    "_rels/.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/_rels/workbook.xml.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" '
        'Target="worksheets/sheet1.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>'
        '<sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>'
    ),
}
_SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def _xlsx(lines: list[list[str]]) -> bytes:
    rows = "".join(f'<row r="{number}">{"".join(cells)}</row>' for number, cells in enumerate(lines, start=1))
    sheet = f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>'
    return _packed({**_PARTS, "xl/worksheets/sheet1.xml": sheet})


def _ods(lines: list[list[str]]) -> bytes:
    rows = "".join(f"<table:table-row>{''.join(cells)}</table:table-row>" for cells in lines)
    table = f'<table:table table:name="Sheet1">{rows}</table:table>'
    body = f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
    content = f"<office:document-content {_SPACES}>{body}</office:document-content>"
    return _packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content})


def _packed(members: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as container:
        for name, content in members.items():
            container.writestr(name, content)
    return out.getvalue()


XLSX = Sheets(_xlsx_text, _xlsx_kept, _xlsx)
ODS = Sheets(_ods_text, _ods_kept, _ods)
