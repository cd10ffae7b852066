"""The QIF reader: registers to statements, with date order and decimal mark proved over the whole file."""

import re
from collections import Counter
from dataclasses import dataclass

from app.domain.account import AccountHint, AccountKind
from app.domain.currency import currency
from app.domain.statement import Decision, Finding, Proof, Reading, Statement, StatementFile
from app.domain.statement_kinds import ProofState, Severity, SignConvention, StatementFormat
from app.statements.encoding import decode
from app.statements.reader import Claim, FileHead, ReadOptions, StatementSource, refused
from app.statements.readers.qif.conventions import Conventions, conventions_of
from app.statements.readers.qif.records import Entry, entries
from app.statements.readers.qif.rows import row_of
from app.statements.readers.qif.unlike_others import unlike_others

_HEADER = re.compile(r"(?im)^\s*!\s*(type\s*:|account\b|option\s*:)")
_KINDS = {
    "bank": AccountKind.CHECKING,
    "cash": AccountKind.CASH,
    "ccard": AccountKind.CARD,
    "otha": None,
    "othl": AccountKind.LOAN,
    "": None,
}
_LISTS = frozenset(
    {"unknown", "cat", "class", "memorized", "security", "prices", "budget", "payee", "tag", "template", "tax", "bill"}
)
_INVESTMENT = frozenset({"invst", "invitem", "port", "401(k)/403(b)"})


@dataclass(frozen=True, slots=True)
class Register:
    """The entries of one account."""

    name: str
    section: str
    entries: list[Entry]


class QifReader:
    """Reads QIF files of every register type but investments."""

    @property
    def format(self) -> StatementFormat:
        return StatementFormat.QIF

    def claim(self, head: FileHead) -> Claim | None:
        header = _HEADER.search(head.text)
        if header is not None:
            return Claim(96, f"a QIF header !{header.group(1).strip().rstrip(':').title()}")
        if head.ending == "qif":
            return Claim(20, "the file's ending .qif")
        return None

    def read(self, source: StatementSource, options: ReadOptions) -> StatementFile:
        decoded = decode(source.data)
        registers, left_out = _registers(decoded.text)
        findings = list(decoded.findings)
        if left_out:
            kinds = ", ".join(f"{count} of {name}" for name, count in sorted(left_out.items()))
            message = f"Investment entries are not read: {kinds}."
            findings.append(Finding(severity=Severity.WARNING, code="securities_left_out", message=message))
        if not registers:
            raise refused("The QIF file holds no transactions of an account.", "Export a register.", source=source)
        digits = currency(options.default_currency).digits
        layout = _layout(registers[0].entries[0])
        found = conventions_of([one.entries for one in registers], options, layout=layout, digits=digits)
        statements = tuple(_statement(one, found, options=options, findings=findings) for one in registers)
        if not any(statement.rows for statement in statements):
            first = next((finding for finding in findings if finding.severity is Severity.ERROR), None)
            message = first.message if first is not None else "The QIF file holds no transactions."
            line = first.line if first is not None else None
            raise refused(message, "Not one entry could be read.", source=source, line=line)
        findings += unlike_others([entry for one in registers for entry in one.entries], options.default_currency)
        if found.is_order_doubtful:
            findings.append(_order_chosen(found))
        return StatementFile(
            format=StatementFormat.QIF,
            reading=Reading(
                encoding=decoded.encoding,
                decimal=found.amount.decimal,
                date_order=found.date.order.value,
                sign=SignConvention.AS_PRINTED.value,
            ),
            statements=tuple(statement for statement in statements if statement.rows),
            findings=tuple(findings),
            decisions=_with_examples(found, registers),
            layout=layout,
        )


def _registers(text: str) -> tuple[list[Register], Counter[str]]:
    """The registers in file order, and how many investment entries there are by their register."""
    registers: dict[tuple[str, str], Register] = {}
    left_out: Counter[str] = Counter()
    account = ""
    for entry in entries(text):
        if entry.section == "account":
            account = entry.values.get("N", "")
        elif entry.section in _INVESTMENT:
            left_out[account or "an investment account"] += 1
        elif _is_transaction(entry):
            key = (account, entry.section)
            registers.setdefault(key, Register(account, entry.section, [])).entries.append(entry)
    return list(registers.values()), left_out


def _is_transaction(entry: Entry) -> bool:
    """Whether an entry stands in a register: a known type, or any other with day and amount."""
    if entry.section in _KINDS:
        return not entry.values.keys().isdisjoint("DTU")
    dated = any(char.isdigit() for char in entry.values.get("D", ""))
    return entry.section not in _LISTS and dated and not entry.values.keys().isdisjoint("TU")


def _statement(register: Register, found: Conventions, *, options: ReadOptions, findings: list[Finding]) -> Statement:
    digits = currency(options.default_currency).digits
    rows = []
    for entry in register.entries:
        row = row_of(entry, found, digits=digits)
        if isinstance(row, Finding):
            findings.append(row)
            continue
        rows.append(row)
        if not entry.ended:
            findings.append(_unended(entry))
    return Statement(
        account=AccountHint(name=register.name, kind=_KINDS.get(register.section)),
        currency=options.default_currency,
        currency_stated=False,
        rows=tuple(rows),
        proof=Proof(state=ProofState.UNPROVED, missing="opening and closing"),
    )


def _order_chosen(found: Conventions) -> Finding:
    message = f"The dates were read as {found.date.order.value}, since one row alone fits no other order."
    return Finding(severity=Severity.INFO, code="date_order_chosen", message=message)


def _unended(entry: Entry) -> Finding:
    """An entry without its `^`: on a whole line it is complete but odd, in mid-line the file was cut."""
    severity = Severity.WARNING if entry.whole_lines else Severity.ERROR
    message = "The last entry is not ended; the file may have been cut short."
    return Finding(severity=severity, code="entry_not_ended", message=message, line=entry.line)


def _layout(entry: Entry) -> str:
    """What tells one program's QIF from another's: the letters of its entries and how its dates are cut."""
    cut = "".join(char for char in entry.values.get("D", "") if not char.isdigit() and char != " ")
    return f"qif:{entry.section}:{entry.letters}:{cut[:2]}"


def _with_examples(found: Conventions, registers: list[Register]) -> tuple[Decision, ...]:
    return tuple(found.decision(question, registers[0].entries) for question in found.open_questions)
