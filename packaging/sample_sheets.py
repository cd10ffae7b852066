"""The samples that are spreadsheets, written part by part so that the same run gives the same bytes."""

import io
import zipfile
from datetime import date

from sample_rows import CHECKING, GIRO, german, plain

_FIXED = (2026, 11, 1, 8, 0, 0)


def _packed(members: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as container:
        for name, text in members.items():
            member = zipfile.ZipInfo(name, _FIXED)
            member.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            container.writestr(member, text.encode())
    return out.getvalue()


_STYLES = (
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/>'
    '<name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/>'
    '<xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="4" applyNumberFormat="1"/>'
    '<xf fontId="1" applyFont="1"/></cellXfs>'
)
"""Plain, day, amount with two decimals, bold."""


def checking_xlsx() -> bytes:
    """The household's account as a workbook with typed days and numbers, written part by part."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    balance, rows = 231_840, [_words(1, ("Date", "Description", "Amount", "Balance"))]
    for number, row in enumerate(CHECKING, start=2):
        balance += row.amount
        day = row.on.toordinal() - date(1899, 12, 30).toordinal()
        text = row.text.replace("&", "&amp;")
        rows.append(
            f'<row r="{number}"><c r="A{number}" s="1"><v>{day}</v></c><c r="B{number}" t="inlineStr"><is><t>'
            f'{text}</t></is></c><c r="C{number}" s="2"><v>{plain(row.amount)}</v></c>'
            f'<c r="D{number}" s="2"><v>{plain(balance)}</v></c></row>'
        )
    return _packed(
        {
            "[Content_Types].xml": f'{head}<Types xmlns="{parts}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{kind}.styles+xml"/></Types>',
            "_rels/.rels": f'{head}<Relationships xmlns="{parts}/relationships"><Relationship Id="rId1" '
            f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'{head}<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="June 2026" '
            'sheetId="1" r:id="rId1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'{head}<Relationships xmlns="{parts}/relationships"><Relationship Id="rId1" '
            f'Type="{office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{office}/styles" '
            'Target="styles.xml"/></Relationships>',
            "xl/styles.xml": f'{head}<styleSheet xmlns="{main}">{_STYLES}</styleSheet>',
            "xl/worksheets/sheet1.xml": f'{head}<worksheet xmlns="{main}"><cols><col min="1" max="1" width="12" '
            'customWidth="1"/><col min="2" max="2" width="38" customWidth="1"/><col min="3" max="4" width="14" '
            f'customWidth="1"/></cols><sheetData>{"".join(rows)}</sheetData></worksheet>',
        }
    )


def _words(number: int, words: tuple[str, ...]) -> str:
    cells = "".join(
        f'<c r="{letter}{number}" s="3" t="inlineStr"><is><t>{word}</t></is></c>'
        for letter, word in zip("ABCD", words, strict=True)
    )
    return f'<row r="{number}">{cells}</row>'


def giro_ods() -> bytes:
    """The German account as an OpenDocument spreadsheet."""
    name = "urn:oasis:names:tc:opendocument:xmlns"
    balance = 154_210
    rows = [
        "".join(
            f'<table:table-cell office:value-type="string"><text:p>{word}</text:p></table:table-cell>'
            for word in ("Buchungstag", "Verwendungszweck", "Betrag", "Saldo")
        )
    ]
    for row in GIRO:
        balance += row.amount
        cells = [
            (
                f'<table:table-cell office:value-type="date" office:date-value="{row.on}"><text:p>{row.on:%d.%m.%Y}'
                "</text:p></table:table-cell>"
            ),
            f'<table:table-cell office:value-type="string"><text:p>{row.text}</text:p></table:table-cell>',
        ]
        cells += [
            f'<table:table-cell office:value-type="currency" office:currency="EUR" office:value="{plain(minor)}">'
            f"<text:p>{german(minor)} €</text:p></table:table-cell>"
            for minor in (row.amount, balance)
        ]
        rows.append("".join(cells))
    body = "".join(f"<table:table-row>{cells}</table:table-row>" for cells in rows)
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return _packed(
        {
            "mimetype": kind,
            "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{name}:manifest:1.0" manifest:version="1.2">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/><manifest:file-entry '
            'manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>',
            "content.xml": '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
            f'xmlns:office="{name}:office:1.0" xmlns:table="{name}:table:1.0" xmlns:text="{name}:text:1.0" '
            'office:version="1.2"><office:body><office:spreadsheet><table:table table:name="Juni 2026">'
            f"{body}</table:table></office:spreadsheet></office:body></office:document-content>",
        }
    )
