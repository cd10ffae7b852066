"""What is put right or said more nearly while speaking: `October, no wait, September`, `since spring, say April`."""

import re

from app.assistant.question import MONTHS

_CUE = (
    r"(?:(?:uh|er|erm|um|hm)[ ,]+)?(?:no[ ,]+(?:wait|sorry|hang on|hold on|i mean|make that|it was)|"
    r"wait[ ,]+no|wait|hang on|hold on|"
    r"sorry|i tell a lie|make that|scratch that|i meant|correction)(?:[ ,]+(?:i tell a lie|i mean|i meant|"
    r"make that|sorry))*"
)
_TIME = rf"(?:{MONTHS}|spring|summer|autumn|fall|winter|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
_TIMES = re.compile(
    rf"\b{_TIME}\b[ ,]*(?:[ ,]{_CUE}|[ ,]no|[ ,]er|[ ,]erm|[ ,]uh)[ ,]+(?=(?:in |for )?{_TIME}\b)", re.IGNORECASE
)
_LED = re.compile(
    rf"\b(?P<lead>in|at|on|for|from|to) (?:[\w'-]+ ){{0,2}}[\w'-]+ ?,? {_CUE}[ ,]+(?=(?P=lead) )", re.IGNORECASE
)
_BEGAN = rf"(?:the |last |this )*(?:(?:start|beginning) of (?:the )?)?{_TIME}(?: (?:began|started))?"
_NEARER = re.compile(
    rf"\b(?:since|from) {_BEGAN} ?, (?:let's say|let us say|say|call it|so|that is|meaning)[ ,]+(?:from |since )?"
    rf"(?=(?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?)?(?:{MONTHS})\b)",
    re.IGNORECASE,
)
"""A beginning that is vague, then the month or day that is meant by it."""
_WITHOUT = re.compile(
    r"\b(?:wihtout|withuot|witout|whithout|wthout|wihout|withou|wiithout|witohut|withot)\b", re.IGNORECASE
)
"""Slips of the word that turns a question round; the model reads them as names."""
_DOUBLED_LEAD = re.compile(r"\b(in|for) (in|for) ", re.IGNORECASE)


def as_meant(text: str) -> str:
    """The question as it is put right in its own words: of two months, days or places the one meant is left."""
    text = _WITHOUT.sub("without", text)
    dashed = re.sub(r"\s+[-\u2013\u2014]+\s+", ", ", text) if re.search(_CUE, text, re.IGNORECASE) else text
    meant = _LED.sub("", _TIMES.sub("", _NEARER.sub("since ", dashed)))
    return _DOUBLED_LEAD.sub(r"\2 ", meant) if meant != dashed else text
