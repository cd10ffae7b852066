"""The development questions put to the real program, and the demo's five questions, each against figures of our own.

The locked questions are only looked at for their form here; `python -m tests.bench.ask --set locked` asks them.
"""

import csv
import json
import re
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.bench.ask import accuracy, confident_and_wrong
from tests.bench.ask_judge import Verdict, judge
from tests.bench.ask_run import Asked, ask_household
from tests.helpers.demo_book import demo_statements
from tests.helpers.question_oracle import Expected
from tests.helpers.question_set import SETS, Question, households, question_set
from tests.helpers.terminal import PROGRAM, environment

# Three points below what was measured last; raise both with every better adapter. Aim: 0.97 right, 0.01 wrong.
LEAST_RIGHT = 0.97
MOST_WRONG = 0.03
LEAST_FOLLOWED = 0.65
"""Of the follow-ups of one household in the twelfth set, more than half of which point at the answer before."""
LEAST_REFUSED = 0.95
"""Of the questions that are none of the vault's business."""
# Questions whose right answer is zero on purpose.
ZERO = {
    *(("locked", one) for one in ("american-216", "american-218", "british-213", "german-211")),
    *(("development_7", one) for one in ("american-043", "british-043", "german-043")),
}
SHORT_ONES = 7
"""Short questions of a later development set that two people hit upon by themselves."""
QUESTIONS = [question for name in SETS for question in question_set(name)]
DECIMALS = ("money", "count", "list", "percent")


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Asked, ...]:
    """Every development question with its answer; the households are asked side by side."""
    questions = question_set("development")

    def session(name: str) -> tuple[Asked, ...]:
        mine = [question for question in questions if question.household == name]
        return ask_household(households()[name], mine, folder=tmp_path_factory.mktemp(name)).asked

    with ThreadPoolExecutor(max_workers=len(households())) as pool:
        return tuple(one for answers in pool.map(session, households()) for one in answers)


def test_the_development_questions_are_answered_right(asked: tuple[Asked, ...]) -> None:
    assert len(asked) == 150
    assert accuracy(asked) >= LEAST_RIGHT, _misses(asked)


def test_few_answers_are_wrong_but_confident(asked: tuple[Asked, ...]) -> None:
    assert confident_and_wrong(asked) <= MOST_WRONG, _misses(asked)


def test_follow_ups_point_at_the_answer_before(tmp_path: Path) -> None:
    questions = [one for one in question_set("development_12") if one.household == "german"]
    told = ask_household(households()["german"], questions, folder=tmp_path).asked
    followed = [one for one in told if one.question.after]
    assert len(followed) > 20
    assert accuracy(followed) >= LEAST_FOLLOWED, _misses(followed)


def test_what_is_no_question_of_the_vault_is_refused(asked: tuple[Asked, ...]) -> None:
    outside = [one for one in asked if one.question.figure == "unsupported"]
    assert outside
    assert accuracy(outside) >= LEAST_REFUSED, _misses(outside)


def test_an_answer_proves_itself(asked: tuple[Asked, ...]) -> None:
    """A right sum or count that is not zero names the transactions behind it, and every answer says how it was read."""
    for one in asked:
        if one.answer["status"] == "answered":
            assert one.answer["reading"], one.question.text
            assert one.answer["planned_by"] in {"model", "rules"}
        if one.verdict is Verdict.RIGHT and one.question.figure in {"total", "count", "list"}:
            assert one.answer["evidence"] or one.question.text in _nothing_to_show(asked), one.question.text


def _nothing_to_show(asked: tuple[Asked, ...]) -> set[str]:
    return {one.question.text for one in asked if any(right.number == 0 for right in one.question.right())}


def _misses(asked: Iterator[Asked] | tuple[Asked, ...] | list[Asked]) -> str:
    return "\n".join(f"{one.verdict}: {one.question.text}" for one in asked if not one.verdict.good)


@pytest.mark.parametrize("name", SETS)
def test_every_question_has_a_right_answer_and_none_is_zero_by_accident(name: str) -> None:
    for question in question_set(name):
        first = question.right()[0]
        if question.readings[0].get("figure") == "nothing" or (name, question.id) in ZERO:
            assert first.number == 0, question
        elif first.kind in DECIMALS:
            assert first.number != 0, question
        else:
            assert first.kind in {"clarify", "unsupported", "names", "groups", "text", "date"}, question


def test_the_sets_are_large_and_share_no_question() -> None:
    sets = {name: question_set(name) for name in SETS}
    assert len(sets["development"]) == 150
    for household in households():
        assert sum(question.household == household for question in sets["locked"]) >= 200
        assert sum(question.household == household for question in sets["held_out"]) >= 100
    reported = {_plain(one.text) for name in ("locked", "held_out") for one in sets[name] if not one.after}
    looked_at = {
        _plain(one.text) for name in SETS if name.startswith("development") for one in sets[name] if not one.after
    }
    assert not reported & {_plain(one.text) for one in sets["development"]}
    assert len(reported & looked_at) <= SHORT_ONES, reported & looked_at


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def test_the_judge_takes_the_right_answer_and_no_other() -> None:
    """The judge itself: for each question the answer made of the right figure passes, a changed one does not."""
    judged = 0
    for question in QUESTIONS:
        for right in question.right():
            if right.kind in {"money", "count", "percent", "date", "list"} and not right.groups:
                judged += 1
                assert judge(question, _answer(question, right)).good, (question, right)
                assert judge(question, _answer(question, _changed(right))) is Verdict.WRONG, (question, right)
    assert judged > len(QUESTIONS)


