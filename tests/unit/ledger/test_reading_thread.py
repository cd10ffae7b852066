"""The one thread of the statement worker: what waits when it is told to rest is done by the worker that is ended then."""

import time
from threading import Event, Thread

from app.ledger.reading_thread import ReadingThread
from app.workers.statement_client import StatementWorker


def test_what_waits_while_it_goes_to_rest_starts_no_other_worker() -> None:
    reading, begun, go = ReadingThread(), Event(), Event()
    served: list[StatementWorker] = []

    def first(worker: StatementWorker) -> None:
        served.append(worker)
        begun.set()
        assert go.wait(30)

    threads = [Thread(target=reading.run, args=(first,)), Thread(target=reading.run, args=(served.append,))]
    threads[0].start()
    assert begun.wait(30)
    threads[1].start()
    time.sleep(0.1)
    threads.append(Thread(target=reading.rest))
    threads[2].start()
    time.sleep(0.1)
    go.set()
    for thread in threads:
        thread.join(30)
    assert len(served) == 2
    assert served[0] is served[1]
    reading.rest()
