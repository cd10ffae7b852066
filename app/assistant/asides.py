"""Asides: why somebody asks, for whom, and courtesies; they say nothing of what is asked, and are left out.

`My accountant wants it in writing.`, `for the mortgage broker`, `my boss pays it back`, `young man`. A part of a
sentence stays wherever it holds a day, a figure, a name the vault knows, or any word that people ask with.
"""

import re
from collections.abc import Callable

_PARTS = re.compile(r"(?<=[.!?;:,])\s+|\s+[-\u2013\u2014]+\s+")
_ADDRESSEE = (
    r"(?:accountant|tax adviser|advisers?|advisors?|brokers?|solicitor|lawyer|judge|[a-z]+ office|self assessment|"
    r"tax return|binder|folder|spreadsheet|budget sheet|records|krankenkasse|finanzamt|fahrtenbuch|steuerberater|"
    r"steuererkl\u00e4rung|form)"
)
_FOR_WHOM = re.compile(
    rf"(?<!pay)(?<!paid)(?<!spent)(?<!spend)(?<!cost),? (?:(?:it is|it's|this is) )?for (?:the|my|our) "
    rf"(?:(?!the |my )[\w'-]+ ){{0,2}}?{_ADDRESSEE}\b(?! (?:fees?|bills?|costs?))|"
    rf"^for (?:the|my|our) (?:(?!the |my )[\w'-]+ ){{0,2}}?{_ADDRESSEE}\b ?[:,]",
    re.IGNORECASE,
)
_WANTS = re.compile(
    rf"^(?:the|my|our) (?:[\w'-]+ )?(?:{_ADDRESSEE}|bank|landlord|wife|husband|boss|son|"
    r"daughter|mother|father|partner) "
    r"(?:wants|needs|asks for|asked for|would like|wants to know|asks|asked)(?: to know| me for| us for)? "
    r"(?!it\b|this\b|that\b)",
    re.IGNORECASE,
)
_PRETEND = re.compile(r"^pretend (?:that )?you(?:'re| are) (?:my|a|an) [\w' ]{2,40}?(?:,? and |: ?|, )", re.IGNORECASE)
_COURTESY = re.compile(
    r"(?:thank you|thanks|many thanks|cheers|ta)(?: (?:kindly|so much|very much|in advance|a lot|mate|dear|love))?|"
    r"young (?:man|lady|woman)|my (?:dear|friend|lad|love)|sir|madam|mate|love|dear|"
    r"(?:hi|hello|hey),? (?:it'?s|this is) \w+(?: here)?|(?:hi|hello|hey)(?: there| \w+)?|"
    r"(?:good )?(?:morning|evening|afternoon)|asking (?:as|for) (?:a|an|my|the) .*"
)
_TOLD = re.compile(
    r"^(?:and |but |because |since |as |so )?"
    r"(?:i|we|they|he|she|it|it's|its|i'm|i've|we're|they're|one|nobody|"
    r"(?:my|our|his|her) [\w'-]+(?: [\w'-]+)?) [\w']+ ?.*"
)
_ASKS = re.compile(
    r"\b(?:how|what|what's|whats|which|when|where|who|whom|whose|why|total|sum|average|mean|list|show|count|number|add|"
    r"biggest|largest|smallest|highest|lowest|most|least|more|less|cheapest|dearest|first|last|spen[dt]\w*|paid|cost\w*|"
    r"bought|buy|accounts?|cards?|hold\w*|contain\w*|earn\w*|receiv\w*|got|get|sav\w+|mov\w+|transfer\w*|owe|"
    r"have|had|refund\w*|fees?|balance|"
    r"without|except|excluding|exclude|not|no|minus|only|just|leave|leaving|ignore|ignoring|skip|counting|including|"
    r"include|apart|by|per|each|every|all|any|both|month\w*|week\w*|day|days|year\w*|percent\w*|share|if|would|could|"
    r"change\w*|differ\w*|compar\w*|than|please|it up|there|them|those|these|rest|same|"
    r"over|under|above|below|between)\b|n't\b|\d"
)
_PAID_BACK = re.compile(
    r"^(?:my|our|the) \w+(?: \w+)? (?:pays?|reimburses?|refunds?|covers?) (?:it|that|me|us)(?: back)?$"
)
_SAID = re.compile(
    r"^(?:and |but |because |since )?(?:they|he|she|(?:my|our|the) [\w'-]+(?: [\w'-]+)?) "
    r"(?:do not |does not |don't |doesn't )?"
    r"(?:say|says|said|think|thinks|thought|believe|believes|reckon|reckons|claim|claims|swear|swears)\b"
)
"""What somebody else says, thinks or does not believe."""
_MARKS = " .,;:!?-"
_FOR_US = re.compile(
    r",? \bfor (?:me|us|myself) and (?:the|my|our) [a-z]+(?=$|[?.!,]| (?:in|on|this|last|since|from|over|during)\b)",
    re.IGNORECASE,
)
_OR_ELSE = re.compile(
    r",? or (?:did|has|have|had|was|were|is|are) (?:the |my |our |this |that )?[\w' ]{2,30}? (?:put|push|pushed|"
    r"drag|dragged|leave|left|drive|driven|drove|tip|tipped) (?:me|us) [a-z ]+(?=[?.!]*$)",
    re.IGNORECASE,
)
"""A guess of the answer behind a question that can be answered without it."""
_POINTS = re.compile(r"\b(?:that|the same) (?:day|week|weekend|month|quarter|year|time)\b|\bthen\b")
_SENTENCES = re.compile(r"(?<=[.!?;])\s+")
_STARTS_TO_ASK = re.compile(r"^(?:so |and |but )?(?:what|how|which|when|where|who|did|do|is|are|list|show|total|sum)\b")
SHORTEST = 3


