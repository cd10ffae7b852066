"""Names of an archive's files as they are shown: a relative path that names and is never followed."""

from pathlib import PurePosixPath

from app.statements.control_characters import inert_text

LONGEST_NAME = 1000
"""Characters of a name as shown; a name in an archive may have 65,535."""
_LONGEST_PART = 100
_MOST_FOLDERS = 4
_SKIPPED = frozenset({"/", "//", "..", "."})
_SYSTEM_FILES = frozenset({"thumbs.db", "desktop.ini"})


def shown_name(stored: str) -> str:
    """A stored name below its archive, without what is not seen, its parts cut to a sane length; the ending stays."""
    parts = [inert_text(_cut(part)) for part in stored.replace("\\", "/").split("/")]
    kept = [part for part in parts if part and part not in _SKIPPED]
    return "/".join(kept[-_MOST_FOLDERS - 1 :]) or "file"


def is_shown_name(name: str) -> bool:
    """Whether a text is such a name; what a worker says is not trusted to be one."""
    path = PurePosixPath(name)
    whole = 0 < len(name) <= LONGEST_NAME and path.as_posix() == name and inert_text(name) == name
    return whole and "\\" not in name and not _SKIPPED & set(path.parts)


def numbered(name: str, number: int) -> str:
    """The name of the second, third... file that an archive holds under one name: `jan (2).csv`."""
    path = PurePosixPath(name)
    return path.with_name(f"{path.stem} ({number}){path.suffix}").as_posix()


def is_hidden(stored: str) -> bool:
    """Whether a stored name is one of the hidden files of systems."""
    parts = PurePosixPath(stored.replace("\\", "/")).parts
    hidden = any(part.startswith((".", "__MACOSX")) and part != ".." for part in parts)
    return hidden or (bool(parts) and parts[-1].lower() in _SYSTEM_FILES)


def _cut(part: str) -> str:
    if len(part) <= _LONGEST_PART:
        return part
    ending = PurePosixPath(part).suffix[:10]
    return part[: _LONGEST_PART - len(ending)] + ending
