"""What a program wrote, seen from outside: every path that strace saw opened for writing, made, moved or removed."""

import re
from collections.abc import Sequence
from pathlib import Path

CALLS = "open,openat,creat,mkdir,mkdirat,rename,renameat,renameat2,unlink,unlinkat,rmdir,link,linkat,symlink,symlinkat,truncate"
OPENED = re.compile(r"^\d+\s+(?:open|openat|creat)\((?P<arguments>.*)\)\s+= \d+<(?P<path>[^>]*)>")
CHANGED = re.compile(r"^\d+\s+(?P<call>mkdir|rename|unlink|rmdir|link|symlink|truncate)\w*\((?P<arguments>.*)\)\s+= 0")
WRITING = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND")
FOLDER_OR_NAME = re.compile(r'(?:AT_FDCWD|\d+)<(?P<folder>[^>]*)>|"(?P<name>[^"]*)"')
# Places that are no files: devices, pipes, and the process's own entries in /proc (its user namespace).
NO_FILES = re.compile(r"^(/dev/(null|tty|pts/\d+|ptmx)|/proc/(self|\d+)/|pipe:|socket:|anon_inode:|/memfd:)")


def written(lines: Sequence[str], *, cwd: Path) -> frozenset[Path]:
    """The absolute paths of files and folders that were opened for writing, made, renamed or removed."""
    found: set[str] = set()
    for line in lines:
        if opened := OPENED.match(line):
            if WRITING.search(opened["arguments"]):
                found.add(opened["path"].removesuffix(" (deleted)"))
        elif changed := CHANGED.match(line):
            found.update(_named(changed["arguments"], cwd=cwd))
    return frozenset(Path(path) for path in found if not NO_FILES.match(path))


def read(lines: Sequence[str]) -> frozenset[Path]:
    """The absolute paths of everything that was opened."""
    return frozenset(Path(opened["path"]) for line in lines if (opened := OPENED.match(line)))


def _named(arguments: str, *, cwd: Path) -> list[str]:
    """The paths a call names, each below the folder named just before it, or below cwd."""
    folder, paths = str(cwd), []
    for match in FOLDER_OR_NAME.finditer(arguments):
        if match["folder"] is not None:
            folder = match["folder"]
        else:
            paths.append(str(Path(folder) / match["name"]))
            folder = str(cwd)
    return paths
