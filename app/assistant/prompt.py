"""The prompt: the question alone. No name, amount or text of the vault ever stands in it."""

from app.assistant.plan_text import outline
from app.assistant.question import Question
from app.domain.plan import PlanDraft

EXAMPLES = (
    ("how much did i spend on groceries in march", "total spending | name groceries | when march"),
    ("top 5 shops last year without rent", "ranking spending by payee | not rent | when last year | top 5"),
    ("show purchases over 50 at the lantern", "list spending | name the lantern | over 50"),
    ("did i spend more on fuel in may than in april", "compare spending | name fuel | when may | than april"),
    ("what's in my savings account", "balance | name savings account"),
    ("what subscriptions do i have", "subscriptions active"),
    ("should i buy shares", "unsupported advice"),
)
"""For a model without the adapter: a few questions with their plans come first."""


FOLLOWING_EXAMPLES = (
    ("total spending | name | when", "and in may", "total spending same | when may"),
    ("total spending | name", "show them", "list spending same"),
    ("count spending | when", "add the bakery", "count spending same | add the bakery"),
)
"""After another question: the outline of its plan comes before the question."""


def prompt_for(question: Question, *, tuned: bool, last: PlanDraft | None = None) -> str:
    """What the model reads; `tuned` is whether the adapter goes with it, `last` the draft of the question before.

    Of `last` its closed words alone are told, no span.
    """
    line = f"Q: {question.text}\nP:"
    if last is not None:
        line = f"L: {outline(last)}\n{line}"
    if tuned:
        return line
    shown = "".join(f"Q: {asked}\nP: {plan}\n" for asked, plan in EXAMPLES)
    if last is not None:
        shown += "".join(f"L: {before}\nQ: {asked}\nP: {plan}\n" for before, asked, plan in FOLLOWING_EXAMPLES)
    return shown + line
