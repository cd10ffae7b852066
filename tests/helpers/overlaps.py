"""Generated overlaps of statement files: what a bank exports of one truth, twice or more, and what must be kept."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from random import Random

from app.domain.statement import StatementRow

FIRST_DAY = date(2026, 3, 1)
SHOPS = ("CAFE LUNA", "OLD MILL BAKERY", "GREEN GROCER", "NORTH STAR CINEMA")
AMOUNTS = (-475, -475, -475, -900, -2150, 12000)
DAYS = 12

Content = tuple[date, int, str]


class References(StrEnum):
    """How a bank numbers its transactions."""

    NONE = "none"
    UNIQUE = "unique"
    REPEATED = "repeated"
    """One number for several transactions, as some banks print."""
    RENUMBERED = "renumbered"
    """Another number for the same transaction in each file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """Files of one account in the order they are imported, and the transactions the vault must hold in the end."""

    files: tuple[tuple[StatementRow, ...], ...]
    kept: Counter[Content]
    references: References
    seed: int


def overlap(seed: int) -> Overlap:
    """One generated case; equal seeds give equal cases."""
    random = Random(seed)
    references = random.choice(list(References))
    truth = _truth(random, references)
    until, since = sorted(random.sample(range(DAYS + 1), 2), reverse=True)
    early = [row for row in truth if row.booked_on < FIRST_DAY + timedelta(days=until)]
    if references is not References.RENUMBERED:
        early = _cut_in_mid_day(random, early)
    late = [row for row in truth if row.booked_on >= FIRST_DAY + timedelta(days=since)]
    first, awaited = _with_pending(random, early, late)
    files = [first, late]
    if random.random() < 0.3:
        files.append(first if random.random() < 0.5 else late)
    if references is References.RENUMBERED and not _tells_renumbering(first, late):
        references, files = References.NONE, [[replace(row, bank_reference="") for row in file] for file in files]
    printed = tuple(tuple(_printed(random, file, number, references=references)) for number, file in enumerate(files))
    seen = [row for row in truth if row in early or row in late]
    kept = Counter(content(row) for row in seen if row not in awaited or row in late)
    return Overlap(files=printed, kept=kept, references=references, seed=seed)


def content(row: StatementRow) -> Content:
    """What makes a purchase of these shops: day, amount and shop, however its text is decorated."""
    text = " ".join(row.printed_payee.upper().split())
    return (row.booked_on, row.amount, next(shop for shop in SHOPS if shop in text))


def _truth(random: Random, references: References) -> list[StatementRow]:
    rows = []
    for _ in range(random.randint(0, 30)):
        day = FIRST_DAY + timedelta(days=random.randrange(DAYS))
        rows.append(_row(day, random.choice(AMOUNTS), random.choice(SHOPS)))
        if random.random() < 0.3:
            rows.extend([rows[-1]] * random.randint(1, 2))
    rows.sort(key=lambda row: row.booked_on)
    numbers = {References.NONE: "", References.REPEATED: "{day}", References.UNIQUE: "R{line}"}
    pattern = numbers.get(references, "R{line}")
    # `line` tells equal rows of the truth apart; it is no part of what is matched.
    return [
        replace(row, line=line, bank_reference=pattern.format(day=row.booked_on.day // 3, line=line))
        for line, row in enumerate(rows, 1)
    ]


def _row(day: date, amount: int, shop: str) -> StatementRow:
    return StatementRow(line=1, booked_on=day, amount=amount, printed_payee=shop)


def _cut_in_mid_day(random: Random, rows: list[StatementRow]) -> list[StatementRow]:
    """An export made before the day was over lacks the last rows of its last day."""
    if not rows or random.random() < 0.5:
        return rows
    last = [row for row in rows if row.booked_on == rows[-1].booked_on]
    return rows[: len(rows) - random.randint(0, len(last))]


def _with_pending(
    random: Random, early: list[StatementRow], late: list[StatementRow]
) -> tuple[list[StatementRow], list[StatementRow]]:
    """The early file with some of its last rows still pending, under another text and day; and those rows."""
    awaited = [row for row in early[-3:] if row in late and random.random() < 0.4]
    first = []
    for row in early:
        if row not in awaited:
            first.append(row)
            continue
        made = row.booked_on - timedelta(days=random.randint(0, 3))
        text = row.printed_payee if random.random() < 0.5 else f"PENDING {row.printed_payee} {random.randint(1, 9)}"
        first.append(replace(row, booked_on=made, printed_payee=text, pending=True, bank_reference=""))
    return first, awaited


def _tells_renumbering(first: list[StatementRow], late: list[StatementRow]) -> bool:
    """Whether two booked rows at least are in both files: one alone might as well be another purchase."""
    return sum(1 for row in first if row in late and not row.pending) > 1


def _printed(random: Random, rows: list[StatementRow], number: int, *, references: References) -> list[StatementRow]:
    printed = [replace(row, printed_payee=_spelt(random, row.printed_payee)) for row in rows]
    if references is References.RENUMBERED:
        printed = [replace(row, bank_reference=f"F{number}N{place}") for place, row in enumerate(printed)]
    if random.random() < 0.6:
        random.shuffle(printed)
    return printed


def _spelt(random: Random, text: str) -> str:
    """Banks change case and spacing between exports."""
    return random.choice((text, text, text.title(), text.replace(" ", "  ")))
