"""The cards of the Overview page."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy

from app.presenters.accounts import AccountLine
from app.presenters.formatting import short_amount
from app.presenters.overview import CategoryLine, Figure, FlowMonth, Mood, account_search
from app.presenters.text import Overview
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Size, Space, Tone
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.card import Card
from app.ui.widgets.charts.bar_list import BarLine, BarList
from app.ui.widgets.charts.paired_bars import BarPair, PairedBars
from app.ui.widgets.charts.sparkline import Sparkline, SparkPoint
from app.ui.widgets.chip import Chip
from app.ui.widgets.coverage_strip import CoverageStrip
from app.ui.widgets.labels import Label, MoneyLabel, TextRole
from app.ui.widgets.layouts import clear, column, row, rule
from app.ui.widgets.proof_badge import ProofBadge, ProofSum, ProofTone

_MOODS = {Mood.QUIET: Tone.THIRD, Mood.GOOD: Tone.GOOD}
_SPARK = 58
_LINK_EDGE = Size.FOCUS_RING + 1


class FigureCard(Card):
    """A figure, a note, and the twelve months behind it; `opened` carries the month."""

    opened = Signal(str)

    def __init__(self, theme: Theme, *, series: int) -> None:
        super().__init__()
        self._title = Label("", TextRole.SMALL_STRONG, tone=Tone.SECOND)
        self._amount = MoneyLabel(theme, role=TextRole.FIGURE)
        self._note = Label("", TextRole.SMALL_STRONG, tone=Tone.THIRD)
        self._line = Sparkline(theme, "", series=series)
        self._line.setFixedHeight(_SPARK)
        self._line.activated.connect(self.opened)
        self.body.setSpacing(Space.XS)
        for label in (self._title, self._amount, self._note):
            line = row()
            line.addWidget(label)
            line.addStretch(1)
            self.body.addLayout(line)
        self.body.addSpacing(Space.XS)
        self.body.addStretch(1)
        self.body.addWidget(self._line)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_figure(self, figure: Figure) -> None:
        """Show a figure."""
        self.setAccessibleName(figure.title)
        self._title.setText(figure.title)
        self._amount.set_amount(figure.amount)
        self._note.setText(figure.note)
        self._note.set_tone(_MOODS[figure.mood])
        self._line.setAccessibleName(figure.title)
        self._line.set_points(
            [SparkPoint(point.month, point.amount, point.label, point.amount_text) for point in figure.line]
        )


class CashFlowCard(Card):
    """Income and spending of twelve months; the chips are the legend and switch each on and off."""

    opened = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(Overview.CASH_FLOW)
        self.chart = PairedBars(theme, Overview.CASH_FLOW, tick_text=str)
        self._income = Chip(theme, Overview.INCOME, series=0)
        self._spending = Chip(theme, Overview.SPENDING, series=1)
        for chip in (self._income, self._spending):
            chip.setCheckable(True)
            chip.setChecked(True)
            chip.toggled.connect(self._switch)
            self.header.addWidget(chip)
        self.body.addWidget(self.chart, 1)
        self.chart.activated.connect(self.opened)

    def show_flow(self, months: Sequence[FlowMonth], currency: str) -> None:
        """Show months; axis marks in the currency's major unit."""
        self.chart.set_pairs(
            [BarPair(month.month, month.label, month.income, month.spending, month.reading) for month in months],
            tick_text=lambda minor: short_amount(minor, currency),
        )

    def _switch(self) -> None:
        self.chart.show_series(first=self._income.isChecked(), second=self._spending.isChecked())


class CategoriesCard(Card):
    """Where it went: `opened` carries a category, `all_opened` asks for the month."""

    opened = Signal(str)
    all_opened = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(Overview.WHERE)
        see_all = LinkButton(Overview.SEE_ALL, name=Overview.SEE_ALL_NAME)
        see_all.clicked.connect(self.all_opened)
        self.header.addWidget(see_all)
        self.bars = BarList(theme, Overview.WHERE)
        self.bars.activated.connect(self.opened)
        self._nothing = Label(Overview.NOTHING_SPENT, tone=Tone.SECOND, wrap=True)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self.bars)
        self.body.addStretch(1)

    def show_categories(self, lines: Sequence[CategoryLine]) -> None:
        """Show a month's categories."""
        self._nothing.setVisible(not lines)
        self.bars.setVisible(bool(lines))
        self.bars.set_lines([BarLine(it.category, it.label, it.size, it.amount, it.reading) for it in lines])


class AccountsCard(Card):
    """Accounts with balance, coverage and proof; `opened` carries a TransactionSearch."""

    opened = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(Overview.ACCOUNTS)
        self._theme = theme
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.L)
        self._grid.setVerticalSpacing(Space.S)
        self._grid.setColumnStretch(0, 1)
        self.body.addLayout(self._grid)
        self.legend = Label(Overview.OVERLAP_LEGEND, TextRole.SMALL, tone=Tone.THIRD, wrap=True)
        self.legend.hide()
        self.body.addWidget(self.legend)

    def show_accounts(self, accounts: Sequence[AccountLine]) -> None:
        """Show the accounts."""
        clear(self._grid)
        for at, account in enumerate(accounts):
            if at:
                self._grid.addWidget(rule(), 2 * at - 1, 0, 1, 4)
            self._add(account, at=2 * at)
        self.legend.setVisible(any(month.overlapping for account in accounts for month in account.coverage))

    def _add(self, account: AccountLine, *, at: int) -> None:
        name = LinkButton(account.name)
        name.setProperty("kind", "light")
        name.setFont(TextRole.STRONG.font())
        name.clicked.connect(lambda: self.opened.emit(account_search(account.id)))
        words = column(gap=0)
        line = row()
        line.addWidget(name)
        line.addStretch(1)
        details = Label(account.details, TextRole.SMALL, tone=Tone.THIRD)
        details.setIndent(_LINK_EDGE)
        words.addLayout(line)
        words.addWidget(details)
        badge = ProofBadge(
            self._theme,
            ProofSum(ProofTone(account.proof), account.proof_word, account.proof_why, account.proof_lines),
        )
        balance = MoneyLabel(self._theme, account.balance, name=account.name)
        balance.setMinimumWidth(Size.RAIL // 2)
        self._grid.addLayout(words, at, 0)
        strip = CoverageStrip(self._theme, account.coverage, name=account.coverage_spoken)
        self._grid.addWidget(strip, at, 1, Qt.AlignmentFlag.AlignRight)
        self._grid.addWidget(badge, at, 2, Qt.AlignmentFlag.AlignLeft)
        self._grid.addWidget(balance, at, 3)
