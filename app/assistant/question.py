"""The question as the model sees it: one line of lower-case words, and the runs of words that may be copied from it."""

import re
import unicodedata
from dataclasses import dataclass

LONGEST = 80
"""More words than this are no question but a text."""
LONGEST_TEXT = 600
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
_OPENING = "\"'([{<*_"
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
    """Make a question plain: NFKC, lower case, no control or bidirectional characters, no mark of a plan's own."""
    kept = "".join(_kept(letter) for letter in unicodedata.normalize("NFKC", text[: LONGEST_TEXT * 4]))
    line = kept.lower().translate(_QUOTES).replace("|", " ").replace("\\", " ")
    words = (word.rstrip("?!").strip("?!") if set(word) <= set("?!") else word.rstrip("?!") for word in line.split())
    return Question(tuple(word for word in words if word))


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
