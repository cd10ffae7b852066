"""Staged batches without their rows as JSON, so that a review can go on after the program was closed."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from app.domain.account import AccountHint, AccountKind
from app.domain.staged import StagedAccount, StagedBatch, StagedStatus, StagedTransaction
from app.domain.statement import Balance, BrokenAt, Decision, Finding, Proof, Reading, Statement
from app.domain.statement_kinds import ProofState, Severity, StatementFormat

Transactions = tuple[StagedTransaction, ...]


def batch_to_json(batch: StagedBatch) -> str:
    """The batch and its accounts, less the rows."""
    stored = {
        "file": batch.file,
        "status": batch.status.value,
        "format": None if batch.format is None else batch.format.value,
        "reading": asdict(batch.reading),
        "accounts": [_account_out(account) for account in batch.accounts],
        "findings": [asdict(finding) for finding in batch.findings],
        "decisions": [asdict(decision) for decision in batch.decisions],
        "preset": batch.preset,
        "layout": batch.layout,
        "file_digest": batch.file_digest,
        "seconds": batch.seconds,
        "stamp": batch.stamp,
    }
    return json.dumps(stored, ensure_ascii=False)


def batch_from_json(name: str, text: str, *, transactions: Sequence[Transactions]) -> StagedBatch:
    """The batch out of `batch_to_json`, under the name it has, with the transactions of each account."""
    stored = json.loads(text)
    return StagedBatch(
        id=name,
        file=stored["file"],
        status=StagedStatus(stored["status"]),
        format=None if stored["format"] is None else StatementFormat(stored["format"]),
        reading=Reading(**stored["reading"]),
        accounts=tuple(_account_in(*each) for each in zip(stored["accounts"], transactions, strict=True)),
        findings=tuple(_finding_in(item) for item in stored["findings"]),
        decisions=tuple(_decision_in(item) for item in stored["decisions"]),
        preset=stored["preset"],
        layout=stored["layout"],
        file_digest=stored.get("file_digest", ""),
        seconds=stored["seconds"],
        stamp=stored.get("stamp", ""),
    )


def _account_out(account: StagedAccount) -> dict[str, Any]:
    statement = account.statement
    return {
        "account_id": account.account_id,
        "name": account.name,
        "kind": account.kind.value,
        "reason": account.reason,
        "doubts": [asdict(doubt) for doubt in account.doubts],
        "sure": account.sure,
        "hint": asdict(statement.account),
        "currency": statement.currency,
        "currency_stated": statement.currency_stated,
        "opening": _balance_out(statement.opening),
        "closing": _balance_out(statement.closing),
        "proof": asdict(statement.proof),
    }


def _account_in(stored: dict[str, Any], transactions: Transactions) -> StagedAccount:
    return StagedAccount(
        account_id=stored["account_id"],
        name=stored["name"],
        kind=AccountKind(stored["kind"]),
        reason=stored["reason"],
        doubts=tuple(_finding_in(item) for item in stored.get("doubts", ())),
        sure=stored.get("sure", False),
        transactions=transactions,
        statement=Statement(
            account=_hint_in(stored["hint"]),
            currency=stored["currency"],
            currency_stated=stored["currency_stated"],
            rows=tuple(item.row for item in transactions),
            proof=_proof_in(stored["proof"]),
            opening=_balance_in(stored["opening"]),
            closing=_balance_in(stored["closing"]),
        ),
    )


def _finding_in(stored: dict[str, Any]) -> Finding:
    return Finding(**{**stored, "severity": Severity(stored["severity"])})


def _hint_in(stored: dict[str, Any]) -> AccountHint:
    kind = stored["kind"]
    return AccountHint(**{**stored, "kind": None if kind is None else AccountKind(kind)})


def _proof_in(stored: dict[str, Any]) -> Proof:
    broken = stored["broken_at"]
    return Proof(
        state=ProofState(stored["state"]),
        missing=stored["missing"],
        broken_at=None if broken is None else BrokenAt(**broken),
    )


def _balance_out(balance: Balance | None) -> list[Any] | None:
    if balance is None:
        return None
    return [balance.amount, None if balance.on is None else balance.on.isoformat()]


def _balance_in(stored: list[Any] | None) -> Balance | None:
    if stored is None:
        return None
    return Balance(amount=stored[0], on=None if stored[1] is None else date.fromisoformat(stored[1]))


def _decision_in(stored: dict[str, Any]) -> Decision:
    return Decision(
        question=stored["question"],
        choices=tuple(stored["choices"]),
        examples=tuple(tuple(example) for example in stored["examples"]),
    )
