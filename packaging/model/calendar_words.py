"""Ways to say a period or a day; the span that the plan copies stands in square brackets."""

from random import Random

from odd_periods import odd_period
from pool_words import POOLS

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
SHORT = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec")
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NUMBERS = (
    "2",
    "3",
    "4",
    "5",
    "6",
    "7",
    "10",
    "12",
    "14",
    "18",
    "24",
    "30",
    "60",
    "90",
    "two",
    "three",
    "four",
    "five",
    "six",
    "ten",
    "twelve",
)
UNITS = ("days", "weeks", "months", "months", "months", "years", "quarters")
RELATIVE_UNITS = POOLS["relative_units"]
OPEN_LEADS = POOLS["open_leads"]
RANGES = POOLS["ranges"]
SEASONS = ("spring", "summer", "autumn", "fall", "winter")


def year_text(random: Random) -> str:
    return str(random.randint(2016, 2032))


def month_text(random: Random) -> str:
    return random.choice(MONTHS if random.random() < 0.75 else SHORT)


def ordinal_text(day: int) -> str:
    ending = "th" if 10 < day % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"


def day(random: Random) -> str:
    """A calendar day as people write it, without a leading article."""
    number, month = random.randint(1, 28), month_text(random)
    year = random.choice(("", "", "", f" {year_text(random)}"))
    return random.choice(
        (
            f"{month} {number}{',' if year and random.random() < 0.5 else ''}{year}",
            f"{month} {ordinal_text(number)}{year}",
            f"{number} {month}{year}",
            f"{ordinal_text(number)} {month}{year}",
            f"{ordinal_text(number)} of {month}{year}",
            f"{year_text(random)}-{random.randint(1, 12):02}-{number:02}",
            f"{random.randint(1, 12):02}/{number:02}/{year_text(random)}",
            f"{number:02}.{random.randint(1, 12):02}.{year_text(random)}",
            f"{random.randint(1, 12)}/{number}",
        )
    )


def _relative(random: Random) -> str:
    lead = random.choice(("this", "last", "last", "previous", "past", "current"))
    return f"{lead} {random.choice(RELATIVE_UNITS)}"


def _running(random: Random) -> str:
    lead = random.choice(("last", "past", "last", "previous", "most recent"))
    return f"{lead} {random.choice(NUMBERS)} {random.choice(UNITS)}"


def _named(random: Random) -> str:
    month, year = month_text(random), year_text(random)
    return random.choice(
        (
            month,
            month,
            month,
            f"{month} {year}",
            f"{month} {year}",
            f"{month} {year}",
            f"{month} of {year}",
            f"{month} last year",
            f"{month} this year",
            f"last {month}",
            f"this {month}",
            f"{month} '{year[2:]}",
            f"{month}-{year}",
            f"{year}-{random.randint(1, 12):02}",
            f"{random.randint(1, 12):02}/{year}",
        )
    )


def _bigger(random: Random) -> str:
    year, quarter = year_text(random), random.choice("1234")
    word = random.choice(("first", "second", "third", "fourth", "last"))
    return random.choice(
        (
            year,
            year,
            year,
            f"q{quarter}",
            f"q{quarter} {year}",
            f"q{quarter} {year}",
            f"{word} quarter",
            f"{word} quarter of {year}",
            f"{year} q{quarter}",
            f"h{random.choice('12')} {year}",
            f"first half of {year}",
            "second half of the year",
            f"{random.choice(SEASONS)} {year}",
            random.choice(SEASONS),
            f"last {random.choice(SEASONS)}",
            f"fiscal {year}",
            f"fiscal year {year}",
            f"tax year {year}/{int(year[2:]) + 1}",
            f"fy{year[2:]}",
            "year to date",
            "ytd",
            "month to date",
            "christmas",
            f"christmas {year}",
            "the holidays"[4:],
        )
    )


def _near(random: Random) -> str:
    return random.choice(
        (
            "today",
            "yesterday",
            "this week",
            "last week",
            "this month",
            "last month",
            "this year",
            "last year",
            "this month",
            "last month",
            "this year",
            "last year",
        )
    )


def bare_period(random: Random) -> str:
    """A period as a noun: `[last month]`, `the [first quarter]`."""
    draw = random.choices((_near, _relative, _running, _named, _bigger), (0.22, 0.14, 0.1, 0.36, 0.18))[0]
    span = draw(random)
    article = "the " if draw is _running and random.random() < 0.8 else ""
    if (
        span.startswith(("first", "second", "third", "fourth", "current", "previous", "week of"))
        or " quarter of" in span
    ):
        article = "the "
    return f"{article}[{span}]"


