"""Texts of the terminal face: help, messages, tables and the demo."""


class Help:
    """What each command and option does."""

    PROGRAM = (
        "Coffer reads bank statements into an encrypted vault and answers questions, offline. No command: the window."
    )
    VAULT = "the vault's folder (default: the installed or portable place)"
    PASSPHRASE_FILE = "a file whose first line is the passphrase (UTF-8); without it the terminal asks"  # noqa: S105
    TODAY = "a fixed calendar day instead of today's, for tests and demos"
    JSON = "one JSON object a line on standard output, and nothing else there"
    PORTABLE = "keep everything beside the program, touch neither the system's folders nor its keyring"
    NEW = "make a vault and print its recovery code once"
    OWN_CURRENCY = "your own currency, a three-letter code (default: USD)"
    IMPORT = "read statements, show what would come in, and commit with --yes or a typed yes"
    INTO_ACCOUNT = "the account they belong to; made if there is none of this name"
    KIND = "what kind of account it is"
    CURRENCY = "the currency where the file names none"
    DRY_RUN = "only show; keep nothing"
    YES = "commit without asking"
    UNDO = "take a past import back"
    TRANSACTIONS = "list committed transactions"
    OF_ACCOUNT = "only this account (name or number)"
    FROM = "first day, YYYY-MM-DD"
    TO = "last day, YYYY-MM-DD"
    SEARCH = "only where payee, memo, category, reference or amount has this text"
    CSV = "as CSV on standard output"
    ACCOUNTS = "accounts, balances, statement coverage and proof"
    ASK = "answer a question about your money"
    STDIN = 'read one JSON object {"question": ...} a line, answer one a line, keep the model warm'
    WIPE = "wipe every cache and print the receipt"
    WIPE_DRY_RUN = "only show what a wipe would remove"
    CHECK = "check the protection: lock, model, written places, audit trail"
    AUDIT = "the audit trail"
    VERIFY = "also check the chain of digests"
    EXPORT = "write CSV, OFX or an encrypted backup (.coffer), by the file's ending"
    RESTORE = "open a backup (.coffer) into a new vault"
    DEMO = "a throw-away vault from the sample statements"


class Messages:
    """What a command says."""

    SEE_HELP = "See coffer --help, or coffer COMMAND --help."
    ASK_PASSPHRASE = "Passphrase: "  # noqa: S105 - a prompt
    ASK_NEW_PASSPHRASE = "New passphrase: "  # noqa: S105 - a prompt
    ASK_AGAIN = "The same once more: "
    NOT_THE_SAME = "The two were not the same."
    TYPE_BOTH = "Type the same passphrase twice."
    NO_TERMINAL = "There is no terminal to ask for the passphrase on."
    USE_FILE = "Give it with --passphrase-file FILE."
    NO_FILE_READ = "The passphrase file can't be read."
    CHECK_FILE = "Check its path and that you may read it."
    EMPTY_PASSPHRASE = "The passphrase is empty."  # noqa: S105 - a message
    LONGER = "Choose a passphrase of a few words."
    NO_QUESTION = "There is no question."
    GIVE_QUESTION = 'Write it in quotes: coffer ask "How much did I spend on groceries?", or use --stdin.'
    NO_DISPLAY = "There is no display to open the window on."
    USE_COMMANDS = "Use the commands (coffer --help), or coffer demo."
    VAULT_MADE = "The vault is made."
    RECOVERY = "Recovery code (shown once; write it down and keep it apart):"
    COMMIT = "Commit these transactions? Type yes: "
    NOT_COMMITTED = "Nothing was committed."
    YES = "yes"
    NOTHING = "nothing"
    CHAIN_WHOLE = "The chain of digests is whole."
    RESTORED = "The backup is restored into a new vault; it opens with the backup's passphrase."
    NOT_JSON = "The line is not a JSON object with a question."
    LINE_FORM = 'Send one object a line: {"question": "How much did I spend in May 2026?"}.'

    @staticmethod
    def usage(detail: str) -> str:
        """A wrong command line."""
        return f"The command was not understood: {detail}."

    @staticmethod
    def not_a_day(text: str) -> str:
        """A text that is no calendar day."""
        return f"“{text}” is no day; write YYYY-MM-DD"

    @staticmethod
    def undone(batch: str, count: int) -> str:
        """An import was taken back."""
        return f"{batch} is undone: {count:,} transactions taken back."

    @staticmethod
    def exported(count: int, file: str) -> str:
        """An export was written."""
        return f"{count:,} transactions written to {file}."

    @staticmethod
    def backed_up(size: int, file: str) -> str:
        """A backup was written."""
        return f"Encrypted backup of {size:,} bytes written to {file}. It opens with your passphrase."

    @staticmethod
    def chain_broken(number: int) -> str:
        """The audit chain has a bad entry."""
        return f"The chain of digests breaks at entry {number}."

    @staticmethod
    def choose(question: str) -> str:
        """A decision is asked for on the terminal."""
        return f"Which {question.replace('_', ' ')}? "


class ImportLines:
    """How an import is shown to people."""

    @staticmethod
    def head(file: str, status: str, *, seconds: str) -> str:
        """One file's heading."""
        return f"{file}: {status.replace('_', ' ')} ({seconds} s)"

    @staticmethod
    def reading(parts: tuple[str, ...]) -> str:
        """How the file was read."""
        return "  read as " + ", ".join(parts)

    @staticmethod
    def account(name: str, *, rows: int, new: int, duplicates: int) -> str:
        """One account's counts."""
        return f"  {name}: {rows:,} rows, {new:,} new, {duplicates:,} already there"

    @staticmethod
    def sums(total: str, *, first: str, last: str, proof: str) -> str:
        """One account's sum and proof."""
        return f"    sum {total}, {first} to {last}, {proof}"

    @staticmethod
    def finding(severity: str, message: str, *, line: int | None) -> str:
        """One finding."""
        where = f" (line {line})" if line is not None else ""
        return f"  {severity}: {message}{where}"


class DemoTexts:
    """The demo without a display."""

    START = "Coffer's demo: a throw-away vault, three sample statements, five questions. Nothing leaves this machine."
    LOCK = "Network: "
    END = "The throw-away vault is deleted."
    QUESTIONS = (
        "How much did I spend on groceries in October 2026?",
        "What was my biggest expense in July 2026?",
        "How much was my income in the first quarter of 2026?",
        "Which subscriptions do I have?",
        "Was I charged twice for anything in March 2026?",
    )

    @staticmethod
    def proved(name: str, rows: int, *, proof: str) -> str:
        """One account of the sample statements."""
        return f"  {name}: {rows:,} transactions, balances {proof}"

    @staticmethod
    def foot(count: int, milliseconds: int, *, by: str) -> str:
        """The line under an answer."""
        return f"  computed from {count:,} transactions in {milliseconds} ms, plan by the {by}"
