"""How fast the model alone writes plans: its tokens a second, without the program around it."""

import statistics
from collections.abc import Sequence

from app.assistant.grammar import grammar_for
from app.assistant.models import shipped_model
from app.assistant.prompt import prompt_for
from app.assistant.question import plain
from app.base.paths import resources
from app.workers.model_client import Completion, ModelClient

MOST = 60
"""So many questions give a steady figure."""


def speed(questions: Sequence[str]) -> str:
    """One line: tokens written a second, and the milliseconds of a plan, of the first so many questions."""
    client = ModelClient(shipped_model(resources() / "models").files)
    try:
        told = [plain(question) for question in (questions[0], *questions[:MOST])]
        plans = [client.complete(prompt_for(each, tuned=True), grammar_for(each)) for each in told][1:]
    finally:
        client.close()
    return line_of(plans)


def line_of(plans: Sequence[Completion]) -> str:
    """The figures of completions; each says its own time inside the worker."""
    tokens = sum(len(plan.tokens) for plan in plans)
    took = sum(plan.milliseconds for plan in plans)
    median = statistics.median(plan.milliseconds for plan in plans)
    return f"model alone: {1000 * tokens / max(took, 1):.0f} tokens/s written (reading the prompt included), {median:.0f} ms a plan (median of {len(plans)})"
