"""What the pages on privacy and settings need, out of the book, its places and the lock."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.base.settings import SettingValue
from app.base.tasks import CancelToken, Progress
from app.domain.audit_entry import AuditEntry
from app.domain.vocabulary import LearnedName
from app.ledger.book import Book
from app.lockdown import Lock
from app.presenters.formatting import bytes_text
from app.presenters.privacy import CheckResult, DiskPlace, WipeReport
from app.presenters.text import Settings
from app.privacy.checkup import run_checks
from app.privacy.data_map import MAPPED_TABLES, mapped_paths
from app.privacy.wipe import wipe


@dataclass(frozen=True, slots=True)
class BookPrivacy:
    """The Privacy page's source."""

    book: Book
    lock: Lock
    forget: Callable[[], object] = lambda: None
    """Called with a wipe: drops what was said in conversations."""

    def data_map(self) -> Sequence[DiskPlace]:
        """Every place and table, those of the vault's tables without a size of their own."""
        places = [
            DiskPlace(
                what=item.what,
                where=str(item.folder / item.pattern.replace("**", "")),
                bytes=sum(path.lstat().st_size for path in item.existing()),
                step=item.step.value,
                why=item.why,
            )
            for item in mapped_paths(self.book.session.places)
        ]
        database = self.book.session.places.database.name
        tables = [
            DiskPlace(what=item.what, where=f"{database}: {item.table}", bytes=0, step=item.step.value, why=item.why)
            for item in MAPPED_TABLES
        ]
        return (*places, *tables)

    def wipe(self, progress: Progress, _cancel: CancelToken, /) -> WipeReport:
        """Wipe; once begun it is finished, so that it can't be cancelled half-way."""
        progress(0, 0, "wiping")
        self.forget()
        receipt = wipe(self.book.session)
        return WipeReport(
            wiped=tuple((line.what, line.bytes, line.how) for line in receipt.wiped),
            kept=tuple((line.what, line.why) for line in receipt.kept),
            not_promised=receipt.not_promised,
            canaries=receipt.canaries,
            seconds=f"{receipt.seconds:.1f}",
        )

    def checks(self) -> Sequence[CheckResult]:
        """Every protection, tried now."""
        return [
            CheckResult(id=item.id, state=item.state.value, detail=item.detail, fix=item.fix or "")
            for item in run_checks(self.book.session, self.lock)
        ]

    def audit_entries(self) -> Sequence[AuditEntry]:
        """The trail, newest first."""
        return self.book.audit_entries()

    def first_bad_audit_entry(self) -> int | None:
        """Where the chain breaks, if it does."""
        return self.book.verify_audit()


@dataclass(frozen=True, slots=True)
class BookSettings:
    """The Settings page's source."""

    book: Book
    models: Path

    def setting(self, key: str, /) -> SettingValue:
        return self.book.setting(key)

    def set_setting(self, key: str, value: SettingValue, /) -> None:
        self.book.set_setting(key, value)

    def change_passphrase(self, old: str, new: str, /) -> None:
        self.book.change_passphrase(old, new)

    def new_recovery_code(self) -> str:
        return self.book.new_recovery_code()

    def keyring_offered(self) -> bool:
        return not self.book.session.places.portable

    def has_keyring_slot(self) -> bool:
        return self.book.has_keyring_slot()

    def add_keyring_slot(self) -> None:
        self.book.add_keyring_slot()

    def remove_keyring_slot(self) -> None:
        self.book.remove_keyring_slot()

    def learned_names(self) -> tuple[LearnedName, ...]:
        return self.book.learned_names()

    def forget_name(self, span: str, /) -> None:
        self.book.forget_name(span)

    def model_lines(self) -> tuple[tuple[str, str], ...]:
        """Name, licence, size and digest of each shipped model file."""
        return shipped_models(self.models)


def shipped_models(folder: Path) -> tuple[tuple[str, str], ...]:
    """What the manifest says of the models, as (words, value)."""
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    lines: list[tuple[str, str]] = []
    for item in manifest["models"]:
        lines += [
            (Settings.MODEL_NAME, item["name"]),
            (Settings.MODEL_SIZE, bytes_text(int(item["bytes"]))),
            (Settings.MODEL_LICENCE, item["licence"]),
            (Settings.MODEL_ORIGIN, item["origin"]),
            (Settings.MODEL_SHA, item["sha256"]),
        ]
    return tuple(lines)
