"""Texts of the Overview page."""


class Overview:
    """The first page: net worth, this month, cash flow, where it went, accounts."""

    NET_WORTH = "Net worth"
    LEFT_OVER = "Left over"
    CASH_FLOW = "Cash flow"
    INCOME = "Income"
    SPENDING = "Spending"
    WHERE = "Where it went"
    SEE_ALL = "See all"
    SEE_ALL_NAME = "See all transactions of this month"
    ACCOUNTS = "Accounts"
    NOTHING_SPENT = "Nothing was spent in this month."
    NO_MONTH_BEFORE = "no earlier month to compare with"
    UNCATEGORISED = "Not sorted yet"
    EMPTY_TITLE = "Your money, on one page"
    EMPTY = "Import a statement and this page shows what you own, what came in, what went out, and where it went."
    EMPTY_ACTION = "Import a statement"
    NOT_COVERED = "no statement"
    OVERLAPPING = "statements overlap"
    OVERLAP_LEGEND = "A bar under a month: statements overlap there. Their rows are counted once."
    OTHER = "and, in other currencies, "

    @staticmethod
    def spent_in(month: str) -> str:
        """Heading of a figure."""
        return f"Spent in {month}"

    @staticmethod
    def earned_in(month: str) -> str:
        """Heading of a figure."""
        return f"Earned in {month}"

    @staticmethod
    def this_month(change: str) -> str:
        """How net worth moved."""
        return f"{change} this month"

    @staticmethod
    def less_than(share: str, month: str) -> str:
        """Spending or income fell."""
        return f"{share} less than {month}"

    @staticmethod
    def more_than(share: str, month: str) -> str:
        """Spending or income rose."""
        return f"{share} more than {month}"

    @staticmethod
    def same_as(month: str) -> str:
        """No change worth a figure."""
        return f"same as {month}"

    @staticmethod
    def of_income(share: str) -> str:
        """What was kept."""
        return f"{share} of income"

    @staticmethod
    def proved(proved: int, covered: int) -> str:
        """The pill at the top."""
        return f"{proved} of {covered} months proved"

    @staticmethod
    def proved_why(proved: int, covered: int) -> str:
        """What the pill means."""
        rest = covered - proved
        if rest == 0:
            return "In every month a statement covers, opening balance and rows add up to the closing balance."
        return f"In {rest} of the months covered, a balance is missing or does not agree."

    @staticmethod
    def month_reading(month: str, *, income: str, spending: str) -> str:
        """What a month of the cash flow says."""
        return f"{month}\nIncome {income}\nSpending {spending}"

    @staticmethod
    def category_reading(category: str, amount: str, *, count: int) -> str:
        """What a bar of the categories says."""
        word = "transaction" if count == 1 else "transactions"
        return f"{category}: {amount}, {count:,} {word}"

    @staticmethod
    def account_line(kind: str, count: str, *, last: str) -> str:
        """The quiet line under an account's name."""
        return " · ".join(part for part in (kind, count, last) if part)

    @staticmethod
    def up_to(day: str) -> str:
        """The last day a statement gave."""
        return f"up to {day}"

    @staticmethod
    def coverage(account: str, *, proved: int, covered: int, months: int, overlapping: int) -> str:
        """What a screen reader says for the strip of months."""
        said = f"{account}: of the last {months} months {covered} are covered by statements, {proved} proved"
        return f"{said}; in {overlapping} of them statements overlap" if overlapping else said


class Accounts:
    """Accounts and their proof."""

    MONTHS_COVERED = "Months covered by statements"
    MONTHS_PROVED = "Months proved"
    MONTHS_MISSING = "Months without a statement"
    MONTHS_OVERLAPPING = "Months where statements overlap"
    WHY_PROVED = "In every statement the rows add up, from balance to balance."
    WHY_UNPROVED = "A statement did not say its opening or closing balance."
    WHY_BROKEN = "In a statement, the rows do not add up to the closing balance."


ACCOUNT_KINDS = {
    "checking": "Checking",
    "savings": "Savings",
    "card": "Card",
    "cash": "Cash",
    "loan": "Loan",
    "investment": "Investment",
}
