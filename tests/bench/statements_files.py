"""Statement files of any length, built here: the same invented rows in each format, balances included."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from xml.sax.saxutils import escape

import openpyxl

_SHOPS = (
    "GREEN GROCER", "CORNER BAKERY", "CITY TRANSIT", "NORTH POWER", "BLUE WATER", "OLD BOOKSHOP", "RIVER CINEMA", "SUN CAFE",
    "TRAIL OUTFITTERS", "HARBOUR FISH", "PAPER & INK", "QUICK FUEL", "GARDEN CENTRE", "HILLTOP PHARMACY", "CLOUD MUSIC",
    "METRO PARKING", "FAMILY DENTAL", "WOODLAND TOYS", "SPEEDY BROADBAND", "HOME HARDWARE",
)  # fmt: skip
_FIRST = date(2015, 1, 2)
_DAYS = 3900
_OPENING = 1_000_000


@dataclass(frozen=True, slots=True)
class Line:
    """One invented row; amount in minor units."""

    number: int
    day: date
    amount: int
    payee: str
    memo: str
    balance: int


def lines(count: int) -> Iterator[Line]:
    """That many rows in the order of their days, always the same."""
    random, balance = Random(20261122), _OPENING
    for number in range(count):
        amount = random.randrange(90_000, 400_000) if number % 29 == 0 else -random.randrange(150, 14_000)
        balance += amount
        shop = _SHOPS[random.randrange(len(_SHOPS))]
        day = _FIRST + timedelta(days=number * _DAYS // max(count, 365))
        yield Line(number, day, amount, f"{shop} {random.randrange(60):03d}", f"CARD 4411 {number:07d}", balance)


def build(kind: str, count: int, *, folder: Path) -> Path:
    """A file of that format with so many rows."""
    path = folder / f"rows_{count}.{_ENDINGS[kind]}"
    if kind in _PACKED:
        _PACKED[kind](count, path)
        return path
    with path.open("w", encoding="utf-8", newline="") as out:
        out.writelines(_WRITERS[kind](count))
    return path


def money(minor: int, mark: str = ".") -> str:
    """A plain decimal text."""
    return f"{'-' if minor < 0 else ''}{abs(minor) // 100}{mark}{abs(minor) % 100:02d}"


def _csv(count: int) -> Iterator[str]:
    yield "Date,Description,Details,Amount,Balance\r\n"
    for one in lines(count):
        yield f'{one.day.isoformat()},"{one.payee}",{one.memo},{money(one.amount)},{money(one.balance)}\r\n'


def _ofx(count: int) -> Iterator[str]:
    yield (
        "OFXHEADER:100\r\nDATA:OFXSGML\r\nVERSION:102\r\nSECURITY:NONE\r\nENCODING:USASCII\r\nCHARSET:1252\r\nCOMPRESSION:NONE\r\n"
        "OLDFILEUID:NONE\r\nNEWFILEUID:NONE\r\n\r\n<OFX>\r\n<SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS>"
        "<DTSERVER>20260101000000<LANGUAGE>ENG</SONRS></SIGNONMSGSRSV1>\r\n<BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STATUS><CODE>0"
        "<SEVERITY>INFO</STATUS><STMTRS><CURDEF>USD<BANKACCTFROM><BANKID>111000025<ACCTID>550014471<ACCTTYPE>CHECKING"
        "</BANKACCTFROM>\r\n<BANKTRANLIST><DTSTART>20150101<DTEND>20260101\r\n"
    )
    closing = _OPENING
    for one in lines(count):
        closing = one.balance
        kind = "CREDIT" if one.amount > 0 else "POS"
        payee = one.payee.replace("&", "&amp;")
        yield (
            f"<STMTTRN>\r\n<TRNTYPE>{kind}\r\n<DTPOSTED>{one.day:%Y%m%d}120000\r\n<TRNAMT>{money(one.amount)}\r\n"
            f"<FITID>{one.day:%Y%m%d}{one.number:07d}\r\n<NAME>{payee}\r\n<MEMO>{one.memo}\r\n</STMTTRN>\r\n"
        )
    yield (
        f"</BANKTRANLIST>\r\n<LEDGERBAL><BALAMT>{money(closing)}<DTASOF>20260101</LEDGERBAL>\r\n"
        "</STMTRS></STMTTRNRS></BANKMSGSRSV1>\r\n</OFX>\r\n"
    )


def _qif(count: int) -> Iterator[str]:
    yield "!Type:Bank\n"
    for one in lines(count):
        yield f"D{one.day:%m/%d/%Y}\nT{money(one.amount)}\nN{one.number + 1}\nP{one.payee}\nM{one.memo}\n^\n"


def _camt(count: int) -> Iterator[str]:
    rows = list(lines(count))
    yield (
        '<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>'
        "<GrpHdr><MsgId>1</MsgId><CreDtTm>2026-01-01T00:00:00</CreDtTm></GrpHdr><Stmt><Id>1</Id><CreDtTm>2026-01-01T00:00:00"
        "</CreDtTm><Acct><Id><IBAN>CH9300762011623852957</IBAN></Id><Ccy>CHF</Ccy></Acct>\n"
        + _camt_balance("OPBD", _OPENING)
        + _camt_balance("CLBD", rows[-1].balance if rows else _OPENING)
    )
    for one in rows:
        out = one.amount < 0
        party = "Cdtr" if out else "Dbtr"
        payee = one.payee.replace("&", "&amp;")
        yield (
            f'<Ntry><Amt Ccy="CHF">{money(abs(one.amount))}</Amt><CdtDbtInd>{"DBIT" if out else "CRDT"}</CdtDbtInd>'
            f"<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>{one.day}</Dt></BookgDt><ValDt><Dt>{one.day}</Dt></ValDt>\n"
            f"<AcctSvcrRef>REF{one.number:09d}</AcctSvcrRef><BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>CCRD</Cd><SubFmlyCd>POSD"
            f"</SubFmlyCd></Fmly></Domn></BkTxCd><NtryDtls><TxDtls><Refs><EndToEndId>E2E{one.number:09d}</EndToEndId></Refs>\n"
            f'<Amt Ccy="CHF">{money(abs(one.amount))}</Amt><RltdPties><{party}><Pty><Nm>{payee}</Nm></Pty></{party}></RltdPties>'
            f"<RmtInf><Ustrd>{one.memo}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>\n"
        )
    yield "</Stmt></BkToCstmrStmt></Document>\n"


def _camt_balance(kind: str, minor: int) -> str:
    sign = "DBIT" if minor < 0 else "CRDT"
    return (
        f'<Bal><Tp><CdOrPrtry><Cd>{kind}</Cd></CdOrPrtry></Tp><Amt Ccy="CHF">{money(abs(minor))}</Amt>'
        f"<CdtDbtInd>{sign}</CdtDbtInd><Dt><Dt>2026-01-01</Dt></Dt></Bal>\n"
    )


def _mt940(count: int) -> Iterator[str]:
    yield f":20:STARTUMSE\r\n:25:21050000/0004711220\r\n:28C:1/1\r\n:60F:C150101EUR{money(_OPENING, ',')}\r\n"
    closing = _OPENING
    for one in lines(count):
        closing = one.balance
        mark = "D" if one.amount < 0 else "C"
        yield (
            f":61:{one.day:%y%m%d}{one.day:%m%d}{mark}{money(abs(one.amount), ',')}NMSCR{one.number:09d}//B{one.number:09d}\r\n"
            f":86:106?00KARTENZAHLUNG?20SVWZ+{one.memo}?30GENODEF1XXX?32{one.payee}\r\n"
        )
    mark = "D" if closing < 0 else "C"
    yield f":62F:{mark}260101EUR{money(abs(closing), ',')}\r\n-\r\n"


def _xlsx(count: int, path: Path) -> None:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Transactions")
    sheet.append(["Date", "Description", "Details", "Amount", "Balance"])
    for one in lines(count):
        sheet.append([one.day, one.payee, one.memo, one.amount / 100, one.balance / 100])
    book.save(path)


def _ods(count: int, path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as container:
        container.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        with container.open("content.xml", "w", force_zip64=True) as out:
            for line in _ods_lines(count):
                out.write(line.encode())


def _ods_lines(count: int) -> Iterator[str]:
    space = "urn:oasis:names:tc:opendocument:xmlns"
    yield (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="{space}:office:1.0" '
        f'xmlns:table="{space}:table:1.0" xmlns:text="{space}:text:1.0"><office:body><office:spreadsheet>'
        '<table:table table:name="Transactions"><table:table-row>'
    )
    yield "".join(map(_ods_text, ("Date", "Description", "Details", "Amount", "Balance")))
    for one in lines(count):
        yield (
            f'</table:table-row><table:table-row><table:table-cell office:value-type="date" office:date-value="{one.day}">'
            f"<text:p>{one.day:%d/%m/%y}</text:p></table:table-cell>{_ods_text(one.payee)}{_ods_text(one.memo)}"
            f"{_ods_number(one.amount)}{_ods_number(one.balance)}"
        )
    yield "</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"


def _ods_text(text: str) -> str:
    cell = f"<text:p>{escape(text)}</text:p></table:table-cell>"
    return f'<table:table-cell office:value-type="string">{cell}'


def _ods_number(minor: int) -> str:
    text = money(minor)
    cell = f"<text:p>{text}</text:p></table:table-cell>"
    return f'<table:table-cell office:value-type="float" office:value="{text}">{cell}'


_PACKED = {"xlsx": _xlsx, "ods": _ods}
_WRITERS = {"csv": _csv, "ofx": _ofx, "qif": _qif, "camt": _camt, "mt940": _mt940}
_ENDINGS = {"csv": "csv", "ofx": "ofx", "qif": "qif", "camt": "xml", "mt940": "sta", "xlsx": "xlsx", "ods": "ods"}
KINDS = tuple(_ENDINGS)
