"""The passphrase: from a file or typed on the terminal, never from an argument or the environment."""

import getpass
import sys
from collections.abc import Callable
from pathlib import Path

from app.domain.errors import UsageError
from app.presenters.texts_terminal import Messages

Ask = Callable[[str], str]


def read_passphrase(file: Path | None, *, ask: Ask | None = None) -> str:
    """The first line of the file, else what is typed; raises UsageError where there is neither."""
    if file is not None:
        return _from_file(file)
    return (ask or _terminal())(Messages.ASK_PASSPHRASE)


def read_new_passphrase(file: Path | None, *, ask: Ask | None = None) -> str:
    """A passphrase for a new vault, typed twice where it is typed; an empty one is refused."""
    if file is not None:
        passphrase = _from_file(file)
    else:
        asking = ask or _terminal()
        passphrase = asking(Messages.ASK_NEW_PASSPHRASE)
        if passphrase != asking(Messages.ASK_AGAIN):
            raise UsageError(Messages.NOT_THE_SAME, Messages.TYPE_BOTH)
    if not passphrase:
        raise UsageError(Messages.EMPTY_PASSPHRASE, Messages.LONGER)
    return passphrase


def _from_file(file: Path) -> str:
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(Messages.NO_FILE_READ, Messages.CHECK_FILE) from error
    return text.partition("\n")[0].removesuffix("\r")


def _terminal() -> Ask:
    if not sys.stdin.isatty():
        raise UsageError(Messages.NO_TERMINAL, Messages.USE_FILE)
    return getpass.getpass
