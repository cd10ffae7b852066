"""What fuzzing begins with: our own goldens and samples a format, and the words that its grammar knows."""

import io
import itertools
import zipfile
from collections.abc import Iterator
from pathlib import Path

from app.base.paths import resources
from tests.helpers.pdf_drawn import drawn
from tests.helpers.pdf_papers import PAPERS
from tests.hostile.fuzz.targets import ANY, ARCHIVE

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
    "xlsx": ("PK\x03\x04", "<row>", '<c t="s">', "<v>", "</v>", "xl/workbook.xml", 't="n"', 't="d"', 't="inlineStr"', 's="1"',
             "45000", "45000.5", "1E-3", "#REF!", "-0.005", 'table:number-rows-repeated="9"', 'office:value="1"', "<!DOCTYPE"),
}  # fmt: skip


def seeds(kind: str) -> Iterator[bytes]:
    """Our own files of a format, the short ones; archives of them; for unknown bytes some of each."""
    if kind == ARCHIVE:
        yield from (_packed(kinds) for kinds in (("csv",), ("ofx",), ("qif", "mt940"), ("camt",), ("xlsx",), ("pdf",)))
        return
    if kind == ANY:
        yield from (own for one in (*_ENDINGS, ARCHIVE) for own in list(seeds(one))[:8])
        return
    places = (_GOLDENS, resources() / "samples")
    for path in sorted(path for place in places for path in place.rglob("*") if path.is_file()):
        if path.suffix[1:].lower() in _ENDINGS[kind] and path.stat().st_size <= _LARGEST:
            yield path.read_bytes()
    if kind == "pdf":
        yield from (drawn(paper.lines, packed=False) for paper in PAPERS)


def _packed(kinds: tuple[str, ...]) -> bytes:
    """An archive with the shortest file of each format, in folders but for the first."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as container:
        for kind in kinds:
            container.writestr(f"{'2025/' * (kind != kinds[0])}{kind}.{_ENDINGS[kind][0]}", min(seeds(kind), key=len))
    return out.getvalue()


def words(kind: str) -> list[bytes]:
    """Tokens worth putting in."""
    own = itertools.chain(*_WORDS.values()) if kind in {ARCHIVE, ANY} else _WORDS[kind]
    return [word.encode() for word in (*own, *_COMMON)]


def dictionary(kind: str) -> str:
    """The same as a libFuzzer dictionary."""
    return "".join(f'"{_escaped(word)}"\n' for word in words(kind))


def _escaped(word: bytes) -> str:
    return "".join(f"\\x{byte:02x}" for byte in word)
