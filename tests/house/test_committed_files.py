"""What is committed: the agreed names at the top, no machine's paths, no registry's address, every lock by hash."""

import re
import tomllib

import pytest

from tests.helpers.source_tree import ROOT, committed_files, nothing

TOP = {"app", "packaging", "resources", "tests", ".ci", ".gitignore", "LICENSE", "README.md", "pyproject.toml"}
# Built from pieces, so that this file does not hold what it forbids.
MACHINE_PATHS = tuple(
    f"/{first}/{rest}" for first, rest in (("work", "main"), ("work", "shared"), ("tmp", "coffer"), ("root", ""))
)
REGISTRY_HOSTS = tuple(
    f"{name}.{end}" for name, end in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("huggingface", "co"))
)
TEXT_ENDINGS = (
    ".py",
    ".md",
    ".toml",
    ".txt",
    ".in",
    ".sh",
    ".json",
    ".cfg",
    ".spec",
    ".feature",
    ".svg",
    ".css",
    ".qss",
    ".sql",
    "/run",
)
LOCKS = sorted((ROOT / "packaging" / "locks").glob("*.txt"))


def test_the_top_level_holds_only_the_agreed_names() -> None:
    assert {name.split("/")[0] for name in committed_files()} <= TOP


def test_no_committed_file_names_a_machine_or_a_registry() -> None:
    nothing(
        f"{name}: {text}"
        for name in committed_files()
        if name.endswith(TEXT_ENDINGS)
        for text in MACHINE_PATHS + REGISTRY_HOSTS
        if text in (ROOT / name).read_text(encoding="utf-8", errors="replace")
    )


def test_no_model_or_vault_is_committed_by_accident() -> None:
    large = [name for name in committed_files() if (ROOT / name).stat().st_size > 20_000_000]
    assert not large


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_package_of_a_lock_is_pinned_by_hash_and_by_nothing_else(lock: object) -> None:
    text = re.sub(r"\\\n", " ", str(lock and lock.read_text(encoding="utf-8")))  # type: ignore[attr-defined]
    entries = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert entries
    for entry in entries:
        assert re.match(r"^[A-Za-z0-9._-]+==[^ ]+ ", entry), entry
        assert "--hash=sha256:" in entry, entry
    assert "://" not in text
    assert "--index" not in text
    assert "--find-links" not in text


def test_every_library_of_the_project_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {re.split(r"[<>=!~ ]", entry)[0].lower() for entry in project["dependencies"]}
    locks = "\n".join(
        (ROOT / "packaging" / "locks" / name).read_text(encoding="utf-8") for name in ("run.txt", "llama.txt")
    )
    locked = {
        line.split("==")[0].lower() for line in locks.splitlines() if "==" in line and not line.startswith((" ", "#"))
    }
    assert wanted <= locked
