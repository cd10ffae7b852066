"""The country of a printed statement: tax and bank numbers and addresses that one country has, else its words."""

# ruff: noqa: E501 - tables of words are read by the line

import re
from collections import Counter
from collections.abc import Sequence

from app.statements.pdf_lines import ScannedLine
from app.statements.table_words import folded

DOLLARS = frozenset({"USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "TWD", "BRL", "COP", "CLP", "ARS"})
"""Currencies that may be printed with a plain dollar sign."""
_PROVINCES = "AB|BC|MB|NB|NL|NS|NT|NU|ON|PE|QC|SK|YT"
_STATES = (
    "AK|AZ|AR|CA|CO|CT|FL|GA|IA|IL|KS|KY|MA|MD|MI|MN|MO|MS|MT|NC|ND|NE|NH|NJ|NM|NV|NY|OH|"
    "PA|RI|SC|SD|TN|TX|UT|VA|VT|WA|WI|WV|WY|DC"
)
_WORDS_TOO = "AL|DE|HI|ID|IN|LA|ME|OK|OR"
"""States whose letters are words: `Client ID 12345`, `TARJETA DE 12345`."""
_CERTAIN = (
    ("CAD", rf"\b(?:{_PROVINCES}),? +[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z] ?\d[ABCEGHJ-NPRSTV-Z]\d\b"),
    ("USD", r"(?i)\bU\.?S\.? dollar (?:account|chequing|checking|savings|daily|personal|premium|visa|mastercard|credit card)\b"),
    ("USD", r"\b[Rr](?:outing|OUTING) (?:[Nn]umber|NUMBER|[Nn]o\.?|#)\D{0,12}\d{9}\b|\bMember FDIC\b"),
    ("AUD", r"\bABN:? ?\d{2} ?\d{3} ?\d{3} ?\d{3}\b|\bBSB\b\D{0,12}\d{3}[ -]?\d{3}\b"),
    ("AUD", r"\b(?:NSW +[12]|VIC +[38]|QLD +[49]|TAS +7)\d{3}\b"),
    ("INR", r"\b\d{2}[A-Z]{5}\d{4}[A-Z][A-Z\d]Z[A-Z\d]\b|\bIFSC\b\D{0,12}[A-Z]{4}0[A-Z\d]{6}\b"),
    ("MXN", r"\bCLABE\b\D{0,24}\d{18}\b|\bR\.?F\.?C\.?:? ?[A-ZÑ&]{3,4}-?\d{6}-?[A-Z\d]{3}\b"),
    ("BRL", r"\b\d{2}\.\d{3}\.\d{3}/\d{4}-\d{2}\b"),
    ("COP", r"\bN\.?I\.?T\.?:? *\d{3}\.?\d{3}\.?\d{3}(?:-\d)?\b"),
    ("ARS", r"\bC\.?U\.?I\.?[TL]\.?\D{0,6}\d{2}-\d{8}-\d\b"),
    ("CLP", r"\bR\.?U\.?T\.?:? *\d{1,2}\.\d{3}\.\d{3}-[\dkK]\b"),
    ("PEN", r"\bR\.?U\.?C\.?:? *(?:10|20)\d{9}\b"),
    ("MAD", r"\bI\.?C\.?E\.?:? *00\d{13}\b"),
    ("THB", r"(?i)\bBangkok,? +10\d{3}\b"),
)  # fmt: skip
_AMERICAN = (
    "USD",
    (
        rf"[A-Za-z.]{{3,}}(?:,? +(?:{_STATES}),?|, *(?:{_WORDS_TOO}),?) +\d{{5}}(?: ?- ?\d{{4}})?(?![\d-])|"
        rf"[A-Za-z.]{{3,}},? +(?:{_WORDS_TOO}),? +\d{{5}} ?- ?\d{{4}}(?![\d-])"
    ),
)
"""An address; where no dollar sign is printed, `DE 19801` may be in Germany."""
_WORDS = (
    (
        "EUR",
        r"\b(euros?|france|deutschland|germany|espana|italia|nederland|belgi(e|um|que)|osterreich|portugal|ireland|finland)\b",
    ),
    ("GBP", r"\bsort ?code\b|pounds? sterling|\bfscs\b|prudential regulation authority"),
    ("CAD", r"\bcanad(a|ian)\b|\binterac\b|\bcdic\b|toronto dominion|bank of montreal"),
    ("AUD", r"\bbsb\b|\babn\b|\bafsl\b|australian?\b"),
    ("NZD", r"\bnew zealand\b|\baotearoa\b"),
    ("INR", r"\bin rs\b|\bifsc?\b( code)?|\bmicr\b|\brupees?\b|\bgstin\b|\bupi\b"),
    ("ZAR", r"\brand\b|\bsouth africa\b"),
    ("SGD", r"\bsingapore\b|\bpaynow\b"),
    ("HKD", r"\bhong kong\b"),
    ("USD", r"\bfdic\b|\bncua\b|routing (number|no|transit)|\brtn\b"),
    ("BRL", r"\bcpf\b|\bcnpj\b|\breais\b|\bouvidoria\b|\bpix\b"),
    ("MXN", r"\bclabe\b|\bpesos mexicanos\b"),
    ("COP", r"\bcolombia\b|\bpesos colombianos\b"),
    ("CLP", r"\bpesos chilenos\b|\bbanco de chile\b"),
    ("ARS", r"\bpesos argentinos\b|\bargentina\b|\bcbu\b|\bley 25 ?413\b"),
    ("SEK", r"\bclearingnummer\b|\bsvenska kronor\b|\bbankgiro\b|\bplusgiro\b"),
    ("NOK", r"\bnorges?\b|\bnorske kroner\b|\bkontoutskrift\b"),
    ("DKK", r"\bdanske kroner\b|\bdanmark\b"),
    ("CHF", r"\bschweizer franken\b|\bfrancs suisses\b|\bswitzerland\b|\bschweiz\b|\bsuisse\b"),
    ("MYR", r"\bmalaysia\b|\bringgit\b"),
    ("PHP", r"\bphilippines?\b"),
    ("PLN", r"\bpolska\b|\bzlotych\b"),
    ("KES", r"\bkenya\b|\bkshs?\b"),
    ("NGN", r"\bnigeria\b|\bnaira\b"),
    ("AED", r"\bunited arab emirates\b|\bu\.?a\.?e\b|\bdubai\b|\babu dhabi\b|\bdirhams?\b(?! marocain)"),
    ("MAD", r"\bmaroc(aine?s?)?\b|\bmorocco\b|\bcasablanca\b|(?<!uae )\bdirhams?\b(?! des emirats)"),
    ("PEN", r"\bsoles\b|\bperu\b"),
    ("THB", r"\bthailand\b|\bbaht\b"),
)
_LOOKED_AT = 300
_NUMBERS = tuple((code, re.compile(pattern)) for code, pattern in _CERTAIN)
_WITH_DOLLARS = (*_NUMBERS, (_AMERICAN[0], re.compile(_AMERICAN[1])))
_NAMED = tuple((code, re.compile(pattern)) for code, pattern in _WORDS)


def currency_of_country(lines: Sequence[ScannedLine], *, dollars: bool) -> str:
    """The currency of the country that most lines outside the rows speak of; empty where two are as likely.

    Numbers and addresses, which only one country writes so, say more than words do. Where a dollar sign is printed,
    only countries with dollars or such pesos count. One line printed on every page counts once.
    """
    held = list(dict.fromkeys(one.text for one in [*lines[:_LOOKED_AT], *lines[_LOOKED_AT:][-_LOOKED_AT:]]))
    certain = _most(held, _WITH_DOLLARS if dollars else _NUMBERS, dollars=dollars)
    return certain if certain is not None else _most([folded(text) for text in held], _NAMED, dollars=dollars) or ""


def _most(texts: Sequence[str], patterns: Sequence[tuple[str, re.Pattern[str]]], *, dollars: bool) -> str | None:
    """The code found in most texts; empty where two are found as often, None where none is."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update({code for code, found in patterns if (code in DOLLARS or not dollars) and found.search(text)})
    best = counts.most_common(2)
    if len(best) == 2 and best[0][1] == best[1][1]:
        return ""
    return best[0][0] if best else None
