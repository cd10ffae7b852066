"""Many layouts of printed statements, all read by the same rules: every row, sign, year and balance by construction."""

import pytest

from app.domain.statement import StatementFile
from app.domain.statement_kinds import ProofState
from tests.helpers.pdf_layouts import LAYOUTS
from tests.helpers.pdf_statements import Layout, days_are_in_order, print_statement
from tests.helpers.statement_texts import read


def rows_of(file: StatementFile) -> list[tuple[str, int]]:
    """Day and amount of all rows."""
    return [(row.booked_on.isoformat(), row.amount) for one in file.statements for row in one.rows]


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name.replace(" ", "-"))
def test_every_row_of_a_layout_is_read(layout: Layout) -> None:
    assert days_are_in_order(layout.rows)
    file = read(print_statement(layout), "statement.pdf")

    assert not file.refused, file.findings
    assert not file.decisions
    ordered = layout.rows[::-1] if layout.newest_first else layout.rows
    value_day_is_booked = "post date" in " ".join(" ".join(column.words) for column in layout.columns).lower()
    if not value_day_is_booked or layout.name == "stacked header":
        assert rows_of(file) == [(row.on.isoformat(), row.amount) for row in ordered]
    else:
        made = [row.made_on.isoformat() for one in file.statements for row in one.rows if row.made_on]
        assert made == [row.on.isoformat() for row in ordered]
    assert {one.currency for one in file.statements} == {layout.currency}


def test_balances_prove_the_layouts_that_print_them() -> None:
    silent = {"german long dates"}
    for layout in LAYOUTS:
        file = read(print_statement(layout), "statement.pdf")
        states = {one.proof.state for one in file.statements}
        assert states == {ProofState.UNPROVED if layout.name in silent else ProofState.PROVED}, layout.name


def test_texts_go_with_their_row() -> None:
    layout = LAYOUTS[0]
    file = read(print_statement(layout), "statement.pdf")

    rows = file.statements[0].rows
    assert [row.printed_payee for row in rows] == [row.text for row in layout.rows]
    assert [row.memo for row in rows] == [" ".join(row.more) for row in layout.rows]
