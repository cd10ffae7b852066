"""Elements to statements: rows gathered as they end, closed into a Statement when its aggregate ends."""

from collections import Counter

from app.domain.currency import currency, todays_code
from app.domain.errors import StatementRefusedError
from app.domain.statement import Finding, Proof, Statement, StatementRow
from app.domain.statement_kinds import ProofState, Severity
from app.statements.balance_proof import prove
from app.statements.readers.ofx.accounts import account_of, ledger_balance, opening_balance
from app.statements.readers.ofx.decimal_marks import DecimalMarks
from app.statements.readers.ofx.markup import Element
from app.statements.readers.ofx.rows import (
    are_signed_by_type,
    inverted,
    row_currency,
    row_of,
    signed_by_type,
    signs_are_inverted,
)

ROWS = frozenset({"STMTTRN", "STMTTRNP", "LOANSTMTTRN"})
STATEMENTS = frozenset({"STMTRS", "CCSTMTRS", "INVSTMTRS", "LOANSTMTRS"})
_ANSWERS = frozenset({"SONRS", "STMTTRNRS", "CCSTMTTRNRS", "INVSTMTTRNRS", "LOANSTMTTRNRS"})
_LISTS = frozenset({"BANKTRANLIST", "BANKTRANLISTP", "INVTRANLIST", "INVBANKTRAN", "LOANTRANLIST"})
_SECURITIES = frozenset({
    "BUYDEBT", "BUYMF", "BUYOPT", "BUYOTHER", "BUYSTOCK", "CLOSUREOPT", "INCOME", "INVEXPENSE", "JRNLFUND",
    "JRNLSEC", "MARGININTEREST", "REINVEST", "RETOFCAP", "SELLDEBT", "SELLMF", "SELLOPT", "SELLOTHER", "SELLSTOCK",
    "SPLIT", "TRANSFER",
})  # fmt: skip
_MOST_STATEMENTS = 5000
STREAMED = ROWS | STATEMENTS | _SECURITIES


class Assembly:
    """Takes a file's elements in the order they end and keeps its statements, findings and the bank's errors."""

    def __init__(self, default_currency: str) -> None:
        self._default = default_currency
        self._rows: dict[str, list[StatementRow]] = {}
        self._waiting: list[Element] = []
        self._securities: Counter[str] = Counter()
        self._institution = ""
        self._marks = DecimalMarks()
        self.statements: list[Statement] = []
        self.findings: list[Finding] = []
        self.bank_errors: list[Finding] = []
        self.unread = 0
        self.inverted = False

    def take(self, element: Element) -> None:
        """Take one ended element in."""
        if element.name in ROWS:
            self._take_row(element)
        elif element.name in STATEMENTS:
            self._close_statement(element)
        elif element.name in _ANSWERS:
            self._take_answer(element)
        elif element.name in _SECURITIES:
            self._securities[element.name] += 1
        elif element.name in _LISTS and ("TRNAMT" in element.values or "DTPOSTED" in element.values):
            self._unreadable(
                element, "row_outside_element", message="A transaction stands outside its STMTTRN element."
            )

    def finish(self) -> None:
        """Tell of rows that no statement took, and of amounts with a mark that may be out of place."""
        self.findings.extend(self._marks.odd())
        rows = sum(len(rows) for rows in self._rows.values()) + len(self._waiting)
        if rows:
            message = f"{rows} transactions belong to no statement."
            self._find(Severity.ERROR, "rows_without_statement", message=message, line=None)

    def _take_row(self, element: Element) -> None:
        statement = element.within(*STATEMENTS)
        stated = statement.values.get("CURDEF", "") if statement is not None else ""
        if not stated:
            self._waiting.append(element)
            return
        self._keep_row(element, todays_code(stated) or self._default)

    def _keep_row(self, element: Element, code: str) -> None:
        code = row_currency(element, code)
        row = row_of(element, code)
        if isinstance(row, Finding):
            self.findings.append(row)
            self.unread += 1
        else:
            self._marks.note(element.values.get("TRNAMT", ""), element.line)
            self._rows.setdefault(code, []).append(row)

    def _close_statement(self, element: Element) -> None:
        stated = element.values.get("CURDEF", "").upper()
        known = bool(todays_code(stated))
        code = todays_code(stated) or self._default
        if stated and not known:
            message = f"“{stated}” is no currency code; {code} was taken."
            self._find(Severity.WARNING, "unknown_currency", message=message, line=element.line)
        for waiting in self._waiting:
            self._keep_row(waiting, code)
        groups = self._rows or {}
        groups.setdefault(code, [])
        for unit, rows in groups.items():
            self._add(element, unit, rows=rows, stated=known or unit != code, main=unit == code)
        if len(groups) > 1:
            message = "The statement mixes currencies; it is split."
            self._find(Severity.WARNING, "several_currencies", message=message, line=element.line)
        self._tell_securities(element)
        self._rows, self._waiting = {}, []
        if len(self.statements) > _MOST_STATEMENTS:
            raise StatementRefusedError("The file holds more statements than any bank sends.", "", line=element.line)

    def _add(self, element: Element, code: str, *, rows: list[StatementRow], stated: bool, main: bool) -> None:
        digits = currency(code).digits
        if signs_are_inverted(rows):
            rows, self.inverted = inverted(rows), True
            message = "The bank prints charges as positive; they are turned round, so that money out is negative."
            self._find(Severity.INFO, "sign_inverted", message=message, line=element.line)
        elif are_signed_by_type(rows):
            rows = signed_by_type(rows)
            message = "The bank prints no signs; its words for the rows say which way the money went."
            self._find(Severity.INFO, "sign_by_type", message=message, line=element.line)
        closing = ledger_balance(element, digits) if main else None
        opening = opening_balance(element, digits) if main else None
        proof = prove(rows, opening, closing=closing)
        if opening is not None and proof.state is not ProofState.PROVED:
            opening, proof = None, Proof(state=ProofState.UNPROVED, missing="opening")
        self.statements.append(
            Statement(
                account=account_of(element, self._institution),
                currency=code,
                rows=tuple(rows),
                proof=proof,
                opening=opening,
                closing=closing,
                currency_stated=stated,
            )
        )

    def _take_answer(self, element: Element) -> None:
        sender = element.part("FI")
        if sender is not None:
            self._institution = sender.values.get("ORG", "") or self._institution
        status = element.part("STATUS")
        if status is None:
            return
        values = status.values
        code = values.get("CODE", "0") or "0"
        if values.get("SEVERITY", "").upper() != "ERROR" and (code == "0" or values.get("SEVERITY")):
            return
        said = values.get("MESSAGE", "") or "no reason given"
        message = f"The bank answered with an error instead of a statement: {said} (code {code})."
        self.bank_errors.append(
            Finding(severity=Severity.ERROR, code="bank_error", message=message, line=status.line, column="STATUS")
        )

    def _tell_securities(self, element: Element) -> None:
        if self._securities:
            kinds = ", ".join(f"{count} {name}" for name, count in sorted(self._securities.items()))
            message = f"Only the cash side of an investment statement is read; left out: {kinds}."
            self._find(Severity.WARNING, "securities_left_out", message=message, line=element.line)
            self._securities = Counter()

    def _unreadable(self, element: Element, code: str, *, message: str) -> None:
        self.unread += 1
        self._find(Severity.ERROR, code, message=message, line=element.line)

    def _find(self, severity: Severity, code: str, *, message: str, line: int | None) -> None:
        self.findings.append(Finding(severity=severity, code=code, message=message, line=line))
