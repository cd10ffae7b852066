"""The review of one staged file: accounts, rows, findings, decisions, and what committing would add."""

from dataclasses import dataclass

from app.domain.account import AccountSummary
from app.domain.money import Money
from app.domain.staged import StagedAccount, StagedBatch, StagedTransaction, Verdict
from app.domain.statement import Decision, Finding
from app.domain.statement_kinds import Severity
from app.presenters.formatting import day_text, money_text
from app.presenters.importing_reading import (
    ProofView,
    counts_of,
    format_word,
    proof_view,
    reading_words,
)
from app.presenters.text import ACCOUNT_KINDS, Importing
from app.presenters.texts_import import CHOICES, QUESTIONS, WHY_ASKED

_VERDICTS = {
    Verdict.NEW: Importing.NEW,
    Verdict.DUPLICATE: Importing.DUPLICATE,
    Verdict.SETTLES: Importing.SETTLES,
}


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A row of the file: its place within its account, whether it will be added, its texts, what was found and why."""

    position: int
    included: bool
    day: str
    payee: str
    memo: str
    amount: str
    money_in: bool
    verdict: str
    reason: str
    new: bool
    matched: bool
    """Taken for a transaction that is there and not set apart from it: the owner may say that it is another one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewAccount:
    """One statement of the file and the account it will go to."""

    position: int
    account_id: int | None
    name: str
    kind: str
    kind_word: str
    why: str
    counts: str
    total: str
    proof: ProofView
    rows: tuple[ReviewRow, ...]
    included: int


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """One way to decide, with rows as they would read that way."""

    key: str
    words: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DecisionView:
    """A question only the owner can answer."""

    question: str
    words: str
    why: str
    choices: tuple[ChoiceView, ...]


@dataclass(frozen=True, slots=True)
class FindingView:
    """Something worth knowing of the file; severity info, warning or error."""

    severity: str
    message: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewView:
    """All the review shows."""

    id: str
    file: str
    format: str
    reading: tuple[str, ...]
    accounts: tuple[ReviewAccount, ...]
    findings: tuple[FindingView, ...]
    decisions: tuple[DecisionView, ...]
    known_accounts: tuple[tuple[int, str], ...]
    """Accounts a statement can be put on, id and name."""
    commit_words: str
    commit_why: str
    can_commit: bool
    included: int


def review_view(batch: StagedBatch, known: tuple[AccountSummary, ...]) -> ReviewView:
    """Put a staged batch into words."""
    counts = counts_of(batch.accounts)
    parts = [
        Importing.to_account(
            sum(row.included for row in account.transactions),
            account=account.name,
            new=account.account_id is None,
        )
        for account in batch.accounts
        if any(row.included for row in account.transactions)
    ]
    if batch.decisions:
        why = Importing.DECIDE_FIRST
    else:
        why = Importing.adds(", ".join(parts)) if parts else Importing.NOTHING_TO_ADD
    return ReviewView(
        id=batch.id,
        file=batch.file,
        format=format_word(batch),
        reading=reading_words(batch.reading),
        accounts=tuple(_account(account, at) for at, account in enumerate(batch.accounts)),
        findings=finding_views(_not_asked_about(batch)),
        decisions=tuple(_decision(decision) for decision in batch.decisions),
        known_accounts=tuple((item.account.id, item.account.name) for item in known),
        commit_words=Importing.add(counts.included),
        commit_why=why,
        can_commit=counts.included > 0 and not batch.decisions,
        included=counts.included,
    )


def finding_views(findings: tuple[Finding, ...]) -> tuple[FindingView, ...]:
    """Findings, gravest first."""
    order = (Severity.ERROR, Severity.WARNING, Severity.INFO)
    ranked = sorted(findings, key=lambda item: order.index(item.severity))
    return tuple(
        FindingView(item.severity.value, item.message, Importing.lines(item.line, item.column)) for item in ranked
    )


def _not_asked_about(batch: StagedBatch) -> tuple[Finding, ...]:
    """Findings that no open question tells already."""
    told = {text for decision in batch.decisions for example in decision.examples for text in example}
    return tuple(item for item in batch.findings if item.message not in told)


def _account(account: StagedAccount, position: int) -> ReviewAccount:
    counts = counts_of((account,))
    code = account.statement.currency
    return ReviewAccount(
        position=position,
        account_id=account.account_id,
        name=account.name,
        kind=account.kind.value,
        kind_word=ACCOUNT_KINDS[account.kind.value],
        why=Importing.why_account(account.reason),
        counts=Importing.counts(counts.rows, new=counts.new, duplicates=counts.duplicates),
        total=money_text(Money.of(sum(row.row.amount for row in account.transactions), code), plus=True),
        proof=proof_view(account.statement),
        rows=tuple(_row(item, code) for item in account.transactions),
        included=counts.included,
    )


def _row(item: StagedTransaction, code: str) -> ReviewRow:
    row = item.row
    return ReviewRow(
        position=item.position,
        included=item.included,
        day=day_text(row.made_on or row.booked_on),
        payee=row.printed_payee or row.memo,
        memo=row.memo if row.printed_payee else "",
        amount=money_text(Money.of(row.amount, code), plus=True, symbol=False),
        money_in=row.amount > 0,
        verdict=_verdict(item),
        reason=_reason(item),
        new=item.verdict is not Verdict.DUPLICATE,
        matched=item.verdict is Verdict.SETTLES or (item.verdict is Verdict.DUPLICATE and not item.included),
    )


def _verdict(item: StagedTransaction) -> str:
    """What was found, or what the owner made of it."""
    if item.verdict is Verdict.DUPLICATE:
        return Importing.ANOTHER_ONE if item.included else Importing.DUPLICATE
    return _VERDICTS[item.verdict] if item.included else Importing.LEFT_OUT


def _reason(item: StagedTransaction) -> str:
    """Why, the owner's word before what matching found."""
    if item.included is (item.verdict is not Verdict.DUPLICATE):
        return item.reason
    said = Importing.YOU_ADDED if item.included else Importing.YOU_LEFT_OUT
    return " · ".join(part for part in (said, item.reason) if part)


def _decision(decision: Decision) -> DecisionView:
    empty: tuple[str, ...] = ()
    examples = (*decision.examples, *(empty for _ in decision.choices))
    return DecisionView(
        decision.question,
        QUESTIONS.get(decision.question, decision.question),
        WHY_ASKED.get(decision.question, Importing.DECISION_WHY),
        tuple(
            ChoiceView(choice, CHOICES.get(choice, choice), shown)
            for choice, shown in zip(decision.choices, examples, strict=False)
        ),
    )
