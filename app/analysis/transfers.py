"""Transfers: pairs of transactions in two own accounts that are one movement of money."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.analysis.kinds import says_card_payment, says_own_transfer
from app.domain.account import Account, AccountKind
from app.domain.transaction import Transaction, TransactionKind

_MOST_DAYS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferPair:
    """Money that left one own account and came in on another, with the reason for pairing them."""

    out_id: int
    in_id: int
    reason: str


def pair_transfers(transactions: Iterable[Transaction], accounts: Mapping[int, Account]) -> tuple[TransferPair, ...]:
    """Pair each payment out with the nearest equal payment in on another account, within five days.

    A pair needs a witness: words of a transfer or card payment on either side, the name or number of the other account
    in the text, or a card that is paid. Equal amounts alone pair nobody. Each transaction is in one pair at most.
    """
    incoming: dict[tuple[int, str], list[Transaction]] = defaultdict(list)
    outgoing: list[Transaction] = []
    for each in sorted(transactions, key=_in_order):
        if each.amount.minor > 0:
            incoming[each.amount.minor, each.amount.currency.code].append(each)
        elif each.amount.minor < 0:
            outgoing.append(each)
    pairs = []
    for out in outgoing:
        candidates = incoming.get((-out.amount.minor, out.amount.currency.code), [])
        best = _nearest(out, candidates, accounts=accounts)
        if best is not None:
            partner, reason = best
            candidates.remove(partner)
            pairs.append(TransferPair(out_id=out.id, in_id=partner.id, reason=reason))
    return tuple(pairs)


def _in_order(item: Transaction) -> tuple[object, ...]:
    """The oldest first; of one day by what is printed and said, never by ids, which another import changes."""
    printed = (item.printed_payee, item.memo, item.bank_reference)
    days = (item.made_on or item.booked_on, item.value_on or item.booked_on)
    return (item.booked_on, item.account_id, *printed, item.payee, item.category, item.kind.value, *days, item.id)


def _nearest(
    out: Transaction, candidates: list[Transaction], *, accounts: Mapping[int, Account]
) -> tuple[Transaction, str] | None:
    near = []
    for place, partner in enumerate(candidates):
        distance = abs((partner.booked_on - out.booked_on).days)
        if partner.account_id == out.account_id or distance > _MOST_DAYS:
            continue
        reason = _witness(out, partner, accounts=accounts)
        if reason:
            near.append((distance, place, partner, reason))
    if not near:
        return None
    _, _, partner, reason = min(near, key=lambda item: item[:2])
    return partner, reason


def _witness(out: Transaction, partner: Transaction, *, accounts: Mapping[int, Account]) -> str:
    texts = (f"{out.printed_payee} {out.memo}", f"{partner.printed_payee} {partner.memo}")
    if any(each.kind is TransactionKind.TRANSFER for each in (out, partner)):
        return "one side is a transfer, the other has the same amount"
    if any(says_own_transfer(text) for text in texts):
        return "the text speaks of a transfer"
    receiver = accounts[partner.account_id]
    if receiver.kind is AccountKind.CARD and any(says_card_payment(text) for text in texts):
        return "the card's bill was paid"
    if _names(texts[0], receiver) or _names(texts[1], accounts[out.account_id]):
        return "the text names the other account"
    return ""


def _names(text: str, account: Account) -> bool:
    squeezed = text.replace(" ", "").casefold()
    marks = [mark.replace(" ", "").casefold() for mark in (account.iban, account.number, account.name)]
    return any(len(mark) >= 4 and mark in squeezed for mark in marks)
