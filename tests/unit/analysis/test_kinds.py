"""Kinds: spending, income, refunds and own transfers told apart."""

import pytest

from app.analysis.kinds import KindQuestion, kind_of
from app.domain.account import AccountKind
from app.domain.transaction import TransactionKind

INCOME = frozenset({"Benefits", "Salary", "Interest", "Other income"})
CHECKING, CARD = AccountKind.CHECKING, AccountKind.CARD


@pytest.mark.parametrize(
    ("amount", "printed", "category", "account", "kind"),
    [
        (-4012, "GREEN GROCER", "Groceries", CHECKING, "expense"),
        (249000, "ACME PAYROLL", "Salary", CHECKING, "income"),
        (4012, "GREEN GROCER", "Groceries", CHECKING, "refund"),
        (1999, "BLOOM FLORIST REFUND", "Gifts and donations", CARD, "refund"),
        (1999, "REFUND SOMEBODY", "Other income", CHECKING, "refund"),
        (81200, "IRS TREAS 310 TAX REFUND", "Benefits", CHECKING, "income"),
        (5000, "From Aunt May", "Other income", CHECKING, "income"),
        (5000, "Known Shop", "Other income", CHECKING, "refund"),
        (-30000, "TRANSFER TO SAVINGS", "Uncategorised", CHECKING, "transfer"),
        (30000, "Transfer from checking", "Other income", AccountKind.SAVINGS, "transfer"),
        (45000, "PAYMENT THANK YOU", "Other income", CARD, "transfer"),
        (-45000, "CREDIT CARD PAYMENT 4471", "Uncategorised", CHECKING, "transfer"),
        (-1280, "CARD PAYMENT TO NOODLE BAR", "Eating out", CHECKING, "expense"),
        (-5000, "Anything", "Transfers", CHECKING, "transfer"),
        (45000, "PAYMENT RECEIVED FROM CLIENT", "Other income", CHECKING, "income"),
    ],
)
def test_known_cases(amount: int, printed: str, category: str, account: AccountKind, kind: str) -> None:
    question = KindQuestion(
        amount=amount, payee=printed, printed_payee=printed, memo="", category=category, account_kind=account
    )
    found = kind_of(question, income_categories=INCOME, known_payees={"Known Shop"})
    assert found is TransactionKind(kind)
