"""The :86: of a row: German ?nn subfields, /KEY/ words, or free text, to payee, memo and the bank's word for it."""

import re
from dataclasses import dataclass

_SUBFIELDS = re.compile(r"(?P<code>\d{3})(?P<mark>[^A-Za-z0-9 /\n])(?=\d{2})")
_SEPA = re.compile(r"(EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|IBAN|BIC|PURP)\+")
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
    glued = "".join(lines)
    match = _SUBFIELDS.match(glued)
    if match is not None:
        return _structured(glued[match.end("code") :], match["mark"])
    spaced = _tidy("\n".join(lines))
    if len(_WORDS.findall(glued)) > 1 or glued.startswith(("/NAME/", "/TRTP/", "/IBAN/", "/REMI/")):
        return _by_words(glued)
    name = _DUTCH_NAME.search(spaced)
    return Details(payee=name.group(1).strip(), memo=spaced) if name else Details(payee=spaced)


def _structured(text: str, mark: str) -> Details:
    found: dict[str, str] = {}
    for part in text.split(mark)[1:]:
        key, value = part[:2], part[2:]
        found[key] = found.get(key, "") + value
    purpose = "".join(found.get(f"{number}", "") for number in (*range(20, 30), *range(60, 64)))
    sepa = _sepa(purpose)
    payee = _tidy(found.get("32", "") + _glue(found.get("32", "")) + found.get("33", ""))
    memo = _tidy(sepa.get("SVWZ", "") or sepa.get("", ""))
    kind = _tidy(found.get("00", ""))
    if not payee:
        payee, memo = (memo, "") if memo else (kind, "")
    return Details(payee=payee, memo=memo, bank_category=kind, end_to_end=_tidy(sepa.get("EREF", "")))


def _glue(first: str) -> str:
    """A name of full length goes on in the next field without a blank."""
    return "" if len(first) >= 27 else " "


def _sepa(purpose: str) -> dict[str, str]:
    """The SEPA words of a purpose: `EREF+...SVWZ+...`; under the empty word what stands before the first."""
    parts = _SEPA.split(purpose)
    return {"": parts[0], **dict(zip(parts[1::2], parts[2::2], strict=True))}


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
