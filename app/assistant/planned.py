"""What planning gives: a plan, a question back, or an honest no."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.plan import Intent, OutOfScope, Plan, PlanDraft


class PlannedStatus(StrEnum):
    """As in the terminal face."""

    ANSWERED = "answered"
    CLARIFY = "clarify"
    UNSUPPORTED = "unsupported"


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """The outcome for one question."""

    status: PlannedStatus
    plan: Plan | None = None
    draft: PlanDraft | None = None
    planned_by: str = "rules"
    """`model` or `rules`."""
    confidence: float = 1.0
    """Probability of the model's choices times the linker's weakest score, 0 to 1."""
    choices: tuple[str, ...] = ()
    """With `clarify`: what can be meant. With `answered`: the fair readings of a name, the one used first."""
    milliseconds: int = 0
    question: str = ""


def refusal(reason: OutOfScope) -> Plan:
    """The plan of a question out of scope."""
    return Plan(intent=Intent.UNSUPPORTED, out_of_scope=reason)
