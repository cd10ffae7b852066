"""CAMT values: amounts with their currency, dates as printed, balances."""

import re
from datetime import date
from xml.etree.ElementTree import Element

from app.domain.currency import currency, todays_code
from app.domain.money import Money
from app.domain.statement import Balance
from app.statements.readers.camt.document import Names
from app.statements.size_limits import MOST_MINOR

_DECIMAL = re.compile(r"([+-]?)(\d*)(?:[.,](\d*))?", re.ASCII)
_DAY = re.compile(r"(\d{4})(-?)(\d{2})\2(\d{2})(?=$|[T ]\d{2}:|Z$|[+-]\d{2}:?\d{2}$)", re.ASCII)
_LONGEST_AMOUNT = 20
"""Characters; ISO 20022 allows 18 figures."""
_OPENING = ("OPBD", "PRCD")
_CLOSING = ("CLBD",)
_INTERIM = "ITBD"


def amount_of(element: Element | None, *, fallback: str) -> Money | None:
    """The amount of an `Amt` in the currency it names; None where it is missing, unknown or not exact."""
    if element is None:
        return None
    code = todays_code(element.get("Ccy") or fallback)
    printed = (element.text or "").strip()
    match = _DECIMAL.fullmatch(printed) if len(printed) <= _LONGEST_AMOUNT else None
    if match is None or not code or not (match.group(2) or match.group(3)):
        return None
    unit = currency(code)
    fraction = match.group(3) or ""
    if fraction[unit.digits :].strip("0"):
        return None
    minor = int((match.group(2) or "0") + fraction[: unit.digits].ljust(unit.digits, "0"))
    if minor >= MOST_MINOR:
        return None
    return Money(-minor if match.group(1) == "-" else minor, unit)


def day_of(names: Names, element: Element | None) -> date | None:
    """The bank's calendar day of a date choice (`Dt` or `DtTm`): its date part as printed."""
    if element is None:
        return None
    return day(names.text(element, "Dt") or names.text(element, "DtTm") or (element.text or ""))


def day(text: str) -> date | None:
    """The date part of an ISO date or time, never shifted by its zone."""
    match = _DAY.match(text.strip())
    if match is None:
        return None
    try:
        return date(int(match.group(1)), int(match.group(3)), int(match.group(4)))
    except ValueError:
        return None


def booked_balances(names: Names, statement: Element, *, code: str) -> tuple[Balance | None, Balance | None]:
    """Opening and closing booked balance of a statement; an interim one stands in on a page between two others."""
    found: dict[str, Balance] = {}
    interim: list[Balance] = []
    for element in names.every(statement, "Bal"):
        kind = names.text(element, "Tp", "CdOrPrtry", "Cd") or names.text(element, "Tp", "Cd")
        amount = amount_of(names.at(element, "Amt"), fallback=code)
        if amount is None or amount.currency.code != code:
            continue
        minor = -abs(amount.minor) if names.text(element, "CdtDbtInd") == "DBIT" else amount.minor
        balance = Balance(amount=minor, on=day_of(names, names.at(element, "Dt")))
        if kind == _INTERIM:
            interim.append(balance)
        else:
            found.setdefault(kind, balance)
    opening = next((found[kind] for kind in _OPENING if kind in found), None)
    closing = next((found[kind] for kind in _CLOSING if kind in found), None)
    if opening is None and interim and (len(interim) > 1 or closing is not None):
        opening = interim.pop(0)
    if closing is None and interim:
        closing = interim[-1]
    return opening, closing
