"""How hard a passphrase is to guess, estimated from what it is made of; never stored, never sent."""

from dataclasses import dataclass
from math import log2

from app.presenters.text import Strength as Words

_BITS = (1, 40, 60, 80)
_WORD_BITS = 11
_REPEAT_RUN = 3


@dataclass(frozen=True, slots=True)
class Strength:
    """`level` 0 (nothing typed) to 4; and in words."""

    level: int
    words: str


_WORDS = (Words.NONE, Words.WEAK, Words.FAIR, Words.GOOD, Words.STRONG)


def passphrase_strength(passphrase: str) -> Strength:
    """Judge by an estimate of guesses: words count as words, runs and repeats count once."""
    bits = _bits(passphrase)
    level = sum(bits >= least for least in _BITS)
    return Strength(level, _WORDS[level])


def _bits(passphrase: str) -> int:
    words = [word for word in passphrase.casefold().split() if word]
    return sum(min(_letter_bits(word), _WORD_BITS) if word.isalpha() else _letter_bits(word) for word in set(words))


def _letter_bits(word: str) -> int:
    kinds = (
        (26, any(letter.isalpha() for letter in word)),
        (10, any(letter.isdigit() for letter in word)),
        (32, any(not letter.isalnum() for letter in word)),
    )
    alphabet = sum(size for size, used in kinds if used) or 1
    return int(log2(alphabet) * _surprises(word)) if alphabet > 1 else 0


def _surprises(word: str) -> int:
    """Letters that do not merely repeat or continue the ones before."""
    count = 0
    for at in range(len(word)):
        steps = {ord(word[back + 1]) - ord(word[back]) for back in range(max(0, at - _REPEAT_RUN + 1), at)}
        expected = at >= _REPEAT_RUN - 1 and len(steps) == 1 and steps <= {-1, 0, 1}
        count += not expected
    return count
