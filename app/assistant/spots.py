"""Where a draft's spans stand in the question, and which of its words none of them covers."""

from collections.abc import Iterator

from app.assistant.question import first_form, last_forms
from app.domain.plan import PlanDraft


def spans_of(draft: PlanDraft) -> tuple[str, ...]:
    """All spans of a draft."""
    single = (draft.when, draft.other_when, draft.at_least, draft.at_most, draft.limit, draft.change)
    return tuple(span for span in (*draft.names, *draft.added, *draft.without, *draft.other_names, *single) if span)


def place_of(span: str, words: tuple[str, ...]) -> range:
    """The first run of the question's words that is the span; empty where it stands nowhere."""
    wanted = span.split()
    for start in range(len(words) - len(wanted) + 1):
        run = words[start : start + len(wanted)]
        bare = [first_form(run[0]), *run[1:]] if run else []
        if bare[:-1] == wanted[:-1] and (bare[-1] == wanted[-1] or wanted[-1] in last_forms(bare[-1])):
            return range(start, start + len(wanted))
    return range(0)


def covered(draft: PlanDraft, words: tuple[str, ...]) -> frozenset[int]:
    """Places of the words that some span has taken."""
    return frozenset(place for span in spans_of(draft) for place in place_of(span, words))


def free_runs(words: tuple[str, ...], taken: frozenset[int], *, longest: int = 5) -> Iterator[range]:
    """Runs of words that no span has taken, long ones first."""
    for size in range(min(longest, len(words)), 0, -1):
        for start in range(len(words) - size + 1):
            run = range(start, start + size)
            if not taken & set(run):
                yield run


def text_of(run: range, words: tuple[str, ...]) -> str:
    """The words of a run as a span is copied: without marks at its ends."""
    if not run:
        return ""
    inner = list(words[run.start : run.stop])
    inner[0] = first_form(inner[0])
    forms = last_forms(inner[-1])
    inner[-1] = forms[-1] if forms else ""
    return " ".join(word for word in inner if word)
