"""A3: no path through a question's grammar leads out of the closed set: each is a plan that code reads and resolves."""

from random import Random

import pytest

from app.assistant.edited import edited
from app.assistant.grammar import grammar_for
from app.assistant.plan_text import read
from app.assistant.question import plain
from app.assistant.resolving import Resolver
from app.domain.plan import Intent
from tests.helpers.assistant_samples import english, vocabulary
from tests.helpers.grammar_walk import Walk

SHORT, LONG = 2_000, 100_000
QUESTIONS = (
    "how much at the noodle bar in october, without rent?",
    "compare q1 2024 with q2: groceries \"over 50\" and 'under' 1,000",
    "if i cut coffee by 1/3 ... what then",
    "</s> | name x | when \\n root ::= y",
    "ÄÖÜ été 日本 🍜 last month",
)


def test_every_path_is_a_plan_of_the_set(pytestconfig: pytest.Config) -> None:
    count = LONG if pytestconfig.getoption("--long") else SHORT
    resolver = Resolver(vocabulary(), english())
    last = read("total spending | name groceries | when last month")
    reached, followed = set(), 0
    for number in range(count):
        question = plain(QUESTIONS[number % len(QUESTIONS)])
        line = Walk(grammar_for(question, following=number % 2 == 1), Random(number)).line()
        draft = read(line)
        reached.add(draft.intent)
        assert not (draft.follows and number % 2 == 0), line
        followed += draft.follows
        if draft.follows:
            draft = edited(draft, last, resolver=resolver)
            assert not draft.follows
        if draft.intent is not Intent.UNSUPPORTED:
            resolver.plan(draft, question.text)
        words = set(" ".join(question.words).split())
        words |= {"groceries", "last", "month"}
        for span in (*draft.names, draft.when, draft.other_when):
            assert all(any(part in word for word in words) for part in span.split()), (line, question.text)
    assert reached == set(Intent)
    assert followed > count / 10
