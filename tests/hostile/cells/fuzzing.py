"""Damage cells of many files: several in a file at once, each of which is then judged alone where it looks wrong."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random

from app.domain.statement import StatementFile
from app.domain.statement_kinds import Severity
from app.statements.reader import StatementSource
from app.statements.registry import read_statement
from tests.helpers.statement_texts import OPTIONS
from tests.hostile.cells.damage import damaged
from tests.hostile.cells.formats import FORMATS
from tests.hostile.cells.printed import Printed
from tests.hostile.cells.verdict import is_told_of_all, silent, wrong_rows

_SMALL, _LARGE = (3, 9), (14, 30)
_BATCHES, _SINGLES = 8, 12
_BATCH = 6
_SHOWN = 40


@dataclass(slots=True)
class Tally:
    """What came of it."""

    cells: int = 0
    files: int = 0
    """Files printed and read whole, whose cells were then damaged."""
    unusable: int = 0
    """Files that ask or tell something even undamaged, so that no cell of theirs was damaged."""
    unproved: int = 0
    """Cells of files whose rows no balance proves."""
    of_all: int = 0
    """Those of them that only the file as a whole told of: refused, asked about, or told of without a line."""
    alone: int = 0
    """Cells that were judged in a file of their own."""
    silent: list[str] = field(default_factory=list)
    """A few words for each silent change."""
    files_of_silent: list[bytes] = field(default_factory=list)
    """The file of each."""
    told: Counter[str] = field(default_factory=Counter)
    """How the cells judged alone were told, by a word."""


def fuzz(kind: str, cells: int, random: Random) -> Tally:
    """Damage so many cells in files of a format."""
    tally = Tally()
    while tally.cells < cells and len(tally.silent) < _SHOWN:
        printed = FORMATS[kind](random, random.randint(*(_LARGE if random.random() < 0.5 else _SMALL)))
        is_large = len(printed.rows) > _SMALL[1] and not printed.is_proved
        whole = read(printed, {})
        if is_told_of_all(whole, ()) or any(finding.severity is Severity.ERROR for finding in whole.findings):
            tally.unusable += 1
            continue
        wrong = wrong_rows(printed, whole, {}, usual=())
        if wrong:
            tally.silent.append(f"{kind} undamaged, rows {wrong[:5]}")
            tally.files_of_silent.append(printed.data({}))
            continue
        tally.files += 1
        for _ in range(_BATCHES if is_large else _SINGLES):
            changed = _changes(printed, _BATCH if is_large else 1, random)
            tally.cells += len(changed)
            tally.unproved += 0 if printed.is_proved else len(changed)
            _judge(printed, changed, whole=whole, tally=tally)
    return tally


def read(printed: Printed, changed: Mapping[int, str]) -> StatementFile:
    """Read the file with some cells changed, as the program does."""
    return read_statement(StatementSource(printed.name, printed.data(changed)), OPTIONS)


def _changes(printed: Printed, count: int, random: Random) -> dict[int, str]:
    """Other texts for some cells, at most one a row."""
    numbers = random.sample(range(len(printed.places)), min(count * 3, len(printed.places)))
    by_row = {printed.places[number].row: number for number in numbers}
    texts = {number: damaged(printed, number, random) for number in list(by_row.values())[:count]}
    return {number: text for number, text in texts.items() if text != printed.places[number].text}


def _judge(printed: Printed, changed: Mapping[int, str], *, whole: StatementFile, tally: Tally) -> None:
    if len(changed) > 1:
        file = read(printed, changed)
        if not is_told_of_all(file, whole.findings):
            wrong = set(wrong_rows(printed, file, changed, usual=whole.findings))
            rows = {printed.places[number].row for number in changed}
            if wrong <= rows:
                changed = {number: text for number, text in changed.items() if printed.places[number].row in wrong}
    for number, text in changed.items():
        _judge_alone(printed, number, text, whole=whole, tally=tally)


def _judge_alone(printed: Printed, number: int, text: str, *, whole: StatementFile, tally: Tally) -> None:
    tally.alone += 1
    file = read(printed, {number: text})
    tally.told[_how(file, whole)] += 1
    tally.of_all += not printed.is_proved and is_told_of_all(file, whole.findings)
    for row in silent(printed, file, {number: text}, usual=whole.findings):
        place = printed.places[number]
        read_as = [
            f"{one.booked_on} {one.amount} {one.running_balance} {statement.currency}"
            for statement in file.statements
            for one in statement.rows
            if row < 0 or printed.rows[row].key in f"{one.printed_payee} {one.memo}"
        ]
        truth = "rows nobody printed" if row < 0 else str(printed.rows[row])
        own = "" if row == place.row else f" (row {row}, not the damaged {place.row})"
        tally.silent.append(f"{printed.kind} {place.role}: {place.text!r} -> {text!r}{own}: {read_as[:3]} for {truth}")
        tally.files_of_silent.append(printed.data({number: text}))
        break


def _how(file: StatementFile, whole: StatementFile) -> str:
    if file.refused:
        return "refused"
    if file.decisions:
        return "asked"
    if is_told_of_all(file, whole.findings):
        return "broken or told of the file"
    return "told by line" if len(file.findings) > len(whole.findings) else "as printed"
