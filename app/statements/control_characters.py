"""Makes printed texts inert: no control, bidirectional or invisible characters, no text of absurd length."""

import re
from collections.abc import Sequence
from dataclasses import replace

from app.domain.account import AccountHint
from app.domain.statement import Finding, Statement, StatementFile, StatementRow
from app.domain.statement_kinds import Severity

_WHITE = re.compile(r"[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+ ?")
_HARMFUL = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]+"
)
_ANY = re.compile(f"{_WHITE.pattern[:-2]}|{_HARMFUL.pattern}")
_AT_ONCE = 500
LONGEST = 4000
"""No bank prints a longer text; what is longer is cut and told."""


def inert_text(text: str) -> str:
    """The text with line breaks and tabs as spaces, without characters that are not seen, cut to a sane length."""
    if _ANY.search(text):
        text = _HARMFUL.sub("", _WHITE.sub(" ", text)).strip()
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"


def inert(file: StatementFile) -> StatementFile:
    """The same file with all its texts inert, and a finding where something was taken out."""
    changed: list[int] = []
    statements = tuple(_inert_statement(statement, changed) for statement in file.statements)
    findings = tuple(replace(finding, message=inert_text(finding.message)) for finding in file.findings)
    if changed:
        rows = "1 row" if len(changed) == 1 else f"{len(changed)} rows"
        message = f"Control or invisible characters, or endless text, were taken out of {rows}."
        finding = Finding(severity=Severity.WARNING, code="text_made_inert", message=message, line=changed[0])
        findings = (*findings, finding)
    return replace(file, statements=statements, findings=findings)


def _inert_statement(statement: Statement, changed: list[int]) -> Statement:
    rows = tuple(
        row
        for start in range(0, len(statement.rows), _AT_ONCE)
        for row in _inert_rows(statement.rows[start : start + _AT_ONCE], changed)
    )
    hint = statement.account
    account = AccountHint(
        number=inert_text(hint.number),
        iban=inert_text(hint.iban),
        institution=inert_text(hint.institution),
        name=inert_text(hint.name),
        kind=hint.kind,
    )
    return replace(statement, rows=rows, account=account)


def _inert_rows(rows: Sequence[StatementRow], changed: list[int]) -> Sequence[StatementRow]:
    """Most rows are inert as they are, which is seen of many at once."""
    columns = (
        [row.printed_payee for row in rows],
        [row.memo for row in rows],
        [row.bank_reference for row in rows],
        [row.bank_category for row in rows],
        [row.row_type for row in rows],
    )
    sane = sum(max(map(len, column)) for column in columns) <= LONGEST
    if sane and all("".join(column).isprintable() for column in columns):  # nothing of `_ANY` is
        return rows
    return [_inert_row(row, changed) for row in rows]


def _inert_row(row: StatementRow, changed: list[int]) -> StatementRow:
    texts = (row.printed_payee, row.memo, row.bank_reference, row.bank_category, row.row_type)
    together = "".join(texts)
    if len(together) <= LONGEST and _ANY.search(together) is None:
        return row
    payee, memo, reference, category, kind = (inert_text(text) for text in texts)
    if (payee, memo, reference, category, kind) == texts:
        return row
    if len(together) > LONGEST or _HARMFUL.search(together):
        changed.append(row.line)
    return replace(row, printed_payee=payee, memo=memo, bank_reference=reference, bank_category=category, row_type=kind)
