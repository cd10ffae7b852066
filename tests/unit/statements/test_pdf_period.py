"""Which days a statement is about, best said first, and the years of days without one."""

from datetime import date

import pytest

from app.domain.statement_kinds import DateOrder
from app.statements.pdf_period import Period, is_joint, period_of, strays
from tests.helpers.pdf_drawn import scanned


@pytest.mark.parametrize(
    ("line", "start", "end", "said"),
    [("40 From 1 October 2023 to 31 October 2023", (2023, 10, 1), (2023, 10, 31), "period"),
     ("40 6 Oct - 5 Nov 2024", (2024, 10, 6), (2024, 11, 5), "period"),
     ("40 20 Dec to 5 Jan 2024", (2023, 12, 20), (2024, 1, 5), "period"),
     ("40 DU 01 04 2024 AU 30 04 2024", (2024, 4, 1), (2024, 4, 30), "period"),
     ("40 SOLDE AU 31 12 2023", (2023, 12, 31), (2023, 12, 31), "date"),
     ("40 Compte 41 12 2023", (2023, 1, 1), (2023, 12, 31), "year"),
     ("40 Statement date 31 October 2023", (2023, 10, 31), (2023, 10, 31), "statement date"),
     ("40 Kontoauszug Februar 2024", (2024, 2, 1), (2024, 2, 29), "month"),
     ("40 Annual statement 2023", (2023, 1, 1), (2023, 12, 31), "year")],
)  # fmt: skip
def test_a_period_is_found(line: str, start: tuple[int, ...], end: tuple[int, ...], said: str) -> None:
    found = period_of(scanned(line), DateOrder.DAY_FIRST, latest=date(2026, 1, 1), made_on=None)
    assert found == Period(date(*start), date(*end), said)


def test_a_due_day_is_no_statement_day_and_the_document_is_the_last_resort() -> None:
    lines = scanned("40 Payment due 13 November 2023")
    found = period_of(lines, DateOrder.DAY_FIRST, latest=date(2026, 1, 1), made_on=date(2023, 10, 20))
    assert found == Period(date(2023, 10, 20), date(2023, 10, 20), "document")


def test_the_nearest_year_looks_back() -> None:
    period = Period(date(2023, 12, 15), date(2024, 1, 14), "period")
    assert (period.nearest(28, 12), period.nearest(3, 1)) == (date(2023, 12, 28), date(2024, 1, 3))
    assert period.nearest(31, 2) is None


def test_days_out_of_order_or_far_away_are_strays() -> None:
    period = Period(date(2023, 10, 1), date(2023, 10, 31), "period")
    assert strays([date(2023, 10, 2), date(2023, 10, 9)], period) == 0
    assert strays([date(2023, 10, 2), None, date(2021, 1, 1)], period) > 4


@pytest.mark.parametrize(("word", "joint"), [("to", True), ("bis", True), ("-", True), ("Shop", False)])
def test_words_that_join_two_days(word: str, joint: bool) -> None:
    assert is_joint(word) is joint