def test_the_judge_calls_a_wrong_answer_wrong_and_a_refusal_a_refusal() -> None:
    total = next(question for question in QUESTIONS if question.figure == "total")
    outside = next(question for question in QUESTIONS if question.figure == "unsupported")
    figure = _answer(total, Expected(kind="money", number=Decimal("0.01")))
    assert judge(total, figure) is Verdict.WRONG
    assert judge(outside, figure) is Verdict.WRONG
    assert judge(total, {"status": "unsupported"}) is Verdict.REFUSED
    assert judge(total, {"status": "clarify"}) is Verdict.ASKED_BACK
    assert judge(outside, {"status": "unsupported"}) is Verdict.RIGHT


def _changed(right: Expected) -> Expected:
    """Another figure of its kind, too far from any fair reading to be right by chance."""
    if right.day:
        return replace(right, day=right.day + timedelta(days=4001))
    return replace(right, number=abs(right.number) + 987_654)


def _answer(question: Question, right: Expected) -> dict[str, Any]:
    currency = households()[question.household].currency
    values: dict[str, dict[str, Any]] = {
        "money": {"kind": "money", "amount": str(round(right.number, 2)), "currency": currency},
        "percent": {"kind": "percent", "number": str(round(right.number, 1))},
        "date": {"kind": "date", "date": str(right.day)},
    }
    count = {"kind": "count", "number": int(right.number)}
    return {"status": "answered", "value": values.get(right.kind, count), "rows": [], "text": ""}


@pytest.fixture(scope="module")
def demo() -> dict[str, dict[str, Any]]:
    """The answers of `coffer demo` by question."""
    done = subprocess.run(
        [*PROGRAM, "demo", "--json"], capture_output=True, text=True, timeout=180, env=environment(), check=True
    )
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return {line["question"]: line for line in lines if "question" in line}


def test_the_demo_tells_its_groceries(demo: dict[str, dict[str, Any]]) -> None:
    card = [row for row in _card() if row[0].startswith("202610")]
    shops = -sum(amount for _, amount, name in card if "GREEN GROCER" in name or "HARVEST FOODS" in name)
    bakery = -sum(amount for _, amount, name in card if "BAKERY" in name)
    assert _money(demo["How much did I spend on groceries in October 2026?"]) in {shops, shops + bakery}


def test_the_demo_tells_its_biggest_expense(demo: dict[str, dict[str, Any]]) -> None:
    spent = [amount for day, amount, _ in (*_card(), *_checking()) if day.startswith("202607")]
    assert _money(demo["What was my biggest expense in July 2026?"]) == -min(spent) == Decimal("1850.00")


def test_the_demo_tells_its_income(demo: dict[str, dict[str, Any]]) -> None:
    pay = sum(
        amount for day, amount, name in _checking() if "PAYROLL" in name and day[:6] in {"202601", "202602", "202603"}
    )
    interest = sum(Decimal(text) for text in ("33.14", "34.11", "35.08"))
    assert _money(demo["How much was my income in the first quarter of 2026?"]) == pay + interest


def test_the_demo_knows_its_subscriptions(demo: dict[str, dict[str, Any]]) -> None:
    labels = " ".join(row["label"] for row in demo["Which subscriptions do I have?"]["rows"]).casefold()
    assert all(name in labels for name in ("streambox", "tunewave", "cloudnest"))
    assert not any(name in labels for name in ("green grocer", "willow court", "quickfuel"))


def test_the_demo_finds_the_double_charge(demo: dict[str, dict[str, Any]]) -> None:
    labels = [row["label"].casefold() for row in demo["Was I charged twice for anything in March 2026?"]["rows"]]
    assert any("taco fiesta" in label for label in labels)
    assert not any("harvest" in label for label in labels)


def _money(answer: dict[str, Any]) -> Decimal:
    assert answer["status"] == "answered", answer
    assert answer["value"]["currency"] == "USD"
    return Decimal(answer["value"]["amount"])


def _file(part: str) -> Path:
    (found,) = (path for path in demo_statements() if part in path.name)
    return found


def _card() -> list[tuple[str, Decimal, str]]:
    """Day as YYYYMMDD, amount and name of each of the card's transactions."""
    blocks = re.findall(r"<STMTTRN>(.*?)</STMTTRN>", _file("card").read_text(encoding="cp1252"), re.DOTALL)
    fields = [dict(re.findall(r"<(\w+)>([^<\n]*)", block)) for block in blocks]
    assert len(fields) > 200
    return [(field["DTPOSTED"][:8], Decimal(field["TRNAMT"]), field["NAME"]) for field in fields]


def _checking() -> list[tuple[str, Decimal, str]]:
    with _file("checking").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    days = [re.sub(r"(\d\d)/(\d\d)/(\d{4})", r"\3\1\2", row["Date"]) for row in rows]
    return [(day, Decimal(row["Amount"]), row["Description"]) for day, row in zip(days, rows, strict=True)]
