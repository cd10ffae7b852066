"""What rules do better than a model: questions that are one known phrase, and texts that are no question at all."""

import re

from app.assistant.question import LONGEST_TEXT, Question
from app.domain.plan import Intent, OutOfScope, PlanDraft, SubscriptionView

_LETTER = re.compile(r"[^\W_]")
_STEERING = re.compile(
    r"\b(?:ignore|disregard|forget|override) "
    r"(?:all|any|every|everything|the|your|my|previous|prior|these|those|what)\b.*"
    r"\b(?:instructions?|rules?|prompts?|above|before|earlier|previous|commands?|guidelines|said)\b|"
    r"^(?:system|assistant|developer|user) ,|\byou are now\b|"
    r"\bfrom now on (?:answer|reply|say|you|respond|act|always)\b|"
    r"\b(?:system|hidden|secret|developer) (?:prompt|instructions?|message)\b|"
    r"\bpretend (?:to be|you)\b(?!(?:'re| are) (?:my|a|an) )|"
    r"\bjailbreak\b"
)
_OTHERS = re.compile(
    r"\b(?:average|typical|normal|ordinary) (?:[a-z]+ )?(?:family|families|household|person|people|couple|student|"
    r"worker|citizen|"
    r"german|american|brit|briton|european)s?\b|\bmost (?:people|families|households)\b|\bdo (?:other )?people\b|"
    r"\bpeople like me\b|\bwhat (?:was|is|are|were) (?:hers|his|theirs)\b|"
    r"\b(?:do|does|did) (?:my|our|the) (?:co-?workers?|colleagues?|neighbou?rs?|friends?|boss|mates|bosses)(?:'s)? "
    r"(?:[a-z]+ )?(?:spend|pay|earn|make|save|drop|put|get|owe|have)\b"
)
_MARKETS = re.compile(
    r"\b(?:s&p(?: 500)?|nasdaq|dow jones|dax|ftse|bitcoin|btc|ethereum|stock market|exchange rate|"
    r"gold price|oil price)\b|\b(?:mortgage|base|fed|interest|exchange) rates? (?:right now|now|today|these days)\b"
)
_OWN = re.compile(r"\b(?:i|my|me|we|our|us|mine|spen[dt]\w*|paid|pay|bought|costs?|payments?|purchases?|transfer\w*)\b")
_CURRENCY_MOVES = re.compile(
    r"\b(?:pound|euro|dollar|sterling|yen|franc)\b.* (?:stronger|weaker|strong|weak|rise|fall|recover\w*)\b"
)
_NEARBY = re.compile(
    r"\b(?:around here|near me|nearby|near here|close by|in (?:my|the|this) (?:area|neighbou?rhood)|"
    r"near (?:[a-z]+\d+[a-z]*|[a-z]+ (?:street|road|station|airport)))\b"
)
_SAFE = re.compile(r"\b(?:is|are) (?:my |the |our )?(?:money|savings|account|cash|deposit)s?\b.*\bsafe\b")
_A_LOT = re.compile(
    r"^(?:and |so |hm )?(?:is|was) (?:that|it|this) "
    r"(?:a lot|much|too much|too many|ok|okay|reasonable|a good (?:price|deal))$"
)
_PRICES_TO_COME = re.compile(
    r"\b(?:do|will|are|is|could|might) (?:the )?(?:[a-z]+ )?prices? (?:of [a-z]+ )?(?:going to )?"
    r"(?:rise|rising|fall|falling|drop|go up|go down|climb|increase|decrease|come down)\b(?!.*\blast\b)"
)
_RELATIVES = (
    r"(?:brother|sister|mother|mum|mom|dad|father|neighbou?r|friend|colleague|boss|flatmate|roommate|cousin|uncle|aunt|"
    r"grandma|grandpa|nan)"
)
_GAVE = r"(?:paid|pay|spen[dt]|sen[dt]|transfer(?:red)?|gave|give|mov(?:e|ed)|put|wired?|cover(?:ed)?|help(?:ed)? with)"
_THEIRS = re.compile(
    rf"^(?!.*\b(?:i|we) (?:have |had )?{_GAVE}\b).*\b(?:my|our) {_RELATIVES}'?s (?:[a-z]+ ){{0,2}}"
    r"(?:spending|expenses|income|salary|balance|costs|account|rent|wages?)\b"
)
_MEASURES = (
    r"(?:miles|kilomet(?:er|re)s|km|kwh|kilowatt hours|litres|liters|gallons|pints|calories|kilos|steps|"
    r"(?:reward|bonus|loyalty|payback) points|hours|minutes)"
)
"""What is counted in the world and on no statement."""
_IN_THE_BAG = r"(?:dish(?:es)?|books?|songs?|titles|flavou?rs?|ingredients|films?|movies|albums?|toppings)"
_KNOWN_BY_NOBODY = re.compile(
    rf"\b(?:how many|number of|amount of) {_MEASURES}\b|^(?:the )?{_MEASURES}\b(?! of (?:day|night))|"
    rf"^(?:so |and )?(?:which|what) {_IN_THE_BAG}\b.*\b(?:i|we)\b.*\b(?:order|buy|bought|get|eat|had|read|ate|see|saw)"
    r"\w*\b|"
    r"\b(?:who was (?:with me|there|i (?:[a-z]+ )?with)|with whom (?:was|were) (?:i|we)|"
    r"who did (?:i|we) (?:meet|go (?:out )?with|eat with))\b|"
    r"^how long (?:did|do|was) (?:i|we) (?!pay|paid|have)|"
    r"\b(?:return policy|opening (?:hours|times)|open on (?:sundays?|saturdays?))\b|"
    r"\bphone number of\b|\b(?:what's|what is|anything|something|show me|is there) (?:[a-z]+ )?(?:on |a )?the menu\b|"
    r"\b(?:had|would|should)\b.*\bindex funds?\b|\bindex funds?\b.*\b(?:instead|would|should)\b|"
    r"\b(?:invested|put) (?:it |that )?in (?:etfs?|stocks|shares|funds?)\b.*\bwould\b"
)
_TO_COME = re.compile(
    r"\b(?:is|are|am|will) (?:[a-z' ]+ )?(?:going to|gonna) (?:run|cost|spend|pay|be|set|owe|earn)\b(?!.*\bif\b)"
)
_BEST_OFFER = re.compile(
    r"\bbest (?:[a-z]+ )?(?:isa|savings account|interest rate|credit card|mortgage|broker|etf|fund|bank|loan|deal|"
    r"tariff|rate)s?\b"
)
_REFUSED = (
    (_OTHERS, OutOfScope.OTHER_PEOPLE),
    (_THEIRS, OutOfScope.OTHER_PEOPLE),
    (_A_LOT, OutOfScope.ADVICE),
    (_SAFE, OutOfScope.ADVICE),
    (_TO_COME, OutOfScope.FORECAST),
    (_STEERING, OutOfScope.TALK),
    (_KNOWN_BY_NOBODY, OutOfScope.TALK),
)
_OF_THE_WORLD = (_MARKETS, _PRICES_TO_COME, _CURRENCY_MOVES, _NEARBY, _BEST_OFFER)
"""Markets, offers and shops out there, where nobody's own money is in the question."""
_EXACT: dict[str, PlanDraft] = {
    phrase: draft
    for phrases, draft in (
        (("balance", "my balance", "current balance", "what's my balance", "whats my balance", "net worth",
          "my net worth", "what's my net worth", "account balances", "balances"), PlanDraft(intent=Intent.BALANCE)),
        (("am i doing ok", "am i doing okay", "am i doing alright", "am i doing fine"), PlanDraft(intent=Intent.NET)),
        (("savings rate", "my savings rate", "what's my savings rate"), PlanDraft(intent=Intent.SAVINGS_RATE)),
        (("subscriptions", "my subscriptions", "what are my subscriptions", "list my subscriptions"),
         PlanDraft(intent=Intent.SUBSCRIPTIONS, subscription=SubscriptionView.ACTIVE)),
        (("duplicates", "any duplicates", "duplicate charges"), PlanDraft(intent=Intent.DUPLICATES)),
        (("hello", "hi", "hey", "thanks", "thank you", "help", "ok", "test"),
         PlanDraft(intent=Intent.UNSUPPORTED, out_of_scope=OutOfScope.TALK)),
    )
    for phrase in phrases
}  # fmt: skip


def by_rule(question: Question) -> PlanDraft | None:
    """The draft of a question that leaves no doubt; None leaves it to the model."""
    text = question.text.rstrip(".!? ")
    if question.too_long or len(text) > LONGEST_TEXT or not _LETTER.search(text):
        return PlanDraft(intent=Intent.UNSUPPORTED, out_of_scope=OutOfScope.TALK)
    refused = next((reason for pattern, reason in _REFUSED if pattern.search(text)), None)
    if refused is None and _OWN.search(text) is None and any(each.search(text) for each in _OF_THE_WORLD):
        refused = OutOfScope.ADVICE
    if refused is not None:
        return PlanDraft(intent=Intent.UNSUPPORTED, out_of_scope=refused)
    return _EXACT.get(text)
