"""The pools of words in pools.toml."""

import tomllib
from pathlib import Path

FOLDER = Path(__file__).parent


def _load() -> dict[str, tuple[str, ...]]:
    raw = tomllib.loads((FOLDER / "pools.toml").read_text(encoding="utf-8"))
    return {name: tuple(item.strip("\n") for item in text.replace("\n", " ").split(";")) for name, text in raw.items()}


POOLS = {
    name: items if name in {"prefixes", "suffixes"} else tuple(item.strip() for item in items if item.strip())
    for name, items in _load().items()
}
