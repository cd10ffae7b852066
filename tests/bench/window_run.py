"""The real window under the real lock with hands inside, one figure after the other; run by tests.bench.window."""

import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from app.lockdown import launch

Ready = Callable[[], bool]
_TICK_MS = 5
_SEARCHES = 40
_SCROLLS = 120
_ATTEMPTS = 200
_CSV_ROWS = 20_000
_WAIT_SECONDS = 120.0


@dataclass
class Stalls:
    """The longest gap between two ticks of a timer, in milliseconds."""

    last: float = 0.0
    longest: float = 0.0

    def tick(self) -> None:
        now = time.perf_counter()
        if self.last:
            self.longest = max(self.longest, (now - self.last) * 1_000 - _TICK_MS)
        self.last = now

    def start(self) -> None:
        self.last, self.longest = 0.0, 0.0


def p95(values: list[float]) -> float:
    """The 95th of a hundred, sorted."""
    return sorted(values)[len(values) * 95 // 100]


def script(window: Any, opened: list[Any], stalls: Stalls) -> Iterator[Ready]:
    """What is done; each yield waits for something. Figures go out as JSON lines (name, milliseconds)."""
    from tests.helpers.vault import PASSPHRASE

    main = window.main
    idle: Ready = lambda: window.tasks.running == 0  # noqa: E731 -- it is passed around
    began = time.perf_counter()
    window.door.unlock_form.field.setText(PASSPHRASE)
    window.door.unlock_form._submit()
    yield lambda: bool(opened)
    unlocked = opened[0][1]
    yield lambda: main.current_page is not None and main.current_page._view is not None
    main.grab()
    tell("U1 unlocked to overview painted", (time.perf_counter() - unlocked) * 1_000)
    tell("   passphrase to overview painted (key derivation of the test)", (time.perf_counter() - began) * 1_000)
    stalls.start()
    yield idle
    tell("U2 longest stall, overview and what comes up", stalls.longest)
    yield from transactions(window, stalls, idle)
    yield from work(window, opened[0][0], stalls=stalls)
    yield from attempts(window)


def transactions(window: Any, stalls: Stalls, idle: Ready) -> Iterator[Ready]:
    """Search as you type and scroll."""
    from app.domain.transaction import TransactionSearch

    stalls.start()
    window.main.show_page("transactions")
    page = window.main.current_page
    yield idle
    searches = []
    for at in range(_SEARCHES):
        began = time.perf_counter()
        page.set_search(TransactionSearch(text=f"number {at * 7}"[: 3 + at % 10]))
        yield idle
        page.table.viewport().repaint()
        searches.append((time.perf_counter() - began) * 1_000)
    tell("U1 search as you type, p95", p95(searches))
    page.set_search(TransactionSearch())
    yield idle
    frames = []
    for _ in range(_SCROLLS):
        bar = page.table.verticalScrollBar()
        began = time.perf_counter()
        bar.setValue(bar.value() + 36 * 40)
        page.table.viewport().repaint()
        frames.append((time.perf_counter() - began) * 1_000)
        yield lambda: True
    tell("U1 scroll, slowest frame", max(frames))
    tell("U2 longest stall, transactions", stalls.longest)


def work(window: Any, book: Any, *, stalls: Stalls) -> Iterator[Ready]:
    """Long work, each through the window's tasks as its pages do it."""
    with tempfile.TemporaryDirectory() as name:
        lines = [f"2025-11-{1 + at % 28:02d},SHOP {at % 300},-{1 + at % 90}.{at % 100:02d}" for at in range(_CSV_ROWS)]
        file = Path(name) / "november.csv"
        file.write_text("Date,Description,Amount\n" + "\n".join(lines) + "\n")
        jobs: dict[str, Callable[[], object]] = {
            "import of 20,000 rows": lambda: book.commit(book.stage(file).id),
            "question": lambda: window.main.page("ask").ask("how much did i spend on groceries in 2024"),
            "wipe": lambda: window.main.page("privacy").wipe(),
            "backup": lambda: book.export(Path(name) / "copy.coffer"),
        }
        for title, job in jobs.items():
            if title in {"question", "wipe"}:
                window.main.show_page("ask" if title == "question" else "privacy")
                yield lambda: window.tasks.running == 0
            stalls.start()
            if title in {"question", "wipe"}:
                job()
            else:
                window.tasks.run_long(lambda _progress, _token, job=job: job(), print_failure, title=title, failed=fail)
            yield lambda: window.tasks.running == 0
            tell(f"U2 longest stall, {title}", stalls.longest)


def attempts(window: Any) -> Iterator[Ready]:
    """Refused sockets until the light is painted."""
    import socket

    seen: list[float] = []

    def painted(fresh: object) -> None:
        if fresh:
            window.main.status.repaint()
            seen.append(time.perf_counter())

    window.feed.changed.connect(painted)
    waits = []
    for at in range(_ATTEMPTS):
        began = time.perf_counter()
        try:
            socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        except OSError:
            pass
        else:
            raise SystemExit("a socket was opened")
        yield partial(_more_than, seen, at)
        waits.append((seen[-1] - began) * 1_000)
    tell("N4 attempt to painted light, p95", p95(waits))


def _more_than(seen: list[float], count: int) -> bool:
    return len(seen) > count


def print_failure(_done: object) -> None:
    """Nothing to do with a result."""


def fail(failure: object) -> None:
    """A job failed: the figures are worth nothing."""
    raise SystemExit(str(failure))


def tell(name: str, milliseconds: float) -> None:
    """One figure."""
    sys.stdout.write(json.dumps([name, round(milliseconds, 1)]) + "\n")
    sys.stdout.flush()


def main() -> int:
    """Run the program; the window ends itself."""
    lock = launch()
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtWidgets import QApplication

    from app.bootstrap import run
    from app.ui.window import Window

    shown, open_book = Window.show, Window.open_book
    opened: list[tuple[Any, float]] = []

    def remember(window: Window[Any], book: Any) -> None:
        opened.append((book, time.perf_counter()))
        open_book(window, book)

    def show(window: Window[Any]) -> None:
        shown(window)
        stalls = Stalls()
        steps = script(window, opened, stalls)
        timer, ticker = QTimer(window), QTimer(window)
        waiting: list[Ready] = []
        since = [time.monotonic()]

        def step() -> None:
            if waiting and not waiting[0]():
                if time.monotonic() - since[0] > _WAIT_SECONDS:
                    raise SystemExit("waited too long")
                return
            waiting[:] = []
            try:
                waiting.append(next(steps))
                since[0] = time.monotonic()
            except StopIteration:
                timer.stop()
                QApplication.quit()

        ticker.setTimerType(Qt.TimerType.PreciseTimer)
        ticker.timeout.connect(stalls.tick)
        ticker.start(_TICK_MS)
        timer.timeout.connect(step)
        timer.start(0)

    Window.open_book = remember  # type: ignore[method-assign,assignment]  # the bench's ears
    Window.show = show  # type: ignore[method-assign,assignment]  # and hands
    return run(sys.argv[1:], lock)


if __name__ == "__main__":
    sys.exit(main())
