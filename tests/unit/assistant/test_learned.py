"""What the owner said words mean goes before every other reading, while the vault still knows the name."""

from dataclasses import replace

import pytest

from app.assistant.names import NameKind, link
from app.assistant.planner import Planner
from app.domain.vocabulary import LearnedName, Vocabulary
from tests.helpers.assistant_samples import WritingModel, english, vocabulary


def taught(*names: LearnedName) -> Vocabulary:
    return replace(vocabulary(), learned=names)


@pytest.mark.parametrize("span", ["green", "Green", "the green", "GREEN "])
def test_learned_words_are_linked_without_a_question(span: str) -> None:
    assert len(link(span, vocabulary(), language=english()).choices) > 1
    linked = link(span, taught(LearnedName(span="green", payee="Green Energy")), language=english())
    assert (linked.best.kind, linked.best.names, linked.certain) == (NameKind.PAYEE, ("Green Energy",), True)
    assert linked.choices == ()


def test_a_category_can_be_learned_and_goes_before_an_exact_name() -> None:
    words = taught(LearnedName(span="noodle bar", category="Groceries"))
    best = link("noodle bar", words, language=english()).best
    assert (best.kind, best.names) == (NameKind.CATEGORY, ("Groceries",))
    assert link("streamly", words, language=english()).best.names == ("Streamly",)


def test_a_name_the_vault_no_longer_knows_is_passed_over() -> None:
    words = taught(LearnedName(span="noodle bar", payee="Gone Grocer"))
    assert link("noodle bar", words, language=english()).best.names == ("Noodle Bar",)


def test_the_model_is_shown_nothing_of_what_was_learned() -> None:
    plan = "total spending | name the corner"
    shown = []
    for words in (vocabulary(), taught(LearnedName(span="the corner", payee="Petrov & Sons"))):
        model = WritingModel(plan)
        planned = Planner(model, english()).plan("how much did i spend at the corner", words)
        shown.append(model.seen)
    assert shown[0] == shown[1]
    assert planned.plan is not None
    assert planned.plan.where.payees == ("Petrov & Sons",)
