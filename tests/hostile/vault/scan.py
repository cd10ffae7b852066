"""Looking for readable traces in everything under a folder, and in the memory of processes."""

import contextlib
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

_LARGEST = 1 << 32


def readable_traces(folder: Path, canaries: Iterable[bytes]) -> list[str]:
    """Each file and canary found, in UTF-8 or UTF-16, in a file's bytes or its name."""
    found = []
    for path in sorted(folder.rglob("*")):
        data = path.read_bytes() if path.is_file() else b""
        for canary in canaries:
            text = canary.decode("utf-8")
            forms = (canary, text.encode("utf-16-le"), text.encode("utf-16-be"))
            if any(form in data for form in forms) or text in path.name:
                found.append(f"{path.name}: {text}")
    return found


def say(line: str) -> None:
    """Tell the test that waits on our standard output."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def process_tree(root: int) -> list[int]:
    """A process and all that descend from it, those that have ended left out."""
    children: dict[int, list[int]] = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal():
            with contextlib.suppress(OSError, IndexError, ValueError):
                parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
                children.setdefault(parent, []).append(int(folder.name))
    found = [root]
    for pid in found:
        found.extend(children.get(pid, []))
    return found


def in_memory(pid: int, secrets: Mapping[str, bytes]) -> set[str]:
    """The names of those secrets that lie in a process's readable memory; raises PermissionError, OSError."""
    seen: set[str] = set()
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for first, last in _mapped(pid):
            with contextlib.suppress(OSError, ValueError):
                memory.seek(first)
                data = memory.read(last - first)
                seen.update(name for name, secret in secrets.items() if secret in data)
    return seen


def _mapped(pid: int) -> list[tuple[int, int]]:
    spans = []
    for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
        span, rights, *_ = line.split()
        first, last = (int(end, 16) for end in span.split("-"))
        if rights.startswith("rw") and last - first < _LARGEST:
            spans.append((first, last))
    return spans
