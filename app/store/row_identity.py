"""What makes a statement row the same one in two files, and the text it is searched by."""

import hashlib
from functools import lru_cache

from app.domain.currency import currency
from app.domain.money import decimal_text
from app.domain.statement import StatementRow

_BETWEEN = "\x1f"


def row_hash(row: StatementRow) -> str:
    """32 hex digits over what the bank printed; the k-th identical row is told apart by its occurrence."""
    printed = (
        row.booked_on.isoformat(),
        row.made_on.isoformat() if row.made_on else "",
        str(row.amount),
        row.printed_payee,
        row.memo,
        row.bank_reference,
        "pending" if row.pending else "",
    )
    return hashlib.blake2b(_BETWEEN.join(printed).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def folded_text(texts: tuple[str, ...], amount: int, *, currency_code: str) -> str:
    """What a search looks through: the texts without case, and the amount's size as people write it."""
    size = decimal_text(abs(amount), _digits(currency_code))
    return _BETWEEN.join((*filter(None, texts), size)).casefold()


@lru_cache
def _digits(currency_code: str) -> int:
    return currency(currency_code).digits
