"""The packaged program: one folder that runs without a Python and without this checkout."""

import os
import shutil
from pathlib import Path

from setup import hashes
from setup.command import run
from setup.places import BUILD, ROOT, venv_program
from setup.report import Watch, say

SPEC = ROOT / "packaging" / "coffer.spec"
TARGET = BUILD / "packaged"
PROGRAM = TARGET / "coffer" / ("coffer.exe" if os.name == "nt" else "coffer")
SEAL = TARGET / "made-of"


def built() -> Path:
    """The program of a build that was made of the present files; built now where it is missing or older.

    Raises:
        StepFailedError: PyInstaller failed.
    """
    sources = made_of()
    if not (PROGRAM.is_file() and SEAL.is_file() and SEAL.read_text(encoding="utf-8") == sources):
        build()
        SEAL.write_text(sources, encoding="utf-8")
    return PROGRAM


def made_of() -> str:
    """One hash over everything a build is made of: code, resources, recipe, and the locks of its libraries."""
    folders = ("app", "resources", "packaging/setup", "packaging/locks")
    files = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file()]
    names = sorted(path for path in [SPEC, *files] if "__pycache__" not in path.parts and path.suffix != ".md")
    return hashes.of_texts(*(f"{path.relative_to(ROOT)} {hashes.of_file(path)}" for path in names))


def build(target: Path = TARGET) -> Path:
    """Build the folder and return the program inside it.

    Raises:
        StepFailedError: PyInstaller failed.
    """
    watch = Watch()
    say("building the packaged program (about a minute)")
    shutil.rmtree(target, ignore_errors=True)
    run(
        [
            str(venv_program("pyinstaller")), "--noconfirm", "--clean", "--log-level", "WARN",
            "--distpath", str(target), "--workpath", str(BUILD / "pyinstaller"), str(SPEC),
        ],
        "building the packaged program",
        remedy="Run `python3 packaging/start.py build` again after mending what the log names.",
        environment={"PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": "1763769600", "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    _strip(target / "coffer" / "lib")
    program = target / "coffer" / PROGRAM.name
    say(f"packaged program built in {watch}: {program}")
    return program


def _strip(folder: Path) -> None:
    """Take the debugging symbols out of the two libraries that bring many; others (numpy's) break when stripped."""
    if tool := shutil.which("strip"):
        for library in [*folder.glob("libpython3*.so*"), *(folder / "sqlcipher3").glob("*.so")]:
            run([tool, "--strip-debug", str(library)], "stripping", remedy="Take `strip` off the path and build again.")
