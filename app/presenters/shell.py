"""The status bar's words: the network light, the vault, the last import."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.presenters.formatting import day_and_time
from app.presenters.text import Network, Status


class LightState(StrEnum):
    """What a real attempt proved, from best to worst, and an attempt not yet seen."""

    LOCKED = "kernel_locked"
    OS_RULE = "os_rule"
    WATCHING = "watch_only"
    UNLOCKED = "unprotected"
    UNKNOWN = "unknown"
    ATTEMPT = "attempt"


@dataclass(frozen=True, slots=True)
class LightView:
    """The network light: its state and words; never colour alone."""

    state: LightState
    words: str
    attempts: str


@dataclass(frozen=True, slots=True)
class StatusView:
    """The right end of the status bar."""

    words: str


_WORDS = {
    LightState.LOCKED: Network.LOCKED,
    LightState.OS_RULE: Network.OS_RULE,
    LightState.WATCHING: Network.WATCHING,
    LightState.UNLOCKED: Network.UNLOCKED,
    LightState.UNKNOWN: Network.UNKNOWN,
}


def light_view(state: LightState, count: int) -> LightView:
    """The light when every attempt was seen."""
    return LightView(state, _WORDS.get(state, Network.UNKNOWN), Network.attempts(count))


def attempt_view(time: str, process: str, target: str, *, count: int) -> LightView:
    """The light after an attempt nobody has looked at; `time` is HH:MM:SS of the local clock."""
    return LightView(LightState.ATTEMPT, Network.refused(time, process, target), Network.attempts(count))


def status_view(*, unlocked: bool, auto_lock_minutes: int, last_import: datetime | None, now: datetime) -> StatusView:
    """The vault's state and the last import; both times in the local zone, minutes 0 for no auto-lock."""
    if not unlocked:
        return StatusView(Status.LOCKED)
    parts = [Status.UNLOCKED]
    if auto_lock_minutes:
        parts.append(Status.locks_in(auto_lock_minutes))
    parts.append(Status.last_import(day_and_time(last_import, now)) if last_import else Status.NO_IMPORT)
    return StatusView(" · ".join(parts))
