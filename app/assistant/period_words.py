"""The words of a period's span made plain: hyphens and slashes told apart, slips mended, possessives dropped."""

import re

from app.assistant.language import Language

_HYPHENED = re.compile(r"(?<=[a-z])-(?=\d)|(?<=\d)-(?=[a-z])|(?<=[a-z])-(?=[a-z])")
_QUARTER_YEAR = re.compile(r"\b(?:(\d{4})[-/ ]?(q[1-4])|(q[1-4])[-/]?(\d{4}))\b")
_YEARS = re.compile(r"\b((?:19|20)\d\d)-((?:19|20)\d\d)\b")
_DAYS = re.compile(r"(?<![\d/.-])(\d{1,2}(?:st|nd|rd|th|\.)?)\s?-\s?(\d{1,2}(?:st|nd|rd|th|\.)?)(?![\d/-])")
_POINTED = re.compile(r"(\d\.\d{1,2}\.(?:\d{2,4})?)-(?=\d{1,2}\.\d)|(?<=\d)(?:\.\.|\u2026)(?=\d)")
_SLASHED = re.compile(r"(?<=[a-z])/(?=[a-z])")
_OF_A_YEAR = re.compile(r"\b(this|last|the present) year'?s months\b")
_TURN = re.compile(r"\bturn of the year\b")
_SHORT_COUNT = re.compile(r"\b(\d{1,3})(d|w|m|y|mo|mos|mth|mths|wk|wks|yr|yrs)\b")
_COUNT_UNITS = {"d": "days", "w": "weeks", "m": "months", "y": "years"}
_SPOKEN_YEAR = re.compile(r"\btwenty[ -]?twenty[ -](one|two|three|four|five|six|seven|eight|nine)\b")
_MARKS = ',;:!?()"'
_IDLE = frozenset({"very", "exactly", "evening", "morning", "night", "afternoon", "course"})


def period_words(span: str, language: Language) -> list[str]:
    """The words of a span, lower case, with ` - ` where a hyphen joins two ends of a range."""
    text = span.lower().replace("–", "-").replace("—", "-")
    text = _QUARTER_YEAR.sub(lambda match: f"{match[2] or match[3]} {match[1] or match[4]}", text)
    text = _POINTED.sub(lambda match: f"{match[1] or ''} - ", text)
    text = _SLASHED.sub(" and ", _YEARS.sub(r"\1 - \2", text))
    text = _TURN.sub("new years eve", _OF_A_YEAR.sub(r"\1 year", text))
    text = _SHORT_COUNT.sub(lambda match: f"{match[1]} {_COUNT_UNITS.get(match[2], match[2])}", text)
    names = "|".join(sorted({*language.table("months"), *language.table("weekdays")}, key=len, reverse=True))
    text = re.sub(rf"\b({names})-(?:{names})-({names})\b", r"\1 - \2", text)  # sept-oct-nov
    text = _spoken_years(re.sub(r"\b(this|last) years (?=[a-z])", r"\1 year ", text), language)
    text = re.sub(rf"\b({names}|q[1-4])-(?=({names}|q[1-4])\b)", r"\1 - ", text)
    if re.search(rf"\b({names})\b|\bmonth\b", text):
        text = _named_ordinals(
            re.sub(r"\b(\d{1,2})\.(?=\s)", r"\1", _DAYS.sub(r"\1 - \2", text)), language, names=names
        )
    words = [word.strip(_MARKS) for word in _HYPHENED.sub(" ", text).split()]
    plain = [language.mended(_bare(word, language)) for word in words if word]
    return _dated(plain, language) if len(plain) > 2 else plain


def _spoken_years(text: str, language: Language) -> str:
    """`twenty twenty five` as 2025."""
    return _SPOKEN_YEAR.sub(lambda match: f"20{20 + (language.number(match[1]) or 0)}", text)


def _named_ordinals(text: str, language: Language, *, names: str) -> str:
    """`november third` and `november twenty-first` as `november 3` and `november 21`."""
    days = {word: int(number) for word, number in language.table("day_ordinals").items()}
    ordinals = "|".join(sorted(days, key=len, reverse=True))
    if not ordinals:
        return text
    pattern = rf"\b({names}) (?:the )?(?:(twenty|thirty)[ -])?({ordinals})\b(?! (?:week|weekend|half))"
    tens = {"twenty": 20, "thirty": 30}
    of = rf"\b(?:the )?(?:(twenty|thirty)[ -])?({ordinals}) of (?=(?:{names})\b|(?:the|this|last) month\b)"
    text = re.sub(of, lambda match: f"{_ordinal(tens.get(match[1], 0) + days[match[2]])} of ", text)
    text = re.sub(pattern, lambda match: f"{match[1]} {tens.get(match[2], 0) + days[match[3]]}", text)
    until = rf"\b(to|through|thru|until|till|including) (?:the )?(?:(twenty|thirty)[ -])?({ordinals})(?=$| of\b)"
    return re.sub(until, lambda match: f"{match[1]} {_ordinal(tens.get(match[2], 0) + days[match[3]])}", text)


def _ordinal(day: int) -> str:
    return f"{day}{_ending(day)}"


def _ending(day: int) -> str:
    return "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def _dated(words: list[str], language: Language) -> list[str]:
    """Without the weekday or the time of day that stands beside a date: `tuesday, december 2`."""
    months, weekdays = language.table("months"), language.table("weekdays")
    if any(word in months for word in words) and any(word[:1].isdigit() for word in words):
        words = [word for word in words if word not in weekdays and word != "sun"]
    inside = [word for word in words if word not in _IDLE]
    return inside if len(inside) > 1 else words


def _bare(word: str, language: Language) -> str:
    """Without a possessive ending or the point of an abbreviation."""
    word = word.removesuffix("'s").removesuffix("'") if not word.startswith("'") else word
    return word[:-1] if word.endswith(".") and word[:-1] in language.table("months") else word
