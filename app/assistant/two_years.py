"""Comparisons of one month in two years, told by figures: `nov 25 vs nov 24`."""

import re

from app.assistant.resolving import Resolver

_MONTH_FIGURE = re.compile(r"(?P<month>[a-z]+)\.? '?(?P<figure>\d\d)")


def one_month_of_two_years(runs: list[str], resolver: Resolver) -> tuple[str, str] | None:
    """`nov 25 vs nov 24`: of the same month twice the figures are years, one after the other; else None."""
    found = [_MONTH_FIGURE.fullmatch(run) for run in runs]
    if len(found) != 2 or found[0] is None or found[1] is None or found[0]["month"] != found[1]["month"]:
        return None
    figures = [int(one["figure"]) for one in found if one is not None]
    late = resolver.vocabulary.today.year % 100
    known = found[0]["month"] in resolver.language.table("months") and abs(figures[0] - figures[1]) == 1
    if not known or not late - 1 <= max(figures) <= late:
        return None
    first, second = (f"{one['month']} 20{one['figure']}" for one in found if one is not None)
    return first, second
