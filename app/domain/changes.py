"""Which kinds of data a write touched, so that each page knows whether to refresh."""

from dataclasses import dataclass
from enum import StrEnum


class ChangeKind(StrEnum):
    """The kinds of data in the vault."""

    ACCOUNTS = "accounts"
    TRANSACTIONS = "transactions"
    CATEGORIES = "categories"
    BATCHES = "batches"
    STAGING = "staging"
    SETTINGS = "settings"
    AUDIT = "audit"
    KEY_SLOTS = "key_slots"
    CACHES = "caches"


@dataclass(frozen=True, slots=True)
class Changes:
    """What one write touched."""

    kinds: frozenset[ChangeKind] = frozenset()

    @classmethod
    def of(cls, *kinds: ChangeKind) -> "Changes":
        """Changes of the kinds given."""
        return cls(frozenset(kinds))

    def __or__(self, other: "Changes") -> "Changes":
        return Changes(self.kinds | other.kinds)

    def __contains__(self, kind: ChangeKind) -> bool:
        return kind in self.kinds
