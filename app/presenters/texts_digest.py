"""Texts of the digest: one sentence a line; every figure in them is handed in."""


class Digest:
    """What changed in a month, and why."""

    HEADING = "The month in short"

    @staticmethod
    def title(month: str) -> str:
        """Heading of the card."""
        return f"{month} in short"

    @staticmethod
    def usual(first: str, last: str) -> str:
        """What the month is compared with."""
        return f"usual: {first}" if first == last else f"usual: an average month, {first} to {last}"

    @staticmethod
    def nothing_before() -> str:
        """There is no month to compare with."""
        return "no earlier month to compare with"

    @staticmethod
    def spent(amount: str, *, change: str) -> str:
        """The month's spending."""
        return f"You spent {amount}{change}"

    @staticmethod
    def earned(amount: str, *, change: str) -> str:
        """The month's income."""
        return f"You earned {amount}{change}"

    @staticmethod
    def change(amount: str, *, more: bool) -> str:
        """How that differs; the amount is empty where it does not."""
        if not amount:
            return ", as usual"
        return f", {amount} {'more' if more else 'less'} than usual"

    @staticmethod
    def left(amount: str, *, short: bool) -> str:
        """What was kept, or what was missing."""
        return f"You spent {amount} more than you earned" if short else f"That left {amount}"

    @staticmethod
    def year(month: str, *, amount: str, change: str, less: bool) -> str:
        """The same month a year before."""
        if not change:
            return f"In {month} you spent the same"
        return f"In {month} you spent {amount}, {change} {'less' if less else 'more'}"

    @staticmethod
    def driver(label: str, *, change: str, more: bool) -> str:
        """What a part of the spending added or took away."""
        return f"{label}: {change} {'more' if more else 'less'} than usual"

    @staticmethod
    def elsewhere(category: str) -> str:
        """What is left of a category without the payee that is told apart."""
        return f"{category} elsewhere"

    @staticmethod
    def driver_alone(label: str, amount: str) -> str:
        """A part that there usually is nothing of."""
        return f"{label}: {amount}, usually nothing"

    @staticmethod
    def driver_missing(label: str, usual: str) -> str:
        """A part that there was nothing of."""
        return f"{label}: nothing, usually {usual}"

    @staticmethod
    def raised(payee: str, *, before: str, after: str) -> str:
        """A recurring payment that went up."""
        return f"{payee} went from {before} to {after}"

    @staticmethod
    def new(payee: str, amount: str) -> str:
        """A subscription that was not there before."""
        return f"New subscription: {payee}, {amount}"

    @staticmethod
    def ended(payee: str, day: str) -> str:
        """A subscription that is no longer paid."""
        return f"{payee} looks ended: last paid on {day}"

    @staticmethod
    def unusual(payee: str, amount: str) -> str:
        """One charge far above what is usual."""
        return f"{payee}: {amount} is far above the usual"

    @staticmethod
    def doubled(payee: str, amount: str) -> str:
        """Two equal charges close together."""
        return f"{payee} charged {amount} twice"

    @staticmethod
    def several(count: int, what: str, *, names: str) -> str:
        """More than one of a kind."""
        return f"{count} {what}: {names}"

    UNUSUAL_CHARGES = "charges are far above the usual"
    DOUBLED_CHARGES = "charges look doubled"

    @staticmethod
    def about(what: str, month: str) -> str:
        """The question that a line answers, on its card."""
        return f"{what}, {month}"

    @staticmethod
    def open(sentence: str) -> str:
        """What a screen reader says for a line."""
        return f"{sentence}. Press to see how it was computed."


DIGEST_QUESTIONS = {
    "spent": "Spending",
    "earned": "Income",
    "left": "Income less spending",
    "year": "Spending against a year before",
    "raised": "Payments that went up",
    "new": "New subscription",
    "ended": "Ended subscription",
    "unusual": "Charges far above the usual",
    "doubled": "Charges that look doubled",
}
