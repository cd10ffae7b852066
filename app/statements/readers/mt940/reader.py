"""The MT940 reader: messages of tagged fields to statements, with their balances."""

import re
from dataclasses import dataclass, field

from app.domain.account import AccountHint
from app.domain.currency import todays_code
from app.domain.statement import Balance, Finding, Reading, Statement, StatementFile, StatementRow
from app.domain.statement_kinds import ProofState, Severity, SignConvention, StatementFormat
from app.statements.balance_proof import joined, prove
from app.statements.encoding import decode
from app.statements.reader import Claim, FileHead, ReadOptions, StatementSource, refused
from app.statements.readers.mt940.details import Details, details_of
from app.statements.readers.mt940.fields import Field, fields, lines_apart
from app.statements.readers.mt940.marks import odd_lines
from app.statements.readers.mt940.subfields import without_code
from app.statements.readers.mt940.unusual import tell_unknown_funds, tell_unknown_types
from app.statements.readers.mt940.values import (
    balance,
    balance_currency,
    differs_from_total,
    statement_line,
    unknown_currency,
)

_REFERENCE = re.compile(r"(?m)^(?:\{[^\n]*?)?\s?:20:")
_ACCOUNT = re.compile(r"(?m)^\s?:(?:25|28C?|60[FM]|61|34F|13D?):")
_IBAN = re.compile(r"(?<![A-Z0-9])([A-Z]{2}\d{2}[A-Z0-9]{11,30})(?![A-Z0-9])")
_CURRENCY_AFTER = re.compile(r"[ /]?([A-Z]{3})$")
_SKIPPED_REFERENCES = frozenset({"", "NONREF", "NOTPROVIDED", "EREF", "KREF", "PREF", "MREF", "MARF"})
"""No reference, or only where one stands."""
_HEAD = frozenset({"20", "21", "25", "28", "28C"})
_REVERSAL = re.compile(r"\s*\d{6}(?:\d{4})?\s*[RE][CD]")
_TOTALS = frozenset({"90C", "90D"})
_OPENING, _CLOSING = frozenset({"60F", "60M", "60"}), frozenset({"62F", "62M", "62"})


class Mt940Reader:
    """Reads MT940 and MT942."""

    @property
    def format(self) -> StatementFormat:
        return StatementFormat.MT940

    def claim(self, head: FileHead) -> Claim | None:
        text = lines_apart(head.text)
        if _REFERENCE.search(text) is None:
            return None
        tags = {match.group().strip() for match in _ACCOUNT.finditer(text)}
        if len(tags) >= 2:
            return Claim(97, "SWIFT fields :20:, " + ", ".join(sorted(tags)[:3]))
        return Claim(45, "a SWIFT field :20:")

    def read(self, source: StatementSource, options: ReadOptions) -> StatementFile:
        decoded = decode(source.data)
        gathered = _Gathered(options.default_currency)
        for one in fields(decoded.text):
            gathered.take(one)
        gathered.finish()
        gathered.tell_what_is_to_follow()
        gathered.findings += tell_unknown_types(gathered.unknown_types)
        errors = [finding for finding in gathered.findings if finding.severity is Severity.ERROR]
        if not gathered.statements:
            message = "The SWIFT file holds no statement: no balance and no statement line."
            raise refused(message, "Download it again.", source=source, line=decoded.text.count("\n") + 1)
        if errors and not any(statement.rows for statement in gathered.statements):
            raise refused(errors[0].message, "Not one row could be read.", source=source, line=errors[0].line)
        return StatementFile(
            format=StatementFormat.MT940,
            reading=Reading(encoding=decoded.encoding, decimal=",", sign=SignConvention.AS_PRINTED.value),
            statements=joined(gathered.statements),
            findings=(*decoded.findings, *gathered.findings),
        )


