"""Answers: the card a person sees, composed from a plan and its computed result."""

from dataclasses import dataclass

from app.assistant.figure_check import unknown_figures
from app.assistant.readings import ReadingChip, reading_chips, reading_text
from app.assistant.sentences import sentence_for
from app.assistant.telling import value_text
from app.domain.result import Result
from app.domain.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerCard:
    """A computed answer: one sentence, the figure, the reading in words and as chips, and the result behind it."""

    text: str
    figure: str
    reading: str
    chips: tuple[ReadingChip, ...]
    result: Result
    blocked: tuple[str, ...] = ()
    """Figures the check found in the sentence but not in the result; the sentence was then replaced."""


def compose(result: Result, vocabulary: Vocabulary) -> AnswerCard:
    """Compose the card; a sentence with a figure that is not in the result never leaves this function."""
    text = sentence_for(result, vocabulary)
    blocked = unknown_figures(text, result, vocabulary=vocabulary)
    figure = value_text(result)
    return AnswerCard(
        text=f"{figure}." if blocked else text,
        figure=figure,
        reading=reading_text(result.plan, vocabulary),
        chips=reading_chips(result.plan, vocabulary),
        result=result,
        blocked=blocked,
    )
