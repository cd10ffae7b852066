"""The Privacy page: what was proved about the network, what is on the disk, and how to wipe it."""

from app.presenters.failure import Failure
from app.presenters.privacy import PrivacyPresenter, Receipt
from app.presenters.text import PageNames, Privacy
from app.ui.network_feed import NetworkFeed
from app.ui.pages.privacy_audit import AuditCard
from app.ui.pages.privacy_check import CheckCard
from app.ui.pages.privacy_data import DataMapCard, ReceiptCard
from app.ui.pages.privacy_network import NetworkCard
from app.ui.tasks import Tasks
from app.ui.theme.theme import Theme
from app.ui.widgets.dialogs import ConfirmDialog
from app.ui.widgets.inline_error import InlineError
from app.ui.widgets.page import Page


class PrivacyPage(Page):
    """Attempts arrive live; the rest is read when the page is opened."""

    def __init__(self, theme: Theme, tasks: Tasks, *, presenter: PrivacyPresenter, feed: NetworkFeed) -> None:
        super().__init__(PageNames.PRIVACY)
        self._tasks = tasks
        self._presenter = presenter
        self._feed = feed
        self.error = InlineError(theme)
        self.network = NetworkCard(theme)
        self.check = CheckCard(theme)
        self.data_map = DataMapCard(theme)
        self.receipt = ReceiptCard()
        self.audit = AuditCard(theme)
        for widget in (self.error, self.network, self.check, self.data_map, self.receipt, self.audit):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.receipt.hide()
        feed.changed.connect(self._show_network)
        self.network.seen.connect(feed.mark_seen)
        self.check.asked.connect(self.run_check)
        self.data_map.wipe_asked.connect(self.ask_wipe)
        self.audit.verify_asked.connect(self._verify)
        self._show_network()

    def refresh(self) -> None:
        self._show_network()
        fail = self.error.show_failure
        presenter = self._presenter
        self._tasks.run(presenter.data_map, self.data_map.show_places, failed=fail, owner=self, key="data map")
        self._tasks.run(presenter.audit, self.audit.show_entries, failed=fail, owner=self, key="audit")
        self.run_check()

    def run_check(self) -> None:
        """Make the attempts of the protection check again."""
        self.check.show_running()
        self._tasks.run(
            self._presenter.checks, self.check.show_checks, failed=self.error.show_failure, owner=self, key="check"
        )

    def ask_wipe(self) -> ConfirmDialog:
        """Ask once, then wipe."""
        dialog = ConfirmDialog(Privacy.WIPE_TITLE, Privacy.WIPE_SENTENCE, action=Privacy.WIPE, parent=self)
        dialog.accepted.connect(self.wipe)
        dialog.open()
        return dialog

    def wipe(self) -> None:
        """Wipe every cache and show the receipt."""
        self.data_map.set_busy(True)
        self._tasks.run_long(
            self._presenter.wipe,
            self._show_receipt,
            title=Privacy.WIPING,
            failed=self._not_wiped,
            owner=self,
        )

    def _show_receipt(self, receipt: Receipt) -> None:
        self.data_map.set_busy(False)
        self.receipt.show_receipt(receipt)
        self.refresh()

    def _not_wiped(self, failure: Failure) -> None:
        self.data_map.set_busy(False)
        self.error.show_failure(failure)

    def _show_network(self) -> None:
        self.network.show_panel(self._feed.presenter.panel())

    def _verify(self) -> None:
        self.audit.show_running()
        self._tasks.run(
            self._presenter.verify, self.audit.show_verdict, failed=self.error.show_failure, owner=self, key="verify"
        )
