"""Puts a set of questions to the real program and prints how it did.

`python -m tests.bench.ask --set development|locked [--household NAME] [--show]`
"""

import argparse
import json
import math
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from tests.bench.ask_judge import Verdict
from tests.bench.ask_run import Asked, Session, ask_household
from tests.bench.ask_speed import speed
from tests.helpers.question_set import SETS, households, question_set

HANDLED = ("unsupported", "ambiguous")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the set and print the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", choices=SETS, required=True, dest="name")
    parser.add_argument("--household", choices=sorted(households()))
    parser.add_argument("--show", action="store_true", help="print each question that was not answered right")
    parser.add_argument("--write", type=Path, help="keep every answer with its verdict, a JSON object a line")
    wanted = parser.parse_args(arguments)
    if wanted.show and wanted.name == "locked":
        print("The locked set is run to report, never to tune: do not mend anything by what is shown here.")
    sessions = run_set(wanted.name, only=wanted.household)
    asked = [one for session in sessions for one in session.asked]
    if wanted.show:
        for one in asked:
            if not one.verdict.good:
                print(_miss(one))
    if wanted.write:
        wanted.write.write_text("".join(f"{_kept(one)}\n" for one in asked), encoding="utf-8")
    print(report(sessions))
    print(speed([one.question.text for one in asked]))
    return 0


def run_set(name: str, *, only: str | None = None) -> tuple[Session, ...]:
    """Put a set to the program, household by household."""
    questions = question_set(name)
    sessions = []
    for household in households().values():
        if only in (None, household.name):
            mine = [question for question in questions if question.household == household.name]
            with tempfile.TemporaryDirectory(prefix="coffer-ask-") as folder:
                sessions.append(ask_household(household, mine, folder=Path(folder)))
    return tuple(sessions)


def report(sessions: Sequence[Session]) -> str:
    """The scores in a few lines."""
    asked = [one for session in sessions for one in session.asked]
    lines = [
        (
            f"{len(asked)} questions: {_share(asked, good)} right, "
            f"{_share(asked, wrong)} wrong but confident, {_share(asked, in_words)} of them right only in the sentence"
        ),
        *(_line(name, one) for name, one in _by(asked, lambda one: one.question.household)),
        "by kind:",
        *(_line(name, one) for name, one in _by(asked, lambda one: one.question.figure)),
        f"verdicts: {dict(Counter(one.verdict.value for one in asked))}",
        f"planned by: {dict(Counter(str(one.answer.get('planned_by')) for one in asked))}",
        *_times(asked),
        *(f"memory in MiB: {dict(session.memory)}" for session in sessions),
    ]
    return "\n".join(lines)


def accuracy(asked: Sequence[Asked]) -> float:
    """The part of the questions that were answered, asked back or refused as they should be."""
    return sum(map(good, asked)) / len(asked)


def confident_and_wrong(asked: Sequence[Asked]) -> float:
    """The part of the questions that got a wrong answer."""
    return sum(map(wrong, asked)) / len(asked)


def good(one: Asked) -> bool:
    return one.verdict.good


def wrong(one: Asked) -> bool:
    return one.verdict is Verdict.WRONG


def in_words(one: Asked) -> bool:
    return one.verdict is Verdict.IN_WORDS


def percentile(numbers: Iterable[float], percent: int) -> float:
    """The smallest number that so many percent of the numbers do not exceed."""
    ordered = sorted(numbers)
    return ordered[max(0, math.ceil(len(ordered) * percent / 100) - 1)]


def _times(asked: Sequence[Asked]) -> list[str]:
    lines = []
    for part in ("total", "plan", "run"):
        took = [one.answer["milliseconds"][part] for one in asked if one.answer.get("milliseconds")]
        if took:
            lines.append(
                f"milliseconds, {part}: p50 {percentile(took, 50)}, p95 {percentile(took, 95)}, most {max(took)}"
            )
    return lines


def _by(asked: Sequence[Asked], key: Callable[[Asked], str]) -> list[tuple[str, list[Asked]]]:
    names = sorted({key(one) for one in asked})
    return [(name, [one for one in asked if key(one) == name]) for name in names]


def _line(name: str, asked: Sequence[Asked]) -> str:
    told = "handled" if name in HANDLED else "right"
    return f"  {name:14} {len(asked):4}  {_share(asked, good)} {told}, {_share(asked, wrong)} wrong but confident"


def _share(asked: Sequence[Asked], test: Callable[[Asked], bool]) -> str:
    return f"{100 * sum(map(test, asked)) / len(asked):.1f} %"


def _miss(one: Asked) -> str:
    question, answer = one.question, one.answer
    rights = "\n            or ".join(dict.fromkeys(_told_right(right) for right in question.right()))
    return (
        f"{one.verdict.upper()} {question.id}: {question.text}\n"
        f"  expected: {rights}\n"
        f"  got:      {answer.get('status')} {json.dumps(answer.get('value'))} {answer.get('text')}\n"
        f"  reading:  {answer.get('reading')} ({answer.get('planned_by')})\n"
        f"  plan:     {json.dumps(answer.get('plan'))}\n"
    )


def _told_right(right: object) -> str:
    fields = {name: getattr(right, name) for name in getattr(type(right), "__slots__", ())}
    return ", ".join(f"{name} {value}" for name, value in fields.items() if value)


def _kept(one: Asked) -> str:
    return json.dumps(
        {"id": one.question.id, "question": one.question.text, "verdict": one.verdict.value, "answer": dict(one.answer)}
    )


if __name__ == "__main__":
    raise SystemExit(main())
