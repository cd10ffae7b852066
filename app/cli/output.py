"""Where a command's words go: JSON lines or text on standard output, messages for people on standard error."""

import json
from dataclasses import dataclass
from typing import Any, TextIO

from app.domain.errors import CofferError
from app.presenters.failure import failure_of


@dataclass(frozen=True, slots=True)
class Output:
    """The two streams of the terminal; with `json` only objects reach standard output."""

    json: bool
    stdout: TextIO
    stderr: TextIO

    def object(self, value: dict[str, Any]) -> None:
        """Print one JSON object as one line, at once."""
        print(json.dumps(value, ensure_ascii=False), file=self.stdout, flush=True)

    def line(self, text: str = "") -> None:
        """Print a line for people; with `--json` it goes to standard error."""
        print(inert(text), file=self.stderr if self.json else self.stdout, flush=True)

    def note(self, text: str, *, end: str = "\n") -> None:
        """Print a message for people on standard error."""
        print(inert(text), file=self.stderr, end=end, flush=True)

    def failure(self, error: Exception) -> int:
        """Say what went wrong and what to do; returns the exit code of the contract."""
        failure = failure_of(error)
        if self.json:
            self.object({"error": error_json(error)})
        else:
            where = f"{failure.where}: " if failure.where else ""
            self.note(f"{where}{failure.what}\n{failure.remedy}")
        return error.exit_code if isinstance(error, CofferError) else 1


def error_json(error: Exception) -> dict[str, Any]:
    """The contract's error object."""
    failure = failure_of(error)
    found: dict[str, Any] = {"code": failure.code, "message": failure.what, "remedy": failure.remedy}
    if isinstance(error, CofferError):
        for name in ("file", "line", "column"):
            value = getattr(error, name)
            if value is not None:
                found[name] = value
    return found


def inert(text: str) -> str:
    """The text without control and direction characters, so that a payee can't drive the terminal."""
    return "".join(letter if letter.isprintable() or letter == "\n" else "\N{REPLACEMENT CHARACTER}" for letter in text)
