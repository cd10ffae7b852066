"""Looking for readable traces in everything under a folder."""

from collections.abc import Iterable
from pathlib import Path


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
