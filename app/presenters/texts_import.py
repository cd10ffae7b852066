"""Texts of the Import page."""


class Importing:
    """Drop zone, review, past imports."""

    DROP = "Drop statements here"
    DROP_NOW = "Let go to read them"
    DROP_WHY = (
        "CSV, Excel, OFX, QFX, QIF, CAMT, MT940 or PDF, many at once. They are read in a process without any access."
    )
    CHOOSE = "Choose files"
    CHOOSE_TITLE = "Choose statements"
    KINDS = (
        "Statements (*.csv *.tsv *.txt *.xlsx *.ods *.ofx *.qfx *.qif *.xml *.sta *.mt940 *.940 *.pdf);;All files (*)"
    )
    WAITING = "Waiting for your review"
    PAST = "Past imports"
    NO_PAST = "Nothing has been imported yet."
    REVIEW = "Review"
    DISCARD = "Discard"
    DISMISS = "Dismiss"
    BACK = "All imports"
    UNDO = "Undo"
    UNDONE = "taken back"
    READ_TITLE = "Reading statements"
    REFUSED = "Not imported"
    READY = "Ready"
    DECIDE = "Needs your decision"
    NOTHING_NEW = "Nothing new"
    TO_DO = "What to do: "
    REFUSED_REMEDY = "Download the statement again from your bank, as CSV or OFX, and drop it here."
    FINDINGS = "Worth knowing"
    ROWS = "Rows"
    TAKE = "Take in"
    DAY = "Day"
    PAYEE = "Payee"
    MEMO = "Memo"
    AMOUNT = "Amount"
    FOUND = "What was found"
    INCLUDED = "will be added"
    LEFT_OUT = "left out"
    ACCOUNT = "Goes to"
    NEW_ACCOUNT = "New account…"
    NEW_TITLE = "A new account for this statement"
    NEW_NAME = "Name of the account"
    KIND = "Kind of account"
    USE = "Use this account"
    TAKE_ALL = "Take in all"
    TAKE_NEW = "Only what is new"
    TAKE_NONE = "Leave all out"
    NEW = "new"
    DUPLICATE = "already there"
    SETTLES = "settles a pending one"
    ANOTHER_ONE = "another one"
    YOU_ADDED = "you say that it is no duplicate"
    YOU_LEFT_OUT = "you left it out"
    SAY_ANOTHER = "No duplicate: add it"
    SAY_SAME = "The same one: leave it out"
    TURN_NAME = "What these rows are"
    DECISION_WHY = "The file can be read in more than one way. Look at the rows both ways and choose the right one."
    UNREADABLE_WHY = "What can't be read is left out, and the statement stays unproved. These are the first of them:"
    ACCOUNT_WHY = "Several accounts had files of this name. Choose the one that these rows are of."
    WRONG_ACCOUNT_WHY = "Choose the account it belongs to below, or say that it goes here:"
    NOTHING_TO_ADD = "Nothing is marked to be added."
    DECIDE_FIRST = "Decide the question below first."
    MORE_NEW = "new account"

    @staticmethod
    def inbox(folder: str) -> str:
        """The folder that is watched."""
        return f"Files saved to {folder} are read by themselves and wait here for your review."

    @staticmethod
    def counts(rows: int, *, new: int, duplicates: int) -> str:
        """What a file brings."""
        words = f"{rows:,} row" if rows == 1 else f"{rows:,} rows"
        parts = [words, f"{new:,} new"]
        if duplicates:
            parts.append(f"{duplicates:,} already there")
        return " · ".join(parts)

    @staticmethod
    def add(count: int) -> str:
        """The button that commits."""
        return "Add 1 transaction" if count == 1 else f"Add {count:,} transactions"

    @staticmethod
    def adds(parts: str) -> str:
        """What committing will do."""
        return f"Adds {parts}. You can undo it at any time."

    @staticmethod
    def to_account(count: int, *, account: str, new: bool) -> str:
        """One account's part of a commit."""
        words = "1 transaction" if count == 1 else f"{count:,} transactions"
        return f"{words} to {'the new account ' if new else ''}{account}"

    @staticmethod
    def added(count: int, file: str) -> str:
        """After a commit."""
        words = "1 transaction was" if count == 1 else f"{count:,} transactions were"
        return f"{words} added from {file}."

    @staticmethod
    def discarded(file: str) -> str:
        """After a discard."""
        return f"{file} was discarded. Nothing was changed."

    @staticmethod
    def undo_title(file: str) -> str:
        """Asks before an undo."""
        return f"Take back {file}?"

    @staticmethod
    def undo_why(count: int) -> str:
        """What an undo does."""
        words = "its 1 transaction leaves" if count == 1 else f"its {count:,} transactions leave"
        return (
            f"This import is taken back as a whole: {words} your books, but what another import has too stays. "
            "The same file can be imported again later."
        )

    @staticmethod
    def undone(count: int) -> str:
        """After an undo."""
        return "1 transaction was taken back." if count == 1 else f"{count:,} transactions were taken back."

    @staticmethod
    def review_name(file: str) -> str:
        """A review button's words for a screen reader."""
        return f"Review {file}"

    @staticmethod
    def discard_name(file: str) -> str:
        """A discard button's words for a screen reader."""
        return f"Discard {file}"

    @staticmethod
    def undo_name(file: str) -> str:
        """An undo button's words for a screen reader."""
        return f"Undo the import of {file}"

    @staticmethod
    def why_account(reason: str) -> str:
        """Why a statement goes to an account."""
        return f"chosen by {reason}" if reason and reason != Importing.MORE_NEW else ""

    @staticmethod
    def past_line(transactions: int, when: str) -> str:
        """The quiet line of a past import."""
        words = "1 transaction" if transactions == 1 else f"{transactions:,} transactions"
        return f"{words} · {when}"

    @staticmethod
    def missing(what: str) -> str:
        """Why a statement is not proved."""
        return f"The statement does not state its {what} balance." if what else "The statement states no balances."

    @staticmethod
    def proved_between(missing: str) -> str:
        """What running balances prove where the file states no opening, no closing, or neither balance."""
        places = {"opening": "before the first row", "closing": "after the last row"}
        where = places.get(missing, "before or after them")
        unsaid = f"The file states no {missing.replace(' and ', ' or ')} balance"
        between = "Each row leads from one running balance to the next."
        return f"{between} {unsaid}, so a row missing {where} would not show."

    @staticmethod
    def broken(line: int | None, *, expected: str, found: str) -> str:
        """Where a sum breaks."""
        where = f"At line {line}" if line is not None else "At the closing balance"
        return f"{where} the balance should be {expected}, but the statement says {found}."

    @staticmethod
    def more_findings(count: int) -> str:
        """Findings that are not shown."""
        return f"and {count:,} more"

    @staticmethod
    def lines(line: int | None, column: str | None) -> str:
        """Where in the file."""
        return " · ".join(part for part in (f"line {line:,}" if line else "", column or "") if part)


