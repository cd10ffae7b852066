"""Fields of a QIF file written unlike its others: a mark or a figure out of place.

Amounts in the Indian twos (`2,15,565`) among others in threes; a day whose year does not stand first, as in the others;
a day with two different marks (`1/20-25`), where the others have one.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from app.domain.statement import Finding
from app.domain.statement_kinds import Severity
from app.statements.odd_grouping import counts_in_lakhs, grouped_in_twos_alone
from app.statements.readers.qif.conventions import amount_letter, amount_text
from app.statements.readers.qif.dates import mixes_marks
from app.statements.readers.qif.records import Entry

_YEAR_FIRST = re.compile(r"\s*\d{4}\s*[-/.]", re.ASCII)


def unlike_others(entries: Sequence[Entry], code: str) -> Iterator[Finding]:
    """A warning for each amount (of currency `code`) and each day that is written unlike most others of the file."""
    yield from _oddly_grouped(entries, code)
    yield from _oddly_dated(entries)


def _oddly_grouped(entries: Iterable[Entry], code: str) -> Iterator[Finding]:
    """Amounts in twos, where more amounts have groups and none of twos."""
    texts, letters = {}, {}
    for entry in entries:
        texts[entry.line], letters[entry.line] = amount_text(entry)[:40], amount_letter(entry)
    for line, text in grouped_in_twos_alone(texts, usual=counts_in_lakhs({code})).items():
        message = f"The amount {text} is not grouped like the others; a mark may be out of place."
        yield Finding(severity=Severity.WARNING, code="odd_amount", message=message, line=line, column=letters[line])


def _oddly_dated(entries: Iterable[Entry]) -> Iterator[Finding]:
    """Days without the year in front, or with two different marks, where more days are written otherwise."""
    texts = {entry.line: day[:40] for entry in entries if (day := entry.values.get("D", ""))}
    late = {line for line, text in texts.items() if _YEAR_FIRST.match(text) is None}
    mixed = {line for line, text in texts.items() if mixes_marks(text)}
    for odd, slip in ((late, "a figure may be missing"), (mixed, "a mark may be out of place")):
        for line in sorted(odd) if len(odd) * 2 < len(texts) else ():
            message = f"The date {texts[line]} is not written like the others; {slip}."
            yield Finding(severity=Severity.WARNING, code="odd_date", message=message, line=line, column="D")
