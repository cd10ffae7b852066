"""Money: whole minor units of one currency, and its exact decimal text."""

import re
from dataclasses import dataclass

from app.domain.currency import Currency, currency
from app.domain.errors import AmountError, MixedCurrencyError

_DECIMAL = re.compile(r"([+-]?)(\d+)(?:\.(\d+))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in minor units of a currency; money out is negative."""

    minor: int
    currency: Currency

    @classmethod
    def of(cls, minor: int, code: str) -> "Money":
        """Money from minor units and an ISO 4217 code."""
        return cls(minor, currency(code))

    @classmethod
    def parse(cls, text: str, code: str) -> "Money":
        """Money from a plain decimal such as `-12.34`; raises AmountError where digits would be lost."""
        unit = currency(code)
        return cls(minor_units(text, unit.digits), unit)

    def decimal(self) -> str:
        """The exact decimal with the currency's digits, for example `-12.30`, as the JSON contract asks."""
        return decimal_text(self.minor, self.currency.digits)

    def __add__(self, other: "Money") -> "Money":
        self._same(other)
        return Money(self.minor + other.minor, self.currency)

    def __sub__(self, other: "Money") -> "Money":
        self._same(other)
        return Money(self.minor - other.minor, self.currency)

    def __neg__(self) -> "Money":
        return Money(-self.minor, self.currency)

    def __abs__(self) -> "Money":
        return Money(abs(self.minor), self.currency)

    def _same(self, other: "Money") -> None:
        if self.currency != other.currency:
            raise MixedCurrencyError(self.currency.code, other.currency.code)


def minor_units(text: str, digits: int) -> int:
    """Turn a plain decimal with a point into minor units; zeros past the digits are dropped, other digits refused."""
    match = _DECIMAL.fullmatch(text.strip())
    if match is None:
        raise AmountError(text)
    sign, whole, fraction = match.group(1), match.group(2), match.group(3) or ""
    if fraction[digits:].strip("0"):
        raise AmountError(text)
    minor = int(whole + fraction[:digits].ljust(digits, "0"))
    return -minor if sign == "-" else minor


def decimal_text(minor: int, digits: int) -> str:
    """Turn minor units into a plain decimal with exactly that many digits after the point."""
    sign = "-" if minor < 0 else ""
    figures = str(abs(minor)).rjust(digits + 1, "0")
    if digits == 0:
        return sign + figures
    return f"{sign}{figures[:-digits]}.{figures[-digits:]}"
