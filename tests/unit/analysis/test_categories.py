"""Categories: the shipped tree, the bank's own word first, keywords as whole words."""

from pathlib import Path

import pytest

from app.analysis.categories import UNCATEGORISED, Categoriser, parse_categories, top_category, with_children
from app.domain.category import Category

TREE = parse_categories((Path(__file__).parents[3] / "resources/categories/english.toml").read_text("utf-8"))
CATEGORISER = Categoriser.of(TREE)


def test_the_shipped_tree_is_sound() -> None:
    names = [category.name for category in TREE]
    assert len(names) == len(set(names)) > 25
    assert all(category.parent in {"", *names} for category in TREE)
    assert {category.name for category in TREE if category.income} >= {"Salary", "Interest"}
    assert all(category.icon for category in TREE)


@pytest.mark.parametrize(
    ("payee", "amount", "category"),
    [
        ("Green Grocer", -4012, "Groceries"),
        ("NOODLE BAR 12", -1280, "Eating out"),
        ("Barclays", -100, UNCATEGORISED),  # "bar" only as a whole word
        ("Quayside Homes rent", -141000, "Housing"),
        ("ACME CORP PAYROLL", 249000, "Salary"),
        ("ACME CORP PAYROLL", -100, UNCATEGORISED),  # income categories are for money in
        ("Netflix.com", -999, "Streaming and software"),
        ("SHELL OIL 5551", -4500, "Fuel"),
        ("Somebody", 5000, "Other income"),
        ("UBER EATS", -2500, "Eating out"),
        ("UBER TRIP", -1500, "Transport"),
    ],
)
def test_keywords(payee: str, amount: int, category: str) -> None:
    assert CATEGORISER.category_of(payee, amount) == category


@pytest.mark.parametrize(
    ("bank_category", "category"),
    [
        ("Food & Drink", "Eating out"),
        ("groceries", "Groceries"),
        ("Food:Groceries", "Groceries"),
        ("Expenses > Gym", "Fitness"),
        ("Moon rockets", "Moon rockets"),
    ],
)
def test_the_banks_own_category_wins_and_an_unknown_one_is_kept(bank_category: str, category: str) -> None:
    assert CATEGORISER.category_of("Green Grocer", -1, bank_category=bank_category) == category


def test_children_belong_to_their_parent() -> None:
    assert set(with_children(("Eating out",), TREE)) == {"Eating out", "Coffee"}
    assert with_children(("Groceries",), TREE) == ("Groceries",)
    assert top_category("Coffee", TREE) == "Eating out"
    assert top_category("Moon rockets", TREE) == "Moon rockets"


def test_the_longest_keyword_wins_then_the_leftmost_wherever_it_stands() -> None:
    made = (
        Category(name="One", keywords=("alpha", "last")),
        Category(name="Two", keywords=("alpha beta",)),
        Category(name="Pay", income=True, keywords=("beta gamma last",)),
    )
    categoriser = Categoriser.of(made)
    assert categoriser.category_of("alpha beta gamma last", -1) == "Two"
    assert categoriser.category_of("alpha beta gamma last", 1) == "Pay"
    assert categoriser.category_of("gamma last alpha", -1) == "One"
    assert categoriser.category_of("gamma x last", -1) == "One"
