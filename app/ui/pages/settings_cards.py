"""The cards of the Settings page."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSpinBox

from app.presenters.formatting import percent_text
from app.presenters.text import Settings
from app.ui.theme.icons import IconName
from app.ui.theme.theme import Theme, ThemeMode
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.buttons import IconTextButton, LinkButton
from app.ui.widgets.card import Card
from app.ui.widgets.check_box import CheckBox
from app.ui.widgets.choice import Choice
from app.ui.widgets.labels import Label, TextRole
from app.ui.widgets.layouts import clear, row

_MINUTES = (1, 240)
_SCALES = (75, 100, 125, 150, 200)


class LookCard(Card):
    """Theme and veil."""

    theme_chosen = Signal(str)
    scale_chosen = Signal(int)
    veil_chosen = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__(Settings.LOOK)
        self.themes = Choice(
            Settings.THEME,
            (
                (ThemeMode.SYSTEM.value, Settings.THEME_SYSTEM),
                (ThemeMode.LIGHT.value, Settings.THEME_LIGHT),
                (ThemeMode.DARK.value, Settings.THEME_DARK),
            ),
        )
        self.scales = Choice(Settings.TEXT_SIZE, [(str(percent), percent_text(percent, 100)) for percent in _SCALES])
        self.veil = CheckBox(theme, Settings.VEIL)
        for words, choice in ((Settings.THEME, self.themes), (Settings.TEXT_SIZE, self.scales)):
            line = row(gap=Space.L)
            line.addWidget(Label(words))
            line.addStretch(1)
            line.addWidget(choice)
            self.body.addLayout(line)
        self.body.addWidget(_help(Settings.TEXT_SIZE_HELP))
        self.body.addWidget(self.veil)
        self.body.addWidget(_help(Settings.VEIL_HELP))
        self.themes.chosen.connect(self.theme_chosen)
        self.scales.chosen.connect(lambda percent: self.scale_chosen.emit(int(percent)))
        self.veil.clicked.connect(self.veil_chosen)

    def show_look(self, theme: str, *, scale: int, veil: bool) -> None:
        """Show what is chosen."""
        self.themes.choose(theme)
        self.scales.choose(str(scale))
        self.veil.setChecked(veil)


class LockCard(Card):
    """When the vault locks by itself."""

    minutes_chosen = Signal(int)
    screen_chosen = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__(Settings.LOCKING)
        self.minutes = QSpinBox()
        self.minutes.setRange(*_MINUTES)
        self.minutes.setAccessibleName(f"{Settings.AUTO_LOCK} {Settings.MINUTES}")
        self.minutes.setKeyboardTracking(False)
        self.minutes.setFixedWidth(Space.XXXL + Space.XL)
        self.with_screen = CheckBox(theme, Settings.WITH_SCREEN)
        line = row(gap=Space.S)
        line.addWidget(Label(Settings.AUTO_LOCK))
        line.addWidget(self.minutes)
        line.addWidget(Label(Settings.MINUTES))
        line.addStretch(1)
        self.body.addLayout(line)
        self.body.addWidget(self.with_screen)
        self.body.addWidget(_help(Settings.WITH_SCREEN_HELP))
        self._shown = 0
        self.minutes.valueChanged.connect(self._chosen)
        self.with_screen.clicked.connect(self.screen_chosen)

    def show_lock(self, minutes: int, *, with_screen: bool) -> None:
        """Show what is chosen."""
        self._shown = minutes
        self.minutes.setValue(minutes)
        self.with_screen.setChecked(with_screen)

    def _chosen(self, minutes: int) -> None:
        if minutes != self._shown:
            self._shown = minutes
            self.minutes_chosen.emit(minutes)


class InboxCard(Card):
    """The watched folder."""

    asked = Signal()
    stopped = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(Settings.INBOX)
        self.folder = Label(Settings.INBOX_NONE, tone=Tone.SECOND)
        self.choose = IconTextButton(theme, IconName.FOLDER, Settings.CHOOSE)
        self.stop = LinkButton(Settings.STOP_WATCHING)
        line = row(gap=Space.M)
        line.addWidget(Label(Settings.INBOX_FOLDER))
        line.addWidget(self.folder, 1)
        line.addWidget(self.stop)
        line.addWidget(self.choose)
        self.body.addLayout(line)
        self.body.addWidget(_help(Settings.INBOX_HELP))
        self.choose.clicked.connect(self.asked)
        self.stop.clicked.connect(self.stopped)

    def show_folder(self, folder: str) -> None:
        """Show what is watched; empty for nothing."""
        self.folder.setText(folder or Settings.INBOX_NONE)
        self.folder.setToolTip(folder)
        self.stop.setVisible(bool(folder))


class KeysCard(Card):
    """Passphrase, recovery code, keyring."""

    change_asked = Signal()
    code_asked = Signal()
    keyring_chosen = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__(Settings.KEYS)
        self.change = IconTextButton(theme, IconName.KEY, Settings.CHANGE)
        self.code = IconTextButton(theme, IconName.FILE, Settings.NEW_CODE)
        self.keyring = CheckBox(theme, Settings.KEYRING)
        self._help = _help(Settings.KEYRING_HELP)
        line = row(gap=Space.S)
        line.addWidget(self.change)
        line.addWidget(self.code)
        line.addStretch(1)
        self.body.addLayout(line)
        self.body.addSpacing(Space.XS)
        self.body.addWidget(self.keyring)
        self.body.addWidget(self._help)
        self.change.clicked.connect(self.change_asked)
        self.code.clicked.connect(self.code_asked)
        self.keyring.clicked.connect(self.keyring_chosen)

    def show_keyring(self, *, offered: bool, on: bool) -> None:
        """Show whether there is a keyring, and whether it opens the vault."""
        self.keyring.setEnabled(offered)
        self.keyring.setChecked(on)
        self._help.setText(Settings.KEYRING_HELP if offered else Settings.KEYRING_NONE)


class QuestionsCard(Card):
    """Whether questions are kept."""

    chosen = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__(Settings.PRIVACY)
        self.save_nothing = CheckBox(theme, Settings.SAVE_NOTHING)
        self.body.addWidget(self.save_nothing)
        self.body.addWidget(_help(Settings.SAVE_NOTHING_HELP))
        self.save_nothing.clicked.connect(self.chosen)

    def show_save_nothing(self, save_nothing: bool) -> None:  # noqa: FBT001 -- one flag, named by the method
        """Show what is chosen."""
        self.save_nothing.setChecked(save_nothing)


class ModelCardView(Card):
    """What the installed model is."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(Settings.MODEL)
        self._theme = theme
        self.body.addWidget(Label(Settings.MODEL_SENTENCE, tone=Tone.SECOND, wrap=True))
        self._missing = Label(Settings.MODEL_MISSING, tone=Tone.CARE, wrap=True)
        self.body.addWidget(self._missing)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.XL)
        self._grid.setVerticalSpacing(Space.XS)
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)

    def show_model(self, lines: Sequence[tuple[str, str]]) -> None:
        """Show the card's lines; none where no model is installed."""
        clear(self._grid)
        self._missing.setVisible(not lines)
        for at, (words, value) in enumerate(lines):
            shown = Label(value, TextRole.SMALL, wrap=True)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(Label(words, TextRole.SMALL, tone=Tone.THIRD), at, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(shown, at, 1)


def _help(words: str) -> Label:
    return Label(words, TextRole.SMALL, tone=Tone.THIRD, wrap=True)
