"""Accounts as the pages show them: balance, proof, and which months statements cover."""

from dataclasses import dataclass
from datetime import date

from app.domain.account import AccountSummary, MonthCoverage
from app.domain.statement_kinds import ProofState
from app.presenters.formatting import count_text, day_text, money_text, month_and_year
from app.presenters.text import ACCOUNT_KINDS, Accounts, Overview, Proof

_MONTHS_SHOWN = 12


@dataclass(frozen=True, slots=True)
class CoveredMonth:
    """One month of the strip: `state` is proved, unproved, broken, or empty for no statement."""

    month: str
    state: str
    reading: str
    overlapping: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountLine:
    """One account in a list."""

    id: int
    name: str
    details: str
    kind: str
    balance: str
    proof: str
    """proved, unproved or broken."""
    proof_word: str
    proof_why: str
    proof_lines: tuple[tuple[str, str], ...]
    coverage: tuple[CoveredMonth, ...]
    coverage_spoken: str


def account_line(summary: AccountSummary) -> AccountLine:
    """Put an account into words."""
    account = summary.account
    months = summary.coverage[-_MONTHS_SHOWN:]
    covered = sum(month.state is not None for month in summary.coverage)
    proved = sum(month.state is ProofState.PROVED for month in summary.coverage)
    overlapping = sum(month.overlapping for month in summary.coverage)
    last = Overview.up_to(day_text(date.fromisoformat(summary.last))) if summary.last else ""
    return AccountLine(
        id=account.id,
        name=account.name,
        details=Overview.account_line(
            ACCOUNT_KINDS[account.kind.value],
            count_text(summary.transactions, "transaction", many="transactions"),
            last=last,
        ),
        kind=account.kind.value,
        balance=money_text(summary.balance),
        proof=summary.proof.value,
        proof_word=_PROOF_WORDS[summary.proof],
        proof_why=_PROOF_WHY[summary.proof],
        proof_lines=(
            (Accounts.MONTHS_COVERED, f"{covered}"),
            (Accounts.MONTHS_PROVED, f"{proved}"),
            (Accounts.MONTHS_MISSING, f"{len(summary.coverage) - covered}"),
            (Accounts.MONTHS_OVERLAPPING, f"{overlapping}"),
        ),
        coverage=tuple(_covered_month(month) for month in months),
        coverage_spoken=Overview.coverage(
            account.name, proved=proved, covered=covered, months=len(summary.coverage), overlapping=overlapping
        ),
    )


def _covered_month(month: MonthCoverage) -> CoveredMonth:
    words = [_PROOF_WORDS[month.state] if month.state else Overview.NOT_COVERED]
    if month.overlapping:
        words.append(Overview.OVERLAPPING)
    return CoveredMonth(
        month.month,
        month.state.value if month.state else "",
        f"{month_and_year(month.month)}: {', '.join(words)}",
        month.overlapping,
    )


_PROOF_WORDS = {
    ProofState.PROVED: Proof.PROVED,
    ProofState.UNPROVED: Proof.UNPROVED,
    ProofState.BROKEN: Proof.BROKEN,
}
_PROOF_WHY = {
    ProofState.PROVED: Accounts.WHY_PROVED,
    ProofState.UNPROVED: Accounts.WHY_UNPROVED,
    ProofState.BROKEN: Accounts.WHY_BROKEN,
}
