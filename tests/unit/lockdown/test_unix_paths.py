"""The short list of unix sockets, from the session's variables."""

from pathlib import Path

import pytest

from app.lockdown.linux.unix_paths import unix_paths


def test_nothing_is_listed_where_there_is_no_session() -> None:
    paths = unix_paths({})
    assert paths.patterns == ()
    assert not paths.allows("/run/systemd/resolve/io.systemd.Resolve")


def test_an_ordinary_session_has_its_display_bus_and_input_method() -> None:
    patterns = unix_paths({
        "DISPLAY": ":1.0",
        "XDG_RUNTIME_DIR": "/run/user/1000/",
        "WAYLAND_DISPLAY": "wayland-3",
        "DBUS_SESSION_BUS_ADDRESS": "unix:path=/run/user/1000/bus,guid=1;tcp:host=evil;unix:abstract=/tmp/dbus-x",
        "HOME": "/home/a",
    }).patterns
    assert set(patterns) == {
        "/tmp/.X11-unix/X1",
        "@/tmp/.X11-unix/X1",
        "/run/user/1000/wayland-3",
        "/run/user/1000/bus",
        "/run/user/1000/at-spi/bus*",
        "@/tmp/dbus-x",
        "/home/a/.cache/at-spi/bus*",
        "/home/a/.cache/ibus/dbus-*",
    }


@pytest.mark.parametrize("display", ["localhost:10.0", "host:0", "", "tcp/evil:0", ":../../run/docker.sock"])
def test_a_display_over_the_network_is_not_listed(display: str) -> None:
    assert not any("X11" in pattern for pattern in unix_paths({"DISPLAY": display}).patterns)


@pytest.mark.parametrize("name", ["XDG_RUNTIME_DIR", "HOME", "WAYLAND_DISPLAY"])
def test_a_pattern_in_a_variable_is_no_pattern(name: str) -> None:
    paths = unix_paths({name: "/*"})
    assert not paths.allows("/run/docker.sock")
    assert not paths.allows("/x/bus")


def test_relative_and_empty_names_are_never_listed() -> None:
    for environment in ({"WAYLAND_DISPLAY": "x"}, {"XDG_RUNTIME_DIR": "run"}, {"HOME": "."}):
        assert not any(not pattern.startswith(("/", "@")) for pattern in unix_paths(environment).patterns)


def test_a_link_to_somewhere_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bus").symlink_to("/run/docker.sock")
    paths = unix_paths({"XDG_RUNTIME_DIR": str(tmp_path)})
    assert not paths.allows(f"{tmp_path}/bus")
    (tmp_path / "bus").unlink()
    assert paths.allows(f"{tmp_path}/bus")
    assert not paths.allows(f"{tmp_path}/x/../bus")
