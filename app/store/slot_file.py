"""The slot file beside the vault: wrapped keys, with a sum that tells damage from a wrong passphrase."""

import base64
import hashlib
import json
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from app.base.files import write_whole
from app.domain.errors import UsageError, VaultMissingError, VaultNewerError
from app.store.connection import damaged
from app.store.keys import KeyDerivation

_VERSION = 1
_LARGEST = 65_536


class SlotKind(StrEnum):
    """What opens a slot."""

    PASSPHRASE = "passphrase"  # noqa: S105 - the word itself
    RECOVERY = "recovery"
    KEYRING = "keyring"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeySlot:
    """The vault's key, wrapped for one secret. `derivation` is None where the secret is random already."""

    kind: SlotKind
    salt: bytes
    wrapped: bytes
    created_at: str
    derivation: KeyDerivation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotFile:
    """The vault's random name and its slots, at most one of a kind."""

    vault_id: str
    slots: tuple[KeySlot, ...]

    def slot(self, kind: SlotKind) -> KeySlot | None:
        """The slot of that kind, if there is one."""
        return next((slot for slot in self.slots if slot.kind == kind), None)

    def having(self, new: KeySlot) -> "SlotFile":
        """This file with the slot of that kind replaced or added."""
        return SlotFile(vault_id=self.vault_id, slots=(*self.without(new.kind).slots, new))

    def without(self, kind: SlotKind) -> "SlotFile":
        """This file without the slot of that kind."""
        return SlotFile(vault_id=self.vault_id, slots=tuple(slot for slot in self.slots if slot.kind != kind))


def save_slots(path: Path, slots: SlotFile) -> None:
    """Write the file whole or not at all; raises FolderNotWritableError."""
    body = {"version": _VERSION, "vault_id": slots.vault_id, "slots": [_slot_json(slot) for slot in slots.slots]}
    write_whole(path, json.dumps({"body": body, "sha256": _sum(body)}, indent=1).encode("utf-8"))


def load_slots(path: Path) -> SlotFile:
    """The slots in the file; raises VaultMissingError, VaultNewerError, VaultDamagedError."""
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST)
    except FileNotFoundError:
        raise missing(path) from None
    except OSError as error:
        raise damaged(path, f"{path.name} can't be read") from error
    try:
        stored = json.loads(data)
        body = stored["body"]
        whole = stored["sha256"] == _sum(body)
        version = int(body["version"])
        if whole and version > _VERSION:
            raise newer(path)
        slots = tuple(_slot_from(entry) for entry in body["slots"])
        vault_id = str(body["vault_id"])
    except (ValueError, KeyError, TypeError, UsageError) as error:
        raise damaged(path, f"{path.name} is not as it was written") from error
    if not whole:
        raise damaged(path, f"{path.name} is not as it was written")
    return SlotFile(vault_id=vault_id, slots=slots)


def missing(path: Path) -> VaultMissingError:
    """The error for a folder without a vault."""
    return VaultMissingError(
        f"There is no vault in {path.parent}.",
        "Make one with “coffer new”, or choose its folder.",
        file=str(path.parent),
    )


def newer(path: Path) -> VaultNewerError:
    """The error for a vault of a later program."""
    return VaultNewerError(
        "This vault was written by a newer Coffer.", "Update Coffer, then open the vault again.", file=path.name
    )


def _sum(body: object) -> str:
    return hashlib.sha256(json.dumps(body, sort_keys=True).encode("utf-8")).hexdigest()


def _slot_json(slot: KeySlot) -> dict[str, Any]:
    costs = slot.derivation
    return {
        "kind": slot.kind.value,
        "salt": base64.b64encode(slot.salt).decode("ascii"),
        "wrapped": base64.b64encode(slot.wrapped).decode("ascii"),
        "created_at": slot.created_at,
        "argon2id": None
        if costs is None
        else {
            "memory_kib": costs.memory_kib,
            "passes": costs.passes,
            "lanes": costs.lanes,
            "for_tests": costs.for_tests,
        },
    }


def _slot_from(stored: dict[str, Any]) -> KeySlot:
    costs = stored["argon2id"]
    return KeySlot(
        kind=SlotKind(stored["kind"]),
        salt=base64.b64decode(stored["salt"], validate=True),
        wrapped=base64.b64decode(stored["wrapped"], validate=True),
        created_at=str(stored["created_at"]),
        derivation=None if costs is None else KeyDerivation(**costs),
    )
