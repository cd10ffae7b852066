"""From a file that was read to a staged batch: each statement gets its account, and each row its verdict."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from app.base.tasks import CancelToken
from app.domain.account import AccountKind
from app.domain.staged import StagedAccount, StagedBatch, StagedStatus
from app.domain.statement import Decision, Statement, StatementFile
from app.domain.statement_kinds import Severity
from app.ledger.account_choice import AccountChoice, AccountQuestion, choose_account
from app.ledger.account_facts import VaultFacts, load_account_facts, load_facts
from app.ledger.adjoin import adjoin
from app.ledger.as_before import as_before, turned
from app.ledger.doubts import PUT_IT_THERE, WRONG_ACCOUNT_QUESTION, doubts_of, with_doubts
from app.ledger.match import MatchContext, match_rows
from app.store.batches import books_stamp
from app.store.committed import CommittedStatementRow
from app.store.connection import Connection
from app.store.row_identity import row_hash

ACCOUNT_QUESTION = "account"
UNREADABLE_QUESTION = "unreadable_rows"
IMPORT_THE_REST = "import_the_rest"
_IN_THIS_FILE = -1_000_000_000
"""Ids below this stand for rows of the same file; no transaction has them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOptions:
    """What the owner says of a file beforehand; empty where nothing is said."""

    account: str = ""
    kind: AccountKind | None = None
    currency: str | None = None
    choices: Mapping[str, str] = field(default_factory=dict)
    """Decisions on the reading, question to choice."""


def stage_file(
    connection: Connection, file: StatementFile, *, name: str, options: ImportOptions, cancel: CancelToken | None = None
) -> StagedBatch:
    """Place and match every statement of a file; writes nothing. Raises CancelledError."""
    facts = load_facts(connection)
    context = MatchContext(source=file.format.value if file.format else "", cancel=cancel)
    staged: list[StagedAccount] = []
    sure = options.choices.get(WRONG_ACCOUNT_QUESTION) == PUT_IT_THERE
    decisions = [*file.decisions, *_unreadable(file, options)]
    for statement in file.statements:
        choice = _choice(statement, name, facts=facts, options=options)
        if choice.choices:
            decisions.append(_decision(choice, statement))
        account = place(connection, statement, choice, earlier=staged, context=context)
        staged.append(replace(account, sure=sure))
    batch = StagedBatch(
        id="",
        file=name,
        status=StagedStatus.STAGED,
        format=file.format,
        reading=file.reading,
        accounts=tuple(staged),
        findings=file.findings,
        decisions=tuple(_once(decisions)),
        preset=file.preset,
        layout=file.layout,
        stamp=books_stamp(connection),
    )
    batch = with_doubts(batch)
    return replace(batch, status=StagedStatus.REFUSED if file.refused else status_of(batch))


def place(
    connection: Connection,
    statement: Statement,
    choice: AccountChoice,
    *,
    earlier: list[StagedAccount],
    context: MatchContext,
) -> StagedAccount:
    """Put a statement on an account: held against the statements before it, its rows matched one to one."""
    facts = load_account_facts(connection, choice.account_id, statement=statement)
    adjoined = adjoin(statement, facts.spans)
    if any(_follows(statement, staged.statement) for staged in earlier):
        adjoined = replace(adjoined, findings=())
    before = as_before(connection, choice.account_id, rows=statement.rows)
    rows = match_rows(
        statement.rows,
        (*before.others(facts.rows), *_of_this_file(statement, choice, earlier=earlier, source=context.source)),
        context=replace(
            context,
            adjoining_day=adjoined.adjoining_day,
            gone=before.gone,
            held=before.held,
            own=before.own,
            first_ids=before.first_ids,
        ),
    )
    return StagedAccount(
        account_id=choice.account_id,
        name=choice.name,
        kind=choice.kind,
        statement=adjoined.statement,
        transactions=turned(rows, before),
        reason=choice.reason,
        doubts=doubts_of(choice, adjoined, rows=rows, spans=facts.spans),
    )


def status_of(batch: StagedBatch) -> StagedStatus:
    """The status that follows from open decisions and verdicts."""
    if batch.decisions:
        return StagedStatus.NEEDS_DECISION
    included = any(row.included for account in batch.accounts for row in account.transactions)
    if included or not any(account.transactions for account in batch.accounts):
        return StagedStatus.STAGED
    return StagedStatus.NOTHING_NEW


def _unreadable(file: StatementFile, options: ImportOptions) -> tuple[Decision, ...]:
    """A file with rows that can't be read is never taken in part without a word."""
    errors = [item for item in file.findings if item.severity is Severity.ERROR]
    if not errors or file.refused or options.choices.get(UNREADABLE_QUESTION) == IMPORT_THE_REST:
        return ()
    examples = (tuple(item.message for item in errors[:3]),)
    return (Decision(question=UNREADABLE_QUESTION, choices=(IMPORT_THE_REST,), examples=examples),)


def _choice(statement: Statement, name: str, *, facts: VaultFacts, options: ImportOptions) -> AccountChoice:
    return choose_account(
        AccountQuestion(
            hint=statement.account,
            currency=statement.currency,
            file=name,
            accounts=facts.accounts,
            remembered=facts.remembered,
            wanted=options.account or options.choices.get(ACCOUNT_QUESTION, ""),
            wanted_kind=options.kind,
        )
    )


def _of_this_file(
    statement: Statement, choice: AccountChoice, *, earlier: list[StagedAccount], source: str
) -> tuple[CommittedStatementRow, ...]:
    """Rows of earlier statements of the same account in this file, unless the balances show that the two adjoin."""
    wanted = (choice.account_id, choice.name, statement.currency)
    rows = [
        row
        for staged in earlier
        if (staged.account_id, staged.name, staged.statement.currency) == wanted
        and not _follows(statement, staged.statement)
        for row in staged.statement.rows
    ]
    return tuple(
        CommittedStatementRow(id=_IN_THIS_FILE - place, row=row, format=source, row_hash=row_hash(row), occurrence=1)
        for place, row in enumerate(rows)
    )


def _follows(later: Statement, earlier: Statement) -> bool:
    """Whether one statement begins with the balance the other ends with."""
    if later.opening is None or earlier.closing is None:
        return False
    moved = earlier.opening is None or earlier.opening.amount != earlier.closing.amount
    return moved and later.opening.amount == earlier.closing.amount


def _decision(choice: AccountChoice, statement: Statement) -> Decision:
    examples = tuple((f"{row.booked_on} {row.printed_payee}",) for row in statement.rows[: len(choice.choices)])
    return Decision(question=ACCOUNT_QUESTION, choices=choice.choices, examples=examples)


def _once(decisions: list[Decision]) -> list[Decision]:
    return list({item.question: item for item in decisions}.values())
