"""The data map: every path and every table that Coffer may write, what a wipe does with it, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fnmatch import fnmatchcase
from pathlib import Path

from app.base.paths import Places


class DataKind(StrEnum):
    """What a written place is for."""

    VAULT = "vault"
    CACHE = "cache"
    LOG = "log"
    SETTINGS = "settings"
    TEMPORARY = "temporary"


class WipeStep(StrEnum):
    """How a wipe treats a place, in the words of the receipt."""

    KEY_DESTROYED = "key destroyed"
    DELETED = "deleted"
    CLEARED = "cleared"
    KEPT = "kept"


@dataclass(frozen=True, slots=True, kw_only=True)
class MappedPath:
    """Paths below one folder that match a pattern (`*` crosses no folder; `**` means all below it)."""

    what: str
    kind: DataKind
    folder: Path
    pattern: str
    step: WipeStep
    why: str

    def covers(self, path: Path) -> bool:
        """Whether the path is one of these."""
        if not path.is_relative_to(self.folder):
            return False
        if self.pattern == "**":
            return True
        return path.parent == self.folder and fnmatchcase(path.name, self.pattern)

    def existing(self) -> tuple[Path, ...]:
        """The files that are there now, links not followed."""
        if not self.folder.is_dir():
            return ()
        found = self.folder.rglob("*") if self.pattern == "**" else self.folder.glob(self.pattern)
        return tuple(sorted(path for path in found if path.is_symlink() or path.is_file()))


@dataclass(frozen=True, slots=True, kw_only=True)
class MappedTable:
    """One table of the vault."""

    table: str
    what: str
    step: WipeStep
    why: str


_BOOKS = "your books; take an import back with undo"
_OWN_KEY = "encrypted under a key of its own, which the wipe destroys"


def mapped_paths(places: Places) -> tuple[MappedPath, ...]:
    """Every path that may be written for these places, most particular first."""
    return (
        MappedPath(
            what="caches", kind=DataKind.CACHE, folder=places.caches, pattern="**",
            step=WipeStep.KEY_DESTROYED, why=_OWN_KEY,
        ),
        MappedPath(
            what="temporary files", kind=DataKind.TEMPORARY, folder=places.temporary, pattern="**",
            step=WipeStep.DELETED, why="left over from work that was cut off",
        ),
        MappedPath(
            what="log", kind=DataKind.LOG, folder=places.logs, pattern="coffer*.log",
            step=WipeStep.DELETED, why="redacted lines on how the program ran",
        ),
        MappedPath(
            what="settings", kind=DataKind.SETTINGS, folder=places.settings.parent, pattern=places.settings.name,
            step=WipeStep.KEPT, why="how the window looks and when it locks; nothing of your money",
        ),
        *_vault_paths(places),
    )  # fmt: skip


def _vault_paths(places: Places) -> tuple[MappedPath, ...]:
    whole_files = (places.settings, places.key_slots, places.audit_seal, places.unlock_attempts, wipe_marker(places))
    parts = {f".{path.name}.*": path.parent for path in whole_files}
    kept = (
        ("vault", places.database.name + "*", "your books, encrypted; log of the last writes included"),
        ("vault in the making", places.database.stem + ".new*", "a new vault until it is whole; encrypted"),
        ("vault before an update", places.database.stem + ".schema-*.backup", "your books, encrypted, to go back to"),
        ("key slots", places.key_slots.name, "the wrapped keys, without which the vault never opens again"),
        ("seal of the audit trail", places.audit_seal.name, "shows whether the trail was cut"),
        ("count of failed unlocks", places.unlock_attempts.name, "slows down guessing"),
        ("lock file", places.lock_file.name, "empty; held while the vault is open"),
        ("wipe under way", wipe_marker(places).name, "empty; there only until a wipe is finished"),
    )
    return (
        *(
            MappedPath(what=what, kind=DataKind.VAULT, folder=places.vault, pattern=name, step=WipeStep.KEPT, why=why)
            for what, name, why in kept
        ),
        *(
            MappedPath(
                what="half-written files", kind=DataKind.TEMPORARY, folder=folder, pattern=name,
                step=WipeStep.DELETED, why="left over where writing was cut off",
            )
            for name, folder in parts.items()
        ),
    )  # fmt: skip


MAPPED_TABLES: tuple[MappedTable, ...] = (
    *(
        MappedTable(table=table, what=what, step=WipeStep.CLEARED, why="not in your books yet")
        for table, what in (("staged_rows", "rows waiting for review"), ("staged", "imports waiting for review"))
    ),
    *(
        MappedTable(table=table, what=what, step=WipeStep.KEPT, why=why)
        for table, what, why in (
            ("account", "accounts", _BOOKS),
            ("entry", "transactions", _BOOKS),
            ("entry_search", "the transactions' texts, for search", "goes with the transactions"),
            ("payee", "payees", _BOOKS),
            ("payee_alias", "printed payees", _BOOKS),
            ("category", "categories", _BOOKS),
            ("batch", "imports", "needed to undo them"),
            ("statement_span", "statement coverage and proofs", _BOOKS),
            ("superseded", "pending transactions that were settled", "needed to undo an import"),
            ("edit", "your corrections", "come back when a file is imported again"),
            ("as_judged", "what the rules said before you or a pairing did", "comes back after an undo"),
            ("also_from", "which imports have the same transaction", "so that an undo leaves what others have"),
            ("batch_statement", "how many rows an imported statement had, their sum and days", "to know it again"),
            ("undone_row", "what you took back", "so that it can be told from what is new"),
            ("deleted_row", "what you deleted on purpose", "so that it is never brought back unasked"),
            ("layout_memory", "your decisions on how to read a bank's files", "so that you are asked once"),
            ("rate", "exchange rates", "public figures"),
            ("setting", "private settings, and what your words mean", "your choices"),
            ("cache_key", "the caches' wrapped key", "replaced by a new one at each wipe"),
            ("audit", "the audit trail", "shows that and when the wipe was done"),
        )
    ),
)


def wipe_marker(places: Places) -> Path:
    """The empty file that says a wipe is under way; the next start finishes it."""
    return places.vault / "wipe.started"


def unmapped(places: Places, written: Iterable[Path]) -> tuple[Path, ...]:
    """The written paths that the map does not know; must be none."""
    known = mapped_paths(places)
    folders = {places.vault, places.caches, places.logs, places.temporary, places.settings.parent}
    return tuple(path for path in written if path not in folders and not any(item.covers(path) for item in known))
