"""Where a question says a period for certain: the longest runs of calendar words that resolve to days."""

import re
from functools import cached_property
from itertools import pairwise

from app.assistant.period_words import period_words
from app.assistant.question import PAUSE
from app.assistant.resolving import Resolver
from app.assistant.spots import text_of

LONGEST = 9
_LEFT_OVER = frozenset({("left", "over"), ("stayed", "over")})
"""Their `over` begins no period: `left over last month`."""
_DIGITS = re.compile(r"'?\d{1,4}(?:st|nd|rd|th|\.)?|\d[\d./-]*\d\.?|q[1-4]|h[12]|[12]h|fy'?\d*|kw|cw")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DATE = re.compile(r"\d{4}-\d{1,2}(?:-\d{1,2})?|\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4}|\.)|\d{1,2}/\d{4}|q[1-4]|h[12]|fy\d+")
_DOUBTFUL = frozenset(
    {"may", "march", "second", "fall", "sat", "mar", "sun", "spring", "mon", "wed", "now", "date", "past"}
)
"""Words of the calendar that mean something else as often, where they stand alone."""
_ADDING = frozenset(
    {"add", "adds", "added", "adding", "sum", "sums", "summed", "come", "comes", "came", "amount", "amounts", "up"}
)
"""Before `up to`: `what does that add up to in October`."""
_WE = frozenset({"i", "we"})
_GOING = frozenset(
    {"go", "goes", "going", "gone", "went", "get", "got", "getting", "run", "ran", "running", "burn", "burned", "burnt",
     "burning", "blow", "blew", "blowing"}
)
"""Before `through`: `how much did I go through the week of Nov 17`."""
_LOOSE = frozenset(
    {"day", "days", "year", "new", "holiday", "holidays", "night", "good", "black", "mothers", "fathers"}
)
_IN_FRONT = frozenset(
    {"in", "for", "during", "the", "on", "of", "at", "over", "back", "to", "about", "around", "through"}
)
_BEFORE_TAX_YEAR = frozenset(
    {"the", "this", "last", "current", "previous", "in", "for", "of", "since", "during", PAUSE}
)
_ONWARD = frozenset({"onward", "onwards"})
_ALSO = frozenset(
    {"full", "complete", "calendar", "fiscal", "tax", "financial", "half", "before", "ytd", "mtd", "qtd", "ending",
     "commencing"}
)  # fmt: skip
_UNENDED = frozenset({"the", "in", "to", "for", "as"})
_SHORT_DATE = re.compile(r"\d{1,2}[/.]\d{1,2}\.?")
_INSIDE = frozenset(
    {
        "including",
        "inclusive",
        "the",
        "of",
        "in",
        "a",
        "an",
        "and",
        "to",
        "-",
        PAUSE,
        "same",
        "time",
        "this",
        "ago",
        "week",
        "year",
    }
)


