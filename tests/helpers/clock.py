"""A clock that tests move by hand."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta


@dataclass(slots=True)
class MovedClock:
    """Stands still until it is moved."""

    moment: datetime = field(default=datetime(2025, 11, 30, 12, tzinfo=UTC))

    def now(self) -> datetime:
        return self.moment

    def today(self) -> date:
        return self.moment.date()

    def move(self, seconds: float) -> None:
        """Let so much time pass."""
        self.moment += timedelta(seconds=seconds)
