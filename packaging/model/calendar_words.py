"""Ways to say a period or a day; the span that the plan copies stands in square brackets."""

from random import Random

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
RELATIVE_UNITS = (
    "month",
    "month",
    "month",
    "year",
    "year",
    "week",
    "quarter",
    "weekend",
    "summer",
    "winter",
    "fiscal year",
    "half year",
)
OPEN_LEADS = (
    "since",
    "since",
    "since",
    "from",
    "after",
    "before",
    "until",
    "up to",
    "till",
    "starting",
    "as of",
    "up until",
    "ever since",
)
RANGES = (
    "between {} and {}",
    "between {} and {}",
    "from {} to {}",
    "from {} to {}",
    "from {} until {}",
    "from {} through {}",
    "{} to {}",
    "{} through {}",
    "{} - {}",
    "{} till {}",
)
SEASONS = ("spring", "summer", "autumn", "fall", "winter")


def _year(random: Random) -> str:
    return str(random.randint(2016, 2032))


def _month(random: Random) -> str:
    return random.choice(MONTHS if random.random() < 0.75 else SHORT)


def _ordinal(day: int) -> str:
    ending = "th" if 10 < day % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"


def day(random: Random) -> str:
    """A calendar day as people write it, without a leading article."""
    number, month = random.randint(1, 28), _month(random)
    year = random.choice(("", "", "", f" {_year(random)}"))
    return random.choice(
        (
            f"{month} {number}{',' if year and random.random() < 0.5 else ''}{year}",
            f"{month} {_ordinal(number)}{year}",
            f"{number} {month}{year}",
            f"{_ordinal(number)} {month}{year}",
            f"{_ordinal(number)} of {month}{year}",
            f"{_year(random)}-{random.randint(1, 12):02}-{number:02}",
            f"{random.randint(1, 12):02}/{number:02}/{_year(random)}",
            f"{number:02}.{random.randint(1, 12):02}.{_year(random)}",
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
    month, year = _month(random), _year(random)
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
    year, quarter = _year(random), random.choice("1234")
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
            _month(random),
            f"{_month(random)} {_year(random)}",
            day(random),
            f"the {_ordinal(random.randint(1, 28))} of {_month(random)}",
            _year(random),
            "last week",
            "christmas",
            "last month",
            "last summer",
            "new year",
            "yesterday",
            random.choice(DAYS),
            "easter",
            f"the start of {random.choice(('the year', 'this month', _year(random)))}",
            f"the beginning of {_month(random)}",
        )
    )
    lead = random.choice(OPEN_LEADS)
    return f"[{lead} {point}{random.choice(('', '', '', ' onwards', ' on')) if random.random() < 0.1 else ''}]"


def _closed(random: Random) -> str:
    one, two = _month(random), _month(random)
    pairs = (
        (one, two),
        (one, f"{two} {_year(random)}"),
        (day(random), day(random)),
        (f"{one} {_year(random)}", f"{two} {_year(random)}"),
        (_year(random), _year(random)),
        (f"the {_ordinal(random.randint(1, 14))}", f"the {_ordinal(random.randint(15, 28))} of {one}"),
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
            f"on the [{_ordinal(random.randint(1, 28))} of {_month(random)}]",
            f"on [{random.choice(DAYS)}]",
            f"[last {random.choice(DAYS)}]",
            f"on [{random.choice(DAYS)}s]",
            "on [weekends]",
            "[last weekend]",
            "[over the weekend]"[0:0] + "over the [weekend]",
            f"in the [week of {day(random)}]",
            f"the [week of {day(random)}]",
            f"at the [end of {_month(random)}]",
            "at [christmas]",
            "over [christmas]",
            f"in [early {_month(random)}]",
            f"in [mid {_month(random)}]",
            f"in [late {_month(random)}]",
            f"in the [first week of {_month(random)}]",
            f"in [{_month(random)} and {_month(random)}]",
        )
    )


def period_tail(random: Random) -> str:
    """A period with what leads to it, to be added to a question: ` in [march]`, ` [since june]`."""
    shape = random.random()
    if shape < 0.66:
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


def day_tail(random: Random) -> str:
    """A day on which something stood so or so: ` on [march 3]`, ` at the [end of june]`."""
    return " " + random.choice(
        (
            f"on [{day(random)}]",
            f"on [{day(random)}]",
            f"on [{day(random)}]",
            f"on the [{_ordinal(random.randint(1, 28))} of {_month(random)}]",
            f"at the [end of {_month(random)}]",
            f"at the [end of {_month(random)} {_year(random)}]",
            f"at the [end of {_year(random)}]",
            f"at the [end of last {random.choice(('month', 'year', 'week', 'quarter'))}]",
            f"[last {random.choice(DAYS)}]",
            "[yesterday]",
            "[today]",
            "right [now]",
            "[now]",
            "[a year ago]",
            f"[{random.choice(NUMBERS[:6])} {random.choice(('days', 'weeks', 'months'))} ago]",
            f"at the [start of {_month(random)}]",
            f"at the [beginning of {_year(random)}]",
            f"in [{_month(random)}]",
            f"in [{_month(random)} {_year(random)}]",
            "[last month]",
            "[last year]",
            f"as of [{day(random)}]",
            f"by the [end of {_month(random)}]",
            "at [month end]",
            f"in [{_year(random)}]",
            "on [new year's eve]",
            "[this morning]",
        )
    )
