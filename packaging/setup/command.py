"""Runs one outside program for the set-up, its output in a log file, with a sign of life while it works."""

import os
import re
import subprocess
from pathlib import Path

from setup.places import cache
from setup.report import StepFailedError, Watch, say

HEARTBEAT_SECONDS = 15
NINJA_STEP = re.compile(rb"\[(\d+)/(\d+)\]")
# Variables that would let another Python or another project's settings into ours.
FOREIGN = ("PYTHONPATH", "PYTHONHOME", "PIP_REQUIRE_VIRTUALENV", "PIP_TARGET", "PIP_USER", "PIP_PREFIX")


def clean_environment(extra: dict[str, str] | None = None) -> dict[str, str]:
    """This process's environment without what could bend pip or Python, plus `extra`."""
    kept = {name: value for name, value in os.environ.items() if name not in FOREIGN}
    return kept | {"PIP_NO_INPUT": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"} | (extra or {})


def run(arguments: list[str], what: str, *, remedy: str, environment: dict[str, str] | None = None) -> str:
    """Run a program to its end and return its output; its whole output is kept in the cache's log folder.

    Raises:
        StepFailedError: the program could not be started, or ended with another code than 0.
    """
    log = cache() / "logs" / f"{re.sub(r'[^a-z0-9]+', '-', what.lower()).strip('-')}.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as sink:
        try:
            process = subprocess.Popen(
                arguments,
                stdout=sink,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
                env=clean_environment(environment),
            )
        except OSError as error:
            raise StepFailedError(f"{what}: {arguments[0]} could not be started ({error})", remedy=remedy) from error
        _wait(process, what, log=log)
    output = log.read_text(encoding="utf-8", errors="replace")
    if process.returncode != 0:
        tail = "\n".join(f"        | {line}" for line in output.splitlines()[-12:])
        raise StepFailedError(
            f"{what} ended with code {process.returncode}\n{tail}", remedy=f"{remedy} The whole log: {log}"
        )
    return output


def _wait(process: "subprocess.Popen[bytes]", what: str, *, log: Path) -> None:
    watch = Watch()
    while True:
        try:
            process.wait(timeout=HEARTBEAT_SECONDS)
        except subprocess.TimeoutExpired:
            say(f"  {what}: {watch}{_share_done(log)} ...")
        except BaseException:
            process.terminate()
            process.wait()
            raise
        else:
            return


def _share_done(log: Path) -> str:
    """How far a build is, read from ninja's own [done/all] marks at the end of the log."""
    with log.open("rb") as source:
        source.seek(max(0, log.stat().st_size - 20_000))
        marks = NINJA_STEP.findall(source.read())
    return f", {int(marks[-1][0])} of {int(marks[-1][1])} pieces" if marks else ""