def _open_ended(random: Random) -> str:
    point = random.choice(
        (
            month_text(random),
            f"{month_text(random)} {year_text(random)}",
            day(random),
            f"the {ordinal_text(random.randint(1, 28))} of {month_text(random)}",
            year_text(random),
            "last week",
            "christmas",
            "last month",
            "last summer",
            "new year",
            "yesterday",
            random.choice(DAYS),
            "easter",
            f"the start of {random.choice(('the year', 'this month', year_text(random)))}",
            f"the beginning of {month_text(random)}",
        )
    )
    lead = random.choice(OPEN_LEADS)
    return f"[{lead} {point}{random.choice(('', '', '', ' onwards', ' on')) if random.random() < 0.1 else ''}]"


def _closed(random: Random) -> str:
    one, two = month_text(random), month_text(random)
    pairs = (
        (one, two),
        (one, f"{two} {year_text(random)}"),
        (day(random), day(random)),
        (f"{one} {year_text(random)}", f"{two} {year_text(random)}"),
        (year_text(random), year_text(random)),
        (f"the {ordinal_text(random.randint(1, 14))}", f"the {ordinal_text(random.randint(15, 28))} of {one}"),
        (f"{random.randint(1, 12)}", f"{random.randint(13, 28)} {one}"),
        (random.choice(DAYS), random.choice(DAYS)),
    )
    first, last = random.choice(pairs)
    return f"[{random.choice(RANGES).format(first, last)}]"


def _ago(random: Random) -> str:
    return random.choice(
        (
            f"[{random.choice(NUMBERS[:6])} {random.choice(('days', 'weeks', 'months', 'years'))} ago]",
            f"[{random.choice(('a', 'one'))} {random.choice(('week', 'month', 'year'))} ago]",
            "the [month before last]",
            "the [week before last]",
            "the [year before last]",
            "[so far this year]",
            "[so far this month]",
            "[this year so far]",
            "[this month so far]",
            "[the other day]"[0:0] + "[lately]",
            "[recently]",
            "[so far]",
            "in the [last few months]",
            "in the [past couple of weeks]",
            "over the [last year]",
            "over the [last couple of months]",
        )
    )


def _day_like(random: Random) -> str:
    return random.choice(
        (
            f"on [{day(random)}]",
            f"on [{day(random)}]",
            f"on the [{ordinal_text(random.randint(1, 28))} of {month_text(random)}]",
            f"on [{random.choice(DAYS)}]",
            f"[last {random.choice(DAYS)}]",
            f"on [{random.choice(DAYS)}s]",
            "on [weekends]",
            "[last weekend]",
            "[over the weekend]"[0:0] + "over the [weekend]",
            f"in the [week of {day(random)}]",
            f"the [week of {day(random)}]",
            f"at the [end of {month_text(random)}]",
            "at [christmas]",
            "over [christmas]",
            f"in [early {month_text(random)}]",
            f"in [mid {month_text(random)}]",
            f"in [late {month_text(random)}]",
            f"in the [first week of {month_text(random)}]",
            f"in [{month_text(random)} and {month_text(random)}]",
        )
    )


def period_tail(random: Random) -> str:
    """A period with what leads to it, to be added to a question: ` in [march]`, ` [since june]`."""
    shape = random.random()
    if shape < 0.14:
        return " " + odd_period(random)
    if shape < 0.68:
        bare = bare_period(random)
        return " " + _led(random, bare)
    draw = random.choices((_open_ended, _closed, _ago, _day_like), (0.34, 0.24, 0.2, 0.22))[0]
    return " " + draw(random)


def _led(random: Random, bare: str) -> str:
    inner = bare[bare.index("[") + 1 : -1]
    if inner.split()[0] in {"this", "last", "today", "yesterday", "year", "ytd", "month"} and not inner[5:6].isdigit():
        bare_leads = ("", "", "", "", "", "", "for ", "in ", "during ", "within ")
        return random.choice(bare_leads) + bare
    leads = ("in ", "in ", "in ", "in ", "for ", "during ", "over ", "throughout ", "of ", "through ", "within ", "")
    return random.choice(leads) + bare
