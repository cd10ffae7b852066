"""MT940 values: the statement line (:61:) and balances (:60:, :62:), after SWIFT's field definitions."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.currency import currency, todays_code
from app.domain.statement import Balance, StatementRow
from app.statements.size_limits import MOST_MINOR

_LINE = re.compile(
    r"(?P<value>\d{6})(?P<entry>\d{4}|[ ]{4})?[ ]*(?P<mark>[RE]?[CD])(?P<funds>[A-Z])?[ ]*"
    r"(?P<amount>\d[\d.,' ]*[\d.,]|\d)[ ]*(?P<kind>[NF][A-Z0-9 ]{3}|[A-Z](?:[A-Z]{3}|\d{3}| {3}))?(?![.,]\d)"
    r"(?P<reference>(?(kind).*|[ ]*(?://.*)?))",
    re.ASCII,
)
_KNOWN = re.compile(r"[NF]|S(?:\d{3}|$)", re.ASCII)
"""How the types begin that SWIFT knows: N, F, or S and a message's number."""
_BALANCE = re.compile(r"\s*(?P<mark>[CD])(?P<day>\d{6})(?P<currency>[A-Z]{3})(?P<amount>[\d.,' ]+)\s*", re.ASCII)
_TOTAL = re.compile(r"\s*(?P<count>\d{1,5})(?P<currency>[A-Z]{3})(?P<amount>[\d.,]+)\s*", re.ASCII)
_DECIMAL = re.compile(r"(\d+)(?:[.,](\d*))?", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}(?:([.' ])\d{3})+(?:,\d*)?|\d{1,3}(?:,\d{3})+\.\d*", re.ASCII)
_NAME_AFTER = re.compile(r"(\S{1,16}) {2,}(?=.*[A-Za-z]{2})(.+)")
"""A reference (16 characters at most), blanks up to its full length, and a name."""
_LATEST_TWO_DIGIT_YEAR = 79
_LONGEST_AMOUNT = 18
"""Characters; SWIFT allows 15, and what is longer would not fit the vault's 64-bit amounts."""


@dataclass(frozen=True, slots=True)
class StatementLine:
    """What a :61: says."""

    value_on: date
    booked_on: date
    amount: int
    """Minor units, money out negative; RC takes a credit back, RD a debit."""
    funds: str
    """The funds code: the third letter of the currency, where there is one."""
    entry_read: bool
    """False where an entry day is printed and is none; the value day stands in."""
    mark: str
    """The decimal mark printed, empty where there is none; with `+` where the currency has fewer decimals."""
    row_type: str
    is_known_type: bool
    """False where there is no type or one that SWIFT does not know: a bank's own, or a letter out of place."""
    customer_reference: str
    bank_reference: str
    other_side: str
    """The name that old Dutch statements print behind the customer's reference."""


def statement_line(text: str, code: str) -> StatementLine | None:
    """Read the first line of a :61: in minor units of currency `code`; None where it is none."""
    match = _LINE.fullmatch(text.strip())
    if match is None:
        return None
    value_on = short_day(match["value"])
    amount = exact_amount(match["amount"], code)
    row_type = (match["kind"] or "").strip()
    is_known = _KNOWN.match(row_type) is not None
    may_be_cut = not is_known and bool(row_type or match["reference"].strip())
    if value_on is None or amount is None or (may_be_cut and not _is_whole(match["amount"], code)):
        return None
    entry = (match["entry"] or "").strip()
    booked_on = entry_day(entry, value_on)
    mark = match["mark"]
    out = mark.endswith("D") != mark.startswith("R")
    customer, _, bank = match["reference"].partition("//")
    named = _NAME_AFTER.fullmatch(customer.strip())
    return StatementLine(
        value_on=value_on,
        booked_on=booked_on or value_on,
        funds=match["funds"] or "",
        entry_read=not entry or booked_on is not None,
        amount=-amount if out else amount,
        mark=_mark(match["amount"]) + _excess(match["amount"], code),
        row_type=row_type,
        is_known_type=is_known,
        customer_reference=customer.strip() if named is None else named.group(1),
        bank_reference=bank.strip(),
        other_side="" if named is None else named.group(2),
    )


def balance(text: str) -> tuple[Balance, str] | None:
    """Read a :60F:, :60M:, :62F: or :62M: with its currency; None where it is none."""
    match = _BALANCE.match(text)
    code = todays_code(match["currency"]) if match is not None else ""
    amount = exact_amount(match["amount"], code) if match is not None and code else None
    if match is None or amount is None:
        return None
    signed = -amount if match["mark"] == "D" else amount
    return Balance(amount=signed, on=short_day(match["day"])), code


def balance_currency(text: str) -> str:
    """The currency of a balance whose amount can't be read; empty where it names none."""
    match = _BALANCE.match(text)
    return todays_code(match["currency"]) if match is not None else ""


def unknown_currency(text: str) -> str:
    """The code of a balance in a currency that is none today, such as DEM; empty for any other balance."""
    match = _BALANCE.match(text)
    return match["currency"] if match is not None and not todays_code(match["currency"]) else ""


def differs_from_total(text: str, rows: Sequence[StatementRow], *, code: str, out: bool) -> bool:
    """Whether a :90D: or :90C: counts or adds up other rows than these; False where it can't be read."""
    match = _TOTAL.fullmatch(text)
    if match is None or todays_code(match["currency"]) != code:
        return False
    stated = exact_amount(match["amount"], code)
    amounts = [abs(row.amount) for row in rows if (row.amount < 0) == out and row.amount]
    return stated is not None and (int(match["count"]), stated) != (len(amounts), sum(amounts))


def exact_amount(text: str, code: str) -> int | None:
    """Minor units of an unsigned amount; SWIFT writes a comma, some banks a point, a few group thousands."""
    digits = currency(code).digits
    tidy = text.strip()
    if len(tidy) > _LONGEST_AMOUNT:
        return None
    if _GROUPED.fullmatch(tidy) and (digits < 3 or len(re.findall(r"[.,' ]", tidy)) > 1):
        decimal = max(tidy.rfind(","), tidy.rfind("."))
        tail = tidy[decimal + 1 :] if decimal >= 0 and (len(tidy) - decimal - 1) != 3 else None
        whole = re.sub(r"[.,' ]", "", tidy if tail is None else tidy[:decimal])
        tidy = whole if tail is None else f"{whole}.{tail}"
    match = _DECIMAL.fullmatch(tidy)
    if match is None:
        return None
    fraction = match.group(2) or ""
    if fraction[digits:].strip("0"):
        return None
    minor = int(match.group(1) + fraction[:digits].ljust(digits, "0"))
    return minor if minor < MOST_MINOR else None


def _is_whole(printed: str, code: str) -> bool:
    """Whether an amount has a decimal mark and no or all decimals: none is lost to a letter behind it."""
    _, mark, decimals = printed.strip().rpartition(_mark(printed) or ",")
    return bool(mark) and len(decimals) in {0, currency(code).digits}


def _mark(printed: str) -> str:
    """The decimal mark of an amount: the last mark, unless it only groups thousands."""
    found = re.search(r"([.,])(\d*)$", printed.strip())
    return found[1] if found is not None and len(found[2]) != 3 else ""


def _excess(printed: str, code: str) -> str:
    """`+` where an amount has more decimals than its currency: SWIFT forbids it (field 61, subfield 5)."""
    _, mark, decimals = printed.strip().rpartition(_mark(printed) or " ")
    return "+" if mark.strip() and len(decimals) > currency(code).digits else ""


def short_day(text: str) -> date | None:
    """A day written YYMMDD; None where there is no such day."""
    year = int(text[:2])
    try:
        return date(year + (2000 if year <= _LATEST_TWO_DIGIT_YEAR else 1900), int(text[2:4]), int(text[4:6]))
    except ValueError:
        return None


def entry_day(text: str, value_on: date) -> date | None:
    """The entry day written MMDD, in the year that lies nearest to the value day."""
    if not text.strip():
        return None
    candidates = []
    for year in (value_on.year - 1, value_on.year, value_on.year + 1):
        try:
            candidates.append(date(year, int(text[:2]), int(text[2:4])))
        except ValueError:
            continue
    return min(candidates, key=lambda day: abs((day - value_on).days), default=None)
