"""What the commands stand on; wired by bootstrap."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from app.base.clock import Clock
from app.base.paths import Places
from app.cli.output import Output
from app.cli.passphrase import read_passphrase
from app.ledger.book import Book
from app.ledger.vault_access import VaultAccess
from app.lockdown import Lock
from app.presenters.asking import QuestionPlanner
from app.privacy.attempt_trail import AttemptTrail


class ClosingPlanner(QuestionPlanner, Protocol):
    """A planner that says when its model was loaded, and whose model worker can be ended."""

    def tell_loads(self, callback: Callable[[str], object]) -> None: ...
    def close(self) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """One run of the terminal face."""

    options: argparse.Namespace
    out: Output
    places: Places
    clock: Clock
    access: VaultAccess
    lock: Lock
    trail: AttemptTrail
    """Network attempts of this run, for the audit trail."""
    make_planner: Callable[[], ClosingPlanner]
    """Starts nothing yet: the model loads with the first question and is closed by bootstrap."""

    def open_book(self) -> Book:
        """Unlock the vault with the passphrase of the options; raises VaultClosedError, UsageError."""
        self.access.require()
        return self.access.unlock(read_passphrase(self.options.passphrase_file))
