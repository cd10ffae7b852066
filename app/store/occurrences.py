"""Which of several identical rows a transaction is: the first, the second, the k-th."""

from collections.abc import Iterable, Sequence

from app.store.connection import Connection
from app.store.ids import text_list

Key = tuple[int, str]
"""An account, and the hash of a row."""

WERE_PENDING = (
    "(SELECT json_extract(json, '$.account_id') AS account_id, json_extract(json, '$.row_hash') AS row_hash,"
    " json_extract(json, '$.occurrence') AS occurrence, entry_id FROM superseded)"
)
"""Pending rows that are in the books as booked ones; an undo brings them back under their own numbers."""


class Occurrences:
    """Counts identical rows of an account: the k-th gets k, and what was deleted on purpose keeps its own number.

    The rows that were given numbers are written before the next ones are looked up; nobody else writes meanwhile.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._taken: dict[Key, set[int]] = {}
        self._deleted: dict[Key, set[int]] = {}
        self._next: dict[Key, int] = {}
        """From where to look for a free number; all below are in use."""
        self._holds: dict[tuple[str, int], bool] = {}
        """Whether a table had rows of an account when that was first asked."""
        self._seen: set[int] = set()
        """Hashes of the keys that were looked up: a million keys themselves would take much memory."""
        self.repeated: set[Key] = set()
        """Rows that were given more than the first number."""

    def numbers(self, keys: Sequence[Key], *, revive: Sequence[bool], wanted: Sequence[int | None]) -> list[int]:
        """The number of each row, as `look_up` and `take` give it."""
        self.look_up(keys)
        unknown = not self._taken and not self._deleted and self._next.keys().isdisjoint(keys)
        if unknown and not any(wanted) and len(set(keys)) == len(keys):
            return [1] * len(keys)
        return [
            self.take(key, revive=again, wanted=number) for key, again, number in zip(keys, revive, wanted, strict=True)
        ]

    def look_up(self, keys: Sequence[Key]) -> None:
        """Learn what the vault has of these rows; of others only those are still known that came more than once."""
        self._next = {key: number for key, number in self._next.items() if number > 2}
        for seen in (self._taken, self._deleted):
            for key in seen.keys() - self._next.keys():
                del seen[key]
        hashes = [hash(key) for key in keys]
        again = set() if self._seen.isdisjoint(hashes) else {key for key in keys if hash(key) in self._seen}
        self._seen.update(hashes)
        for account_id in {account_id for account_id, _ in keys}:
            for table, seen in (("entry", self._taken), (WERE_PENDING, self._taken), ("deleted_row", self._deleted)):
                # Most accounts have nothing in most of them, and then nothing but what was written since.
                among = keys if self._had_rows(table, account_id) else again if table == "entry" else ()
                self._learn(table, account_id, among=among, seen=seen)

    def _had_rows(self, table: str, account_id: int) -> bool:
        known = self._holds.get((table, account_id))
        if known is None:
            sql = f"SELECT EXISTS (SELECT 1 FROM {table} WHERE account_id = ?)"  # noqa: S608
            known = self._holds[table, account_id] = bool(self._connection.execute(sql, (account_id,)).fetchall()[0][0])
        return known

    def _learn(self, table: str, account_id: int, *, among: Iterable[Key], seen: dict[Key, set[int]]) -> None:
        digests = {key[1] for key in among if key[0] == account_id and key not in self._next}
        if not digests:
            return
        rows = self._connection.execute(
            f"SELECT row_hash, occurrence FROM {table} WHERE account_id = ?1"  # noqa: S608
            " AND row_hash IN (SELECT value FROM json_each(?2))",
            (account_id, text_list(digests)),
        )
        for digest, occurrence in rows:
            seen.setdefault((account_id, digest), set()).add(int(occurrence))

    def take(self, key: Key, *, revive: bool, wanted: int | None = None) -> int:
        """The number wanted, where it is free, or else the lowest free one.

        With `revive` it is one that was deleted on purpose: an undo finds it deleted again.
        """
        taken, deleted = self._taken.get(key, ()), self._deleted.get(key)
        again = None
        if wanted is not None and wanted not in taken and self._not_given(key, wanted):
            again = wanted
        elif revive and deleted:
            again = min(deleted.difference(taken), default=None)
        if again is None:
            number = self._next.get(key, 1)
            while number in taken or (deleted and number in deleted):
                number += 1
            self._next[key] = number + 1
        else:
            number = again
            self._taken.setdefault(key, set()).add(number)
        if number > 1:
            self.repeated.add(key)
        return number

    def _not_given(self, key: Key, number: int) -> bool:
        """Whether it was not given out as the lowest free one, which passes by what was deleted on purpose."""
        return number >= self._next.get(key, 1) or number in self._deleted.get(key, ())
