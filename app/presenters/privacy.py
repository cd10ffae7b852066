"""The Privacy page's view-models: the light with its evidence, attempts, data map, wipe, check, audit trail."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from app.base.tasks import CancelToken, Progress
from app.domain.audit_entry import AuditEntry
from app.lockdown import Attempt, AttemptKind
from app.presenters.formatting import bytes_text, day_text
from app.presenters.shell import LightView, address_of, light_of
from app.presenters.text import AUDIT_EVENTS, Privacy
from app.privacy.network_watch import NetworkView, NetworkWatch, tried_at


@dataclass(frozen=True, slots=True, kw_only=True)
class DiskPlace:
    """One place the program may write: what lies there, where, how large, and what a wipe does with it."""

    what: str
    where: str
    bytes: int
    step: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WipeReport:
    """What a wipe did. `wiped` as (what, bytes, how), `kept` as (what, why)."""

    wiped: tuple[tuple[str, int, str], ...]
    kept: tuple[tuple[str, str], ...]
    not_promised: tuple[str, ...]
    canaries: int
    seconds: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult:
    """One line of the protection check; `state` is pass, fail or unknown."""

    id: str
    state: str
    detail: str
    fix: str


class PrivacySource(Protocol):
    """What the page needs of the book and its places. All calls block."""

    def data_map(self) -> Sequence[DiskPlace]: ...
    def wipe(self, progress: Progress, cancel: CancelToken, /) -> WipeReport: ...
    def checks(self) -> Sequence[CheckResult]: ...
    def audit_entries(self) -> Sequence[AuditEntry]: ...
    def first_bad_audit_entry(self) -> int | None: ...


@dataclass(frozen=True, slots=True)
class AttemptLine:
    """One attempt as a row; `stack` innermost last, empty where only the kernel saw it."""

    time: str
    process: str
    call: str
    address: str
    stack: tuple[str, ...]
    spoken: str

    @property
    def cells(self) -> tuple[str, ...]:
        """The row's cells."""
        return (self.time, self.process, self.call, self.address)


@dataclass(frozen=True, slots=True)
class NetworkPanel:
    """The light, what it rests on, and the attempts, newest first."""

    light: LightView
    sentence: str
    detail: str
    evidence: str
    attempts: tuple[AttemptLine, ...]


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """One row of the data map."""

    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One check: state pass, fail or unknown, its word, what was seen, and what to do."""

    state: str
    word: str
    detail: str
    fix: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """The receipt of a wipe, in lines."""

    wiped: tuple[str, ...]
    kept: tuple[str, ...]
    not_promised: tuple[str, ...]
    scan: str


@dataclass(frozen=True, slots=True)
class ChainVerdict:
    """Whether the audit trail's chain holds."""

    sound: bool
    words: str


class NetworkPresenter:
    """The watch in words. It never blocks, and is used on one thread only: the window's."""

    def __init__(self, watch: NetworkWatch) -> None:
        self._watch = watch

    def fileno(self) -> int:
        """Turns readable when attempts wait; -1: poll by a timer."""
        return self._watch.fileno()

    def poll(self) -> bool:
        """Take in what waits; whether there were new attempts."""
        return bool(self._watch.poll())

    def mark_seen(self) -> None:
        """The owner has looked."""
        self._watch.mark_seen()

    def light(self) -> LightView:
        """The light of the status bar."""
        return light_of(self._watch.view())

    def panel(self) -> NetworkPanel:
        """The light large, with its evidence and the attempts."""
        return network_panel(self._watch.view())


class PrivacyPresenter:
    """Reads what the page shows; every call may take a moment and belongs off the GUI thread."""

    def __init__(self, source: PrivacySource) -> None:
        self._source = source

    def data_map(self) -> tuple[PlaceLine, ...]:
        """Every place the program may write, with what is there now."""
        return tuple(
            PlaceLine((place.what, place.where, _size(place.bytes), place.step, place.why))
            for place in self._source.data_map()
        )

    def wipe(self, progress: Progress, cancel: CancelToken) -> Receipt:
        """Wipe every cache; gives the receipt."""
        report = self._source.wipe(progress, cancel)
        return Receipt(
            tuple(Privacy.receipt_line(what, bytes_text(size), how=how) for what, size, how in report.wiped),
            tuple(Privacy.kept_line(what, why) for what, why in report.kept),
            report.not_promised,
            Privacy.scan(report.canaries, report.seconds),
        )

    def checks(self) -> tuple[CheckLine, ...]:
        """The protection check; makes real attempts."""
        words = {"pass": Privacy.PASS, "fail": Privacy.FAIL}
        return tuple(
            CheckLine(
                check.state, words.get(check.state, Privacy.UNKNOWN), Privacy.check(check.id, check.detail), check.fix
            )
            for check in self._source.checks()
        )

    def audit(self) -> tuple[tuple[str, ...], ...]:
        """The audit trail, newest first, as cells: number, time, event, actor, details."""
        newest_first = sorted(self._source.audit_entries(), key=lambda entry: entry.number, reverse=True)
        return tuple(_audit_cells(entry) for entry in newest_first)

    def verify(self) -> ChainVerdict:
        """Check the chain; names the first entry that does not hold."""
        bad = self._source.first_bad_audit_entry()
        if bad is not None:
            return ChainVerdict(sound=False, words=Privacy.chain_broken(bad))
        return ChainVerdict(sound=True, words=Privacy.chain_sound(len(self._source.audit_entries())))


def network_panel(view: NetworkView) -> NetworkPanel:
    """The watch's view in words; local calls that are no alarm are left out."""
    network = (attempt for attempt in view.attempts if attempt.kind is AttemptKind.NETWORK)
    return NetworkPanel(
        light_of(view),
        view.words,
        view.detail,
        view.evidence or Privacy.NO_EVIDENCE,
        tuple(_attempt_line(attempt) for attempt in network),
    )


def _size(count: int) -> str:
    return bytes_text(count) if count else ""


def _attempt_line(attempt: Attempt) -> AttemptLine:
    time = f"{tried_at(attempt).astimezone():%H:%M:%S}"
    process = f"{attempt.process} ({attempt.pid})"
    address = address_of(attempt)
    return AttemptLine(
        time, process, f"{attempt.call} {attempt.family}".strip(), address, attempt.stack,
        Privacy.attempt_spoken(time, process, address=address),
    )  # fmt: skip


def _audit_cells(entry: AuditEntry) -> tuple[str, ...]:
    moment = datetime.fromisoformat(entry.at).astimezone()
    details = ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in entry.details)
    return (
        f"{entry.number}",
        f"{day_text(moment.date())} {moment:%H:%M:%S}",
        AUDIT_EVENTS.get(entry.event.value, entry.event.value),
        entry.actor,
        details,
    )
