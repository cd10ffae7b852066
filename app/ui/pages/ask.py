"""The Ask page: questions at the foot, answer cards above, each figure with the transactions behind it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea, QWidget

from app.base.tasks import CancelToken
from app.domain.changes import Changes
from app.domain.plan import Plan
from app.domain.transaction import TransactionSearch
from app.presenters.ask import AskPresenter, PendingView
from app.presenters.ask_alternatives import Alternative
from app.presenters.ask_card import CardView
from app.presenters.ask_learning import LearnOffer
from app.presenters.failure import Failure
from app.presenters.text import Ask, PageNames
from app.ui.clipboard import copy_for_a_while
from app.ui.tasks import Tasks
from app.ui.theme.icons import IconName
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Space
from app.ui.widgets.answer_card import AnswerCard
from app.ui.widgets.check_box import CheckBox
from app.ui.widgets.chip import Chip
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.layouts import FlowLayout, clear, column
from app.ui.widgets.page import Page, PageKey
from app.ui.widgets.question_field import QuestionField

Found = TypeVar("Found")


@dataclass(slots=True)
class _Asked:
    """A card on the page, and whether it leaves with the owner."""

    card: AnswerCard
    kept: bool
    token: CancelToken


class AskPage(Page):
    """The model works off the GUI thread; the reading stands before the figure does."""

    def __init__(self, theme: Theme, tasks: Tasks, presenter: AskPresenter) -> None:
        super().__init__(PageNames.ASK, scrolls=False)
        self._theme = theme
        self._tasks = tasks
        self._presenter = presenter
        self._asked: list[_Asked] = []
        self.field = QuestionField(theme)
        self.field.asked.connect(self.ask)
        self.nothing_kept = CheckBox(theme, Ask.KEEP_NOTHING)
        self.nothing_kept.setToolTip(Ask.KEEP_NOTHING_WHY)
        self.nothing_kept.setAccessibleDescription(Ask.KEEP_NOTHING_WHY)
        self.nothing_kept.toggled.connect(self._keep)
        self.empty = EmptyState(theme, IconName.ASK, Ask.EMPTY_TITLE, sentence=Ask.EMPTY)
        self._cards_area = QScrollArea()
        self._cards = column(gap=Space.L)
        self._next = FlowLayout(gap=Space.S)
        self._lay_out()

    def refresh(self) -> None:
        if not self._asked:
            self._tasks.run(self._presenter.suggestions, self._suggest, owner=self, key="ask-suggestions")

    def on_changes(self, changes: Changes) -> None:
        """Answers stay as they were given; only suggestions may change."""
        del changes
        self.refresh()

    def show_with(self, wanted: object) -> None:
        """Open; with a question, ask it; with a plan that another page offers, compute it."""
        self.refresh()
        if isinstance(wanted, str) and wanted:
            self.ask(wanted)
        if isinstance(wanted, Alternative):
            self._show_offered(wanted)
        QTimer.singleShot(0, self.field, self.focus_search)

    def focus_search(self) -> bool:
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    @property
    def cards(self) -> tuple[AnswerCard, ...]:
        """The cards, oldest first."""
        return tuple(asked.card for asked in self._asked)

    def ask(self, question: str) -> AnswerCard:
        """Ask a question; the card is there at once."""
        card = self._new_card(question)
        card.show_pending()
        keep = not self.nothing_kept.isChecked()
        token = self._token(card)
        self._run(lambda: self._presenter.understand(question, keep=keep, cancel=token), card, done=self._understood)
        return card

    def hideEvent(self, event: QHideEvent) -> None:
        for asked in [asked for asked in self._asked if not asked.kept]:
            self._remove(asked.card)
        super().hideEvent(event)

    def _lay_out(self) -> None:
        self.header.addWidget(self.nothing_kept)
        self.header.addWidget(Chip(self._theme, Ask.PROMISE, icon=IconName.LOCK, tappable=False))
        inner = QWidget()
        inner.setObjectName("content")
        box = column(inner, gap=Space.L)
        box.addLayout(self._cards)
        box.addStretch(1)
        self._cards_area.setWidget(inner)
        self._cards_area.setWidgetResizable(True)
        self._cards_area.setFrameShape(QFrame.Shape.NoFrame)
        self._cards_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._cards_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._cards_area.verticalScrollBar().rangeChanged.connect(self._follow_end)
        self._cards_area.hide()
        self.body.addWidget(self._cards_area, 1)
        self.body.addWidget(self.empty, 1)
        self.body.addLayout(self._next)
        self.body.addWidget(self.field)

    def _new_card(self, question: str) -> AnswerCard:
        card = AnswerCard(self._theme, question)
        card.part_tapped.connect(lambda part, chip: self._offer(card, part, chip=chip))
        card.choice_tapped.connect(lambda name: self._choose(card, name))
        card.asked.connect(self.ask)
        card.opened.connect(self._open)
        card.learnt.connect(lambda offer: self._learn(card, offer))
        card.copied.connect(lambda: self._copy(card))
        card.removed.connect(lambda: self._remove(card))
        card.stopped.connect(lambda: self._stop(card))
        self._asked.append(_Asked(card, kept=not self.nothing_kept.isChecked(), token=CancelToken()))
        self._cards.addWidget(card)
        self.empty.hide()
        self._cards_area.show()
        clear(self._next)
        return card

    def _understood(self, card: AnswerCard, pending: PendingView) -> None:
        card.show_pending(pending.chips)
        self._run(lambda: self._presenter.compute(pending), card, done=self._show)

    def _show(self, card: AnswerCard, view: CardView) -> None:
        card.show_card(view)
        if self._asked and self._asked[-1].card is card:
            self._offer_next(card, view.follow_ups)

    def _offer(self, card: AnswerCard, part: str, *, chip: QWidget) -> None:
        view = card.view
        if view is None:
            return
        self._tasks.run(
            lambda: self._presenter.alternatives(view, part),
            lambda offered: self.open_menu(card, offered, chip=chip),
            owner=card,
            failed=card.show_failure,
        )

    def open_menu(self, card: AnswerCard, offered: Sequence[Alternative], *, chip: QWidget) -> QMenu:
        """Offer other plans below a chip; each is computed without the model."""
        menu = QMenu(chip)
        menu.setAccessibleName(chip.accessibleName())
        for item in offered:
            menu.addAction(item.words).triggered.connect(self._rerunner(card, item.plan))
        menu.popup(chip.mapToGlobal(QPoint(0, chip.height() + Space.XS)))
        return menu

    def _rerunner(self, card: AnswerCard, plan: Plan) -> Callable[..., None]:
        def rerun(*_: object) -> None:
            view = card.view
            if view is not None:
                self._run(lambda: self._presenter.rerun(view, plan), card, done=self._show)

        return rerun

    def _choose(self, card: AnswerCard, name: str) -> None:
        view = card.view
        if view is not None:
            self._run(lambda: self._presenter.choose(view, name), card, done=self._show)

    def _offer_next(self, card: AnswerCard, following: Sequence[Alternative]) -> None:
        clear(self._next)
        for item in following:
            chip = Chip(self._theme, item.words)
            chip.clicked.connect(lambda _on=False, item=item: self._follow(card, item))
            self._next.addWidget(chip)

    def _follow(self, card: AnswerCard, following: Alternative) -> None:
        view = card.view
        if view is None:
            return
        fresh = self._new_card(following.words)
        fresh.show_pending()
        self._run(lambda: self._presenter.follow(view, following), fresh, done=self._show)

    def _show_offered(self, offered: Alternative) -> None:
        keep = not self.nothing_kept.isChecked()
        fresh = self._new_card(offered.words)
        fresh.show_pending()
        self._run(lambda: self._presenter.show(offered, keep=keep), fresh, done=self._show)

    def _suggest(self, questions: Sequence[str]) -> None:
        if self._asked:
            return
        clear(self._next)
        for question in questions:
            chip = Chip(self._theme, question)
            chip.clicked.connect(lambda _on=False, question=question: self.ask(question))
            self._next.addWidget(chip)

    def _open(self, evidence: tuple[int, ...]) -> None:
        if evidence:
            self.navigated.emit(PageKey.TRANSACTIONS, TransactionSearch(ids=tuple(evidence)))

    def _learn(self, card: AnswerCard, offer: LearnOffer) -> None:
        self._run(lambda: self._presenter.learn(offer), card, done=lambda _card, _none: self.said.emit(offer.done))

    def _copy(self, card: AnswerCard) -> None:
        if card.view is not None:
            copy_for_a_while(card.view.text)
            self.said.emit(Ask.COPIED)

    def _token(self, card: AnswerCard) -> CancelToken:
        return next((asked.token for asked in self._asked if asked.card is card), CancelToken())

    def _stop(self, card: AnswerCard) -> None:
        """Stop at once: the model's worker is killed, and whatever still comes for this card is dropped."""
        self._token(card).cancel()
        card.show_stopped()

    def _remove(self, card: AnswerCard) -> None:
        """Take a card away; what is still computed for it is stopped."""
        self._token(card).cancel()
        self._asked = [asked for asked in self._asked if asked.card is not card]
        self._cards.removeWidget(card)
        card.hide()
        card.deleteLater()
        if not self._asked:
            self._cards_area.hide()
            self.empty.show()
            self.refresh()

    def _run(self, call: Callable[[], Found], card: AnswerCard, *, done: Callable[[AnswerCard, Found], None]) -> None:
        token = self._token(card)

        def finish(found: Found) -> None:
            if card in self.cards and not token.cancelled:
                done(card, found)

        def fail(failure: Failure) -> None:
            if card in self.cards and not token.cancelled:
                card.show_failure(failure)

        self._tasks.run(call, finish, failed=fail, owner=self)

    def _keep(self, nothing: bool) -> None:  # noqa: FBT001 -- a signal's argument
        self.field.remembers = not nothing

    def _follow_end(self, _least: int, most: int) -> None:
        self._cards_area.verticalScrollBar().setValue(most)
