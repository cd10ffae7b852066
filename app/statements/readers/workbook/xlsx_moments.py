"""Days and times as XLSX stores them (ECMA-376 part 1, 18.17.4): counted in days, reckoned without rounding errors."""

from datetime import datetime, timedelta

from app.statements.readers.workbook.cells import moment_text, stored_number

SINCE_1900 = datetime(1899, 12, 30)  # noqa: DTZ001 - a sheet knows no time zones
_NOT_A_DAY = "#VALUE!"
"""What Excel shows of a day beyond all calendars."""
_MOST_DAYS = 10_000_000
_LEAP_DAY = 60
"""29 February 1900, which was none, but counts as a day since Lotus 1-2-3."""
_MILLISECONDS_A_DAY = 86_400_000


def serial_text(stored: str, epoch: datetime, *, is_duration: bool) -> str:
    """A day, a time of day or a duration out of its number of days; raises ArithmeticError."""
    serial = stored_number(stored)
    if not abs(serial) < _MOST_DAYS:
        return _NOT_A_DAY
    length = timedelta(milliseconds=int(round(serial * _MILLISECONDS_A_DAY, 0)))
    if is_duration:
        return str(length)
    if serial >= 0 and not length.days:
        return (epoch + length).time().isoformat()
    if 0 < serial < _LEAP_DAY and epoch == SINCE_1900:
        length += timedelta(days=1)
    try:
        return moment_text(epoch + length)
    except OverflowError:
        return _NOT_A_DAY
