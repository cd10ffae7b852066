"""Questions that leave open what they are about: `has it gone up` and `the other card` first, `the bills in may`."""

import re

from app.assistant.language import Language
from app.assistant.question import Question
from app.assistant.spots import spans_of
from app.domain.plan import Flow, Intent, PlanDraft

_MOST_WORDS = 9
_IN_ALL = re.compile(r" ,? ?(?:all in all|in all|altogether|in total|all told)$")
_POINTING = re.compile(
    r"\b(?:(?<!who )(?:was|is|were|are|did|does|has|have|had|do) (?:it|that|they)\b(?! all\b)|"
    r"(?:of|to|at|for|from|about) (?:it|them|those|these)$)"
)
_UNNAMED = re.compile(
    r"\b(?:the|my|our) usual(?= ,|$| (?:gone|going|one|ones|again|last|this|in|at|on|out|yet|please|stuff|thing|"
    r"place|order)\b)|"
    r"\b(?:the|my|our|that) other (?:card|account|one|shop|place|store)\b|"
    r"\bthe same (?:place|shop|one|thing|as (?:always|usual|ever))\b|\bowe (?:them|him|her)\b|"
    r"^(?:and |so )?(?:what about |how about )?(?:before|after) (?:that|then)$|"
    r"\b[a-z]+'s (?:party|wedding|birthday|christening|funeral|leaving do|hen do|stag do)\b|"
    r"\b(?:that|the) (?:weekend|evening|night|time|day|trip) with [a-z]+$|\bthe money yet\b|"
    r"\b(?:those|them|these) again\b|\bthat from before\b|\bthat which i\b|\bdid (?:he|she) [a-z]+ (?:it|"
    r"me)\b|^am i over$|"
    r"\bthe (?:thing|stuff|one) from (?:the other day|before|last time)\b|\b(?:than|as) (?:it was|"
    r"usual , that [a-z]+)$|"
    r"\bwith it\b.*\bwithout$|"
    r"\bhow often (?:do|did|have) (?:i|we) (?:go|gone|been|eat|eaten|shop|shopped) there$|"
    r"^(?:and |so )?how often (?:do|did|have) (?:i|we) (?:go|been)$|\bhow much (?:more|less) (?:was|is) it$|"
    r"^(?:and |so )?which one(?:'s| is| was) (?:the )?[a-z]+(?: one)?$|"
    r"\b(?:since|before|after) (?:the|my|our|that|this) (?:pay rise|pay raise|raise|rise|increase)\b"
    r"(?! (?:in|on|of|from) )|"
    r"\b(?:since|before|after|until) it (?:went|go|goes|came|has gone|got) (?:up|down|dearer|cheaper|more expensive)\b|"
    r"\bsince (?:the|our|my) (?:new )?[a-z]+ (?:went in|moved in|was born|came along|started school|broke down)\b|"
    r"^(?:what is |whats |what's |wats )the (?:stuff|thing|things)$|"
    r"^(?:so |and )?(?:how much|how many|how often|average|the average|when)$|"
    r"^(?:and |so )?the ones? (?:before|after)(?: that)?$|"
    r"^(?:and |so )?how much (?:was|is) (?:it|that) (?:in|last|this|on|during|over)\b|"
    r"^(?:what is|what's|whats) the (?:usual|normal|typical) (?:amount|figure|price|sum)$|"
    r"^(?:and |so |please |now )?compare (?:the two|the three|them|both|these|those|the)$|"
    r"^(?:and |so )?(?:what about )?the (?:day|week|month|quarter|year) (?:before|after)(?: that)?$|"
    r"^(?:and |so )?how much (?:is|was) (?:it|that) (?:a|per|each|every) (?:day|week|month|year)$|"
    r"\b(?:a?round|about|on|before|after|since|for|over|during) (?:my|our|his|her|[a-z]+'s) "
    r"(?:birthday|anniversary|honeymoon|graduation)\b"
)
"""What only somebody knows who knows the one who asks, or what was said before."""
_AGAINST_NOTHING = re.compile(
    r"^(?:and |so |please |now )?compare (?:it|that|this|them|those|these) (?:to|with|against) (?:the )?(?:one |ones |"
    r"(?:day|week|month|quarter|year) )?(?:before|last one|previous one)(?: (?:it|that))?$|"
    r"^(?:and |so |hm )?(?:(?:is|was) (?:that|it|this) )?(?:a lot |much )?"
    r"(?:higher|lower|more|less|better|worse|bigger|smaller|more or less|up or down) than "
    r"(?:before|usual|usually|normal|last time|average|ever)\b|"
    r"^(?:and |so |hm )?(?:is|was) (?:that|it|this) (?:normal|usual|typical|ok|okay|a lot|much|too much|high|low)"
    r"(?: for (?:me|us))?$|^(?:what is|what's|whats) (?:the )?(?:usual|normal)(?: for (?:me|us))?$"
)
"""Compared with what was told before, though nothing was."""
_SOMEBODY = re.compile(
    r"\b(?:pay|paid|paying|owe|owed|give|gave|given|send|sent|lend|lent) (?:to )?(?:him|her|them)\b(?! back)|"
    r"\b(?:to|from|with|at) (?:him|her|them)\b"
)
_PRONOUNS = frozenset({"him", "her", "them", "he", "she", "they"})
_HOW_MUCH_IT_WAS = re.compile(r"\bhow much (?:was|is|were|are) (?:it|that|this|they|those)\b")
_BEST = re.compile(r"\bbest (?:day|week|month|quarter|year)\b(?!.* (?:earn|income|sav|pa(?:y|id)\b))")
"""Of what is spent nobody knows which end is best."""
_WHOLE = re.compile(r"\b(?:all|everything|total|together)\b.*\b(?:money|accounts?|together)\b")
_PATTERNS = frozenset({Intent.DUPLICATES, Intent.UNUSUAL, Intent.COMPARE})
_BILLS = re.compile(r"\b(?:bills|contracts)\b")
_ANSWERED = frozenset({Intent.UNSUPPORTED, Intent.BALANCE, Intent.NET, Intent.SAVINGS_RATE})


