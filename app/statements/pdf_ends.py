"""Whether a paper shows where its rows begin and end: running balances prove what stands between them and no more."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from app.domain.statement import Balance, Proof, Statement, StatementRow
from app.domain.statement_kinds import ProofState
from app.statements.balance_proof import follow, missing_ends
from app.statements.pdf_amounts import printed
from app.statements.pdf_entries import Document, Group
from app.statements.pdf_row_builder import PrintedRow

_BALANCES = frozenset({"closing", "balance"})
_FEWEST = 2
"""One row alone is no sum: its amount may stand anywhere."""


@dataclass(frozen=True, slots=True)
class _Figure:
    """An amount printed outside the rows, in minor units without its sign."""

    minor: int
    text: str
    line: int
    kind: str
    """Which balance its line is, as of a NamedRow, where that is one of the table and has a day; else empty."""


@dataclass(frozen=True, slots=True)
class _Reach:
    """What the rows lead from and to, and what came and went between."""

    start: int
    end: int
    came: int
    went: int
    balances: frozenset[int]

    def flows(self) -> set[int]:
        """The sums that a paper may print of them."""
        return {self.came, self.went} - {0}

    def explains(self, minor: int) -> bool:
        """Whether a figure is a balance of the rows or adds them up."""
        known = {self.start, self.end, self.came - self.went, *self.balances}
        return minor in self.flows() or minor in set(map(abs, known))


def with_ends(statement: Statement, document: Document, *, group: Group) -> Statement:
    """The statement with the ends of its running balances that are printed once more, and what of its proof then holds.

    Sums of all that came and went prove both ends. An end that nothing shows, where a balance or a sum is printed that
    the rows don't lead to, is where rows are missing.
    """
    reach = _reach(statement)
    if statement.proof.state is not ProofState.PROVED or reach is None:
        return statement
    is_sum = statement.closing is not None and abs(statement.closing.amount) in reach.flows()
    figures = list(_outside(document, group))
    opening = statement.opening or _shown(reach.start, figures)
    closing = statement.closing or _shown(reach.end, figures)
    seen = {figure.minor for figure in figures}
    is_summed = bool(reach.flows()) and reach.flows() <= seen
    missing = "" if is_summed else missing_ends(opening, closing)
    told = _gainsaid(reach, group, figures=figures) if missing else _unsummed(reach, figures) if is_sum else None
    told = told or _later(reach, group, figures=figures)
    if told is None:
        return replace(statement, opening=opening, closing=closing, proof=replace(statement.proof, missing=missing))
    message = f"No row leads to “{told.text}”: a row may be missing before the first or after the last one."
    document.findings.warn("balance_not_reached", message, line=told.line)
    missing = statement.proof.missing or "closing"
    return replace(statement, proof=Proof(state=ProofState.UNPROVED, missing=missing))


def _reach(statement: Statement) -> _Reach | None:
    rows: Sequence[StatementRow] = statement.rows
    chain = follow(rows)
    opening, closing = statement.opening, statement.closing
    if chain is None and (opening is None or closing is None):
        return None
    start, end = (chain.opening, chain.closing) if chain is not None else (0, 0)
    return _Reach(
        opening.amount if opening is not None else start,
        closing.amount if closing is not None else end,
        sum(row.amount for row in rows if row.amount > 0),
        -sum(row.amount for row in rows if row.amount < 0),
        frozenset(row.running_balance for row in rows if row.running_balance is not None),
    )


def _shown(amount: int, figures: Sequence[_Figure]) -> Balance | None:
    """A balance that is printed; a naught stands for too much."""
    return Balance(amount=amount) if amount and any(one.minor == abs(amount) for one in figures) else None


def _outside(document: Document, group: Group) -> Iterator[_Figure]:
    """All amounts above the first row of an account and below its last one that no transaction has."""
    lines = [entry.row.number for entry in group.entries]
    first, last = min(lines), max(lines)
    held = [(one.line.number, [money.text for money in one.money], "") for one in document.table.others]
    held += [
        (row.number, list(row.money.values()), document.named[row.number].kind if row.dated else "")
        for row in document.table.rows
        if row.number in document.named
    ]
    for line, texts, kind in sorted(held):
        if not first <= line <= last:
            for text in texts:
                found = printed(text, document.convention, digits=document.digits)
                if found is not None:
                    yield _Figure(abs(found.minor), text, line, kind)


def _later(reach: _Reach, group: Group, *, figures: Sequence[_Figure]) -> _Figure | None:
    """The balance printed last below the rows, where the one they end with stands above it: that was a day's."""
    last = max(entry.row.number for entry in group.entries)
    named = [one for one in figures if one.line > last and one.kind and group.span.holds(one.line)]
    own = takewhile(lambda one: one.kind != "opening", named)
    below = [one for one in own if one.kind in _BALANCES]
    ends = [one.minor == abs(reach.end) for one in below]
    return below[-1] if any(ends) and not ends[-1] else None


def _gainsaid(reach: _Reach, group: Group, *, figures: Sequence[_Figure]) -> _Figure | None:
    """A figure that is called a balance, or stands beside the sum of what came or went, and follows from no row."""
    called = {abs(figure.minor) for figure in (*group.stated.opening, *group.stated.closing)}
    sums = {figure.line for figure in figures if figure.minor in reach.flows()}
    if len(group.entries) < _FEWEST or reach.flows() <= {figure.minor for figure in figures}:
        sums = set()
    odd = (figure for figure in figures if figure.minor and not reach.explains(figure.minor))
    return next(
        (one for one in odd if one.minor in called or {one.line - 1, one.line, one.line + 1} & sums),
        None,
    )


def _unsummed(reach: _Reach, figures: Sequence[_Figure]) -> _Figure | None:
    """A figure that the rows don't explain on the line that leads from the first balance by the sums to the last.

    `1 023,44 + 1 788,73 - 1 179,44 = 1 632,73`: where the debt before is paid off, a sum may be taken for the last.
    """
    start = abs(reach.start)
    lines: defaultdict[int, set[int]] = defaultdict(set)
    for one in figures:
        lines[one.line].add(one.minor)
    for odd in figures:
        beside = lines[odd.line]
        if odd.minor and start in beside and not reach.explains(odd.minor):
            ends = {abs(start + flow - odd.minor) for flow in reach.flows() & beside}
            ends |= {abs(start - flow + odd.minor) for flow in reach.flows() & beside}
            if ends & (beside - {odd.minor}):
                return odd
    return None


def tell_rowless(document: Document, groups: Sequence[Group]) -> None:
    """A finding for each last balance right below another first one: all rows that lead there are missing."""
    taken = {entry.row.number for group in groups for entry in group.entries}
    for part in document.table.parts:
        before: PrintedRow | None = None
        for row in part.rows:
            named = document.named.get(row.number)
            kind = named.kind if named is not None and row.number not in taken else ""
            if kind == "closing" and before is not None and _moved(document, before, last=row):
                text = " ".join(row.texts)[:40]
                message = f"Page {row.page}, line {row.number}: no row leads from the first balance to “{text}”."
                document.findings.warn("balance_not_reached", message, line=row.number)
            before = row if kind == "opening" else None


def _moved(document: Document, first: PrintedRow, *, last: PrintedRow) -> bool:
    """Whether two balances in one column are not the same."""
    for place in first.money.keys() & last.money.keys():
        figures = [printed(row.money[place], document.convention, digits=document.digits) for row in (first, last)]
        if None not in figures and figures[0] != figures[1]:
            return True
    return False
