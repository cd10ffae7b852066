"""Findings gathered while reading a table: errors one by one up to a limit, the rest counted."""

from dataclasses import dataclass, field

from app.domain.statement import Finding
from app.domain.statement_kinds import Severity

_SHOWN = 50
_MOST_WARNINGS = 200


@dataclass(slots=True)
class Findings:
    """A list that many bad lines can't make endless."""

    _found: list[Finding] = field(default_factory=list)
    _counts: dict[tuple[str, str], list[int]] = field(default_factory=dict)
    _errors: int = 0
    _first_unshown: int = 0
    _warnings: int = 0
    _first_unwarned: int = 0

    def error(self, code: str, message: str, *, line: int | None, column: str | None) -> None:
        """Something that was not read; shown up to a limit, then counted."""
        self._errors += 1
        if self._errors <= _SHOWN:
            self._add(Severity.ERROR, code, message=message, place=(line, column))
        elif not self._first_unshown:
            self._first_unshown = line or 0

    def warn(self, code: str, message: str, *, line: int | None = None, column: str | None = None) -> None:
        """Something odd that did not stop reading; shown up to a limit, then counted."""
        self._warnings += 1
        if self._warnings <= _MOST_WARNINGS:
            self._add(Severity.WARNING, code, message=message, place=(line, column))
        elif not self._first_unwarned:
            self._first_unwarned = line or 0

    def info(self, code: str, message: str, *, line: int | None = None) -> None:
        """Something worth knowing."""
        self._add(Severity.INFO, code, message=message, place=(line, None))

    def once(self, code: str, message: str, *, line: int | None = None) -> None:
        """A warning that would repeat on every line."""
        if all(finding.code != code for finding in self._found):
            self._add(Severity.WARNING, code, message=message, place=(line, None))

    def count(self, code: str, words: str, *, line: int) -> None:
        """A line that was rightly left out; said once for all such lines."""
        self._counts.setdefault((code, words), []).append(line)

    def all(self) -> tuple[Finding, ...]:
        """Every finding, the counted ones last."""
        counted = [
            Finding(
                severity=Severity.INFO,
                code=code,
                message=f"Lines that are {words}: {len(lines)}, the first is line {lines[0]}.",
                line=lines[0],
            )
            for (code, words), lines in self._counts.items()
        ]
        if self._warnings > _MOST_WARNINGS:
            more = self._warnings - _MOST_WARNINGS
            message = f"{more} more cells are odd in the same ways, the first is in line {self._first_unwarned}."
            counted.insert(0, Finding(severity=Severity.WARNING, code="more_warnings", message=message))
        if self._errors > _SHOWN:
            more = self._errors - _SHOWN
            message = f"{more} more lines could not be read, the first is line {self._first_unshown}."
            counted.insert(0, Finding(severity=Severity.ERROR, code="more_errors", message=message))
        return (*self._found, *counted)

    def _add(self, severity: Severity, code: str, *, message: str, place: tuple[int | None, str | None]) -> None:
        self._found.append(Finding(severity=severity, code=code, message=message, line=place[0], column=place[1]))
