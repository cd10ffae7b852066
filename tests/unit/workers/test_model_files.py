"""Digests of model files, compared before anything else opens them."""

import hashlib
from pathlib import Path

import pytest

from app.workers.model_files import PinnedFile, WrongFileError, verify


def _pinned(folder: Path, content: bytes) -> PinnedFile:
    path = folder / "m.gguf"
    path.write_bytes(content)
    return PinnedFile(path, hashlib.sha256(content).hexdigest())


def test_the_right_file_gives_its_size(tmp_path: Path) -> None:
    assert verify(_pinned(tmp_path, b"GGUF" + bytes(3_000_000))) == 3_000_004


def test_one_changed_bit_is_refused(tmp_path: Path) -> None:
    file = _pinned(tmp_path, b"GGUF" + bytes(1000))
    file.path.write_bytes(b"GGUF" + bytes(999) + b"\x01")
    with pytest.raises(WrongFileError, match="not the file"):
        verify(file)


def test_a_missing_or_foreign_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WrongFileError):
        verify(PinnedFile(tmp_path / "none.gguf", "0" * 64))
    with pytest.raises(WrongFileError, match="no GGUF"):
        verify(_pinned(tmp_path, b"MZ" + bytes(100)))
