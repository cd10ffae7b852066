"""Signs printed in a column of their own, some way before or after their amounts."""

from collections.abc import Sequence
from dataclasses import replace

from app.statements.pdf_fields import PrintedMoney
from app.statements.pdf_lines import ScannedLine
from app.statements.pdf_words import Points

_SIGNS = frozenset("+-−–")
_FAR: Points = 8.0  # no money: text sizes between a sign and its amount


def with_signs(lines: Sequence[ScannedLine]) -> list[ScannedLine]:
    """The lines with such signs taken into the amounts, where nearly every row has one and no amount has its own."""
    rows = [one for one in lines if one.dates and one.money]
    signed = sum(1 for one in rows if _sign_of(one, one.money[-1]) is not None)
    if len(rows) < 2 or signed * 5 < len(rows) * 4:
        return list(lines)
    return [_signed(one) for one in lines]


def _sign_of(one: ScannedLine, money: PrintedMoney) -> int | None:
    """The index of a lone sign right before or after an amount."""
    words = one.line.words
    far = _FAR * words[money.first].size
    if any(char in _SIGNS for char in money.text):
        return None
    if money.first and words[money.first - 1].text in _SIGNS and money.left - words[money.first - 1].right <= far:
        return money.first - 1
    after = words[money.end] if money.end < len(words) else None
    return money.end if after is not None and after.text in _SIGNS and after.left - money.right <= far else None


def _signed(one: ScannedLine) -> ScannedLine:
    if not one.money:
        return one
    money = one.money[-1]
    place = _sign_of(one, money)
    if place is None:
        return one
    sign = one.line.words[place]
    first, end = min(place, money.first), max(place + 1, money.end)
    taken = replace(money, text=f"{sign.text}{money.text}", first=first, end=end)
    return replace(one, money=(*one.money[:-1], taken))
