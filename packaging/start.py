"""The one command of Coffer: sets up what is missing, then opens the demo; other verbs: `test`, `build`."""

import os
import subprocess
import sys

from setup import bundle, checks, dependencies, project
from setup.places import ROOT
from setup.report import StepFailedError, fail, say

USAGE = """\
python3 packaging/start.py                  set up, then open the demo (in the terminal without a display)
python3 packaging/start.py setup            set up and stop
python3 packaging/start.py test [ARGS...]   set up and run every check; with ARGS pytest alone, with them
python3 packaging/start.py build            make the packaged program in build/packaged/coffer
"""


def main(arguments: list[str]) -> int:
    """Do what the command line asks; return the exit code."""
    verb, *rest = arguments or ["demo"]
    verbs = {"demo": demo, "setup": set_up, "test": test, "build": build}
    if verb not in verbs or (rest and verb != "test"):
        print(USAGE, file=sys.stderr if verb not in ("-h", "--help", "help") else sys.stdout)
        return 0 if verb in ("-h", "--help", "help") else 2
    try:
        return verbs[verb](rest)
    except StepFailedError as error:
        return fail(error)
    except KeyboardInterrupt:
        say("stopped; what was finished stays, so the same command goes on from here")
        return 130


def demo(_rest: list[str]) -> int:
    """Set up, then run the demo: its window, or the terminal where there is no display."""
    dependencies.for_running(window=has_display())
    say("starting Coffer")
    return subprocess.run([str(project.program()), "demo"], cwd=ROOT, check=False).returncode


def set_up(_rest: list[str]) -> int:
    """Set up and stop."""
    dependencies.for_running(window=True)
    say("ready: .venv/bin/coffer")
    return 0


def test(rest: list[str]) -> int:
    """Set up what the tests need and run every check."""
    dependencies.for_running(window=True)
    dependencies.for_testing()
    dependencies.for_packaging()
    return checks.run_all(rest)


def build(_rest: list[str]) -> int:
    """Make the packaged program."""
    dependencies.for_running(window=True)
    dependencies.for_packaging()
    say(f"packaged program: {bundle.built()}")
    return 0


def has_display() -> bool:
    """Whether a window can be opened on this system."""
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
