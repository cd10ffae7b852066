"""Ways to damage the text of one cell: slips of fingers, of programs, of other countries, of scanners."""

from collections.abc import Callable
from random import Random

from tests.hostile.cells.printed import Printed

Way = Callable[[str, Random], str]

_STRAY = "0123456789.,-+'()€$/xXeEOoIl%#*?= \u00a0’\u202f\u2212\u200b\u202e\u00ad٣５"
_ALIKE = str.maketrans({"0": "O", "1": "l", "5": "S", "8": "B", ".": ",", ",": ".", "-": "\u2013", "2": "Z", "/": "-"})
_WORDS = (
    "", " ", "-", "--", "n/a", "N/A", "null", "None", "NaN", "inf", "0", "0.00", "0,00", "#REF!", "#####", "?", "...", "see note",
    "1e5", "1E+05", "=A1+B1", "TBD", "pending", "error", "12", "1.2.3", "1,2,3", "12:30", "50%", "0x1F", "1/2", "true", "\u00a0",
    "2026", "99999999999999999999", "00/00/0000", "0000-00-00", "31.02.2025", "2025-02-30", "02/29/2025", "13/13/2025", "1970-01-01",
    "EUR", "USD", "XXX", "eur", "E", "CR", "DR", "D", "C", "S", "H", "Soll", "Haben", "debit", "in", "out", "+", "x",
)  # fmt: skip


def _at(text: str, random: Random) -> int:
    return random.randrange(len(text)) if text else 0


def _dropped(text: str, random: Random) -> str:
    at = _at(text, random)
    return text[:at] + text[at + 1 :]


def _inserted(text: str, random: Random) -> str:
    at = random.randint(0, len(text))
    return text[:at] + random.choice(_STRAY) + text[at:]


def _replaced(text: str, random: Random) -> str:
    at = _at(text, random)
    return text[:at] + random.choice(_STRAY) + text[at + 1 :]


def _doubled(text: str, random: Random) -> str:
    at = _at(text, random)
    return text[: at + 1] + text[at:]


def _turned(text: str, random: Random) -> str:
    at = _at(text, random)
    return text[:at] + text[at + 1 : at + 2] + text[at : at + 1] + text[at + 2 :]


def _cut(text: str, random: Random) -> str:
    at = random.randint(0, len(text))
    return text[:at] if random.random() < 0.5 else text[at:]


def _alike(text: str, random: Random) -> str:
    at = _at(text, random)
    return text[:at] + text[at : at + 1].translate(_ALIKE) + text[at + 1 :]


def _elsewhere(text: str, _: Random) -> str:
    """The other half of the world's marks."""
    return text.translate(str.maketrans(".,", ",."))


def _twice(text: str, random: Random) -> str:
    return text + random.choice(("", " ", "/", "\n", "-")) + text


def _dressed(text: str, random: Random) -> str:
    return random.choice(("({})", "{}-", "-{}", "+{}", "{} CR", "{} DR", "{} EUR", "${}", "'{}", "{}*", "~{}", "{} C", " {} ")).format(text)


def _word(_: str, random: Random) -> str:
    return random.choice(_WORDS)


def _grouped(text: str, random: Random) -> str:
    """A mark of thousands where none belongs, or without its digits."""
    at = random.randint(0, len(text))
    return text[:at] + random.choice((",", ".", " ", "'")) + text[at:]


WAYS: tuple[Way, ...] = (
    _dropped, _inserted, _replaced, _doubled, _turned, _cut, _alike, _elsewhere, _twice, _dressed, _word, _word, _grouped,
)  # fmt: skip


def damaged(printed: Printed, place: int, random: Random) -> str:
    """Another text for a cell: its own text damaged once or twice, or that of another cell."""
    text = printed.places[place].text
    if random.random() < 0.1:
        return random.choice(printed.places).text
    for _ in range(1 if random.random() < 0.8 else 2):
        text = random.choice(WAYS)(text, random)
    return text
