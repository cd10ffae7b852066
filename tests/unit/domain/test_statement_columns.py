"""Rows as columns: unchanged after the way there and back, and nothing of a wrong type or length gets through."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.by_column import by_column
from app.domain.errors import UnknownCurrencyError
from app.domain.money import Money
from app.domain.statement import Balance, StatementRow
from app.domain.statement_columns import from_columns, to_columns

_FEW = st.sampled_from(["", "A", "B"])
_WHOLE = st.integers(-(2**63), 2**63 - 1)
_ROWS = st.lists(
    st.builds(
        StatementRow,
        line=st.integers(0, 9),
        booked_on=st.dates(),
        amount=_WHOLE,
        made_on=st.none() | st.dates(),
        value_on=st.none() | st.dates(),
        printed_payee=_FEW,
        memo=st.text(max_size=4),
        bank_reference=_FEW,
        bank_category=_FEW,
        row_type=_FEW,
        running_balance=st.none() | _WHOLE,
        original_amount=st.none() | st.builds(Money.of, _WHOLE, st.sampled_from(["EUR", "JPY"])),
        pending=st.booleans(),
    ),
    min_size=1,
    max_size=5,
)
_ROW = StatementRow(line=1, booked_on=date(2025, 1, 1), amount=5, original_amount=Money.of(3, "EUR"))


@given(_ROWS)
def test_rows_come_back_as_they_were(rows: list[StatementRow]) -> None:
    found = from_columns(to_columns(rows), len(rows))
    assert found == rows
    assert [hash(row) for row in found] == [hash(row) for row in rows]


@given(_ROWS, st.data())
def test_a_column_of_another_length_is_refused(rows: list[StatementRow], data: st.DataObject) -> None:
    columns = to_columns(rows)
    place = data.draw(st.integers(0, len(columns) - 1))
    columns[place] = (columns[place] * 7)[: len(rows) + 1]
    with pytest.raises(ValueError, match="length"):
        from_columns(columns, len(rows))


@pytest.mark.parametrize("place", range(14))
@pytest.mark.parametrize("wrong", [1.5, [], {}, b"", ["x"]])
def test_a_value_of_another_type_is_refused(place: int, wrong: Any) -> None:
    columns = to_columns([_ROW, _ROW])
    columns[place] = [columns[place][0], wrong]
    with pytest.raises((TypeError, ValueError)):
        from_columns(columns, 2)


@pytest.mark.parametrize(
    ("place", "wrong", "error"),
    [
        (2, True, TypeError),
        (2, 2**63, ValueError),
        (10, -(2**63) - 1, ValueError),
        (1, None, TypeError),
        (1, "2025-02-30", ValueError),
        (11, None, TypeError),
        (12, None, TypeError),
        (12, "QQQ", UnknownCurrencyError),
        (13, 1, TypeError),
        (13, None, TypeError),
    ],
)
def test_what_no_row_can_hold_is_refused(place: int, wrong: Any, error: type[Exception]) -> None:
    columns = to_columns([_ROW])
    columns[place] = [wrong]
    with pytest.raises(error):
        from_columns(columns, 1)


def test_by_column_makes_whole_frozen_objects_only() -> None:
    made = by_column(Balance, 2, amount=[1, 2], on=(None, date(2025, 1, 1)))
    assert made == [Balance(amount=1), Balance(amount=2, on=date(2025, 1, 1))]
    with pytest.raises(AttributeError):
        made[0].amount = 3  # type: ignore[misc]
    with pytest.raises(ValueError, match="other fields"):
        by_column(Balance, 1, amount=[1])
    with pytest.raises(ValueError, match="values of on"):
        by_column(Balance, 2, amount=[1, 2], on=[None])
