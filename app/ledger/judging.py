"""Judged anew: a transaction's kind may follow from others, which come and go with their imports."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from app.analysis.categories import OTHER_INCOME, TRANSFERS
from app.domain.account import AccountKind
from app.domain.statement import StatementRow
from app.ledger.describe import Description, KnownAccount, OwnersChoices, describe_known
from app.store import accounts, as_it_was, categories, judgements, payees, transactions
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
    """Give transactions the category and kind that each has on its own, where the owner has not said otherwise.

    The category is the one it had when it came: what the owner taught since then is for later imports.
    """
    if not ids:
        return
    choices = owners_choices(connection)
    kinds = {account.id: account.kind for account in accounts.accounts(connection, retired=True)}
    account_of = {item.id: item.account_id for item in transactions.by_ids(connection, ids)}
    names = judgements.payees_of(connection, ids)
    own = as_it_was.own_categories(connection, ids)
    by_account: defaultdict[int, list[tuple[int, StatementRow]]] = defaultdict(list)
    for item in committed_by_ids(connection, ids):
        by_account[account_of[item.id]].append((item.id, item.row))
    for account_id, numbered in by_account.items():
        judge = _Judge(kinds[account_id], choices)
        found = [judge.alone(row, names.get(number, ""), own=own[number]) for number, row in numbered]
        judgements.judge(
            connection,
            [
                judgements.Judgement(entry_id=number, category=said.category, kind=said.kind)
                for (number, _), said in zip(numbered, found, strict=True)
            ],
        )


class _Judge:
    """Judges the transactions of one account by what is known now."""

    def __init__(self, account_kind: AccountKind, choices: OwnersChoices) -> None:
        self._account_kind = account_kind
        self._choices = choices
        self._income = frozenset(item.name for item in choices.categories if item.income)

    def alone(self, row: StatementRow, payee: str, *, own: tuple[str, bool]) -> Description:
        """What a row is without a pair; `own` is its first category, and whether that was kept."""
        category, kept = own
        if category == TRANSFERS and not kept:
            # Marked by a vault that did not keep yet what stood there before: only the rules can tell.
            return describe_known([(row, payee)], self._account_kind, choices=self._choices)[0]
        known = KnownAccount(self._account_kind, self._income, self._choices.spent_at)
        return known.description(row, payee, category=category)
