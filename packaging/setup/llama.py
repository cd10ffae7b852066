"""llama-cpp-python built once from its pinned source: for every processor of the family, and without network code."""

import platform
import re
import shutil
import sys
import sysconfig
import tempfile
import zipfile
from pathlib import Path

from setup import elf, environment, hashes
from setup.command import run
from setup.places import LOCKS, cache, venv_program
from setup.report import StepFailedError, Watch, say

SOURCE_LOCK = LOCKS / "llama.txt"
TOOLS_LOCK = LOCKS / "llama-build.txt"
INSIDE_LLAMA = """\
set(LLAMA_BUILD_COMMON OFF)
set(CMAKE_PLATFORM_NO_VERSIONED_SONAME ON)
"""
OFF = (
    "GGML_NATIVE",
    "GGML_OPENMP",
    "LLAVA_BUILD",
    "LLAMA_OPENSSL",
    "LLAMA_SUBPROCESS",
    "LLAMA_BUILD_TESTS",
    "LLAMA_BUILD_TOOLS",
    "LLAMA_BUILD_EXAMPLES",
    "LLAMA_BUILD_SERVER",
    "LLAMA_BUILD_APP",
    "LLAMA_BUILD_UI",
    "LLAMA_USE_PREBUILT_UI",
    "GGML_CCACHE",
)
ON = ("GGML_BACKEND_DL", "GGML_CPU_ALL_VARIANTS")
LIBRARY_FOLDER = "llama_cpp/lib"
FORBIDDEN_SYMBOLS = (
    "socket", "connect", "listen", "sendto", "getaddrinfo", "gethostbyname", "SSL_new", "SSL_connect",
)  # fmt: skip
LIBRARY_NAME = re.compile(r"\.(so(\.[0-9.]+)?|dylib|dll)$")
# The sapphirerapids variant is left out: its AMX tiles died with an illegal instruction on a virtual machine whose
# processor and kernel both offered AMX. Such a machine runs the zen4 or icelake variant instead.
EXCLUDED = "**/*.cmake;**/*.pc;**/*.h;llama_cpp/server/**;llama_cpp/lib/*sapphirerapids*"
BUILD_REMEDY = "A C++ compiler must be installed (Debian: apt-get install g++). Run the same command again."


def settings() -> tuple[str, ...]:
    """Every CMake setting of the build, in a fixed order; the cache is keyed by them."""
    relative = "@loader_path" if sys.platform == "darwin" else "$ORIGIN"
    return (
        *(f"-D{name}=OFF" for name in OFF),
        *(f"-D{name}=ON" for name in ON),
        *(f"-DCMAKE_INSTALL_{kind}DIR={LIBRARY_FOLDER}" for kind in ("BIN", "LIB")),
        "-DCMAKE_INSTALL_INCLUDEDIR=llama_cpp/include",
        f"-DCMAKE_INSTALL_RPATH={relative}",
        "-DCMAKE_BUILD_TYPE=Release",
    )


def wheel_folder() -> Path:
    """The cache folder of the wheel made from this source, by these tools and settings, for this platform."""
    key = hashes.of_texts(
        SOURCE_LOCK.read_text(),
        TOOLS_LOCK.read_text(),
        *settings(),
        INSIDE_LLAMA,
        EXCLUDED,
        sysconfig.get_platform(),
        platform.machine(),
    )
    return cache() / "llama" / key[:32]


def built_wheel() -> Path:
    """The verified wheel, out of the cache or built now (minutes).

    Raises:
        StepFailedError: the build failed, or what it made is not what was asked for.
    """
    folder = wheel_folder()
    if wheel := _cached(folder):
        return wheel
    watch = Watch()
    say("building the model engine from source, once for this machine (5 to 15 minutes)")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="coffer-llama-") as work:
        wheel = _build(Path(work))
        check(wheel)
        fresh = Path(tempfile.mkdtemp(dir=folder.parent))
        shutil.copy2(wheel, fresh)
        (fresh / "sha256").write_text(hashes.of_file(wheel))
        shutil.rmtree(folder, ignore_errors=True)
        fresh.rename(folder)
    say(f"model engine built in {watch}")
    return folder / wheel.name


def _cached(folder: Path) -> Path | None:
    wheels = sorted(folder.glob("*.whl"))
    seal = folder / "sha256"
    if len(wheels) == 1 and seal.is_file() and seal.read_text() == hashes.of_file(wheels[0]):
        return wheels[0]
    return None


def _build(work: Path) -> Path:
    tools = work / "tools"
    environment.create(tools)
    environment.install(TOOLS_LOCK, venv=tools)
    inside = work / "inside_llama.cmake"
    inside.write_text(INSIDE_LLAMA)
    arguments = [*settings(), f"-DCMAKE_PROJECT_llama.cpp_INCLUDE={inside.as_posix()}"]
    python = venv_program("python", venv=tools)
    run(
        [
            str(python), "-m", "pip", "wheel", "-v", "--no-deps", "--no-build-isolation", "--no-cache-dir",
            "--require-hashes", "--no-binary", "llama-cpp-python", "--wheel-dir", str(work / "out"),
            "--requirement", str(SOURCE_LOCK),
        ],
        "building the model engine",
        remedy=BUILD_REMEDY,
        environment=environment.activated(tools) | {
            "CMAKE_ARGS": " ".join(f"'{argument}'" for argument in arguments),
            "CMAKE_GENERATOR": "Ninja",
            "SKBUILD_WHEEL_EXCLUDE": EXCLUDED,
            "SOURCE_DATE_EPOCH": "1763769600",
        },
    )  # fmt: skip
    wheels = sorted((work / "out").glob("*.whl"))
    if len(wheels) != 1:
        raise StepFailedError(f"the build of the model engine left {len(wheels)} wheels", remedy=BUILD_REMEDY)
    return wheels[0]


def check(wheel: Path) -> None:
    """Look into a built wheel: each library once, several processor variants, and no network symbol in any.

    Raises:
        StepFailedError: the wheel is not what the settings ask for.
    """
    with zipfile.ZipFile(wheel) as archive:
        libraries = [name for name in archive.namelist() if LIBRARY_NAME.search(name)]
        twice = [name for name in libraries if not name.startswith(LIBRARY_FOLDER) or ".so." in name]
        networked = [f"{name}: {symbol}" for name in libraries for symbol in _network_symbols(archive.read(name))]
    variants = [name for name in libraries if "ggml-cpu" in name]
    faults = twice + networked + ([] if len(variants) > 1 else [f"only {len(variants)} processor variants"])
    if faults:
        raise StepFailedError(
            f"the built model engine is not as asked: {'; '.join(faults)}", remedy="Report this; do not use it."
        )


def _network_symbols(library: bytes) -> list[str]:
    """The forbidden names a library asks for; on other systems than Linux, those that stand in it anywhere."""
    asked = elf.imported(library)
    return [name for name in FORBIDDEN_SYMBOLS if (name in asked if asked else f"\0{name}\0".encode() in library)]
