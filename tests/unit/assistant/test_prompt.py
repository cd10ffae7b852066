"""The prompt holds the question, and of the question before closed words alone."""

from hypothesis import given, settings
from hypothesis import strategies as st

from app.assistant.plan_text import SEPARATOR, outline, read, write
from app.assistant.prompt import EXAMPLES, FOLLOWING_EXAMPLES, prompt_for
from app.assistant.question import plain
from app.domain.plan import PlanDraft
from tests.helpers.plan_drafts import drafts


def test_the_tuned_model_sees_the_question_alone() -> None:
    assert prompt_for(plain("What about RENT?"), tuned=True) == "Q: what about rent\nP:"


def test_another_model_sees_examples_that_are_plans() -> None:
    assert prompt_for(plain("rent?"), tuned=False).endswith("Q: rent\nP:")
    for question, plan in EXAMPLES:
        assert plain(question).text == question
        assert write(read(plan)) == plan


def test_after_another_question_its_outline_comes_first() -> None:
    last = read("total spending | name noodle bar | name rent | when may")
    shown = "L: total spending | name | when\nQ: and in june\nP:"
    assert prompt_for(plain("And in June?"), tuned=True, last=last) == shown
    untuned = prompt_for(plain("And in June?"), tuned=False, last=last)
    assert untuned.endswith(f"\n{shown}")
    assert untuned.count("L: ") == len(FOLLOWING_EXAMPLES) + 1
    assert "L: " not in prompt_for(plain("And in June?"), tuned=False)


def test_the_examples_of_follow_ups_are_plans_after_outlines() -> None:
    for before, question, plan in FOLLOWING_EXAMPLES:
        assert plain(question).text == question
        assert write(read(plan)) == plan
        assert read(plan).follows
        head, *keys = before.split(SEPARATOR)
        assert outline(read(SEPARATOR.join((head, *(f"{key} word" for key in keys))))) == before


CANARIES = st.from_regex(r"kanari[0-9]{1,4}( kanari[0-9]{1,3})?", fullmatch=True)


@settings(max_examples=60)
@given(drafts(CANARIES), st.booleans())
def test_no_span_of_the_question_before_is_told(last: PlanDraft, tuned: bool) -> None:
    shown = prompt_for(plain("and in june"), tuned=tuned, last=last)
    assert "kanari" in write(last) or write(last).count(SEPARATOR) == 0
    assert "kanari" not in shown
