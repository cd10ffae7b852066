"""Plan SQL: names and numbers are bound, never written into the statement; the statement only reads."""

import string

from hypothesis import given
from hypothesis import strategies as st

from app.domain.period import Period
from app.domain.plan import Filter, Flow
from app.domain.selection import Selection
from app.domain.transaction import TransactionKind
from app.store.plan_sql import compile_selection, counted_span, fetch_counted_rows, newest_anchors
from tests.helpers.plan_world import plan_world

names = st.text(min_size=1, max_size=12)
FIXED = set(string.ascii_letters + string.digits + " .,()=<>?'|\\_*-")


@given(st.lists(names, max_size=3), st.lists(names, max_size=3), names, st.integers(), st.integers())
def test_nothing_of_the_question_stands_in_the_statement(
    payees: list[str], categories: list[str], text: str, low: int, high: int
) -> None:
    selection = Selection(
        flow=Flow.SPENDING,
        where=Filter(payees=tuple(payees), text=text),
        without=Filter(categories=tuple(categories), account_ids=(7,)),
        period=Period.year(2025),
        at_least=low,
        at_most=high,
    )
    sql, values = compile_selection(selection, kinds=[TransactionKind.EXPENSE])
    assert sql.startswith("SELECT ")
    assert set(sql) <= FIXED
    assert sql.count("?") == len(values)
    assert ";" not in sql
    assert set(payees) <= set(map(str, values))
    again, _ = compile_selection(
        Selection(
            flow=Flow.SPENDING,
            where=Filter(payees=("a",) * len(payees), text="b"),
            without=Filter(categories=("c",) * len(categories), account_ids=(1,)),
            period=Period.year(1999),
            at_least=1,
            at_most=2,
        ),
        kinds=[TransactionKind.EXPENSE],
    )
    assert again == sql


def test_signs_of_like_are_plain_letters_in_a_text() -> None:
    world = plan_world(2)
    for text, payee in (("50%", "50% Off Shop"), ("_1", "O'Hara_1"), ("o'hara", "O'Hara_1")):
        selection = Selection(flow=Flow.ANY, where=Filter(text=text))
        found = fetch_counted_rows(world.connection, selection, kinds=TransactionKind)
        assert {row.payee for row in found} == {payee}


def test_span_and_anchors() -> None:
    world = plan_world(2, size=50)
    days = [row.day for row in world.rows]
    assert counted_span(world.connection) == Period(min(days), max(days))
    world.connection.execute("INSERT INTO batch (id, file, format, committed_at) VALUES (1, 'a', 'csv', '2025-01-01')")
    world.connection.executemany(
        "INSERT INTO statement_span (batch_id, account_id, currency, first, last, closing, closing_on, proof)"
        " VALUES (1, 1, 'USD', '2025-01-01', ?, ?, ?, 'proved')",
        [("2025-02-01", 500, "2025-02-01"), ("2025-01-01", 100, None), ("2025-03-01", None, None)],
    )
    (anchor,) = newest_anchors(world.connection)
    assert (anchor.on, anchor.amount) == ("2025-02-01", 500)


def test_an_empty_vault_has_no_span() -> None:
    assert counted_span(plan_world(1, size=0).connection) is None
