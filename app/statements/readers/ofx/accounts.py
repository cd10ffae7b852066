"""What an OFX statement says of its account and its balances."""

import re

from app.domain.account import AccountHint, AccountKind
from app.domain.statement import Balance
from app.statements.readers.ofx.markup import Element
from app.statements.readers.ofx.values import amount_in_minor_units, day

_ACCOUNTS = ("BANKACCTFROM", "CCACCTFROM", "INVACCTFROM", "LOANACCTFROM")
_KINDS = {
    "CHECKING": AccountKind.CHECKING,
    "SAVINGS": AccountKind.SAVINGS,
    "MONEYMRKT": AccountKind.SAVINGS,
    "CD": AccountKind.SAVINGS,
    "CREDITLINE": AccountKind.LOAN,
}
_BY_STATEMENT = {
    "CCSTMTRS": AccountKind.CARD,
    "INVSTMTRS": AccountKind.INVESTMENT,
    "LOANSTMTRS": AccountKind.LOAN,
}
_OPENING = re.compile(
    r"opening|previous|beginning|starting|anterior|inicial|ancien|initial|anfang|vorig", re.IGNORECASE
)
_IBAN = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}", re.ASCII)


def account_of(statement: Element, institution: str) -> AccountHint:
    """The account a STMTRS, CCSTMTRS, INVSTMTRS or LOANSTMTRS belongs to, as far as it says."""
    source = next((part for part in statement.parts if part.name in _ACCOUNTS), None)
    values = source.values if source is not None else {}
    number = values.get("ACCTID") or values.get("LOANACCTID", "")
    compact = number.replace(" ", "").upper()
    return AccountHint(
        number=number,
        iban=compact if is_iban(compact) else "",
        institution=institution or values.get("BROKERID", "") or values.get("BANKID", ""),
        kind=_BY_STATEMENT.get(statement.name) or _KINDS.get(values.get("ACCTTYPE", "").upper()),
    )


def ledger_balance(statement: Element, digits: int) -> Balance | None:
    """The balance of LEDGERBAL in minor units; None where it is missing or can't be read."""
    return _balance(statement.part("LEDGERBAL"), "BALAMT", digits=digits)


def opening_balance(statement: Element, digits: int) -> Balance | None:
    """A balance in BALLIST that is named the opening one; OFX itself has no place for it."""
    listed = statement.part("BALLIST")
    for balance in listed.parts if listed is not None else ():
        if _OPENING.search(f"{balance.values.get('NAME', '')} {balance.values.get('DESC', '')}"):
            return _balance(balance, "VALUE", digits=digits)
    return None


def is_iban(text: str) -> bool:
    """Whether a compact upper-case text is an IBAN by its shape and check digits (ISO 13616)."""
    if _IBAN.fullmatch(text) is None:
        return False
    return int("".join(str(int(letter, 36)) for letter in text[4:] + text[:4])) % 97 == 1


def _balance(element: Element | None, value: str, *, digits: int) -> Balance | None:
    if element is None:
        return None
    amount = amount_in_minor_units(element.values.get(value, ""), digits)
    return None if amount is None else Balance(amount=amount, on=day(element.values.get("DTASOF", "")))
