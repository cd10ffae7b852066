"""Places: every path the program may write, composed here and nowhere else."""

import sys
from dataclasses import dataclass
from pathlib import Path

import platformdirs

_PROGRAM = "Coffer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where things lie. `vault` is a folder; `settings` is a file; the others are folders."""

    vault: Path
    settings: Path
    logs: Path
    caches: Path
    temporary: Path
    inbox: Path | None = None
    portable: bool = False
    """The portable build leaves nothing outside its folder and never touches the system keyring."""

    @property
    def database(self) -> Path:
        """The encrypted database; its `-wal` and `-shm` lie beside it."""
        return self.vault / "vault.db"

    @property
    def key_slots(self) -> Path:
        """The wrapped keys."""
        return self.vault / "slots.json"

    @property
    def audit_seal(self) -> Path:
        """The sealed head and count of the audit trail."""
        return self.vault / "audit.seal"

    @property
    def unlock_attempts(self) -> Path:
        """How often unlocking failed in a row."""
        return self.vault / "unlock_attempts.json"

    @property
    def lock_file(self) -> Path:
        """Held while a program has the vault open."""
        return self.vault / "vault.lock"

    @property
    def cache_database(self) -> Path:
        """The encrypted caches under their own key."""
        return self.caches / "cache.db"

    @property
    def log_file(self) -> Path:
        """The redacted log."""
        return self.logs / "coffer.log"


def installed_places() -> Places:
    """The places of an installed program, by the habits of the system."""
    folders = platformdirs.PlatformDirs(_PROGRAM, appauthor=False)
    return Places(
        vault=Path(folders.user_data_dir) / "vault",
        settings=Path(folders.user_config_dir) / "settings.json",
        logs=Path(folders.user_log_dir),
        caches=Path(folders.user_cache_dir) / "caches",
        temporary=Path(folders.user_cache_dir) / "temporary",
    )


def portable_places(program_folder: Path) -> Places:
    """The places of the portable build: all in `data` beside the program."""
    return _inside(program_folder / "data", inbox=program_folder / "inbox", portable=True)


def places_for(vault: Path | None, *, portable: bool) -> Places:
    """The places for `--vault DIR`, all inside it; without it the portable or the installed ones."""
    if vault is not None:
        return _inside(vault.absolute(), inbox=None, portable=portable)
    return portable_places(program_folder()) if portable else installed_places()


def program_folder() -> Path:
    """The folder of the frozen program, or the root of the source tree."""
    if getattr(sys, "frozen", False):
        return Path(sys.executable).resolve().parent
    return Path(__file__).resolve().parents[2]


def resources() -> Path:
    """The folder of icons, fonts, categories, samples and models, in the source tree and in a frozen build."""
    bundle = getattr(sys, "_MEIPASS", None)
    return (Path(bundle) if bundle else program_folder()) / "resources"


def _inside(folder: Path, *, inbox: Path | None, portable: bool) -> Places:
    return Places(
        vault=folder,
        settings=folder / "settings.json",
        logs=folder / "logs",
        caches=folder / "caches",
        temporary=folder / "temporary",
        inbox=inbox,
        portable=portable,
    )
