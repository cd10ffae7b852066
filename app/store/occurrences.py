"""Which of several identical rows a transaction is: the first, the second, the k-th."""

from app.store.connection import Connection, Row


class Occurrences:
    """Counts identical rows of an account: the k-th gets k, and what was deleted on purpose keeps its own number."""

    def __init__(self, connection: Connection, account_ids: set[int], *, digest: str = "") -> None:
        """Look up what is there; with `digest` of that row alone."""
        self.accounts = account_ids
        self._taken: dict[tuple[int, str], set[int]] = {}
        self._deleted: dict[tuple[int, str], set[int]] = {}
        self._revived: list[Row] = []
        for table, seen in (("entry", self._taken), ("deleted_row", self._deleted)):
            for account_id in account_ids:
                rows = connection.execute(
                    f"SELECT row_hash, occurrence FROM {table}"  # noqa: S608
                    " WHERE account_id = ? AND (? = '' OR row_hash = ?)",
                    (account_id, digest, digest),
                )
                for row_digest, occurrence in rows:
                    seen.setdefault((account_id, row_digest), set()).add(int(occurrence))

    def take(self, account_id: int, digest: str, *, revive: bool) -> int:
        """The lowest free number; with `revive` one that was deleted on purpose, which is then forgotten."""
        key = (account_id, digest)
        taken = self._taken.setdefault(key, set())
        deleted = self._deleted.get(key, set())
        if revive and deleted:
            number = min(deleted)
            deleted.remove(number)
            self._revived.append((account_id, digest, number))
        else:
            number = 1
            while number in taken or number in deleted:
                number += 1
        taken.add(number)
        return number

    def forget_revived(self, connection: Connection) -> None:
        """Take what was revived out of the memory of deletions."""
        connection.executemany(
            "DELETE FROM deleted_row WHERE account_id = ? AND row_hash = ? AND occurrence = ?", self._revived
        )
