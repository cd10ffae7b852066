"""Which of several identical rows a transaction is: the first, the second, the k-th."""

from collections import defaultdict
from collections.abc import Iterable

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
    """Counts identical rows of an account: the k-th gets k, and what was deleted on purpose keeps its own number."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._taken: dict[Key, set[int]] = {}
        self._deleted: dict[Key, set[int]] = {}
        self._next: dict[Key, int] = {}
        """From where to look for a free number; all below are in use."""
        self.repeated: set[Key] = set()
        """Rows that were given more than the first number."""

    def look_up(self, keys: Iterable[Key]) -> None:
        """Learn what the vault has of these rows; of others only those are still known that came more than once."""
        self._next = {key: number for key, number in self._next.items() if number > 2}
        fresh: defaultdict[int, set[str]] = defaultdict(set)
        for account_id, digest in keys:
            if (account_id, digest) not in self._next:
                fresh[account_id].add(digest)
        for seen in (self._taken, self._deleted):
            for key in seen.keys() - self._next.keys():
                del seen[key]
        for account_id, digests in fresh.items():
            values = (account_id, text_list(digests))
            for table, seen in (("entry", self._taken), (WERE_PENDING, self._taken), ("deleted_row", self._deleted)):
                rows = self._connection.execute(
                    f"SELECT row_hash, occurrence FROM {table} WHERE account_id = ?1"  # noqa: S608
                    # Most accounts have nothing in most of them, which is seen before the rows are gone through.
                    f" AND EXISTS (SELECT 1 FROM {table} WHERE account_id = ?1)"
                    " AND row_hash IN (SELECT value FROM json_each(?2))",
                    values,
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
