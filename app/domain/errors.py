"""The exception tree. Every class carries a stable code, an exit code by contract, a message and a remedy.

CofferError
├── UsageError (2): UnknownCurrencyError, AmountError, MixedCurrencyError, NotFoundError, StaleBatchError
├── DecisionNeededError (3)
├── InputRefusedError (4): StatementRefusedError, ModelRefusedError, VaultExistsError, FolderNotWritableError,
│       ExportRefusedError, BackupRefusedError, WorkerFailedError, CancelledError, PlanRefusedError
├── VaultClosedError (5): VaultMissingError, WrongPassphraseError, VaultDamagedError, VaultNewerError,
│       VaultBusyError, KeyringUnavailableError
└── LockRefusedError (6)
"""

from typing import ClassVar


class CofferError(Exception):
    """Something a person can be told: what happened, where, and what to do."""

    code: ClassVar[str] = "error"
    exit_code: ClassVar[int] = 4

    def __init__(
        self, message: str, remedy: str, *, file: str | None = None, line: int | None = None, column: str | None = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy
        self.file = file
        self.line = line
        self.column = column


class UsageError(CofferError):
    """The command or the call was wrong."""

    code = "wrong_usage"
    exit_code = 2


class UnknownCurrencyError(UsageError):
    """A text that is no ISO 4217 code."""

    code = "unknown_currency"

    def __init__(self, text: str) -> None:
        super().__init__(f"“{text}” is not a currency code.", "Use a three-letter code such as USD, EUR or GBP.")


class AmountError(UsageError):
    """A text that is no exact amount of its currency."""

    code = "not_an_amount"

    def __init__(self, text: str) -> None:
        super().__init__(f"“{text}” is not an exact amount.", "Write digits with at most the currency's decimals.")


class MixedCurrencyError(UsageError):
    """Amounts of two currencies were to be added."""

    code = "mixed_currency"

    def __init__(self, one: str, other: str) -> None:
        super().__init__(f"{one} and {other} can't be added.", "Choose one currency.")


class NotFoundError(UsageError):
    """A named thing that the vault does not hold."""

    code = "not_found"

    def __init__(self, what: str, name: str) -> None:
        super().__init__(f"There is no {what} “{name}” in this vault.", "Check the name in the list and try again.")


class StaleBatchError(UsageError):
    """A staged batch that was already committed, discarded or overtaken."""

    code = "stale_batch"

    def __init__(self, batch: str) -> None:
        super().__init__(f"The staged import {batch} is no longer open.", "Import the file again.")


class DecisionNeededError(CofferError):
    """A person must decide before the program may go on."""

    code = "decision_needed"
    exit_code = 3


class InputRefusedError(CofferError):
    """The input was refused; nothing was changed."""

    code = "input_refused"


class StatementRefusedError(InputRefusedError):
    """A file that can't be read as a statement."""

    code = "statement_refused"


class ModelRefusedError(InputRefusedError):
    """A model file that is not the one that was shipped or chosen."""

    code = "model_refused"


class PlanRefusedError(InputRefusedError):
    """A plan outside the closed set."""

    code = "plan_refused"


class VaultExistsError(InputRefusedError):
    """A new vault was asked for where one is already."""

    code = "vault_exists"


class FolderNotWritableError(InputRefusedError):
    """A folder that can't be written."""

    code = "folder_not_writable"


class ExportRefusedError(InputRefusedError):
    """An export that can't be written as asked."""

    code = "export_refused"


class BackupRefusedError(InputRefusedError):
    """A backup that can't be restored."""

    code = "backup_refused"


class WorkerFailedError(InputRefusedError):
    """A worker ended, ran out of time or answered nonsense; the vault is unchanged."""

    code = "worker_failed"


class CancelledError(InputRefusedError):
    """The owner cancelled; nothing was changed."""

    code = "cancelled"

    def __init__(self) -> None:
        super().__init__("Cancelled; nothing was changed.", "Start it again when you like.")


class VaultClosedError(CofferError):
    """The vault did not open."""

    code = "vault_closed"
    exit_code = 5


class VaultMissingError(VaultClosedError):
    """There is no vault in the folder."""

    code = "vault_missing"


class WrongPassphraseError(VaultClosedError):
    """The passphrase or recovery code opens no key slot; the message never says more."""

    code = "wrong_passphrase"

    def __init__(self) -> None:
        super().__init__("That did not open the vault.", "Check the passphrase, or use the recovery code.")


class VaultDamagedError(VaultClosedError):
    """The vault's files fail their integrity check."""

    code = "vault_damaged"


class VaultNewerError(VaultClosedError):
    """The vault was written by a newer Coffer."""

    code = "vault_newer"


class VaultBusyError(VaultClosedError):
    """Another Coffer has the vault open."""

    code = "vault_busy"


class KeyringUnavailableError(VaultClosedError):
    """The system keyring did not give the key; the passphrase still does."""

    code = "keyring_unavailable"


class LockRefusedError(CofferError):
    """The network lock could not be engaged and the policy is strict."""

    code = "lock_refused"
    exit_code = 6
