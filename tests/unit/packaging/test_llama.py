"""The look into the built engine: what it must refuse, and what the real wheel passes."""

import zipfile
from pathlib import Path

import pytest

from setup import llama
from setup.report import StepFailedError

GOOD = {f"llama_cpp/lib/libggml-cpu-{name}.so": b"\0malloc\0" for name in ("x64", "haswell")}


def wheel(folder: Path, files: dict[str, bytes]) -> Path:
    path = folder / "engine.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def test_a_wheel_as_asked_passes(tmp_path: Path) -> None:
    llama.check(wheel(tmp_path, GOOD))


@pytest.mark.parametrize("symbol", [b"socket", b"connect", b"getaddrinfo", b"SSL_new"])
def test_a_library_that_can_reach_the_network_is_refused(tmp_path: Path, symbol: bytes) -> None:
    with pytest.raises(StepFailedError, match=symbol.decode()):
        llama.check(wheel(tmp_path, GOOD | {"llama_cpp/lib/libllama.so": b"\0free\0" + symbol + b"\0"}))


@pytest.mark.parametrize("name", ["lib/libllama.so", "llama_cpp/lib/libllama.so.0", "bin/libggml.so"])
def test_a_library_that_is_there_twice_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(StepFailedError, match=r"libllama|libggml"):
        llama.check(wheel(tmp_path, GOOD | {name: b""}))


def test_a_build_for_one_processor_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StepFailedError, match="1 processor variants"):
        llama.check(wheel(tmp_path, {"llama_cpp/lib/libggml-cpu-x64.so": b""}))


def test_the_engine_that_was_built_here_passes_and_keeps_its_seal() -> None:
    built = llama.built_wheel()
    llama.check(built)
    with zipfile.ZipFile(built) as archive:
        names = archive.namelist()
    assert not [
        name for name in names if "/server/" in name or name.endswith((".h", ".cmake")) or "sapphirerapids" in name
    ]


def test_the_cache_key_follows_every_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    before = llama.wheel_folder()
    monkeypatch.setattr(llama, "OFF", llama.OFF[1:])
    assert llama.wheel_folder() != before


def test_an_altered_wheel_in_the_cache_is_not_used(tmp_path: Path) -> None:
    folder = tmp_path / "key"
    folder.mkdir()
    wheel(folder, GOOD)
    (folder / "sha256").write_text("0" * 64)
    assert llama._cached(folder) is None
