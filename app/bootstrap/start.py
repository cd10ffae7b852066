"""The start: reads the command line, makes places, clock and vault access, and runs the face that was asked for."""

import contextlib
import os
import signal
import sys
import tempfile
from argparse import Namespace
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from app.base.clock import Clock, FixedClock, SystemClock
from app.base.log import close_log, hide_uncaught_exceptions, open_log
from app.base.paths import Places, places_for, program_folder
from app.cli.arguments import parse
from app.cli.demo_command import demo, import_samples
from app.cli.output import Output
from app.cli.run import run_command
from app.cli.services import ClosingPlanner, Services
from app.domain.errors import CofferError, UsageError
from app.ledger.vault_access import VaultAccess
from app.lockdown import ACCEPT_UNLOCKED, Lock
from app.presenters.texts_terminal import Messages
from app.privacy.attempt_trail import AttemptTrail
from app.privacy.network_watch import NetworkWatch
from app.privacy.wipe import finish_broken_wipe
from app.store.keys import FLOOR_MEMORY_KIB, FLOOR_PASSES, KeyDerivation
from app.store.session import VaultSession

DEMO_DAY = date(2026, 11, 2)
"""The demo's own today: two days after its statements end."""
_DEMO_PASSPHRASE = "the demo vault is thrown away"  # noqa: S105 - guards invented figures


def run(argv: list[str], lock: Lock) -> int:
    """Run the command line (without the program's name) under a proved lock; returns the exit code."""
    hide_uncaught_exceptions()
    arguments = [item for item in argv if item != ACCEPT_UNLOCKED]
    out = Output(json="--json" in arguments, stdout=sys.stdout, stderr=sys.stderr)
    try:
        options = parse(arguments)
        if options.command in {"", "demo"}:
            return _window_or_demo(options, out, lock=lock)
        return _terminal(options, out, lock=lock)
    except CofferError as error:
        return out.failure(error)


def _terminal(options: Namespace, out: Output, *, lock: Lock) -> int:
    places = places_for(options.vault, portable=options.portable or _is_portable())
    services = make_services(options, out, lock=lock, places=places)
    with _logging(places, wanted=services.access.exists()):
        return run_command(services)


def _window_or_demo(options: Namespace, out: Output, *, lock: Lock) -> int:
    if options.command == "demo":
        # Ended by the session's end or a script, the demo still takes its folder away; the window has its own way.
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
        with tempfile.TemporaryDirectory(prefix="coffer-demo-") as folder:
            return _demo(options, out, lock=lock, folder=Path(folder))
    if not has_display():
        raise UsageError(Messages.NO_DISPLAY, Messages.USE_COMMANDS)
    from app.bootstrap.window import run_window

    places = places_for(options.vault, portable=options.portable or _is_portable())
    services = make_services(options, out, lock=lock, places=places)
    with _logging(places, wanted=True):
        return run_window(services)


def _demo(options: Namespace, out: Output, *, lock: Lock, folder: Path) -> int:
    options.today = options.today or DEMO_DAY
    places = places_for(folder, portable=True)
    services = make_services(options, out, lock=lock, places=places)
    cheap = KeyDerivation(memory_kib=FLOOR_MEMORY_KIB, passes=FLOOR_PASSES)
    write_last = last_attempts(lock, services.trail)
    access = VaultAccess(places, services.clock, derivation=cheap, before_lock=write_last)
    book, _ = access.create(_DEMO_PASSPHRASE, "USD")
    services = replace(services, access=access)
    if not has_display():
        with book:
            return demo(services, book)
    from app.bootstrap.window import run_window

    import_samples(services, book)
    return run_window(services, demo_book=book)


def make_services(options: Namespace, out: Output, *, lock: Lock, places: Places) -> Services:
    """All that a command stands on."""
    clock: Clock = FixedClock(options.today) if options.today else SystemClock()
    trail = AttemptTrail()
    access = VaultAccess(places, clock, after_unlock=finish_broken_wipe, before_lock=last_attempts(lock, trail))
    return Services(
        options=options,
        out=out,
        places=places,
        clock=clock,
        access=access,
        lock=lock,
        trail=trail,
        make_planner=_planner_maker(),
    )


def last_attempts(lock: Lock, trail: AttemptTrail) -> Callable[[VaultSession], object]:
    """What is done before a vault is locked: attempts that nobody has read yet go into its trail."""

    def write(session: VaultSession) -> None:
        trail.add(NetworkWatch(lock).poll())
        trail.write(session)

    return write


def has_display() -> bool:
    """Whether a window can be shown here."""
    if sys.platform in {"win32", "darwin"}:
        return True
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if platform:
        return platform not in {"offscreen", "minimal"}
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _planner_maker() -> Callable[[], ClosingPlanner]:
    def make() -> ClosingPlanner:
        from app.bootstrap.assistant import RunningPlanner

        return RunningPlanner()

    return make


def _is_portable() -> bool:
    return (program_folder() / "portable.txt").is_file()


@contextlib.contextmanager
def _logging(places: Places, *, wanted: bool) -> Iterator[None]:
    """Log beside the vault, where there is one; a folder that can't be written goes without a log."""
    if not wanted:
        yield
        return
    try:
        handler = open_log(places.log_file)
    except CofferError:
        yield
        return
    try:
        yield
    finally:
        close_log(handler)
