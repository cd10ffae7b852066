"""What makes a statement row the same one in two files, and the text it is searched by."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from hashlib import blake2b

from app.domain.currency import currency
from app.domain.money import decimal_text
from app.domain.statement import StatementRow

_BETWEEN = "\x1f"


class Days(dict[date | None, str]):
    """The ISO text of each day, written once; no day has an empty one."""

    def __missing__(self, day: date | None) -> str:
        text = self[day] = "" if day is None else day.isoformat()
        return text


def row_hash(row: StatementRow) -> str:
    """32 hex digits over what the bank printed; the k-th identical row is told apart by its occurrence."""
    return row_hashes((row,), Days())[0]


def row_hashes(rows: Iterable[StatementRow], days: Days) -> list[str]:
    """The hash of each row; `days` may be those of other rows too."""
    printed = [
        f"{days[row.booked_on]}\x1f{days[row.made_on]}\x1f{row.amount}\x1f{row.printed_payee}\x1f{row.memo}\x1f"
        f"{row.bank_reference}\x1f{'pending' if row.pending else ''}"
        for row in rows
    ]
    return [blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest() for text in printed]


def folded_texts(*texts: Sequence[str], amounts: Sequence[int], currencies: Sequence[str]) -> list[str]:
    """What a search looks through, for each row: its texts without case, and its amount's size as people write it.

    `texts` are columns, each with one text for every row.
    """
    sizes = [decimal_text(abs(amount), _digits(code)) for amount, code in zip(amounts, currencies, strict=True)]
    return [_BETWEEN.join(filter(None, row)).casefold() for row in zip(*texts, sizes, strict=True)]


@lru_cache
def _digits(currency_code: str) -> int:
    return currency(currency_code).digits
