"""Lines in Hebrew whose letters are set in the order seen, from left to right: turned back into words."""

import re
from collections.abc import Sequence
from dataclasses import replace

from app.statements.pdf_words import PageLine, Word

_FINALS = frozenset("ךםןףץ")
"""Letters that only end words: where they begin words, the words are turned round."""
_FIGURES = re.compile(r"\d[\d.,/:]*\d")
"""Numbers are set from left to right in either order."""
_FEWEST = 3
_GAP = 0.75  # no money: text sizes between two words of one phrase


def in_reading_order(lines: Sequence[PageLine]) -> list[PageLine]:
    """The lines as read: Hebrew is turned round where words begin with final letters far oftener than they end so."""
    words = [_letters(word.text) for line in lines for word in line.words if _is_hebrew(word.text)]
    begin = sum(1 for word in words if len(word) > 1 and word[0] in _FINALS)
    end = sum(1 for word in words if len(word) > 1 and word[-1] in _FINALS)
    if begin < _FEWEST or begin <= 2 * end:
        return list(lines)
    return [_turned(line) if any(_is_hebrew(word.text) for word in line.words) else line for line in lines]


def _is_hebrew(text: str) -> bool:
    return any("\u05d0" <= char <= "\u05ea" for char in text)


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalpha())


def _turned(line: PageLine) -> PageLine:
    result: list[Word] = []
    phrase: list[Word] = []
    for word in line.words:
        near = bool(phrase) and word.left - phrase[-1].right <= _GAP * word.size
        if phrase and not (near and _is_hebrew(word.text)):
            result += _phrase(phrase)
            phrase = []
        if _is_hebrew(word.text):
            phrase.append(word)
        else:
            result.append(word)
    return replace(line, words=(*result, *_phrase(phrase)))


def _phrase(words: Sequence[Word]) -> list[Word]:
    """The same places from left to right, the words from the rightmost on."""
    texts = [_FIGURES.sub(lambda found: found[0][::-1], word.text[::-1]) for word in reversed(words)]
    return [word._replace(text=text) for word, text in zip(words, texts, strict=True)]
