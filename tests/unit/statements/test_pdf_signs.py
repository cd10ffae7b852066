"""Which way money went: the rule that the balances prove, else the one that marks, columns and words speak for."""

from dataclasses import replace

import pytest

from app.statements.fields import Mark, PrintedAmount
from app.statements.pdf_amounts import RowMoney
from app.statements.pdf_balance_signs import SignedRow
from app.statements.pdf_signs import Stated, choose_signs


def row(minor: int, mark: Mark = Mark.NONE, *, way: int = 0, heading: int = 0, balance: int | None = None) -> SignedRow:
    printed = None if balance is None else PrintedAmount(balance, Mark.NONE)
    return SignedRow(RowMoney(PrintedAmount(minor, mark), way, printed), heading, "Shop")


def stated(opening: int | None, closing: int | None) -> Stated:
    figures = [() if minor is None else (PrintedAmount(minor, Mark.NONE),) for minor in (opening, closing)]
    return Stated(figures[0], figures[1])


NOTHING = stated(None, None)


@pytest.mark.parametrize(
    ("rows", "balances", "card", "amounts"),
    [([row(-500, Mark.MINUS), row(700)], NOTHING, False, (-500, 700)),
     ([row(500), row(-700, Mark.MINUS)], NOTHING, True, (-500, 700)),
     ([row(500), row(700, Mark.CREDIT)], NOTHING, False, (-500, 700)),
     ([row(500, way=-1), row(700, way=1)], NOTHING, False, (-500, 700)),
     ([row(-500, Mark.MINUS, way=-1), row(700, Mark.PLUS, way=1)], NOTHING, False, (-500, 700)),
     ([row(500, heading=-1), row(700, heading=1)], NOTHING, False, (-500, 700)),
     ([row(500), row(700)], stated(2000, 800), False, (-500, -700)),
     ([row(500, balance=500), row(700, balance=1200), row(200, balance=1000)], NOTHING, False, (-500, 700, -200)),
     ([row(500, balance=1500), row(700, balance=2200), row(200, balance=2000)], stated(1000, None), False, (500, 700, -200))],
)  # fmt: skip
def test_a_rule_is_chosen(rows: list[SignedRow], balances: Stated, card: bool, amounts: tuple[int, ...]) -> None:
    assert choose_signs(rows, balances, card=card).rows.amounts == amounts


def test_rows_between_two_balances_are_proved_and_others_not() -> None:
    rows = [row(-500, Mark.MINUS), row(700)]
    assert choose_signs(rows, stated(1000, 1200), card=False).proved
    assert not choose_signs(rows, stated(1000, 1201), card=False).proved


def test_silent_rows_are_doubtful_and_a_card_s_are_charges() -> None:
    rows = [row(500), row(700)]
    assert choose_signs(rows, NOTHING, card=False).doubtful
    card = choose_signs(rows, NOTHING, card=True)
    assert (card.doubtful, card.rows.amounts) == (False, (-500, -700))


def test_a_running_balance_does_not_hide_that_the_first_row_is_missing() -> None:
    rows = [row(700, balance=2200), row(200, balance=2400)]
    figures = (PrintedAmount(1000, Mark.NONE),)
    chosen = choose_signs(rows, Stated(figures, (), named=(True, False)), card=False)
    assert (chosen.opening, chosen.closing) == (0, None)


def test_a_card_that_does_not_call_itself_one_is_doubtful_though_its_balances_close() -> None:
    rows = [row(500), row(700), row(200), row(-100, Mark.MINUS), row(400), row(300)]
    chosen = choose_signs(rows, stated(1000, 3000), card=False)
    assert (chosen.proved, chosen.doubtful) == (True, True)
    with_way = [row(500, way=1), *rows[1:]]
    assert not choose_signs(with_way, stated(1000, 3000), card=False).doubtful


def test_the_row_that_no_balance_tells_goes_as_the_signs_of_the_others_do() -> None:
    first, rest = (
        row(4736, balance=160249),
        [row(245, Mark.PLUS, balance=160004), row(-700, Mark.MINUS, balance=159304)],
    )
    assert choose_signs([first, *rest], NOTHING, card=False).rows.amounts == (4736, -245, -700)
    turned = [row(-245, Mark.MINUS, balance=160494), row(700, balance=159794), row(50, balance=159844)]
    assert choose_signs([first, *turned], NOTHING, card=False).rows.amounts[0] == -4736


@pytest.mark.parametrize("count", [4, 9, 24])
def test_one_balance_marked_as_owed_does_not_turn_all_rows(count: int) -> None:
    rows, balance = [], 1000
    for number in range(count):
        amount = -100 if number % 3 else 500
        balance += amount
        rows.append(row(amount, Mark.MINUS if amount < 0 else Mark.NONE, balance=balance))
    last = rows[-2].money
    owed = replace(last, balance=PrintedAmount(-(last.balance.minor if last.balance else 0), Mark.DEBIT))
    rows[-2] = replace(rows[-2], money=owed)
    chosen = choose_signs(rows, NOTHING, card=False)
    assert chosen.rows.amounts == tuple(one.money.amount.minor for one in rows)
    assert not chosen.proved


@pytest.mark.parametrize("newest_first", [False, True])
def test_rows_after_the_last_running_balance_are_not_proved_by_those_before_it(newest_first: bool) -> None:
    rows = [row(500, balance=1500), row(700, balance=2200), row(200, balance=2400)]
    more = [*rows, row(300), row(50)]
    order = -1 if newest_first else 1
    assert choose_signs(rows[::order], NOTHING, card=False).proved
    assert not choose_signs(more[::order], NOTHING, card=False).proved
    assert choose_signs(more[::order], stated(1000, 2750), card=False).proved


def test_a_balance_that_falls_with_what_is_marked_as_credit_is_a_debt() -> None:
    rows = [row(500, balance=1500), row(700, balance=2200), row(900, Mark.CREDIT, balance=1300), row(200, balance=1500)]
    chosen = choose_signs(rows, stated(1000, 1500), card=False)
    assert (chosen.rows.amounts, chosen.rows.balance_factor, chosen.proved) == ((-500, -700, 900, -200), -1, True)


def test_a_card_that_prints_a_sign_on_every_amount_and_mostly_minus_lists_charges_as_money_out() -> None:
    rows = [row(900, Mark.PLUS), row(-500, Mark.MINUS), row(-700, Mark.MINUS)]
    owed = Stated((PrintedAmount(-900, Mark.MINUS),), (PrintedAmount(-1200, Mark.MINUS),))
    for balances in (owed, NOTHING):
        assert choose_signs(rows, balances, card=True).rows.amounts == (900, -500, -700)
    refunds = [row(500), row(-900, Mark.MINUS), row(-100, Mark.MINUS)]
    assert choose_signs(refunds, NOTHING, card=True).rows.amounts == (-500, 900, 100)


def test_a_balance_that_rises_with_debits_and_falls_with_credits_is_a_debt() -> None:
    rows = [row(500, way=-1, balance=1500), row(700, way=1, balance=800), row(200, way=-1, balance=1000)]
    chosen = choose_signs(rows, stated(1000, 1000), card=False)
    assert (chosen.rows.amounts, chosen.rows.balance_factor, chosen.proved) == ((-500, 700, -200), -1, True)
