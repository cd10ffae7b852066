"""Accounts, transactions and audit entries as the contract's JSON."""

from typing import Any

from app.domain.account import AccountSummary
from app.domain.audit_entry import AuditEntry
from app.domain.transaction import Transaction

Json = dict[str, Any]


def transaction_json(item: Transaction) -> Json:
    """One committed transaction."""
    return {
        "id": item.id,
        "account": item.account,
        "made_on": item.made_on.isoformat() if item.made_on else None,
        "booked_on": item.booked_on.isoformat(),
        "value_on": item.value_on.isoformat() if item.value_on else None,
        "amount": item.amount.decimal(),
        "currency": item.amount.currency.code,
        "payee": item.payee,
        "printed_payee": item.printed_payee,
        "memo": item.memo,
        "category": item.category,
        "kind": item.kind.value,
        "bank_reference": item.bank_reference,
        "batch": item.batch or None,
    }


def account_json(item: AccountSummary) -> Json:
    """One account with its balance, its coverage by month and its proof."""
    return {
        "account": item.account.name,
        "kind": item.account.kind.value,
        "currency": item.account.currency,
        "balance": item.balance.decimal(),
        "transactions": item.transactions,
        "first": item.first,
        "last": item.last,
        "proof": item.proof.value,
        "coverage": [
            {
                "month": month.month,
                "proof": month.state.value if month.state else None,
            }
            | ({"overlapping": True} if month.overlapping else {})
            for month in item.coverage
        ],
    }


def audit_json(entry: AuditEntry) -> Json:
    """One entry of the audit trail."""
    return {
        "number": entry.number,
        "at": entry.at,
        "event": entry.event.value,
        "actor": entry.actor,
        "session": entry.session,
        "version": entry.version,
        "details": dict(entry.details),
        "digest": entry.digest,
    }
