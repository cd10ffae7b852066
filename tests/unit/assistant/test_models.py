"""Which model answers, and what is refused before any of it is opened."""

import hashlib
from pathlib import Path

import pytest

from app.assistant.models import chosen_model, shipped_model
from app.domain.errors import ModelRefusedError
from app.workers.model_files import verify
from tests.helpers.assistant_samples import models_folder


def test_the_shipped_files_are_those_of_the_manifest() -> None:
    card = shipped_model(models_folder())
    assert card.tuned
    for file in card.files.all:
        assert verify(file) > 0
    assert card.files.digest.startswith("sha256:b179c9523d0e")


def test_a_chosen_file_is_pinned_to_its_digest(tmp_path: Path) -> None:
    file = tmp_path / "own.gguf"
    file.write_bytes(b"GGUF" + bytes(64))
    card = chosen_model(file)
    assert card.files.model.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()
    assert not card.tuned


@pytest.mark.parametrize("content", [b"", b"GGU", b"PK\x03\x04zip"])
def test_a_file_that_is_no_model_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "own.gguf"
    file.write_bytes(content)
    with pytest.raises(ModelRefusedError):
        chosen_model(file)


def test_a_missing_or_damaged_list_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelRefusedError):
        shipped_model(tmp_path)
    (tmp_path / "manifest.json").write_text('{"models": []}')
    with pytest.raises(ModelRefusedError):
        shipped_model(tmp_path)
