"""The CAMT reader: claims a file by its root elements, reads each statement, report and notification in it."""

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from app.domain.account import AccountHint, AccountKind
from app.domain.currency import todays_code
from app.domain.errors import StatementRefusedError
from app.domain.statement import Finding, Reading, Statement, StatementFile, StatementRow
from app.domain.statement_kinds import Severity, SignConvention, StatementFormat
from app.statements.balance_proof import joined, prove
from app.statements.encoding import decode
from app.statements.reader import Claim, FileHead, ReadOptions, StatementSource, refused
from app.statements.readers.camt.document import Document, Names
from app.statements.readers.camt.rows import needless_minus, rows_of, unread_value_day
from app.statements.readers.camt.values import booked_balances

_ROOT = re.compile(r"<(?:[\w.\-]+:)?BkToCstmr(?:Stmt|AcctRpt|DbtCdtNtfctn)[\s>/]")
_SPACE = re.compile(r"iso:std:iso:20022:tech:xsd:camt\.05[234]\.")
_XML_ENCODING = re.compile(r"<\?xml[^>]*encoding=[\"']([\w\-]+)")
_KINDS = {
    "CACC": AccountKind.CHECKING,
    "TRAN": AccountKind.CHECKING,
    "SVGS": AccountKind.SAVINGS,
    "LOAN": AccountKind.LOAN,
    "CARD": AccountKind.CARD,
    "CASH": AccountKind.CHECKING,
}


class CamtReader:
    """Reads CAMT.052, CAMT.053 and CAMT.054 of every version."""

    @property
    def format(self) -> StatementFormat:
        return StatementFormat.CAMT

    def claim(self, head: FileHead) -> Claim | None:
        if _ROOT.search(head.text):
            return Claim(98, "a CAMT root element")
        if _SPACE.search(head.text):
            return Claim(90, "a CAMT namespace")
        return None

    def read(self, source: StatementSource, options: ReadOptions) -> StatementFile:
        declared = _XML_ENCODING.search(source.head.text)
        decoded = decode(source.data, declared.group(1) if declared else "")
        gathered = _Gathered(options.default_currency)
        try:
            document = Document(decoded.text)
            for name, element, line in document.parts():
                if name == "Ntry":
                    gathered.take_entry(document.names, element, line=line)
                else:
                    gathered.take_statement(document.names, element)
        except StatementRefusedError as error:
            raise refused(error.message, error.remedy, source=source, line=error.line, column=error.column) from error
        if not gathered.statements:
            raise refused("The CAMT message holds no statement.", "Download a statement of an account.", source=source)
        errors = [finding for finding in gathered.findings if finding.severity is Severity.ERROR]
        if errors and not any(statement.rows for statement in gathered.statements):
            raise refused(errors[0].message, "Not one entry could be read.", source=source, line=errors[0].line)
        return StatementFile(
            format=StatementFormat.CAMT,
            reading=Reading(encoding=decoded.encoding, sign=SignConvention.AS_PRINTED.value),
            statements=joined(gathered.statements),
            findings=(*decoded.findings, *gathered.findings),
        )


@dataclass(slots=True)
class _Gathered:
    """Rows of the statement that is being read, and the statements that are done."""

    default: str
    rows: dict[str, list[StatementRow]] = field(default_factory=dict)
    entries: int = 0
    """Entries met since the last statement ended."""
    statements: list[Statement] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def take_entry(self, names: Names, element: Element, *, line: int) -> None:
        self.entries += 1
        result = rows_of(names, element, line=line, code="")
        if isinstance(result, Finding):
            self.findings.append(result)
        else:
            code, rows = result
            self.rows.setdefault(code, []).extend(rows)
            unread = unread_value_day(names, element, line=line) if rows[0].value_on is None else None
            minus = needless_minus(names, element, line=line)
            self.findings += [odd for odd in (unread, minus) if odd is not None]

    def take_statement(self, names: Names, element: Element) -> None:
        code = self._currency(names, element)
        stated = bool(code)
        code = code or self.default
        self.rows.setdefault(code, [])
        opening, closing = booked_balances(names, element, code=code)
        if len(self.rows) > 1:
            others = ", ".join(sorted(set(self.rows) - {code}))
            message = f"The account is in {code}, some entries are in {others}; they are kept apart."
            self.findings.append(Finding(severity=Severity.WARNING, code="several_currencies", message=message))
        for unit, rows in sorted(self.rows.items(), key=lambda pair: pair[0] != code):
            main = unit == code
            if main and not rows and len(self.rows) > 1:
                continue
            self.statements.append(
                Statement(
                    account=_account(names, names.at(element, "Acct")),
                    currency=unit,
                    rows=tuple(rows),
                    proof=prove(rows, opening if main else None, closing=closing if main else None),
                    opening=opening if main else None,
                    closing=closing if main else None,
                    currency_stated=stated or not main,
                )
            )
        self._hold_against_summary(names, element)
        self.rows, self.entries = {}, 0

    def _hold_against_summary(self, names: Names, element: Element) -> None:
        """The bank's own count of entries (TxsSummry), where it states one."""
        stated = names.text(element, "TxsSummry", "TtlNtries", "NbOfNtries")
        if stated.isdecimal() and int(stated[:9]) != self.entries:
            message = f"The statement counts {stated} entries, {self.entries} are in the file; some may be missing."
            self.findings.append(Finding(severity=Severity.WARNING, code="count_differs", message=message))

    def _currency(self, names: Names, element: Element) -> str:
        """The account's currency: as stated, else that of its balances, else that of its first entry."""
        balance = names.at(element, "Bal", "Amt")
        stated = names.text(element, "Acct", "Ccy") or (balance.get("Ccy", "") if balance is not None else "")
        return todays_code(stated) or next(iter(self.rows), "")


def _account(names: Names, element: Element | None) -> AccountHint:
    bank = names.at(element, "Svcr", "FinInstnId")
    iban = names.text(element, "Id", "IBAN").replace(" ", "")
    return AccountHint(
        number=iban or names.text(element, "Id", "Othr", "Id") or names.text(element, "Id", "PrtryAcct", "Id"),
        iban=iban,
        institution=names.text(bank, "Nm") or names.text(bank, "BICFI") or names.text(bank, "BIC"),
        name=names.text(element, "Nm"),
        kind=_KINDS.get(names.text(element, "Tp", "Cd").upper()),
    )
