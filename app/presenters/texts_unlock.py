"""Texts of the Unlock and Create page."""


class Unlock:
    """Opening a vault, or making one."""

    TITLE = "Unlock your vault"
    SENTENCE = "Your money is encrypted on this machine. Only your passphrase opens it."
    PASSPHRASE = "Passphrase"  # noqa: S105 -- a label, no secret
    UNLOCK = "Unlock"
    UNLOCKING = "Opening the vault"
    USE_RECOVERY = "Use the recovery code"
    USE_PASSPHRASE = "Use the passphrase"  # noqa: S105 -- a label, no secret
    USE_KEYRING = "Open with this system's keyring"
    RECOVERY_TITLE = "Open with the recovery code"
    RECOVERY_SENTENCE = "The code you were shown when the vault was made. Small and capital letters are the same."
    RECOVERY_CODE = "Recovery code"

    @staticmethod
    def wait(seconds: int) -> str:
        """After wrong passphrases the next try has to wait."""
        return f"Try again in {seconds} s"


class Create:
    """Making a vault."""

    TITLE = "Make your vault"
    SENTENCE = (
        "Everything you import is kept in one encrypted vault on this machine. Choose a passphrase you can remember: "
        "nobody can open the vault without it."
    )
    PASSPHRASE = "Passphrase"  # noqa: S105 -- a label, no secret
    AGAIN = "Passphrase once more"
    CURRENCY = "Your currency"
    CREATE = "Make the vault"
    CREATING = "Making the vault"
    KEYRING = "Let this system's keyring open it too"
    DIFFERENT = "The two passphrases differ."
    DIFFERENT_REMEDY = "Type the same passphrase twice."
    EMPTY = "The passphrase is empty."
    EMPTY_REMEDY = "Type a few words that belong together only for you."


class Strength:
    """How hard a passphrase is to guess, in words."""

    NONE = ""
    WEAK = "Easy to guess: add more words"
    FAIR = "Holds for a while: one more word helps"
    GOOD = "Hard to guess"
    STRONG = "Very hard to guess"


class Recovery:
    """The recovery code, shown once."""

    TITLE = "Write down your recovery code"
    SENTENCE = (
        "If you forget the passphrase, this code opens the vault. It is shown once and kept nowhere. "
        "Write it on paper, or save it where only you can reach it."
    )
    CODE = "Recovery code"
    SAVE = "Save to a file"
    SAVE_TITLE = "Save the recovery code"
    FILE_NAME = "coffer-recovery-code.txt"
    WRITTEN = "I have written it down"
    CONTINUE = "Open the vault"
    SAVED = "Saved. Move the file to a place only you can reach."
    NOT_SAVED = "The recovery code could not be saved."
    NOT_SAVED_REMEDY = "Choose a folder you may write to, or write the code on paper."
