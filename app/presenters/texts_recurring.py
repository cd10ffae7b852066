"""Texts of the Recurring page, of what comes up, and of what is worth a look."""

from app.presenters.texts_shell import Words


class Recurring:
    """What comes back at a steady interval."""

    TABLE = "Recurring payments"
    PAYEE = "Payee"
    CATEGORY = "Category"
    EVERY = "How often"
    NEXT = "Next"
    AMOUNT = "Amount"
    PER_YEAR = "A year"
    MONTHLY_FIGURE = "A month, on average"
    YEARLY_FIGURE = "A year"
    YEARLY_NOTE = "at today's amounts"
    AHEAD_FIGURE = "In the next 30 days"
    ACTIVE = "Still paid"
    ENDED = "Ended"
    DETAILS = "This payment"
    CLOSE = "Close the details"
    FIRST_PAID = "First paid"
    LAST_PAID = "Last paid"
    TIMES = "Times paid"
    CHANGES = "How the amount changed"
    NO_CHANGES = "The amount has never changed."
    EMPTY_TITLE = "What comes back by itself"
    EMPTY = (
        "Once three months of statements are here, this page finds rent, insurance, subscriptions and the like, and "
        "says what they cost a year."
    )
    EMPTY_ACTION = "Import a statement"
    NONE_ENDED = "No recurring payment has ended in the last two years."
    NONE_ACTIVE = "No recurring payment is being made now."
    NOT_SEEN = "no statement yet"

    @staticmethod
    def evidence(count: int) -> str:
        """The link to the transactions it was found in."""
        return f"Show the {count:,} transactions"

    @staticmethod
    def payments(count: int) -> str:
        """How many are in a sum."""
        return f"{count:,} payment" if count == 1 else f"{count:,} payments"

    @staticmethod
    def changed(before: str, after: str) -> str:
        """A change of amount."""
        return f"{before} to {after}"

    @staticmethod
    def others(count: int) -> str:
        """What the sums leave out."""
        return f"at today's amounts, without {count:,} in another currency"


INTERVALS = {
    "weekly": "every week",
    "fortnightly": "every two weeks",
    "monthly": "every month",
    "quarterly": "every quarter",
    "yearly": "every year",
}


class Ahead:
    """The Overview's two small cards."""

    COMING_UP = "Coming up"
    WORTH_A_LOOK = "Worth a look"
    LOOK = "Look"
    NOTHING_UP = "No recurring payment is expected in the next 30 days."
    NOTHING_ODD = "No charge looks doubled, raised or unusual."
    SEE_ALL = "See all"
    SEE_ALL_NAME = "See all recurring payments"

    @staticmethod
    def in_days(amount: str) -> str:
        """The sum of what comes up."""
        return f"{amount} in 30 days"

    @staticmethod
    def more(count: int) -> str:
        """How many are not listed."""
        return f"and {count:,} more"

    @staticmethod
    def doubled(payee: str, amount: str) -> str:
        """Two equal charges close together."""
        return f"{payee} charged {amount} twice"

    @staticmethod
    def raised(payee: str, *, before: str, after: str) -> str:
        """A recurring payment that went up."""
        return f"{payee} went from {before} to {after}"

    @staticmethod
    def unusual(payee: str, *, amount: str, usual: str) -> str:
        """A charge far above what is usual."""
        return f"{payee}: {amount}, usually about {usual}"

    @staticmethod
    def veiled(payee: str) -> str:
        """What is said while amounts are veiled."""
        return f"{payee}: {Words.VEILED}"

    @staticmethod
    def look_at(sentence: str) -> str:
        """What a screen reader says for a Look link."""
        return f"Look: {sentence}"
