"""Which lines of a printed document belong to which account: by its number, by its balances, by its currency."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.statements.pdf_facts import account_marks
from app.statements.pdf_headers import words_over
from app.statements.pdf_lines import ScannedLine
from app.statements.pdf_words import phrases
from app.statements.table_words import currency_in, folded

_END = 1 << 40
_LONGEST_NAME = 60
_AGAIN = re.compile(r" (continued|cont d?|fortsetzung|suite|continua(cion)?)$")
_NUMBER = re.compile(r"(?<![\d.,])[\dX*]{2}[\dX* .\-]{4,28}[\dX*](?![\d,])")


@dataclass(frozen=True, slots=True)
class Span:
    """Lines from one to before another, and what they say of their account."""

    start: int
    end: int
    number: str = ""
    name: str = ""
    currency: str = ""
    everywhere: bool = False
    """Whether its balances may stand outside its lines."""
    figures: tuple[str, ...] = ()
    """The amounts beside its title in a summary of all accounts: its first balance, what came and went, its last."""

    @property
    def key(self) -> str:
        """What tells its account from others."""
        return self.number or self.name or self.currency

    def holds(self, line: int) -> bool:
        """Whether a line belongs to it."""
        return self.start <= line < self.end


WHOLE = Span(0, _END)


@dataclass(frozen=True, slots=True)
class Told:
    """What a line tells: `opening`, `closing`, `balance` where its words say no more; a row its running balance.

    Minor units as printed, None where it prints none.
    """

    line: int
    kind: str
    minor: int | None


def spans_by_accounts(others: Sequence[ScannedLine]) -> list[Span]:
    """From each change of the account's number to the next."""
    return _changes([(line, Span(line, _END, number)) for line, number in account_marks(others)])


def spans_by_summary(others: Sequence[ScannedLine]) -> list[Span]:
    """From each title that a summary above lists with its balances, `Savings 10.00 ... 25.00`, to the next."""
    listed: dict[str, tuple[str, ...]] = {}
    marks = []
    for one in others:
        label = " ".join(word.text for word in one.line.words[: one.money[0].first if one.money else None])
        if len(one.money) > 1 and any(map(str.isalpha, label)):
            listed.setdefault(_title(label), tuple(money.text for money in one.money))
        elif not one.money and (figures := listed.get(_title(label))):
            number = one.line.number
            marks.append((number, replace(titled(others, number - 1, first=number + 1), figures=figures)))
    return _changes(marks)


def _title(text: str) -> str:
    return _AGAIN.sub("", folded(text))


def spans_by_currencies(others: Sequence[ScannedLine]) -> list[Span]:
    """From each title that names another currency to the next."""
    marks = []
    for one in others:
        code = currency_in(one.text) if len(one.text) <= _LONGEST_NAME and not one.money else ""
        if code:
            marks.append((one.line.number, Span(one.line.number, _END, currency=code, everywhere=True)))
    return _changes(marks)


def spans_by_balances(others: Sequence[ScannedLine], told: Sequence[Told]) -> list[Span]:
    """From each opening balance that does not carry on the one before it; named by the lines right above it.

    Of two figures right below each other that are called a balance and no more the second opens: `Solde au 29/09/2023`.
    """
    starts: list[tuple[int, int]] = []
    before: Told | None = None
    last: int | None = None
    for one in sorted(told, key=lambda one: one.line):
        new = before is not None and _opens_anew(one, before) and one.minor != last
        if not starts or (new and before is not None):
            starts.append((before.line if before is not None else 0, one.line))
        before = one
        last = one.minor if one.minor is not None else last
    spans = [titled(others, above, first=first) for above, first in starts]
    ends = [span.start for span in spans[1:]] + [_END]
    return [replace(span, end=end) for span, end in zip(spans, ends, strict=True)]


def _opens_anew(one: Told, before: Told) -> bool:
    return before.kind != "opening" if one.kind == "opening" else one.kind == before.kind == "balance"


def titled(others: Sequence[ScannedLine], above: int, *, first: int) -> Span:
    """The span from above its first balance, with the number, name and currency its title says."""
    titles = [one for one in others if above < one.line.number < first and not one.money and not one.dates]
    titles = [one for one in titles if len(one.text) <= _LONGEST_NAME and is_title(one)]
    marks = account_marks(titles)
    numbers = [found[0] for one in titles if (found := _NUMBER.search(one.text)) is not None]
    number = marks[-1][1] if marks else re.sub(r"[^\dX*]", "", numbers[-1]) if numbers else ""
    codes = [code for one in titles if (code := currency_in(one.text))]
    return Span(above + 1, _END, number, titles[-1].text if titles else "", codes[-1] if codes else "")


def is_title(one: ScannedLine) -> bool:
    """Whether a line has letters and is no header of columns."""
    cells = phrases(one.line.words)
    columns = sum(1 for cell in cells if words_over(cell.text))
    return any(char.isalpha() for char in one.text) and (len(cells) == 1 or 2 * columns < len(cells))


def _changes(marks: Sequence[tuple[int, Span]]) -> list[Span]:
    spans: list[Span] = []
    for line, span in marks:
        if spans and spans[-1].key == span.key:
            continue
        if spans:
            spans[-1] = replace(spans[-1], end=line)
        spans.append(replace(span, start=line if spans else 0))
    return spans
