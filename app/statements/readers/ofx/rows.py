"""One STMTTRN aggregate to a statement row, or to the finding that says why it is none."""

import re
from dataclasses import replace
from datetime import date

from app.domain.currency import currency, todays_code
from app.domain.statement import Finding, StatementRow
from app.domain.statement_kinds import Severity
from app.statements.readers.ofx.markup import Element
from app.statements.readers.ofx.values import amount_in_minor_units, day

_WHITE = re.compile(r"\s{2,}|[\t\r\n\u00a0]")
_ONCE = frozenset({"TRNAMT", "DTPOSTED", "FITID"})
_MONEY_OUT = frozenset({"DEBIT", "POS", "ATM", "FEE", "SRVCHG", "CHECK", "CASH", "DIRECTDEBIT"})
_MONEY_IN = frozenset({"CREDIT", "DEP", "DIRECTDEP", "DIV"})


def row_of(element: Element, code: str) -> StatementRow | Finding:
    """Read a STMTTRN in minor units of currency `code`; an error finding where amount or date can't be read."""
    values = element.values
    if not _ONCE.isdisjoint(element.repeated):
        return _problem(
            element, "row_repeats_values", message="A transaction states its amount, date or reference twice."
        )
    printed = values.get("TRNAMT", "")
    amount = amount_in_minor_units(printed, currency(code).digits)
    if amount is None:
        return _problem(element, "bad_amount", message=_bad("amount", printed), column="TRNAMT")
    dated = "DTTRAN" if values.get("DTTRAN") and not values.get("DTPOSTED") else "DTPOSTED"
    booked_on = day(values.get(dated, ""))
    if booked_on is None:
        return _problem(element, "bad_date", message=_bad("date", values.get(dated, "")), column=dated)
    payee, memo = _payee_and_memo(element)
    return StatementRow(
        line=element.line,
        booked_on=booked_on,
        amount=amount,
        made_on=_day_if_given(values.get("DTUSER")),
        value_on=_day_if_given(values.get("DTAVAIL") or values.get("VALUEDATE")),
        printed_payee=payee,
        memo=memo,
        bank_reference=values.get("FITID") or values.get("REFNUM", ""),
        bank_category=_bank_category(values),
        row_type=values.get("TRNTYPE") or values.get("LOANTRNTYPE", ""),
        pending=element.name == "STMTTRNP",
    )


def row_currency(element: Element, code: str) -> str:
    """The currency TRNAMT is in: CURRENCY says it where the bank has not converted (OFX 2.3 §5.2), else CURDEF."""
    other = element.part("CURRENCY")
    symbol = todays_code(other.values.get("CURSYM", "")) if other is not None else ""
    return symbol or code


def signs_are_inverted(rows: list[StatementRow]) -> bool:
    """Whether every row's sign contradicts the bank's own word for it, with both directions present."""
    out = [row.amount for row in rows if row.row_type.upper() in _MONEY_OUT and row.amount]
    back = [row.amount for row in rows if row.row_type.upper() in _MONEY_IN and row.amount]
    return bool(out and back) and all(amount > 0 for amount in out) and all(amount < 0 for amount in back)


def are_signed_by_type(rows: list[StatementRow]) -> bool:
    """Whether no row has a minus sign, and the bank's own words say of each which way it went, of some each way."""
    types = [row.row_type.upper() for row in rows]
    known = _MONEY_OUT | _MONEY_IN
    unsigned = all(row.amount > 0 and one in known for row, one in zip(rows, types, strict=True))
    return unsigned and not _MONEY_OUT.isdisjoint(types) and not _MONEY_IN.isdisjoint(types)


def signed_by_type(rows: list[StatementRow]) -> list[StatementRow]:
    """The rows with the amounts of money out made negative."""
    return [replace(row, amount=-row.amount) if row.row_type.upper() in _MONEY_OUT else row for row in rows]


def inverted(rows: list[StatementRow]) -> list[StatementRow]:
    """The rows with money out and money in turned round."""
    return [replace(row, amount=-row.amount) for row in rows]


def _payee_and_memo(element: Element) -> tuple[str, str]:
    values, payee = element.values, element.part("PAYEE")
    name = values.get("EXTDNAME") or values.get("NAME") or values.get("PAYEE", "")
    if not name and payee is not None:
        name = payee.values.get("NAME", "")
    memo = values.get("MEMO", "")
    name, memo = _WHITE.sub(" ", name), _WHITE.sub(" ", memo)
    return (name, memo) if name else (memo, "")


def _bank_category(values: dict[str, str]) -> str:
    code = values.get("SIC", "")
    return values.get("CATEGORY", "") or (code if code.strip("0") else "")


def _day_if_given(text: str | None) -> date | None:
    return day(text) if text else None


def _bad(what: str, printed: str) -> str:
    return f"A transaction's {what} can't be read: “{printed[:40]}”." if printed else f"A transaction has no {what}."


def _problem(element: Element, code: str, *, message: str, column: str | None = None) -> Finding:
    return Finding(severity=Severity.ERROR, code=code, message=message, line=element.line, column=column)
