"""The overview's figures over a real vault: flows, net worth from stated balances, categories, coverage, currencies."""

from dataclasses import replace
from datetime import date

from app.domain.account import AccountKind
from app.domain.overview import Overview
from app.domain.statement import StatementRow
from app.domain.statement_kinds import ProofState
from app.ledger.commit import commit_batch
from app.ledger.overview import load_accounts, load_overview
from app.ledger.stage_statement import ImportOptions
from app.store.session import VaultSession
from tests.helpers.staging import commit, stage, statement

TODAY = date(2026, 4, 15)


def row(day: date, amount: int, text: str) -> StatementRow:
    return StatementRow(line=1, booked_on=day, amount=amount, printed_payee=text)


MARCH = [
    row(date(2026, 3, 2), 250_000, "PAYROLL ACME"),
    row(date(2026, 3, 5), -6_240, "GREEN GROCER"),
    row(date(2026, 3, 6), -1_000, "GREEN GROCER"),
    row(date(2026, 3, 20), 240, "GREEN GROCER REFUND"),
    row(date(2026, 3, 25), -50_000, "TRANSFER TO SAVINGS"),
]
FEBRUARY = [row(date(2026, 2, 3), -10_000, "GREEN GROCER")]


def overview(session: VaultSession, month: str | None = None) -> Overview:
    return session.read(lambda connection: load_overview(connection, month, today=TODAY))


def test_an_empty_vault_shows_this_month_with_nothing_in_it(session: VaultSession) -> None:
    found = overview(session)
    assert (found.month, found.net_worth.minor, found.categories) == ("2026-04", 0, ())
    assert (found.months_covered, found.months_proved, len(found.months)) == (0, 0, 12)


def test_transfers_are_no_flow_and_a_refund_lowers_what_was_spent(session: VaultSession) -> None:
    commit(session, [*FEBRUARY, *MARCH], account="Giro", kind=AccountKind.CHECKING)
    found = overview(session)
    assert found.month == "2026-03"
    assert [each.month for each in found.months][:1] == ["2025-04"]
    february, march = found.months[-2:]
    assert (march.income.minor, march.spending.minor) == (250_000, 7_000)
    assert (february.income.minor, february.spending.minor) == (0, 10_000)
    assert [(each.category, each.spending.minor, each.transactions) for each in found.categories] == [
        ("Groceries", 7_000, 3)
    ]
    assert overview(session, "2026-02").categories[0].spending.minor == 10_000


def test_net_worth_stands_on_the_newest_stated_balance_and_moves_with_the_rows(session: VaultSession) -> None:
    staged = stage(session, statement(MARCH, opening=100_000, closing=293_000), options=ImportOptions(account="Giro"))
    commit_batch(session, staged.id)
    commit(session, [row(date(2026, 4, 2), -3_000, "CAFE LUNA")], account="Giro")
    assert overview(session).net_worth.minor == 290_000
    march = overview(session, "2026-03")
    assert march.net_worth.minor == 293_000
    assert march.months[-2].net_worth.minor == 100_000
    (account,) = session.read(lambda connection: load_accounts(connection, TODAY))
    assert account.balance.minor == 290_000
    assert (account.transactions, account.first, account.last) == (6, "2026-03-02", "2026-04-02")


def test_another_currency_is_told_apart(session: VaultSession) -> None:
    commit(session, MARCH, account="Giro")
    euros = replace(statement([row(date(2026, 3, 9), 4_200, "ZINSEN")]), currency="EUR")
    staged = stage(session, euros, options=ImportOptions(account="Konto"))
    commit_batch(session, staged.id)
    found = overview(session)
    assert found.net_worth.minor == sum(each.amount for each in MARCH)
    assert [(money.currency.code, money.minor) for money in found.other_currencies] == [("EUR", 4_200)]
    assert found.months[-1].income.minor == 250_000


def test_months_covered_and_proved_are_counted_for_each_account(session: VaultSession) -> None:
    commit(session, [*FEBRUARY, *MARCH], account="Giro")
    proved = statement(MARCH[:1], opening=0, closing=250_000)
    commit_batch(session, stage(session, proved, options=ImportOptions(account="Savings")).id)
    found = overview(session)
    assert (found.months_covered, found.months_proved) == (3, 1)
    summaries = session.read(lambda connection: load_accounts(connection, TODAY))
    assert {item.account.name: item.proof for item in summaries} == {
        "Giro": ProofState.UNPROVED,
        "Savings": ProofState.PROVED,
    }
    giro = next(item for item in summaries if item.account.name == "Giro")
    assert [month.month for month in giro.coverage] == ["2026-02", "2026-03"]
