"""The digest's view-model: its lines in sentences that passed the figure check, each with the plan that proves it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol

from app.assistant.answer import compose
from app.assistant.figure_check import unknown_figures
from app.assistant.phrases import day_words, joined, month_words
from app.domain.digest import Digest as Computed
from app.domain.digest import DigestKind, DigestLine
from app.domain.money import Money
from app.domain.plan import Intent
from app.domain.result import Result, ResultRow
from app.domain.vocabulary import Vocabulary
from app.presenters.ask_alternatives import Alternative
from app.presenters.formatting import money_text, month_and_year
from app.presenters.text import Digest
from app.presenters.texts_digest import DIGEST_QUESTIONS

_TOTALS = frozenset({DigestKind.SPENT, DigestKind.EARNED, DigestKind.LEFT, DigestKind.YEAR})


class DigestSource(Protocol):
    """What the card needs of the book."""

    def vocabulary(self) -> Vocabulary: ...
    def digest(self, month: str | None, vocabulary: Vocabulary, /) -> Computed | None: ...


@dataclass(frozen=True, slots=True)
class DigestLineView:
    """One sentence, and the plan it opens on the Ask page."""

    kind: str
    words: str
    opens: Alternative
    rising: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestView:
    """The card; `title` is empty where there is no month to tell."""

    title: str = ""
    against: str = ""
    totals: tuple[DigestLineView, ...] = ()
    changes: tuple[DigestLineView, ...] = ()
    noticed: tuple[DigestLineView, ...] = ()


def load_digest(source: DigestSource, month: str | None) -> DigestView:
    """Read it; may take a moment, so off the GUI thread."""
    vocabulary = source.vocabulary()
    digest = source.digest(month, vocabulary)
    if digest is None:
        return DigestView()
    name = month_words(digest.month.first)
    lines = [(line.kind, _line_view(line, name, vocabulary=vocabulary)) for line in digest.lines]
    return DigestView(
        title=Digest.title(name),
        against=_against(digest),
        totals=tuple(view for kind, view in lines if kind in _TOTALS),
        changes=tuple(view for kind, view in lines if kind is DigestKind.DRIVER),
        noticed=tuple(view for kind, view in lines if kind not in _TOTALS and kind is not DigestKind.DRIVER),
    )


def _line_view(line: DigestLine, month: str, *, vocabulary: Vocabulary) -> DigestLineView:
    words = checked(_SENTENCES[line.kind](line), line.result, vocabulary=vocabulary)
    question = Digest.about(_label(line) or DIGEST_QUESTIONS[line.kind.value], month)
    rising = _change(line.result).minor > 0 if line.kind is DigestKind.DRIVER else False
    return DigestLineView(line.kind.value, words, Alternative(question, line.result.plan), rising)


def checked(words: str, result: Result, *, vocabulary: Vocabulary) -> str:
    """The sentence where every figure in it is in the result; else the one that is written from the result alone."""
    return compose(result, vocabulary).text if unknown_figures(words, result, vocabulary=vocabulary) else words


def _against(digest: Computed) -> str:
    if digest.usual is None:
        return Digest.nothing_before()
    first, last = (month_and_year(f"{day:%Y-%m}") for day in (digest.usual.first, digest.usual.last))
    return Digest.usual(first, last)


def _spent(line: DigestLine) -> str:
    return Digest.spent(_now(line.result), change=_changed(line.result))


def _earned(line: DigestLine) -> str:
    return Digest.earned(_now(line.result), change=_changed(line.result))


def _left(line: DigestLine) -> str:
    left = _change(line.result)
    return Digest.left(money_text(abs(left)), short=left.minor < 0)


def _year(line: DigestLine) -> str:
    change, earlier = _change(line.result), line.result.plan.other_period
    month = month_and_year(f"{earlier.first:%Y-%m}") if earlier is not None else ""
    amount = _row_text(line.result.rows[1])
    return Digest.year(month, amount=amount, change=_size(change), less=change.minor > 0)


def _driver(line: DigestLine) -> str:
    now, usual = line.result.rows
    label = _label(line)
    if usual.money is not None and usual.money.minor == 0:
        return Digest.driver_alone(label, _row_text(now))
    if now.money is not None and now.money.minor == 0:
        return Digest.driver_missing(label, _row_text(usual))
    change = _change(line.result)
    return Digest.driver(label, change=_size(change), more=change.minor > 0)


def _label(line: DigestLine) -> str:
    """A driver's name; of a category whose largest payee stands on a line of its own, the rest is meant."""
    return line.label if line.result.plan.without.empty else Digest.elsewhere(line.label)


def _raised(line: DigestLine) -> str:
    row, facts = line.result.rows[0], dict(line.result.facts)
    code = row.money.currency.code if row.money is not None else ""
    before, after = (money_text(Money.parse(facts[name], code)) for name in ("before", "after"))
    return Digest.raised(row.label, before=before, after=after)


def _new(line: DigestLine) -> str:
    row = line.result.rows[0]
    return Digest.new(row.label, _row_text(row))


def _ended(line: DigestLine) -> str:
    row = line.result.rows[0]
    return Digest.ended(row.label, day_words(row.on) if row.on is not None else "")


def _unusual(line: DigestLine) -> str:
    rows = line.result.rows
    if len(rows) == 1:
        return Digest.unusual(rows[0].label, _row_text(rows[0]))
    return Digest.several(len(rows), Digest.UNUSUAL_CHARGES, names=joined([row.label for row in rows]))


def _doubled(line: DigestLine) -> str:
    rows = line.result.rows
    if len(rows) == 1:
        return Digest.doubled(rows[0].label, _row_text(rows[0]))
    return Digest.several(len(rows), Digest.DOUBLED_CHARGES, names=joined([row.label for row in rows]))


_SENTENCES: Mapping[DigestKind, Callable[[DigestLine], str]] = MappingProxyType(
    {
        DigestKind.SPENT: _spent,
        DigestKind.EARNED: _earned,
        DigestKind.LEFT: _left,
        DigestKind.YEAR: _year,
        DigestKind.DRIVER: _driver,
        DigestKind.RAISED: _raised,
        DigestKind.NEW: _new,
        DigestKind.ENDED: _ended,
        DigestKind.UNUSUAL: _unusual,
        DigestKind.DOUBLED: _doubled,
    }
)


def _now(result: Result) -> str:
    """The month's own figure: the first side of a comparison, or the whole."""
    return _row_text(result.rows[0]) if result.plan.intent is Intent.COMPARE else money_text(_change(result))


def _changed(result: Result) -> str:
    if result.plan.intent is not Intent.COMPARE:
        return ""
    change = _change(result)
    return Digest.change(_size(change), more=change.minor > 0)


def _change(result: Result) -> Money:
    """The figure of a line that has an amount for it."""
    if result.value is None or result.value.money is None:
        raise ValueError("the plan of this line gives no amount")
    return result.value.money


def _size(change: Money) -> str:
    return money_text(abs(change)) if change.minor else ""


def _row_text(row: ResultRow) -> str:
    return money_text(row.money) if row.money is not None else ""
