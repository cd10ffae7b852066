"""Transfers: pairs need equal amounts, two own accounts, nearness and a witness."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from app.analysis.transfers import pair_transfers
from app.domain.account import Account, AccountKind
from app.domain.money import Money
from app.domain.transaction import Transaction

ACCOUNTS = {
    1: Account(id=1, name="Everyday", kind=AccountKind.CHECKING, currency="EUR", iban="DE02120300000000202051"),
    2: Account(id=2, name="Rainy day", kind=AccountKind.SAVINGS, currency="EUR", number="88201"),
    3: Account(id=3, name="Card", kind=AccountKind.CARD, currency="EUR"),
}


def _row(number: int, account: int, minor: int, text: str = "", *, day: int = 0) -> Transaction:
    return Transaction(
        id=number,
        account_id=account,
        account=ACCOUNTS[account].name,
        booked_on=date(2025, 1, 10) + timedelta(days=day),
        amount=Money.of(minor, "EUR"),
        printed_payee=text,
    )


def test_words_numbers_and_paid_cards_are_witnesses() -> None:
    rows = [
        _row(1, 1, -300, "to savings"),
        _row(2, 2, 300, day=1),
        _row(3, 1, -500, "DE02 1203 to Rainy day"),
        _row(4, 2, 500, day=2),
        _row(5, 1, -700, "Somebank"),
        _row(6, 3, 700, "Payment thank you"),
    ]
    assert {(pair.out_id, pair.in_id) for pair in pair_transfers(rows, ACCOUNTS)} == {(1, 2), (3, 4), (5, 6)}


def test_equal_amounts_alone_pair_nobody() -> None:
    assert pair_transfers([_row(1, 1, -300, "Shop"), _row(2, 2, 300, "Aunt May")], ACCOUNTS) == ()


def test_too_far_apart_is_no_pair() -> None:
    assert pair_transfers([_row(1, 1, -300, "to savings"), _row(2, 2, 300, day=6)], ACCOUNTS) == ()


@given(st.lists(st.tuples(st.sampled_from([1, 2, 3]), st.sampled_from([-2, -1, 1, 2]), st.integers(0, 9)), max_size=14))
def test_each_transaction_is_in_one_pair_at_most(drawn: list[tuple[int, int, int]]) -> None:
    rows = [_row(place, account, minor, "to savings", day=day) for place, (account, minor, day) in enumerate(drawn)]
    by_id = {row.id: row for row in rows}
    pairs = pair_transfers(rows, ACCOUNTS)
    used = [each for pair in pairs for each in (pair.out_id, pair.in_id)]
    assert len(used) == len(set(used))
    for pair in pairs:
        out, into = by_id[pair.out_id], by_id[pair.in_id]
        assert out.amount.minor == -into.amount.minor < 0
        assert out.account_id != into.account_id


def test_which_of_several_partners_is_taken_does_not_hang_on_the_order_they_came_in() -> None:
    rows = [
        _row(1, 1, -300, "to savings"),
        _row(2, 2, 300, "Aunt May"),
        _row(3, 2, 300, "Somebank"),
        _row(4, 1, -300, "Shop"),
    ]
    found = set()
    for order in permutations(range(1, 5)):
        renumbered = [replace(row, id=number) for row, number in zip(rows, order, strict=True)]
        text = {row.id: row.printed_payee for row in renumbered}
        found.add(tuple((text[pair.out_id], text[pair.in_id]) for pair in pair_transfers(renumbered, ACCOUNTS)))
    assert found == {(("to savings", "Aunt May"),)}
