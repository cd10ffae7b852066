"""The currency of a printed statement: beside its amounts, by name, else by words that only one country's banks use."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from app.domain.currency import is_currency
from app.statements.pdf_lines import ScannedLine
from app.statements.pdf_row_builder import Part
from app.statements.pdf_rows import PrintedTable
from app.statements.table_facts import Facts, iban_currency
from app.statements.table_words import Role, currency_in, folded

DOLLAR = "$"
"""Some dollar: the country's own."""
_SYMBOLS = {
    "S$": "SGD", "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "HK$": "HKD", "NZ$": "NZD",
    "R$": "BRL", "NT$": "TWD", "MX$": "MXN", "RM": "MYR", "€": "EUR", "£": "GBP", "₹": "INR", "Rs": "INR", "Rs.": "INR",
    "zł": "PLN", "Kč": "CZK", "₴": "UAH", "₺": "TRY", "₽": "RUB", "Ft": "HUF", "₱": "PHP", "₪": "ILS",
    "TL": "TRY", "R": "ZAR",
}  # fmt: skip
_DOLLAR_SIGN = re.compile(r"(?<![A-Z])[A-Z]{1,2}\$")
_UNIT = re.compile(r"[^\d\s.,()+\-−–'’]+")
_NAMES = (
    (
        "EUR",
        r"\b(euros?|france|deutschland|germany|espana|italia|nederland|belgi(e|um|que)|osterreich|portugal|ireland|finland)\b",
    ),
    ("GBP", r"\bsort ?code\b|pounds? sterling|\bfscs\b|prudential regulation authority"),
    ("CAD", r"\bcanad(a|ian)\b|\binterac\b|\bcdic\b|toronto dominion"),
    ("AUD", r"\bbsb\b|\babn\b|\bafsl\b|australian?\b"),
    ("NZD", r"\bnew zealand\b|\baotearoa\b"),
    ("INR", r"\bifsc?\b( code)?|\bmicr\b|\brupees?\b|\bgstin\b|\bupi\b"),
    ("ZAR", r"\brand\b|\bsouth africa\b"),
    ("SGD", r"\bsingapore\b|\bpaynow\b"),
    ("HKD", r"\bhong kong\b"),
    ("USD", r"\bfdic\b|\bncua\b|routing (number|no|transit)|\brtn\b"),
    ("BRL", r"\bcpf\b|\bcnpj\b|\breais\b"),
    ("MXN", r"\bclabe\b|\bpesos mexicanos\b"),
    ("SEK", r"\bclearingnummer\b|\bsvenska kronor\b"),
    ("NOK", r"\bnorges?\b|\bnorske kroner\b|\bkontoutskrift\b"),
    ("DKK", r"\bdanske kroner\b|\bdanmark\b"),
    ("CHF", r"\bschweizer franken\b|\bfrancs suisses\b|\bswitzerland\b|\bschweiz\b|\bsuisse\b"),
    ("MYR", r"\bmalaysia\b|\bringgit\b"),
    ("PHP", r"\bphilippines?\b"),
    ("PLN", r"\bpolska\b|\bzlotych\b"),
    ("KES", r"\bkenya\b"),
    ("NGN", r"\bnigeria\b|\bnaira\b"),
    ("AED", r"\bunited arab emirates\b|\bdirhams?\b"),
)
_LOOKED_AT = 300
_COMPILED = tuple((code, re.compile(pattern)) for code, pattern in _NAMES)
_DOLLARS = frozenset({"USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "TWD", "BRL"})
_AROUND = frozenset({Role.ORIGINAL_AMOUNT, Role.OTHER_NUMBER, Role.FEE, Role.DETAIL})


def currency_of_document(table: PrintedTable, facts: Facts) -> str:
    """The code most likely meant; DOLLAR where only that sign is printed; empty where nothing says one."""
    named = {_named(column.name) for part in table.parts for column in part.columns} - {""}
    if len(named) == 1:
        return named.pop()
    units = _units(text for part in table.parts for text in _amounts(part))
    if units and units != DOLLAR:
        return units
    around = _units(money.text for one in table.others for money in one.money)
    land = _country(table.others, dollars=DOLLAR in (units, around))
    found = (around if around != DOLLAR else "") or facts.currency or iban_currency(facts.iban)
    return found or land or units or around


def _named(words: str) -> str:
    """The currency that the words over a column name: `Betrag in CHF`, `Amount (S$)`."""
    sign = _DOLLAR_SIGN.search(words)
    return currency_in(words) or (_SYMBOLS.get(sign[0], "") if sign is not None else "")


def dollar_of(default: str) -> str:
    """The owner's own dollar, else that of the United States."""
    return default if default in _DOLLARS else "USD"


def _amounts(part: Part) -> Iterable[str]:
    """The figures of a part's rows but those in another currency."""
    foreign = {index for index, column in enumerate(part.columns) if column.role in _AROUND}
    return (text for row in part.rows for index, text in row.money.items() if index not in foreign)


def _units(texts: Iterable[str]) -> str:
    """The currency most amounts carry; DOLLAR where it is some dollar; empty where none carries one."""
    counts: Counter[str] = Counter()
    for text in texts:
        for unit in _UNIT.findall(text):
            code = _SYMBOLS.get(unit, unit if unit == DOLLAR or (len(unit) == 3 and is_currency(unit)) else "")
            counts[code] += bool(code)
    counts.pop("", None)
    return counts.most_common(1)[0][0] if counts.total() else ""


def _country(lines: Sequence[ScannedLine], *, dollars: bool) -> str:
    """The currency whose country's words stand on most lines outside the rows; empty where two are named as often."""
    counts: Counter[str] = Counter()
    for one in [*lines[:_LOOKED_AT], *lines[_LOOKED_AT:][-_LOOKED_AT:]]:
        text = folded(one.text)
        for code, pattern in _COMPILED:
            if (code in _DOLLARS or not dollars) and pattern.search(text):
                counts[code] += 1
    best = counts.most_common(2)
    if not best or (len(best) == 2 and best[0][1] == best[1][1]):
        return ""
    return best[0][0]
