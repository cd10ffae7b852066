"""One CAMT entry to statement rows: itself, or its transaction details where those add up to it."""

from dataclasses import dataclass
from datetime import date
from xml.etree.ElementTree import Element

from app.domain.money import Money
from app.domain.statement import Finding, StatementRow
from app.domain.statement_kinds import Severity
from app.statements.readers.camt.document import Names
from app.statements.readers.camt.values import amount_of, day, day_of

_NO_REFERENCE = frozenset({"NOTPROVIDED", "NOT PROVIDED", "NONREF"})
_PENDING = frozenset({"PDNG", "FUTR", "INFO"})


@dataclass(frozen=True, slots=True)
class Entry:
    """What an entry says for all of its rows."""

    line: int
    amount: Money
    """Signed: money out is negative."""
    booked_on: date
    value_on: date | None
    pending: bool
    row_type: str


def rows_of(names: Names, element: Element, *, line: int, code: str) -> tuple[str, list[StatementRow]] | Finding:
    """The rows of a `Ntry` with their currency; an error finding where amount, direction or date can't be read."""
    amount = amount_of(names.at(element, "Amt"), fallback=code)
    if amount is None:
        printed = names.text(element, "Amt")
        return _problem(line, "bad_amount", message=f"An entry's amount can't be read: “{printed[:40]}”.", column="Amt")
    direction = names.text(element, "CdtDbtInd").upper()
    if direction not in {"CRDT", "DBIT"}:
        return _problem(line, "bad_direction", message="An entry does not say credit or debit.", column="CdtDbtInd")
    if amount.minor < 0 and direction == "CRDT":
        message = "An entry says credit, and its amount has a minus: money in or out can't be told."
        return _problem(line, "bad_amount", message=message, column="Amt")
    booking, value = names.at(element, "BookgDt"), names.at(element, "ValDt")
    booked_on = day_of(names, value if booking is None else booking)
    if booked_on is None:
        dated = "ValDt" if booking is None and value is not None else "BookgDt"
        return _problem(line, "bad_date", message="An entry has no booking date that can be read.", column=dated)
    status = names.text(element, "Sts", "Cd") or names.text(element, "Sts")
    entry = Entry(
        line=line,
        amount=Money(-abs(amount.minor), amount.currency) if direction == "DBIT" else amount,
        booked_on=booked_on,
        value_on=day_of(names, names.at(element, "ValDt")),
        pending=status.upper() in _PENDING,
        row_type=_row_type(names, element),
    )
    details = [one for part in names.every(element, "NtryDtls") for one in names.every(part, "TxDtls")]
    parts = _split(names, entry, details=details)
    if parts is not None:
        rows = [
            _row(names, entry, element=element, detail=one, amount=part)
            for one, part in zip(details, parts, strict=True)
        ]
    else:
        rows = [_row(names, entry, element=element, detail=details[0] if details else None, amount=entry.amount)]
    return amount.currency.code, rows


def unread_value_day(names: Names, element: Element, *, line: int) -> Finding | None:
    """A warning where a `Ntry` states a value day that can't be read; its rows have none."""
    stated = names.at(element, "ValDt")
    if stated is None or day_of(names, stated) is not None:
        return None
    printed = " ".join("".join(stated.itertext()).split())
    message = f"An entry's value day can't be read: “{printed[:40]}”; the row was read without it."
    return Finding(severity=Severity.WARNING, code="bad_date", message=message, line=line, column="ValDt")


def needless_minus(names: Names, element: Element, *, line: int) -> Finding | None:
    """A warning where a `Ntry` has a minus beside its debit: ISO 20022 knows no minus, and one way out is meant."""
    if not names.text(element, "Amt").startswith("-"):
        return None
    message = "An entry's amount has a minus besides saying debit; it was read as money out."
    return Finding(severity=Severity.WARNING, code="needless_minus", message=message, line=line, column="Amt")


