"""The Import page: drop files, review what was read, add it, and take past imports back."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from app.domain.account import AccountKind
from app.domain.changes import ChangeKind, Changes
from app.domain.transaction import TransactionSearch
from app.presenters.failure import Failure
from app.presenters.importing import ImportingPresenter, ImportingView, PastLine, RefusedLine, StagedFiles
from app.presenters.importing_review import ReviewView
from app.presenters.text import Importing, PageNames
from app.ui.pages.importing_list import PastCard, RefusedInlineError, StagedCard
from app.ui.pages.importing_review import ReviewPanel
from app.ui.tasks import Tasks
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.dialogs import ConfirmDialog
from app.ui.widgets.drop_zone import DropZone
from app.ui.widgets.inline_error import InlineError
from app.ui.widgets.labels import Label, TextRole
from app.ui.widgets.layouts import clear, column
from app.ui.widgets.page import Page, PageKey

_SHOWN = frozenset({ChangeKind.STAGING, ChangeKind.BATCHES, ChangeKind.ACCOUNTS})


class ImportPage(Page):
    """The list, or the review of one file in its place."""

    def __init__(self, theme: Theme, tasks: Tasks, presenter: ImportingPresenter) -> None:
        super().__init__(PageNames.IMPORT)
        self._theme = theme
        self._tasks = tasks
        self._presenter = presenter
        self._review: ReviewView | None = None
        self._failed: list[RefusedLine] = []
        self._view: ImportingView | None = None
        self.setAcceptDrops(True)
        self.error = InlineError(theme)
        self.drop = DropZone(theme)
        self.drop.dropped.connect(self.stage)
        self._waiting_title = Label(Importing.WAITING, TextRole.HEADING)
        self._waiting = column(gap=Space.M)
        self._refused = column(gap=Space.M)
        self.past = PastCard(theme)
        self.past.undone.connect(self.ask_undo)
        self.past.opened.connect(self._open_batch)
        self.review = ReviewPanel(theme)
        self._list = QWidget()
        self._fill_list()
        self.body.addWidget(self.error)
        self.body.addWidget(self._list, 1)
        self.body.addWidget(self.review, 1)
        self.header.insertWidget(0, self.review.back_button)
        self._show_list(shown=True)
        self._connect_review()

    def refresh(self) -> None:
        self._tasks.run(self._presenter.load, self.show_view, failed=self._fail, owner=self, key="importing")

    def on_changes(self, changes: Changes) -> None:
        if changes.kinds & _SHOWN:
            self.refresh()

    def show_with(self, wanted: object) -> None:
        """Open the list; with a list of paths, read them."""
        self.refresh()
        if isinstance(wanted, list):
            self.stage(wanted)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """The whole page takes files; the drop zone shows it."""
        self.drop.dragEnterEvent(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.drop.dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.drop.dropEvent(event)

    def show_view(self, view: ImportingView) -> None:
        """Show the list."""
        self._view = view
        self.drop.set_note(view.inbox)
        clear(self._waiting)
        self._waiting_title.setVisible(bool(view.staged))
        for line in view.staged:
            card = StagedCard(self._theme, line)
            card.reviewed.connect(self.open_review)
            card.discarded.connect(self.discard)
            self._waiting.addWidget(card)
        self._show_refused()
        self.past.show_past(view.past)

    def stage(self, paths: Sequence[Path]) -> None:
        """Read files, with progress and cancel."""
        chosen = list(paths)
        self._failed = []
        self._tasks.run_long(
            lambda progress, token: self._presenter.stage(chosen, progress=progress, cancel=token),
            self._staged,
            title=Importing.READ_TITLE,
            failed=self._fail,
            owner=self,
        )

    def open_review(self, staged_id: str) -> None:
        """Open the review of one file."""
        self._change(lambda: self._presenter.review(staged_id))

    def close_review(self) -> None:
        """Back to the list."""
        self._review = None
        self._show_list(shown=True)
        if self.isVisible():
            self.drop.button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refresh()

    def show_review(self, view: ReviewView) -> None:
        """Show a review in the list's place."""
        opened = self._review is None
        self._review = view
        self.review.show_review(view)
        self._show_list(shown=False)
        if opened and self.isVisible():
            first = self.review.commit if view.can_commit else self.review.back_button
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_list(self, *, shown: bool) -> None:
        for widget in (self._list, self.title):
            widget.setVisible(shown)
        for widget in (self.review, self.review.back_button):
            widget.setVisible(not shown)

    def discard(self, staged_id: str, file: str) -> None:
        """Let a staged file go."""
        self._tasks.run(lambda: self._presenter.discard(staged_id, file), self._done, failed=self._fail, owner=self)

    def ask_undo(self, line: PastLine) -> ConfirmDialog:
        """Ask before a past import is taken back."""
        dialog = ConfirmDialog(
            Importing.undo_title(line.file),
            Importing.undo_why(line.transactions),
            action=Importing.UNDO,
            parent=self,
        )
        dialog.accepted.connect(
            lambda: self._tasks.run_long(
                lambda _progress, _token: self._presenter.undo(line.id),
                self._done,
                title=Importing.undo_title(line.file),
                failed=self._fail,
                owner=self,
            )
        )
        dialog.open()
        return dialog

    def commit(self) -> None:
        """Add what is marked."""
        view = self._review
        if view is None:
            return
        self.review.commit.setEnabled(False)
        self._tasks.run_long(
            lambda progress, token: self._presenter.commit(view, progress=progress, cancel=token),
            self._done,
            title=view.commit_words,
            failed=self._fail_review,
            owner=self,
        )

    def _fill_list(self) -> None:
        layout = column(self._list, gap=Space.L)
        layout.addWidget(self.drop)
        layout.addLayout(self._refused)
        layout.addWidget(self._waiting_title)
        layout.addLayout(self._waiting)
        layout.addWidget(self.past)
        layout.addStretch(1)
        self._waiting_title.set_tone(Tone.TEXT)
        self._waiting_title.hide()

    def _connect_review(self) -> None:
        panel = self.review
        panel.back.connect(self.close_review)
        panel.commit_asked.connect(self.commit)
        panel.discard_asked.connect(self._discard_shown)
        panel.decided.connect(
            lambda question, choice: self._change_shown(
                lambda shown: self._presenter.decide(shown, question, choice=choice)
            )
        )
        panel.changed.connect(
            lambda place, rows, on: self._change_shown(
                lambda shown: self._presenter.include(shown, place, positions=rows, included=on)
            )
        )
        panel.set_apart.connect(
            lambda place, rows: self._change_shown(lambda shown: self._presenter.others(shown, place, positions=rows))
        )
        panel.retargeted.connect(
            lambda place, number: self._change_shown(
                lambda shown: self._presenter.retarget(shown, place, account=number)
            )
        )
        panel.named.connect(
            lambda place, name, kind: self._change_shown(
                lambda shown: self._presenter.retarget(shown, place, account=name, kind=AccountKind(kind))
            )
        )

    def _staged(self, files: StagedFiles) -> None:
        self._failed = list(files.refused)
        if len(files.staged) == 1 and not files.refused:
            self._open_if_ready(files.staged[0])
        self.refresh()

    def _open_if_ready(self, staged_id: str) -> None:
        def opened(view: ReviewView) -> None:
            if view.accounts or view.decisions:
                self.show_review(view)

        self._tasks.run(lambda: self._presenter.review(staged_id), opened, failed=self._fail, owner=self)

    def _show_refused(self) -> None:
        clear(self._refused)
        kept = self._view.refused if self._view else ()
        for line in (*self._failed, *kept):
            notice = RefusedInlineError(self._theme, line)
            notice.dismissed.connect(self._dismiss)
            self._refused.addWidget(notice)

    def _dismiss(self, staged_id: str, file: str) -> None:
        if staged_id:
            self.discard(staged_id, file)
        else:
            self._failed = [line for line in self._failed if line.file != file]

    def _change(self, call: Callable[[], ReviewView]) -> None:
        self.error.clear()
        self._tasks.run(call, self.show_review, failed=self._fail_review, owner=self)

    def _change_shown(self, call: Callable[[str], ReviewView]) -> None:
        if self._review is not None:
            shown = self._review.id
            self._change(lambda: call(shown))

    def _discard_shown(self) -> None:
        if self._review is not None:
            self.discard(self._review.id, self._review.file)

    def _open_batch(self, batch: str) -> None:
        self.navigated.emit(PageKey.TRANSACTIONS, TransactionSearch(batch=batch))

    def _done(self, words: str) -> None:
        self.said.emit(words)
        self.close_review()

    def _fail(self, failure: Failure) -> None:
        self.error.show_failure(failure)
        self.refresh()

    def _fail_review(self, failure: Failure) -> None:
        self.error.show_failure(failure)
        if self._review is not None:
            self.review.commit.setEnabled(self._review.can_commit)
