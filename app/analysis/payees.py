"""Payees: the name people know, out of what the bank printed."""

import re
from functools import lru_cache

_PREFIXES = re.compile(
    r"^(?:"
    r"(?:pos|debit card|card|checkcard|check card|visa|mastercard|contactless|recurring|online|point of sale)"
    r"(?: (?:debit|purchase|payment|transaction|card|pos))*(?: (?:at|to|authorized on))?"
    r"|purchase(?: authorized on| at)?|ach (?:debit|credit|withdrawal|deposit)|direct debit(?: to| payment to)?"
    r"|direct deposit|standing order(?: to)?|bill payment(?: to)?|faster payments? (?:receipt|payment) ?(?:to|from)?"
    r"|bank giro credit|electronic withdrawal|preauthorized (?:debit|credit)|withdrawal|deposit"
    r"|refund(?: from)?|reversal|purchase return|return"
    r"|kartenzahlung|lastschrift|sepa[- ]lastschrift|sepa[- ]überweisung|überweisung|dauerauftrag|gutschrift"
    r"|dd|so|bgc|fpo|fpi|bp|cr|deb|ddr|dr|vis|\)\)\)"
    r")(?:[ :*#-]+|$)"
    r"|^(?:sq|tst|pp|paypal|sumup|zettle_?|izettle|sp|google) ?\* ?",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"\b(?:\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?|\d{4}-\d{2}-\d{2}"
    r"|\d{1,2}\s?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\s?\d{0,4})\b",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"(?:[#*]\s?\w*\d\w*|\b[xX*]{2,}\d+\b|\b(?=\w*\d)(?=\w*[a-zA-Z])[A-Z0-9]{8,}\b|\b\d{3,}\b)")
_STATE = re.compile(r"\s+(?:[A-Z]{2}|US|USA|GB|GBR|DE|DEU|UK)$")
_SURE_STATE = re.compile(
    r"(?<=\S )(?:AK|AL|AR|AZ|CA|CT|FL|GA|IA|ID|IL|KS|KY|MA|MD|MI|MN|MO|MS|MT|NC|ND|NE|NH|NJ|NM|NV|NY|OH|OR|PA|RI|SC|SD"
    r"|TN|TX|UT|VA|VT|WA|WI|WV|WY)$"
)
_GIVEN_BACK = re.compile(r"[ -]+(?:refund|return|reversal|erstattung|retoure|storno|gutschrift)$", re.IGNORECASE)
_REST = re.compile(r"[\s,;:*#/\\|-]+$")
_SMALL_WORDS = frozenset({"and", "of", "the", "de", "la", "di", "und", "am", "to", "for"})
_SHORT_UPPER = re.compile(r"^(?:[A-Z&]{2,3}|[A-Z]\.[A-Z.]+)$")
_FIRST_LETTER = re.compile(r"(?:^|(?<=[-/.(])|(?<=\b[a-z]'))[^\W\d_]")
_LONGEST = 64
_SHORT = 5


@lru_cache(maxsize=65_536)
def clean_payee(printed: str) -> str:
    """The payee without card words, dates, reference numbers and states; the printed text where nothing would be left.

    A text in mixed case keeps its letters; a text all in capitals is set in title case.
    """
    text = " ".join(printed.split())
    kept = text
    for _ in range(3):
        shorter = _PREFIXES.sub("", kept, count=1)
        if shorter == kept or not any(letter.isalpha() for letter in shorter):
            break
        kept = shorter
    kept = _GIVEN_BACK.sub("", _NUMBERS.sub(" ", _DAY.sub(" ", kept)).strip())
    kept = _REST.sub("", " ".join(kept.split()))
    if kept != text and len(kept) > len(_STATE.sub("", kept)) and len(kept.split()) > 2:
        kept = _STATE.sub("", kept)
    if kept.isupper() and len(kept.split()) > 2:
        kept = _SURE_STATE.sub("", kept).strip()
    if sum(letter.isalpha() for letter in kept) < 2:
        kept = text
    return (_titled(kept) if kept.isupper() else kept)[:_LONGEST].strip()


def _titled(text: str) -> str:
    words = text.split(" ")
    alone = len(words) == 1
    return " ".join(_titled_word(word, first=place == 0, alone=alone) for place, word in enumerate(words))


def _titled_word(word: str, *, first: bool, alone: bool) -> str:
    lower = word.lower()
    if not first and lower in _SMALL_WORDS:
        return lower
    if "&" in word and len(word) <= _SHORT:
        return word
    if _SHORT_UPPER.match(word) and not _pronounceable(word) and not alone:
        return word
    if alone and len(word) <= 3:
        return word
    return _FIRST_LETTER.sub(lambda match: match.group().upper(), lower)


def _pronounceable(word: str) -> bool:
    return any(letter in "AEIOUY" for letter in word) and "&" not in word
