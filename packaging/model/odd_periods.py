"""Less common ways to say a period: parts of months, holidays, week numbers, the same time last year, to date."""

from random import Random

from pool_words import POOLS

MONTHS = tuple(POOLS["month_names"])
NTH = ("first", "second", "third", "last", "1st", "2nd")


def odd_period(random: Random) -> str:
    """A period with what leads to it, its span in square brackets: `in the [second half of november]`."""
    month, later = random.sample(MONTHS, 2)
    year, number = random.randint(2016, 2032), random.randint(2, 12)
    day, end = random.randint(1, 14), random.randint(15, 28)
    unit = random.choice(("weeks", "months", "days", "years"))
    forms = (
        f"in the [{random.choice(('first', 'second', 'last'))} half of {month}]",
        f"in the [{random.choice(NTH)} week of {month}]",
        f"in the [first {number} {unit} of {year}]",
        f"in the [last {random.choice(('two', 'three', '10'))} {random.choice(('weeks', 'days'))} of {month}]",
        f"on the [last day of {month}]",
        f"on the [{random.choice(('5th', '1st', '23rd', 'first'))} of {random.choice(('last month', 'the month', month))}]",
        f"in [week {random.randint(1, 52)}]",
        f"in [{random.choice(('kw', 'calendar week', 'cw'))} {random.randint(1, 52)}]",
        f"the [week {random.choice(('starting', 'of', 'beginning'))} {month} {end}]",
        f"the [weekend of {end} {month}]",
        f"[{random.choice(('this time', 'this month', 'the same month', 'same period'))} last year]",
        f"in [{month} a year ago]",
        f"[{month} to date]",
        f"[so far in {month}]",
        f"[earlier this {random.choice(('year', 'month', 'week'))}]",
        f"in [{random.choice(('early', 'late', 'mid'))} {random.choice((year, month, 'last year'))}]",
        f"[{month}-{later}]",
        f"[{month[:3]}-{later[:3]} {year}]",
        f"[{day}-{end} {month}]",
        f"[{month} {day}-{end}]",
        f"[{day}.-{end}. {month}]",
        f"from the [{day} to {end} of {month}]",
        f"[from {month} {day} through {end}]",
        f"in [{month}, {later} and {random.choice(MONTHS)}]",
        f"[{month}/{later}]",
        f"over [{random.choice(('easter', 'easter weekend', 'thanksgiving', 'christmas', 'the holidays', 'labor day', 'black friday', 'new year', 'halloween'))}]",
        f"on [{random.choice(('black friday', 'halloween', 'boxing day', 'christmas eve', 'the 4th of july', 'good friday', 'cyber monday'))}]",
        f"in the [{random.choice(('current', 'present', 'running', 'prior'))} {random.choice(('month', 'quarter', 'year'))}]",
        f"in the [last {random.choice(('full', 'complete', 'calendar'))} month]",
        f"over the [last {number} {random.choice(('full', 'whole', 'complete'))} months]",
        f"in the [past {random.choice(('fortnight', 'half year', 'year and a half', '24 hours'))}]",
        f"[last {random.choice(('7d', '30d', '90d', '12m', '3 mo', '6 mths'))}]",
        f"in the [{random.choice(('three', 'six', '12', '3'))} months to {month}]",
        f"[since {random.choice(('the first of', 'mid', 'the end of', 'early'))} {month}]",
        f"[since {random.choice(('easter', 'christmas', 'last christmas', 'the summer', 'thanksgiving', 'labor day'))}]",
        f"[{random.choice(('after', 'before', 'until'))} {random.choice(('easter', 'christmas', 'the summer', f'the {end}th of {month}'))}]",
        f"[{random.choice(('all', 'the whole', 'the entire'))} {random.choice(('year', f'of {year}', f'of {month}'))}]",
        f"in [{random.choice(('q1', 'q2', 'q3', 'q4'))} {random.choice(('of last year', 'last year', f'of {year}'))}]",
        f"[{random.choice(('q1', 'q2'))}-{random.choice(('q3', 'q4'))} {year}]",
        f"in the [{random.choice(('spring', 'summer', 'autumn', 'winter'))} of {random.choice((year, 'last year'))}]",
        f"in [winter {year}/{(year + 1) % 100:02}]",
        f"[between the {day}th and the {end}th of {month}]",
        f"[between {random.choice(('new year', 'easter', 'christmas'))} and {month}]",
        f"[from {month} {year} to {later} {year + 1}]",
        f"[from {random.choice(('last month', 'last monday', month))} to {random.choice(('today', 'now', 'yesterday'))}]",
        f"in [{random.choice(('recent weeks', 'recent months', 'the last few weeks'))}]",
        f"the [{random.choice(('day before yesterday', 'week before last', 'month just gone', 'weekend before last'))}]",
        f"[{random.choice(('monday', 'friday', 'tuesday'))} last week]",
        f"[last {random.choice(('christmas', 'easter', 'winter', 'night', 'weekend'))}]",
        f"[{year} and {year + 1}]",
        f"for [{random.choice(('ytd', 'qtd', 'mtd', 'the tax year', 'this tax year', 'fy 2025', 'the last financial year'))}]",
    )
    return random.choice(forms)
