"""Places: with a folder given, or in the portable build, everything lies inside it."""

from dataclasses import fields
from pathlib import Path

import pytest

from app.base.files import write_whole
from app.base.paths import Places, installed_places, places_for, portable_places, resources
from app.domain.errors import FolderNotWritableError


def all_paths(places: Places) -> list[Path]:
    own = [getattr(places, item.name) for item in fields(places)]
    derived = [getattr(places, name) for name in vars(Places) if isinstance(vars(Places)[name], property)]
    return [path for path in (*own, *derived) if isinstance(path, Path)]


def test_with_a_folder_everything_lies_inside(tmp_path: Path) -> None:
    for portable in (True, False):
        paths = all_paths(places_for(tmp_path / "my vault", portable=portable))
        assert len(paths) > 8
        assert all(path.is_relative_to(tmp_path / "my vault") for path in paths)


def test_a_relative_folder_is_made_absolute(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert places_for(Path("here"), portable=False).vault == tmp_path / "here"


def test_the_portable_build_stays_beside_the_program(tmp_path: Path) -> None:
    assert all(path.is_relative_to(tmp_path) for path in all_paths(portable_places(tmp_path)))


def test_the_installed_places_are_the_owners() -> None:
    assert all("coffer" in str(path).casefold() for path in all_paths(installed_places()))


def test_resources_are_found() -> None:
    assert (resources() / "fonts").is_dir()


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    write_whole(tmp_path / "file", b"old")
    write_whole(tmp_path / "file", b"new")
    assert (tmp_path / "file").read_bytes() == b"new"
    assert (tmp_path / "file").stat().st_mode & 0o077 == 0
    (tmp_path / "folder").mkdir()
    with pytest.raises(FolderNotWritableError):
        write_whole(tmp_path / "folder", b"in the way")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]
    with pytest.raises(FolderNotWritableError):
        write_whole(tmp_path / "missing" / "file", b"x")
