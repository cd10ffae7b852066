"""The window's wiring: presenters over the open book, the network light, and the lock that ends the process."""

import shutil
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
from app.ui.application import forget_scale, log_qt_messages, make_application, scale_text
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
    unsubscribe: Callable[[], None] | None = None

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
            privacy=PrivacyPresenter(BookPrivacy(book, self.services.lock, forget=planner.forget)),
            settings=SettingsPresenter(BookSettings(book, models)),
        )
        return OpenedVault(
            presenters=presenters,
            status=lambda: self.status(book),
            subscribe=lambda callback: self.subscribe(book, callback),
            lock_after_minutes=int(book.setting("lock_after_minutes")),
            lock_with_screen=bool(book.setting("lock_with_screen")),
            veiled=bool(book.setting("veil_amounts")),
        )

    def subscribe(self, book: Book, callback: Callable[[Changes], object]) -> None:
        """Tell the window of changes until the vault is closed; its last entry is no news to a window that ends."""
        self.unsubscribe = book.on_changes(lambda changes: _tell(callback, changes))

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
        forget_scale()
        if self.services.options.command == "demo":
            shutil.rmtree(self.services.places.vault, ignore_errors=True)  # the demo begins anew in a folder of its own
        relaunch(self.services.lock, sys.argv[1:])

    def close(self) -> None:
        """End the model worker and close the vault, where they are there."""
        if self.planner is not None:
            self.planner.close()
            self.planner = None
        self.trail.leave()
        if self.unsubscribe is not None:
            self.unsubscribe()
            self.unsubscribe = None
        if self.book is not None:
            self.book.close()
            self.book = None


def run_window(services: Services, *, demo_book: Book | None = None) -> int:
    """Show the window until it is closed; returns Qt's exit code."""
    settings = load_settings(services.places.settings)
    scale_text(int(settings.value("text_scale")))
    application = make_application(sys.argv[:1])
    restore_messages: Callable[[], object] = log_qt_messages()
    stop_quitting = quit_on_signals(application)
    run = _Run(services, services.trail)
    watch = _AuditedWatch(services.lock, trail=services.trail)
    parts: WindowParts[Book] = WindowParts(
        resources=resources(),
        theme=str(settings.value("theme")),
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
        window.tasks.close()
        run.close()
        restore_messages()
        stop_quitting()


def _report(error: Exception) -> None:
    _log.error("a task failed", exc_info=(type(error), error, error.__traceback__))


def _tell(callback: Callable[[Changes], object], changes: Changes) -> None:
    callback(changes)
