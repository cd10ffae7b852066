"""A :86: of numbered subfields (`166?00...?20...?32...`, or with another mark): payee, purpose, references."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_CODED = re.compile(r"\d{3}(?P<mark>[^A-Za-z0-9 /\n])(?=\d{2})")
_OTHER = re.compile(r"(?:\d{4}|[A-Z]{3})?(?P<mark>[?<>~^+@])(?=[02]0)")
"""Other banks write four figures, letters or nothing before the first mark."""
_SEPA = re.compile(r"(EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|IBAN|BIC|PURP)\+")
_BIC = re.compile(r"[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?")
_IBAN = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}")
_NUMBER = re.compile(r"\d{16,}", re.ASCII)
_NAME_ENOUGH, _SHORTEST_NAME = 12, 6
"""Characters of a name by which it is known again, and how many are needed where it is cut short."""
_TELLING = frozenset({"00", *(f"{number}" for number in range(20, 34))})
"""The kind, the purpose, the other side's bank, account and name."""
_KNOWN = frozenset({"00", "10", "34", "38", *(f"{number}" for number in range(20, 34))})
"""With the kind, its addition, the number of the booking and the other side's IBAN: each said elsewhere or a code."""
_WORD = re.compile(r"[^\W\d_]{2}")
FULL_LINE = 60
"""Characters from which on a line goes on in the next without a blank; SWIFT allows 65."""
_FULL = 27
"""Characters of a whole subfield: the next one goes on in the same word."""


@dataclass(frozen=True, slots=True)
class Subfields:
    """What the subfields say, each still with the blanks of the file."""

    payee: str
    purpose: str
    kind: str
    end_to_end: str


def subfields(lines: tuple[str, ...]) -> Subfields | None:
    """Take a :86: of subfields apart; None for one that is written otherwise."""
    mark = _mark("".join(lines))
    if not mark:
        return None
    begin = re.escape(mark) + r"(?=\d{2})"
    text = re.sub(f" {begin}", mark, run_on(lines, full=FULL_LINE))
    found: dict[str, str] = {}
    for part in re.split(begin, text)[1:]:
        found[part[:2]] = found.get(part[:2], "") + part[2:]
    if not _TELLING & found.keys():
        return None  # figures with a sign between them
    payee = run_on((found.get("32", ""), found.get("33", "")))
    common = mark == "?"
    numbers = (*range(20, 30), *range(60, 64)) if common else range(20, 30)  # elsewhere 60 and on are addresses
    texts = [found[f"{number}"] for number in numbers if found.get(f"{number}", "").strip()]
    fields = _purpose(texts, "" if common else payee.strip())
    sepa = _sepa(run_on(fields))
    purpose = sepa.get("SVWZ", "") or sepa.get("", "") or _after_references(fields)
    purpose = f"{purpose} {_further(found, range(60, 64 if common else 70))}"
    return Subfields(payee=payee, purpose=purpose, kind=found.get("00", ""), end_to_end=sepa.get("EREF", ""))


def without_code(lines: tuple[str, ...]) -> tuple[str, ...]:
    """A further :86: of the same row without the code of three figures, which the first one said: `166?21...`."""
    begun = _CODED.match(lines[0])
    return lines if begun is None else (lines[0][begun.start("mark") :], *lines[1:])


def run_on(fields: Iterable[str], *, full: int = _FULL) -> str:
    """The text of fields one after the other, with a blank after one that is not full."""
    return "".join(one if len(one) >= full else f"{one} " for one in fields)


def _mark(text: str) -> str:
    """The character before each number; one subfield alone is believed in the common way of writing only."""
    begun = _CODED.match(text) or _OTHER.match(text)
    if begun is None:
        return ""
    alone = begun.re is _CODED and begun["mark"] == "?"
    return begun["mark"] if alone or len(re.findall(re.escape(begun["mark"]) + r"\d{2}", text)) > 1 else ""


def _purpose(fields: list[str], payee: str) -> list[str]:
    """The purpose without the other side's account before it, and its account and name after it.

    A long number that no name follows is the purpose's own.
    """
    if len(fields) > 2 and _BIC.fullmatch(fields[0].strip()) and _IBAN.fullmatch(fields[1].strip()):
        fields = fields[2:]
    texts = [one.strip() for one in fields]
    name = next((at for at, text in enumerate(texts) if at and _is_name(text, payee)), len(fields))
    after_number = 1 < name < len(fields) and _NUMBER.fullmatch(texts[name - 1]) is not None
    return fields[: name - 1] if after_number else fields[:name]


def _is_name(text: str, payee: str) -> bool:
    """Whether a field repeats the other side's name or begins with it; a name cut short needs a few letters."""
    return bool(payee) and (
        text == payee or (len(text) >= _SHORTEST_NAME and payee.startswith(text[:_NAME_ENOUGH]))
    )


def _further(found: dict[str, str], taken: range) -> str:
    """The words of subfields that no standard numbers, as a bank writes its own notes: `?45Contactless at till 2`.

    `taken`: the numbers from 60 on that hold the purpose or addresses.
    """
    texts = (found[number] for number in sorted(found.keys() - _KNOWN - {f"{number}" for number in taken}))
    return run_on(text for text in texts if _WORD.search(text) and not _is_account(text.replace(" ", "")))


def _is_account(text: str) -> bool:
    return _BIC.fullmatch(text) is not None or _IBAN.fullmatch(text) is not None


def _sepa(purpose: str) -> dict[str, str]:
    """The SEPA words of a purpose: `EREF+...SVWZ+...`; under the empty word what stands before the first."""
    parts = _SEPA.split(purpose)
    return {"": parts[0], **dict(zip(parts[1::2], parts[2::2], strict=True))}


def _after_references(fields: list[str]) -> str:
    """What follows a reference that ended before its field was full, where no word announces the purpose."""
    told: list[str] = []
    ended = False
    for one in fields:
        begun = _SEPA.match(one) is not None
        if ended and not begun:
            told.append(one)
        else:
            ended = len(one) < _FULL
    return run_on(told)
