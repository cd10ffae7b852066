"""Files of the bank formats and of printed pages, with every cell of money, days and direction in its place."""

from collections.abc import Callable, Mapping
from random import Random

from tests.helpers.pdf_drawn import drawn
from tests.hostile.cells.printed import Numbers, Place, Printed, Role, Truth, filled, plain
from tests.hostile.cells.tables import any_csv, any_ods, any_rows, any_xlsx

_COMMA = Numbers(",")


class _Sheet:
    """Gathers literal texts and cells, and counts lines."""

    def __init__(self) -> None:
        self.pieces: list[str | int] = []
        self.places: list[Place] = []
        self.lines: list[tuple[int, int]] = []
        self._line = 1

    def put(self, text: str) -> None:
        self.pieces.append(text)
        self._line += text.count("\n")

    def cell(self, row: int, role: Role, text: str) -> None:
        self.pieces.append(len(self.places))
        self.places.append(Place(row, role, text))

    def row(self, write: Callable[[], None]) -> None:
        first = self._line
        write()
        self.lines.append((first, max(first, self._line - 1)))

    def text(self, changed: Mapping[int, str]) -> str:
        return filled(self.pieces, self.places, changed)


def any_ofx(random: Random, count: int) -> Printed:
    """OFX 1.0.2, one entry a line."""
    rows, sheet = any_rows(random, count), _Sheet()
    sheet.put(
        "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nSECURITY:NONE\nENCODING:UTF-8\nCHARSET:NONE\nCOMPRESSION:NONE\n"
        "OLDFILEUID:NONE\nNEWFILEUID:NONE\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STATUS><CODE>0<SEVERITY>INFO"
        "</STATUS><STMTRS><CURDEF>EUR<BANKACCTFROM><BANKID>1<ACCTID>1234567<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST>\n"
    )
    for number, row in enumerate(rows):
        sheet.row(lambda number=number, row=row: _ofx_row(sheet, number, row))  # type: ignore[misc]
    sheet.put("</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n")
    return _printed("ofx", rows, sheet=sheet, date_form="%Y%m%d", escape=_sgml)


def _ofx_row(sheet: _Sheet, number: int, row: Truth) -> None:
    sheet.put(f"<STMTTRN><TRNTYPE>{'DEBIT' if row.amount < 0 else 'CREDIT'}<DTPOSTED>")
    sheet.cell(number, Role.DATE, f"{row.day:%Y%m%d}")
    sheet.put("<TRNAMT>")
    sheet.cell(number, Role.AMOUNT, plain(row.amount, Numbers()))
    sheet.put(f"<FITID>F{row.key}<NAME>Shop {row.key}</STMTTRN>\n")


def any_qif(random: Random, count: int) -> Printed:
    """QIF of one bank account; the format has no word for a currency."""
    rows, sheet = any_rows(random, count, currency="USD"), _Sheet()
    form = random.choice(("%m/%d/%Y", "%d.%m.%Y", "%Y-%m-%d", "%d/%m/%y"))
    numbers = random.choice((Numbers(), Numbers(group=","), _COMMA if form != "%m/%d/%Y" else Numbers()))
    sheet.put("!Type:Bank\n")
    for number, row in enumerate(rows):

        def write(number: int = number, row: Truth = row) -> None:
            sheet.put("D")
            sheet.cell(number, Role.DATE, row.day.strftime(form))
            sheet.put("\nT")
            sheet.cell(number, Role.AMOUNT, plain(row.amount, numbers))
            sheet.put(f"\nPShop {row.key}\n^\n")

        sheet.row(write)
    return _printed("qif", rows, sheet=sheet, date_form=form, numbers=numbers, escape=_one_line)


def any_mt940(random: Random, count: int) -> Printed:
    """MT940 of one account, with balances or (as some banks print) without."""
    proved, kind = random.random() < 0.3, random.choice(("NTRF", "NTRF", "N005", "NMSC", "FCHK", "S103", "BTRF", "DMSC"))
    rows, sheet = any_rows(random, count, currency="EUR" if proved else "USD"), _Sheet()
    opening = rows[0].balance - rows[0].amount
    sheet.put(":20:X\n:25:37040044/532013000\n:28C:1/1\n")
    if proved:
        sheet.put(f":60F:{'D' if opening < 0 else 'C'}{rows[0].day:%y%m%d}EUR{plain(opening, _COMMA, signed=False)}\n")
    for number, row in enumerate(rows):

        def write(number: int = number, row: Truth = row) -> None:
            sheet.put(":61:")
            sheet.cell(number, Role.VALUE_DATE, f"{row.value_day:%y%m%d}")
            sheet.cell(number, Role.DATE, f"{row.day:%m%d}")
            sheet.cell(number, Role.SIGN, "D" if row.amount < 0 else "C")
            sheet.cell(number, Role.AMOUNT, plain(row.amount, _COMMA, signed=False))
            sheet.put(f"{kind}NONREF//B{number}\n:86:166?00KARTE?20Shop {row.key} paid\n")

        sheet.row(write)
    if proved:
        last = rows[-1]
        sheet.put(f":62F:{'D' if last.balance < 0 else 'C'}{last.day:%y%m%d}EUR{plain(last.balance, _COMMA, signed=False)}\n")
    sheet.put("-\n")
    signs = {"D": -1, "C": 1, "RC": -1, "RD": 1}
    return _printed("mt940", rows, sheet=sheet, date_form="%m%d", numbers=_COMMA, signs=signs, escape=_one_line, proved=proved)


