"""Settings: one table, closed; what is unknown or out of bounds is refused, what is damaged takes its default."""

import json
from pathlib import Path

import pytest

from app.base.settings import SETTINGS, Settings, load_settings, save_settings, setting_spec
from app.domain.errors import NotFoundError


def test_defaults_are_accepted_by_their_own_settings() -> None:
    assert all(spec.accepts(spec.default) for spec in SETTINGS)
    assert len({spec.key for spec in SETTINGS}) == len(SETTINGS)
    assert all(spec.text_code == f"setting_{spec.key}" or spec.text_code.startswith("setting_") for spec in SETTINGS)


def test_a_changed_setting_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "settings.json"
    changed = Settings().having("theme", "dark").having("text_scale", 150).having("strict_network_lock", value=False)
    save_settings(path, changed)
    loaded = load_settings(path)
    assert (loaded.value("theme"), loaded.value("text_scale"), loaded.value("strict_network_lock")) == (
        "dark",
        150,
        False,
    )
    assert loaded.value("lock_after_minutes") == 10


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("theme", "pink"),
        ("theme", 1),
        ("text_scale", 20),
        ("text_scale", True),
        ("lock_with_screen", 1),
        ("nonsense", "x"),
        ("currency", "EUR"),
    ],
)
def test_what_does_not_fit_is_refused(key: str, value: str | int) -> None:
    with pytest.raises(NotFoundError):
        Settings().having(key, value)


@pytest.mark.parametrize("text", ["", "[]", "{", '{"theme": "pink", "text_scale": 9999, "nonsense": 1}', "\0"])
def test_a_damaged_file_gives_the_defaults(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text, "utf-8")
    assert load_settings(path) == Settings()


def test_the_plain_file_holds_nothing_private(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"inbox_folder": "/home/alice", "theme": "dark"}), "utf-8")
    save_settings(path, load_settings(path))
    assert json.loads(path.read_text("utf-8")) == {"theme": "dark"}
    with pytest.raises(NotFoundError):
        setting_spec("nonsense")
