"""Which model answers: the shipped one with its adapter, or a GGUF file the owner chose; and what is known of it."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.domain.errors import ModelRefusedError
from app.workers.model_files import MAGIC, ModelFiles, PinnedFile

MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelCard:
    """What is known of the model in use."""

    name: str
    files: ModelFiles
    licence: str
    origin: str
    tuned: bool
    """Whether an adapter for plans goes with it; else a few examples stand in the prompt."""


def shipped_model(folder: Path) -> ModelCard:
    """The model of the manifest in resources/models, with its adapter.

    Raises:
        ModelRefusedError: the manifest is missing or damaged.
    """
    try:
        entries = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["models"]
        model = next(entry for entry in entries if entry["kind"] == "model")
        adapter = next(
            (entry for entry in entries if entry["kind"] == "adapter" and entry["for"] == model["file"]), None
        )
        files = ModelFiles(_pinned(folder, model), _pinned(folder, adapter) if adapter else None)
    except (OSError, ValueError, KeyError, StopIteration) as error:
        raise ModelRefusedError("The list of models can't be read.", "Run the set-up again.") from error
    name = f"{model['name']} with {adapter['name']}" if adapter else model["name"]
    return ModelCard(
        name=name, files=files, licence=model["licence"], origin=model["origin"], tuned=adapter is not None
    )


def chosen_model(path: Path) -> ModelCard:
    """A model the owner chose, pinned to its present digest.

    Raises:
        ModelRefusedError: the file can't be read or is no GGUF.
    """
    try:
        with path.open("rb") as source:
            head = source.read(len(MAGIC))
            source.seek(0)
            digest = hashlib.file_digest(source, "sha256").hexdigest()
    except OSError as error:
        raise ModelRefusedError(f"{path.name} can't be read.", "Choose another file.") from error
    if head != MAGIC:
        raise ModelRefusedError(f"{path.name} is no GGUF model.", "Choose a file that ends in .gguf.")
    return ModelCard(
        name=path.stem, files=ModelFiles(PinnedFile(path, digest)), licence="", origin=str(path.name), tuned=False
    )


def _pinned(folder: Path, entry: dict[str, Any]) -> PinnedFile:
    return PinnedFile(folder / str(entry["file"]), str(entry["sha256"]))
