"""The model's recipe: every section of follow-ups fills, and what it teaches the app reads, allows and would be shown."""

import json
import runpy
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from types import SimpleNamespace

import pytest

from app.assistant.grammar import grammar_for
from app.assistant.plan_text import SEPARATOR, outline, read, write
from app.assistant.question import plain
from app.domain.plan import Intent
from setup.places import ROOT
from tests.helpers.grammar_walk import accepts

RECIPE = ROOT / "packaging" / "model"
AFTER = "after "
UNCOUNTED = frozenset({Intent.COMPARE, Intent.SHARE, Intent.SUBSCRIPTIONS, Intent.WHAT_IF})


@pytest.fixture(scope="module")
def recipe() -> Iterator[SimpleNamespace]:
    """What generate.py defines, with the search path as it was afterwards."""
    before = list(sys.path)
    yield SimpleNamespace(**runpy.run_path(str(RECIPE / "generate.py")))
    sys.path[:] = before


def _outlined(last: str) -> str:
    """The outline of a plan with these keys, as the app makes it."""
    head, *keys = last.split(SEPARATOR)
    return outline(read(SEPARATOR.join((head, *(f"{key} word" for key in keys)))))


def test_there_are_thousands_of_follow_ups_of_many_shapes(recipe: SimpleNamespace) -> None:
    sections = Counter(each.head for each in recipe.phrasings() if each.head.startswith(AFTER))
    assert sections.total() > 2_000
    assert len(sections) > 40
    assert all(head.endswith(" same") for head in sections)


def test_every_follow_up_fills_and_edits_the_plan_before(recipe: SimpleNamespace) -> None:
    random = Random(3)
    for phrasing in recipe.phrasings():
        if not phrasing.head.startswith(AFTER):
            continue
        example = recipe.fill(random, phrasing) or recipe.fill(random, phrasing)
        assert example is not None, phrasing
        assert example.last, phrasing
        draft = read(example.plan)
        assert draft.follows, phrasing
        assert write(draft).partition(SEPARATOR)[0] == recipe.head_after(phrasing.head, example.last), phrasing
        assert not set("@{}[]~") & set(f"{example.plan} {example.question}"), phrasing


def test_the_app_allows_the_follow_ups_that_are_taught(recipe: SimpleNamespace) -> None:
    """But for a number after a plan that counts nothing, such as `top 10 only` after a comparison."""
    random = Random(5)
    refused = []
    for phrasing in recipe.phrasings():
        example = recipe.fill(random, phrasing) if phrasing.head.startswith(AFTER) else None
        if example is not None and not _allowed(example):
            refused.append(example)
    assert len(refused) < 20
    assert [each for each in refused if read(each.plan).intent not in UNCOUNTED or not read(each.plan).limit] == []


def test_the_app_allows_the_other_plans_that_are_taught(recipe: SimpleNamespace) -> None:
    random = Random(5)
    refused = set()
    for head, phrasings in recipe._sections(recipe.phrasings()).items():
        examples = [recipe.fill(random, random.choice(phrasings)) for _ in range(3)]
        if not head.startswith(AFTER) and not all(_allowed(each) for each in examples if each is not None):
            refused.add(head)
    assert refused == set()


def _allowed(example: SimpleNamespace) -> bool:
    return accepts(grammar_for(plain(example.question), following=bool(example.last)), f" {example.plan}\n")


def test_the_outlines_before_are_those_the_app_writes(recipe: SimpleNamespace) -> None:
    random, seen = Random(7), set()
    for _ in range(3_000):
        last = recipe.last_before(random, "after @ same")
        assert _outlined(last) == last
        seen.add(read(last.partition(SEPARATOR)[0]).intent)
    assert seen == set(Intent) - {Intent.UNSUPPORTED, Intent.SUBSCRIPTIONS}
    own = recipe.last_before(Random(1), "after subscriptions new same")
    assert _outlined(own) == own == "subscriptions active" + own.removeprefix("subscriptions active")


def test_few_other_questions_come_after_one(recipe: SimpleNamespace) -> None:
    random = Random(11)
    after = [recipe.last_before(random, "total spending") for _ in range(2_000)]
    assert 0.08 < sum(map(bool, after)) / len(after) < 0.16
    assert all(recipe.last_before(random, "after total spending same") for _ in range(200))


@pytest.mark.parametrize(
    ("section", "last", "head"),
    [
        ("after @ same", "ranking income by payee | name | when", "ranking income by payee same"),
        ("after @ same", "net | when", "net same"),
        ("after count @flow same", "total transfers | when", "count transfers same"),
        ("after count @flow same", "net | when", "count spending same"),
        ("after total income same", "total spending | name", "total income same"),
        ("total spending", "list any | when", "total spending"),
    ],
)
def test_a_head_is_taken_from_the_plan_before(recipe: SimpleNamespace, section: str, last: str, head: str) -> None:
    assert recipe.head_after(section, last) == head


def test_the_same_seed_writes_the_same_examples(tmp_path: Path) -> None:
    written = []
    for name in ("one.jsonl", "other.jsonl"):
        target = tmp_path / name
        command = [
            sys.executable,
            str(RECIPE / "generate.py"),
            str(target),
            "--count",
            "400",
            "--seed",
            "9",
            "--focus",
            "follow",
        ]
        subprocess.run(command, capture_output=True, timeout=120, check=True)
        written.append(target.read_text(encoding="utf-8"))
    assert written[0] == written[1]
    examples = [json.loads(line) for line in written[0].splitlines()]
    assert len(examples) == 400
    assert len({(each["last"], each["question"]) for each in examples}) == 400
    following = [each for each in examples if read(each["plan"]).follows]
    assert len(following) > 150
    assert all(each["last"] for each in following)
