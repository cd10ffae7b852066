"""Drivers: the parts of a month's spending add up to the whole, and name the payee that made most of a change."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.analysis.drivers import drivers
from app.domain.counted import CountedRow
from app.domain.plan import Filter
from tests.helpers.digest_rows import TREE, expense

_DRAWN = st.lists(
    st.tuples(
        st.integers(-9_000, 90_000).filter(bool),
        st.sampled_from(("Green Grocer", "Noodle Bar", "Kettle", "Skyward", "")),
        st.sampled_from(("Groceries", "Eating out", "Coffee", "Travel", "")),
    ),
    max_size=25,
)


def rows(drawn: list[tuple[int, str, str]], *, first: int) -> list[CountedRow]:
    return [
        expense(first + at, date(2025, 5, 1), minor=minor, payee=payee, category=category)
        for at, (minor, payee, category) in enumerate(drawn)
    ]


@given(_DRAWN, _DRAWN, st.integers(1, 3))
def test_all_drivers_together_are_the_change_of_the_total(
    now: list[tuple[int, str, str]], before: list[tuple[int, str, str]], months: int
) -> None:
    found = drivers(rows(now, first=1), rows(before, first=500), months=months, categories=TREE)
    assert sum(each.now for each in found) == sum(minor for minor, *_ in now)
    assert sum(each.before for each in found) == sum(minor for minor, *_ in before)
    whole = sum(each.now for each in found) * months - sum(each.before for each in found)
    assert abs(sum(each.change for each in found) * months - whole) <= len(found) * months
    assert len({(each.where, each.without) for each in found}) == len(found)
    sizes = [abs(each.change) for each in found]
    assert sizes == sorted(sizes, reverse=True)


def test_a_payee_that_made_most_of_a_change_is_told_apart_from_the_rest() -> None:
    now = rows([(48_600, "Skyward", "Travel"), (900, "Kettle", "Coffee"), (1_100, "Noodle Bar", "Eating out")], first=1)
    travel = [(4_000, "Rail", "Travel"), (200, "Bus", "Travel")]
    before = rows([(900, "Kettle", "Coffee"), (3_300, "Noodle Bar", "Eating out"), *travel], first=9)
    skyward, *others = drivers(now, before, months=2, categories=TREE)
    assert (skyward.label, skyward.now, skyward.change, skyward.where) == (
        "Skyward", 48_600, 48_600, Filter(payees=("Skyward",)),
    )  # fmt: skip
    rest = next(each for each in others if each.label == "Travel")
    assert (rest.where, rest.without) == (Filter(categories=("Travel",)), Filter(payees=("Skyward",)))
    assert (rest.now, rest.change) == (0, -2_100)


def test_a_refund_under_another_category_is_weighed_against_its_purchase() -> None:
    now = rows([(12_899, "Fern & Oak", "Groceries"), (-12_899, "Fern & Oak", "Travel")], first=1)
    (found,) = drivers(now, [], months=3, categories=TREE)
    assert (found.label, found.now, found.change) == ("Fern & Oak", 0, 0)


def test_what_is_left_of_a_category_goes_by_its_one_payee() -> None:
    now = rows([(48_600, "Skyward", "Travel")], first=1)
    before = rows([(12_000, "Pine Lodge", "Travel")], first=9)
    assert [each.label for each in drivers(now, before, months=3, categories=TREE)] == ["Skyward", "Pine Lodge"]
