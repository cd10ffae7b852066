"""The grammar made for one question: closed choices, and spans that are runs of the question's own words."""

from collections.abc import Iterable, Iterator

from app.assistant.plan_text import (
    ADD_KEY,
    FLOWING,
    INTENT_WORDS,
    LOWEST_WORD,
    MEASURES,
    MOST_SPANS,
    OUT_OF_SCOPE_WORDS,
    PERCENT_WORD,
    SAME_WORD,
    SIDED,
)  # fmt: skip
from app.assistant.question import Question, first_form, last_forms
from app.domain.plan import Flow, GroupBy, Intent, SubscriptionView

_PLAIN = tuple(intent for intent in FLOWING if intent not in SIDED)
_FLOWLESS = (Intent.NET, Intent.SAVINGS_RATE, Intent.BALANCE, Intent.PRICE_CHANGES, Intent.DUPLICATES, Intent.UNUSUAL)


def _any(words: Iterable[str]) -> str:
    return " | ".join(f'"{word}"' for word in words)


_FIXED = "\n".join(
    (
        'root ::= " " (plain | sided | flowless | subscriptions | suppose | refusal) end',
        'end ::= "\\n"',
        'plain ::= plainintent " " flow group? measure? lowest? same? filters top?',
        f"plainintent ::= {_any(INTENT_WORDS[intent] for intent in _PLAIN)}",
        'sided ::= sidedintent " " flow measure? percent? same? names adds nots others when? than? over? under?',
        f"sidedintent ::= {_any(INTENT_WORDS[intent] for intent in SIDED)}",
        "flowless ::= flowlessintent group? same? filters top?",
        f"flowlessintent ::= {_any(INTENT_WORDS[intent] for intent in _FLOWLESS)}",
        f'subscriptions ::= "{INTENT_WORDS[Intent.SUBSCRIPTIONS]} " view same? filters',
        f"view ::= {_any(SubscriptionView)}",
        f'suppose ::= "{INTENT_WORDS[Intent.WHAT_IF]}" same? filters change?',
        f'refusal ::= "{INTENT_WORDS[Intent.UNSUPPORTED]} " reason',
        f"reason ::= {_any(OUT_OF_SCOPE_WORDS.values())}",
        f"flow ::= {_any(Flow)}",
        f'group ::= " by " ({_any(GroupBy)})',
        f'measure ::= " in " ({_any(MEASURES)})',
        f'lowest ::= " {LOWEST_WORD}"',
        f'percent ::= " {PERCENT_WORD}"',
        "filters ::= names adds nots when? over? under?",
        f'names ::= (" | name" span){{0,{MOST_SPANS}}}',
        f'nots ::= (" | not" span){{0,{MOST_SPANS}}}',
        f'others ::= (" | vs" span){{0,{MOST_SPANS}}}',
        'when ::= " | when" span',
        'than ::= " | than" span',
        'over ::= " | over" span',
        'under ::= " | under" span',
        'top ::= " | top" span',
        'change ::= " | change" span',
    )
)


_ALONE = _FIXED.replace(" same?", "").replace(" adds", "")
_FOLLOWING = "\n".join((_FIXED, f'same ::= " {SAME_WORD}"', f'adds ::= (" | {ADD_KEY}" span){{0,{MOST_SPANS}}}'))


def grammar_for(question: Question, *, following: bool = False) -> str:
    """The GBNF text: `span` may only be a run of the question's words, stripped of marks at its two ends.

    `following` is whether the plan may edit the one before.
    """
    fixed = _FOLLOWING if following else _ALONE
    words = _copied_from(question.words)
    starts = [
        f"s{position}" for position, word in enumerate(words) if first_form(word) and last_forms(first_form(word))
    ]
    if not starts:
        return (
            fixed.replace("(plain | sided | flowless | subscriptions | suppose | refusal)", "refusal")
            + "\nspan ::= end\n"
        )
    return "\n".join((fixed, f"span ::= {' | '.join(starts)}", *_word_rules(words), ""))


def _copied_from(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without those at the end that are marks alone: a span can't end in them."""
    while words and not last_forms(words[-1]):
        words = words[:-1]
    return words


def _word_rules(words: tuple[str, ...]) -> Iterator[str]:
    """Two rules a word: `sN`, a span that begins at word N, and `wN`, one that goes on with it."""
    for position, word in enumerate(words):
        if first_form(word):
            yield f"s{position} ::= {_forms(first_form(word), position, count=len(words))}"
        yield f"w{position} ::= {_forms(word, position, count=len(words))}"


def _forms(word: str, position: int, *, count: int) -> str:
    ends = [f'" {_escaped(form)}"' for form in last_forms(word)]
    if position + 1 < count and word:
        ends.append(f'" {_escaped(word)}" w{position + 1}')
    return " | ".join(ends)


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace('"', '\\"')
