"""The status bar of every page: network light with words, vault state, last import."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.presenters.shell import LightState, LightView, StatusView
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Size, Space, Tone
from app.ui.widgets.labels import Label, TextRole
from app.ui.widgets.layouts import row
from app.ui.widgets.network_light import NetworkLight

LIGHT_TONES = {
    LightState.LOCKED: Tone.GOOD,
    LightState.OS_RULE: Tone.GOOD,
    LightState.WATCHING: Tone.CARE,
    LightState.ATTEMPT: Tone.CARE,
    LightState.UNKNOWN: Tone.CARE,
    LightState.UNLOCKED: Tone.BAD,
}


class StatusBar(QWidget):
    """`light_opened` when the owner wants to see the attempts."""

    light_opened = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("statusBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(Size.STATUS_BAR)
        self.light = NetworkLight(theme)
        self._words = Label("", TextRole.SMALL, tone=Tone.SECOND)
        layout = row(self, gap=Space.M)
        layout.setContentsMargins(Space.M, 0, Space.L + 2, 0)
        layout.addWidget(self.light)
        layout.addStretch(1)
        layout.addWidget(self._words)
        self.light.opened.connect(self.light_opened)

    def show_light(self, view: LightView) -> None:
        """Show the network light; an attempt flashes once."""
        self.light.show_state(
            view.words, LIGHT_TONES[view.state], attempts=view.attempts, flash=view.state is LightState.ATTEMPT
        )

    def show_status(self, view: StatusView) -> None:
        """Show the vault's state."""
        self._words.setText(view.words)
        self._words.setAccessibleName(view.words)
