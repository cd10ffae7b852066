"""Slips of the tongue that are put right while speaking: `October, no wait, September`; what was meant is left."""

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
_DOUBLED_LEAD = re.compile(r"\b(in|for) (in|for) ", re.IGNORECASE)


def as_meant(text: str) -> str:
    """The question as it is put right in its own words: the first of two months, or of two places, is left out."""
    dashed = re.sub(r"\s+[-\u2013\u2014]+\s+", ", ", text) if re.search(_CUE, text, re.IGNORECASE) else text
    meant = _LED.sub("", _TIMES.sub("", dashed))
    return _DOUBLED_LEAD.sub(r"\2 ", meant) if meant != dashed else text
