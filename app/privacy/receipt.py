"""The receipt of a wipe: what went, how many bytes, what stayed and why, and what nobody can promise; no content."""

from dataclasses import dataclass
from typing import Any

NOT_PROMISED = (
    "spare blocks of an SSD may hold old encrypted pages; they can't be opened without the destroyed key",
    "swap space and sleep images belong to the system; Coffer can't clear them",
    "file system snapshots and backups made earlier keep what they copied; the caches in them can't be opened",
    "exports and backups that you saved elsewhere are yours and stay",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WipedLine:
    """One thing that was wiped; `where` is a place, never a content."""

    what: str
    where: str
    bytes: int
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptLine:
    """One thing that stays, and why."""

    what: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What a wipe did (or would do); `canaries` counts own texts found in what is left, and must be 0."""

    wiped: tuple[WipedLine, ...]
    kept: tuple[KeptLine, ...]
    canaries: int
    seconds: float
    not_promised: tuple[str, ...] = NOT_PROMISED

    @property
    def bytes(self) -> int:
        """All bytes wiped."""
        return sum(line.bytes for line in self.wiped)


def receipt_json(receipt: Receipt) -> dict[str, Any]:
    """The contract's object."""
    return {
        "wiped": [
            {"what": line.what, "where": line.where, "bytes": line.bytes, "how": line.how} for line in receipt.wiped
        ],
        "kept": [{"what": line.what, "why": line.why} for line in receipt.kept],
        "not_promised": list(receipt.not_promised),
        "scan": {"canaries": receipt.canaries},
        "seconds": round(receipt.seconds, 3),
    }
