"""The model worker's own rules, seen from outside: what it refuses, and how it is confined."""

from app.assistant.models import shipped_model
from app.workers.client import WorkerProcess
from tests.helpers.assistant_samples import models_folder

FILES = shipped_model(models_folder()).files


def _load(*, model_digest: str) -> dict[str, object]:
    worker = WorkerProcess("model")
    adapter = FILES.adapter
    pair = [str(adapter.path), adapter.sha256] if adapter else None
    try:
        return worker.ask({"load": {"model": [str(FILES.model.path), model_digest], "adapter": pair}}, timeout=60)
    finally:
        worker.close()


def test_it_is_confined_before_the_engine_is_loaded() -> None:
    ready = _load(model_digest=FILES.model.sha256)["ready"]
    assert isinstance(ready, dict)
    assert ready["missing"] == []
    assert {"limits", "files", "programs and local sockets", "end with parent"} <= set(ready["confined"])


def test_it_checks_the_digest_itself() -> None:
    assert "refused" in _load(model_digest="0" * 64)


def test_a_missing_file_is_refused_in_words() -> None:
    worker = WorkerProcess("model")
    answer = worker.ask({"load": {"model": ["/nowhere/model.gguf", "0" * 64], "adapter": None}}, timeout=60)
    worker.close()
    assert "refused" in answer
