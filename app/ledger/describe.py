"""Say of new rows whom they are from or to, their category and kind: the owner's own choices first, then the rules."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from app.analysis.categories import TRANSFERS, Categoriser
from app.analysis.kinds import KindQuestion, kind_of
from app.analysis.payees import clean_payee
from app.domain.account import AccountKind
from app.domain.category import Category
from app.domain.statement import StatementRow
from app.domain.transaction import TransactionKind

_LONG_NUMBER = re.compile(r"\d{4,}")
_MOST_KNOWN = 50_000
"""So many different texts are remembered at most; a bank that words every row anew would fill the memory."""


@dataclass(frozen=True, slots=True)
class Description:
    """What is said of one row."""

    payee: str
    category: str
    kind: TransactionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnersChoices:
    """What the owner has said before, and where money was spent before."""

    categories: tuple[Category, ...]
    payee_of: Mapping[str, str] = field(default_factory=dict)
    """Printed payee without case to the payee's name."""
    category_of: Mapping[str, str] = field(default_factory=dict)
    """Payee's name to the category it usually has."""
    spent_at: frozenset[str] = frozenset()
    """Payees that money went to."""


def describe_rows(
    rows: Iterable[StatementRow], account_kind: AccountKind, *, choices: OwnersChoices
) -> tuple[Description, ...]:
    """Payee, category and kind of each row, in order."""
    listed = tuple(rows)
    describer = _Describer(account_kind, choices)
    payees = [describer.payee(row.printed_payee) for row in listed]
    spent_at = choices.spent_at | {payee for payee, row in zip(payees, listed, strict=True) if row.amount < 0}
    return tuple(describer.describe(row, payee, spent_at=spent_at) for row, payee in zip(listed, payees, strict=True))


def describe_known(
    rows: Iterable[tuple[StatementRow, str]], account_kind: AccountKind, *, choices: OwnersChoices
) -> tuple[Description, ...]:
    """Category and kind of rows whose payee's name is known, in order."""
    describer = _Describer(account_kind, choices)
    return tuple(describer.describe(row, payee, spent_at=choices.spent_at) for row, payee in rows)


@dataclass(frozen=True, slots=True)
class KnownAccount:
    """What tells the kind of a row whose category is settled: its account, and what is known of the money there."""

    kind: AccountKind
    income_categories: frozenset[str]
    spent_at: frozenset[str] | set[str]

    def description(self, row: StatementRow, payee: str, *, category: str) -> Description:
        """What a row of this account is; what turns out a transfer goes with the transfers."""
        question = KindQuestion(
            amount=row.amount,
            payee=payee,
            printed_payee=row.printed_payee,
            memo=row.memo,
            category=category,
            account_kind=self.kind,
            row_type=row.row_type,
        )
        kind = kind_of(question, income_categories=self.income_categories, known_payees=self.spent_at)
        return Description(payee, TRANSFERS if kind is TransactionKind.TRANSFER else category, kind)


class _Describer:
    """Remembers what it has worked out: a year's file names few different payees."""

    def __init__(self, account_kind: AccountKind, choices: OwnersChoices) -> None:
        self._account_kind = account_kind
        self._choices = choices
        self._categoriser = Categoriser.of(choices.categories)
        self._income = frozenset(item.name for item in choices.categories if item.income)
        self._payees: dict[str, str] = {}
        self._known: dict[tuple[object, ...], Description] = {}
        words = (word for item in choices.categories for word in (item.name, *item.words, *item.keywords))
        self._numbers_matter = any(_LONG_NUMBER.search(word) for word in words)

    def payee(self, printed: str) -> str:
        found = self._payees.get(printed)
        if found is None:
            if len(self._payees) >= _MOST_KNOWN:
                self._payees.clear()
            found = self._choices.payee_of.get(printed.casefold()) or clean_payee(printed)
            self._payees[printed] = found
        return found

    def describe(self, row: StatementRow, payee: str, *, spent_at: frozenset[str] | set[str]) -> Description:
        direction = (row.amount > 0) - (row.amount < 0)
        texts = (self._key(row.printed_payee), self._key(row.memo), row.bank_category, row.row_type)
        found = self._known.get((payee, texts, direction))
        if found is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            found = self._known[payee, texts, direction] = self._work_out(row, payee, spent_at=spent_at)
        return found

    def _key(self, text: str) -> str:
        """The text less what tells rows apart that are described alike: their reference numbers."""
        return text if self._numbers_matter else _LONG_NUMBER.sub("0000", text)

    def _work_out(self, row: StatementRow, payee: str, *, spent_at: frozenset[str] | set[str]) -> Description:
        category = self._choices.category_of.get(payee) or self._categoriser.category_of(
            row.printed_payee, row.amount, memo=row.memo, bank_category=row.bank_category
        )
        known = KnownAccount(self._account_kind, self._income, spent_at)
        return known.description(row, payee, category=category)
