"""Texts of the shell: rail, status bar, command bar, key map and shared controls."""


class Words:
    """Words used by more than one page."""

    APP = "Coffer"
    CANCEL = "Cancel"
    CLOSE = "Close"
    COPY = "Copy"
    COPIED = "Copied. The clipboard is cleared in 10 seconds."
    TRY_AGAIN = "Try again"
    SHOW = "Show what was typed"
    HIDE = "Hide what was typed"
    SEARCH = "Search"
    VEILED = "•••••"
    TODAY = "today"
    YESTERDAY = "yesterday"
    CRASHED = "Something went wrong inside Coffer"
    CRASHED_REMEDY = "Nothing was changed. Try again; if it happens again, close Coffer and open it once more."
    DISMISS = "Dismiss this message"

    @staticmethod
    def line(number: int) -> str:
        """A line of a file."""
        return f"line {number:,}"


class PageNames:
    """The pages as the rail, the command bar and the titles name them."""

    OVERVIEW = "Overview"
    TRANSACTIONS = "Transactions"
    IMPORT = "Import"
    ASK = "Ask"
    RECURRING = "Recurring"
    PRIVACY = "Privacy"
    SETTINGS = "Settings"


class Proof:
    """The proof badge and its small sum."""

    PROVED = "Proved"
    UNPROVED = "Unproved"
    BROKEN = "Broken"
    OPENING = "Opening balance"
    CLOSING = "Closing balance"
    EXPECTED = "Sum of opening and rows"
    DIFFERENCE = "Difference"
    TITLE = "How this was proved"

    @staticmethod
    def broken_at(row: int) -> str:
        """The badge when the sum stops being right at a row of the statement."""
        return f"Broken at row {row}"

    @staticmethod
    def rows(count: int) -> str:
        """The middle line of the sum."""
        return f"{count:,} row" if count == 1 else f"{count:,} rows"

    @staticmethod
    def spoken(word: str) -> str:
        """What a screen reader says for the badge."""
        return f"Proof: {word}. Press to see the sum."


class Network:
    """The network light: always a dot and words."""

    LOCKED = "Offline: locked by the kernel"
    OS_RULE = "Offline: blocked by a rule of this system"
    WATCHING = "Not locked on this system: watching only"
    UNLOCKED = "Not locked"
    UNKNOWN = "Checking the lock"
    SEE = "Show what was attempted"

    @staticmethod
    def refused(time: str, process: str, *, target: str) -> str:
        """The light after an attempt nobody has looked at yet."""
        return f"Attempt refused {time}, {process} to {target}" if target else f"Attempt refused {time}, {process}"

    @staticmethod
    def attempts(count: int) -> str:
        """The count beside the light."""
        return f"{count:,} attempt since start" if count == 1 else f"{count:,} attempts since start"


class Status:
    """The right end of the status bar."""

    LOCKED = "Vault locked"
    UNLOCKED = "Vault unlocked"
    NO_IMPORT = "nothing imported yet"

    @staticmethod
    def locks_in(minutes: int) -> str:
        """How long until the vault locks by itself."""
        return f"locks after {minutes} min"

    @staticmethod
    def last_import(when: str) -> str:
        """When statements came in last."""
        return f"last import {when}"


class Commands:
    """The command bar and the key map."""

    TITLE = "Command bar"
    PROMPT = "Go to a page or do something"
    NOTHING = "No command has these words"
    KEYS = "Keys"
    OPEN = "Open the command bar"
    SEARCH = "Search this page"
    KEY_MAP = "Show the keys"
    VEIL = "Veil or show amounts"
    LOCK = "Lock the vault"
    THEME = "Change between light and dark"
    REFRESH = "Read this page again"

    @staticmethod
    def go_to(page: str) -> str:
        """A command that opens a page."""
        return f"Go to {page}"


class Progress:
    """Rows that show long work."""

    CANCELLING = "Stopping"

    @staticmethod
    def counted(done: int, total: int) -> str:
        """How far, counted."""
        return f"{done:,} of {total:,}"

    @staticmethod
    def elapsed(seconds: int) -> str:
        """How long so far."""
        minutes, rest = divmod(seconds, 60)
        return f"{minutes} min {rest} s" if minutes else f"{rest} s"


PHASES = {
    "reading": "reading the file",
    "proving": "proving the balances",
    "matching": "looking for what is known already",
    "writing": "writing to the vault",
    "wiping": "wiping",
    "scanning": "looking for what is left",
}
"""What each phase of long work is called; a phase that is not here goes unnamed."""
