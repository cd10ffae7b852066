"""Lists of transactions: pages, counts and totals of what is searched for."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from app.domain.errors import NotFoundError
from app.domain.money import Money
from app.domain.transaction import SortKey, Transaction, TransactionKind, TransactionSearch
from app.store.connection import Connection, Row
from app.store.ids import batch_id, id_list, number_of

_COLUMNS = (
    "entry.id, entry.account_id, account.name, booked_on, amount, entry.currency, made_on, value_on,"
    " coalesce(payee.name, ''), printed_payee, memo, entry.category, entry.kind, bank_reference, batch_id"
)
_JOINED = "JOIN account ON account.id = entry.account_id LEFT JOIN payee ON payee.id = entry.payee_id"
_SORTED_BY = {
    SortKey.DATE: "entry.counted_on",
    SortKey.AMOUNT: "entry.amount",
    SortKey.PAYEE: "coalesce(payee.name, '') COLLATE NOCASE",
    SortKey.CATEGORY: "entry.category COLLATE NOCASE",
    SortKey.ACCOUNT: "account.name COLLATE NOCASE",
}
_SORT_JOIN = {
    SortKey.PAYEE: " LEFT JOIN payee ON payee.id = entry.payee_id",
    SortKey.ACCOUNT: " JOIN account ON account.id = entry.account_id",
}


def page(connection: Connection, search: TransactionSearch, *, offset: int, limit: int) -> tuple[Transaction, ...]:
    """One page of what is searched for, in the order asked for; equal ones in the order they came in."""
    sql, values = page_sql(search)
    return tuple(_transaction(row) for row in connection.execute(sql, (*values, limit, offset)))


def page_sql(search: TransactionSearch) -> tuple[str, tuple[Any, ...]]:
    """The SQL of a page and its values, less limit and offset; only the page's own rows are fetched whole."""
    where, values = _where(search)
    direction = "DESC" if search.descending else "ASC"
    order = f"{_SORTED_BY[search.sort]} {direction}, entry.id {direction}"
    inner = f"SELECT entry.id FROM entry{_SORT_JOIN.get(search.sort, '')}{where} ORDER BY {order} LIMIT ? OFFSET ?"  # noqa: S608
    return f"SELECT {_COLUMNS} FROM entry {_JOINED} WHERE entry.id IN ({inner}) ORDER BY {order}", values  # noqa: S608


def count(connection: Connection, search: TransactionSearch) -> int:
    """How many are searched for."""
    where, values = _where(search)
    return int(connection.execute(f"SELECT count(*) FROM entry{where}", values).fetchall()[0][0])  # noqa: S608


def summary(connection: Connection, search: TransactionSearch) -> tuple[int, tuple[Money, ...]]:
    """How many are searched for and their sums, one for each currency, with one look at all of them."""
    where, values = _where(search)
    rows = connection.execute(
        f"SELECT currency, count(*), sum(amount) FROM entry{where} GROUP BY currency ORDER BY currency",  # noqa: S608
        values,
    ).fetchall()
    return sum(many for _, many, _ in rows), tuple(Money.of(amount, code) for code, _, amount in rows)


def by_ids(connection: Connection, ids: Sequence[int]) -> tuple[Transaction, ...]:
    """These transactions, oldest first; ids that are not there are left out."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM entry {_JOINED} WHERE entry.id IN (SELECT value FROM json_each(?))"  # noqa: S608
        " ORDER BY counted_on, entry.id",
        (id_list(ids),),
    )
    return tuple(_transaction(row) for row in rows)


def transaction_by_id(connection: Connection, number: int) -> Transaction:
    """One transaction; raises NotFoundError."""
    found = by_ids(connection, (number,))
    if not found:
        raise NotFoundError("transaction", str(number))
    return found[0]


def counted_span(connection: Connection) -> tuple[date, date] | None:
    """The first and the last counted day in the vault."""
    row = connection.execute("SELECT min(counted_on), max(counted_on) FROM entry").fetchall()[0]
    return None if row[0] is None else (date.fromisoformat(row[0]), date.fromisoformat(row[1]))


def _where(search: TransactionSearch) -> tuple[str, tuple[Any, ...]]:
    parts: list[tuple[str, tuple[Any, ...]]] = []
    if search.account_ids:
        parts.append(_among("entry.account_id", search.account_ids))
    if search.first is not None:
        parts.append(("entry.counted_on >= ?", (search.first.isoformat(),)))
    if search.last is not None:
        parts.append(("entry.counted_on <= ?", (search.last.isoformat(),)))
    if search.categories:
        parts.append(_among("entry.category", search.categories))
    if search.ids:
        parts.append(("entry.id IN (SELECT value FROM json_each(?))", (id_list(search.ids),)))
    if search.batch:
        parts.append(("entry.batch_id = ?", (number_of(search.batch),)))
    terms = tuple(search.text.casefold().split())
    if terms:
        found = " AND ".join("instr(folded, ?) > 0" for _ in terms)
        parts.append((f"entry.id IN (SELECT id FROM entry_search WHERE {found})", terms))  # noqa: S608
    where = " AND ".join(part for part, _ in parts)
    return (f" WHERE {where}" if where else ""), tuple(value for _, values in parts for value in values)


def _among(column: str, values: Sequence[int | str]) -> tuple[str, tuple[Any, ...]]:
    return f"{column} IN ({', '.join('?' * len(values))})", tuple(values)


def _transaction(row: Row) -> Transaction:
    number, account_id, account, booked, amount, code, made, value, *texts, batch = row
    payee, printed, memo, category, kind, reference = texts
    return Transaction(
        id=number,
        account_id=account_id,
        account=account,
        booked_on=date.fromisoformat(booked),
        amount=Money.of(amount, code),
        made_on=None if made is None else date.fromisoformat(made),
        value_on=None if value is None else date.fromisoformat(value),
        payee=payee,
        printed_payee=printed,
        memo=memo,
        category=category,
        kind=TransactionKind(kind),
        bank_reference=reference,
        batch="" if batch is None else batch_id(batch),
    )
