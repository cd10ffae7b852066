"""N3: no way out by a helper on this machine: unix sockets off the short list are refused, and workers have none."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.hostile.network.ordinary import Stage

CODE = """
import json, os, socket, sys
from app.lockdown import launch
lock = launch()
lock.attempts.read()
found = {}
for path in json.loads(sys.argv[1]):
    with socket.socket(socket.AF_UNIX) as s:
        try:
            s.connect(path.replace("@", chr(0), 1) if path.startswith("@") else path)
            found[path] = "connected"
        except OSError as error:
            found[path] = type(error).__name__
rows = [row.address for row in lock.attempts.read() if row.kind.value == "local"]
print(json.dumps([found, rows]))
"""
HELPERS = [
    "/run/systemd/resolve/io.systemd.Resolve", "/var/run/nscd/socket", "/run/dbus/system_bus_socket",
    "/run/docker.sock", "/var/run/docker.sock", "/run/snapd.socket", "@/tmp/.X11-unix/X55", "@ISCSIADM_ABSTRACT",
    "/tmp/.X11-unix/../../run/docker.sock", "", "relative.sock",
]
LISTENER = """
import socket, sys
servers = []
for path in sys.argv[1:]:
    server = socket.socket(socket.AF_UNIX)
    server.bind(path)
    server.listen()
    servers.append(server)
print("ready", flush=True)
sys.stdin.read()
"""


def connect(staged: Stage, paths: list[str], **environment: str) -> tuple[dict[str, str], list[str]]:
    run = staged.run("root", "-c", CODE, json.dumps(paths), environment=environment)
    assert run.returncode == 0, run.stderr
    found, rows = json.loads(run.stdout)
    return found, rows


def test_helpers_that_ask_the_network_for_us_are_refused(staged: Stage) -> None:
    found, rows = connect(staged, HELPERS)
    assert set(found.values()) == {"PermissionError"}, found
    assert [path for path in HELPERS if path] == [row for row in rows if row]


def test_only_this_sessions_display_and_bus_go_on(staged: Stage, tmp_path: Path) -> None:
    names = ["bus", "wayland-7", "docker.sock", "bus2"]
    paths = [str(tmp_path / name) for name in names]
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "docker.sock")
    command = staged.python("-c", LISTENER, *paths)
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        assert server.stdout.readline() == "ready\n"
        found, _ = connect(
            staged,
            [*paths, str(link)],
            XDG_RUNTIME_DIR=str(tmp_path),
            WAYLAND_DISPLAY=str(tmp_path / "wayland-7"),
            DBUS_SESSION_BUS_ADDRESS=f"unix:path={link}",
        )
    outcomes = [found[path] for path in [*paths, str(link)]]
    assert outcomes == ["connected", "connected", "PermissionError", "PermissionError", "PermissionError"]


@pytest.mark.parametrize("opener", ["xdg-open", "gio", "dbus-send"])
def test_a_desktop_opener_started_inside_is_locked_too(staged: Stage, opener: str) -> None:
    """Whatever the opener is, it inherits the lock; where it is absent, nothing can be opened."""
    code = (
        "import subprocess, sys; from app.lockdown import launch; lock = launch(); lock.attempts.read()\n"
        "try: subprocess.run([sys.argv[1], 'http://192.0.2.1/'], capture_output=True, timeout=20)\n"
        "except FileNotFoundError: pass\n"
        "child = subprocess.run(['cat', '/proc/self/status'], capture_output=True, text=True).stdout\n"
        "print([line.split()[1] for line in child.splitlines() if line.startswith('Seccomp:')][0])"
    )
    run = staged.run("root", "-c", code, opener)
    assert run.stdout.strip() == "2", run.stderr
