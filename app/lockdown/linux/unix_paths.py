"""The short list of unix sockets that may be connected to; everything else is refused.

X11, Wayland and the input method draw the window; the session bus carries accessibility and the system keyring.
Off the list on purpose: nscd and systemd-resolved (they ask the network for us), docker, ssh and GPG agents.
The list is advisory against hostile code in the process itself: the path is read before the kernel reads it.
"""

import fnmatch
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UnixPaths:
    """Patterns of absolute paths ("@" in front: an abstract name)."""

    patterns: tuple[str, ...]

    def allows(self, path: str) -> bool:
        """True when the path is on the list and is no symbolic link to somewhere else."""
        if not any(fnmatch.fnmatchcase(path, pattern) for pattern in self.patterns):
            return False
        return path.startswith("@") or os.path.realpath(path) == path


def unix_paths(environment: Mapping[str, str]) -> UnixPaths:
    """The list for this session, from the variables that name its display and its bus."""
    runtime = environment.get("XDG_RUNTIME_DIR", "").rstrip("/")
    wayland = environment.get("WAYLAND_DISPLAY", "wayland-0" if runtime else "")
    found = [*_display(environment.get("DISPLAY", "")), *_bus(environment.get("DBUS_SESSION_BUS_ADDRESS", ""))]
    if wayland:
        found.append(_literal(wayland if wayland.startswith("/") else f"{runtime}/{wayland}"))
    if runtime.startswith("/"):
        found += [f"{_literal(runtime)}/bus", f"{_literal(runtime)}/at-spi/bus*"]
    home = environment.get("HOME", "").rstrip("/")
    if home.startswith("/"):
        found += [f"{_literal(home)}/.cache/at-spi/bus*", f"{_literal(home)}/.cache/ibus/dbus-*"]
    return UnixPaths(patterns=tuple(dict.fromkeys(name for name in found if name.startswith(("/", "@")))))


def _display(display: str) -> list[str]:
    number = re.fullmatch(r"(?:unix)?:(\d+)(?:\.\d+)?", display)
    if not number:
        return []
    return [f"/tmp/.X11-unix/X{number[1]}", f"@/tmp/.X11-unix/X{number[1]}"]  # noqa: S108 - X11's fixed place


def _bus(addresses: str) -> list[str]:
    names = []
    for address in addresses.split(";"):
        fields = dict(part.split("=", 1) for part in address.removeprefix("unix:").split(",") if "=" in part)
        if address.startswith("unix:") and "path" in fields:
            names.append(_literal(fields["path"]))
        if address.startswith("unix:") and "abstract" in fields:
            names.append("@" + _literal(fields["abstract"]))
    return names


def _literal(path: str) -> str:
    return re.sub(r"([*?[])", r"[\1]", path)
