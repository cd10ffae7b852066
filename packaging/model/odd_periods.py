"""Less common ways to say a period: parts of months, holidays, week numbers, the same time last year, to date."""

import re
from random import Random

from pool_words import POOLS

MONTHS = tuple(POOLS["month_names"])
FORMS = tuple(POOLS["odd_periods"])
_EITHER = re.compile(r"<([^<>]*)>")


def odd_period(random: Random) -> str:
    """A period with what leads to it, its span in square brackets: `in the [second half of november]`."""
    month, later, third = random.sample(MONTHS, 3)
    year = random.randint(2016, 2032)
    form = random.choice(FORMS).format(
        month=month,
        later=later,
        third=third,
        short=month[:3],
        short_later=later[:3],
        year=year,
        next_year=year + 1,
        next_short=f"{(year + 1) % 100:02}",
        number=random.randint(2, 12),
        week=random.randint(1, 52),
        day=random.randint(1, 14),
        end=random.randint(15, 28),
        unit=random.choice(("weeks", "months", "days", "years")),
    )
    return _EITHER.sub(lambda either: random.choice(either.group(1).split("|")), form)