def any_camt(random: Random, count: int) -> Printed:
    """CAMT.053, one entry a line, with balances or without."""
    rows, sheet = any_rows(random, count), _Sheet()
    opening = rows[0].balance - rows[0].amount
    sheet.put(
        '<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02">'
        "<BkToCstmrStmt><Stmt><Acct><Id><IBAN>DE89370400440532013000</IBAN></Id><Ccy>EUR</Ccy></Acct>"
    )
    proved = random.random() < 0.3
    if proved:
        sheet.put(_camt_balance("OPBD", opening, rows[0]) + _camt_balance("CLBD", rows[-1].balance, rows[-1]))
    sheet.put("\n")
    for number, row in enumerate(rows):
        sheet.row(lambda number=number, row=row: _camt_row(sheet, number, row))  # type: ignore[misc]
    sheet.put("</Stmt></BkToCstmrStmt></Document>\n")
    signs = {"DBIT": -1, "CRDT": 1}
    return _printed("camt", rows, sheet=sheet, date_form="%Y-%m-%d", signs=signs, escape=_xml, proved=proved)


def _camt_row(sheet: _Sheet, number: int, row: Truth) -> None:
    sheet.put('<Ntry><Amt Ccy="')
    sheet.cell(number, Role.CURRENCY, row.currency)
    sheet.put('">')
    sheet.cell(number, Role.AMOUNT, plain(row.amount, Numbers(), signed=False))
    sheet.put("</Amt><CdtDbtInd>")
    sheet.cell(number, Role.SIGN, "DBIT" if row.amount < 0 else "CRDT")
    sheet.put("</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>")
    sheet.cell(number, Role.DATE, row.day.isoformat())
    sheet.put("</Dt></BookgDt><ValDt><Dt>")
    sheet.cell(number, Role.VALUE_DATE, row.value_day.isoformat())
    sheet.put(f"</Dt></ValDt><NtryDtls><TxDtls><RmtInf><Ustrd>Shop {row.key}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>\n")


def _camt_balance(code: str, minor: int, row: Truth) -> str:
    return (
        f'<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">{plain(minor, Numbers(), signed=False)}</Amt>'
        f"<CdtDbtInd>{'DBIT' if minor < 0 else 'CRDT'}</CdtDbtInd><Dt><Dt>{row.day.isoformat()}</Dt></Dt></Bal>"
    )


def any_pdf(random: Random, count: int) -> Printed:
    """A printed page: date, text, amount and, by chance, balance."""
    rows, sheet = any_rows(random, min(count, 45)), _Sheet()
    numbers = random.choice((Numbers(), Numbers(group=","), Numbers(",", "."), Numbers(",", ".", negative="{}-")))
    form = random.choice(("%d.%m.%Y", "%m/%d/%Y", "%Y-%m-%d", "%d %b %Y"))
    balances = random.random() < 0.5
    head = "40 Date | 130 Description | 430> Amount"
    sheet.put("40 Account statement | 300 EUR\n\n" + head + (" | 540> Balance\n" if balances else "\n"))
    for number, row in enumerate(rows):
        sheet.put("40 ")
        sheet.cell(number, Role.DATE, row.day.strftime(form))
        sheet.put(f" | 130 Shop {row.key} | 430> ")
        sheet.cell(number, Role.AMOUNT, plain(row.amount, numbers))
        if balances:
            sheet.put(" | 540> ")
            sheet.cell(number, Role.BALANCE, plain(row.balance, numbers))
        sheet.put("\n")
        sheet.lines.append((number + 3, number + 3))
    return _printed("pdf", rows, sheet=sheet, date_form=form, numbers=numbers, escape=_drawable, balances=balances)


def _printed(
    kind: str,
    rows: list[Truth],
    *,
    sheet: _Sheet,
    date_form: str,
    escape: Callable[[str], str],
    numbers: Numbers = Numbers(),  # noqa: B008 - frozen
    signs: Mapping[str, int] | None = None,
    balances: bool = False,
    proved: bool = False,
) -> Printed:
    def data(changed: Mapping[int, str]) -> bytes:
        text = sheet.text({number: escape(text) for number, text in changed.items()})
        return drawn(text, packed=False) if kind == "pdf" else text.encode()

    return Printed(
        kind=kind, name=f"statement.{_ENDINGS.get(kind, kind)}", rows=rows, places=sheet.places, lines=sheet.lines,
        data=data, numbers=numbers, date_form=date_form, signs=signs or {}, has_balances=balances,
        has_value_days=any(place.role is Role.VALUE_DATE for place in sheet.places), is_proved=balances or proved,
    )  # fmt: skip


_ENDINGS = {"mt940": "sta", "camt": "xml"}


def _one_line(text: str) -> str:
    return " ".join(text.splitlines())


def _sgml(text: str) -> str:
    return _one_line(text).replace("&", "&amp;").replace("<", "&lt;")


def _xml(text: str) -> str:
    kept = "".join(char for char in _one_line(text) if char >= " ")
    return kept.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def _drawable(text: str) -> str:
    """What a page can show; a soft hyphen would be drawn as a minus."""
    text = _one_line(text).replace("|", "/").replace("\u00ad", "").encode("cp1252", "replace").decode("cp1252")
    return text.strip() or "-"


FORMATS: dict[str, Callable[[Random, int], Printed]] = {
    "csv": any_csv, "xlsx": any_xlsx, "ods": any_ods, "ofx": any_ofx, "qif": any_qif, "mt940": any_mt940, "camt": any_camt, "pdf": any_pdf,
}  # fmt: skip
