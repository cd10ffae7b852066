"""A8: a model or adapter with any byte changed is refused before the engine sees it."""

import shutil
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from app.assistant.models import shipped_model
from app.domain.errors import ModelRefusedError
from app.workers.client import WorkerProcess
from app.workers.model_client import ModelClient
from app.workers.model_files import ModelFiles, PinnedFile, WrongFileError, verify
from tests.helpers.assistant_samples import models_folder

FILES = shipped_model(models_folder()).files
SHORT, LONG = 20, 500


def _never(_name: str) -> WorkerProcess:
    pytest.fail("a worker was started for a changed file")


def _changed(file: PinnedFile, random: Random) -> None:
    """Flip some bits at 1 to 8 places, or cut the tail, or add to it."""
    size = file.path.stat().st_size
    with file.path.open("r+b") as target:
        if random.random() < 0.15:
            target.truncate(random.randrange(size))
            return
        for _ in range(random.randint(1, 8)):
            place = random.randrange(size)
            target.seek(place)
            byte = target.read(1)
            target.seek(place)
            target.write(bytes([byte[0] ^ random.randint(1, 255)]))


def test_changed_adapters_and_models_are_refused(tmp_path: Path, pytestconfig: pytest.Config) -> None:
    random = Random(8)
    count = LONG if pytestconfig.getoption("--long") else SHORT
    refused = 0
    for number in range(count):
        original = FILES.model if number % 10 == 0 or FILES.adapter is None else FILES.adapter
        copy = replace(original, path=tmp_path / original.path.name)
        shutil.copyfile(original.path, copy.path)
        _changed(copy, random)
        with pytest.raises(WrongFileError):
            verify(copy)
        files = ModelFiles(copy) if original is FILES.model else ModelFiles(FILES.model, copy)
        client = ModelClient(files, worker=_never)
        if number % 10 == 0:
            with pytest.raises(ModelRefusedError):
                client.complete("Q: net\nP:", 'root ::= " net\\n"')
        client.close()
        refused += 1
    assert refused == count
