"""Texts of the Transactions page."""


class Transactions:
    """The list, its filters, and the panel of one transaction."""

    SEARCH = "Search payee, memo, category, reference, amount"
    DAY = "Day"
    PAYEE = "Payee"
    CATEGORY = "Category"
    ACCOUNT = "Account"
    AMOUNT = "Amount"
    ALL_ACCOUNTS = "All accounts"
    ALL_TIME = "All time"
    ALL_CATEGORIES = "All categories"
    NO_CATEGORY = "Not sorted yet"
    THIS_MONTH = "This month"
    LAST_MONTH = "Last month"
    LAST_THREE = "Last 3 months"
    THIS_YEAR = "This year"
    LAST_YEAR = "Last year"
    CLEAR = "Clear"
    CLEAR_NAME = "Clear search and filters"
    EXPORT = "Export"
    EXPORT_TITLE = "Export what is shown"
    EXPORT_KINDS = "CSV (*.csv);;OFX (*.ofx)"
    TABLE = "Transactions"
    EMPTY_TITLE = "Every transaction, in one list"
    EMPTY = "Import a statement and its transactions are here, to be searched, sorted and put right."
    EMPTY_ACTION = "Import a statement"
    NOTHING = "No transaction matches."
    DETAILS = "Details"
    CLOSE = "Close the details"
    CHANGE_CATEGORY = "Category"
    CHANGE_PAYEE = "Payee"
    SAVE_PAYEE = "Rename"
    PAYEE_WHY = "The new name is remembered for this printed payee."
    FROM_IMPORT = "Show this import"
    MADE_ON = "Made on"
    BOOKED_ON = "Booked on"
    VALUE_ON = "Value on"
    PRINTED = "Printed as"
    MEMO = "Memo"
    KIND = "Kind"
    REFERENCE = "Bank reference"
    IMPORT = "Import"
    BEHIND = "Behind an answer"
    ONE_IMPORT = "One import"

    @staticmethod
    def count(count: int) -> str:
        """How many are shown."""
        return "1 transaction" if count == 1 else f"{count:,} transactions"

    @staticmethod
    def selected(count: int) -> str:
        """The heading of the panel for several."""
        return f"{count:,} transactions"

    @staticmethod
    def several(names: int) -> str:
        """A filter with several names."""
        return f"{names} categories"

    @staticmethod
    def only(what: str) -> str:
        """A filter that came from another page; a press clears it."""
        return f"{what}. Press to show all."

    @staticmethod
    def sorted_into(count: int, category: str) -> str:
        """After a change of category."""
        return f"{Transactions.count(count)} put into {category}."

    @staticmethod
    def renamed(count: int, payee: str) -> str:
        """After a change of payee."""
        return f"{Transactions.count(count)} now from {payee}."

    @staticmethod
    def exported(count: int, name: str) -> str:
        """After an export."""
        return f"{Transactions.count(count)} written to {name}."


KINDS = {"expense": "Expense", "income": "Income", "transfer": "Own transfer", "refund": "Refund"}
