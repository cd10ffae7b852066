"""Statements as read: rows, balances, the reading that was chosen, its proof and its findings."""

from dataclasses import dataclass
from datetime import date

from app.domain.account import AccountHint
from app.domain.money import Money
from app.domain.statement_kinds import ProofState, Severity, StatementFormat


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRow:
    """One transaction as printed; amounts in minor units of the statement's currency, money out negative."""

    line: int
    """1-based line in the file, or the entry's number where the format has no lines."""
    booked_on: date
    amount: int
    made_on: date | None = None
    """The day of the purchase, where the statement prints it."""
    value_on: date | None = None
    printed_payee: str = ""
    memo: str = ""
    bank_reference: str = ""
    bank_category: str = ""
    row_type: str = ""
    """The bank's own word for what it is: DEBIT, POS, Card payment."""
    running_balance: int | None = None
    original_amount: Money | None = None
    """The amount in the currency of the purchase, where that is another one."""
    pending: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """A balance the bank states, in minor units of the statement's currency."""

    amount: int
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenAt:
    """The first row at which the balances stop agreeing, in minor units; line None is the closing balance."""

    line: int | None
    expected: int
    found: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """Whether opening + rows = closing was shown, and what is missing or breaks."""

    state: ProofState
    missing: str = ""
    """What would be needed: `opening`, `closing`, `opening and closing`; where proved, the ends that nothing states."""
    broken_at: BrokenAt | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One account's rows in one currency out of a file."""

    account: AccountHint
    currency: str
    rows: tuple[StatementRow, ...]
    proof: Proof
    opening: Balance | None = None
    closing: Balance | None = None
    currency_stated: bool = True
    """False where the file names no currency and the default was taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How the file's text was read; empty where a part does not apply to the format."""

    encoding: str = ""
    delimiter: str = ""
    decimal: str = ""
    date_order: str = ""
    sign: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something worth saying of the file; with severity error the row or file was not read."""

    severity: Severity
    code: str
    message: str
    line: int | None = None
    column: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A choice only a person can make, with rows shown each way: one tuple of texts a choice."""

    question: str
    """`date_order`, `sign`, `decimal`, `account`, `currency`."""
    choices: tuple[str, ...]
    examples: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementFile:
    """All that reading one file gave. A refused file has no statements and at least one error finding."""

    format: StatementFormat | None
    reading: Reading
    statements: tuple[Statement, ...] = ()
    findings: tuple[Finding, ...] = ()
    decisions: tuple[Decision, ...] = ()
    preset: str | None = None
    layout: str = ""
    """A stable fingerprint of the layout (header and columns), under which the owner's decisions are remembered."""

    @property
    def refused(self) -> bool:
        """Whether nothing of the file may be imported."""
        return not self.statements and not self.decisions
