"""What cues look at: a question's words, and what its names are of."""

from collections.abc import Callable
from dataclasses import dataclass

from app.domain.plan import PlanDraft


@dataclass(frozen=True, slots=True)
class Said:
    """A question's words, and whether all names in it are of own accounts."""

    text: str
    only_accounts: bool
    no_account: bool = False
    """Whether names are there, all of payees and categories."""
    only_payees: bool = False
    """Whether names are there, all of payees."""
    only_categories: bool = False
    """Whether names are there, all of categories."""
    nothing_known: bool = True
    """Whether no name is of anything in the vault."""


Cue = Callable[[PlanDraft, Said], PlanDraft]
