"""The Transactions page's view-models: pages of lines, totals, filters and one transaction in full."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Protocol

from app.base.clock import Clock
from app.domain.account import AccountSummary
from app.domain.category import Category
from app.domain.money import Money
from app.domain.period import Period
from app.domain.staged import ImportBatch
from app.domain.transaction import SortKey, Transaction, TransactionSearch
from app.presenters.formatting import day_text, money_text, month_before
from app.presenters.text import Transactions
from app.presenters.texts_transactions import KINDS

PAGE = 200
"""Lines fetched at a time."""


class Exported(Protocol):
    """What an export wrote."""

    @property
    def transactions(self) -> int: ...


class TransactionsSource(Protocol):
    """What the page needs of the book."""

    def transactions(
        self, search: TransactionSearch = ..., /, *, offset: int = ..., limit: int = ...
    ) -> tuple[Transaction, ...]: ...
    def count(self, search: TransactionSearch = ..., /) -> int: ...
    def summary(self, search: TransactionSearch = ..., /) -> tuple[int, tuple[Money, ...]]: ...
    def transaction(self, transaction_id: int, /) -> Transaction: ...
    def accounts(self) -> tuple[AccountSummary, ...]: ...
    def categories(self) -> tuple[Category, ...]: ...
    def batches(self) -> tuple[ImportBatch, ...]: ...
    def set_category(self, ids: Sequence[int], category: str, /) -> None: ...
    def set_payee(self, ids: Sequence[int], name: str, /) -> None: ...
    def export(self, target: Path, search: TransactionSearch | None = None, /) -> Exported: ...


@dataclass(frozen=True, slots=True)
class TransactionLine:
    """One row of the list."""

    id: int
    day: str
    payee: str
    category: str
    account: str
    amount: str
    money_in: bool


@dataclass(frozen=True, slots=True)
class Summary:
    """How many are shown and what they add up to, one amount a currency."""

    count: int
    words: str
    totals: str


@dataclass(frozen=True, slots=True)
class PeriodChoice:
    """A period to filter by; both days None for all time."""

    words: str
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What can be filtered by."""

    accounts: tuple[tuple[int, str], ...]
    categories: tuple[str, ...]
    periods: tuple[PeriodChoice, ...]


@dataclass(frozen=True, slots=True)
class FilterWords:
    """The filters in force as the chips say them; `source` where another page chose the transactions."""

    account: str
    period: str
    category: str
    source: str
    any: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """One transaction in full."""

    id: int
    payee: str
    amount: str
    money_in: bool
    category: str
    fields: tuple[tuple[str, str], ...]
    batch: str


class TransactionsPresenter:
    """Reads and corrects the book's transactions; every call may take a moment and belongs off the GUI thread."""

    def __init__(self, book: TransactionsSource, *, clock: Clock) -> None:
        self._book = book
        self._clock = clock

    def page(self, search: TransactionSearch, offset: int) -> tuple[TransactionLine, ...]:
        """`PAGE` lines from `offset`."""
        return tuple(_line(item) for item in self._book.transactions(search, offset=offset, limit=PAGE))

    def summary(self, search: TransactionSearch) -> Summary:
        """Count and totals of a search."""
        count, sums = self._book.summary(search)
        totals = " · ".join(money_text(money, plus=True) for money in sums)
        return Summary(count, Transactions.count(count) if count else Transactions.NOTHING, totals)

    def filters(self) -> Filters:
        """What the filters offer."""
        return Filters(
            accounts=tuple((item.account.id, item.account.name) for item in self._book.accounts()),
            categories=tuple(category.name for category in self._book.categories()),
            periods=period_choices(self._clock.today()),
        )

    def details(self, transaction_id: int) -> Details:
        """One transaction; raises NotFoundError."""
        item = self._book.transaction(transaction_id)
        file = next((batch.file for batch in self._book.batches() if batch.id == item.batch), "")
        return _details(item, file)

    def ids(self, search: TransactionSearch, ranges: Sequence[tuple[int, int]]) -> tuple[int, ...]:
        """The ids of rows by place in the list, each range with both ends included."""
        return tuple(
            item.id
            for first, last in ranges
            for item in self._book.transactions(search, offset=first, limit=last - first + 1)
        )

    def set_category(self, search: TransactionSearch, ranges: Sequence[tuple[int, int]], *, category: str) -> str:
        """Put the rows at these places into a category; returns what to say."""
        ids = self.ids(search, ranges)
        self._book.set_category(ids, category)
        return Transactions.sorted_into(len(ids), category)

    def set_payee(self, search: TransactionSearch, ranges: Sequence[tuple[int, int]], *, payee: str) -> str:
        """Give the rows at these places another payee; returns what to say."""
        ids = self.ids(search, ranges)
        self._book.set_payee(ids, payee)
        return Transactions.renamed(len(ids), payee)

    def export(self, target: Path, search: TransactionSearch) -> str:
        """Write the transactions of a search; raises ExportRefusedError, FolderNotWritableError."""
        written = self._book.export(target, search)
        return Transactions.exported(written.transactions, target.name)