class PeriodSpots:
    """The certain periods of one question, as runs of its words."""

    def __init__(self, words: tuple[str, ...], resolver: Resolver) -> None:
        over = {at for at, pair in enumerate(pairwise(words), 1) if pair in _LEFT_OVER}
        self._words = tuple("" if at in over else word for at, word in enumerate(words))
        self._resolver = resolver

    @cached_property
    def runs(self) -> tuple[range, ...]:
        """Runs that do not overlap, in the order of the question."""
        found: list[range] = []
        taken: set[int] = set()
        for stretch in self._stretches():
            for size in range(min(LONGEST, len(stretch)), 0, -1):
                for start in range(stretch.start, stretch.stop - size + 1):
                    run = range(start, start + size)
                    if not taken & set(run) and self._certain(run):
                        found.append(self._trimmed(run))
                        taken |= set(run)
        return tuple(sorted(found, key=lambda run: run.start))

    def over(self, places: range) -> range | None:
        """The certain run that shares words with these places."""
        return next((run for run in self.runs if set(run) & set(places)), None)

    def text(self, run: range) -> str:
        """A run as a span is copied."""
        return text_of(run, self._words)

    def _stretches(self) -> list[range]:
        """Runs of words that may all belong to a period."""
        flags = [self._may_belong(word) for word in self._words]
        stretches, start = [], None
        for place, flag in enumerate([*flags, False]):
            if flag and start is None:
                start = place
            elif not flag and start is not None:
                stretches.append(range(start, place))
                start = None
        return stretches

    def _may_belong(self, word: str) -> bool:
        if word in self._resolver.language.table("limits").get("money", ()):
            return False  # `below a fiver last month`
        if word in _INSIDE or _DIGITS.fullmatch(word):
            return True
        plain = period_words(word, self._resolver.language)
        if len(plain) == 1 and plain[0] != word and not _slipped(word, plain[0]):
            return False
        return bool(plain) and all(each in self._calendar or _DIGITS.fullmatch(each) for each in plain)

    @cached_property
    def _calendar(self) -> frozenset[str]:
        language = self._resolver.language
        names = ("months", "weekdays", "seasons", "units", "days", "moving_days", "ordinals", "numbers")
        words = {word for name in names for key in language.table(name) for word in (key, *key.split("_"))}
        leads = {word for phrases in language.table("leads").values() for phrase in phrases for word in phrase.split()}
        return frozenset(
            words | leads | _ALSO | _ONWARD
        )

    def _certain(self, run: range) -> bool:
        """Whether the run is a period and says so by itself."""
        span = self.text(run)
        if run.start and self._words[run.start - 1] in self._resolver.language.lead("future"):
            return False
        if run.start and self._words[run.start - 1] in {"of", "for"} and span == "the year":
            return True
        habits = self._resolver.language.table("weekday_sets")
        if not self._well_ended(run) or any(word in habits for word in span.split()):
            return False
        written = " ".join(self._words[run.start : run.stop])  # with the point of 31.10., which a span has not
        words = period_words(written, self._resolver.language)
        spent = {"go", "went"} & set(words) and "clocks" not in words  # `in one go during the past two weeks`
        if spent or not words or (len(words) == 1 and words[0] in _DOUBTFUL and not self._owns(run)):
            return False
        if not self._anchored(words) and not self._owns(run):
            return False
        return self._resolver.days(span) is not None

    def _owns(self, run: range) -> bool:
        """Whether the run is one month with a possessive ending: `may's outgoings`."""
        word = self._words[run.start]
        return len(run) == 1 and word.endswith("'s") and word[:-2] in self._resolver.language.table("months")

    def _well_ended(self, run: range) -> bool:
        """Whether the run begins and ends with words of its own, and no pause parts it."""
        ends = (self._words[run.start], self._words[run.stop - 1])
        if any(end in {PAUSE, "and", "-", "of", "a", "an"} for end in ends) or ends[1] in _UNENDED:
            return False
        if ends[1] == "on" and self._words[run.stop : run.stop + 1] not in ((), (PAUSE,), ("as",), ("please",)):
            return False
        if run.start and self._leans_back(self._words[run.start - 1], ends[0]):
            return False
        pauses = [place for place in run if self._words[place] == PAUSE]
        return ends[0] not in {"by", "all", "month"} and all(map(self._joining, pauses))

    @staticmethod
    def _leans_back(before: str, first: str) -> bool:
        """Whether the first word belongs to the one before: `i end`, `sales tax`, `add up to`, `go through`."""
        if first == "tax":
            return before not in _BEFORE_TAX_YEAR
        verbs = {"end": _WE, "up": _ADDING, "to": _ADDING, "through": _GOING}
        return before in verbs.get(first, ())

    def _joining(self, place: int) -> bool:
        """Whether a pause belongs to a date or a list of months: `march 3, 2025`, `june, july and august`."""
        before, after = self._words[place - 1], self._words[place + 1]
        months = self._resolver.language.table("months")
        year = _YEAR.fullmatch(after) and (before in months or before[:1].isdigit())
        return bool(year) or (before in months and after in months)

    def _trimmed(self, run: range) -> range:
        """Without words at its start that change nothing: `in`, `during the`, `back in`."""
        days = self._resolver.days(self.text(run))
        while len(run) > 1:
            rest = range(run.start + 1, run.stop)
            words = period_words(self.text(rest), self._resolver.language)
            if self._resolver.days(self.text(rest)) != days or (len(words) == 1 and words[0] in _DOUBTFUL):
                return run
            if self._words[run.start] not in _IN_FRONT:
                return run
            run = rest
        return run

    def _anchored(self, words: list[str]) -> bool:
        language = self._resolver.language
        led = words[0] in {"in", "on", "since", "from", "until", "before", "after", "over", "during", "last", "this"}
        if (
            led
            and len(words) > 1
            and (words[-1] in _DOUBTFUL - {"second", "now", "date", "past"} or _SHORT_DATE.fullmatch(words[-1]))
        ):
            return True
        if len(words) > 1 and words[-1] in {"quarter", "half"} and words[-2] in language.table("ordinals"):
            return True
        if any(_YEAR.fullmatch(word) or _DATE.fullmatch(word) for word in words):
            return True
        names = ("months", "seasons", "weekdays", "days", "moving_days")
        keys = {part for name in names for key in language.table(name) for part in (key, *key.split("_"))}
        if any(word in keys and word not in _DOUBTFUL and word not in _LOOSE for word in words):
            return True
        if any(word in language.table("months") for word in words) and len(words) > 1:
            return True
        return self._relative(words)

    def _relative(self, words: list[str]) -> bool:
        """`last week`, `two months ago`, `since yesterday`, `year to date`."""
        language = self._resolver.language
        leads = {*language.lead("this"), *language.lead("last"), *language.lead("past"), "same", "recent", "latest"}
        unit = any(word in language.table("units") for word in words)
        text = " ".join(words)
        marked = (
            leads & set(words) or set(language.lead("ago")) & set(words) or "before" in words or words[0] == "since"
        )
        all_year = text in set(language.lead("whole_year")) - {"year", "the year"}
        whole = all_year or any(f" {phrase}" in f" {text}" for phrase in language.lead("so_far"))
        alone = text in {*language.lead("yesterday"), *language.lead("recently"), "today", "ytd", "mtd", "qtd"}
        counted = words[0] in {"first", "week", "kw", "cw", "half", "second", "third"} and len(words) > 2
        return alone or (unit and bool(marked or whole or counted)) or all_year


def _slipped(written: str, meant: str) -> bool:
    """Whether a mended word is a slip rather than another word: the same letters, or the same last one."""
    return sorted(written) == sorted(meant) or written[-1:] == meant[-1:] or meant.startswith(written.rstrip(".'s"))