@dataclass(slots=True)
class _Gathered:
    """The message that is being read, and the statements that are done."""

    default: str
    statements: list[Statement] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    account: str = ""
    currency: str = ""
    opening: Balance | None = None
    closing: Balance | None = None
    lines: list[tuple[Field, Details]] = field(default_factory=list)
    begun: bool = False
    goes_on: Field | None = None
    """The :62M: of the last message: another with the rest must follow."""
    totals: list[Field] = field(default_factory=list)
    told: tuple[str, ...] = ()
    """The :86: of the row that is being read, all of them."""
    last: Field | None = None
    marks: dict[int, str] = field(default_factory=dict)
    """The decimal mark of each row's amount by its line."""
    unknown_types: dict[int, str] = field(default_factory=dict)
    """By the line of its row, of the whole file, since a type counts as a bank's own where it comes again."""
    funds: dict[int, str] = field(default_factory=dict)
    """The funds codes that are none of the currency, by the line of their row."""

    def take(self, one: Field) -> None:
        """Take one field in."""
        if one.tag == "20":
            self.finish()
            self.begun = True
        elif one.tag == "25" and not self.lines:
            self.account = one.first.strip().removeprefix("/")
        elif one.tag in _OPENING or one.tag in _CLOSING:
            self._take_balance(one)
        elif one.tag in {"34F", "32A"} and not self.currency and todays_code(one.first[:3]):
            self.currency = todays_code(one.first[:3])
        elif one.tag in _TOTALS:
            self.totals.append(one)
        elif one.tag == "61":
            self.lines.append((one, Details()))
        elif one.tag in {"86", "NS"} and self.lines:
            self._take_details(one)
        elif one.tag == "25":
            self._warn_misplaced(one)
        self.last = one

    def _take_details(self, one: Field) -> None:
        about_a_row = self.last is not None and self.last.tag in {"61", "NS"}
        line, known = self.lines[-1]
        if one.tag == "86" and (about_a_row or (self.told and self.last is not None and self.last.tag == "86")):
            before = () if about_a_row or one.first.startswith(" ".join(self.told)) else self.told
            self.told = (*before, *without_code(one.lines)) if before else one.lines
            self.lines[-1] = (line, details_of(self.told))
        elif one.tag == "NS" and about_a_row and not known.payee:
            self.lines[-1] = (line, _from_numbered(one))

    def _take_balance(self, one: Field) -> None:
        read = balance(one.first)
        if read is None:
            code = unknown_currency(one.first)
            why = f"; “{code}” is no currency in use" if code else ""
            message = f"A balance can't be read: “{one.first[:40]}”{why}."
            self._find(Severity.WARNING, "bad_balance", message=message, line=one.line)
            self.currency = self.currency or balance_currency(one.first)
            return
        stated, self.currency = read
        if one.tag in _CLOSING:
            self.closing = stated
            self.goes_on = one if one.tag == "62M" else None
        elif self.opening is None:
            self.opening = stated

    def _warn_misplaced(self, one: Field) -> None:
        message = "An account field (:25:) stands among the rows; it was not taken for a new statement."
        self._find(Severity.WARNING, "misplaced_field", message=message, line=one.line)

    def finish(self) -> None:
        """Close the message that is being read."""
        number, code = self._account_and_currency()
        rows = [row for one, details in self.lines if (row := self._row(one, details, code=code)) is not None]
        if rows or self.lines or self.opening is not None or self.closing is not None:
            self._add(number, code, rows=rows)
        elif self.begun and self.last is not None and self.last.tag in _HEAD:
            message = "A message is begun and holds nothing; the file may have been cut short."
            self._find(Severity.WARNING, "message_unfinished", message=message, line=self.last.line)
        reversed_ones = any(_REVERSAL.match(one.first) for one, _ in self.lines)  # banks count them on either side
        for one in () if reversed_ones else self.totals:
            if differs_from_total(one.first, rows, code=code, out=one.tag == "90D"):
                message = (
                    f"The rows are not those that :{one.tag}: counts ({one.first.strip()[:30]}); some may be missing."
                )
                self._find(Severity.WARNING, "count_differs", message=message, line=one.line)
        self.findings += tell_unknown_funds(self.funds, len(rows))
        self.totals, self.funds = [], {}
        self.lines, self.marks, self.opening, self.closing = [], {}, None, None
        self.account, self.currency, self.begun, self.last = "", "", False, None

    def tell_what_is_to_follow(self) -> None:
        """After the last message: an intermediate closing balance (:62M:) announces one that did not come."""
        if self.goes_on is not None:
            message = "The statement goes on in a message that is not in this file; it may have been cut short."
            self._find(Severity.WARNING, "message_missing", message=message, line=self.goes_on.line)

    def _add(self, number: str, code: str, *, rows: list[StatementRow]) -> None:
        iban = _IBAN.search(number.replace(" ", ""))
        account = AccountHint(number=number, iban=iban.group(1) if iban else "")
        self.statements.append(
            Statement(
                account=account,
                currency=code,
                rows=tuple(rows),
                proof=prove(rows, self.opening, closing=self.closing),
                opening=self.opening,
                closing=self.closing,
                currency_stated=bool(self.currency),
            )
        )
        if self.statements[-1].proof.state is not ProofState.PROVED:
            self._tell_odd_amounts()
        if self.closing is None and self.opening is not None:
            message = "The statement states no closing balance; the file may have been cut short."
            line = self.lines[-1][0].line if self.lines else None
            self._find(Severity.WARNING, "no_closing_balance", message=message, line=line)

    def _tell_odd_amounts(self) -> None:
        for line in odd_lines(self.marks):
            message = "An amount is not written like the others; its decimal mark may be out of place."
            self._find(Severity.WARNING, "odd_amount", message=message, line=line)

    def _account_and_currency(self) -> tuple[str, str]:
        after = _CURRENCY_AFTER.search(self.account)
        code = todays_code(after.group(1)) if after is not None else ""
        if after is not None and code and self.currency in {"", code}:
            return self.account[: after.start()].strip(), code
        return self.account, self.currency or self.default

    def _row(self, one: Field, details: Details, *, code: str) -> StatementRow | None:
        line = statement_line(one.first, code)
        if line is None:
            message = f"A statement line can't be read: “{one.first[:40]}”."
            self._find(Severity.ERROR, "bad_statement_line", message=message, line=one.line)
            return None
        self.marks[one.line] = line.mark
        if not line.is_known_type:
            self.unknown_types[one.line] = line.row_type
        if line.funds not in {"", code[-1:]}:
            self.funds[one.line] = line.funds
        if not line.entry_read:
            message = f"The entry day can't be read; the value day was taken: “{one.first[:40]}”."
            self._find(Severity.WARNING, "bad_entry_day", message=message, line=one.line)
        extra = line.other_side or " ".join(text.strip() for text in one.lines[1:] if text.strip())
        payee, memo = _payee_and_memo(details, extra, named=bool(line.other_side))
        candidates = (line.bank_reference, line.customer_reference, details.end_to_end)
        return StatementRow(
            line=one.line,
            booked_on=line.booked_on,
            value_on=line.value_on,
            amount=line.amount,
            printed_payee=payee,
            memo=memo,
            bank_reference=next((text for text in candidates if text.upper() not in _SKIPPED_REFERENCES), ""),
            bank_category=details.bank_category,
            row_type=line.row_type,
        )

    def _find(self, severity: Severity, code: str, *, message: str, line: int | None) -> None:
        self.findings.append(Finding(severity=severity, code=code, message=message, line=line))


def _payee_and_memo(details: Details, extra: str, *, named: bool) -> tuple[str, str]:
    """The :86: before what the :61: adds, unless that is the other side's name and the :86: names none."""
    if not details.payee or not extra or extra == details.payee:
        return details.payee or extra, details.memo
    if named and not details.memo:
        return extra, details.payee
    return details.payee, details.memo or extra


def _from_numbered(one: Field) -> Details:
    """Hungarian :NS: fields number their lines: 09 is what it is, 15 and 16 the other side's name."""
    numbered = {text[:2]: text[2:].strip() for text in one.lines if text[:2].isdigit()}
    payee = (numbered.get("15", "") + numbered.get("16", "")).strip()
    kind = numbered.get("09", "")
    return Details(payee=payee or kind, memo=kind if payee else "")
