"""An answer as a card: figure, reading, sentence, rows, a plot where it helps, and what to ask next."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from app.assistant.phrases import period_reading
from app.assistant.readings import ReadingChip
from app.domain.plan import Flow, GroupBy, Intent, Measure, Plan
from app.domain.result import ResultRow, ValueKind
from app.domain.transaction import Transaction
from app.presenters.ask_alternatives import CHANGEABLE, Alternative, follow_ups
from app.presenters.ask_learning import LearnOffer
from app.presenters.asking import ANSWERED, Answered
from app.presenters.formatting import MINUS, day_text, money_text, month_and_year, month_short
from app.presenters.text import Ask

_TIMES = frozenset({GroupBy.DAY, GroupBy.WEEK, GroupBy.MONTH, GroupBy.QUARTER, GroupBy.YEAR})
_SPENT = frozenset({Flow.SPENDING, Flow.FEES})
_SIGNED = frozenset({Intent.TOTAL, Intent.AVERAGE, Intent.BREAKDOWN})
_MANY_POINTS = 18
_LEAST_POINTS = 2
_MOST_BARS = 8
_MOST_ROWS = 60
FEW = 4
"""Rows shown before the rest is opened in Transactions."""


class PlotKind(StrEnum):
    """How a table is drawn."""

    BARS = "bars"
    LINE = "line"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class ChipView:
    """One part of the reading; `part` names it for a change."""

    part: str
    words: str
    changeable: bool


@dataclass(frozen=True, slots=True)
class RowView:
    """One line of the table, with the transactions behind it."""

    when: str
    label: str
    amount: str
    evidence: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PlotPointView:
    """One bar or point; `size` in minor units, or a count."""

    key: str
    label: str
    size: int
    amount: str
    reading: str


@dataclass(frozen=True, slots=True)
class PlotView:
    """A plot; `currency` empty where it counts."""

    kind: PlotKind
    points: tuple[PlotPointView, ...]
    currency: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView:
    """All a card shows."""

    answered: Answered
    question: str
    figure: str
    text: str
    chips: tuple[ChipView, ...]
    rows: tuple[RowView, ...]
    plot: PlotView | None
    show_all: str
    foot: str
    choices: tuple[str, ...]
    suggestions: tuple[str, ...]
    follow_ups: tuple[Alternative, ...]
    offer: LearnOffer | None = None
    """Set where this card came of a corrected payee or category."""


def card_view(answered: Answered, behind: Sequence[Transaction]) -> CardView:
    """The card of an answer; `behind` are the newest few of its transactions."""
    card = answered.card
    plan = answered.plan
    done = answered.status == ANSWERED and card is not None and plan is not None
    return CardView(
        answered=answered,
        question=answered.question,
        figure=figure_text(answered) if done else "",
        text=answered.text,
        chips=chip_views(card.chips) if card is not None else (),
        rows=_rows(answered, behind),
        plot=plot_view(answered.rows, plan) if done and plan is not None else None,
        show_all=Ask.show_all(len(answered.evidence)) if answered.evidence else "",
        foot=_foot(answered) if done else "",
        choices=answered.choices,
        suggestions=() if done or answered.choices else Ask.INSTEAD,
        follow_ups=follow_ups(plan) if done and plan is not None and answered.evidence else (),
    )


def chip_views(chips: Sequence[ReadingChip]) -> tuple[ChipView, ...]:
    """The reading as chips."""
    return tuple(ChipView(chip.part.value, chip.text, chip.part in CHANGEABLE) for chip in chips)


def figure_text(answered: Answered) -> str:
    """The figure; spending carries its minus, income its plus."""
    value, plan, card = answered.value, answered.plan, answered.card
    if card is None or value is None or plan is None:
        return ""
    if value.kind is ValueKind.MONEY and value.money is not None and plan.intent in _SIGNED:
        if plan.flow in _SPENT:
            return money_text(-value.money)
        return money_text(value.money, plus=plan.flow is Flow.INCOME)
    return card.figure


def plot_view(rows: Sequence[ResultRow], plan: Plan) -> PlotView | None:
    """Bars or a line over time, a list of bars for a ranking; None where a plot would say nothing."""
    if plan.group_by is None or plan.intent not in {Intent.BREAKDOWN, Intent.RANKING} or len(rows) < _LEAST_POINTS:
        return None
    over_time = plan.group_by in _TIMES
    shown = rows if over_time else rows[:_MOST_BARS]
    counted = plan.measure is Measure.COUNT
    money = None if counted else next((row.money for row in rows if row.money is not None), None)
    points = tuple(_point(str(at), row, plan=plan) for at, row in enumerate(shown))
    timed = PlotKind.LINE if len(points) > _MANY_POINTS else PlotKind.BARS
    kind = timed if over_time else PlotKind.LIST
    return PlotView(kind, points, money.currency.code if money is not None else "")


def _point(key: str, row: ResultRow, *, plan: Plan) -> PlotPointView:
    amount = _row_amount(row, plan=plan)
    counted = row.money is None or plan.measure is Measure.COUNT
    size = (row.count or 0) if counted or row.money is None else row.money.minor
    label = _label(row.label, plan)
    short = month_short(row.label) if plan.group_by is GroupBy.MONTH else label
    reading = f"{label}: {amount}"
    if plan.group_by not in _TIMES:
        return PlotPointView(key, label, max(0, size), amount, reading)
    return PlotPointView(key, short, size, amount, reading)


def _rows(answered: Answered, behind: Sequence[Transaction]) -> tuple[RowView, ...]:
    plan = answered.plan
    if answered.rows and plan is not None:
        return tuple(
            RowView(
                day_text(row.on) if row.on is not None and plan.group_by is None else "",
                _label(row.label, plan),
                _row_amount(row, plan=plan),
                row.evidence,
            )
            for row in answered.rows[:_MOST_ROWS]
        )
    return tuple(
        RowView(
            day_text(item.counted_on),
            item.payee or item.printed_payee,
            money_text(item.amount, plus=True, symbol=False),
            (item.id,),
        )
        for item in behind
    )


def _label(label: str, plan: Plan) -> str:
    """A row's label in people's words; the sides of a comparison by what sets them apart."""
    if plan.intent is Intent.COMPARE and label in {"first", "second"}:
        return _side(plan, first=label == "first")
    if plan.group_by is None:
        return Ask.ROW_LABELS.get(label, label)
    return month_and_year(label) if plan.group_by is GroupBy.MONTH else label


def _side(plan: Plan, *, first: bool) -> str:
    if plan.other_where is not None and not plan.other_where.empty:
        where = plan.where if first else plan.other_where
        names = (*where.categories, *where.payees, where.text)
        return " + ".join(name for name in names if name) or Ask.ROW_LABELS["first" if first else "second"]
    period = plan.period if first else plan.other_period or plan.period
    return period_reading(period, dash="\N{EN DASH}")


def _row_amount(row: ResultRow, *, plan: Plan) -> str:
    parts = []
    if plan.measure is Measure.COUNT and row.count is not None:
        parts.append(Ask.times(row.count))
    elif row.money is not None:
        parts.append(money_text(row.money))
    elif row.count is not None:
        parts.append(Ask.times(row.count))
    if row.percent is not None:
        parts.append(_percent(row.percent))
    return " · ".join(parts)


def _percent(percent: Decimal) -> str:
    return f"{percent:f}\N{NO-BREAK SPACE}%".replace("-", MINUS)


def _foot(answered: Answered) -> str:
    return Ask.computed(
        len(answered.evidence),
        run=answered.run_milliseconds,
        plan=answered.plan_milliseconds,
        by_model=answered.planned_by == "model",
    )
