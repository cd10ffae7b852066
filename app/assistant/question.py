"""The question as the model sees it: one line of lower-case words, and the runs of words that may be copied from it."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

LONGEST = 80
"""More words than this are no question but a text."""
LONGEST_TEXT = 600
MOST_READ = 4 * LONGEST_TEXT
"""Letters of a text that are looked at: enough to see that it is too long."""
_QUOTES = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "`": "'",
        "´": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "–": "-",
        "—": "-",
        "…": " ",
    }
)
PAUSE = ","
_BRACKETS = "([{,;:"
_PARTING = frozenset(",;:)]}-?!")
_DASHES = re.compile(r"-+")
_POINTED = re.compile(r"\d{1,2}(?:\.\d{1,2})?")
"""A day or month with its point, as in 3.11.: the point is kept."""
_SHORT_YEAR = re.compile(r"'\d\d\b")
_SHORTHAND = MappingProxyType(
    {"n": "and", "v": "vs", "b4": "before", "wk": "week", "wks": "weeks", "mth": "month", "mths": "months",
     "yr": "year", "yrs": "years", "qtr": "quarter", "qtrs": "quarters", "w/": "with", "w/e": "week ending",
     "w/c": "week commencing"}
)  # fmt: skip
"""`bread n butter`, as many type it; what stands for several words is parted again."""
_EDGE_OF_RANGE = re.compile(
    r"(?:19|20)\d\d|\d{1,2}(?:st|nd|rd|th)?|\d+[./-]\d+(?:[./-]\d+)?|"
    r"(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)[a-zä]*\.?"
)
"""What stands on both sides of a dash that means `to`: `dec 2024 - nov 2025`, `1 - 15 october`."""
MONTHS = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?"
)
"""The months of a pattern, written out or short."""
_MONTH = re.compile(MONTHS)
_DOTS = re.compile(r"(?<=[^\W_])\.\.(?=[^\W_])")
"""`jan..nov`."""
_CALLED = re.compile(r"(?<=[^\W_])\((?=[^\W_])")
"""`sum(the grocer)`."""
_HYPHENED_LIMIT = re.compile(r"\b(over|under|above|below|plus|sub)-([$€£]?\d[\d.,]*)-([a-z]+)\b")
_ONE_BY_ONE = re.compile(r"\b(?:one under the other|under one another|under each other|one below the other)\b")
_THANKS = frozenset({"ta", "cheers"})
_HELLO = frozenset({"g'day", "gday", "oi"})
_OPENING = "\"'([{<*_,;:"
_CLOSING = "\"')]}>*_,;:.?!"
_POSSESSIVE = re.compile(r"(?<=[^\W\d_])'s?$")


@dataclass(frozen=True, slots=True)
class Question:
    """A question made plain. `words` are separated by single spaces in what the model reads."""

    words: tuple[str, ...]

    @property
    def text(self) -> str:
        """The line given to the model."""
        return " ".join(self.words)

    @property
    def too_long(self) -> bool:
        """Whether it is longer than anything that is one question."""
        return len(self.words) > LONGEST


def plain(text: str) -> Question:
    """Make a question plain: NFKC, lower case, no control or bidirectional characters, no mark of a plan's own.

    Marks at the end of a word go; those that part a sentence become a comma of its own, so that no span ends in one.
    """
    kept = "".join(_kept(letter) for letter in unicodedata.normalize("NFKC", text[:MOST_READ]))
    line = kept.lower().translate(_QUOTES).replace("|", " ").replace("\\", " ").replace("-something", "")
    line = _CALLED.sub(" (", _DOTS.sub(" to ", line))
    line = _HYPHENED_LIMIT.sub(r"\1 \2 \3", _ONE_BY_ONE.sub("one by one", line))
    parts = (part for written in _ranged(line.split()) for part in _parted(written))
    words: list[str] = []
    for word in (word for part in parts for word in _SHORTHAND.get(part, part).split()):
        if word != PAUSE or (words and words[-1] != PAUSE):
            words.append(word)
    while len(words) > 1 and words[-1] in {PAUSE, *_THANKS}:
        words.pop()
    while len(words) > 1 and (words[0] in _HELLO or words[0] == PAUSE):
        words.pop(0)
    return Question(tuple(words))


def _ranged(written: list[str]) -> Iterator[str]:
    """The words as written, with `to` for a dash between two ends of a period."""
    for place, word in enumerate(written):
        beside = (*written[max(0, place - 1) : place], *written[place + 1 : place + 2])
        bare = [one.lstrip(_OPENING).rstrip(_CLOSING) for one in beside]
        joins = len(bare) == 2 and all(map(_EDGE_OF_RANGE.fullmatch, bare))
        months = all(map(_MONTH.fullmatch, bare))
        if _DASHES.fullmatch(word) and joins and (months or any(map(str.isdigit, "".join(beside)))):
            yield "to"
        else:
            yield word


def _parted(written: str) -> Iterator[str]:
    """A word without the marks around it, with a pause for those that part a sentence."""
    opened = written.lstrip(_OPENING)
    if _SHORT_YEAR.match(written[-len(opened) - 1 :]):
        opened = f"'{opened}"
    if any(mark in _BRACKETS for mark in written[: len(written) - len(opened)]):
        yield PAUSE
    word = opened.rstrip(_CLOSING)
    closing = opened[len(word) :]
    if closing[:1] == "." and _POINTED.fullmatch(word):
        word, closing = f"{word}.", closing[1:]
    if word and not _DASHES.fullmatch(word):
        yield word
    if set(closing) & _PARTING or (written and not word) or _DASHES.fullmatch(word or "x"):
        yield PAUSE


def _kept(letter: str) -> str:
    kind = unicodedata.category(letter)
    if kind in {"Cf", "Co", "Cs", "Cn"}:
        return ""
    return " " if kind.startswith(("C", "Z")) else letter


def first_form(word: str) -> str:
    """A word as the first of a copied span: without opening marks."""
    return word.lstrip(_OPENING)


def last_forms(word: str) -> tuple[str, ...]:
    """A word as the last of a copied span: without closing marks, and without a possessive ending."""
    bare = word.rstrip(_CLOSING)
    short = _POSSESSIVE.sub("", bare)
    return tuple(dict.fromkeys(form for form in (bare, short) if form))
