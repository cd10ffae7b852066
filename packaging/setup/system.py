"""What the system must bring: Qt's libraries and, once, a C++ compiler. Installed where allowed, else named."""

import ctypes
import os
import shutil
import subprocess
import sys

from setup.command import run
from setup.report import StepFailedError, say

# Debian package -> the library that Qt's xcb platform loads from it.
QT_LIBRARIES = {
    "libegl1": "libEGL.so.1",
    "libgl1": "libGL.so.1",
    "libfontconfig1": "libfontconfig.so.1",
    "libfreetype6": "libfreetype.so.6",
    "libglib2.0-0": "libglib-2.0.so.0",
    "libdbus-1-3": "libdbus-1.so.3",
    "libxkbcommon0": "libxkbcommon.so.0",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
    "libx11-xcb1": "libX11-xcb.so.1",
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-image0": "libxcb-image.so.0",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-randr0": "libxcb-randr.so.0",
    "libxcb-render-util0": "libxcb-render-util.so.0",
    "libxcb-shape0": "libxcb-shape.so.0",
    "libxcb-sync1": "libxcb-sync.so.1",
    "libxcb-xfixes0": "libxcb-xfixes.so.0",
    "libxcb-xkb1": "libxcb-xkb.so.1",
}
TEST_PROGRAMS = {"git": "git", "strace": "strace", "xvfb": "Xvfb", "xauth": "xauth"}


def qt_libraries() -> None:
    """See that every library Qt's window needs can be loaded; install or name the missing ones.

    Raises:
        StepFailedError: some are missing and may not be installed from here.
    """
    if not sys.platform.startswith("linux"):
        return
    missing = [package for package, library in QT_LIBRARIES.items() if not _loads(library)]
    if missing:
        install_debian(missing, what="libraries for the window")


def compiler() -> None:
    """See that a C++ compiler is there for the one build from source.

    Raises:
        StepFailedError: none is there and none may be installed from here.
    """
    if sys.platform.startswith("linux") and not (shutil.which("c++") or shutil.which("g++") or shutil.which("clang++")):
        install_debian(["g++"], what="a C++ compiler")


def test_programs() -> None:
    """See that the programs the tests run are there.

    Raises:
        StepFailedError: some are missing and may not be installed from here.
    """
    missing = [package for package, program in TEST_PROGRAMS.items() if not shutil.which(program)]
    if sys.platform.startswith("linux") and missing:
        install_debian(missing, what="programs for the tests")


def install_debian(packages: list[str], *, what: str) -> None:
    """Install Debian packages where that is allowed without a question; else say the one command.

    Raises:
        StepFailedError: not Debian, not allowed, or apt-get failed.
    """
    command = f"apt-get install --no-install-recommends {' '.join(packages)}"
    if not shutil.which("apt-get"):
        raise StepFailedError(
            f"{what} missing: {', '.join(packages)}",
            remedy="Install what your system calls these Debian packages, then run this again.",
        )
    prefix = _administrator()
    if prefix is None:
        raise StepFailedError(
            f"{what} missing: {', '.join(packages)}",
            remedy=f"Run this, then the same command again:  sudo {command}",
        )
    say(f"installing {what} ({', '.join(packages)})")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    remedy = f"Run this by hand:  sudo apt-get update && sudo {command}"
    run([*prefix, "apt-get", "update", "-q"], "asking Debian for its packages", remedy=remedy, environment=quiet)
    run([*prefix, *command.split(), "-y", "-q"], f"installing {what}", remedy=remedy, environment=quiet)


def _administrator() -> list[str] | None:
    """What makes a command the administrator's: nothing for root, sudo where it asks nothing, else None."""
    if os.geteuid() == 0:
        return []
    if not shutil.which("sudo"):
        return None
    asked = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return ["sudo", "-n"] if asked.returncode == 0 else None


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
