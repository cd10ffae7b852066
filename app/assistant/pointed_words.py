"""Where a follow-up points at the last answer: words that stand in are put there, and kept with what they stand for."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from types import MappingProxyType

from app.assistant.language import Language
from app.assistant.question import plain
from app.assistant.shown import Shown, ShownRow
from app.assistant.spans_of_time import as_span, unit_of
from app.domain.period import Period

STOOD_IN = "oakhurst"
"""Stands for a name in what the model reads."""
_UNITS = ("day", "date", "week", "weekend", "month", "quarter", "year")
_STEPS = ("day", "week", "month", "quarter")
_STANDING_IN = MappingProxyType(
    {"day": "3 march {}", "week": "first week of march {}", "month": "march {}", "quarter": "q1 {}", "year": "{}"}
)
_YEARS = ("2024", "2021", "2019", "2017", "2015")
"""The first that neither the question nor the answer says stands in: no word of theirs is taken for what stands in."""
_THERE = r"(?<!is )(?<!are )(?<!was )(?<!were )(?<!be )\bthere\b(?! (?:is|are|was|were|be|been|any)\b)"
_WHOLE_NTH = re.compile(
    r"(?:and |so |what was |what is |what's |who's |whos |who is |who was |which is )*(?:the |my )?\w+ one"
)
"""`the second one` and nothing else asks for so many of the same answer."""


class PointedWords:
    """Puts words that stand in for what was shown into one question, and keeps what they stand for."""

    def __init__(self, seen: Shown, language: Language) -> None:
        self._seen = seen
        self._words: Mapping[str, list[str]] = language.table("pointing")
        self._ordinals: Mapping[str, int] = language.table("pointing_ordinals")
        names = tuple(language.table("months").items())
        self._months = {number: name for name, number in reversed(names)}
        self.found: dict[str, str] = {}
        self._days = ""
        """What stands in for a period; there is one in a question at most."""
        self._year = _YEARS[0]
        self.beside_a_purchase = False
        """Whether the day before or after one purchase is meant."""
        self.purchase = ""
        """The payee of the one purchase whose day is meant."""

    def put_in(self, text: str) -> str:
        """The text with words that stand in."""
        shapes: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
            (self._step_shape(), self._stepped),
            (self._unit_shape(), self._same_unit),
            (self._nth_shape(), self._nth),
            (self._side_shape(), self._side),
            (self._place_shape(), self._place),
            (rf"\b(?:{_any(self._words['since_then'])})\b", self._since_then),
            (rf"\b(?:{_any(self._words['then'])})\b", self._then),
            (rf"\b(?:{_any(self._words['else'])}) (?:on|at) (?:it|that)$", self._else_on_it),
        )
        self._year = next((year for year in _YEARS if year not in text and int(year) not in self._years_shown()), "")
        for shape, put in shapes:
            text = re.sub(shape, put, text, count=1)
        return " ".join(text.split())

    def _years_shown(self) -> set[int]:
        rows = (*self._seen.rows, self._seen.one, self._seen.more, self._seen.less)
        periods = (self._seen.period, *(row.period for row in rows if row is not None))
        return {day.year for period in periods if period is not None for day in (period.first, period.last)}

    def _step_shape(self) -> str:
        units, words = _any(_STEPS), self._words
        ways = _any([*words["after"], *words["before"]])
        right = "(?:right |just |directly |immediately )?"
        behind = rf"(?:the )?(?P<unit>{units}) {right}(?P<way>{ways})(?: (?:that|it|this))?(?: one)?"
        turns = _any([*words["next"], *words["previous"]])
        ahead = rf"the (?:very )?(?P<turn>{turns}) (?P<span>{units})"
        return rf"\b(?:{ahead}|{behind})(?=$| ,| (?:{_any(words['going_on'])})\b)"

    def _unit_shape(self) -> str:
        words = self._words
        same = rf"(?:{_any(words['that'])}) (?P<unit>{_any(_UNITS)})(?! (?:{_any(words['not_before'])})\b)"
        return rf"\b(?:{same}|(?P<this>{_any(words['these_days'])}))\b"

    def _nth_shape(self) -> str:
        counted = rf"(?P<nth>{_any(self._ordinals)}) (?:one|of (?:the|those|these) \w+)"
        return rf"\b(?:the )?(?:{counted}|(?P<end>{_any(self._words['last_of'])}) of (?:the|those|these) \w+)(?:'s)?\b"

    def _side_shape(self) -> str:
        return rf"\bthe (?:(?P<more>{_any(self._words['more'])})|{_any(self._words['less'])}) (?:one|side)\b"

    def _side(self, match: re.Match[str]) -> str:
        """`the smaller one` of two that were compared."""
        row = self._seen.more if match.group("more") else self._seen.less
        return (self._row(row) if row is not None else "") or match.group()

    def _place_shape(self) -> str:
        that = rf"(?:{_any(self._words['that'])}|this)"
        place = rf"{that} (?:{_any(self._words['places'])})(?:'s|s')?"
        led = rf"the (?:{_any(self._words['leaders'])})(?! (?:of|in|for|by)\b)"
        named = rf"\b(?:{place}|{led})\b"
        return rf"{named}|(?<=\b)(?:(?P<to>{_any(self._words['towards'])}) (?:that|this) one)\b|(?P<there>{_THERE})"

    def _stepped(self, match: re.Match[str]) -> str:
        one, base = self._seen.one, self._base()
        if base is None:
            return match.group()
        unit = match.group("unit") or match.group("span")
        self.beside_a_purchase = unit == "day" and one is not None and bool(one.name)
        on = (match.group("way") or match.group("turn")) in {*self._words["after"], *self._words["next"]}
        day = base.last + timedelta(days=1) if on else base.first - timedelta(days=1)
        if unit != "day":
            whole = unit_of(base.last if on else base.first, unit)
            day = whole.last + timedelta(days=1) if on else whole.first - timedelta(days=1)
        return self._period(unit_of(day, unit), unit) or match.group()

    def _base(self) -> Period | None:
        """The days of what was spoken of last, else those asked about where they are one unit of the calendar."""
        if self._seen.one is not None and self._seen.one.period is not None:
            return self._seen.one.period
        return self._seen.period if any(_is_unit(self._seen.period, unit) for unit in _STANDING_IN) else None

    def _else_on_it(self, match: re.Match[str]) -> str:
        one = self._seen.one
        if one is None or one.period is None or not _is_unit(one.period, "day"):
            return match.group()
        self._is_day_of_purchase("day")
        days = self._period(one.period, "day")
        return f"{match.group().rpartition(' ')[0]} {days}" if days else match.group()

    def _same_unit(self, match: re.Match[str]) -> str:
        unit = "day" if match.group("this") or match.group("unit") == "date" else match.group("unit")
        one = self._seen.one.period if self._seen.one else None
        base = one or self._seen.period
        whole = unit_of(base.first, unit) if base is not None else None
        if base is None or whole is None or base.last > whole.last:
            return match.group()
        self._is_day_of_purchase(unit)
        return self._period(whole, "week" if unit == "weekend" else unit) or match.group()

    def _is_day_of_purchase(self, unit: str) -> None:
        one = self._seen.one
        if unit == "day" and one is not None and _is_unit(one.period, "day"):
            self.purchase = plain(one.name).text

    def _since_then(self, match: re.Match[str]) -> str:
        """`since then`: from the day of the one purchase that was told of."""
        base = self._seen.one.period if self._seen.one else None
        days = self._period(base, "day") if base is not None and _is_unit(base, "day") else ""
        return f"since {days}" if days else match.group()

    def _then(self, match: re.Match[str]) -> str:
        base = self._seen.one.period if self._seen.one else None
        unit = next((unit for unit in _STANDING_IN if _is_unit(base, unit)), "")
        days = self._period(base, unit) if base is not None and unit else ""
        return f"in {days}" if days else match.group()

    def _nth(self, match: re.Match[str]) -> str:
        rows = self._seen.rows
        number = len(rows) if match.group("end") else self._ordinals[match.group("nth")]
        if not 1 <= number <= len(rows) or len(rows) < 2 or _WHOLE_NTH.fullmatch(match.string):
            return match.group()
        return self._row(rows[number - 1]) or match.group()

    def _place(self, match: re.Match[str]) -> str:
        one = self._seen.one
        if one is None or not one.name:
            return match.group()
        lead = match.group("to") or ("at" if match.group("there") else "")
        return f"{lead} {self._name(one.name)}".strip()

    def _row(self, row: ShownRow) -> str:
        if row.name:
            return self._name(row.name)
        unit = next((unit for unit in _STANDING_IN if _is_unit(row.period, unit)), "")
        return self._period(row.period, unit) if row.period is not None and unit else ""

    def _name(self, name: str) -> str:
        self.found[STOOD_IN] = plain(name).text
        return STOOD_IN

    def _period(self, period: Period, unit: str) -> str:
        """What stands in for these days; empty where another period is pointed at already."""
        if self._days or not self._year:
            return ""
        self._days = _STANDING_IN[unit].format(self._year)
        self.found[self._days] = self._said(period, unit)
        return self._days

    def _said(self, period: Period, unit: str) -> str:
        """A calendar unit as people write it, so that every rule reads it as it reads a question."""
        first, month = period.first, self._months[period.first.month]
        if unit == "week":
            return as_span(period)
        quarter = f"q{(first.month + 2) // 3} {first.year}"
        said = {"day": f"{first.day} {month} {first.year}", "month": f"{month} {first.year}", "quarter": quarter}
        return said.get(unit, str(first.year))


def _is_unit(period: Period | None, unit: str) -> bool:
    return period is not None and unit_of(period.first, unit) == period


def _any(words: Iterable[str]) -> str:
    """A pattern of any of these words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
