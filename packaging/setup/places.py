"""Where the set-up reads and writes: the checkout, its .venv, and one cache shared by all checkouts of this user."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ROOT / "packaging" / "locks"
VENV = ROOT / ".venv"
STAMPS = VENV / "coffer-stamps"
BUILD = ROOT / "build"
MODELS = ROOT / "resources" / "models"


def venv_program(name: str, *, venv: Path = VENV) -> Path:
    """The path of an installed program inside a virtual environment, as this system names it."""
    if sys.platform == "win32":
        return venv / "Scripts" / f"{name}.exe"
    return venv / "bin" / name


def cache() -> Path:
    """The folder for what is costly to make or fetch; safe to delete at any time."""
    if override := os.environ.get("COFFER_SETUP_CACHE"):
        return Path(override)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "coffer-setup"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "coffer-setup"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "coffer-setup"
