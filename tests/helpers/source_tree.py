"""The project's own files, as the house tests read them: parsed once, named from the top of the checkout."""

import ast
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Module:
    """One Python file: where it lies, its text and its syntax tree."""

    path: str
    text: str
    tree: ast.Module

    @property
    def lines(self) -> int:
        """How many lines the file has."""
        return self.text.count("\n") + 1

    def place(self, node: ast.AST) -> str:
        """The file and line of a node, as an editor opens it."""
        return f"{self.path}:{getattr(node, 'lineno', 1)}"


def nothing(found: Iterable[str]) -> None:
    """Assert that a search found nothing; the failure names every place on a line of its own."""
    places = sorted(set(found))
    assert not places, "\n  " + "\n  ".join(places)


@cache
def modules(*folders: str) -> tuple[Module, ...]:
    """Every Python file under these folders of the checkout, in the order of their paths."""
    found = (path for folder in folders for path in sorted((ROOT / folder).rglob("*.py")))
    return tuple(_module(path) for path in found if "__pycache__" not in path.parts)


@cache
def committed_files() -> tuple[str, ...]:
    """Every file that git knows or would add, from the top of the checkout; those that exist."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout.decode()
    return tuple(sorted(name for name in listed.split("\0") if name and (ROOT / name).is_file()))


def _module(path: Path) -> Module:
    text = path.read_text(encoding="utf-8")
    return Module(path=path.relative_to(ROOT).as_posix(), text=text, tree=ast.parse(text))
