"""Statements out of the rows read: one an account and currency, with its balances and their proof."""

from collections.abc import Iterable
from datetime import date

from app.domain.account import AccountHint, AccountKind
from app.domain.currency import currency as currency_of
from app.domain.statement import Balance, Proof, Statement, StatementRow
from app.domain.statement_kinds import ProofState
from app.statements.balance_proof import prove
from app.statements.fields import FieldProblem, parse_amount
from app.statements.reader import ReadOptions
from app.statements.table_facts import money_text
from app.statements.table_findings import Findings
from app.statements.table_layout import Layout
from app.statements.table_rows import RowsRead

_OLD = date(1985, 1, 1)


def statements_of(layout: Layout, read: RowsRead, *, options: ReadOptions, findings: Findings) -> Iterable[Statement]:
    """One statement for each of the owner's accounts and currencies in the section."""
    alone = len(read.rows) == 1
    for (account, code), rows in read.rows.items():
        opening, closing = _balances(layout, read, code=code) if alone else (None, None)
        proof = prove(rows, opening, closing=closing)
        if proof.state is not ProofState.PROVED and alone:
            opening, closing, proof = _by_stated_balance(layout, rows, code=code, known=(opening, closing, proof))
        _warn(rows, proof, options=options, findings=findings)
        yield Statement(
            account=_hint(layout, account),
            currency=code,
            rows=tuple(rows),
            proof=proof,
            opening=opening,
            closing=closing,
            currency_stated=bool(layout.currency or layout.currency_column is not None),
        )


def _balances(layout: Layout, read: RowsRead, *, code: str) -> tuple[Balance | None, Balance | None]:
    """The opening and closing balance, from lines among the rows or above the table."""
    found: list[Balance | None] = []
    for word, text in (("opening", layout.facts.opening), ("closing", layout.facts.closing)):
        if word in read.balances:
            figure, day = read.balances[word]
            found.append(Balance(amount=figure, on=day))
        else:
            found.append(_balance(layout, text, code=code))
    return found[0], found[1]


def _balance(layout: Layout, text: str, *, code: str) -> Balance | None:
    figure = money_text(text)
    if not figure:
        return None
    amount = parse_amount(figure, layout.amounts.conventions[0], digits=currency_of(code).digits)
    return None if isinstance(amount, FieldProblem) else Balance(amount=amount * layout.sign.balance_factor)


def _by_stated_balance(
    layout: Layout, rows: list[StatementRow], *, code: str, known: tuple[Balance | None, Balance | None, Proof]
) -> tuple[Balance | None, Balance | None, Proof]:
    """An undated balance counts as the closing one, or the opening one, only where that proves the rows."""
    opening, closing, _ = known
    stated = _balance(layout, layout.facts.balance, code=code)
    if stated is None or (opening is not None and closing is not None):
        return known
    before, after = (opening, stated) if closing is None else (stated, closing)
    tried = prove(rows, before, closing=after)
    return (before, after, tried) if tried.state is ProofState.PROVED else known


def _hint(layout: Layout, account: str) -> AccountHint:
    """The account as the rows or the lines above them name it."""
    number = account or layout.facts.number
    iban = layout.facts.iban
    compact = account.replace(" ", "")
    if len(compact) >= 15 and compact[:2].isalpha() and compact[2:4].isdigit():
        number, iban = "", compact
    preset = layout.preset
    kind = AccountKind.CARD if layout.card else preset.kind if preset is not None else None
    named = any(char.isdigit() for char in number)
    return AccountHint(
        number=number if named else "",
        iban=iban,
        name="" if named else number,
        kind=kind,
        institution=preset.institution if preset else "",
    )


def _warn(rows: list[StatementRow], proof: Proof, *, options: ReadOptions, findings: Findings) -> None:
    if proof.state is ProofState.BROKEN and proof.broken_at is not None:
        findings.once(
            "balances_do_not_chain", "The balances printed do not follow from the amounts.", line=proof.broken_at.line
        )
    odd = [row for row in rows if row.booked_on < _OLD or row.booked_on > options.today]
    if odd:
        others = f" Such days in more rows: {len(odd) - 1}." if len(odd) > 1 else ""
        message = f"The day {odd[0].booked_on.isoformat()} is far away; check it.{others}"
        findings.warn("unlikely_date", message, line=odd[0].line)
