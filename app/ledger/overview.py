"""The overview: accounts with coverage and proof, and the figures of a month with the year that ends in it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.account import AccountSummary
from app.domain.money import Money
from app.domain.overview import CategoryTotal, MonthFlow, Overview
from app.domain.period import Period
from app.domain.selection import BalanceAnchor
from app.domain.statement_kinds import ProofState
from app.domain.transaction import TransactionKind
from app.ledger.coverage import coverage, worst
from app.store import accounts, settings_table, spans
from app.store.connection import Connection
from app.store.overview_sql import BookedSum, FlowSum, booked_by_month, flow_sums, newest_day
from app.store.plan_sql import booked_sums, newest_anchors

_SPENDING = frozenset({TransactionKind.EXPENSE, TransactionKind.REFUND})
_YEAR = 12


def load_accounts(connection: Connection, today: date) -> tuple[AccountSummary, ...]:
    """Every account with its balance today, its transactions, coverage by month and worst proof."""
    totals = {item.account_id: item for item in accounts.account_totals(connection)}
    worth = _Worth.load(connection)
    covered: defaultdict[int, list[spans.StatementSpan]] = defaultdict(list)
    for span in spans.spans(connection):
        covered[span.account_id].append(span)
    summaries = []
    for account in accounts.accounts(connection):
        total = totals.get(account.id)
        own = covered[account.id]
        days = [day for span in own for day in (span.first, span.last)] + ([total.first, total.last] if total else [])
        summaries.append(
            AccountSummary(
                account=account,
                balance=Money.of(
                    worth.of_account(account.id, account.currency, month=f"{today:%Y-%m}"), account.currency
                ),
                transactions=total.transactions if total else 0,
                first=total.first.isoformat() if total else None,
                last=total.last.isoformat() if total else None,
                proof=worst(span.proof.state for span in own),
                coverage=coverage(own, Period(min(days), max(days)) if days else None),
            )
        )
    return tuple(summaries)


def load_overview(connection: Connection, month: str | None, *, today: date) -> Overview:
    """The figures of a month (`YYYY-MM`; None for the newest with transactions), in the owner's currency."""
    currency = str(settings_table.setting(connection, "currency"))
    newest = newest_day(connection, today) or today
    wanted = month or f"{newest:%Y-%m}"
    months = _year_to(wanted)
    flows = flow_sums(connection, Period(_first(months[0]), _last(wanted)), currency=currency)
    worth = _Worth.load(connection)
    own_spans = spans.spans(connection)
    covered, proved = _covered(own_spans, months)
    return Overview(
        month=wanted,
        net_worth=Money.of(worth.total(currency, wanted), currency),
        months=tuple(_month_flow(each, flows, worth=worth, currency=currency) for each in months),
        categories=_categories([flow for flow in flows if flow.month == wanted], currency),
        months_covered=covered,
        months_proved=proved,
        other_currencies=tuple(
            Money.of(worth.total(code, wanted), code) for code in sorted(worth.currencies - {currency})
        ),
    )


@dataclass(frozen=True, slots=True)
class _Worth:
    """Balances at the ends of months, from the newest stated balance of each account and the rows booked."""

    booked: Mapping[tuple[int, str], Sequence[BookedSum]]
    anchors: Mapping[tuple[int, str], tuple[BalanceAnchor, int]]
    """The stated balance, and what was booked up to and on its day."""

    @classmethod
    def load(cls, connection: Connection) -> "_Worth":
        booked: defaultdict[tuple[int, str], list[BookedSum]] = defaultdict(list)
        for item in booked_by_month(connection):
            booked[item.account_id, item.currency].append(item)
        anchors: dict[tuple[int, str], tuple[BalanceAnchor, int]] = {}
        for anchor in newest_anchors(connection):
            key = (anchor.account_id, anchor.currency)
            anchors[key] = (anchor, booked_sums(connection, date.fromisoformat(anchor.on)).get(key, 0))
        return cls(booked, anchors)

    @property
    def currencies(self) -> frozenset[str]:
        return frozenset(code for _, code in (*self.booked, *self.anchors))

    def of_account(self, account_id: int, currency: str, *, month: str) -> int:
        """The balance at the end of a month, in minor units."""
        key = (account_id, currency)
        until = sum(item.amount for item in self.booked.get(key, ()) if item.month <= month)
        stated = self.anchors.get(key)
        return until if stated is None else stated[0].amount + until - stated[1]

    def total(self, currency: str, month: str) -> int:
        """All accounts of a currency."""
        keys = {key for key in (*self.booked, *self.anchors) if key[1] == currency}
        return sum(self.of_account(account_id, code, month=month) for account_id, code in keys)


def _month_flow(month: str, flows: Iterable[FlowSum], *, worth: _Worth, currency: str) -> MonthFlow:
    own = [flow for flow in flows if flow.month == month]
    income = sum(flow.amount for flow in own if flow.kind is TransactionKind.INCOME)
    spending = -sum(flow.amount for flow in own if flow.kind in _SPENDING)
    return MonthFlow(
        month=month,
        income=Money.of(income, currency),
        spending=Money.of(spending, currency),
        net_worth=Money.of(worth.total(currency, month), currency),
    )


def _categories(flows: Iterable[FlowSum], currency: str) -> tuple[CategoryTotal, ...]:
    sums: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
    for flow in flows:
        if flow.kind in _SPENDING:
            sums[flow.category][0] -= flow.amount
            sums[flow.category][1] += flow.transactions
    ranked = sorted(sums.items(), key=lambda item: (-item[1][0], item[0]))
    return tuple(
        CategoryTotal(category=category, spending=Money.of(amount, currency), transactions=count)
        for category, (amount, count) in ranked
    )


def _covered(own_spans: Iterable[spans.StatementSpan], months: Sequence[str]) -> tuple[int, int]:
    """How many months of accounts are covered by statements, and how many of them are proved."""
    states: defaultdict[tuple[int, str], list[ProofState]] = defaultdict(list)
    for span in own_spans:
        for month in Period(span.first, span.last).months():
            if month in months:
                states[span.account_id, month].append(span.proof.state)
    proved = sum(worst(found) is ProofState.PROVED for found in states.values())
    return len(states), proved


def _year_to(month: str) -> tuple[str, ...]:
    end = int(month[:4]) * _YEAR + int(month[5:7]) - 1
    return tuple(f"{index // _YEAR:04d}-{index % _YEAR + 1:02d}" for index in range(end - _YEAR + 1, end + 1))


def _first(month: str) -> date:
    return Period.month(int(month[:4]), int(month[5:7])).first


def _last(month: str) -> date:
    return Period.month(int(month[:4]), int(month[5:7])).last
