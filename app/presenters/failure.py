"""An error as the window shows it: what, where, and what to do."""

from dataclasses import dataclass

from app.domain.errors import CofferError
from app.presenters.text import Words


@dataclass(frozen=True, slots=True)
class Failure:
    """What went wrong, in words; `code` is the stable word of the terminal face."""

    code: str
    what: str
    remedy: str
    where: str = ""


def failure_of(error: Exception) -> Failure:
    """Put an error into words; one that is not ours is named without its content, which may hold private text."""
    if not isinstance(error, CofferError):
        return Failure("internal_error", f"{Words.CRASHED} ({type(error).__name__}).", Words.CRASHED_REMEDY)
    parts = [error.file or "", Words.line(error.line) if error.line else "", error.column or ""]
    return Failure(error.code, error.message, error.remedy, " · ".join(part for part in parts if part))
