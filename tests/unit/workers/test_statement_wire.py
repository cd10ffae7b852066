"""A statement file crosses the pipe unchanged, and no message of a hostile worker gets past the types."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.account import AccountHint, AccountKind
from app.domain.money import Money
from app.domain.statement import (
    Balance,
    BrokenAt,
    Decision,
    Finding,
    Proof,
    Reading,
    Statement,
    StatementFile,
    StatementRow,
)
from app.domain.statement_kinds import ProofState, Severity, StatementFormat
from app.workers.protocol import ProtocolError
from app.workers.statement_wire import ROWS_A_MESSAGE, from_messages, to_messages

_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
_DAY = st.dates()
_WHOLE = st.integers(-(2**62), 2**62)
_ROW = st.builds(
    StatementRow,
    line=st.integers(0, 10**6),
    booked_on=_DAY,
    amount=_WHOLE,
    made_on=st.none() | _DAY,
    value_on=st.none() | _DAY,
    printed_payee=_TEXT,
    memo=_TEXT,
    bank_reference=_TEXT,
    bank_category=_TEXT,
    row_type=_TEXT,
    running_balance=st.none() | _WHOLE,
    original_amount=st.none() | st.builds(Money.of, _WHOLE, st.sampled_from(["EUR", "JPY"])),
    pending=st.booleans(),
)
_STATEMENT = st.builds(
    Statement,
    account=st.builds(AccountHint, number=_TEXT, name=_TEXT, kind=st.none() | st.sampled_from(AccountKind)),
    currency=st.sampled_from(["USD", "KWD"]),
    rows=st.lists(_ROW, max_size=3).map(tuple),
    proof=st.builds(
        Proof,
        state=st.sampled_from(ProofState),
        missing=_TEXT,
        broken_at=st.none() | st.builds(BrokenAt, line=st.none() | st.integers(0, 99), expected=_WHOLE, found=_WHOLE),
    ),
    opening=st.none() | st.builds(Balance, amount=_WHOLE, on=st.none() | _DAY),
    closing=st.none() | st.builds(Balance, amount=_WHOLE, on=st.none() | _DAY),
    currency_stated=st.booleans(),
)
_FILE = st.builds(
    StatementFile,
    format=st.none() | st.sampled_from(StatementFormat),
    reading=st.builds(Reading, encoding=_TEXT, delimiter=_TEXT, decimal=_TEXT, date_order=_TEXT, sign=_TEXT),
    statements=st.lists(_STATEMENT, max_size=3).map(tuple),
    findings=st.lists(
        st.builds(Finding, severity=st.sampled_from(Severity), code=_TEXT, message=_TEXT, column=st.none() | _TEXT)
    ).map(tuple),
    decisions=st.lists(
        st.builds(Decision, question=_TEXT, choices=st.tuples(_TEXT, _TEXT), examples=st.tuples(st.tuples(_TEXT)))
    ).map(tuple),
    preset=st.none() | _TEXT,
    layout=_TEXT,
)


def over_the_pipe(file: StatementFile) -> list[dict[str, Any]]:
    return [json.loads(json.dumps(message)) for message in to_messages(file)]


@given(_FILE)
def test_a_file_crosses_unchanged(file: StatementFile) -> None:
    assert from_messages(over_the_pipe(file)) == file


def test_many_rows_go_in_several_messages() -> None:
    row = StatementRow(line=1, booked_on=date(2025, 1, 1), amount=1)
    statement = Statement(
        account=AccountHint(),
        currency="EUR",
        rows=(row,) * (ROWS_A_MESSAGE + 1),
        proof=Proof(state=ProofState.UNPROVED),
    )
    file = StatementFile(format=StatementFormat.OFX, reading=Reading(), statements=(statement,))
    messages = over_the_pipe(file)
    assert len(messages) == 3
    assert from_messages(messages) == file
    with pytest.raises(ProtocolError):
        from_messages(messages[:-1])


_JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)


def _places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(found for key, inner in items for found in _places(inner, (*path, key)))]


@given(_FILE, st.data(), _JUNK)
def test_a_message_with_anything_in_any_place_is_refused_or_well_typed(
    file: StatementFile, data: st.DataObject, junk: object
) -> None:
    messages: Any = over_the_pipe(file)
    path = data.draw(st.sampled_from([place for place in _places(messages) if place]))
    holder = messages
    for key in path[:-1]:
        holder = holder[key]
    holder[path[-1]] = junk
    try:
        found = from_messages(messages)
    except ProtocolError:
        return
    for statement in found.statements:
        assert all(type(row.amount) is int and isinstance(row.printed_payee, str) for row in statement.rows)
        assert isinstance(statement.account.name, str)
