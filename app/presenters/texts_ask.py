"""Texts of the Ask page, and of answers that have no figure."""

from collections.abc import Sequence
from typing import ClassVar

from app.assistant.resolved import PERIODS_OFFERED


class Ask:
    """Questions and answer cards."""

    PROMPT = "Ask about your money…"
    FIELD = "Your question"
    SEND = "Ask"
    PROMISE = "Answers are computed on this machine from your transactions"
    EMPTY_TITLE = "Ask in your own words"
    EMPTY = "The model only chooses what to compute; every figure is computed from your transactions and opens them."
    SUGGESTIONS = (
        "What did I spend last month?",
        "Where do I shop most often?",
        "How much on groceries this year?",
        "Spending by month this year",
        "What subscriptions do I pay?",
    )
    INSTEAD = ("What did I spend last month?", "Spending by category this year")
    CAN_BE_ASKED = "You can ask what was spent or earned, when, where and how it changed."
    PLANNING = "Understanding the question"
    COMPUTING = "Computing"
    CANCELLED = "Stopped. Nothing was computed."
    COPY = "Copy the answer"
    COPIED = "The answer was copied. The clipboard is cleared in 10 seconds."
    REMOVE = "Remove this card"
    KEEP_NOTHING = "Save nothing"
    KEEP_NOTHING_WHY = (
        "While this is on, questions leave the page when you do, and the audit trail says only that one was asked. "
        "The words of a question are never written to disk, unless you tell Coffer what they always mean."
    )
    SHOW_ROWS = "Show the table"
    MORE_ROWS = "Show more rows"
    FEWER_ROWS = "Show fewer rows"
    ROW_LABELS: ClassVar = {
        "first": "the first",
        "second": "the second",
        "part": "this part",
        "whole": "of all",
        "now": "now, a month",
        "then": "then, a month",
        "saved": "saved a month",
        "saved_in_a_year": "saved a year",
    }
    HIDE_ROWS = "Hide the table"
    STOP = "Stop"
    ASK_AGAIN = "Ask again"
    DID_YOU_MEAN = "Did you mean"
    ANY_AMOUNT = "any amount"
    NO_UPPER_END = "at least the smaller one"
    NO_LOWER_END = "at most the larger one"
    NOTHING_LEFT_OUT = "nothing left out"
    ALL_ACCOUNTS = "all accounts"
    ALL_CATEGORIES = "all categories"
    ALL_PAYEES = "all payees"
    ALL_TIME = "all time"
    THIS_MONTH = "this month"
    LAST_MONTH = "last month"
    LAST_THREE = "last 3 months"
    THIS_YEAR = "this year"
    LAST_YEAR = "last year"
    NOT_GROUPED = "not grouped"
    BY_PAYEE = "by payee"
    BY_CATEGORY = "by category"
    BY_MONTH = "by month"
    PER_MONTH = "how much per month on average?"
    WHICH = "which transactions?"
    NOTHING_FOUND = "No transaction matches this reading."
    CHECKED = "A figure was not in the result, so only the computed one is shown."

    @staticmethod
    def which_one(choices: Sequence[str]) -> str:
        """A question back."""
        if not choices:
            return "What do you mean? Name a shop, a category, an account or a period."
        if tuple(choices) == PERIODS_OFFERED:
            return "I could not tell which days you mean. Which of these?"
        if len(choices) == 1:
            return f"I am not sure I understood. Do you mean: {choices[0]}?"
        return f"{len(choices)} names match. Which one do you mean?"

    @staticmethod
    def always(span: str, name: str) -> str:
        """Offers to remember a correction."""
        return f"Always understand “{span}” as {name}"

    @staticmethod
    def learned(span: str, name: str) -> str:
        """The offer was taken."""
        return f"“{span}” means {name} from now on. Settings lists it and can forget it."

    @staticmethod
    def change(part: str) -> str:
        """What a screen reader says for a chip of the reading."""
        return f"{part}. Press to change it."

    @staticmethod
    def show_all(count: int) -> str:
        """Opens the transactions behind a figure."""
        return "Show the transaction" if count == 1 else f"Show all {count:,} transactions"

    @staticmethod
    def computed(count: int, *, run: int, plan: int, by_model: bool) -> str:
        """The foot of a card."""
        word = "transaction" if count == 1 else "transactions"
        planned = f"plan by the model in {plan:,} ms" if by_model else "plan by rules"
        of_what = f"computed from {count:,} {word}" if count else "computed"
        return f"{of_what} in {run:,} ms · {planned}"

    @staticmethod
    def and_in(month: str) -> str:
        """A follow-up about another month."""
        return f"and in {month}?"

    @staticmethod
    def times(count: int) -> str:
        """How often, in a table."""
        return f"{count:,}×"


UNSUPPORTED_WORDS = {
    "advice": "Coffer gives no advice.",
    "forecast": "Coffer does not guess the future.",
    "other_people": "Only your own transactions are here.",
    "action": "A question can't change or move anything.",
    "talk": "That is no question about your transactions.",
}
GROUPS = {
    "month": "by month",
    "category": "by category",
    "payee": "by payee",
    "account": "by account",
    "weekday": "by weekday",
    "year": "by year",
}
FLOWS = {
    "spending": "spending",
    "income": "income",
    "refunds": "refunds",
    "transfers": "own transfers",
    "fees": "fees",
    "any": "all transactions",
}
