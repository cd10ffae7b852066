"""Questions that suppose a change: `if I ate out 25% less`, `halving my fuel use`, `rent up by a tenth`."""

import re

from app.assistant.language import Language
from app.assistant.question import Question

_FIGURE = r"\d+(?:[.,]\d+)? ?(?:%|percent|per cent|pct)"
_WORDS = r"(?:[a-z]+[ -])?(?:[a-z]+) (?:percent|per cent|pct)"
_FRACTION = r"(?:(?:a|an|one|two|three) )?(?:half|third|thirds|quarter|quarters|fifth|fifths|tenth)|\d/\d"
_SUPPOSED = re.compile(
    r"^(?:what |how much |and |so |say |ok )*"
    r"(?:if|suppose|supposing|assuming|assume|imagine|imagining|let's say|say|were|had)\b|"
    r"\b(?:if|suppose|supposing|assuming|were) (?:i|we|my|our|the|all)\b|"
    r"\b(?:what|how) (?:if|would)\b|^(?:halving|doubling|cutting|trimming|reducing|lowering|slashing|dropping|skipping|"
    r"cancelling|canceling|ditching|quitting)\b|"
    r"\bwould (?:i|we|that|it|this) (?:save|free|be|mean|make|spare|bring|have)\b|"
    r"\b(?:down|cut|reduced|lowered|up) (?:by )?(?:\d|five|ten|fifteen|twenty|thirty|forty|fifty|half|a ).*"
    r"\bhow much (?:less|more|would)\b|"
    r"\bi'd (?:save|keep|have|be)\b|\bwhat do i save\b|\bsimulat\w+"
)
_CHANGE = re.compile(
    rf"\b(?P<change>(?:{_FIGURE}|{_WORDS}|{_FRACTION}|half (?:as|so) (?:much|often|many)))(?:\s|$)|"
    r"\b(?P<verb>halv(?:e|ed|ing)|doubl(?:e|ed|ing)|twice)\b"
)
_OF_HALF = re.compile(
    r"\b(?:first|second|last|other|past) half\b|\bhalf (?:of|a year|year)\b|"
    r"\b(?:first|second|third|last|this|past) quarter\b"
)


def change_supposed(question: Question, language: Language) -> str:
    """The span that says by how much, where the question supposes a change; empty where it supposes none."""
    text = question.text
    if not _SUPPOSED.search(text):
        return ""
    for match in _CHANGE.finditer(_OF_HALF.sub(lambda found: "." * len(found.group()), text)):
        span = (match.group("change") or match.group("verb")).strip()
        if match.group("verb") or (language.table("changes") and _says_change(span, language)):
            return span
    return ""


def _says_change(span: str, language: Language) -> bool:
    if re.search(r"\d|percent|per cent|pct|%", span):
        return bool(re.search(r"\d", span)) or any(
            language.number(word) is not None for word in re.findall("[a-z]+", span)
        )
    return any(word in language.table("changes") for word in span.split())
