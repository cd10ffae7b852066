"""What the numbers say of their columns."""

from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from app.statements.table_arithmetic import chain_fit, exclusive, guess_money

AMOUNTS = st.lists(st.integers(-9999, 9999).filter(bool), min_size=4, max_size=20)


@given(AMOUNTS, st.integers(-10000, 10000))
def test_a_running_balance_fits_in_either_order(amounts: list[int], opening: int) -> None:
    balances = [opening + total for total in accumulate(amounts)]
    assert chain_fit(amounts, balances).percent == 100
    assert chain_fit(amounts[::-1], balances[::-1]).percent == 100


@given(AMOUNTS, st.integers(-10000, 10000))
def test_a_balance_before_the_row_is_told_where_the_order_is_known(amounts: list[int], opening: int) -> None:
    before = [opening, *(opening + total for total in accumulate(amounts))][:-1]
    fit = chain_fit(amounts, before, descending=False)
    assert fit.percent == 100
    assert fit.before or len(set(amounts)) == 1


@given(AMOUNTS)
def test_balances_on_some_rows_only_are_held_against_all_amounts_between(amounts: list[int]) -> None:
    balances: list[int | None] = list(accumulate(amounts))
    balances[1] = None
    assert chain_fit(amounts, balances, descending=False).percent == 100


def test_nothing_to_follow_is_no_fit() -> None:
    assert chain_fit([1], [5]).links == 0
    assert chain_fit([1, 2], [None, None]).percent == 0


def test_debit_and_credit_exclude_each_other() -> None:
    assert exclusive([1, None, 2], [None, 5, 0])
    assert not exclusive([1, 2, 3], [1, None, None])


def test_unnamed_columns_are_told_apart() -> None:
    amounts: list[int | None] = [-450, 100000, -90000, -1000]
    balances: list[int | None] = [99550, 199550, 109550, 108550]
    guess = guess_money([balances, amounts], descending=False)
    assert (guess.amount, guess.balance) == (1, 0)
    debit: list[int | None] = [450, None, 90000, 1000]
    credit: list[int | None] = [None, 100000, None, None]
    pair = guess_money([debit, credit, balances], descending=False)
    assert (pair.debit, pair.credit, pair.balance) == (0, 1, 2)


def test_without_a_chain_the_column_with_signs_is_the_amount() -> None:
    assert guess_money([[5, 5, 5], [-1, 2, -3]]).amount == 1
