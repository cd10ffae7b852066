"""The protection check: each promise tried now, on this machine, with what was seen."""

import hashlib
import json
import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.base.paths import Places, resources
from app.lockdown import Lock, LockState, retest
from app.privacy.data_map import mapped_paths, unmapped
from app.store.keyring_slot import KeyringSlot
from app.store.session import VaultSession
from app.store.slot_file import SlotKind
from app.store.vault import slot_kinds


class CheckState(StrEnum):
    """What a check found."""

    PASS = "pass"  # noqa: S105 - the word of the contract
    FAIL = "fail"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One check: what was seen, and what to do where it failed."""

    id: str
    state: CheckState
    detail: str
    fix: str | None = None


def run_checks(session: VaultSession, lock: Lock) -> tuple[Check, ...]:
    """All checks, each on its own: one that can't run is unknown, never passed."""
    places = session.places
    checks: tuple[tuple[str, Callable[[], Check]], ...] = (
        ("network_lock", lambda: check_lock(lock)),
        ("model_file", lambda: check_model(resources() / "models")),
        ("data_map", lambda: check_data_map(places)),
        ("file_rights", lambda: check_rights(places)),
        ("audit_chain", lambda: check_audit(session)),
        ("keyring", lambda: check_keyring(places)),
    )
    return tuple(_tried(name, check) for name, check in checks)


def check_lock(lock: Lock) -> Check:
    """Try the network again, now."""
    proved = retest(lock)
    if proved.state in {LockState.KERNEL_LOCKED, LockState.OS_RULE}:
        return Check(id="network_lock", state=CheckState.PASS, detail=proved.evidence)
    fix = "Update the system, or allow user namespaces and seccomp filters, then start Coffer again."
    return Check(id="network_lock", state=CheckState.FAIL, detail=proved.evidence, fix=fix)


def check_model(folder: Path) -> Check:
    """Compare the model's file, and its adapter's, with the SHA-256 they were shipped with."""
    shipped = json.loads((folder / "manifest.json").read_text("utf-8"))["models"]
    for item in shipped:
        path = folder / item["file"]
        if not path.is_file():
            fix = "Run packaging/start.py again; it fetches the model."
            return Check(id="model_file", state=CheckState.FAIL, detail=f"{item['file']} is not there", fix=fix)
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
        if found != item["sha256"]:
            fix = "Delete the file and run packaging/start.py again; Coffer does not load a changed model."
            return Check(id="model_file", state=CheckState.FAIL, detail=f"{item['file']} was changed", fix=fix)
    return Check(id="model_file", state=CheckState.PASS, detail=f"{len(shipped)} of {len(shipped)} files as shipped")


def check_data_map(places: Places) -> Check:
    """Look whether anything lies in Coffer's folders that the data map does not know."""
    folders = {places.vault, places.caches, places.logs, places.temporary}
    written = {path for folder in folders if folder.is_dir() for path in folder.rglob("*") if not path.is_dir()}
    strange = unmapped(places, written)
    if not strange:
        detail = f"{len(written)} files, all of them on the map of {len(mapped_paths(places))} places"
        return Check(id="data_map", state=CheckState.PASS, detail=detail)
    fix = "Look at these files in the vault's folder; move what is yours elsewhere."
    names = ", ".join(sorted(path.name for path in strange)[:3])
    return Check(id="data_map", state=CheckState.FAIL, detail=f"{len(strange)} files off the map: {names}", fix=fix)


def check_rights(places: Places) -> Check:
    """Look whether other users of this machine may read the vault's files."""
    if os.name != "posix":
        return Check(id="file_rights", state=CheckState.UNKNOWN, detail="not looked at on this system")
    files = [path for item in mapped_paths(places) for path in item.existing()]
    open_to_others = [path for path in files if path.lstat().st_mode & (stat.S_IRWXG | stat.S_IRWXO)]
    shut_folder = not places.vault.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO)
    if shut_folder or not open_to_others:
        return Check(id="file_rights", state=CheckState.PASS, detail="only you may read them")
    fix = f"Take the rights of others away: chmod -R go= {places.vault}"
    detail = f"{len(open_to_others)} files may be read by others"
    return Check(id="file_rights", state=CheckState.FAIL, detail=detail, fix=fix)


def check_audit(session: VaultSession) -> Check:
    """Walk the whole chain of the audit trail."""
    verdict = session.verify_audit()
    if verdict.intact:
        return Check(id="audit_chain", state=CheckState.PASS, detail=f"{verdict.entries} entries, chain and seal whole")
    fix = "Someone or something changed the vault's file. Compare with a backup."
    detail = f"entry {verdict.first_bad}: {verdict.reason.replace('_', ' ')}"
    return Check(id="audit_chain", state=CheckState.FAIL, detail=detail, fix=fix)


def check_keyring(places: Places, ring: KeyringSlot | None = None) -> Check:
    """Where the system keyring may open the vault: whether it answers. Without it the passphrase still opens it."""
    if places.portable or SlotKind.KEYRING not in slot_kinds(places):
        return Check(id="keyring", state=CheckState.PASS, detail="not used: the passphrase alone opens the vault")
    if (ring or KeyringSlot()).available():
        return Check(id="keyring", state=CheckState.PASS, detail="answers; the passphrase opens the vault too")
    fix = "Open the vault with its passphrase; take the keyring out in the settings if it does not come back."
    detail = "the system keyring does not answer; the passphrase opens the vault"
    return Check(id="keyring", state=CheckState.UNKNOWN, detail=detail, fix=fix)


def _tried(name: str, check: Callable[[], Check]) -> Check:
    try:
        return check()
    except (OSError, ValueError, KeyError) as error:
        return Check(id=name, state=CheckState.UNKNOWN, detail=f"could not be tried ({type(error).__name__})")
