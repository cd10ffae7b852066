"""A chip that shows a month and opens a list of months."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu

from app.ui.theme.icons import IconName
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Space
from app.ui.widgets.chip import Chip


class MonthMenu(Chip):
    """`picked` carries `YYYY-MM`."""

    picked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "", icon=IconName.CALENDAR)
        self._months: tuple[tuple[str, str], ...] = ()
        self.clicked.connect(self.open_menu)

    def set_months(self, current: str, months: Sequence[tuple[str, str]]) -> None:
        """Offer months as (`YYYY-MM`, words), newest first."""
        self._months = tuple(months)
        words = dict(self._months).get(current, current)
        self.set_content(words)

    def open_menu(self) -> QMenu:
        """Open the list."""
        menu = QMenu(self)
        menu.setAccessibleName(self.text())
        for month, words in self._months:
            menu.addAction(words).triggered.connect(lambda _checked=False, month=month: self.picked.emit(month))
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + Space.XS)))
        return menu
