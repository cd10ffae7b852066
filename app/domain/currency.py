"""Currencies: the ISO 4217 codes with the number of digits of their minor unit."""

from dataclasses import dataclass

from app.domain.errors import UnknownCurrencyError

_TWO_DIGITS = (
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY "
    "COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HRK HTG HUF IDR "
    "ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN "
    "MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS "
    "SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD YER ZAR ZMW ZWL BIF "
    "CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF "
)
_NO_DIGITS = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF"
_THREE_DIGITS = "BHD IQD JOD KWD LYD OMR TND"

_STILL_PRINTED = {"RUR": "RUB"}

_SYMBOLS = {
    "USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹", "KRW": "₩", "UAH": "₴", "TRY": "₺", "VND": "₫",
    "ILS": "₪", "NGN": "₦", "PHP": "₱", "CAD": "CA$", "AUD": "A$", "NZD": "NZ$", "SGD": "S$", "HKD": "HK$",
    "MXN": "MX$", "BRL": "R$", "PLN": "zł", "CZK": "Kč",
}  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Currency:
    """One currency: its ISO 4217 code and how many digits its minor unit has."""

    code: str
    digits: int

    @property
    def symbol(self) -> str:
        """The sign people write for it, else its code."""
        return _SYMBOLS.get(self.code, self.code)


_ALL = {
    code: Currency(code, digits)
    for codes, digits in ((_TWO_DIGITS, 2), (_NO_DIGITS, 0), (_THREE_DIGITS, 3))
    for code in codes.split()
}


def currency(code: str) -> Currency:
    """Return the currency of an ISO 4217 code, in any case; raises UnknownCurrencyError."""
    found = _ALL.get(code.strip().upper())
    if found is None:
        raise UnknownCurrencyError(code)
    return found


def is_currency(code: str) -> bool:
    """Whether the text is an ISO 4217 code that is in use."""
    return code.strip().upper() in _ALL


def todays_code(code: str) -> str:
    """The ISO 4217 code in use for a code in any case, an old one of the same money included; empty for any other text.

    Banks of Russia print RUR (810) for today's rubles. Old codes of money that was counted anew, as BYR, are no codes.
    """
    text = code.strip().upper()
    return text if text in _ALL else _STILL_PRINTED.get(text, "")


def currency_codes() -> tuple[str, ...]:
    """All known codes, sorted."""
    return tuple(sorted(_ALL))
