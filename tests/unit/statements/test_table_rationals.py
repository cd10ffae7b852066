"""Money kept as fractions: the same amounts as in decimals, and nothing else taken for one."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.statement import StatementFile
from app.domain.statement_kinds import Severity
from app.statements.table import Line
from app.statements.table_rationals import in_decimals
from app.statements.table_sections import Section
from tests.helpers.statement_texts import read


def table(*cells: str, name: str = "value_value") -> StatementFile:
    rows = "".join(f'"2025/01/{13 + at}";"{cell}";"EUR";"Shop {at}"\n' for at, cell in enumerate(cells))
    return read(f'"date";"{name}";"value_currency";"purpose"\n{rows}'.encode(), "a.csv")


def section(*cells: str, name: str = "Amount") -> Section:
    return Section((), Line(1, ["Date", name]), tuple(Line(at + 2, ["x", cell]) for at, cell in enumerate(cells)))


def decimals(one: Section) -> list[str]:
    return [line.cells[1] for line in in_decimals(one).body]


def test_fractions_are_read_as_the_amounts_they_are() -> None:
    file = table("-4000/100", "-1299/100", "180050/100", "25/1", "-701/20")
    assert (file.findings, file.decisions) == ((), ())
    assert file.statements[0].currency == "EUR"
    assert [row.amount for row in file.statements[0].rows] == [-4000, -1299, 180050, 2500, -3505]


@pytest.mark.parametrize("bad", ["-1O99/100", "-1000/300", "-1000/0"])
def test_a_damaged_fraction_is_named(bad: str) -> None:
    errors = [item.line for item in table("-4000/100", bad, "700/100").findings if item.severity is Severity.ERROR]
    assert errors == [3]


@given(st.integers(-(10**12), 10**12), st.sampled_from((1, 2, 4, 5, 10, 20, 100, 1000, 10_000, 1_000_000)))
def test_a_decimal_is_the_fraction_exactly(above: int, below: int) -> None:
    _, text = decimals(section("-100/100", f"{above}/{below}"))
    assert Fraction(text) == Fraction(above, below)
    assert len(text.partition(".")[2]) in {2, 4, 6}


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("Amount", ["31/1", "5/2", "-3/10"]),
        ("Total", ["85/100", "90/100"]),
        ("Instalment", ["300/100", "200/100"]),
        ("Amount", ["-12.00", "5.00", "-300/100"]),
    ],
)
def test_days_marks_and_other_columns_are_left_as_they_are(name: str, cells: list[str]) -> None:
    assert decimals(section(*cells, name=name)) == cells
