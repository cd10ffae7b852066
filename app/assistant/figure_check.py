"""The figure check: every number, amount and date in an answer's text must be in its result."""

import re
from collections.abc import Iterator

from app.domain.money import Money
from app.domain.money_text import grouped_figures
from app.domain.plan import Plan
from app.domain.result import Result
from app.domain.vocabulary import Vocabulary

_FIGURE = re.compile(r"\d(?:[\d.,]*\d)?")
_NOTHING = re.compile(r"\b\B")


def unknown_figures(text: str, result: Result, *, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The figures in the text that the result, its plan and the names in it do not hold; empty when all are known.

    Names are taken out before looking, so that a payee such as “7-Eleven” brings no figure of its own.
    """
    names = sorted(set(_names(result, vocabulary)), key=len, reverse=True)
    named = re.compile("|".join(re.escape(name) for name in names), re.IGNORECASE) if names else _NOTHING
    known = set(_known_figures(result, vocabulary))
    return tuple(figure for figure in _FIGURE.findall(named.sub(" ", text)) if figure not in known)


def _names(result: Result, vocabulary: Vocabulary) -> Iterator[str]:
    plan = result.plan
    yield from (row.label for row in result.rows if row.label)
    for where in (plan.where, plan.without, plan.other_where):
        if where is not None:
            yield from (*where.payees, *where.categories)
            if where.text:
                yield where.text
    yield from (account.name for account in vocabulary.accounts if account.name)


def _known_figures(result: Result, vocabulary: Vocabulary) -> Iterator[str]:
    value = result.value
    if value is not None:
        yield from _of_money(value.money)
        if value.number is not None:
            yield from (str(value.number), str(abs(value.number)))
        if value.percent is not None:
            yield str(abs(value.percent))
        if value.on is not None:
            yield from (str(value.on.day), str(value.on.year))
        if value.text:
            yield from _parts(value.text)
    for row in (*result.rows, *result.others):
        yield from _of_money(row.money)
        yield from _parts(row.label)
        if row.count is not None:
            yield str(row.count)
        if row.on is not None:
            yield from (str(row.on.day), str(row.on.year))
    yield from (str(len(result.rows)), str(len(result.evidence)))
    for _, text in result.facts:
        yield from _of_fact(text)
    yield from _of_plan(result.plan, result, vocabulary=vocabulary)


def _of_plan(plan: Plan, result: Result, *, vocabulary: Vocabulary) -> Iterator[str]:
    for period in (plan.period, plan.other_period):
        if period is not None:
            for day in (period.first, period.last):
                yield from (str(day.day), str(day.year), str((day.month + 2) // 3))
    for amount in (plan.at_least, plan.at_most):
        if amount is not None:
            yield from _of_money(Money.of(amount, vocabulary.currency))
    more = [len(names) - 4 for where in (plan.where, plan.without) for names in (where.payees, where.categories)]
    yield from (str(each) for each in (*more, len(result.rows) - 4) if each > 0)


def _of_money(money: Money | None) -> Iterator[str]:
    if money is not None:
        decimal = abs(money).decimal()
        yield from (decimal, grouped_figures(decimal))


def _of_fact(text: str) -> Iterator[str]:
    plain = text.lstrip("-")
    yield plain
    if plain.replace(".", "", 1).isdigit():
        yield grouped_figures(plain)
    yield from _parts(text)


def _parts(text: str) -> Iterator[str]:
    for figure in _FIGURE.findall(text):
        yield figure
        yield from (part.lstrip("0") or "0" for part in re.split(r"[-.,]", figure))