def filter_words(search: TransactionSearch, filters: Filters) -> FilterWords:
    """The filters in force in words."""
    names = dict(filters.accounts)
    accounts = ", ".join(names.get(number, "") for number in search.account_ids)
    if len(search.categories) > 1:
        category = Transactions.several(len(search.categories))
    else:
        category = "".join(search.categories) or (
            Transactions.NO_CATEGORY if search.categories else Transactions.ALL_CATEGORIES
        )
    source = Transactions.BEHIND if search.ids else Transactions.ONE_IMPORT if search.batch else ""
    return FilterWords(
        account=accounts or Transactions.ALL_ACCOUNTS,
        period=_period_words(search, filters.periods),
        category=category,
        source=source,
        any=replace(search, sort=SortKey.DATE, descending=True) != TransactionSearch(),
    )


def period_choices(today: date) -> tuple[PeriodChoice, ...]:
    """The periods people filter by, as of today."""
    month = Period.month(today.year, today.month)
    earlier = month_before(f"{today:%Y-%m}")
    last = Period.month(int(earlier[:4]), int(earlier[5:7]))
    third = (last.first - timedelta(days=1)).replace(day=1)
    third = (third - timedelta(days=1)).replace(day=1)
    year, before = Period.year(today.year), Period.year(today.year - 1)
    return (
        PeriodChoice(Transactions.ALL_TIME, None, None),
        PeriodChoice(Transactions.THIS_MONTH, month.first, month.last),
        PeriodChoice(Transactions.LAST_MONTH, last.first, last.last),
        PeriodChoice(Transactions.LAST_THREE, third, last.last),
        PeriodChoice(Transactions.THIS_YEAR, year.first, year.last),
        PeriodChoice(Transactions.LAST_YEAR, before.first, before.last),
    )


def _period_words(search: TransactionSearch, periods: Sequence[PeriodChoice]) -> str:
    for choice in periods:
        if (choice.first, choice.last) == (search.first, search.last):
            return choice.words
    ends = [day_text(day) if day else "…" for day in (search.first, search.last)]
    return " \N{EN DASH} ".join(ends)


def _line(item: Transaction) -> TransactionLine:
    return TransactionLine(
        item.id,
        day_text(item.counted_on),
        item.payee or item.printed_payee or item.memo,
        item.category,
        item.account,
        money_text(item.amount, plus=True),
        item.amount.minor > 0,
    )


def _details(item: Transaction, file: str) -> Details:
    printed = item.printed_payee if item.printed_payee != item.payee else ""
    fields = (
        (Transactions.ACCOUNT, item.account),
        (Transactions.MADE_ON, day_text(item.made_on) if item.made_on else ""),
        (Transactions.BOOKED_ON, day_text(item.booked_on)),
        (Transactions.VALUE_ON, day_text(item.value_on) if item.value_on else ""),
        (Transactions.KIND, KINDS[item.kind.value]),
        (Transactions.PRINTED, printed),
        (Transactions.MEMO, item.memo),
        (Transactions.REFERENCE, item.bank_reference),
        (Transactions.IMPORT, file),
    )
    return Details(
        id=item.id,
        payee=item.payee or item.printed_payee,
        amount=money_text(item.amount, plus=True),
        money_in=item.amount.minor > 0,
        category=item.category,
        fields=tuple((words, text) for words, text in fields if text),
        batch=item.batch,
    )
