"""Say of new rows whom they are from or to, their category and kind: the owner's own choices first, then the rules."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from app.analysis.categories import TRANSFERS, Categoriser
from app.analysis.kinds import KindQuestion, kind_of
from app.analysis.payees import clean_payee
from app.domain.account import AccountKind
from app.domain.category import Category
from app.domain.statement import StatementRow
from app.domain.transaction import TransactionKind

_LONG_NUMBER = re.compile(r"\d\d\d\d+")
_BETWEEN = "\x1f"
_AT_ONCE = 5000
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
    payee_of = _Remembered(lambda printed: choices.payee_of.get(printed.casefold()) or clean_payee(printed))
    payees = [payee_of[row.printed_payee] for row in listed]
    spent_at = choices.spent_at | {payee for payee, row in zip(payees, listed, strict=True) if row.amount < 0}
    return _Describer(account_kind, choices, spent_at=spent_at).describe(listed, payees)


def describe_known(
    rows: Iterable[tuple[StatementRow, str]], account_kind: AccountKind, *, choices: OwnersChoices
) -> tuple[Description, ...]:
    """Category and kind of rows whose payee's name is known, in order."""
    listed = tuple(rows)
    describer = _Describer(account_kind, choices, spent_at=choices.spent_at)
    return describer.describe([row for row, _ in listed], [payee for _, payee in listed])


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


class _Remembered(dict[str, str]):
    """What a text turns into, worked out once: a year's file names few different payees."""

    def __init__(self, work_out: Callable[[str], str]) -> None:
        self._work_out = work_out

    def __missing__(self, text: str) -> str:
        if len(self) >= _MOST_KNOWN:
            self.clear()
        found = self[text] = self._work_out(text)
        return found


class _Describer:
    """Remembers what it has worked out."""

    def __init__(
        self, account_kind: AccountKind, choices: OwnersChoices, *, spent_at: frozenset[str] | set[str]
    ) -> None:
        self._choices = choices
        self._categoriser = Categoriser.of(choices.categories)
        income = frozenset(item.name for item in choices.categories if item.income)
        self._account = KnownAccount(account_kind, income, spent_at)
        self._known: dict[tuple[object, ...], Description] = {}
        words = (word for item in choices.categories for word in (item.name, *item.words, *item.keywords))
        self._numbers_matter = any(_LONG_NUMBER.search(word) for word in words)
        self._printed = _Remembered(lambda text: self._keys([text])[0])

    def describe(self, rows: Sequence[StatementRow], payees: Sequence[str]) -> tuple[Description, ...]:
        """What each row is, given its payee's name."""
        described: list[Description] = []
        for start in range(0, len(rows), _AT_ONCE):
            part = rows[start : start + _AT_ONCE]
            keys = self._described_by(part, payees[start : start + _AT_ONCE])
            described += [self._known.get(key) or self._work_out(key, row) for key, row in zip(keys, part, strict=True)]
        return tuple(described)

    def _described_by(self, rows: Sequence[StatementRow], payees: Sequence[str]) -> Iterable[tuple[object, ...]]:
        """What tells how each row is described, its payee's name first."""
        return zip(
            payees,
            [self._printed[row.printed_payee] for row in rows],
            self._keys([row.memo for row in rows]),
            [row.bank_category for row in rows],
            [row.row_type for row in rows],
            [(row.amount > 0) - (row.amount < 0) for row in rows],
            strict=True,
        )

    def _keys(self, texts: list[str]) -> list[str]:
        """The texts less what tells rows apart that are described alike: their reference numbers."""
        if self._numbers_matter:
            return texts
        keys = _LONG_NUMBER.sub("0000", _BETWEEN.join(texts)).split(_BETWEEN)
        return keys if len(keys) == len(texts) else [_LONG_NUMBER.sub("0000", text) for text in texts]

    def _work_out(self, key: tuple[object, ...], row: StatementRow) -> Description:
        payee = str(key[0])
        category = self._choices.category_of.get(payee) or self._categoriser.category_of(
            row.printed_payee, row.amount, memo=row.memo, bank_category=row.bank_category
        )
        if len(self._known) >= _MOST_KNOWN:
            self._known.clear()
        found = self._known[key] = self._account.description(row, payee, category=category)
        return found
