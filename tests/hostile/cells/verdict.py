"""Whether a damaged cell was read as printed, told, or changed in silence."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.domain.statement import Finding, StatementFile, StatementRow
from app.domain.statement_kinds import ProofState, Severity
from tests.hostile.cells import meant
from tests.hostile.cells.printed import Place, Printed, Role, Truth
from tests.hostile.cells.tables import WORKBOOKS


@dataclass(frozen=True, slots=True)
class Accepted:
    """What may be read in one row without a word: the truth, or what its damaged cell means now."""

    days: frozenset[date]
    value_days: frozenset[date | None]
    amounts: frozenset[int]
    balances: frozenset[int | None]
    currencies: frozenset[str]

    def holds(self, row: StatementRow, code: str) -> bool:
        """Whether a row as read is among it."""
        return (
            row.booked_on in self.days
            and row.value_on in self.value_days
            and row.amount in self.amounts
            and row.running_balance in self.balances
            and code in self.currencies
        )


def accepted(printed: Printed, truth: Truth) -> Accepted:
    """Of a row that is whole."""
    return Accepted(
        days=frozenset({truth.day}),
        value_days=frozenset({truth.value_day if printed.has_value_days else None}),
        amounts=frozenset({truth.amount}),
        balances=frozenset({truth.balance if printed.has_balances else None}),
        currencies=frozenset({truth.currency}),
    )


def accepted_now(printed: Printed, place: Place, text: str) -> Accepted:
    """Of a row with one damaged cell."""
    truth = printed.rows[place.row]
    whole = accepted(printed, truth)
    if printed.kind != "csv" and printed.kind not in WORKBOOKS:
        text = " ".join(text.splitlines())
    if printed.kind == "pdf":
        text = text.replace("\u00ad", "")
    if printed.kind == "mt940":
        line = "".join(text if one is place else one.text for one in printed.places if one.row == place.row)
        value_days, days, minor = meant.mt940_line(line)
        return replace(
            whole, days=whole.days | days, value_days=whole.value_days | value_days, amounts=whole.amounts | minor
        )
    if place.role in _MONEY:
        whole = replace(whole, currencies=whole.currencies | meant.currencies(text))
    return _READ[place.role](printed, truth, text, whole)


def _days(printed: Printed, text: str) -> set[date]:
    """The days a text means; a day of XML may have a time zone behind it (XML Schema, xs:date)."""
    if printed.kind == "camt":
        text = re.sub(r"(?<=-\d\d)(?:Z|[+-]\d\d:\d\d)$", "", text.strip())
    return meant.days(text, printed.date_form)


def _of_day(printed: Printed, _: Truth, text: str, whole: Accepted) -> Accepted:
    found = _days(printed, text)
    if printed.kind == "qif":  # Quicken writes an apostrophe before the year, either form of it
        found = found | meant.days(re.sub("['’]", "/", text), printed.date_form)
    return replace(whole, days=whole.days | found)


def _of_value_day(printed: Printed, _: Truth, text: str, whole: Accepted) -> Accepted:
    blank = {None} if meant.is_blank(text) else set()
    return replace(whole, value_days=whole.value_days | _days(printed, text) | blank)


def _of_amount(printed: Printed, truth: Truth, text: str, whole: Accepted) -> Accepted:
    either = printed.kind in {"ofx", "camt"}
    means = meant.amounts_of_either_mark(text) if either else meant.amounts(text, printed.numbers)
    means = means | _typed(printed, text)
    if not printed.signs:
        return replace(whole, amounts=whole.amounts | means)
    sign = 1 if truth.amount > 0 else -1
    return replace(whole, amounts=whole.amounts | {sign * one for one in means} | {sign * abs(one) for one in means})


def _typed(printed: Printed, text: str) -> set[int]:
    """What a number means that is kept as a number."""
    return meant.scientific(text) if printed.kind in WORKBOOKS else set()


def _of_out(printed: Printed, _: Truth, text: str, whole: Accepted) -> Accepted:
    means = meant.amounts(text, printed.numbers) | _typed(printed, text)
    return replace(whole, amounts=whole.amounts | {-one for one in means} | _minus_again(printed, means))


def _minus_again(printed: Printed, means: set[int]) -> set[int]:
    """A minus in a column of money out may say so once more, as banks print it: where no other amount there has none."""
    others = [place for place in printed.places if place.role is Role.OUT and place.text]
    return {-abs(one) for one in means} if len(others) < 2 else set()


def _of_in(printed: Printed, _: Truth, text: str, whole: Accepted) -> Accepted:
    return replace(whole, amounts=whole.amounts | meant.amounts(text, printed.numbers) | _typed(printed, text))


def _of_balance(printed: Printed, _: Truth, text: str, whole: Accepted) -> Accepted:
    return replace(whole, balances=whole.balances | meant.amounts(text, printed.numbers) | _typed(printed, text) | _blank(text))


def _of_currency(_: Printed, __: Truth, text: str, whole: Accepted) -> Accepted:
    return replace(whole, currencies=whole.currencies | {text.strip().upper()} | meant.currencies(text))


def _of_sign(_: Printed, truth: Truth, text: str, whole: Accepted) -> Accepted:
    way = meant.way(text)
    return replace(whole, amounts=whole.amounts | ({way * abs(truth.amount)} if way else set()))


_CHOSEN = frozenset({"date_order_chosen", "sign_by_type", "sign_inverted"})
"""A reading that was chosen, not proved, and is said."""
_MONEY = frozenset({Role.AMOUNT, Role.OUT, Role.IN, Role.BALANCE})
_READ: dict[Role, Callable[[Printed, Truth, str, Accepted], Accepted]] = {
    Role.DATE: _of_day,
    Role.VALUE_DATE: _of_value_day,
    Role.AMOUNT: _of_amount,
    Role.OUT: _of_out,
    Role.IN: _of_in,
    Role.BALANCE: _of_balance,
    Role.CURRENCY: _of_currency,
    Role.SIGN: _of_sign,
}


def _blank(text: str) -> set[None]:
    """No balance where the cell holds no digit: banks mark an empty cell in many ways."""
    return set() if any(map(str.isdigit, text)) else {None}


def rows_by_key(printed: Printed, file: StatementFile) -> dict[str, list[tuple[StatementRow, str]]]:
    """The rows read with their currency, by the key in their text; a row without one stands under its line."""
    keys = {truth.key for truth in printed.rows}
    found: dict[str, list[tuple[StatementRow, str]]] = {}
    for statement in file.statements:
        for row in statement.rows:
            text = f"{row.printed_payee} {row.memo}"
            key = next((word for word in text.replace("/", " ").split() if word in keys), f"line {row.line}")
            found.setdefault(key, []).append((row, statement.currency))
    return found


def told_lines(file: StatementFile, usual: Sequence[Finding]) -> set[int]:
    """The lines that findings name which the whole file does not have."""
    return {finding.line for finding in file.findings if finding.line is not None and finding not in usual}


def is_told_of_all(file: StatementFile, usual: Sequence[Finding]) -> bool:
    """Whether the file as a whole is refused, asked about, broken, or told of without a line."""
    if file.refused or file.decisions:
        return True
    if any(one.proof.state is ProofState.BROKEN for one in file.statements):
        return True
    grave = {Severity.WARNING, Severity.ERROR}
    new = [finding for finding in file.findings if finding not in usual]
    return any(one.code in _CHOSEN or (one.severity in grave and one.line is None) for one in new)


def silent(printed: Printed, file: StatementFile, changed: Mapping[int, str], *, usual: Sequence[Finding]) -> list[int]:
    """The rows that are neither as printed nor named by a finding; of a file that is told of as a whole, none."""
    if is_told_of_all(file, usual):
        return []
    return wrong_rows(printed, file, changed, usual=usual)


def wrong_rows(
    printed: Printed, file: StatementFile, changed: Mapping[int, str], *, usual: Sequence[Finding]
) -> list[int]:
    """The rows that are neither as printed nor named by a finding; -1 stands for rows that no one printed."""
    now = {
        printed.places[number].row: accepted_now(printed, printed.places[number], text)
        for number, text in changed.items()
    }
    found, told = rows_by_key(printed, file), told_lines(file, usual)
    wrong = []
    lines = printed.lines_now(changed)
    for number, truth in enumerate(printed.rows):
        first, last = lines[number]
        if any(first <= line <= last for line in told):
            continue
        rows = found.get(truth.key, [])
        if len(rows) != 1 or not now.get(number, accepted(printed, truth)).holds(*rows[0]):
            wrong.append(number)
    keys = {truth.key for truth in printed.rows}
    named = {f"line {line}" for line in told}
    return wrong + [-1 for key in found if key not in keys and key not in named]
