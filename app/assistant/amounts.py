"""Amounts, counts and changes as people write them, into exact whole numbers."""

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from app.assistant.language import Language
from app.domain.currency import currency, is_currency

_FIGURE = re.compile(r"\d[\d.,' ]*\d|\d")
_GROUPED = re.compile(r"\d{1,3}([,.' ]\d{3})+")
_THOUSANDS = re.compile(r"(?<=\d)k\b")
_PERCENT = re.compile(r"(\d+)(?:[.,]\d+)?\s*(?:%|percent|per cent|pct|p\.c\.)")
_FRACTION = re.compile(r"\b(\d)/(\d+)\b")
MOST_PLACES = 10
_NUMBERED = re.compile(r"(?:number|no|nr|#) ?(?P<number>\w+)")
_HALF_AS_MUCH = re.compile(r"\bhalf (?:as|so) (?:much|many|often)\b(?! (?:again|more))")
_HALF_MORE = re.compile(r"\bhalf (?:as|so) (?:much|many|often) (?:again|more)\b")
MOST_PERCENT = 1000


def amount(span: str, language: Language, *, code: str) -> int | None:
    """Minor units of the currency `code`; None where the span is no amount, or one of another currency."""
    text = span.lower().strip()
    named = _currency_named(text, language)
    if named not in {"", code}:
        return None
    figure = _FIGURE.search(text)
    value = _decimal(figure.group()) if figure else _in_words(text, language)
    if value is None:
        return None
    if figure and (_THOUSANDS.search(text) or "thousand" in text or "grand" in text):
        value *= 1000
    return int(value.scaleb(currency(code).digits).to_integral_value())


def _currency_named(text: str, language: Language) -> str:
    for word in re.findall(r"[a-z]+", text):
        if word in language.table("currencies"):
            return str(language.table("currencies")[word])
        if len(word) == 3 and is_currency(word):
            return str(word).upper()
    sign = next((letter for letter in text if letter in "€£"), "")
    return "EUR" if sign == "€" else "GBP" if sign else ""


def _decimal(figure: str) -> Decimal | None:
    """A figure with either decimal mark: a last group of other than three digits is the fraction."""
    compact = figure.replace(" ", "").replace("'", "")
    if _GROUPED.fullmatch(figure.strip()):
        compact = re.sub(r"[,.]", "", compact)
    elif re.fullmatch(r"[\d.,]*[.,]\d{1,2}", compact):
        whole, fraction = re.split(r"[.,](?=\d{1,2}$)", compact)
        compact = re.sub(r"[.,]", "", whole) + "." + fraction
    else:
        compact = compact.replace(",", "")
    try:
        return Decimal(compact)
    except InvalidOperation:
        return None


def _in_words(text: str, language: Language) -> Decimal | None:
    found = _number_in(re.findall(r"[a-z]+", text), language)
    return Decimal(found) if found is not None else None


def _number_in(words: Sequence[str], language: Language) -> int | None:
    """`two hundred`, `a thousand`, `fifty`: None where no number word is among them."""
    total, part, seen = 0, 0, False
    numbers = [word for word in words if language.number(word) is not None]
    if len(numbers) > 1:
        words = [word for word in words if word not in {"a", "an"}]
    for word in words:
        number = language.number(word)
        if number is None:
            continue
        seen = True
        if number >= 1000:
            total, part = total + max(part, 1) * number, 0
        elif number == 100:
            part = max(part, 1) * 100
        else:
            part += number
    return total + part if seen else None


def count(span: str, language: Language) -> int | None:
    """How many: `5`, `top five`; None where the span says no number from 1 to 1000."""
    digits = re.search(r"\d+", span)
    found = int(digits.group()) if digits else _number_in(re.findall(r"[a-z]+", span.lower()), language)
    return found if found is not None and 1 <= found <= 1000 else None


def rank(span: str, language: Language) -> int | None:
    """Which place of an order from the second on: `second`, `3rd`, `number two`; None where the span says none."""
    words = span.lower().split()
    numbered = _NUMBERED.fullmatch(span.lower())
    found = language.number(numbered["number"]) if numbered else None
    places = [int(language.table("ordinals")[word]) for word in words if word in language.table("ordinals")]
    place = found or (places[0] if len(places) == 1 else None)
    return place if place is not None and 2 <= place <= MOST_PLACES else None


def change(span: str, question: str, *, language: Language) -> int | None:
    """By how many percent spending changes, less being negative; None for a fixed amount or no number at all."""
    text = span.lower().replace("per cent", "percent")
    percent = _percent(text, language)
    if percent is None:
        return None
    if _HALF_AS_MUCH.search(question.lower()):
        return -50
    if _HALF_MORE.search(question.lower()):
        return 50
    rising = set(language.table("rising").get("words", ())) & set(re.findall(r"[a-z]+", question.lower()))
    if percent < 0:
        return min(-percent, MOST_PERCENT)
    return min(percent, MOST_PERCENT) if rising and percent < 100 else -min(percent, 100)


def _percent(text: str, language: Language) -> int | None:
    if match := _PERCENT.search(text):
        return int(match[1])
    if match := _FRACTION.search(text):
        return round(100 * int(match[1]) / int(match[2])) if int(match[2]) else None
    words = re.findall(r"[a-z]+", text)
    known = [int(language.table("changes")[word]) for word in words if word in language.table("changes")]
    if known:
        times = _number_in([word for word in words if word not in {"a", "an"}], language)
        return known[0] * (times if times in {2, 3, 4} and 0 < known[0] < 50 else 1)
    if "percent" in words or "pct" in words:
        return _number_in(words, language)
    return None
