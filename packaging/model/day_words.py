"""Ways to say the day on which something stood so or so."""

from random import Random

from calendar_words import DAYS, NUMBERS, day, month_text, ordinal_text, year_text


def day_tail(random: Random) -> str:
    """A day on which something stood so or so: ` on [march 3]`, ` at the [end of june]`."""
    return " " + random.choice(
        (
            f"on [{day(random)}]",
            f"on [{day(random)}]",
            f"on [{day(random)}]",
            f"on the [{ordinal_text(random.randint(1, 28))} of {month_text(random)}]",
            f"at the [end of {month_text(random)}]",
            f"at the [end of {month_text(random)} {year_text(random)}]",
            f"at the [end of {year_text(random)}]",
            f"at the [end of last {random.choice(('month', 'year', 'week', 'quarter'))}]",
            f"[last {random.choice(DAYS)}]",
            "[yesterday]",
            "[today]",
            "right [now]",
            "[now]",
            "[a year ago]",
            f"[{random.choice(NUMBERS[:6])} {random.choice(('days', 'weeks', 'months'))} ago]",
            f"at the [start of {month_text(random)}]",
            f"at the [beginning of {year_text(random)}]",
            f"in [{month_text(random)}]",
            f"in [{month_text(random)} {year_text(random)}]",
            "[last month]",
            "[last year]",
            f"as of [{day(random)}]",
            f"by the [end of {month_text(random)}]",
            "at [month end]",
            f"in [{year_text(random)}]",
            "on [new year's eve]",
            "[this morning]",
        )
    )
