"""How large a statement and how many in an archive may be: one home for those who read and those who ask."""

from app.domain.errors import StatementRefusedError

LARGEST_STATEMENT = 256 * 1024**2
"""Bytes; a million rows are about 200 MB as OFX."""
MOST_STATEMENTS = 200
"""Files an archive may hold."""
MOST_MINOR = 10**16
"""Minor units of one amount; sums of more would not fit the vault's 64 bits, and no bank prints them."""


def too_large(what: str, *, file_name: str) -> StatementRefusedError:
    """The refusal of a statement above the limit; the caller raises it. `what`: its beginning, `The file`."""
    message = f"{what} is larger than {LARGEST_STATEMENT // 1024**2} MB, which no statement is."
    return StatementRefusedError(message, "Download a shorter period.", file=file_name)
