"""Texts of the Privacy page."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar


class Privacy:
    """The light with its evidence, attempts, data map, wipe, check, audit trail."""

    CHECKS: ClassVar[Mapping[str, str]] = MappingProxyType(
        {
            "network_lock": "Network",
            "model_file": "Model",
            "data_map": "Data map",
            "file_rights": "File rights",
            "audit_chain": "Audit trail",
            "keyring": "Keyring",
        }
    )
    EVIDENCE = "What was tried to prove it"
    NO_EVIDENCE = "No attempt has been made yet to prove it."
    ATTEMPTS = "Attempts to reach a network"
    NO_ATTEMPTS = "No process has tried to reach a network since Coffer started."
    MARK_SEEN = "Mark as seen"
    STACK = "Where in the program"
    NO_STACK = "The kernel saw this attempt; no Python code of Coffer was behind it."
    TIME = "Time"
    PROCESS = "Process"
    CALL = "Call"
    ADDRESS = "Address"
    UNKNOWN_ADDRESS = "not told"
    DATA_MAP = "What is on this disk"
    WHAT = "What"
    WHERE = "Where"
    SIZE = "Size"
    WIPED = "A wipe"
    WHY = "Why"
    WIPE = "Wipe caches"
    WIPE_TITLE = "Wipe every cache?"
    WIPE_SENTENCE = (
        "The key of the caches is destroyed and their files are deleted. Your transactions, accounts and settings stay."
    )
    WIPING = "Wiping caches"
    RECEIPT = "Receipt of the wipe"
    WIPED_HEADING = "Wiped"
    KEPT_HEADING = "Kept"
    NOT_PROMISED = "What no program can promise"
    CHECK = "Protection check"
    CHECK_AGAIN = "Check again"
    CHECKING = "Checking the protection"
    PASS = "in order"  # noqa: S105 -- a state, no secret
    FAIL = "not in order"
    UNKNOWN = "not known"
    AUDIT = "Audit trail"
    VERIFY = "Verify the chain"
    VERIFYING = "Verifying the audit trail"
    EVENT = "What happened"
    ACTOR = "By"
    DETAILS = "Details"
    NUMBER = "No."
    NO_AUDIT = "Nothing has been written to the trail yet."

    @staticmethod
    def check(name: str, detail: str) -> str:
        """One line of the check: what was checked, and what was found."""
        return f"{Privacy.CHECKS[name]}: {detail}" if name in Privacy.CHECKS else detail

    @staticmethod
    def receipt_line(what: str, size: str, *, how: str) -> str:
        """One line of the receipt."""
        return f"{what}: {size}, {how}"

    @staticmethod
    def kept_line(what: str, why: str) -> str:
        """One line of what stays."""
        return f"{what}: {why}"

    @staticmethod
    def scan(canaries: int, seconds: str) -> str:
        """The end of the receipt."""
        found = "no trace was found" if canaries == 0 else f"{canaries:,} traces were found"
        return f"The places were scanned afterwards: {found}. It took {seconds} s."

    @staticmethod
    def chain_sound(count: int) -> str:
        """The chain was verified."""
        return f"All {count:,} entries are in place and unchanged."

    @staticmethod
    def chain_broken(number: int) -> str:
        """The chain does not hold."""
        return f"Entry {number:,} was changed, moved or is missing. Entries before it are sound."

    @staticmethod
    def attempt_spoken(time: str, process: str, *, address: str) -> str:
        """An attempt in a sentence."""
        return f"At {time} {process} tried to reach {address} and was refused."


AUDIT_EVENTS = {
    "vault_created": "Vault made",
    "unlocked": "Vault unlocked",
    "unlock_failed": "Unlocking failed",
    "locked": "Vault locked",
    "imported": "Statement imported",
    "import_undone": "Import taken back",
    "question_asked": "Question asked",
    "exported": "Exported",
    "restored": "Backup restored",
    "wiped": "Caches wiped",
    "setting_changed": "Setting changed",
    "key_slot_changed": "Key slot changed",
    "network_attempt": "Network attempt refused",
    "model_loaded": "Model loaded",
    "transactions_edited": "Transactions edited",
}
