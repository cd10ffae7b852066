"""The door of the vault: unlock it, or make one; then the recovery code, shown once."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from app.presenters.text import Words
from app.presenters.unlock import UnlockPresenter
from app.ui.pages.create_form import CreateForm
from app.ui.pages.recovery_form import RecoveryForm
from app.ui.pages.unlock_form import UnlockForm
from app.ui.tasks import Tasks
from app.ui.theme.icons import IconName
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Size, Space, Tone
from app.ui.widgets.card import Card
from app.ui.widgets.labels import Label, TextRole
from app.ui.widgets.layouts import column, row

OpenBook = TypeVar("OpenBook")


class UnlockPage(QWidget, Generic[OpenBook]):
    """Calls `opened` with the book once the vault is open and the owner is ready."""

    def __init__(
        self,
        theme: Theme,
        tasks: Tasks,
        *,
        presenter: UnlockPresenter[OpenBook],
        opened: Callable[[OpenBook], object],
    ) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._opened = opened
        self._brand = QLabel()
        self._brand.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.unlock_form = UnlockForm(theme, tasks, presenter=presenter, opened=opened)
        self.create_form = CreateForm(theme, tasks, presenter=presenter, created=self._show_recovery)
        self.recovery_form = RecoveryForm(theme)
        self._forms = (self.unlock_form, self.create_form, self.recovery_form)
        self._lay_out()
        self._show(self.unlock_form if presenter.has_vault else self.create_form)
        theme.changed.connect(self._tint)
        self._tint()

    @property
    def form(self) -> QWidget:
        """The form that is shown."""
        return next(form for form in self._forms if not form.isHidden())

    def _show(self, shown: QWidget) -> None:
        for form in self._forms:
            form.setVisible(form is shown)

    def _lay_out(self) -> None:
        card = Card(margin=Space.XXL)
        card.setFixedWidth(Size.FORM + Space.XXL)
        for form in self._forms:
            card.body.addWidget(form)
        middle = column(gap=Space.XL)
        middle.addStretch(2)
        brand = row(gap=Space.M)
        brand.addStretch(1)
        brand.addWidget(self._brand)
        brand.addWidget(Label(Words.APP, TextRole.FIGURE))
        brand.addStretch(1)
        middle.addLayout(brand)
        middle.addWidget(card)
        middle.addStretch(3)
        outer = row(self)
        outer.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(1)

    def _show_recovery(self, book: OpenBook, code: str) -> None:
        self.recovery_form.show_code(code, done=lambda: self._opened(book))
        self._show(self.recovery_form)
        self.recovery_form.copy.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tint(self) -> None:
        ratio = self.devicePixelRatioF()
        self._brand.setPixmap(self._theme.pixmap(IconName.BRAND, Tone.ACCENT, size=Size.ICON_LARGE, ratio=ratio))
