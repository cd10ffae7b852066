"""Exchange rates: exact fractions between two currencies on a day."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """One unit of `base` is worth `factor` units of `quote` on that day."""

    base: str
    quote: str
    on: date
    factor: Decimal
