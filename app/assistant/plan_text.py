"""The plan as the model writes it: one short line of closed choices, then spans copied from the question.

    total spending | name groceries | when last month
    ranking spending by payee in count | top 5
    compare spending percent | name fuel | when march | than april
    unsupported advice

After another question it may edit that one's plan: `same` takes what is left unsaid from there, `add` puts names
beside its names.

    count spending same
    total spending same | add bakery | when may

Frozen with the adapter: a change here needs a new training run.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from app.domain.errors import PlanRefusedError
from app.domain.plan import Flow, GroupBy, Intent, Measure, OutOfScope, PlanDraft, SubscriptionView

SEPARATOR = " | "
INTENT_WORDS: Mapping[Intent, str] = MappingProxyType(
    {intent: intent.value for intent in Intent}
    | {Intent.SAVINGS_RATE: "rate", Intent.PRICE_CHANGES: "prices", Intent.WHAT_IF: "suppose"}
)
OUT_OF_SCOPE_WORDS: Mapping[OutOfScope, str] = MappingProxyType(
    {reason: reason.value for reason in OutOfScope} | {OutOfScope.OTHER_PEOPLE: "others"}
)
FLOWING = (
    Intent.TOTAL, Intent.COUNT, Intent.AVERAGE, Intent.LARGEST, Intent.SMALLEST, Intent.LIST, Intent.RANKING,
    Intent.BREAKDOWN, Intent.FIRST, Intent.LAST, Intent.COMPARE, Intent.SHARE,
)  # fmt: skip
"""Intents that say which transactions count."""
SIDED = (Intent.COMPARE, Intent.SHARE)
MEASURES = (Measure.COUNT, Measure.AVERAGE)
MOST_SPANS = 5
PERCENT_WORD = "percent"
LOWEST_WORD = "lowest"
SAME_WORD = "same"
ADD_KEY = "add"
SPAN_KEYS: Mapping[str, str] = MappingProxyType(
    {
        "name": "names",
        ADD_KEY: "added",
        "not": "without",
        "vs": "other_names",
        "when": "when",
        "than": "other_when",
        "over": "at_least",
        "under": "at_most",
        "top": "limit",
        "change": "change",
    }
)
"""Keys in the order they are written, with the draft's field each fills."""
REPEATED = ("names", "added", "without", "other_names")


def write(draft: PlanDraft) -> str:
    """The line for a draft; `read` turns it back."""
    return SEPARATOR.join((" ".join(_head(draft)), *_spans(draft)))


def outline(draft: PlanDraft) -> str:
    """The draft's head and the keys of its spans without their words: what the model is told of the last question."""
    keys = (span.partition(" ")[0] for span in _spans(replace(draft, follows=False, added=())))
    return SEPARATOR.join(dict.fromkeys((" ".join(_head(replace(draft, follows=False))), *keys)))


def _head(draft: PlanDraft) -> Iterator[str]:
    yield INTENT_WORDS[draft.intent]
    if draft.intent is Intent.UNSUPPORTED:
        yield OUT_OF_SCOPE_WORDS[draft.out_of_scope or OutOfScope.TALK]
        return
    if draft.intent is Intent.SUBSCRIPTIONS:
        yield (draft.subscription or SubscriptionView.ACTIVE).value
    elif draft.intent in FLOWING:
        yield draft.flow.value
    if draft.group_by is not None:
        yield from ("by", draft.group_by.value)
    if draft.measure is not Measure.AMOUNT:
        yield from ("in", draft.measure.value)
    if draft.ascending:
        yield LOWEST_WORD
    if draft.as_percent:
        yield PERCENT_WORD
    if draft.follows:
        yield SAME_WORD


def _spans(draft: PlanDraft) -> Iterator[str]:
    for key, name in SPAN_KEYS.items():
        value: str | tuple[str, ...] = getattr(draft, name)
        for span in (value,) if isinstance(value, str) else value:
            if span:
                yield f"{key} {span}"


@dataclass(slots=True)
class _Reading:
    single: dict[str, str] = field(default_factory=dict)
    several: dict[str, list[str]] = field(default_factory=dict)


def read(line: str) -> PlanDraft:
    """Turn a line back into a draft.

    Raises:
        PlanRefusedError: the line is outside the closed set.
    """
    head, *spans = line.strip().split(SEPARATOR)
    reading = _Reading()
    for span in spans:
        key, _, words = span.strip().partition(" ")
        name = SPAN_KEYS.get(key)
        if name is None or not words.strip():
            raise _refused(line)
        if name in REPEATED:
            reading.several.setdefault(name, []).append(words.strip())
        else:
            reading.single[name] = words.strip()
    try:
        choices = _read_head(head.split())
    except (StopIteration, ValueError, KeyError) as error:
        raise _refused(line) from error
    choices.update(reading.single)
    choices.update({name: tuple(dict.fromkeys(words)) for name, words in reading.several.items()})
    draft = PlanDraft(**choices)
    return replace(draft, follows=True) if draft.added else draft


_INTENTS = {word: intent for intent, word in INTENT_WORDS.items()}
_REASONS = {word: reason for reason, word in OUT_OF_SCOPE_WORDS.items()}


def _read_head(words: list[str]) -> dict[str, Any]:
    left = iter(words)
    intent = _INTENTS[next(left)]
    found: dict[str, Any] = {"intent": intent}
    if intent is Intent.UNSUPPORTED:
        found["out_of_scope"] = _REASONS[next(left)]
    elif intent is Intent.SUBSCRIPTIONS:
        found["subscription"] = SubscriptionView(next(left))
    elif intent in FLOWING:
        found["flow"] = Flow(next(left))
    for word in left:
        if word == "by":
            found["group_by"] = GroupBy(next(left))
        elif word == "in":
            found["measure"] = Measure(next(left))
        else:
            found[{LOWEST_WORD: "ascending", PERCENT_WORD: "as_percent", SAME_WORD: "follows"}[word]] = True
    return found


def _refused(line: str) -> PlanRefusedError:
    return PlanRefusedError(f"The model's plan is outside the closed set: {line[:80]!r}.", "Ask in other words.")