FORMATS = {
    "csv": "CSV",
    "ofx": "OFX",
    "qif": "QIF",
    "camt": "CAMT",
    "mt940": "MT940",
    "pdf": "PDF",
    "xlsx": "Excel",
}
DATE_ORDERS = {"dmy": "day first", "mdy": "month first", "ymd": "year first"}
DECIMALS = {",": "decimal comma", ".": "decimal point"}
DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
SIGNS = {
    "inverted": "charges printed as positive",
    "two_columns": "money in and out in two columns",
    "flag_column": "a column says which way money went",
}
QUESTIONS = {
    "date_order": "Which part of a date comes first?",
    "decimal": "What marks the decimals?",
    "sign": "Which way did the money go?",
    "account": "Which account is this?",
    "currency": "Which currency is this?",
    "wrong_account": "Does this statement belong on this account?",
    "unreadable_rows": "Some rows can't be read. Import the others?",
}
WHY_ASKED = {
    "account": Importing.ACCOUNT_WHY,
    "wrong_account": Importing.WRONG_ACCOUNT_WHY,
    "unreadable_rows": Importing.UNREADABLE_WHY,
}
"""What to look at; any other question is one of reading."""
CHOICES = {
    "dmy": "Day first",
    "mdy": "Month first",
    "ymd": "Year first",
    ",": "Comma",
    ".": "Point",
    "as_printed": "As printed",
    "inverted": "The other way round",
    "put_it_there": "Yes, put it there",
    "import_the_rest": "Import the rows that can be read",
}
