"""Sentences about one figure: totals, counts, averages, extremes, lists, rankings, first and last."""

from app.assistant.phrases import ORDINALS, label_words
from app.assistant.telling import NOUNS, SPANS, VERBS, Telling, noun, row_money, row_words
from app.domain.plan import Flow, Intent, Measure


def tell_total(telling: Telling) -> str:
    return f"You {VERBS[telling.plan.flow]} {telling.figure}{telling.scope}."


def tell_count(telling: Telling) -> str:
    number = telling.result.value.number if telling.result.value else 0
    return f"There {'was' if number == 1 else 'were'} {number} {noun(telling, number or 0)}{telling.scope}."


def tell_average(telling: Telling) -> str:
    span = SPANS.get(telling.plan.group_by) if telling.plan.group_by else None
    each = span or f"for each {NOUNS[telling.plan.flow][0]}"
    return f"On average you {VERBS[telling.plan.flow]} {telling.figure} {each}{telling.scope}."


def tell_extreme(telling: Telling) -> str:
    word = _placed(telling, "largest" if telling.plan.intent is Intent.LARGEST else "smallest")
    if not telling.result.rows:
        return _none(telling, word)
    row = telling.result.rows[0]
    if len(telling.result.rows) > 1:
        return f"The {len(telling.result.rows)} {word} {noun(telling, 2)}{telling.scope}, led by {row_words(row)}."
    return f"The {word} {noun(telling, 1)}{telling.scope} was {row_words(row)}."


def tell_list(telling: Telling) -> str:
    value = telling.result.value
    number = (value.number if value is not None else None) or 0
    given_back = len(telling.result.rows) - number
    more = f" and {given_back} refund{'s' if given_back > 1 else ''}" if given_back else ""
    return f"{number or 'No'} {noun(telling, number)}{more}{telling.scope}."


def tell_ranking(telling: Telling) -> str:
    place = _placed(telling, "lowest" if telling.plan.ascending else "highest")
    if not telling.result.rows:
        return _none(telling, place, of=telling.plan.group_by.value if telling.plan.group_by else "payee")
    row = telling.result.rows[0]
    label = label_words(row.label, telling.plan.group_by)
    if telling.plan.measure is Measure.COUNT:
        return f"{label} comes {place} with {row.count} {noun(telling, row.count or 0)}{telling.scope}."
    return f"{label} comes {place} with {row_money(row)}{telling.scope}."


def tell_breakdown(telling: Telling) -> str:
    group = telling.plan.group_by.value if telling.plan.group_by else "category"
    if telling.plan.measure is Measure.COUNT:
        return f"{telling.figure} {noun(telling, 2)}{telling.scope}, by {group}."
    return f"You {VERBS[telling.plan.flow]} {telling.figure}{telling.scope}, by {group}."


def tell_edge(telling: Telling) -> str:
    word = _placed(telling, "first" if telling.plan.intent is Intent.FIRST else "last")
    if not telling.result.rows:
        return _none(telling, word)
    row = telling.result.rows[0]
    named = len(telling.plan.where.payees) == 1 and not telling.plan.where.categories
    whose = "" if named else f" {'from' if telling.plan.flow is Flow.INCOME else 'at'} {row.label}"
    return f"The {word} {noun(telling, 1)}{telling.scope} was on {telling.figure}: {row_money(row)}{whose}."


def _none(telling: Telling, word: str, *, of: str = "") -> str:
    """Nothing stands there: of a place in an order that is no word on the places before it."""
    if telling.plan.rank:
        return f"There was no {word} {of or noun(telling, 1)}{telling.scope}."
    return f"There were no {noun(telling, 0)}{telling.scope}."


def _placed(telling: Telling, word: str) -> str:
    """`second largest`, `second last`, and `second` of what is counted from the first."""
    ordinal = ORDINALS.get(telling.plan.rank or 1, "")
    return ordinal if ordinal and word == "first" else f"{ordinal} {word}".strip()