def _split(names: Names, entry: Entry, *, details: list[Element]) -> list[Money] | None:
    """Signed amounts of two or more details that add up to the entry exactly; None where they do not."""
    if len(details) < 2:
        return None
    parts: list[Money] = []
    plain: list[Money] = []
    """The same where a minus only says debit again."""
    for detail in details:
        amount = amount_of(names.at(detail, "Amt"), fallback="") or amount_of(
            names.at(detail, "AmtDtls", "TxAmt", "Amt"), fallback=""
        )
        if amount is None or amount.currency != entry.amount.currency:
            return None
        own = names.text(detail, "CdtDbtInd").upper()
        out = own == "DBIT" if own else entry.amount.minor < 0
        parts.append(-amount if out else amount)
        plain.append(Money(-abs(amount.minor), amount.currency) if out else amount)
    return next((ones for ones in (parts, plain) if sum(one.minor for one in ones) == entry.amount.minor), None)


def _row(names: Names, entry: Entry, *, element: Element, detail: Element | None, amount: Money) -> StatementRow:
    payee, memo = _payee_and_memo(names, element, detail=detail, out=amount.minor < 0)
    made = day(names.text(detail, "RltdDts", "TxDtTm")) or day(names.text(detail, "RltdDts", "AccptncDtTm"))
    original = amount_of(names.at(detail, "AmtDtls", "InstdAmt", "Amt"), fallback="")
    foreign = original is not None and original.currency != amount.currency
    return StatementRow(
        line=entry.line,
        booked_on=entry.booked_on,
        amount=amount.minor,
        made_on=made if made is not None and made <= entry.booked_on else None,
        value_on=entry.value_on,
        printed_payee=payee,
        memo=memo,
        bank_reference=_reference(names, element, detail=detail, a_part=amount != entry.amount),
        row_type=entry.row_type,
        original_amount=original if foreign else None,
        pending=entry.pending,
    )


def _payee_and_memo(names: Names, element: Element, *, detail: Element | None, out: bool) -> tuple[str, str]:
    parties = names.at(detail, "RltdPties")
    payee = ""
    for role in ("Cdtr", "UltmtCdtr") if out else ("Dbtr", "UltmtDbtr"):
        payee = payee or names.text(parties, role, "Nm") or names.text(parties, role, "Pty", "Nm")
    remittance = names.at(detail, "RmtInf")
    told = [(one.text or "").strip() for one in names.every(remittance, "Ustrd")]
    told += [names.text(one, "CdtrRefInf", "Ref") for one in names.every(remittance, "Strd")]
    extra = names.text(detail, "AddtlTxInf") or names.text(element, "AddtlNtryInf")
    memo = " ".join(text for text in told if text) or extra
    return (payee, memo) if payee else (extra or memo, memo if extra and memo != extra else "")


def _reference(names: Names, element: Element, *, detail: Element | None, a_part: bool) -> str:
    """The bank's reference before the parties' own; for a part of an entry what names the part before the whole."""
    references = names.at(detail, "Refs")
    of_entry, of_part = names.text(element, "AcctSvcrRef"), names.text(references, "TxId")
    candidates = (
        names.text(references, "AcctSvcrRef"),
        *((of_part, of_entry) if a_part else (of_entry, of_part)),
        names.text(references, "EndToEndId"),
        names.text(element, "NtryRef"),
    )
    return next((text for text in candidates if text and text.upper() not in _NO_REFERENCE), "")


def _row_type(names: Names, element: Element) -> str:
    code = names.at(element, "BkTxCd")
    domain = names.at(code, "Domn")
    parts = (names.text(domain, "Cd"), names.text(domain, "Fmly", "Cd"), names.text(domain, "Fmly", "SubFmlyCd"))
    kind = "-".join(part for part in parts if part) or names.text(code, "Prtry", "Cd")
    return f"{kind} reversal".strip() if names.text(element, "RvslInd").lower() in {"true", "1"} else kind


def _problem(line: int, code: str, *, message: str, column: str) -> Finding:
    return Finding(severity=Severity.ERROR, code=code, message=message, line=line, column=column)
