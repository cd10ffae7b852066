"""Texts of the Settings page."""


class Settings:
    """How Coffer looks, when it locks, what it keeps, and its model."""

    LOOK = "Look"
    THEME = "Theme"
    THEME_SYSTEM = "As the system"
    THEME_LIGHT = "Light"
    THEME_DARK = "Dark"
    TEXT_SIZE = "Size of text and controls"
    TEXT_SIZE_HELP = "Takes effect when Coffer is locked or opened again."
    VEIL = "Veil amounts when Coffer opens"
    VEIL_HELP = "F9 veils and shows them at any time."
    LOCKING = "Locking"
    AUTO_LOCK = "Lock after"
    MINUTES = "minutes without a key or a click"
    WITH_SCREEN = "Lock with the screen and when the machine sleeps"
    WITH_SCREEN_HELP = (
        "Sleep is noticed on waking. The lock of the screen is noticed on Linux desktops that announce it to their "
        "programs, as GNOME and KDE do; elsewhere only the minutes count."
    )
    INBOX = "Statements"
    INBOX_FOLDER = "Inbox folder"
    INBOX_HELP = "Statements put into this folder are offered for import. Nothing is imported without your review."
    INBOX_NONE = "none chosen"
    CHOOSE = "Choose a folder"
    STOP_WATCHING = "Stop watching"
    KEYS = "Passphrase and keys"
    CHANGE = "Change the passphrase"
    OLD = "Present passphrase"
    NEW = "New passphrase"
    NEW_AGAIN = "New passphrase once more"
    CHANGED = "The passphrase was changed."
    NEW_CODE = "Make a new recovery code"
    NEW_CODE_SENTENCE = "The old code stops working at once."
    KEYRING = "Let this system's keyring open the vault"
    KEYRING_HELP = "Anyone who is signed in as you on this machine could then open it without the passphrase."
    KEYRING_NONE = "This system offers no keyring that Coffer trusts."
    PRIVACY = "Questions"
    SAVE_NOTHING = "Save nothing of my questions"
    SAVE_NOTHING_HELP = "Questions and answers are forgotten when Coffer closes; the trail holds only their count."
    LEARNED = "What your words mean"
    LEARNED_NONE = "Nothing yet. After you correct a payee or a category on an answer, Coffer offers to remember it."
    FORGET = "Forget"
    MODEL = "The model"
    MODEL_NAME = "Name"
    MODEL_SIZE = "Size"
    MODEL_LICENCE = "Licence"
    MODEL_ORIGIN = "From"
    MODEL_SHA = "SHA-256"
    MODEL_SENTENCE = (
        "It turns a question into a plan, inside this machine. It never sees a transaction and never writes a number."
    )
    MODEL_MISSING = "No model is installed. Questions are planned by rules alone."

    @staticmethod
    def meaning(span: str, name: str) -> str:
        """What words of a question always mean."""
        return f"“{span}” means {name}"

    @staticmethod
    def forget(sentence: str) -> str:
        """What a screen reader says for the link that forgets one."""
        return f"Forget that {sentence}"
