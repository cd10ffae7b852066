"""Transactions in the vault: pages, searches, edits, deletions on purpose, settling, undo; and how they are found."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.changes import Changes
from app.domain.errors import NotFoundError, UsageError
from app.domain.money import Money
from app.domain.plan import Flow
from app.domain.statement import StatementRow
from app.domain.transaction import SortKey, Transaction, TransactionKind, TransactionSearch
from app.store.accounts import accounts
from app.store.batches import accounts_by_file, batch_by_id, batches
from app.store.committed import committed_rows
from app.store.connection import Connection
from app.store.edits import delete_transactions, pair_transactions, set_category, set_kind, set_payee
from app.store.insert_transactions import insert_transactions, settle
from app.store.payees import known_payees
from app.store.row_identity import row_hash
from app.store.session import VaultSession
from app.store.transactions import by_ids, count, counted_span, page, page_sql, summary, transaction_by_id
from app.store.undo import undo_batch
from tests.helpers.vault import account, commit, new_transactions, new_vault, statement_rows

T = TypeVar("T")
EVERY = TransactionSearch()


@pytest.fixture
def vault(tmp_path: Path) -> VaultSession:
    session, _ = new_vault(tmp_path)
    account(session)
    return session


def do(session: VaultSession, work: Callable[[Connection], T]) -> T:
    return session.write(lambda connection: (work(connection), Changes()))


def listed(session: VaultSession, search: TransactionSearch = EVERY, *, limit: int = 1000) -> tuple[Transaction, ...]:
    return session.read(lambda connection: page(connection, search, offset=0, limit=limit))


def without_ids(transactions: tuple[Transaction, ...]) -> list[Transaction]:
    return [replace(transaction, id=0, batch="") for transaction in transactions]


def test_what_was_written_comes_back(vault: VaultSession) -> None:
    row = StatementRow(
        line=3,
        booked_on=date(2025, 3, 4),
        amount=-1234,
        made_on=date(2025, 3, 2),
        value_on=date(2025, 3, 5),
        printed_payee="POS GREEN GROCER",
        memo="with “quotes” and 🍏",
        bank_reference="R1",
        bank_category="Food",
        row_type="POS",
        running_balance=-5,
        original_amount=Money.of(-1000, "JPY"),
        pending=True,
    )
    batch = commit(vault, 1, [row])
    (found,) = listed(vault)
    assert (found.made_on, found.booked_on, found.value_on) == (row.made_on, row.booked_on, row.value_on)
    assert (found.amount, found.payee, found.printed_payee) == (
        Money.of(-1234, "USD"),
        "Pos Green Grocer",
        row.printed_payee,
    )
    assert (found.memo, found.bank_reference, found.batch) == (row.memo, "R1", batch)
    assert vault.read(lambda c: committed_rows(c, 1, first=date.min, last=date.max))[0].row == row
    assert vault.read(counted_span) == (date(2025, 3, 2), date(2025, 3, 2))
    assert vault.read(lambda c: transaction_by_id(c, found.id)) == found
    with pytest.raises(NotFoundError):
        vault.read(lambda c: transaction_by_id(c, 99))
    vault.close()


@settings(max_examples=25)
@given(data=st.data())
def test_pages_counts_and_totals_agree_with_plain_python(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    rows = data.draw(
        st.lists(
            st.builds(
                StatementRow,
                line=st.just(1),
                booked_on=st.dates(date(2025, 1, 1), date(2025, 1, 9)),
                amount=st.integers(-9999, 9999),
                printed_payee=st.sampled_from(["GREEN", "green energy", "ÉTÉ", "İstanbul", "50% off_", ""]),
                memo=st.sampled_from(["", "Straße", "a\x1fb"]),
            ),
            max_size=12,
        )
    )
    search = TransactionSearch(
        first=data.draw(st.none() | st.dates(date(2025, 1, 1), date(2025, 1, 9))),
        last=data.draw(st.none() | st.dates(date(2025, 1, 1), date(2025, 1, 9))),
        text=data.draw(st.sampled_from(["", "green", "GREEN ener", "été", "%", "_", "strasse", "istanbul", "'"])),
        sort=data.draw(st.sampled_from(SortKey)),
        descending=data.draw(st.booleans()),
    )
    session, _ = new_vault(tmp_path_factory.mktemp("pages"))
    with closing(session):
        account(session)
        commit(session, 1, rows)
        compare(session, rows, search=search)


def compare(session: VaultSession, rows: list[StatementRow], *, search: TransactionSearch) -> None:
    expected = [row for row in rows if wanted(row, search)]
    found = listed(session, search)
    assert sorted(item.amount.minor for item in found) == sorted(row.amount for row in expected)
    assert session.read(lambda c: count(c, search)) == len(expected)
    many, sums = session.read(lambda c: summary(c, search))
    assert many == len(expected)
    assert [money.minor for money in sums] == ([sum(row.amount for row in expected)] if expected else [])
    pieces = [session.read(partial(page, search=search, offset=at, limit=3)) for at in range(0, len(rows) + 3, 3)]
    assert [item for piece in pieces for item in piece] == list(found)
    if search.sort is SortKey.DATE:
        days = [item.counted_on for item in found]
        assert days == sorted(days, reverse=search.descending)


def wanted(row: StatementRow, search: TransactionSearch) -> bool:
    day_fits = (search.first is None or row.booked_on >= search.first) and (
        search.last is None or row.booked_on <= search.last
    )
    size = f"{abs(row.amount) // 100}.{abs(row.amount) % 100:02d}"
    looked_through = (
        f"{row.printed_payee.title()}\x1f{row.printed_payee}\x1f{row.memo}\x1fGroceries\x1f{size}".casefold()
    )
    return day_fits and all(term in looked_through for term in search.text.casefold().split())


def test_identical_rows_are_counted_and_never_doubled(vault: VaultSession) -> None:
    row = statement_rows(1)[0]
    commit(vault, 1, [row, row])
    commit(vault, 1, [row])
    found = vault.read(lambda c: committed_rows(c, 1, first=date.min, last=date.max))
    assert [item.occurrence for item in found] == [1, 2, 3]
    assert {item.row_hash for item in found} == {row_hash(row)}
    vault.close()


def test_edits_outlive_an_undo_and_a_new_import(vault: VaultSession) -> None:
    rows = statement_rows(30)
    batch = commit(vault, 1, rows)
    ids = [item.id for item in listed(vault)][:5]
    do(vault, lambda c: set_category(c, ids, category="Gifts", at="t"))
    do(vault, lambda c: set_payee(c, ids, name="Aunt Ada", at="t"))
    do(vault, lambda c: set_kind(c, ids[:1], kind=TransactionKind.REFUND, at="t"))
    before = listed(vault)
    assert len(listed(vault, TransactionSearch(text="aunt gifts"))) == 5
    assert do(vault, lambda c: undo_batch(c, batch, at="then")) == 30
    assert listed(vault) == ()
    assert vault.read(accounts) == ()
    assert len(vault.read(lambda c: accounts(c, retired=True))) == 1
    undone = vault.read(lambda c: batch_by_id(c, batch))
    assert (undone.transactions, undone.accounts, undone.undone_at) == (30, ("Everyday Checking",), "then")
    with pytest.raises(UsageError):
        do(vault, lambda c: undo_batch(c, batch, at="again"))
    commit(vault, 1, rows)
    assert without_ids(listed(vault)) == without_ids(before)
    assert len(listed(vault, TransactionSearch(text="aunt gifts"))) == 5
    assert len(vault.read(accounts)) == 1
    assert [item.undone_at for item in vault.read(batches)] == [None, "then"]
    vault.close()


def test_a_transaction_deleted_on_purpose_is_remembered_and_can_be_revived(vault: VaultSession) -> None:
    row = statement_rows(1)[0]
    commit(vault, 1, [row, row])
    first = min(item.id for item in listed(vault))
    do(vault, lambda c: delete_transactions(c, [first], at="t"))
    known = vault.read(lambda c: committed_rows(c, 1, first=date.min, last=date.max))
    assert [(item.deleted, item.occurrence, item.row) for item in known] == [(False, 2, row), (True, 1, row)]
    assert known[1].id < 0
    assert known[1].format == "csv"
    commit(vault, 1, [row])
    assert sorted(
        item.occurrence for item in vault.read(lambda c: committed_rows(c, 1, first=date.min, last=date.max))
    ) == [1, 2, 3]
    new = replace(new_transactions([row]), revive=[True])
    do(vault, lambda c: insert_transactions(c, 1, parts=[new]))
    known = vault.read(lambda c: committed_rows(c, 1, first=date.min, last=date.max))
    assert [item.deleted for item in known] == [False, False, False]
    vault.close()


@pytest.mark.parametrize("older_first", [True, False])
def test_settling_a_pending_transaction_can_be_undone(vault: VaultSession, older_first: bool) -> None:
    pending = replace(statement_rows(1)[0], pending=True)
    older = commit(vault, 1, [pending])
    (before,) = listed(vault)
    do(vault, lambda c: set_category(c, [before.id], category="Gifts", at="t"))
    before = listed(vault)[0]
    newer = commit(vault, 1, [])
    booked = replace(pending, pending=False, booked_on=date(2025, 1, 4), memo="settled")
    do(vault, lambda c: settle(c, int(newer[2:]), entry_id=before.id, booked=new_transactions([booked])))
    (settled,) = listed(vault)
    assert (settled.id, settled.memo, settled.category, settled.batch) == (before.id, "settled", "Gifts", newer)
    if older_first:
        do(vault, lambda c: undo_batch(c, older, at="t"))
        assert listed(vault) == (settled,)
        do(vault, lambda c: undo_batch(c, newer, at="t"))
        assert listed(vault) == ()
    else:
        do(vault, lambda c: undo_batch(c, newer, at="t"))
        assert listed(vault) == (before,)
        assert listed(vault, TransactionSearch(text="settled")) == ()
        do(vault, lambda c: undo_batch(c, older, at="t"))
        assert listed(vault) == ()
    vault.close()


def test_a_batch_is_taken_back_whole_or_not_at_all(vault: VaultSession) -> None:
    batch = commit(vault, 1, statement_rows(10))

    def fails(connection: Connection) -> tuple[None, Changes]:
        undo_batch(connection, batch, at="t")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        vault.write(fails)
    assert len(listed(vault)) == 10
    with pytest.raises(NotFoundError):
        do(vault, lambda c: undo_batch(c, "b-000099", at="t"))
    vault.close()


def test_halves_of_a_transfer_let_go_of_each_other(vault: VaultSession) -> None:
    batch = commit(vault, 1, statement_rows(1))
    commit(vault, 1, statement_rows(1, text="OTHER"))
    do(vault, lambda c: pair_transactions(c, [(1, 2)]))
    paired = "SELECT id, paired_with FROM entry ORDER BY id"
    assert vault.read(lambda c: c.execute(paired).fetchall()) == [(1, 2), (2, 1)]
    do(vault, lambda c: undo_batch(c, batch, at="t"))
    assert vault.read(lambda c: c.execute(paired).fetchall()) == [(2, None)]
    vault.close()


def test_payees_that_occur_are_known(vault: VaultSession) -> None:
    commit(vault, 1, statement_rows(21))
    found = vault.read(known_payees)
    assert sum(payee.transactions for payee in found) == 21
    assert {payee.categories for payee in found} == {frozenset({"Groceries"})}
    assert {payee.flows for payee in found} == {frozenset({Flow.SPENDING, Flow.FEES})}
    assert vault.read(accounts_by_file) == {}
    assert len(vault.read(lambda c: by_ids(c, [1, 2, 99]))) == 2
    vault.close()


SEARCHES = {
    "by day": TransactionSearch(),
    "by day of an account": TransactionSearch(account_ids=(1,)),
    "by day of a category": TransactionSearch(categories=("Groceries",)),
    "by day of a month": TransactionSearch(first=date(2025, 1, 1), last=date(2025, 1, 31)),
    "by text": TransactionSearch(text="green grocer"),
    "by text ascending": TransactionSearch(text="green", descending=False),
}


@pytest.mark.parametrize("search", SEARCHES.values(), ids=SEARCHES)
def test_pages_walk_an_index_and_never_the_table(vault: VaultSession, search: TransactionSearch) -> None:
    commit(vault, 1, statement_rows(3))
    sql, values = page_sql(search)
    steps = [
        str(row[3]) for row in vault.read(lambda c: c.execute(f"EXPLAIN QUERY PLAN {sql}", (*values, 9, 0)).fetchall())
    ]
    assert not [
        step for step in steps if step.startswith("SCAN entry") and "INDEX" not in step and "entry_search" not in step
    ]
    assert [step for step in steps if "COVERING INDEX" in step or "PRIMARY KEY" in step]
    vault.close()
