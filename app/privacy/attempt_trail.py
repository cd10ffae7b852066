"""Network attempts on their way into the audit trail: counted by kind, so that a flood costs a few entries."""

import threading
from collections import Counter
from collections.abc import Iterable

from app.domain.audit_entry import AuditEvent
from app.lockdown import Answer, Attempt
from app.store.session import VaultSession

PAUSE_SECONDS = 1.0
"""Attempts of so long a time are written together."""
MOST_KINDS = 20
"""So many kinds of attempt are told apart at a time; the rest are counted as one."""
_REST = ("several", "several", "", Answer.REFUSED)

_Kind = tuple[str, str, str, Answer]


class AttemptTrail:
    """Takes attempts from any thread without waiting; they are written once a vault is open.

    Each entry says which process tried what, and how often; the kernel is its actor where it refused. No host name and
    no address is kept: either may carry a text.
    """

    def __init__(self, *, pause_seconds: float = PAUSE_SECONDS) -> None:
        self._pause = pause_seconds
        self._counts: Counter[_Kind] = Counter()
        self._wake = threading.Condition()
        self._closed = False
        self._thread: threading.Thread | None = None

    def add(self, attempts: Iterable[Attempt]) -> None:
        """Count attempts; never waits for the vault."""
        with self._wake:
            for attempt in attempts:
                kind = (attempt.process, attempt.call, attempt.family, attempt.answer)
                known = kind in self._counts or len(self._counts) < MOST_KINDS
                self._counts[kind if known else _REST] += 1
            if self._counts:
                self._wake.notify_all()

    def write(self, session: VaultSession) -> int:
        """Write what was counted so far; returns how many attempts that were."""
        with self._wake:
            counts, self._counts = self._counts, Counter()
        for (process, call, family, answer), number in counts.items():
            details = (("process", process), ("call", call), ("family", family), ("attempts", str(number)))
            actor = "kernel" if answer is Answer.REFUSED else "program"
            session.note(AuditEvent.NETWORK_ATTEMPT, details, actor=actor)
        return sum(counts.values())

    def follow(self, session: VaultSession) -> None:
        """Write into this vault from now on, on a thread of its own, until `leave`."""
        self.leave()
        self._closed = False
        self._thread = threading.Thread(target=self._run, args=(session,), name="attempt-trail", daemon=True)
        self._thread.start()

    def leave(self) -> None:
        """Stop writing by itself; what is still counted stays for `write`."""
        with self._wake:
            self._closed = True
            self._wake.notify_all()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _run(self, session: VaultSession) -> None:
        while True:
            with self._wake:
                self._wake.wait_for(lambda: self._closed or bool(self._counts))
                # A moment more, so that a flood becomes few entries.
                if self._wake.wait_for(lambda: self._closed, timeout=self._pause):
                    return
            self.write(session)
