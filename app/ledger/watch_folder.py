"""Watch the inbox folder: a file that was dropped there and is complete is handed on, to be staged, never committed."""

import logging
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

_UNFINISHED = (".part", ".crdownload", ".download", ".tmp", ".partial", "~")
_log = logging.getLogger(__name__)


class WatchFolder:
    """Calls `on_file` once for each new complete file; runs until `close`.

    A file counts as complete when its size and time have not changed for `settle_seconds`. Hidden files, folders, links
    and the names of unfinished downloads are passed over.
    """

    def __init__(self, folder: Path, on_file: Callable[[Path], None], *, settle_seconds: float = 1.0) -> None:
        self._folder = folder
        self._on_file = on_file
        self._settle = settle_seconds
        self._changed: dict[Path, float] = {}
        self._seen: dict[Path, tuple[int, int]] = {}
        self._wake = threading.Condition()
        self._closed = False
        self._observer = Observer()
        self._thread = threading.Thread(target=self._run, name="watch-folder", daemon=True)

    def start(self) -> None:
        """Begin to watch, with the files that lie there already."""
        self._observer.schedule(_Handler(self._noticed), str(self._folder), recursive=False)
        self._observer.start()
        self._thread.start()
        for path in sorted(self._folder.iterdir()):
            self._noticed(path)

    def close(self) -> None:
        """Stop watching; a file being handed on is finished first."""
        with self._wake:
            self._closed = True
            self._wake.notify_all()
        if self._thread.is_alive():
            self._observer.stop()
            self._observer.join()
            self._thread.join()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _noticed(self, path: Path) -> None:
        if path.name.startswith(".") or path.name.casefold().endswith(_UNFINISHED):
            return
        with self._wake:
            self._changed[path] = time.monotonic()
            self._wake.notify_all()

    def _run(self) -> None:
        while (path := self._next_settled()) is not None:
            version = _version(path)
            if version is None or self._seen.get(path) == version:
                continue
            self._seen[path] = version
            try:
                self._on_file(path)
            except Exception as error:  # noqa: BLE001 - one bad file must not end the watch
                _log.info("a dropped file was not staged: %s", type(error).__name__)

    def _next_settled(self) -> Path | None:
        """Wait for a file that has been left alone long enough; None once closed."""
        with self._wake:
            while not self._closed:
                due = {path: noticed + self._settle for path, noticed in self._changed.items()}
                ready = [path for path, at in due.items() if at <= time.monotonic()]
                if ready:
                    del self._changed[ready[0]]
                    return ready[0]
                self._wake.wait(min(due.values()) - time.monotonic() if due else None)
        return None


class _Handler(FileSystemEventHandler):
    """Passes on the path that an event left behind."""

    def __init__(self, noticed: Callable[[Path], None]) -> None:
        self._noticed = noticed

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.is_directory or event.event_type not in {"created", "modified", "moved", "closed"}:
            return
        path = event.dest_path if event.event_type == "moved" else event.src_path
        self._noticed(Path(path if isinstance(path, str) else bytes(path).decode()))


def _version(path: Path) -> tuple[int, int] | None:
    """Size and time of an ordinary file; None for anything else."""
    try:
        if path.is_symlink() or not path.is_file():
            return None
        found = path.stat()
    except OSError:
        return None
    return (found.st_size, found.st_mtime_ns)
