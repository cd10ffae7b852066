"""QIF text to entries under their headers: one value a line, its meaning in the first letter, `^` at the end."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_HEADER = re.compile(r"!\s*(?:(type|option|clear)\s*:)?\s*([\w ]+)", re.IGNORECASE)


@dataclass(slots=True)
class Entry:
    """One entry of a section: its section (`bank`, `account`, `cat`), its values by letter, the line it begins on."""

    section: str
    line: int
    values: dict[str, str] = field(default_factory=dict)
    letters: str = ""
    ended: bool = False
    """Whether its `^` was met; the last entry of a file that was cut short has none."""
    whole_lines: bool = True
    """Whether its last line has its line end."""

    def add(self, letter: str, text: str) -> None:
        """Take one line in; of a letter that repeats (splits, address lines) the first counts."""
        if letter not in self.values:
            self.values[letter] = text.strip()
            self.letters += letter


def entries(text: str) -> Iterator[Entry]:
    """All entries in file order, lists and registers alike."""
    section, entry = "", Entry("", 0)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, line in enumerate(lines, start=1):
        first = line.lstrip()[:1]
        if first in {"", "#"}:
            continue
        if first == "!":
            header = _HEADER.match(line.strip())
            if entry.values:
                yield entry
            section = _section(header) or section
            entry = Entry(section, 0)
        elif first == "^":
            if entry.values:
                entry.ended = True
                yield entry
            entry = Entry(section, 0)
        else:
            entry.line = entry.line or number
            entry.whole_lines = number < len(lines)
            entry.add(line.lstrip()[0].upper(), line.lstrip()[1:])
    if entry.values:
        yield entry


def _section(header: re.Match[str] | None) -> str:
    """The section a header begins; empty for `!Option` and `!Clear`, which begin none."""
    if header is None:
        return "unknown"
    word, name = (header.group(1) or "").lower(), header.group(2).strip().lower().replace(" ", "")
    if word in {"option", "clear"}:
        return ""
    return name if word == "type" or name == "account" else "unknown"
