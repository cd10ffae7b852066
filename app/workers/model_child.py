"""The model worker: a prompt and a grammar in, the chosen words out; no key, no vault, no file but the verified model.

Requests: {"load": {"model": [path, sha256], "adapter": [path, sha256] | null}}, once and first, then
{"complete": {"prompt", "grammar", "most_tokens", "threads"}}.
Answers: {"ready": {...}}, {"completion": {"text", "tokens": [[text, log probability], ...], "milliseconds"}},
{"refused": TEXT} for a wrong file, {"failed": TEXT} for what the engine would not do.
"""

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.workers.confine import Limits, confine
from app.workers.model_files import ModelFiles, PinnedFile, WrongFileError
from app.workers.protocol import Channel, ChannelClosedError

if TYPE_CHECKING:
    from app.workers.engine import Engine

BASE_MEMORY = 1536 * 1024**2
"""Bytes of address space for the program, its libraries and the engine's buffers."""
MEMORY_A_MODEL_BYTE = 3
"""Bytes of address space granted for each byte of the model: mapped, repacked, and its cache."""


def main() -> int:
    """Serve requests until the app closes the pipe; the exit code."""
    sys.stdout = sys.stderr
    channel = Channel(0, 1)
    try:
        engine = _load(channel, channel.receive()["load"])
        while engine is not None:
            channel.send(_answer(engine, channel.receive()["complete"]))
    except ChannelClosedError:
        return 0
    return 1


def _load(channel: Channel, request: dict[str, Any]) -> "Engine | None":
    """Confine this process to the two files, check them, and load them; None where they were refused."""
    started = time.monotonic()
    files = _files(request)
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # numpy would start a thread a core
    try:
        size = sum(file.path.stat().st_size for file in files.all)
    except OSError as error:
        channel.send({"refused": f"the model can't be read: {error.strerror}"})
        return None
    limits = Limits(
        memory_bytes=BASE_MEMORY + MEMORY_A_MODEL_BYTE * size, readable=tuple(file.path for file in files.all)
    )
    confinement = confine(limits)
    from app.workers.engine import Engine, EngineError  # after the confinement: it loads foreign libraries

    try:
        engine = Engine(files)
    except (WrongFileError, EngineError) as error:
        channel.send({"refused": str(error)})
        return None
    milliseconds = round((time.monotonic() - started) * 1000)
    missing = list(confinement.missing)
    channel.send({"ready": {"milliseconds": milliseconds, "confined": list(confinement.done), "missing": missing}})
    return engine


def _files(request: dict[str, Any]) -> ModelFiles:
    model, adapter = (
        PinnedFile(Path(pair[0]), pair[1]) if pair else None for pair in (request["model"], request["adapter"])
    )
    if model is None:
        raise KeyError("model")
    return ModelFiles(model, adapter)


def _answer(engine: "Engine", request: dict[str, Any]) -> dict[str, Any]:
    from app.workers.engine import EngineError

    started = time.monotonic()
    try:
        tokens = engine.complete(
            request["prompt"], request["grammar"], most_tokens=request["most_tokens"], threads=request["threads"]
        )
    except EngineError as error:
        return {"failed": str(error)}
    milliseconds = round((time.monotonic() - started) * 1000)
    text = b"".join(piece for piece, _ in tokens).decode("utf-8", errors="replace")
    listed = [[piece.decode("utf-8", errors="replace"), round(chance, 5)] for piece, chance in tokens]
    return {"completion": {"text": text, "tokens": listed, "milliseconds": milliseconds}}


if __name__ == "__main__":
    sys.exit(main())
