"""SWIFT messages to tagged fields with their lines: blocks, separators and continuation lines undone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TAG = re.compile(r":(\d{2}[A-Z]?|NS):(.*)", re.DOTALL)
_END = re.compile(r"-\}?(?:\{.*)?\s*")
_JOINED = re.compile(r"@@(?:\r\n?|\n)?")
_OWN_LINE = re.compile(r"(?m)^\s?:(?:25|28C?|60[FM]|61|86):")
_GLUED_BLOCK = re.compile(r"^\{\d:.*?(?=:\d{2}[A-Z]?:)")


@dataclass(frozen=True, slots=True)
class Field:
    """One tagged field: its tag, its lines without the tag, and the line it begins on. Tag `-` ends a message."""

    tag: str
    lines: tuple[str, ...]
    line: int

    @property
    def first(self) -> str:
        """The text of its first line."""
        return self.lines[0]


def fields(text: str) -> Iterator[Field]:
    """The fields of all messages in order; text before the first tag or after an end is skipped."""
    tag, begun = "", 0
    lines: list[str] = []
    for number, raw in enumerate(_lines(text), start=1):
        line = _GLUED_BLOCK.sub("", raw) if raw.startswith("{") else raw
        match = _TAG.fullmatch(line.lstrip("\ufeff\x01\x02\x03 ")) if ":" in line[:8] else None
        if match is not None or _END.fullmatch(line):
            if tag:
                yield Field(tag, tuple(lines), begun)
            if match is None:
                yield Field("-", ("",), number)
                tag = ""
            else:
                tag, lines, begun = match.group(1), [match.group(2)], number
        elif tag:
            lines.append(line)
    if tag:
        yield Field(tag, tuple(lines), begun)


def _lines(text: str) -> list[str]:
    return lines_apart(text).replace("\r\n", "\n").replace("\r", "\n").split("\n")


def lines_apart(text: str) -> str:
    """The text with line ends where it has `@@` instead, as German banks send it by DFÜ.

    Never where a field begins on a line of its own: there `@@:20:` stands in a text, which somebody else wrote.
    """
    return _JOINED.sub("\n", text) if "@@:20:" in text and _OWN_LINE.search(text) is None else text
