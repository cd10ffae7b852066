"""What every reading of any bytes must keep to, whatever the format; a broken rule is an AssertionError that says which."""

import json
import re
import time
from collections.abc import Callable
from datetime import date
from itertools import combinations
from typing import TypeVar

from app.domain.currency import currency
from app.domain.errors import StatementRefusedError
from app.domain.statement import StatementFile, StatementRow
from app.statements.control_characters import inert
from app.statements.encoding import decode
from app.statements.reader import Reader, ReadOptions, StatementSource
from app.workers.statement_wire import from_messages, to_messages

OPTIONS = ReadOptions(today=date(2026, 11, 22), default_currency="USD")
SECONDS = 2.0
"""Processor seconds; a fuzzed file is a few kilobytes, for which even that is far too much."""
Outcome = TypeVar("Outcome")
_LARGEST = 2**63
_MARKUP = re.compile(r"<!\[CDATA\[(.*?)\]\]>|<!--.*?-->|<\?.*?\?>|<!\[CDATA\[|\]\]>", re.DOTALL)
"""A CDATA section is text as a whole: what looks like a comment in it begins none."""
_REFERENCE = re.compile(r"&(?:#(?:(\d{1,7})|[xX]([0-9a-fA-F]{1,6}))|(nbsp|apos));")
_NUMBER = re.compile(r"\d(?:[\d.,'’`´٬٫ \t_\u00a0\u2009\u202f]*\d)?")
_PART = re.compile(r"\d(?:[\d.,'’`´]*\d)?")
_CELL = re.compile(r"\d(?:[\d.'’`´ \u00a0]*\d)?")
_BARE_FRACTION = re.compile(r"(?<!\d)[.,]\d+")
_COMMA_CELL = re.compile(r"\d(?:[\d,'’`´ \u00a0]*\d)?")
_PATTERNS = (_NUMBER, _PART, _CELL, _COMMA_CELL, re.compile(r"\d+(?:\.\d+)?"), re.compile(r"\d+(?:,\d+)?"))
_MARKUP_FORMATS = frozenset({"ofx", "camt"})
_TEXT_FORMATS = frozenset({"ofx", "qif", "camt", "mt940", "csv"})


def judge(reader: Reader, data: bytes, name: str, *, printed: bool = True) -> StatementFile | None:
    """Read bytes as that reader's; None where it refused them. Raises AssertionError where a rule is broken.

    `printed`: whether each amount must stand in the text, for a format that is text.
    """
    source = StatementSource(name, data)
    reader.claim(source.head)
    try:
        file = inert(in_time(lambda: reader.read(source, OPTIONS), data))
    except StatementRefusedError as refusal:
        if not refusal.message:
            raise AssertionError("a refusal without a message") from refusal
        return None
    keeps_the_rules(file)
    if printed and reader.format.value in _TEXT_FORMATS:
        _amounts_are_printed(file, _text(data, markup=reader.format.value in _MARKUP_FORMATS))
    return file


def in_time(work: Callable[[], Outcome], data: bytes) -> Outcome:
    """Do something with an input within the processor time it may take."""
    began = time.process_time()
    try:
        return work()
    finally:
        spent = time.process_time() - began
        assert spent < SECONDS, f"{spent:.1f} s for {len(data)} bytes"


def keeps_the_rules(file: StatementFile) -> None:
    """What holds of every file read: it crosses the pipe unchanged, its amounts fit a vault, its findings have words."""
    assert from_messages(json.loads(json.dumps(part).encode()) for part in to_messages(file)) == file, (
        "the wire changed it"
    )
    for statement in file.statements:
        assert all(-_LARGEST < row.amount < _LARGEST for row in statement.rows), "an amount that no vault holds"
    assert all(finding.message for finding in file.findings), "a finding without words"


def _text(data: bytes, *, markup: bool) -> str:
    """The text with its markup undone; of a format that has none, as it stands, and then so."""
    text = decode(data).text
    undone = _REFERENCE.sub(_character, _MARKUP.sub(lambda match: match[1] or "", text))
    return undone if markup else f"{text}\n{undone}"


def _character(match: re.Match[str]) -> str:
    if match[3]:
        return "'" if match[3] == "apos" else " "
    number = int(match[1]) if match[1] else int(match[2], 16)
    return chr(number) if 32 <= number < 0x110000 and not 0xD800 <= number < 0xE000 else " "


def _amounts_are_printed(file: StatementFile, text: str) -> None:
    """Each amount's figures stand in the text as one number, or (a fee, a pair) as the sum of two in its own lines."""
    bare = text.replace('"', "")  # a quote may stand anywhere in a broken cell
    printed = {_figures(part) for pattern in _PATTERNS for form in (text, bare) for part in pattern.findall(form)}
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for statement in file.statements:
        digits = currency(statement.currency).digits
        for row in statement.rows:
            if _figures(str(abs(row.amount))) in printed or row.amount == 0:
                continue
            assert _is_sum(row, lines, digits=digits), f"line {row.line}: {row.amount} stands nowhere in the file"


def _figures(number: str) -> str:
    """The digits that count: separators, leading and trailing zeros left out, since those depend on the currency."""
    return "".join(char for char in number if char.isdigit()).strip("0")


def _is_sum(row: StatementRow, lines: list[str], *, digits: int) -> bool:
    around = " ".join(lines[max(0, row.line - 2) : row.line + 8])
    values = {
        value for pattern in (_PART, _CELL, _BARE_FRACTION) for part in pattern.findall(around)[:80] for value in _values(part, digits)
    }
    return any(abs(row.amount) in {abs(one - two), one + two} for one, two in combinations(sorted(values)[:160], 2))


def _values(part: str, digits: int) -> set[int]:
    """The minor units a printed number may mean."""
    part = part.strip()
    whole = "".join(char for char in part if char.isdigit())
    fraction = len(part) - 1 - max(part.rfind("."), part.rfind(",")) if {".", ","} & set(part) else 0
    scaled = int(whole) * 10 ** max(0, digits - fraction) // 10 ** max(0, fraction - digits)
    return {scaled, int(whole) * 10**digits}
