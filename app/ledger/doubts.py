"""Doubts: why a statement may belong to another account. With one open it is committed only after a plain yes."""

from collections.abc import Sequence
from dataclasses import replace

from app.domain.account import Account, AccountHint
from app.domain.staged import StagedBatch, StagedTransaction, Verdict
from app.domain.statement import Decision, Finding
from app.domain.statement_kinds import Severity
from app.ledger.account_choice import EARLIER_IMPORT, FILE_NAME, AccountChoice, differs
from app.ledger.adjoin import NOT_ADJOINING, Adjoined
from app.store.spans import StatementSpan

WRONG_ACCOUNT_QUESTION = "wrong_account"
PUT_IT_THERE = "put_it_there"
_OTHER_NUMBER = "account_differs"
_OTHER_ROWS = "no_row_of_these_days_known"
_CODES = frozenset({_OTHER_NUMBER, NOT_ADJOINING, _OTHER_ROWS})
_WEAK = frozenset({FILE_NAME, EARLIER_IMPORT})
"""Evidence for an account that the statement itself does not give."""
_TELLING_ROWS = 3
"""So many rows on days that are covered, and not one of them known, are no chance."""


def doubts_of(
    choice: AccountChoice, adjoined: Adjoined, *, rows: Sequence[StagedTransaction], spans: Sequence[StatementSpan]
) -> tuple[Finding, ...]:
    """What speaks against the account chosen; a row that is known there answers all but another number."""
    found: list[Finding] = []
    if choice.known is not None and differs(choice.known, adjoined.statement.account):
        found.append(_other_number(choice.known, adjoined.statement.account))
    if not any(item.verdict is not Verdict.NEW for item in rows):
        found.extend(adjoined.findings)
        found.extend(_other_rows(choice, rows, spans=spans))
    return tuple(found)


def with_doubts(batch: StagedBatch) -> StagedBatch:
    """The batch whose findings tell the doubts of its accounts as they are now, and which asks where one is open."""
    told = tuple(doubt for account in batch.accounts for doubt in account.doubts)
    asked = tuple(doubt.message for account in batch.accounts if not account.sure for doubt in account.doubts)
    question = Decision(question=WRONG_ACCOUNT_QUESTION, choices=(PUT_IT_THERE,), examples=(asked,))
    others = tuple(item for item in batch.decisions if item.question != WRONG_ACCOUNT_QUESTION)
    findings = tuple(item for item in batch.findings if item.code not in _CODES)
    return replace(batch, findings=(*findings, *told), decisions=(*others, question) if asked else others)


def accepted(batch: StagedBatch) -> StagedBatch:
    """The batch after the owner's yes: its statements belong where they stand."""
    return with_doubts(replace(batch, accounts=tuple(replace(account, sure=True) for account in batch.accounts)))


def _other_number(account: Account, hint: AccountHint) -> Finding:
    theirs, ours = (hint.iban, account.iban) if hint.iban and account.iban else (hint.number, account.number)
    return _doubt(
        _OTHER_NUMBER,
        f"The statement is of account {_grouped(theirs)}, but “{account.name}” is {_grouped(ours)}. "
        "Put it on the account it belongs to, or say that it goes here.",
    )


def _other_rows(
    choice: AccountChoice, rows: Sequence[StagedTransaction], *, spans: Sequence[StatementSpan]
) -> tuple[Finding, ...]:
    """Only weak evidence names the account, and it holds other transactions for the very days of these."""
    if choice.reason not in _WEAK:
        return ()
    days = [item.row.booked_on for item in rows if any(span.first < item.row.booked_on < span.last for span in spans)]
    if len(days) < _TELLING_ROWS:
        return ()
    return (
        _doubt(
            _OTHER_ROWS,
            f"“{choice.name}” has a statement for {min(days)} to {max(days)} already, and none of the {len(days)} rows "
            "of these days is in it. Put this one on the account it belongs to, or say that it goes here.",
        ),
    )


def _doubt(code: str, message: str) -> Finding:
    return Finding(severity=Severity.WARNING, code=code, message=message)


def _grouped(number: str) -> str:
    """An IBAN in groups of four, as it is printed; any other number as it is."""
    plain = "".join(number.split())
    if not (plain[:2].isalpha() and plain[2:4].isdigit()):
        return number
    return " ".join(plain[at : at + 4] for at in range(0, len(plain), 4))
