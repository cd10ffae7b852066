"""What a printed statement says of its account: number, IBAN, currency, and whether it is of a card."""

# ruff: noqa: E501 - tables of words are read by the line

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.currency import is_currency
from app.statements.pdf_lines import ScannedLine
from app.statements.pdf_rows import PrintedTable
from app.statements.pdf_words import phrases
from app.statements.table import Line
from app.statements.table_facts import Facts, facts_of, iban_currency
from app.statements.table_words import currency_in, folded

_CARD = (
    r"minimum (payment|amount|due)|mindest(zahl|betrag)|paiement minimum|pago minimo|pagamento minimo|minimum betaling",
    r"credit (limit|line)|available credit|kreditrahmen|verfugungsrahmen|kreditlimit|limite de credito|kredietlimiet",
    r"payment due|due date|zahlbar bis|fecha limite de pago|vencimento",
    (
        r"credit card|kreditkart|carte de credit|carta di credito|tarjeta de credito|cartao de credito|creditcard|"
        r"mastercard|\bvisa\b|american express|\bamex\b|card (number|statement|ending|account)|karten(nummer|abrechnung)"
    ),
    r"cash advance|purchases|interest charge",
    r"previous balance.{0,400}payments|last (month|statement) s? ?balance|new balance",
)
_ACCOUNT = re.compile(
    r"(?:account|acct|a/c|konto|kontonr|rekening|compte|conto|cuenta|conta|rachun\w*|ucet|cislo uctu)\b"
    r"[^\d]{0,30}?((?:[\dX*]{2,}[ .\-/]?){2,8})", re.IGNORECASE,
)  # fmt: skip
_SYMBOLS = {
    "S$": "SGD", "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "HK$": "HKD", "NZ$": "NZD",
    "R$": "BRL", "NT$": "TWD", "MX$": "MXN", "RM": "MYR", "€": "EUR", "£": "GBP", "₹": "INR", "Rs": "INR", "Rs.": "INR",
    "zł": "PLN", "Kč": "CZK", "₴": "UAH", "₺": "TRY", "₽": "RUB", "Ft": "HUF", "₱": "PHP", "₪": "ILS",
}  # fmt: skip
_DOLLARS = frozenset({"USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "TWD"})
_UNIT = re.compile(r"[^\d\s.,()+\-−–'’]+")


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """The facts, the currency and whether the statement says it."""

    facts: Facts
    currency: str
    stated: bool
    card: bool


def document_facts(table: PrintedTable, default_currency: str, *, file_name: str) -> DocumentFacts:
    """Read the lines outside the rows and the units beside the amounts."""
    lines = table.others
    facts = facts_of([Line(one.line.number, [word.text for word in phrases(one.line.words)]) for one in lines[:400]])
    code = _currency(table, facts)
    stated = bool(code) and code != "$"
    if code == "$":
        code = default_currency if default_currency in _DOLLARS else "USD"
    return DocumentFacts(facts, code or default_currency, stated, _is_card(table, file_name))


def _currency(table: PrintedTable, facts: Facts) -> str:
    named = {currency_in(column.name) for part in table.parts for column in part.columns} - {""}
    if len(named) == 1:
        return named.pop()
    units = _units(text for row in table.rows for text in row.money.values())
    if units and units != "$":
        return units
    around = _units(money.text for one in table.others for money in one.money)
    found = (around if around != "$" else "") or facts.currency or iban_currency(facts.iban)
    return found or units or around


def _units(texts: Iterable[str]) -> str:
    """The currency most amounts carry; `$` where it is some dollar; empty where none carries one."""
    counts: Counter[str] = Counter()
    for text in texts:
        for unit in _UNIT.findall(text):
            code = _SYMBOLS.get(unit, unit if unit == "$" or (len(unit) == 3 and is_currency(unit)) else "")
            counts[code] += bool(code)
    counts.pop("", None)
    return counts.most_common(1)[0][0] if counts.total() else ""


def _is_card(table: PrintedTable, file_name: str) -> bool:
    """Several of the words that only cards' statements have, outside the rows."""
    text = folded(" ".join(one.text for one in table.others[:600])[:60000])
    said = sum(1 for pattern in _CARD if re.search(pattern, text))
    named = re.search(_CARD[3], folded(file_name)) is not None
    return said + named >= 3


def account_marks(lines: Sequence[ScannedLine]) -> list[tuple[int, str]]:
    """Line number and account number or IBAN, wherever the statement names one with a word for account."""
    marks: list[tuple[int, str]] = []
    for one in lines:
        found = facts_of([Line(one.line.number, [one.text])]).iban
        number = _ACCOUNT.search(one.text) if not found else None
        digits = re.sub(r"[^\dX*]", "", number[1]) if number is not None else ""
        key = found or (digits if len(digits) >= 6 else "")
        if key:
            marks.append((one.line.number, key))
    return marks
