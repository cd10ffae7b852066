"""What the lines above and below a table say of the account: number, IBAN, currency, opening and closing balance."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.currency import todays_code
from app.statements.date_fields import date_parts
from app.statements.locale_proof import is_money, looks_like_amount
from app.statements.table import Line
from app.statements.table_flags import balance_word, lone_balance_word
from app.statements.table_words import Role, code_of, currency_in, folded, roles_of

_IBAN = re.compile(r"\b([A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?)\b")
_NUMBER = re.compile(r"[A-Z]{0,2}[\dX*][\dX*./ -]{3,40}[\dX*A-Z]?")
_CARD = re.compile(
    r"credit ?card|kreditk(a|o)rt|kredietkaart|carte de credit|carta di credito|tarjeta|mastercard|visa\b|amex|"
    r"kredi kart|kart[ay] kredytow|kreditni (kart|karet)|kreditn[aei] kart|hitelkartya|luottokort|"
    r"cartao de credito|кредитн\w* карт|"
    r"card number|信用卡|クレジットカード"
)
_AMONG_WORDS = re.compile(r"(?<![\dX*.,])[\dX*][\dX*./ -]{4,34}[\dX*](?![\dX*.,])")
_DAY = re.compile(r"(?<!\d)(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|\d{4}[./-]\d{1,2}[./-]\d{1,2})(?!\d)")
_FEWEST_DIGITS, _FEWEST_LONE_DIGITS = 5, 9
_MASKED_CARD = re.compile(r"(?<![\dX*])[3-6]\d{3}(?:\d{2}|[ -])?(?:[*Xx]{2,8}[ -]?){1,3}\d{3,4}(?!\d)")
"""A card's number of which the middle is covered: `4980-****-****-1234`."""
_CODE_AND_WORD = re.compile(r"\b(?:ALL|TRY|TOP|CUP|PEN|MAD|SOS|BAM|ANG|MOP|LAK|GEL|STD|BOB|XXX)\b")
"""Currency codes that are words as well; they count only behind a label."""
_EURO = "AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MC MT NL PT SI SK SM BG"
_OWN = {
    "CH": "CHF",
    "LI": "CHF",
    "GB": "GBP",
    "PL": "PLN",
    "CZ": "CZK",
    "HU": "HUF",
    "SE": "SEK",
    "NO": "NOK",
    "DK": "DKK",
}
_LOCAL = {"RO": "RON", "UA": "UAH", "TR": "TRY", "IS": "ISK", "AE": "AED", "IL": "ILS", "BR": "BRL", **_OWN}


@dataclass(frozen=True, slots=True)
class Facts:
    """What was said; empty where nothing was. Balances are texts, read when the convention is known."""

    iban: str = ""
    number: str = ""
    currency: str = ""
    opening: str = ""
    closing: str = ""
    balance: str = ""
    """A balance of which the file does not say when it was."""
    card: bool = False
    """Whether the lines say that the account is a card's."""
    masked_card: bool = False
    """Whether they print a card's number with its middle covered, as accounts with a card do too."""


def facts_of(lines: Sequence[Line]) -> Facts:
    """Read label and value pairs; the first of each kind counts."""
    found: dict[str, str] = {}
    text = " ".join(cell for line in lines for cell in line.cells if cell)
    for label, value in _pairs(lines):
        kind = _kind(label)
        said = _number_in(value) if kind == "number" and _NUMBER.fullmatch(value) is None else value
        if kind and said and _is_value(kind, said):
            found.setdefault(kind, said)
    iban = _IBAN.search(found.get("iban", "") or text)
    return Facts(
        iban=iban[1].replace(" ", "") if iban is not None and ("iban" in text.casefold() or _checks(iban[1])) else "",
        number=found.get("number", ""),
        currency=code_of(found.get("currency", "")) or currency_in(_CODE_AND_WORD.sub("", text)),
        opening=found.get("opening", ""),
        closing=found.get("closing", ""),
        balance=found.get("balance", ""),
        card=_CARD.search(folded(text)) is not None,
        masked_card=is_masked_card(text),
    )


def is_masked_card(text: str) -> bool:
    """Whether a text holds a card's number of which the middle is covered."""
    return _MASKED_CARD.search(text) is not None


def iban_currency(iban: str) -> str:
    """The currency of the country an IBAN belongs to; empty where the text is none."""
    text = iban.replace(" ", "").upper()
    if len(text) < 14 or not text[2:4].isdigit():
        return ""
    return "EUR" if text[:2] in _EURO.split() else _LOCAL.get(text[:2], "")


def money_text(value: str) -> str:
    """The amount in a text such as `CHF 247383.74` or `1234,37 EUR`; empty where there is none."""
    if looks_like_amount(value):
        return value
    words = [word for word in value.split() if not todays_code(word)]
    joined = " ".join(words)
    return joined if looks_like_amount(joined) else ""


def _pairs(lines: Sequence[Line]) -> Iterator[tuple[str, str]]:
    for line in lines:
        cells = [cell for cell in line.cells if cell not in {"", ":"}]
        for index, cell in enumerate(cells):
            label, mark, value = cell.partition(":")
            if mark and value.strip():
                yield label, value.strip()
            elif _balance_word(label) and not any(map(is_money, cells[index + 1 :])) and any(map(is_money, cells)):
                yield label, next(filter(is_money, cells))
            elif index + 1 < len(cells):
                yield label, cells[index + 1]
        if len(cells) == 1 and ":" not in cells[0]:
            yield cells[0], cells[0]


def _balance_word(label: str) -> str:
    return balance_word(label) or lone_balance_word(label)


def _kind(label: str) -> str:
    """What a label announces."""
    balance = _balance_word(label)
    if balance:
        return "balance" if "available" in label.lower() or "ledger" in label.lower() else balance
    roles = roles_of(label)
    if "iban" in folded(label).split():
        return "iban"
    if Role.BALANCE in roles:
        return "balance"
    if Role.CURRENCY in roles and Role.BOOKED not in roles:
        return "currency"
    return "number" if {Role.ACCOUNT, Role.CARD} & set(roles[:3]) or _is_lone_number(label) else ""


def _is_lone_number(text: str) -> bool:
    """Whether a line is an account's number and nothing else."""
    long = _NUMBER.fullmatch(text) is not None and sum(map(str.isdigit, text)) >= _FEWEST_LONE_DIGITS
    return long and _DAY.search(text) is None and date_parts(text) is None


def _number_in(value: str) -> str:
    """The one number among the words of a value, `Current account 123-45678-9`; empty where there is none, or a day."""
    if ":" in value or looks_like_amount(value) or _DAY.search(value) is not None:
        return ""
    found = [one for one in _AMONG_WORDS.findall(value) if sum(map(str.isdigit, one)) >= _FEWEST_DIGITS]
    return found[0].strip(" .-/") if len(found) == 1 else ""


def _is_value(kind: str, value: str) -> bool:
    if kind in {"opening", "closing", "balance"}:
        return bool(money_text(value))
    if kind == "currency":
        return bool(code_of(value))
    return kind == "iban" or _NUMBER.fullmatch(value) is not None


def _checks(iban: str) -> bool:
    """ISO 13616: the check digits of an IBAN, modulo 97."""
    text = iban.replace(" ", "")
    digits = "".join(str(int(char, 36)) for char in text[4:] + text[:4])
    return len(text) >= 15 and int(digits) % 97 == 1
