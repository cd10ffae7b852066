"""Transaction types of rows (:61: subfield 6) that SWIFT does not know: a bank's own, or a letter out of place."""

from collections import Counter
from collections.abc import Iterator, Mapping

from app.domain.statement import Finding
from app.domain.statement_kinds import Severity

_FEWEST, _ONE_IN = 3, 5


def tell_unknown_types(types: Mapping[int, str], count: int) -> Iterator[Finding]:
    """A finding for each row of such a type; for the types a bank has as its own, one at the first of their rows.

    `types`: each such type by the row's line, in order; `count`: the rows of the file. A bank's own types are those
    that begin with one letter in at least three rows and one in five: slips are rarer.
    """
    by_letter = Counter(kind[0] for kind in types.values())
    told: set[str] = set()
    for line, kind in types.items():
        letter = kind[0]
        if by_letter[letter] < max(_FEWEST, count // _ONE_IN):
            message = f"The transaction type {kind} is none that SWIFT knows; a letter may be out of place."
        elif letter not in told:
            told.add(letter)
            message = f"{by_letter[letter]} rows are of types such as {kind}, which SWIFT does not know."
        else:
            continue
        yield Finding(severity=Severity.WARNING, code="unknown_type", message=message, line=line)
