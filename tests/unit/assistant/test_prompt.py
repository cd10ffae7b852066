"""The prompt holds the question alone."""

from app.assistant.plan_text import read, write
from app.assistant.prompt import EXAMPLES, prompt_for
from app.assistant.question import plain


def test_the_tuned_model_sees_the_question_alone() -> None:
    assert prompt_for(plain("What about RENT?"), tuned=True) == "Q: what about rent\nP:"


def test_another_model_sees_examples_that_are_plans() -> None:
    assert prompt_for(plain("rent?"), tuned=False).endswith("Q: rent\nP:")
    for question, plan in EXAMPLES:
        assert plain(question).text == question
        assert write(read(plan)) == plan
