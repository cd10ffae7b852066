"""Amounts of a QIF file grouped in the Indian twos (`2,15,565`) where its others are not: a mark out of place."""

import re
from collections.abc import Iterable, Iterator

from app.domain.statement import Finding
from app.domain.statement_kinds import Severity
from app.statements.readers.qif.conventions import amount_text
from app.statements.readers.qif.records import Entry

_GROUPED = re.compile(r"\d{1,3}[,.'’ ]\d{3}(?!\d)", re.ASCII)
_IN_TWOS = re.compile(r"(?<!\d)\d{1,2}([,.'’ ])\d{2}(?:\1\d{2})*\1\d{3}(?!\d)", re.ASCII)


def oddly_grouped(entries: Iterable[Entry]) -> Iterator[Finding]:
    """A warning for each amount in twos, where more amounts have groups and none of twos."""
    texts = {entry.line: amount_text(entry)[:40] for entry in entries}
    in_twos = {line: text for line, text in texts.items() if _IN_TWOS.search(text) is not None}
    others = sum(_GROUPED.search(text) is not None for line, text in texts.items() if line not in in_twos)
    for line, text in in_twos.items() if len(in_twos) <= others else ():
        message = f"The amount {text} is not grouped like the others; a mark may be out of place."
        yield Finding(severity=Severity.WARNING, code="odd_amount", message=message, line=line, column="T")
