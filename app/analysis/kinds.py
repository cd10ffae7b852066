"""Kinds: whether a transaction is spending, income, a refund, or money moved between own accounts."""

from collections.abc import Collection
from dataclasses import dataclass

from app.analysis.categories import OTHER_INCOME, TRANSFERS
from app.analysis.word_match import Phrases, folded
from app.domain.account import AccountKind
from app.domain.transaction import TransactionKind

_OWN_TRANSFER = tuple(
    folded(phrase)
    for phrase in (
        "transfer to savings", "transfer from savings", "transfer to checking", "transfer from checking",
        "transfer to current", "transfer from current", "online transfer", "internal transfer", "own account transfer",
        "transfer between accounts", "account transfer", "savings transfer", "to savings", "from savings", "umbuchung",
        "to savings account", "from savings account", "übertrag", "uebertrag", "eigenübertrag", "moved to pot",
        "rainy day pot", "pot transfer", "transfer to card", "transfer to credit card", "sparplan", "virement interne",
        "transfer to sav", "transfer from chk", "transfer to chk", "automatic savings", "tagesgeld", "sparkonto",
        "umbuchung sparen", "to saver", "regular saver", "round up", "transfer from isa", "transfer to isa",
    )
)  # fmt: skip
_CARD_PAYMENT = tuple(
    folded(phrase)
    for phrase in (
        "credit card payment", "card payment thank you", "payment thank you", "payment received thank you",
        "payment received", "autopay", "autopay payment", "automatic payment thank you", "online payment thank you",
        "cardmember payment", "card autopay", "credit crd autopay", "credit card pmt", "credit card bill", "epay",
        "card bill payment", "kreditkartenabrechnung", "kreditkarten abrechnung", "lastschrifteinzug kreditkarte",
        "direct debit payment thank you", "direct debit received", "ausgleich kreditkarte", "monatsabrechnung",
        "card repayment", "crcardpmt", "payment to card", "pay credit card", "payment to credit card", "cc payment",
        "kreditkarte", "credit card", "card payment", "cardmember serv",
    )
)  # fmt: skip
_CARD_SIDE_ONLY = frozenset(
    folded(phrase)
    for phrase in (
        "payment received", "direct debit received", "autopay", "monatsabrechnung", "payment thank you",
        "ausgleich kreditkarte",
    )
)  # fmt: skip
_BROAD = frozenset(folded(phrase) for phrase in ("card payment", "credit card", "kreditkarte", "payment received"))
_REFUND = tuple(
    folded(phrase)
    for phrase in (
        "refund", "refunded", "return", "returns", "reversal", "chargeback", "merchandise credit", "credit adjustment",
        "erstattung", "rückerstattung", "rueckerstattung", "storno", "remboursement", "rimborso", "devolución", "ret",
        "purchase return", "rückzahlung", "gutschrift retoure", "retoure",
    )
)  # fmt: skip
_TRANSFER_PHRASES = Phrases(_OWN_TRANSFER)
_CARD_PHRASES = Phrases(_CARD_PAYMENT)
_NARROW_CARD_PHRASES = Phrases(set(_CARD_PAYMENT) - _BROAD - _CARD_SIDE_ONLY)
_REFUND_PHRASES = Phrases(_REFUND)


@dataclass(frozen=True, slots=True, kw_only=True)
class KindQuestion:
    """What the kind of one transaction is judged by."""

    amount: int
    """Minor units, money out negative."""
    payee: str
    printed_payee: str
    memo: str
    category: str
    account_kind: AccountKind
    row_type: str = ""


def kind_of(
    question: KindQuestion, *, income_categories: Collection[str], known_payees: Collection[str]
) -> TransactionKind:
    """The kind of a transaction on its own; `pair_transfers` finds those that only a second account shows.

    Args:
        question: the transaction.
        income_categories: names of the categories that are income.
        known_payees: payees the owner has spent money at; money back from one of them is a refund.
    """
    text = folded(f"{question.printed_payee} {question.memo} {question.row_type}")
    if question.category == TRANSFERS or _moves_own_money(question, text):
        return TransactionKind.TRANSFER
    if question.amount <= 0:
        return TransactionKind.EXPENSE
    if question.category not in income_categories:
        return TransactionKind.REFUND
    # A tax refund or a benefit is income, whatever it is called; only money in of no known sort may be one given back.
    given_back = _says_refund(text) or question.payee in known_payees
    return TransactionKind.REFUND if question.category == OTHER_INCOME and given_back else TransactionKind.INCOME


def says_card_payment(text: str) -> bool:
    """Whether a printed text speaks of paying a card's bill."""
    return _CARD_PHRASES.stand_in(folded(text))


def says_own_transfer(text: str) -> bool:
    """Whether a printed text speaks of money moved between one's own accounts."""
    return _TRANSFER_PHRASES.stand_in(folded(text))


def _moves_own_money(question: KindQuestion, text: str) -> bool:
    if _TRANSFER_PHRASES.stand_in(text):
        return True
    if question.account_kind is AccountKind.CARD:
        return question.amount > 0 and not _says_refund(text) and _CARD_PHRASES.stand_in(text)
    if question.amount >= 0:
        return False
    payee = folded(question.printed_payee)
    return _NARROW_CARD_PHRASES.stand_in(text) or payee in {"credit card", "kreditkarte", "card payment"}


def _says_refund(text: str) -> bool:
    return _REFUND_PHRASES.stand_in(text)
