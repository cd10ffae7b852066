"""The set-up installs nothing whose SHA-256 does not stand in a lock file."""

import zipfile
from pathlib import Path

import pytest

from setup import environment, hashes
from setup.report import StepFailedError

NAME = "coffer-probe-package"


@pytest.fixture
def offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A tiny wheel in a folder that is pip's only source."""
    stem = NAME.replace("-", "_")
    wheel = tmp_path / f"{stem}-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr(f"{stem}.py", '"""Nothing."""\n')
        archive.writestr(f"{stem}-1.0.dist-info/METADATA", f"Metadata-Version: 2.1\nName: {NAME}\nVersion: 1.0\n")
        archive.writestr(
            f"{stem}-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        archive.writestr(f"{stem}-1.0.dist-info/RECORD", "")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path))
    monkeypatch.setenv("PIP_TARGET", "")
    monkeypatch.setenv("PIP_DRY_RUN", "1")
    monkeypatch.setenv("COFFER_SETUP_CACHE", str(tmp_path / "cache"))
    return wheel


def lock(folder: Path, text: str) -> Path:
    path = folder / "probe.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_hash_in_the_lock_lets_a_package_in(offered: Path, tmp_path: Path) -> None:
    environment.install(lock(tmp_path, f"{NAME}==1.0 --hash=sha256:{hashes.of_file(offered)}\n"))


def test_another_hash_stops_the_set_up(offered: Path, tmp_path: Path) -> None:
    assert offered.exists()
    with pytest.raises(StepFailedError, match="HASHES"):
        environment.install(lock(tmp_path, f"{NAME}==1.0 --hash=sha256:{'0' * 64}\n"))


def test_a_package_without_a_hash_stops_the_set_up(offered: Path, tmp_path: Path) -> None:
    assert offered.exists()
    with pytest.raises(StepFailedError, match="hash") as raised:
        environment.install(lock(tmp_path, f"{NAME}==1.0\n"))
    assert "same command again" in raised.value.remedy


def test_a_missing_lock_says_so(tmp_path: Path) -> None:
    with pytest.raises(StepFailedError, match=r"absent\.txt"):
        environment.install(tmp_path / "absent.txt")
