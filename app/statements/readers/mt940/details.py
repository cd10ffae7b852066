"""The :86: of a row: German ?nn subfields, /KEY/ words, or free text, to payee, memo and the bank's word for it."""

import re
from dataclasses import dataclass

from app.statements.readers.mt940.subfields import FULL_LINE, run_on, subfields

_WORDS = re.compile(
    r"/(TRTP|IBAN|BIC|NAME|REMI|EREF|MARF|CSID|ORDP|BENM|CNTP|PREF|RTRN|ISDT|TRCD|SVCL|PURP|ULTC|ULTD|ID|ADDR|USTD|"
    r"STRD|EndToEndId)/"
)
_DUTCH_NAME = re.compile(r"NAAM: *(.+?)(?= {2,}|REK:|PAS:|OMSCHRIJVING:|$)")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Details:
    """What a :86: says."""

    payee: str = ""
    memo: str = ""
    bank_category: str = ""
    end_to_end: str = ""


def details_of(lines: tuple[str, ...]) -> Details:
    """Read the lines of a :86:."""
    numbered = subfields(lines)
    if numbered is not None:
        payee, memo, kind = _tidy(numbered.payee), _tidy(numbered.purpose), _tidy(numbered.kind)
        if not payee:
            payee, memo = (memo, "") if memo else (kind, "")
        return Details(payee=payee, memo=memo, bank_category=kind, end_to_end=_tidy(numbered.end_to_end))
    glued = run_on(lines, full=FULL_LINE)
    if len(_WORDS.findall(glued)) > 1 or glued.startswith(("/NAME/", "/TRTP/", "/IBAN/", "/REMI/")):
        return _by_words(glued)
    spaced = _tidy("\n".join(lines))
    name = _DUTCH_NAME.search(spaced)
    return Details(payee=name.group(1).strip(), memo=spaced) if name else Details(payee=spaced)


def _by_words(text: str) -> Details:
    parts = _WORDS.split(text)
    words: dict[str, str] = {}
    for key, value in zip(parts[1::2], parts[2::2], strict=True):
        words.setdefault(key, _tidy(value.strip("/ ")))
    other_side = words.get("CNTP", "").split("/")
    payee = words.get("NAME") or (other_side[2] if len(other_side) > 2 else "")
    memo = words.get("REMI", "").removeprefix("USTD//").strip("/ ")
    reference = words.get("EREF") or words.get("EndToEndId", "")
    kind = words.get("TRTP", "")
    return Details(
        payee=payee or memo or _tidy(text), memo=memo if payee else "", bank_category=kind, end_to_end=reference
    )


def _tidy(text: str) -> str:
    return _SPACES.sub(" ", text).strip()