def without_asides(text: str, *, known: Callable[[str], bool], named: Callable[[str], bool]) -> str:
    """The question without its asides; itself where nothing else would be left.

    `known` tells whether a word is of a name or a day, `named` whether it names a payee.
    """
    told = _WANTS.sub("", _FOR_WHOM.sub("", _PRETEND.sub("", text.strip()), count=1), count=1)
    told = _OR_ELSE.sub("", _FOR_US.sub("", _without_what_was_said(told, known), count=1), count=1)
    parts = [part for part in _PARTS.split(told) if part.strip(_MARKS)]
    kept = [part for part in parts if not _is_aside(part.strip(_MARKS).lower(), known)]
    asked = [part for part in kept if not (_SAID.match(part.lower()) and not _names(part.lower(), named))]
    rest = " ".join(asked).lower()
    kept = asked if _asks_of(rest, known) and not _POINTS.search(rest) else kept
    return told if len(kept) == len(parts) or not kept else " ".join(kept)


def _without_what_was_said(text: str, known: Callable[[str], bool]) -> str:
    """`My wife reckons water costs more. What is the gas for this year?` asks of the gas alone."""
    sentences = _SENTENCES.split(text)
    asked = [
        place
        for place, sentence in enumerate(sentences)
        if _STARTS_TO_ASK.match(sentence.lower()) and _asks_of(sentence.lower(), known)
    ]
    told = {place for place in range(asked[-1] if asked else 0) if _SAID.match(sentences[place].lower())}
    return " ".join(sentence for place, sentence in enumerate(sentences) if place not in told)


def _names(text: str, known: Callable[[str], bool]) -> bool:
    return any(known(word.strip(_MARKS)) for word in text.split())


def _asks_of(text: str, known: Callable[[str], bool]) -> bool:
    """Whether a text asks, and says a name or a day."""
    return bool(_ASKS.search(text)) and _names(text, known)


def _is_aside(part: str, known: Callable[[str], bool]) -> bool:
    if _COURTESY.fullmatch(part) or _PAID_BACK.fullmatch(part):
        return True
    words = part.split()
    if len(words) < SHORTEST or not _TOLD.match(part) or _ASKS.search(part):
        return False
    return not _names(part, known)
