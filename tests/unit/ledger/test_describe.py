"""Describing rows: the owner's own choices before the rules, and a refund only where money was spent."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.account import AccountKind
from app.domain.category import Category
from app.domain.statement import StatementRow
from app.domain.transaction import TransactionKind
from app.ledger.describe import Description, OwnersChoices, describe_known, describe_rows
from app.ledger.vault_access import default_categories

CATEGORIES = default_categories()
RULES = OwnersChoices(categories=CATEGORIES)


def row(text: str, amount: int = -475, *, memo: str = "") -> StatementRow:
    return StatementRow(line=1, booked_on=date(2026, 3, 1), amount=amount, printed_payee=text, memo=memo)


def described(
    *rows: StatementRow, choices: OwnersChoices = RULES, kind: AccountKind = AccountKind.CHECKING
) -> tuple[Description, ...]:
    return describe_rows(rows, kind, choices=choices)


def test_the_rules_give_a_clean_payee_a_category_and_a_kind() -> None:
    (found,) = described(row("POS PURCHASE GREEN GROCER 8123"))
    assert found == Description("Green Grocer", "Groceries", TransactionKind.EXPENSE)


def test_the_owners_names_and_categories_go_before_the_rules() -> None:
    choices = OwnersChoices(
        categories=CATEGORIES,
        payee_of={"green grocer 8123": "Corner Shop"},
        category_of={"Corner Shop": "Gifts"},
    )
    named, other = described(row("Green Grocer 8123"), row("GREEN GROCER"), choices=choices)
    assert (named.payee, named.category) == ("Corner Shop", "Gifts")
    assert (other.payee, other.category) == ("Green Grocer", "Groceries")


@pytest.mark.parametrize(
    ("texts", "kinds"),
    [
        ([("HARBOR STUDIO", 900)], ["income"]),
        ([("HARBOR STUDIO", 900), ("HARBOR STUDIO", -5000)], ["refund", "expense"]),
        ([("HARBOR STUDIO REFUND", 900)], ["refund"]),
        ([("TRANSFER TO SAVINGS", -5000)], ["transfer"]),
    ],
)
def test_money_in_is_a_refund_where_money_was_spent_in_the_same_file(
    texts: list[tuple[str, int]], kinds: list[str]
) -> None:
    found = described(*(row(text, amount) for text, amount in texts))
    assert [item.kind.value for item in found] == kinds
    assert all(item.category == "Transfers" for item in found if item.kind is TransactionKind.TRANSFER)


def test_what_was_spent_before_counts_for_rows_whose_payee_is_known() -> None:
    back = (row("CREDIT 17", 900), "Harbor Studio")
    before = OwnersChoices(categories=CATEGORIES, spent_at=frozenset({"Harbor Studio"}))
    for choices, kind in ((RULES, TransactionKind.INCOME), (before, TransactionKind.REFUND)):
        (found,) = describe_known([back], AccountKind.CHECKING, choices=choices)
        assert (found.payee, found.kind) == ("Harbor Studio", kind)


def test_a_card_is_paid_on_the_card_and_spends_nothing_there() -> None:
    text = "PAYMENT RECEIVED THANK YOU"
    assert described(row(text, 45000), kind=AccountKind.CARD)[0].kind is TransactionKind.TRANSFER
    assert described(row(text, 45000), kind=AccountKind.CHECKING)[0].kind is TransactionKind.INCOME


def test_reference_numbers_do_not_tell_rows_apart_unless_a_category_asks_for_one() -> None:
    numbered = OwnersChoices(categories=(Category(name="Rent", keywords=("flat 4471",)), Category(name="Other")))
    rows = [row("TENANCY", memo=f"FLAT {number}") for number in (4471, 9902)]
    assert [item.category for item in described(*rows, choices=numbered)] == ["Rent", "Uncategorised"]
    assert len({item.category for item in described(*rows)}) == 1


def test_each_row_is_described_in_its_own_direction() -> None:
    out, back, nothing = described(row("GREEN GROCER"), row("GREEN GROCER", 475), row("GREEN GROCER", 0))
    assert (out.kind, back.kind, nothing.kind) == (
        TransactionKind.EXPENSE,
        TransactionKind.REFUND,
        TransactionKind.EXPENSE,
    )


_WORDS = st.sampled_from(
    ["GREEN GROCER", "SALARY", "REFUND", "7 ELEVEN", "8 ELEVEN", "4411 00127", "\x1f", "a\x1f12345"]
)


@given(st.lists(st.tuples(st.lists(_WORDS).map(" ".join), st.lists(_WORDS).map(" ".join)), max_size=6))
def test_many_rows_are_described_as_each_alone(texts: list[tuple[str, str]]) -> None:
    """Whatever their texts hold, the mark between two texts included."""
    rows = [row(text, memo=memo) for text, memo in texts]
    assert list(described(*rows)) == [described(each)[0] for each in rows]
