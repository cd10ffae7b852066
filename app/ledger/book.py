"""The book: one open vault as the faces see it; each use case stands in a file of its own. Every call blocks."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from app.base.settings import SettingValue
from app.base.tasks import CancelToken, Progress, no_progress
from app.domain.account import AccountKind, AccountSummary
from app.domain.audit_entry import AuditEntry, AuditEvent
from app.domain.category import Category
from app.domain.changes import Changes
from app.domain.money import Money
from app.domain.overview import Overview
from app.domain.plan import Plan
from app.domain.result import Result
from app.domain.staged import ImportBatch, StagedBatch
from app.domain.transaction import Transaction, TransactionKind, TransactionSearch
from app.domain.vocabulary import LearnedName, Vocabulary
from app.ledger import categorise, export, learned_names, settings
from app.ledger.answering import answer_plan
from app.ledger.commit import TOUCHED, undo_committed
from app.ledger.import_statement import Importing, ImportOptions
from app.ledger.inbox import Inbox
from app.ledger.insights import Insights
from app.ledger.overview import load_accounts, load_overview
from app.ledger.vocabulary import load_vocabulary
from app.store import audit_log, batches, categories, transactions
from app.store.key_slots import add_keyring_slot, change_passphrase, remove_keyring_slot, renew_recovery_code
from app.store.keyring_slot import KeyringSlot
from app.store.keys import KeyDerivation
from app.store.session import VaultSession
from app.store.slot_file import SlotKind
from app.store.vault import slot_kinds

_EVERYTHING = TransactionSearch()
_PAGE = 200


class Book(Insights):
    """An unlocked vault. `close` locks it."""

    def __init__(
        self,
        session: VaultSession,
        *,
        derivation: Callable[[], KeyDerivation],
        before_lock: Callable[[VaultSession], object] = lambda _session: None,
    ) -> None:
        self.session = session
        self.importing = Importing(session)
        self.inbox = Inbox(session, lambda path, cancel: self.stage(path, cancel=cancel), files=self.importing.files)
        self._derivation = derivation
        self._before_lock = before_lock
        self._models: set[str] = set()

    def close(self) -> None:
        """Lock the vault; may be called twice."""
        if self.session.closed:
            return
        self.inbox.close()
        self.importing.rest()
        try:
            self._before_lock(self.session)
        finally:
            self.session.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def on_changes(self, callback: Callable[[Changes], None]) -> Callable[[], None]:
        """Call back after each write, on the writer's thread; returns what ends that."""
        return self.session.on_changes(callback)

    # What is there

    def accounts(self) -> tuple[AccountSummary, ...]:
        """Accounts with balance, coverage and proof."""
        today = self.session.clock.today()
        return self.session.read(lambda connection: load_accounts(connection, today))

    def overview(self, month: str | None = None) -> Overview:
        """The figures of a month `YYYY-MM`; None for the newest with transactions."""
        today = self.session.clock.today()
        return self.session.read(lambda connection: load_overview(connection, month, today=today))

    def transactions(
        self, search: TransactionSearch = _EVERYTHING, offset: int = 0, limit: int = _PAGE
    ) -> tuple[Transaction, ...]:
        """One page of what is searched for."""
        return self.session.read(lambda connection: transactions.page(connection, search, offset=offset, limit=limit))

    def count(self, search: TransactionSearch = _EVERYTHING) -> int:
        """How many are searched for."""
        return self.session.read(lambda connection: transactions.count(connection, search))

    def summary(self, search: TransactionSearch = _EVERYTHING) -> tuple[int, tuple[Money, ...]]:
        """How many are searched for, and their sums, one a currency."""
        return self.session.read(lambda connection: transactions.summary(connection, search))

    def transaction(self, transaction_id: int) -> Transaction:
        """One transaction; raises NotFoundError."""
        return self.session.read(lambda connection: transactions.transaction_by_id(connection, transaction_id))

    def categories(self) -> tuple[Category, ...]:
        """All categories by name."""
        return self.session.read(categories.categories)

    def vocabulary(self, today: date | None = None) -> Vocabulary:
        """The names a plan may use."""
        day = today or self.session.clock.today()
        return self.session.read(lambda connection: load_vocabulary(connection, day))

    def run(self, plan: Plan, vocabulary: Vocabulary | None = None) -> Result:
        """Compute a plan on the read-only connection; raises PlanRefusedError."""
        return answer_plan(self.session, plan, vocabulary=vocabulary or self.vocabulary())

    def note_question(self, *, status: str, details: tuple[tuple[str, str], ...] = ()) -> None:
        """Write that a question was asked into the audit trail, with what its asking may tell; never the question."""
        self.session.note(AuditEvent.QUESTION_ASKED, (("status", status), *details), actor="owner")

    def note_model_loaded(self, model: str) -> None:
        """Write into the audit trail that a model began to answer: its digests, once for each open vault."""
        if model not in self._models:
            self._models.add(model)
            self.session.note(AuditEvent.MODEL_LOADED, (("model", model),))

    # Imports

    def members(self, path: Path, /) -> tuple[Path, ...]:
        """A file as itself, an archive as its files: each is staged and committed alone."""
        return self.importing.files.members(path)

    def preview(
        self,
        path: Path,
        options: ImportOptions | None = None,
        *,
        progress: Progress = no_progress,
        cancel: CancelToken | None = None,
    ) -> StagedBatch:
        """What a file would bring; keeps nothing."""
        return self.importing.preview(path, options or ImportOptions(), progress=progress, cancel=cancel)

    def stage(
        self,
        path: Path,
        options: ImportOptions | None = None,
        *,
        progress: Progress = no_progress,
        cancel: CancelToken | None = None,
    ) -> StagedBatch:
        """Read, place and match a file, and keep it for review."""
        return self.importing.stage(path, options or ImportOptions(), progress=progress, cancel=cancel)

    def staged(self) -> tuple[StagedBatch, ...]:
        """All that wait for review."""
        return self.importing.batches.every()

    def staged_batch(self, staged_id: str) -> StagedBatch:
        """One that waits; raises StaleBatchError."""
        return self.importing.batches.one(staged_id)

    def decide(self, staged_id: str, question: str, choice: str, /) -> StagedBatch:
        """Take a decision about a staged file."""
        return self.importing.decide(staged_id, question, choice=choice)

    def include(
        self, staged_id: str, account_position: int, *, positions: Sequence[int], included: bool
    ) -> StagedBatch:
        """Take rows in or leave them out."""
        return self.importing.include(staged_id, account_position, positions=tuple(positions), included=included)

    def others(self, staged_id: str, account_position: int, *, positions: Sequence[int]) -> StagedBatch:
        """Say that rows are other transactions than those they were taken for: they will be added."""
        return self.importing.others(staged_id, account_position, positions=tuple(positions))

    def retarget(
        self, staged_id: str, account_position: int, account: str | int, /, *, kind: AccountKind | None = None
    ) -> StagedBatch:
        """Put a staged statement on another account, by name or id; `kind` is for a new one."""
        return self.importing.retarget(staged_id, account_position, account=str(account), kind=kind)

    def commit(
        self, staged_id: str, *, progress: Progress = no_progress, cancel: CancelToken | None = None
    ) -> tuple[str, Changes]:
        """Commit a staged batch; returns the batch's id and what was touched. Nothing is written after a cancel."""
        return self.importing.commit(staged_id, progress=progress, cancel=cancel).batch, TOUCHED

    def discard(self, staged_id: str) -> None:
        """Let a staged batch go."""
        self.importing.discard(staged_id)

    def undo(self, batch: str) -> int:
        """Take an import back; returns how many transactions went."""
        return undo_committed(self.session, batch)

    def batches(self) -> tuple[ImportBatch, ...]:
        """All imports, newest first."""
        return self.session.read(batches.batches)

    # Corrections

    def set_category(self, ids: Sequence[int], category: str) -> None:
        """Put transactions into a category."""
        categorise.set_category(self.session, ids, category=category)

    def set_payee(self, ids: Sequence[int], name: str) -> None:
        """Give transactions another payee, and remember it for their printed payees."""
        categorise.set_payee(self.session, ids, name=name)

    def set_kind(self, ids: Sequence[int], kind: TransactionKind) -> None:
        """Say what transactions mean."""
        categorise.set_kind(self.session, ids, kind=kind)

    def delete(self, ids: Sequence[int]) -> None:
        """Delete transactions on purpose; no later import brings them back unasked."""
        categorise.delete(self.session, ids)

    def learned_names(self) -> tuple[LearnedName, ...]:
        """What the owner said words of a question mean, the newest last."""
        return self.session.read(learned_names.learned_names)

    def learn_name(self, name: LearnedName, /) -> None:
        """Keep what words of a question mean from now on."""
        learned_names.learn(self.session, name)

    def forget_name(self, span: str, /) -> None:
        """Let go of what these words mean."""
        learned_names.forget(self.session, span)

    def rename_account(self, account_id: int, name: str) -> None:
        """Give an account another name; raises NotFoundError, UsageError."""
        categorise.rename_account(self.session, account_id, name=name)

    def set_account_kind(self, account_id: int, kind: AccountKind) -> None:
        """Say what kind of account it is; raises NotFoundError."""
        categorise.set_account_kind(self.session, account_id, kind=kind)

    # The vault

    def export(self, target: Path, search: TransactionSearch | None = None) -> export.Exported:
        """Write CSV, OFX or an encrypted backup, by the ending; with a search, only what it finds.

        Raises ExportRefusedError, FolderNotWritableError.
        """
        if export.is_backup(target):
            return export.export_backup(self.session, target)
        return export.export_text(self.session, target, search=search)

    def change_passphrase(self, old: str, new: str) -> None:
        """Let the new passphrase open the vault; raises WrongPassphraseError, UsageError."""
        change_passphrase(self.session, old, new=new, derivation=self._derivation())

    def new_recovery_code(self) -> str:
        """Make a new recovery code; the old one opens nothing any more."""
        return renew_recovery_code(self.session)

    def has_keyring_slot(self) -> bool:
        """Whether the system keyring opens this vault."""
        return SlotKind.KEYRING in slot_kinds(self.session.places)

    def add_keyring_slot(self) -> None:
        """Let the system keyring open the vault too; raises KeyringUnavailableError."""
        add_keyring_slot(self.session, KeyringSlot())

    def remove_keyring_slot(self) -> None:
        """Let the system keyring open it no more."""
        remove_keyring_slot(self.session, KeyringSlot())

    def setting(self, key: str) -> SettingValue:
        """A setting's value, private or not."""
        return settings.read_setting(self.session, key)

    def set_setting(self, key: str, value: SettingValue) -> None:
        """Change a setting."""
        settings.change_setting(self.session, key, value=value)

    def audit_entries(self) -> tuple[AuditEntry, ...]:
        """The audit trail, newest first."""
        return self.session.read(audit_log.entries)

    def verify_audit(self) -> int | None:
        """The number of the first bad audit entry; None where the whole chain is good."""
        return self.session.verify_audit().first_bad
