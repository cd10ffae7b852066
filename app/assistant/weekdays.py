"""Days of the week as a habit: `on mondays`, `at weekends`, `on weekdays` limit which days count."""

from app.assistant.language import Language

_LEADS = frozenset({"on", "at", "over", "during", "the", "every", "of", "and"})


def weekdays_of(question: str, language: Language) -> tuple[int, ...]:
    """The days of the week a question is limited to, Monday 0; empty where it names none as a habit."""
    sets = language.table("weekday_sets")
    found = {int(day) for word in _plain(question) for day in sets.get(word, ())}
    return tuple(sorted(found))


def without_weekdays(span: str, language: Language) -> str:
    """A period's span without those words; empty where nothing else is left."""
    sets = language.table("weekday_sets")
    words = [word for word in span.split() if word.strip(",.?!") not in sets]
    return " ".join(words) if any(word not in _LEADS for word in words) else ""


def _plain(question: str) -> list[str]:
    return [word.strip(",.?!;:") for word in question.split()]
