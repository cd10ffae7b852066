"""Payees, and which printed payees mean them."""

import json
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from app.domain.errors import NotFoundError
from app.domain.plan import Flow
from app.domain.transaction import TransactionKind
from app.domain.vocabulary import KnownPayee
from app.store.connection import Connection
from app.store.ids import id_list, text_list

_FLOWS: Mapping[TransactionKind, tuple[Flow, ...]] = MappingProxyType(
    {
        TransactionKind.EXPENSE: (Flow.SPENDING, Flow.FEES),
        TransactionKind.REFUND: (Flow.SPENDING, Flow.REFUNDS),
        TransactionKind.INCOME: (Flow.INCOME,),
        TransactionKind.TRANSFER: (Flow.TRANSFERS,),
    }
)


def payee_ids(connection: Connection, names: Iterable[str]) -> dict[str, int]:
    """The id of each name; names that are not known yet are added. The empty name is left out."""
    wanted = sorted({name for name in names if name})
    connection.executemany(
        "INSERT INTO payee (name) VALUES (?) ON CONFLICT (name) DO NOTHING", ((name,) for name in wanted)
    )
    rows = connection.execute(
        "SELECT name, id FROM payee WHERE name IN (SELECT value FROM json_each(?))", (text_list(wanted),)
    )
    return {str(name): int(number) for name, number in rows}


def payee_names(connection: Connection, ids: Iterable[int]) -> dict[int, str]:
    """The name of each of these ids."""
    rows = connection.execute(
        "SELECT id, name FROM payee WHERE id IN (SELECT value FROM json_each(?))", (id_list(ids),)
    )
    return {int(number): str(name) for number, name in rows}


def aliases(connection: Connection) -> dict[str, str]:
    """The payee's name for each folded printed payee; what the owner said goes before what was worked out."""
    rows = connection.execute("SELECT printed, name FROM payee_alias JOIN payee ON payee.id = payee_id")
    return {str(printed): str(name) for printed, name in rows}


def remember_aliases(connection: Connection, names: Mapping[str, str], *, by_owner: bool = False) -> None:
    """Remember which name each printed payee means; a guess never overwrites what the owner said."""
    ids = payee_ids(connection, names.values())
    connection.executemany(
        "INSERT INTO payee_alias (printed, payee_id, by_owner) VALUES (?, ?, ?) ON CONFLICT (printed) DO UPDATE"
        " SET payee_id = excluded.payee_id, by_owner = excluded.by_owner WHERE excluded.by_owner >= by_owner",
        ((printed.casefold(), ids[name], int(by_owner)) for printed, name in names.items() if name),
    )


def known_payees(connection: Connection) -> tuple[KnownPayee, ...]:
    """Payees that occur, the most frequent first, with the printed payees that mean them."""
    others: dict[int, list[str]] = {}
    for number, printed in connection.execute("SELECT payee_id, printed FROM payee_alias ORDER BY printed"):
        others.setdefault(int(number), []).append(str(printed))
    rows = connection.execute(
        "SELECT payee.id, payee.name, count(*), json_group_array(DISTINCT entry.kind),"
        " json_group_array(DISTINCT entry.category) FROM entry JOIN payee ON payee.id = entry.payee_id"
        " GROUP BY payee.id ORDER BY 3 DESC, 2"
    )
    return tuple(
        KnownPayee(
            name=name,
            aliases=tuple(others.get(number, ())),
            transactions=transactions,
            flows=frozenset(flow for kind in json.loads(kinds) for flow in _FLOWS[TransactionKind(kind)]),
            categories=frozenset(category for category in json.loads(categories) if category),
        )
        for number, name, transactions, kinds, categories in rows
    )


def spent_at(connection: Connection) -> frozenset[str]:
    """Names of the payees that money went to."""
    rows = connection.execute(
        "SELECT name FROM payee WHERE EXISTS (SELECT 1 FROM entry WHERE payee_id = payee.id AND amount < 0)"
    )
    return frozenset(str(row[0]) for row in rows)


def usual_categories(connection: Connection) -> dict[str, str]:
    """The category that the owner usually gives each payee, by the payee's name."""
    rows = connection.execute("SELECT name, category FROM payee WHERE category <> ''")
    return {str(name): str(category) for name, category in rows}


def set_usual_category(connection: Connection, name: str, *, category: str) -> None:
    """Remember the owner's usual category of a payee; raises NotFoundError."""
    if connection.execute("UPDATE payee SET category = ? WHERE name = ?", (category, name)).rowcount != 1:
        raise NotFoundError("payee", name)
