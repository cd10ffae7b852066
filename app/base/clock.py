"""The clock: the only source of now and today, so that tests and demos can hold it still."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Protocol


class Clock(Protocol):
    """Gives the instant and the calendar day."""

    def now(self) -> datetime:
        """The instant, aware, in UTC."""
        ...

    def today(self) -> date:
        """The calendar day where the owner is."""
        ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def today(self) -> date:
        return datetime.now(UTC).astimezone().date()


@dataclass(frozen=True, slots=True)
class FixedClock:
    """A clock held still at noon of one day (`--today`)."""

    day: date

    def now(self) -> datetime:
        return datetime.combine(self.day, time(12), UTC)

    def today(self) -> date:
        return self.day


def iso_instant(moment: datetime) -> str:
    """An instant as the vault stores it: ISO 8601 in UTC to the millisecond, such as `2025-11-30T12:00:00.000Z`."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
