"""Which way the money of printed rows went: every rule that could hold is tried, and the balances choose."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from app.domain.statement_kinds import SignConvention
from app.statements.fields import Mark, PrintedAmount
from app.statements.pdf_balance_signs import SignedRow, as_printed, balances_of, by_balance, stated_minor
from app.statements.table_sign import named_way

_FEWEST = 4
_NEARLY = 75
"""Percent of running balances that follow for a rule to be the one meant: some of the others may be damaged."""
_WORDS = frozenset({Mark.CREDIT, Mark.DEBIT})
BY_BALANCE = "the running balance says which way the money went"
_PAID = "what stands below payments is money in"


@dataclass(frozen=True, slots=True)
class SignedRows:
    """Amounts in minor units, money out negative, under one rule; and how balances read under it."""

    convention: SignConvention
    amounts: tuple[int, ...]
    balances: tuple[int | None, ...]
    balance_factor: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Stated:
    """The candidates for the opening and the closing balance."""

    opening: tuple[PrintedAmount, ...]
    closing: tuple[PrintedAmount, ...]
    named: tuple[bool, bool] = (False, False)
    """Whether the first of each is the only one that its words call so."""


@dataclass(frozen=True, slots=True)
class SignChoice:
    """The rule taken, the positions of the balances that prove it (None where none do), and whether it is proved."""

    rows: SignedRows
    opening: int | None
    closing: int | None
    proved: bool
    doubtful: bool = False
    """True where nothing in the statement says which way money went."""


def choose_signs(rows: Sequence[SignedRow], stated: Stated, *, card: bool) -> SignChoice:
    """The first rule that the balances prove; without proof the one the words and marks speak for."""
    chosen = _chosen(rows, stated, card=card)
    return replace(chosen, doubtful=True) if not card and _looks_like_charges(rows, chosen.rows.amounts) else chosen


def _looks_like_charges(rows: Sequence[SignedRow], amounts: Sequence[int]) -> bool:
    """Whether nearly all is money in and nothing but the lack of a sign says so: a card that doesn't call itself one.

    Its two balances close either way round.
    """
    said = any(row.money.way or row.heading_way or row.money.balance is not None for row in rows)
    marks = {row.money.amount.mark for row in rows}
    if said or marks - {Mark.NONE, Mark.MINUS} or len(rows) < _FEWEST:
        return False
    named = [amount * named_way([row.text]) for row, amount in zip(rows, amounts, strict=True)]
    right, wrong = sum(1 for one in named if one > 0), sum(1 for one in named if one < 0)
    return wrong >= right and sum(1 for amount in amounts if amount > 0) * 5 >= len(rows) * 4


def _chosen(rows: Sequence[SignedRow], stated: Stated, *, card: bool) -> SignChoice:
    rules = sorted(_rules(rows, card=card), key=lambda rule: _gainsaid(rows, rule))
    if _chains(rules[0]) >= _NEARLY or _are_few_marked(rows):
        rules = [rule for rule in rules if rule.balance_factor == rules[0].balance_factor]
    chains = [rule for rule in rules if _chains(rule) == 100]
    for rule in chains:
        found = _closes(rule, stated)
        if found is not None:
            return SignChoice(rule, *found, proved=True)
    if chains:
        first, last = (0 if named else None for named in stated.named)
        rule = next((rule for rule in chains if _opens(rule, stated)), chains[0])
        return SignChoice(rule, first, last, proved=_reaches_end(rule))
    for rule in rules:
        found = _closes(rule, stated)
        if found is not None:
            return SignChoice(rule, *found, proved=True)
    nearly = max(rules, key=_chains)
    if _chains(nearly) >= _NEARLY:
        return SignChoice(nearly, None, None, proved=False)
    usual = _usual(rows, rules, card=card)
    doubtful = not card and _one_way(usual.amounts) and all(_is_silent(row) for row in rows) and len(rows) > 1
    return SignChoice(usual, None, None, proved=False, doubtful=doubtful)


def _gainsaid(rows: Sequence[SignedRow], rule: SignedRows) -> bool:
    """Whether a rule reads most of the amounts marked CR as money out and most of those marked DR as money in.

    A balance that rises with purchases and falls with what is marked CR is a debt.
    """
    marked = [
        (row.money.amount.mark is Mark.CREDIT) == (amount > 0)
        for row, amount in zip(rows, rule.amounts, strict=True)
        if row.money.amount.mark in _WORDS and amount
    ]
    return 2 * sum(marked) < len(marked)


def _are_few_marked(rows: Sequence[SignedRow]) -> bool:
    """Whether hardly a balance is marked CR or DR: these don't say how all others are meant."""
    marked = sum(1 for row in rows if row.money.balance is not None and row.money.balance.mark in _WORDS)
    return 0 < marked * 4 <= len(rows)


