"""The judge of damaged cells itself: it sees lost and changed figures, and where a row stands after a line break."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest

from app.domain.statement import StatementFile
from tests.hostile.cells import meant
from tests.hostile.cells.fuzzing import read
from tests.hostile.cells.printed import Numbers, Printed, Role
from tests.hostile.cells.tables import any_csv
from tests.hostile.cells.verdict import accepted_now, silent


def printed_with(role: Role) -> Printed:
    """A table with a column of that role which reads without a finding."""
    random = Random(4)
    tables = (any_csv(random, 6) for _ in range(200))
    return next(one for one in tables if any(place.role is role for place in one.places) and not read(one, {}).findings)


def changed_row(file: StatementFile, **fields: Any) -> StatementFile:
    """The file with its second row read otherwise."""
    (statement,) = file.statements
    rows = list(statement.rows)
    rows[1] = replace(rows[1], **fields)
    return replace(file, statements=(replace(statement, rows=tuple(rows)),))


@pytest.mark.parametrize(
    "fields",
    [
        {"value_on": None},
        {"value_on": date(2024, 1, 1)},
        {"booked_on": date(2024, 1, 1)},
        {"amount": 1},
    ],
)
def test_a_figure_changed_without_a_word_is_seen(fields: Mapping[str, Any]) -> None:
    printed = printed_with(Role.VALUE_DATE)
    whole = read(printed, {})
    assert silent(printed, whole, {}, usual=()) == []
    assert len(silent(printed, changed_row(whole, **fields), {}, usual=())) == 1


def test_a_lost_row_is_seen() -> None:
    printed = printed_with(Role.DATE)
    whole = read(printed, {})
    (statement,) = whole.statements
    lost = replace(whole, statements=(replace(statement, rows=statement.rows[1:]),))
    assert len(silent(printed, lost, {}, usual=())) == 1


def test_a_line_break_in_a_cell_moves_the_rows_below_it() -> None:
    printed = printed_with(Role.DATE)
    order = sorted(range(len(printed.rows)), key=lambda row: printed.lines[row])
    at = next(number for number, place in enumerate(printed.places) if place.row == order[1])
    now = printed.lines_now({at: "a\nb\nc"})
    assert [now[row] for row in order[:4]] == [(2, 2), (3, 5), (6, 6), (7, 7)]
    assert replace(printed, is_broken_by_cells=False).lines_now({at: "a\nb"}) == list(printed.lines)


def test_a_finding_below_a_line_break_is_of_the_row_that_stands_there() -> None:
    printed = printed_with(Role.DATE)
    order = sorted(range(len(printed.rows)), key=lambda row: printed.lines[row])
    places = [
        next(number for number, place in enumerate(printed.places) if place.row == row and place.role is Role.DATE)
        for row in (order[1], order[3])
    ]
    changed = dict(zip(places, ("no\nday", "no day"), strict=True))
    assert silent(printed, read(printed, changed), changed, usual=()) == []


@pytest.mark.parametrize("text", ["", "-", " – ", "n/a", "NULL", "\n", " \t\n"])
def test_an_empty_cell_is_blank(text: str) -> None:
    assert meant.is_blank(text)


@pytest.mark.parametrize("text", ["?", "\n?", "#REF!", "0", "00/00/0000", "see note"])
def test_a_bad_cell_is_not_blank(text: str) -> None:
    assert not meant.is_blank(text)


def test_a_value_day_may_be_another_than_the_booked_day() -> None:
    rows = printed_with(Role.VALUE_DATE).rows
    assert any(row.value_day - row.day > timedelta(0) for row in rows)


@pytest.mark.parametrize(("text", "minor"), [("0.00", {0}), ("0,00", {0}), ("0.0", {0}), ("1.00", set()), ("0.01", set())])
def test_noughts_alone_are_nothing_with_either_mark(text: str, minor: set[int]) -> None:
    assert meant.amounts(text, Numbers(",", ".")) == minor


@pytest.mark.parametrize(("kind", "days"), [("qif", {date(2025, 3, 1)}), ("csv", set())])
def test_an_apostrophe_stands_before_the_year_in_one_format(kind: str, days: set[date]) -> None:
    printed = replace(printed_with(Role.DATE), kind=kind, date_form="%d.%m.%Y")
    place = next(place for place in printed.places if place.role is Role.DATE)
    for text in ("1.03'2025", "1.03’2025"):
        assert accepted_now(printed, place, text).days == {printed.rows[place.row].day} | days


def test_a_comma_in_a_date_and_a_currency_beside_figures_are_what_people_write() -> None:
    assert meant.days("28 Jan, 2025", "%d %b %Y") == {date(2025, 1, 28)}
    assert meant.amounts("4USD", Numbers(",")) == {400}
    assert meant.amounts("4D", Numbers(",")) == {-400}
    assert meant.amounts("679.99 DR EUR", Numbers()) == {-67999}


def test_a_dash_behind_a_mark_stands_for_no_decimals_in_grouped_amounts_too() -> None:
    assert meant.amounts("84.487,-", Numbers(",", ".")) == {8448700, -8448700}
    assert meant.amounts("-8'632.-", Numbers(".", "'")) == {-863200}


def test_noughts_before_an_exponent_change_nothing() -> None:
    assert meant.scientific("1E005") == {10000000}


def test_a_minus_in_the_one_amount_of_money_out_says_so_once_more() -> None:
    printed = printed_with(Role.OUT)
    one, *more = [place for place in printed.places if place.role is Role.OUT and place.text]
    alone = replace(printed, places=[place for place in printed.places if place not in more])
    assert {-6588, 6588} <= accepted_now(replace(alone, numbers=Numbers()), one, "-65.88").amounts
    assert (-6588 in accepted_now(replace(printed, numbers=Numbers()), one, "-65.88").amounts) is (not more)


@pytest.mark.parametrize(("kind", "days"), [("camt", {date(2025, 3, 1)}), ("csv", set())])
def test_a_day_of_xml_may_have_a_time_zone(kind: str, days: set[date]) -> None:
    printed = replace(printed_with(Role.DATE), kind=kind, date_form="%Y-%m-%d")
    place = next(place for place in printed.places if place.role is Role.DATE)
    for text in ("2025-03-01Z", "2025-03-01+01:00"):
        assert accepted_now(printed, place, text).days == {printed.rows[place.row].day} | days
