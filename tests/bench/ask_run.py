"""Questions put to the real program: a vault a household, made, filled and asked by its terminal face."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from tests.bench.ask_judge import Verdict, judge
from tests.helpers.households import TODAY, Household
from tests.helpers.question_set import Question

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = (sys.executable, "-m", "app")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question with the answer it got and the verdict on it."""

    question: Question
    answer: Mapping[str, Any]
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """All questions of one household, and what the program's processes held in memory at the end, in MiB."""

    asked: tuple[Asked, ...]
    memory: Mapping[str, float]


def ask_household(household: Household, questions: Sequence[Question], *, folder: Path) -> Session:
    """Make the household's vault in a folder and put the questions to one warm process, one after the other."""
    place = _common(folder, household)
    make_vault(household, folder=folder, place=place)
    talked_on = {question.after for question in questions}
    asked = []
    with _process([*PROGRAM, "ask", "--stdin", "--json", *place]) as (process, sending, receiving):
        for question in questions:
            line = {"id": question.id, "question": question.text}
            if question.after or question.id in talked_on:
                line["conversation"] = question.after or question.id
            sending.write(json.dumps(line) + "\n")
            sending.flush()
            answer = _answer(receiving, question, folder=folder)
            asked.append(Asked(question=question, answer=answer, verdict=judge(question, answer)))
        memory = _memory(process.pid)
    return Session(asked=tuple(asked), memory=memory)


def make_vault(household: Household, *, folder: Path, place: Sequence[str]) -> None:
    """A new vault with every statement of the household, by `coffer new` and `coffer import`."""
    _run([*PROGRAM, "new", "--json", "--currency", household.currency, *place])
    for file in household.files:
        statement = folder / file.name
        statement.write_text(file.text, encoding="utf-8")
        kind = ("--account", file.account, "--kind", file.kind, "--currency", household.currency)
        _run([*PROGRAM, "import", str(statement), "--yes", "--json", *kind, *place])


def _common(folder: Path, household: Household) -> list[str]:
    passphrase = folder / "passphrase"
    passphrase.write_text("correct horse battery staple\n", encoding="utf-8")
    vault = folder / f"{household.name}-vault"
    return ["--vault", str(vault), "--passphrase-file", str(passphrase), "--today", TODAY.isoformat()]


def _environment() -> dict[str, str]:
    left_out = {"DISPLAY", "WAYLAND_DISPLAY", "PYTEST_CURRENT_TEST"}
    return {name: value for name, value in os.environ.items() if name not in left_out}


def _run(command: Sequence[str]) -> None:
    done = subprocess.run(
        command, cwd=ROOT, env=_environment(), capture_output=True, text=True, timeout=120, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {done.returncode}: {done.stdout}{done.stderr}")


@contextmanager
def _process(command: Sequence[str]) -> "Iterator[tuple[subprocess.Popen[str], IO[str], IO[str]]]":
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=_environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:
        assert process.stdin
        assert process.stdout
        try:
            yield process, process.stdin, process.stdout
        finally:
            process.stdin.close()
            process.wait(timeout=30)


def _answer(receiving: IO[str], question: Question, *, folder: Path) -> Mapping[str, Any]:
    line = receiving.readline()
    if not line:
        raise RuntimeError(f"the program ended at {question.id} ({question.text!r}) with its vault in {folder}")
    answer: Mapping[str, Any] = json.loads(line)
    return answer


def _memory(process: int) -> dict[str, float]:
    """What the process and its descendants hold by themselves (proportional set size), by number and name."""
    parents: dict[int, list[int]] = {}
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        parents.setdefault(int(fields[1]), []).append(int(status.parent.name))
    found, waiting = {}, [process]
    while waiting:
        number = waiting.pop()
        waiting += parents.get(number, [])
        try:
            size = re.search(r"^Pss:\s+(\d+) kB", Path(f"/proc/{number}/smaps_rollup").read_text(), re.MULTILINE)
            command = Path(f"/proc/{number}/cmdline").read_text().replace("\0", " ")
        except OSError:
            continue
        worker = re.search(r"--worker (\w+)", command)
        if size:
            found[f"{worker.group(1) if worker else 'program'} {number}"] = int(size.group(1)) / 1024
    return found
