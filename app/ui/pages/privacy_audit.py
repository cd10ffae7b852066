"""The audit trail: newest first, with a button that verifies the chain."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from app.presenters.privacy import ChainVerdict
from app.presenters.text import Privacy
from app.ui.models.rows import Column, TextRows
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Tone
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.card import Card
from app.ui.widgets.labels import Label, TextRole
from app.ui.widgets.table import Table

_NUMBER = 60
_TIME = 190
_EVENT = 200
_ACTOR = 90


class AuditCard(Card):
    """`verify_asked` by the button."""

    verify_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(Privacy.AUDIT)
        self._verify = LinkButton(Privacy.VERIFY)
        self._verify.clicked.connect(self.verify_asked)
        self.verdict = Label("", TextRole.SMALL, tone=Tone.SECOND)
        self.header.addWidget(self.verdict)
        self.header.addWidget(self._verify)
        columns = (
            Column(Privacy.NUMBER, right=True, tone=Tone.THIRD),
            Column(Privacy.TIME, tone=Tone.SECOND),
            Column(Privacy.EVENT),
            Column(Privacy.ACTOR, tone=Tone.SECOND),
            Column(Privacy.DETAILS, tone=Tone.SECOND),
        )
        self._model = TextRows(theme, columns)
        self.table = Table(Privacy.AUDIT, self._model, compact=True, bare=True)
        self.table.set_widths(_NUMBER, _TIME, _EVENT, _ACTOR, 0)
        self._none = Label(Privacy.NO_AUDIT, tone=Tone.SECOND)
        self.body.addWidget(self._none)
        self.body.addWidget(self.table)

    def show_entries(self, entries: Sequence[tuple[str, ...]]) -> None:
        """Show the trail."""
        self._model.set_rows(entries)
        self._none.setVisible(not entries)
        self.table.setVisible(bool(entries))
        self.table.fit_height(most=12)

    def show_running(self) -> None:
        """Say that the chain is being verified."""
        self.verdict.set_tone(Tone.SECOND)
        self.verdict.setText(Privacy.VERIFYING)

    def show_verdict(self, verdict: ChainVerdict) -> None:
        """Say whether it holds."""
        self.verdict.set_tone(Tone.GOOD if verdict.sound else Tone.BAD)
        self.verdict.setText(verdict.words)
