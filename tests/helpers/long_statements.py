"""Statements of any length in every format that is text, the same transactions in each."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

_FIRST = date(2015, 1, 5)
_DAYS = 3600
_SHOPS = (
    "Green Grocer",
    "Corner Bakery",
    "City Transport",
    "Book Shop",
    "Water Works",
    "Hardware Store",
    "Cafe Central",
)


@dataclass(frozen=True, slots=True)
class LongRow:
    """One made-up transaction; amounts in cents, money out negative."""

    number: int
    day: date
    amount: int
    balance: int

    @property
    def payee(self) -> str:
        """A shop of one of some hundreds of streets."""
        return f"{_SHOPS[self.number % len(_SHOPS)]} {self.number % 197}"

    @property
    def money(self) -> str:
        """The amount as a plain decimal."""
        return _plain(self.amount)


def long_rows(count: int) -> Iterator[LongRow]:
    """The transactions, oldest first, spread over ten years, with a running balance."""
    random = Random(20251101)
    balance = 100_000
    for number in range(count):
        amount = random.randint(-9_000, 8_900) or 1
        balance += amount
        yield LongRow(number, _FIRST + timedelta(days=number * _DAYS // count), amount, balance)


def csv_statement(count: int) -> bytes:
    """Comma-separated, day first, quoted texts, grouped balance."""
    lines = ["Date,Description,Type,Amount,Balance,Currency\n"]
    lines += [
        f'{row.day:%d/%m/%Y},"{row.payee}, Town",card,{row.money},"{row.balance // 100:,}.{row.balance % 100:02d}",EUR\n'
        for row in long_rows(count)
    ]
    return "".join(lines).encode()


def ofx_statement(count: int) -> bytes:
    """OFX 1.0.2, one bank account."""
    entries = [
        f"<STMTTRN><TRNTYPE>{'DEBIT' if row.amount < 0 else 'CREDIT'}<DTPOSTED>{row.day:%Y%m%d}<TRNAMT>{row.money}"
        f"<FITID>F{row.number}<NAME>{row.payee}<MEMO>memo {row.number}</STMTTRN>\n"
        for row in long_rows(count)
    ]
    head = (
        "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nSECURITY:NONE\nENCODING:UTF-8\nCHARSET:NONE\nCOMPRESSION:NONE\n"
        "OLDFILEUID:NONE\nNEWFILEUID:NONE\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STATUS><CODE>0<SEVERITY>INFO"
        "</STATUS><STMTRS><CURDEF>EUR<BANKACCTFROM><BANKID>1<ACCTID>1234567<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST>\n"
    )
    return f"{head}{''.join(entries)}</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n".encode()


def qif_statement(count: int) -> bytes:
    """QIF, one bank account."""
    entries = [
        f"D{row.day:%m/%d/%Y}\nT{row.money}\nP{row.payee}\nMmemo {row.number}\nN{row.number}\n^\n"
        for row in long_rows(count)
    ]
    return ("!Type:Bank\n" + "".join(entries)).encode()


def camt_statement(count: int) -> bytes:
    """CAMT.053.001.02, one account."""
    entries = [
        f'<Ntry><Amt Ccy="EUR">{_plain(abs(row.amount))}</Amt><CdtDbtInd>{"DBIT" if row.amount < 0 else "CRDT"}</CdtDbtInd>'
        f"<Sts>BOOK</Sts><BookgDt><Dt>{row.day.isoformat()}</Dt></BookgDt><AcctSvcrRef>R{row.number}</AcctSvcrRef>"
        f"<NtryDtls><TxDtls><RltdPties><Cdtr><Nm>{row.payee}</Nm></Cdtr></RltdPties><RmtInf><Ustrd>memo {row.number}"
        "</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>\n"
        for row in long_rows(count)
    ]
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02">'
        "<BkToCstmrStmt><Stmt><Acct><Id><IBAN>DE89370400440532013000</IBAN></Id><Ccy>EUR</Ccy></Acct>\n"
    )
    return f"{head}{''.join(entries)}</Stmt></BkToCstmrStmt></Document>\n".encode()


def mt940_statement(count: int) -> bytes:
    """MT940, one account with structured details."""
    rows = list(long_rows(count))
    entries = [
        f":61:{row.day:%y%m%d%m%d}{'D' if row.amount < 0 else 'C'}{_plain(abs(row.amount)).replace('.', ',')}NTRFNONREF//B{row.number}\n"
        f":86:166?00KARTE?20memo {row.number}?32{row.payee}\n"
        for row in rows
    ]
    opening, closing = rows[0].balance - rows[0].amount, rows[-1].balance
    return (
        f":20:X\n:25:37040044/532013000\n:28C:1/1\n:60F:{_mt_balance(_FIRST, opening)}\n{''.join(entries)}"
        f":62F:{_mt_balance(rows[-1].day, closing)}\n-\n"
    ).encode()


LONG_STATEMENTS: dict[str, Callable[[int], bytes]] = {
    "csv": csv_statement,
    "ofx": ofx_statement,
    "qif": qif_statement,
    "camt": camt_statement,
    "mt940": mt940_statement,
}
"""A maker a format: the number of rows in, the file's bytes out."""
ENDINGS = {"csv": "csv", "ofx": "ofx", "qif": "qif", "camt": "xml", "mt940": "sta"}


def _plain(cents: int) -> str:
    sign = "-" if cents < 0 else ""
    return f"{sign}{abs(cents) // 100}.{abs(cents) % 100:02d}"


def _mt_balance(day: date, cents: int) -> str:
    return f"{'D' if cents < 0 else 'C'}{day:%y%m%d}EUR{_plain(abs(cents)).replace('.', ',')}"