def _one_way(amounts: Sequence[int]) -> bool:
    return all(amount >= 0 for amount in amounts)


def _is_silent(row: SignedRow) -> bool:
    return row.money.way == 0 and row.heading_way == 0 and row.money.amount.mark is Mark.NONE


def _rules(rows: Sequence[SignedRow], *, card: bool) -> Iterator[SignedRows]:
    """The likeliest first; each for balances as printed and, as cards do, for balances owed printed as positive."""
    turned = card and not (_paid_as_positive(rows) or _charged_as_negative(rows))
    factors = (-1, 1) if turned else (1, -1)
    convention = SignConvention.TWO_COLUMNS if any(row.money.way for row in rows) else SignConvention.AS_PRINTED
    ways: list[tuple[SignConvention, Callable[[SignedRow], int], str]] = [
        (convention, as_printed, ""),
        (convention, _own_sign, ""),
        (SignConvention.INVERTED, _inverted, "charges are printed as positive"),
        (SignConvention.INVERTED, _only_credits_marked, "only money in is marked"),
        (SignConvention.FLAG_COLUMN, _by_heading, "the headings say which way the money went"),
        (SignConvention.FLAG_COLUMN, _paid_under_headings, _PAID),
    ]
    if not any(row.money.way for row in rows):
        del ways[1]
    elif _signed_twice(rows):
        ways[0], ways[1] = ways[1], ways[0]
    if turned:
        ways[0], ways[1] = ways[1], ways[0]
    for factor in factors:
        for name, way, reason in ways:
            amounts = tuple(way(row) for row in rows)
            yield SignedRows(name, amounts, balances_of(rows, factor), factor, reason)
        for chained in by_balance(rows, factor):
            yield SignedRows(SignConvention.FLAG_COLUMN, chained, balances_of(rows, factor), factor, BY_BALANCE)


def _own_sign(row: SignedRow) -> int:
    """A sign printed in a column of debits or credits says the way itself, as `-12,50` below `Soll` does."""
    return as_printed(row) if row.money.amount.mark is Mark.NONE else row.money.amount.minor


def _signed_twice(rows: Sequence[SignedRow]) -> bool:
    """Whether most amounts in the column of debits have a minus."""
    out = [row.money.amount.minor < 0 for row in rows if row.money.way < 0]
    return 2 * sum(out) > len(out)


def _inverted(row: SignedRow) -> int:
    amount = row.money.amount
    if row.money.way:
        return as_printed(row)
    if amount.mark in {Mark.CREDIT, Mark.DEBIT}:
        return amount.minor
    return -amount.minor


def _only_credits_marked(row: SignedRow) -> int:
    amount = row.money.amount
    if row.money.way:
        return as_printed(row)
    return -amount.minor if amount.mark is Mark.NONE else amount.minor


def _by_heading(row: SignedRow) -> int:
    """Under a heading that says a way, unsigned amounts went that way."""
    amount = row.money.amount
    if row.money.way or not row.heading_way or amount.mark is not Mark.NONE:
        return as_printed(row)
    return row.heading_way * amount.minor


def _paid_under_headings(row: SignedRow) -> int:
    """On a card, what stands below `Payments` is money in, all else a charge."""
    unsigned = row.heading_way > 0 and row.money.amount.mark is Mark.NONE
    return row.money.amount.minor if unsigned else _inverted(row)


