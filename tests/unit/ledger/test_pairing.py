"""Own transfers and refunds: judged by what is in the vault now, however it came there and whatever was taken back."""

from itertools import permutations
from pathlib import Path

from app.domain.account import AccountKind
from app.domain.statement import StatementRow
from app.domain.transaction import Transaction, TransactionKind, TransactionSearch
from app.ledger import categorise
from app.ledger.commit import undo_committed
from app.store import transactions
from app.store.session import VaultSession
from tests.helpers.staging import books, commit, row

CHECKING, CARD = "Checking", "Card"


def bank(session: VaultSession, *rows: StatementRow) -> str:
    return commit(session, rows, account=CHECKING, kind=AccountKind.CHECKING)


def card(session: VaultSession, *rows: StatementRow) -> str:
    return commit(session, rows, account=CARD, kind=AccountKind.CARD)


def kinds(session: VaultSession) -> dict[tuple[str, str, int], tuple[str, str]]:
    """Kind and category of each transaction, by account, text and amount."""
    found = session.read(lambda c: transactions.page(c, TransactionSearch(), offset=0, limit=-1))
    return {(item.account, item.printed_payee, item.amount.minor): (item.kind.value, item.category) for item in found}


def one(session: VaultSession, text: str) -> Transaction:
    found = session.read(lambda c: transactions.page(c, TransactionSearch(), offset=0, limit=-1))
    (item,) = [item for item in found if item.printed_payee == text]
    return item


def pairs(session: VaultSession) -> int:
    return session.read(
        lambda c: int(c.execute("SELECT count(*) FROM entry WHERE paired_with IS NOT NULL").fetchall()[0][0])
    )


BILL = row("LUMEN BANK 8802", -45000)
PAYMENT = row("THANK YOU PAYMENT RECEIVED", 45000, days=1)


def test_a_card_payment_is_neither_spending_nor_income_on_either_account(session: VaultSession) -> None:
    bank(session, BILL)
    before = kinds(session)
    card(session, PAYMENT)
    after = kinds(session)
    assert set(before.values()) != {("transfer", "Transfers")}
    assert set(after.values()) == {("transfer", "Transfers")}
    assert pairs(session) == 2


def test_taking_one_half_back_frees_the_other_as_it_was(session: VaultSession) -> None:
    bank(session, BILL)
    before = kinds(session)
    batch = card(session, PAYMENT)
    undo_committed(session, batch)
    assert kinds(session) == before
    assert pairs(session) == 0
    card(session, PAYMENT)
    assert set(kinds(session).values()) == {("transfer", "Transfers")}


def test_what_the_owner_said_of_a_half_stays_through_pairing_and_undo(session: VaultSession) -> None:
    bank(session, BILL)
    categorise.set_category(session, [one(session, BILL.printed_payee).id], category="Gifts")
    categorise.set_kind(session, [one(session, BILL.printed_payee).id], kind=TransactionKind.EXPENSE)
    batch = card(session, PAYMENT)
    assert one(session, BILL.printed_payee).kind is TransactionKind.EXPENSE
    undo_committed(session, batch)
    assert one(session, BILL.printed_payee).category == "Gifts"


def test_a_freed_half_finds_another_partner(session: VaultSession) -> None:
    bank(session, BILL)
    nearer = card(session, PAYMENT)
    card(session, row("THANK YOU PAYMENT RECEIVED", 45000, days=3))
    assert pairs(session) == 2
    undo_committed(session, nearer)
    assert pairs(session) == 2
    assert set(kinds(session).values()) == {("transfer", "Transfers")}


def test_the_order_of_imports_makes_no_difference(tmp_path: Path) -> None:
    out = (row("TRANSFER TO CARD A", -100), row("TRANSFER TO CARD B", -100, days=2), row("CAFE LUNA", -475))
    files = (
        (CHECKING, AccountKind.CHECKING, out[:1]),
        (CHECKING, AccountKind.CHECKING, (*out[1:], row("CAFE LUNA", 475, days=3))),
        (CARD, AccountKind.CARD, (row("PAYMENT RECEIVED", 100, days=3), row("CAFE LUNA", -900))),
    )
    seen = []
    for number, order in enumerate(permutations(files)):
        session = books(tmp_path / str(number))
        for account, kind, rows in order:
            commit(session, rows, account=account, kind=kind)
        seen.append((kinds(session), pairs(session)))
        session.close()
    assert all(found == seen[0] for found in seen)
    assert seen[0][1] == 2


def test_money_back_becomes_a_refund_once_money_was_spent_there_and_income_again_without(
    session: VaultSession,
) -> None:
    bank(session, row("HARBOR STUDIO", 5000, days=9))
    alone = one(session, "HARBOR STUDIO").kind
    batch = card(session, row("HARBOR STUDIO", -20000))
    spent = kinds(session)[CHECKING, "HARBOR STUDIO", 5000][0]
    undo_committed(session, batch)
    assert (alone.value, spent, one(session, "HARBOR STUDIO").kind.value) == ("income", "refund", "income")


def test_a_second_wage_of_the_same_payer_is_no_refund(session: VaultSession) -> None:
    bank(session, row("HARBOR STUDIO", 5000))
    bank(session, row("HARBOR STUDIO", 5100, days=30))
    assert {kind for kind, _ in kinds(session).values()} == {"income"}


def test_a_pending_half_that_settles_keeps_its_partner(session: VaultSession) -> None:
    bank(session, BILL)
    card(session, row("THANK YOU PAYMENT RECEIVED", 45000, days=1, pending=True))
    assert pairs(session) == 2
    settling = card(session, row("THANK YOU PAYMENT RECEIVED 0142", 45000, days=2))
    assert pairs(session) == 2
    assert set(kinds(session).values()) == {("transfer", "Transfers")}
    undo_committed(session, settling)
    assert pairs(session) == 2
    assert set(kinds(session).values()) == {("transfer", "Transfers")}
