"""Transaction types (:61: subfield 6) that are none SWIFT knows: missing, a bank's own, or a letter out of place."""

from collections import Counter
from collections.abc import Iterator, Mapping

from app.domain.statement import Finding
from app.domain.statement_kinds import Severity

_FEWEST, _ONE_IN = 3, 5


def tell_unknown_types(types: Mapping[int, str], count: int) -> Iterator[Finding]:
    """A finding for each row of such a type; for the types a bank has as its own, one at the first of their rows.

    `types`: each such type, empty where there is none, by the row's line, in order; `count`: the rows of the file.
    A bank's own types are those that begin with one letter in at least three rows and one in five: slips are rarer.
    """
    by_letter = Counter(kind[:1] for kind in types.values())
    told: set[str] = set()
    for line, kind in types.items():
        letter = kind[:1]
        if by_letter[letter] < max(_FEWEST, count // _ONE_IN):
            message = _one(kind)
        elif letter not in told:
            told.add(letter)
            what = f"are of types such as {kind}, which SWIFT does not know" if kind else "have no transaction type"
            message = f"{by_letter[letter]} rows {what}."
        else:
            continue
        yield Finding(severity=Severity.WARNING, code="unknown_type", message=message, line=line)


def _one(kind: str) -> str:
    if not kind:
        return "A statement line has no transaction type; something may be out of place."
    return f"The transaction type {kind} is none that SWIFT knows; a letter may be out of place."
