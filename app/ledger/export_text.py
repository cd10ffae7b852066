"""Transactions as CSV and as OFX text; no ids of this vault in it, so that the same books give the same bytes."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from xml.sax.saxutils import escape

from app.domain.account import Account, AccountKind
from app.domain.money import Money
from app.domain.transaction import Transaction

CSV_COLUMNS = (
    "account", "made_on", "booked_on", "value_on", "amount", "currency", "payee", "printed_payee", "memo", "category",
    "kind", "bank_reference",
)  # fmt: skip
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_OFX_ACCOUNT_TYPE = {AccountKind.SAVINGS: "SAVINGS", AccountKind.LOAN: "CREDITLINE"}
_OFX_NAME_LENGTH = 32
_OFX_HEAD = (
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'
    '<?OFX OFXHEADER="200" VERSION="220" SECURITY="NONE" OLDFILEUID="NONE" NEWFILEUID="NONE"?>\n<OFX>\n'
)
_STATUS = "<STATUS><CODE>0</CODE><SEVERITY>INFO</SEVERITY></STATUS>"


def csv_text(transactions: Iterable[Transaction]) -> str:
    """CSV (RFC 4180) with a header; texts that a spreadsheet would run as a formula are led by an apostrophe."""
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\r\n")
    writer.writerow(CSV_COLUMNS)
    writer.writerows(_csv_row(item) for item in transactions)
    return lines.getvalue()


def inert_cell(text: str) -> str:
    """The text so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.startswith(_STARTS_A_FORMULA) else text


def ofx_text(accounts: Sequence[tuple[Account, Sequence[Transaction], int]], *, today: date) -> str:
    """OFX 2.2: one statement an account, each with its transactions and its balance in minor units."""
    banks = [item for item in accounts if item[0].kind is not AccountKind.CARD]
    cards = [item for item in accounts if item[0].kind is AccountKind.CARD]
    parts = [_OFX_HEAD, f"<SIGNONMSGSRSV1><SONRS>{_STATUS}<DTSERVER>{today:%Y%m%d}</DTSERVER>"]
    parts.append("<LANGUAGE>ENG</LANGUAGE></SONRS></SIGNONMSGSRSV1>\n")
    if banks:
        parts.extend(("<BANKMSGSRSV1>\n", *_ofx_statements(banks), "</BANKMSGSRSV1>\n"))
    if cards:
        parts.extend(("<CREDITCARDMSGSRSV1>\n", *_ofx_statements(cards), "</CREDITCARDMSGSRSV1>\n"))
    return "".join([*parts, "</OFX>\n"])


def _csv_row(item: Transaction) -> tuple[str, ...]:
    days = (item.made_on, item.booked_on, item.value_on)
    texts = (item.payee, item.printed_payee, item.memo, item.category, item.kind.value, item.bank_reference)
    return (
        inert_cell(item.account),
        *(day.isoformat() if day else "" for day in days),
        item.amount.decimal(),
        item.amount.currency.code,
        *(inert_cell(text) for text in texts),
    )


def _ofx_statements(items: Sequence[tuple[Account, Sequence[Transaction], int]]) -> Iterator[str]:
    for number, (account, transactions, balance) in enumerate(items, 1):
        yield _ofx_statement(account, transactions, balance=balance, number=number)


def _ofx_statement(account: Account, transactions: Sequence[Transaction], *, balance: int, number: int) -> str:
    card = account.kind is AccountKind.CARD
    outer, inner = ("CCSTMTTRNRS", "CCSTMTRS") if card else ("STMTTRNRS", "STMTRS")
    days = [item.booked_on for item in transactions]
    span = f"<DTSTART>{min(days):%Y%m%d}</DTSTART><DTEND>{max(days):%Y%m%d}</DTEND>\n" if days else ""
    last = f"{max(days):%Y%m%d}" if days else "19700101"
    amount = Money.of(balance, account.currency).decimal()
    rows = "".join(map(_ofx_row, transactions, _references(transactions)))
    return (
        f"<{outer}><TRNUID>{number}</TRNUID>{_STATUS}<{inner}><CURDEF>{account.currency}</CURDEF>"
        f"{_ofx_account(account)}\n<BANKTRANLIST>{span}{rows}</BANKTRANLIST>"
        f"<LEDGERBAL><BALAMT>{amount}</BALAMT><DTASOF>{last}</DTASOF></LEDGERBAL></{inner}></{outer}>\n"
    )


def _ofx_account(account: Account) -> str:
    number = escape(account.number or account.iban or account.name)
    if account.kind is AccountKind.CARD:
        return f"<CCACCTFROM><ACCTID>{number}</ACCTID></CCACCTFROM>"
    kind = _OFX_ACCOUNT_TYPE.get(account.kind, "CHECKING")
    bank = escape(account.institution or "unknown")
    return f"<BANKACCTFROM><BANKID>{bank}</BANKID><ACCTID>{number}</ACCTID><ACCTTYPE>{kind}</ACCTTYPE></BANKACCTFROM>"


def _references(transactions: Iterable[Transaction]) -> Iterator[str]:
    """The bank's reference, else one out of day, amount and how often that came before."""
    seen: Counter[tuple[date, int]] = Counter()
    for item in transactions:
        key = (item.booked_on, item.amount.minor)
        seen[key] += 1
        yield item.bank_reference or f"{item.booked_on:%Y%m%d}.{item.amount.minor}.{seen[key]}"


def _ofx_row(item: Transaction, reference: str) -> str:
    name = item.printed_payee or item.payee
    made = f"<DTUSER>{item.made_on:%Y%m%d}</DTUSER>" if item.made_on else ""
    reference_part = f"<FITID>{escape(reference)}</FITID>"  # foreign word
    memo = " ".join(part for part in (name[_OFX_NAME_LENGTH:], item.memo) if part)
    return (
        f"<STMTTRN><TRNTYPE>{'CREDIT' if item.amount.minor > 0 else 'DEBIT'}</TRNTYPE>"
        f"<DTPOSTED>{item.booked_on:%Y%m%d}</DTPOSTED>{made}<TRNAMT>{item.amount.decimal()}</TRNAMT>"
        f"{reference_part}<NAME>{escape(name[:_OFX_NAME_LENGTH])}</NAME>"
        f"{f'<MEMO>{escape(memo)}</MEMO>' if memo else ''}</STMTTRN>\n"
    )
