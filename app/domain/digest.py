"""The digest of a month: lines that each stand on the result of a plan."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.period import Period
from app.domain.result import Result


class DigestKind(StrEnum):
    """What a line is about."""

    SPENT = "spent"
    EARNED = "earned"
    LEFT = "left"
    YEAR = "year"
    DRIVER = "driver"
    RAISED = "raised"
    NEW = "new"
    ENDED = "ended"
    UNUSUAL = "unusual"
    DOUBLED = "doubled"


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestLine:
    """One line: what its plan gave. Running `result.plan` again gives the same figures."""

    kind: DigestKind
    result: Result
    label: str = ""
    """The category or payee of a driver."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """A calendar month told: totals, drivers, then what was noticed."""

    month: Period
    usual: Period | None
    """The months compared with; None where none is known."""
    lines: tuple[DigestLine, ...]
