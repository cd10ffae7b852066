"""The status bar's words: the network light, the vault, the last import."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.lockdown import Attempt
from app.presenters.formatting import day_and_time
from app.presenters.text import Network, Privacy, Status
from app.privacy.network_watch import Light, NetworkView, tried_at


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


def light_of(view: NetworkView) -> LightView:
    """The light for what the watch knows; an attempt nobody has looked at comes first, in the local clock's time."""
    state = LightState(view.state.value)
    if view.light is Light.ATTEMPT and view.last is not None:
        return attempt_view(
            f"{tried_at(view.last).astimezone():%H:%M:%S}",
            view.last.process,
            target=address_of(view.last),
            count=view.total,
        )
    return light_view(state, view.total)


def address_of(attempt: Attempt) -> str:
    """Where an attempt wanted to go, as far as anybody was told."""
    if attempt.host and attempt.address and attempt.host not in attempt.address:
        return f"{attempt.host} ({attempt.address})"
    return attempt.host or attempt.address or Privacy.UNKNOWN_ADDRESS


def light_view(state: LightState, count: int) -> LightView:
    """The light when every attempt was seen."""
    return LightView(state, _WORDS.get(state, Network.UNKNOWN), Network.attempts(count))


def attempt_view(time: str, process: str, *, target: str, count: int) -> LightView:
    """The light after an attempt nobody has looked at; `time` is HH:MM:SS of the local clock."""
    return LightView(LightState.ATTEMPT, Network.refused(time, process, target=target), Network.attempts(count))


def status_view(*, unlocked: bool, auto_lock_minutes: int, last_import: datetime | None, now: datetime) -> StatusView:
    """The vault's state and the last import; times with their zone, minutes 0 for no auto-lock."""
    if not unlocked:
        return StatusView(Status.LOCKED)
    parts = [Status.UNLOCKED]
    when = day_and_time(last_import.astimezone(), now.astimezone()) if last_import else ""
    if auto_lock_minutes:
        parts.append(Status.locks_in(auto_lock_minutes))
    parts.append(Status.last_import(when) if when else Status.NO_IMPORT)
    return StatusView(" · ".join(parts))