def points_at_nothing(draft: PlanDraft, question: Question, *, language: Language) -> bool:
    """Whether a first question is about `it` or `the other card`, or about `they` and names nothing else at all."""
    of_spending = draft.intent is Intent.RANKING and draft.flow is Flow.SPENDING and not draft.names
    if _AGAINST_NOTHING.search(question.text) or (of_spending and _BEST.search(question.text)):
        return True
    unnamed = _UNNAMED.search(question.text) if draft.intent not in _PATTERNS else None
    if unnamed and not (draft.names and {"usual", "it"} & set(unnamed.group().split())):
        return True
    if _SOMEBODY.search(question.text) and set(draft.names) <= _PRONOUNS and not (draft.other_names or draft.without):
        return draft.intent is not Intent.UNSUPPORTED
    said = (*spans_of(draft), draft.group_by)
    it_was = _HOW_MUCH_IT_WAS.search(question.text) is not None and _WHOLE.search(question.text) is None
    held = draft.intent is Intent.BALANCE and it_was
    long = len(_IN_ALL.sub("", question.text).split()) > _MOST_WORDS
    if long or (draft.intent in _ANSWERED and not held) or any(said):
        return False
    idle = set(language.table("nameless").get("words", ())) | set(language.table("asking").get("words", ()))
    return _POINTING.search(question.text) is not None and all(
        word in idle or len(word) <= 4 for word in question.words
    )


def means_bills(draft: PlanDraft, question: Question, *, language: Language) -> bool:
    """Whether a sum is asked of bills, contracts or standing orders and nothing else: all spending is none of them."""
    said = (*draft.names, *draft.without, *draft.other_names, draft.at_least, draft.at_most, draft.group_by)
    if draft.intent not in {Intent.TOTAL, Intent.LIST} or draft.flow is not Flow.SPENDING or any(said):
        return False
    return _BILLS.search(question.text) is not None or language.says("all_recurring", question.text)
