"""Makes the checkout itself runnable from its .venv: one path entry and the `coffer` program; no network, no build."""

import sys
from pathlib import Path

from setup.places import ROOT, VENV, venv_program

POSIX_PROGRAM = """\
#!/bin/sh
exec "$(dirname "$0")/python" -P -m app "$@"
"""
WINDOWS_PROGRAM = '@"%~dp0python.exe" -P -m app %*\r\n'


def link() -> None:
    """Write the path entry and the program where their text is not yet as wanted."""
    _write(_site_packages() / "coffer.pth", f"{ROOT}\n")
    if sys.platform == "win32":
        _write(VENV / "Scripts" / "coffer.cmd", WINDOWS_PROGRAM)
    else:
        _write(program(), POSIX_PROGRAM).chmod(0o755)


def program() -> Path:
    """The `coffer` program of this checkout."""
    return VENV / "Scripts" / "coffer.cmd" if sys.platform == "win32" else venv_program("coffer")


def _site_packages() -> Path:
    if sys.platform == "win32":
        return VENV / "Lib" / "site-packages"
    return VENV / "lib" / f"python{sys.version_info.major}.{sys.version_info.minor}" / "site-packages"


def _write(path: Path, text: str) -> Path:
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8", newline="")
    return path