def _chains(rule: SignedRows) -> int:
    """Percent of the running balances that follow from the amounts, oldest or newest row first; 0 without any."""
    known = [index for index, balance in enumerate(rule.balances) if balance is not None]
    if len(known) < 2 or not any(rule.amounts):
        return 0
    totals = [0]
    for amount in rule.amounts:
        totals.append(totals[-1] + amount)
    forward = backward = 0
    for one, two in pairwise(known):
        step = (rule.balances[two] or 0) - (rule.balances[one] or 0)
        forward += step == totals[two + 1] - totals[one + 1]
        backward += step == totals[one] - totals[two]
    return max(forward, backward) * 100 // (len(known) - 1)


def _reaches_end(rule: SignedRows) -> bool:
    """Whether a running balance stands on the last row, or on the first where the newest row is first."""
    known = [index for index, balance in enumerate(rule.balances) if balance is not None]
    step = (rule.balances[known[1]] or 0) - (rule.balances[known[0]] or 0)
    forward = step == sum(rule.amounts[known[0] + 1 : known[1] + 1])
    return (known[-1] == len(rule.balances) - 1) if forward else known[0] == 0


def _opens(rule: SignedRows, stated: Stated) -> bool:
    """Whether the balance before the first row, oldest or newest first, is one that the statement names."""
    known = [index for index, balance in enumerate(rule.balances) if balance is not None]
    first, last = known[0], known[-1]
    oldest = (rule.balances[first] or 0) - sum(rule.amounts[: first + 1])
    newest = (rule.balances[last] or 0) - sum(rule.amounts[last:])
    return {oldest, newest} & {stated_minor(figure, rule.balance_factor) for figure in stated.opening} != set()


def _closes(rule: SignedRows, stated: Stated) -> tuple[int, int | None] | None:
    """The first opening and closing balance between which the rows lie exactly; None for the one on the last row."""
    total = sum(rule.amounts)
    openings = stated.opening[:1] if stated.named[0] else stated.opening
    for one, opening in enumerate(openings):
        start = stated_minor(opening, rule.balance_factor)
        for two, closing in enumerate(stated.closing):
            if start + total == stated_minor(closing, rule.balance_factor):
                return one, two
    for one, opening in enumerate(openings if not stated.named[1] else ()):
        if stated_minor(opening, rule.balance_factor) + total == rule.balances[-1]:
            return one, None
    return None


def _usual(rows: Sequence[SignedRow], rules: Sequence[SignedRows], *, card: bool) -> SignedRows:
    marks = {row.money.amount.mark for row in rows}
    signed = any(row.money.way for row in rows)
    headed = {row.heading_way for row in rows if row.money.amount.mark is Mark.NONE}
    signed_out = _paid_as_positive(rows) or _charged_as_negative(rows)
    name = "charges are printed as positive" if card and not signed_out else ""
    if signed:
        name = ""
    elif Mark.CREDIT in marks and Mark.NONE in marks and not marks & {Mark.DEBIT, Mark.MINUS}:
        name = "only money in is marked"
    elif card and 1 in headed and not marks & {Mark.MINUS, Mark.CREDIT}:
        name = _PAID
    elif headed == {1, -1} and Mark.MINUS not in marks:
        name = "the headings say which way the money went"
    elif Mark.PLUS in marks and Mark.NONE in marks and not marks & {Mark.MINUS, Mark.DEBIT}:
        name = "only money in is marked"
    return next(rule for rule in rules if rule.reason == name)


def _paid_as_positive(rows: Sequence[SignedRow]) -> bool:
    """Whether a card's payments are printed as positive and its charges as negative."""
    positive = sum(1 for row in rows if row.money.amount.minor > 0)
    named = [row.money.amount.minor * named_way([row.text]) for row in rows]
    right, wrong = sum(1 for one in named if one > 0), sum(1 for one in named if one < 0)
    return right > wrong and positive * 2 < len(rows)


def _charged_as_negative(rows: Sequence[SignedRow]) -> bool:
    """Whether every amount prints its sign and most a minus, as a card does that lists charges as money out."""
    marks = [row.money.amount.mark for row in rows]
    return Mark.PLUS in marks and set(marks) == {Mark.PLUS, Mark.MINUS} and 2 * marks.count(Mark.MINUS) > len(marks)
