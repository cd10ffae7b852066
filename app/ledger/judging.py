"""Judged anew: a transaction's category and kind may follow from others, which come and go with their imports."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from app.analysis.categories import OTHER_INCOME
from app.domain.statement import StatementRow
from app.ledger.describe import OwnersChoices, describe_known
from app.store import accounts, categories, judgements, payees, transactions
from app.store.committed import committed_by_ids
from app.store.connection import Connection


def owners_choices(connection: Connection) -> OwnersChoices:
    """What the owner has said before, for describing rows."""
    return OwnersChoices(
        categories=categories.categories(connection),
        payee_of=payees.aliases(connection),
        category_of=payees.usual_categories(connection),
        spent_at=payees.spent_at(connection),
    )


def judge_refunds(connection: Connection, payee_ids: Iterable[int]) -> None:
    """Money in from a payee is a refund while money was spent there, and income where it was not."""
    judge_alone(connection, judgements.money_in_from(connection, payee_ids, category=OTHER_INCOME))


def judge_alone(connection: Connection, ids: Sequence[int]) -> None:
    """Give transactions the category and kind that each has on its own, where the owner has not said otherwise."""
    if not ids:
        return
    choices = owners_choices(connection)
    kinds = {account.id: account.kind for account in accounts.accounts(connection, retired=True)}
    account_of = {item.id: item.account_id for item in transactions.by_ids(connection, ids)}
    names = judgements.payees_of(connection, ids)
    rows: defaultdict[int, list[tuple[int, StatementRow]]] = defaultdict(list)
    for item in committed_by_ids(connection, ids):
        rows[account_of[item.id]].append((item.id, item.row))
    for account_id, numbered in rows.items():
        known = [(row, names.get(number, "")) for number, row in numbered]
        described = describe_known(known, kinds[account_id], choices=choices)
        judgements.judge(
            connection,
            [
                judgements.Judgement(entry_id=number, category=found.category, kind=found.kind)
                for (number, _), found in zip(numbered, described, strict=True)
            ],
        )
