"""What fuzzing begins with: our own goldens and samples a format, and the words that its grammar knows."""

from collections.abc import Iterator
from pathlib import Path

from app.base.paths import resources
from app.statements.reader import Reader
from app.statements.registry import READERS
from tests.helpers.pdf_drawn import drawn
from tests.helpers.pdf_papers import PAPERS

_GOLDENS = Path(__file__).resolve().parents[2] / "golden" / "statements"
_ENDINGS = {
    "ofx": ("ofx", "qfx"),
    "qif": ("qif",),
    "camt": ("xml",),
    "mt940": ("sta",),
    "csv": ("csv",),
    "pdf": ("pdf",),
    "xlsx": ("xlsx", "ods"),
}
_LARGEST = 60_000
_COMMON = (
    "0",
    "-",
    "+",
    ",",
    ".",
    "'",
    "1.234,56",
    "1,234.56",
    "(12.00)",
    "-0",
    "1e9",
    "\u00a0",
    "\u202e",
    "\0",
    "99999999999999999999",
)
_WORDS = {
    "ofx": (
        "<STMTTRN>", "</STMTTRN>", "<TRNAMT>", "<DTPOSTED>20250229", "<FITID>", "<CURDEF>", "<CURSYM>", "<LEDGERBAL>",
        "<BALAMT>", "</OFX>", "<INVBANKTRAN>", "<LOANSTMTRS>", "<![CDATA[", "]]>", "<!--", "-->", "<?", "&#49;", "&amp;", "<STMTRS>",
    ),
    "qif": ("!Type:Bank", "!Account", "!Option:AutoSwitch", "\n^\n", "\nD", "\nT", "\nU", "\nS", "\n$", "1/ 1'05", "31/12/99", "!Type:Invst"),
    "camt": (
        "<Ntry>", "</Ntry>", '<Amt Ccy="EUR">', "<CdtDbtInd>DBIT</CdtDbtInd>", "<TxDtls>", "<Bal>", 'xmlns="', "<!DOCTYPE",
        "<BookgDt><Dt>", "<Sts>PDNG</Sts>", "<Stmt>", "</Stmt>", "<!--", "<![CDATA[",
    ),
    "mt940": (":20:", ":25:", ":28C:", ":60F:C250101EUR", ":60M:", ":61:", ":62F:", ":86:", "?20", "/REMI/", "RD", "\n-}", "{1:", "NTRF", "//", ":34F:"),
    "csv": ("Date", "Amount", "Balance", "Debit", "Credit", ";", "\t", '"', '""', "\r\n", "sep=;", "31.12.2025", "12/31/25", "EUR", "CR", "DR"),
    "pdf": ("%PDF-1.7", "endobj", "stream", "endstream", "xref", "trailer", "/Type /Page", "BT", "Tj", "ET",
            "Date", "Amount", "Balance", "Debit", "Credit", "Opening Balance", "Total", "EUR", "CR", "02.10.", "10/02", "5 Oct", "2023", "*"),
    "xlsx": ("PK\x03\x04", "<row>", '<c t="s">', "<v>", "</v>", "xl/workbook.xml"),
}  # fmt: skip


def readers() -> dict[str, Reader]:
    """The readers by their format; an archive is no format of its own."""
    return {reader.format.value: reader for reader in READERS if not hasattr(reader, "readers")}


def seeds(kind: str) -> Iterator[bytes]:
    """Our own files of a format, the short ones."""
    places = (_GOLDENS, resources() / "samples")
    for path in sorted(path for place in places for path in place.rglob("*") if path.is_file()):
        if path.suffix[1:].lower() in _ENDINGS[kind] and path.stat().st_size <= _LARGEST:
            yield path.read_bytes()
    if kind == "pdf":
        yield from (drawn(paper.lines, packed=False) for paper in PAPERS)


def words(kind: str) -> list[bytes]:
    """Tokens worth putting in."""
    return [word.encode() for word in (*_WORDS.get(kind, ()), *_COMMON)]


def dictionary(kind: str) -> str:
    """The same as a libFuzzer dictionary."""
    return "".join(f'"{_escaped(word)}"\n' for word in words(kind))


def _escaped(word: bytes) -> str:
    return "".join(f"\\x{byte:02x}" for byte in word)
