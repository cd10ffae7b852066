"""The prompt: the question alone. No name, amount or text of the vault ever stands in it."""

from app.assistant.question import Question

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


def prompt_for(question: Question, *, tuned: bool) -> str:
    """What the model reads; `tuned` is whether the adapter goes with it."""
    line = f"Q: {question.text}\nP:"
    if tuned:
        return line
    return "".join(f"Q: {asked}\nP: {plan}\n" for asked, plan in EXAMPLES) + line
