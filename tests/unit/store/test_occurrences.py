"""Occurrences: the k-th identical row gets the lowest free number, however the rows fall into parts."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from app.domain.changes import Changes
from app.domain.transaction import TransactionSearch
from app.store.committed import committed_rows
from app.store.connection import Connection
from app.store.edits import delete_transactions
from app.store.insert_transactions import insert_transactions
from app.store.occurrences import Occurrences
from app.store.session import VaultSession
from app.store.transactions import page
from tests.helpers.vault import account, commit, new_transactions, new_vault, statement_rows


class Held:
    """What a vault holds of some rows: the numbers in use, and those deleted on purpose."""

    def __init__(self, used: dict[str, set[int]], deleted: dict[str, set[int]], settled: dict[str, set[int]]) -> None:
        self.tables = {"entry": used, "deleted_row": deleted, "superseded": settled}
        self.found = False

    def execute(self, sql: str, values: tuple[int, str]) -> "list[tuple[str, int]] | Held":
        table = next(rows for name, rows in self.tables.items() if f"FROM {name}" in sql)
        if "EXISTS" in sql:
            self.found = any(table.values())
            return self
        return [
            (digest, number) for digest, numbers in table.items() if f'"{digest}"' in values[1] for number in numbers
        ]

    def fetchall(self) -> list[tuple[bool]]:
        return [(self.found,)]


_NUMBERS = st.dictionaries(st.sampled_from("ab"), st.sets(st.integers(1, 6), max_size=4))


@given(
    _NUMBERS,
    _NUMBERS,
    _NUMBERS,
    st.lists(
        st.lists(st.tuples(st.sampled_from("abc"), st.booleans(), st.none() | st.integers(1, 6)), max_size=5),
        max_size=5,
    ),
)
def test_numbers_are_the_lowest_free_ones_whatever_the_parts(
    used: dict[str, set[int]],
    settled: dict[str, set[int]],
    deleted: dict[str, set[int]],
    parts: list[list[tuple[str, bool, int | None]]],
) -> None:
    """What is deleted on purpose, or booked by now, may come back under its own number."""
    used = {digest: used.get(digest, set()) - settled.get(digest, set()) for digest in "abc"}
    away = {digest: used[digest] | settled.get(digest, set()) for digest in "abc"}
    deleted = {digest: numbers - away[digest] for digest, numbers in deleted.items()}
    held = Held(*({key: set(numbers) for key, numbers in table.items()} for table in (used, deleted, settled)))
    remembered = {key: set(numbers) for key, numbers in deleted.items()}
    occurrences = Occurrences(held)  # type: ignore[arg-type]
    for part in parts:
        keys, revived, asked = (
            [(1, digest) for digest, *_ in part],
            [each[1] for each in part],
            [each[2] for each in part],
        )
        found = occurrences.numbers(keys, revive=revived, wanted=asked)
        for (digest, revive, wanted), number in zip(part, found, strict=True):
            taken, gone = away[digest], deleted.setdefault(digest, set())
            expected = min(gone) if revive and gone else min(set(range(1, 99)) - taken - gone)
            if wanted is not None and wanted not in taken:
                expected = wanted
            assert number == expected
            taken.add(expected)
            gone.discard(expected)
            held.tables["entry"].setdefault(digest, set()).add(expected)
    assert held.tables["deleted_row"] == remembered, "an undo finds what was revived deleted again"


def insert(session: VaultSession, number: int, *, revive: bool) -> None:
    parts = [statement_rows(1) * len(range(number)[start : start + 3]) for start in range(0, number, 3)]
    new = [replace(new_transactions(part), revive=[revive] * len(part)) for part in parts]

    def work(connection: Connection) -> tuple[range, Changes]:
        return insert_transactions(connection, 1, parts=new), Changes()

    session.write(work)


def test_identical_rows_and_revived_ones_are_told_apart_over_many_parts(tmp_path: Path) -> None:
    session, _ = new_vault(tmp_path)
    account(session)
    commit(session, 1, statement_rows(1) * 10)

    def delete(connection: Connection) -> tuple[None, Changes]:
        delete_transactions(connection, [2, 5, 7, 9], at="t")
        return None, Changes()

    session.write(delete)
    insert(session, 6, revive=True)
    insert(session, 2, revive=False)
    found = session.read(lambda c: committed_rows(c, 1, first=date.min, last=date.max))
    assert sorted(item.occurrence for item in found) == list(range(1, 15))
    assert not any(item.deleted for item in found)
    assert len(session.read(lambda c: page(c, TransactionSearch(text="green memo"), offset=0, limit=99))) == 14
    session.close()
