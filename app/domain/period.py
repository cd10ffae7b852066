"""Periods: spans of calendar days, both ends included."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """From the first to the last day, both included; first <= last."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.first > self.last:
            msg = "a period's first day comes after its last"
            raise ValueError(msg)

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def days(self) -> int:
        """How many days it holds."""
        return (self.last - self.first).days + 1

    @classmethod
    def month(cls, year: int, month: int) -> "Period":
        """A calendar month, 1 to 12."""
        return cls(date(year, month, 1), _last_of_month(year, month))

    @classmethod
    def quarter(cls, year: int, quarter: int) -> "Period":
        """A calendar quarter, 1 to 4."""
        return cls(date(year, 3 * quarter - 2, 1), _last_of_month(year, 3 * quarter))

    @classmethod
    def year(cls, year: int) -> "Period":
        """A calendar year."""
        return cls(date(year, 1, 1), date(year, 12, 31))

    def months(self) -> tuple[str, ...]:
        """The calendar months it touches, as `YYYY-MM`."""
        start = self.first.year * 12 + self.first.month - 1
        end = self.last.year * 12 + self.last.month - 1
        return tuple(f"{index // 12:04d}-{index % 12 + 1:02d}" for index in range(start, end + 1))


def _last_of_month(year: int, month: int) -> date:
    following = date(year + month // 12, month % 12 + 1, 1) if (year, month) != (date.max.year, 12) else None
    return following - timedelta(days=1) if following else date.max
