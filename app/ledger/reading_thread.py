"""The statement worker of an open vault, with the one thread that starts it: it ends with the thread it came from."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from app.workers.statement_client import StatementWorker

Answer = TypeVar("Answer")


class ReadingThread:
    """One worker serves file after file, until `rest` ends it. Calls block, and may come from several threads."""

    def __init__(self) -> None:
        self._worker: StatementWorker | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="statements")

    def run(self, work: Callable[[StatementWorker], Answer]) -> Answer:
        """Do something with the worker; raises what it raises. Never call it from inside such work."""
        return self._thread.submit(lambda: work(self._ready())).result()

    def rest(self) -> None:
        """End the worker and its thread; may be called twice, and nothing can be read afterwards."""
        self._thread.shutdown()  # what waits still runs, and with the same worker
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.close()

    def _ready(self) -> StatementWorker:
        self._worker = self._worker or StatementWorker()
        return self._worker
