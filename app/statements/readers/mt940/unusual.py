"""Letters of rows (:61: subfields 4 and 6) that SWIFT does not know there: a bank's own, or a letter out of place."""

from collections import Counter
from collections.abc import Iterator, Mapping

from app.domain.statement import Finding
from app.domain.statement_kinds import Severity

_FEWEST = 3


def tell_unknown_types(types: Mapping[int, str]) -> Iterator[Finding]:
    """A warning for each row of such a type; of a type that comes again and again, which is the bank's own, a word.

    `types`: each such type, empty where there is none, by the row's line, in order.
    """
    times = Counter(types.values())
    for line, kind in types.items():
        if times[kind] < _FEWEST:
            what = (
                f"The transaction type {kind} is none that SWIFT knows" if kind else "The row has no transaction type"
            )
            message = f"{what}; something may be out of place."
            yield Finding(severity=Severity.WARNING, code="unknown_type", message=message, line=line)
    for kind, count in times.items():
        if count >= _FEWEST:
            what = (
                f"are of the transaction type {kind}, which SWIFT does not know" if kind else "have no transaction type"
            )
            yield Finding(severity=Severity.INFO, code="unknown_type", message=f"{count} rows {what}.")


def tell_unknown_funds(letters: Mapping[int, str], count: int) -> Iterator[Finding]:
    """A warning for each row with a funds code that is not of the currency, unless most of the rows have it.

    `letters`: each such code by the row's line, in order; `count`: the rows of the message.
    """
    times = Counter(letters.values())
    for line, letter in letters.items():
        if times[letter] * 2 <= count or count < _FEWEST:
            message = f"The funds code {letter} is none of the account's currency; a figure may have stood there."
            yield Finding(severity=Severity.WARNING, code="unknown_funds_code", message=message, line=line)
