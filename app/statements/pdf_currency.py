"""The currency of a printed statement: beside its amounts, by name, else by words that only one country's banks use."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from app.domain.currency import is_currency
from app.statements.pdf_countries import DOLLARS, currency_of_country
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
_DOLLAR_SIGN = re.compile(r"(?<![A-Z])([A-Z]{1,2})\$|\$(A|AU|CA?|HK|NZ|S|US)(?![A-Za-z])")
_BRACKETED = re.compile(r"\(([^()\d\s]{1,4})\)")
_UNIT = re.compile(r"[^\d\s.,()+\-−–'’]+")
_FOREIGN = re.compile(
    r"foreign (currency|amount|spend|exchange)|exchange rate|rate of exchange|conversion rate|wechselkurs|umrechnung|"
    r"\bkurs\b|fremdwahrung|taux de change|\bdevises?\b|tipo de cambio|moneda extranjera|cotacao|tasso di cambio|"
    r"\bkoers\b|overseas|non sterling|original (amount|currency)|transaction currency"
)
_BARE = re.compile(r"(?:[A-Z]{3} ?)?\d[\d.,' ]*\d(?: ?[A-Z]{3})?(?: ?(?:@|x|X|at|AT) ?[\d.,]+)?")
_MOST_BELOW = 3
"""Lines that may go on with the last row."""
_OWN = frozenset({Role.AMOUNT, Role.DEBIT, Role.CREDIT, Role.NET, Role.GROSS})
_AROUND = frozenset({Role.ORIGINAL_AMOUNT, Role.OTHER_NUMBER, Role.FEE, Role.DETAIL})


class CurrencyFound(NamedTuple):
    """The code most likely meant; DOLLAR where only that sign is printed; empty where nothing says one."""

    code: str
    by_country: bool = False
    """Whether only the country that the statement speaks of tells it."""


def currency_of_document(table: PrintedTable, facts: Facts) -> CurrencyFound:
    """The currency beside the amounts, by name, or of the country."""
    columns = [column for part in table.parts for column in part.columns]
    named = {_named(column.name) for column in columns} - {""}
    if len(named) > 1:
        named = {_named(column.name) for column in columns if column.role is not Role.ORIGINAL_AMOUNT} - {""}
    if len(named) == 1:
        return CurrencyFound(named.pop())
    units = _units(text for part in table.parts for text in _amounts(part))
    if units and units != DOLLAR:
        return CurrencyFound(units)
    around = _units(money.text for one in table.others if not tells_foreign(one, table) for money in one.money)
    land = currency_of_country(table.others, dollars=DOLLAR in (units, around))
    found = (around if around != DOLLAR else "") or facts.currency or iban_currency(facts.iban)
    return CurrencyFound(found or land or units or around, by_country=bool(land) and not found)


def _named(words: str) -> str:
    """The currency that the words over a column name: `Betrag in CHF`, `Amount (S$)`, `Amount ($A)`, `(Rs.)`."""
    sign = _DOLLAR_SIGN.search(words)
    bracketed = _BRACKETED.search(words)
    if bracketed is not None and bracketed[1] in _SYMBOLS:
        return _SYMBOLS[bracketed[1]]
    return currency_in(words) or (_SYMBOLS.get(f"{sign[1] or sign[2]}$", "") if sign is not None else "")


def tells_foreign(one: ScannedLine, table: PrintedTable) -> bool:
    """Whether a line among the rows tells a purchase in another currency: in words, or by an amount and a code."""
    rows = table.rows
    among = bool(rows) and rows[0].number < one.line.number <= rows[-1].number + _MOST_BELOW
    return among and (_FOREIGN.search(folded(one.text)) is not None or _BARE.fullmatch(one.text) is not None)


def dollar_of(default: str) -> str:
    """The owner's own dollar, else that of the United States."""
    return default if default in DOLLARS else "USD"


def _amounts(part: Part) -> Iterable[str]:
    """The figures of a part's rows but those in another currency.

    These stand in a column that says so, or in one without words beside a column that is called the amount.
    """
    roles = [column.role for column in part.columns]
    named = any(role in _OWN for role in roles)
    foreign = {index for index, role in enumerate(roles) if role in _AROUND or (named and role is None)}
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
