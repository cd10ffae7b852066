"""What lies in the packaged folder: no network code that can be left out, each library once, the whole model."""

import json
from pathlib import Path

import pytest

from setup import bundle, elf, hashes
from setup.places import BUILD

pytestmark = pytest.mark.packaged

# Seen from their names: network libraries, and what belongs to other windows than ours.
FORBIDDEN_NAMES = (
    "Qt6Network",
    "QtNetwork",
    "WebEngine",
    "_ssl.",
    "libssl",
    "libcurl",
    "libgtk",
    "libQt6Qml",
    "libgssapi",
)
FORBIDDEN_MODULES = (
    "ssl",
    "http.client",
    "urllib.request",
    "asyncio",
    "llama_cpp.server",
    "llama_cpp.llama",
    "llama_cpp.llama_chat_format",
    "jinja2",
    "diskcache",
    "PySide6.QtNetwork",
)
# Libraries that do contain socket calls and can't be left out; README.md says so.
NETWORK_CALLS_KNOWN = (
    "_rust.abi3.so", "_socket.", "_sqlite3.", "_psutil_linux.", "libX11.", "libcrypto.", "libdbus-1.", "libglib-2.0.",
    "libgpg-error.", "libsystemd.", "libuuid.",
)  # fmt: skip
CALLS = {"socket", "connect", "listen", "getaddrinfo", "gethostbyname", "SSL_connect"}


@pytest.fixture(scope="module")
def folder() -> Path:
    """The folder of a build made of the present files."""
    return bundle.built().parent


def test_no_library_for_the_network_is_in_it(folder: Path) -> None:
    names = [path.relative_to(folder).as_posix() for path in folder.rglob("*")]
    assert [name for name in names for bad in FORBIDDEN_NAMES if bad.lower() in name.lower()] == []


def test_no_python_module_for_the_network_is_in_it() -> None:
    contents = json.loads((BUILD / "pyinstaller" / "coffer" / "modules.json").read_text(encoding="utf-8"))
    packed = set(contents)
    assert "app.bootstrap" in packed
    assert [bad for bad in FORBIDDEN_MODULES for name in packed if name == bad or name.startswith(f"{bad}.")] == []


def test_a_library_with_socket_calls_is_a_known_one(folder: Path) -> None:
    libraries = [path for path in folder.rglob("*.so*") if path.is_file() and not path.is_symlink()]
    calling = [path.name for path in libraries if CALLS & elf.imported(path.read_bytes())]
    assert [name for name in calling if not name.startswith(NETWORK_CALLS_KNOWN)] == []


def test_no_link_leads_nowhere_and_none_leaves_the_folder(folder: Path) -> None:
    links = [path for path in folder.rglob("*") if path.is_symlink()]
    assert [path for path in links if not path.exists() or not path.resolve().is_relative_to(folder.resolve())] == []


def test_the_model_in_it_is_the_one_the_manifest_names(folder: Path) -> None:
    models = folder / "lib" / "resources" / "models"
    for entry in json.loads((models / "manifest.json").read_text(encoding="utf-8"))["models"]:
        assert hashes.of_file(models / entry["file"]) == entry["sha256"]


def test_the_licences_are_in_it(folder: Path) -> None:
    assert (folder / "lib" / "LICENSE").is_file()
    assert (folder / "lib" / "resources" / "fonts" / "OFL.txt").is_file()
