"""The window's wiring: presenters over the open book, the network light, and the lock that ends the process."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from app.base.log import logger
from app.base.paths import resources
from app.base.settings import load_settings
from app.bootstrap.sources import BookPrivacy, BookSettings
from app.cli.services import ClosingPlanner, Services
from app.domain.changes import Changes
from app.ledger.book import Book
from app.lockdown import Attempt, Lock, relaunch
from app.presenters.ask import AskPresenter
from app.presenters.asking import Asking
from app.presenters.importing import ImportingPresenter
from app.presenters.overview import OverviewPresenter
from app.presenters.privacy import NetworkPresenter, PrivacyPresenter
from app.presenters.recurring import RecurringPresenter
from app.presenters.settings import SettingsPresenter
from app.presenters.shell import StatusView, status_view
from app.presenters.transactions import TransactionsPresenter
from app.presenters.unlock import UnlockPresenter
from app.privacy.attempt_trail import AttemptTrail
from app.privacy.network_watch import NetworkWatch
from app.ui.application import log_qt_messages, make_application
from app.ui.ending import quit_on_signals
from app.ui.page_list import PagePresenters
from app.ui.window import OpenedVault, Window, WindowParts

_log = logger(__name__)


class _AuditedWatch(NetworkWatch):
    """The watch that also hands each new attempt to the audit trail."""

    def __init__(self, lock: Lock, *, trail: AttemptTrail) -> None:
        super().__init__(lock)
        self._trail = trail

    def poll(self) -> tuple[Attempt, ...]:
        fresh = super().poll()
        self._trail.add(fresh)
        return fresh


@dataclass(slots=True)
class _Run:
    """One run of the window: the book that is open, if any."""

    services: Services
    trail: AttemptTrail
    book: Book | None = None
    planner: ClosingPlanner | None = None

    def open_vault(self, book: Book) -> OpenedVault:
        """Make the pages' presenters for an open book."""
        self.book = book
        clock = self.services.clock
        planner = self.planner = self.planner or self.services.make_planner()
        planner.tell_loads(book.note_model_loaded)
        self.trail.follow(book.session)
        book.inbox.start()
        models = resources() / "models"
        presenters = PagePresenters(
            overview=OverviewPresenter(book),
            transactions=TransactionsPresenter(book, clock=clock),
            importing=ImportingPresenter(book, now=lambda: clock.now().astimezone(), inbox=book.inbox.folder),
            ask=AskPresenter(Asking(book, planner, clock=clock), book),
            recurring=RecurringPresenter(book),
            privacy=PrivacyPresenter(BookPrivacy(book, self.services.lock)),
            settings=SettingsPresenter(BookSettings(book, models)),
        )
        return OpenedVault(
            presenters=presenters,
            status=lambda: self.status(book),
            subscribe=lambda callback: book.on_changes(lambda changes: _tell(callback, changes)),
            lock_after_minutes=int(book.setting("lock_after_minutes")),
            veiled=bool(book.setting("veil_amounts")),
        )

    def status(self, book: Book) -> StatusView:
        """The right end of the status bar."""
        committed = [batch.committed_at for batch in book.batches() if batch.undone_at is None]
        last = datetime.fromisoformat(max(committed)) if committed else None
        minutes = int(book.setting("lock_after_minutes"))
        now = self.services.clock.now()
        return status_view(unlocked=True, auto_lock_minutes=minutes, last_import=last, now=now)

    def lock(self) -> None:
        """Close the vault and replace this process, so that key and rows leave memory with it."""
        self.close()
        relaunch(self.services.lock, sys.argv[1:])

    def close(self) -> None:
        """End the model worker and close the vault, where they are there."""
        if self.planner is not None:
            self.planner.close()
            self.planner = None
        self.trail.leave()
        if self.book is not None:
            self.book.close()
            self.book = None


def run_window(services: Services, *, demo_book: Book | None = None) -> int:
    """Show the window until it is closed; returns Qt's exit code."""
    application = make_application(sys.argv[:1])
    restore_messages: Callable[[], object] = log_qt_messages()
    stop_quitting = quit_on_signals(application)
    run = _Run(services, services.trail)
    watch = _AuditedWatch(services.lock, trail=services.trail)
    parts: WindowParts[Book] = WindowParts(
        resources=resources(),
        theme=str(load_settings(services.places.settings).value("theme")),
        network=NetworkPresenter(watch),
        unlock=UnlockPresenter(
            services.access, add_keyring=None if services.places.portable else Book.add_keyring_slot
        ),
        open_vault=run.open_vault,
        lock=run.lock,
        report=_report,
        locked_status=status_view(unlocked=False, auto_lock_minutes=0, last_import=None, now=services.clock.now()),
    )
    window = Window(application, parts)
    try:
        if demo_book is not None:
            window.open_book(demo_book)
        window.show()
        return int(application.exec())
    finally:
        run.close()
        restore_messages()
        stop_quitting()


def _report(error: Exception) -> None:
    _log.error("a task failed", exc_info=(type(error), error, error.__traceback__))


def _tell(callback: Callable[[Changes], object], changes: Changes) -> None:
    callback(changes)
