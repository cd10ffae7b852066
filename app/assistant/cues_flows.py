"""Cues that settle which transactions count: money in or out, moved, refunded, or fees."""

import re
from dataclasses import replace

from app.assistant.said import Said
from app.domain.plan import Flow, Intent, PlanDraft

_MOVING = frozenset({Intent.TOTAL, Intent.COUNT, Intent.LIST, Intent.BREAKDOWN, Intent.AVERAGE})
_MOVED = re.compile(
    r"\b(sent|send|moved?|transfer(?:red|s)?|shift(?:ed)?|stash(?:ed)?) .*\b(to|into|in|aside)\b|"
    r"\b(?:put|putting|set|setting) (?:.* )?(?:into|aside)\b|\bput (?:.* )?in (?:my|the|our)\b|"
    r"\bpa(?:id|y) .*\b(?:into|off|towards?|onto|down)\b|\bwent (?:in)?to\b|\bover (?:in|on)?to\b|\bmov\w+ onto\b"
)
_EDGES = frozenset({Intent.LARGEST, Intent.SMALLEST, Intent.FIRST, Intent.LAST})
_PAID_OFF = re.compile(
    r"\b(?:pay-?offs?|pa(?:y|id|ying) (?:off|down)|"
    r"(?:credit )?card payments? (?:made |going |coming )?(?:from|out of))\b"
)
_PUT_BY = re.compile(
    r"\b(?:have (?:i|we)(?: got)?|(?:i|we) have(?: got)?|(?:i|we)'ve(?: got)?) "
    r"(?:put by|put away|saved(?: up)?|stashed(?: away)?|tucked away|squirrell?ed away|set aside) (?:in|on)\b"
)
_MOVED_TO = re.compile(r"\b(?:mov\w+|transferr?\w*|sent|put) (?:\w+ )?(?:in|on)?to\b")
_NO_TRANSFERS = re.compile(
    r"\btransfers? (?:aside|excluded|not (?:to be |being )?(?:counted|included)|left out|apart)\b|"
    r"\b(?:without|excluding|except|not counting|apart from|no|minus|ignoring|leaving out) "
    r"(?:any |the |my )?transfers?\b"
)
_MOVES = re.compile(
    r"\b(?:transfer\w*|mov(?:e|ed|es|ing)|sen[dt]|sending|put|putting|aside|sav(?:e|ed|ing)|shift\w*|stash\w*|"
    r"between (?:my |the |our )?accounts|"
    r"umbuch\w*|rebook\w*|book(?:ed)? over|pa(?:id|y|ying) (?:off|onto|down)|pay-?offs?|towards?|"
    r"top(?:ped)? up|deposit\w*|into|went (?:over )?to|go(?:es)? to|flow\w*|swept|sweep|"
    r"credit card payments?|card payments?|repa\w+|overweis\w*|internal|own accounts|carried|squirrel\w*|tucked|"
    r"parked|br(?:ought|ing) (?:in)?to|withdr\w*)\b"
)
_BOTH_WAYS = re.compile(r"\b(?:transactions?|bookings?|in and out|net|entries|movements|turnover|everything)\b")
_FEE = re.compile(
    r"\b(?:fees?|interest|overdraft|penalt\w+|commissions?|surcharges?|bank|account charges?|service charges?|"
    r"maintenance|"
    r"kontof\w+|geb\w+|atm|foreign|late|transaction charges?|card charges?|keeping the account)\b"
)
_BACK = re.compile(
    r"\b(?:refund\w*|back|return\w*|reimburs\w*|credit\w*|erstatt\w*|r.ck\w*|rebate\w*|chargeback\w*|revers\w*|"
    r"money off|gave)\b"
)
_BACK_THEN = re.compile(r"\b(?:charge|payment|purchase|bill|transaction|debit|fee) back (?:in|on|around|at)\b")
"""`that charge back in february`: long ago, not returned."""
_CAME_IN = re.compile(
    r"\b(?:incomes?|incomings?|earn\w*|receiv\w*|incoming|inflows?|deposit\w*|salar\w+|wages?|payroll|"
    r"pay ?(?:check|cheque|slip|day|rise)\w*|"
    r"credit(?:s|ed)?|c[ao]me(?:s)? in|coming in|paid (?:me|us|into|to me|to us)|pays (?:me|us)|"
    r"(?:get|got|getting|was i|been|being|am i|were we|i was|i get|i got) paid|pension|dividends?|interest|"
    r"benefits?|bonus\w*|cashback|refund\w*|"
    r"reimburs\w*|money in|in and out|into my|landed|made|make|brought|bring\w*|takings|revenue|from|gains?|pay|"
    r"got|get)\b"
)
_GONE = re.compile(r"\b(?:i|we) (?:have |had )?(?:pa(?:y|id) out|(?:get|got|go|went|gone|run) through)\b")
_FROM_A_DAY = re.compile(r"\bfrom (?=(?:[a-z0-9.]+ ){1,4}(?:to|until|till|through|thru|on)\b)")
_BOUGHT = re.compile(r"\b(?:charges?|purchases?|expenses?|anything)\b")
_PAID_BACK = re.compile(
    r"(?<!\bi )(?<!\bwe )(?<!\bi've )(?<!\bi have )(?<!\bwe have )"
    r"\b(?:pay|paid|give|gave|given|send|sent) (?:me |us )?(?:(?:something|anything|money|it|some) )?back\b"
)
_WHO_GOT = re.compile(
    r"\bwho (?:got|gets|received|has got|was paid|took)\b|"
    r"\b(?:get|got|gets|gotten|took|take|taken) (?:out )?(?:from|of) (?:me|us)\b"
)


def transfers(draft: PlanDraft, said: Said) -> PlanDraft:
    spending = draft.intent in _MOVING and draft.flow in {Flow.SPENDING, Flow.INCOME}
    somehow = draft.intent in _MOVING and draft.flow is Flow.ANY and _MOVED_TO.search(said.text)
    if (spending or somehow) and said.only_accounts and _MOVED.search(said.text):
        return replace(draft, flow=Flow.TRANSFERS)
    return draft


def paid_off(draft: PlanDraft, said: Said) -> PlanDraft:
    """`the biggest payoff of the credit card`: money that is moved to it."""
    asked = draft.intent in _MOVING | _EDGES and draft.flow in {Flow.SPENDING, Flow.INCOME, Flow.ANY}
    found = asked and said.only_accounts and _PAID_OFF.search(said.text)
    return replace(draft, flow=Flow.TRANSFERS) if found else draft


def put_by(draft: PlanDraft, said: Said) -> PlanDraft:
    """`how much have I got put by in the saver`: what it holds, not what was moved."""
    moved = draft.intent is Intent.TOTAL and draft.flow in {Flow.TRANSFERS, Flow.SPENDING} and not draft.when
    found = moved and said.only_accounts and _PUT_BY.search(said.text)
    return replace(draft, intent=Intent.BALANCE, flow=Flow.SPENDING) if found else draft


def no_transfers(draft: PlanDraft, said: Said) -> PlanDraft:
    """`transfers aside`: spending never counts them."""
    if draft.flow is Flow.TRANSFERS and _NO_TRANSFERS.search(said.text):
        without = tuple(name for name in draft.without if "transfer" not in name)
        return replace(draft, flow=Flow.SPENDING, without=without)
    return draft


def outgoing(draft: PlanDraft, said: Said) -> PlanDraft:
    """Payments are money out, unless some word says that it came in; who got one was paid."""
    if draft.intent is Intent.TOTAL and said.only_payees and _PAID_BACK.search(said.text):
        return replace(draft, flow=Flow.REFUNDS)
    if draft.flow is Flow.INCOME and draft.intent is not Intent.SHARE and _WHO_GOT.search(said.text):
        return replace(draft, flow=Flow.SPENDING)
    came_in = _CAME_IN.search(_GONE.sub("", _FROM_A_DAY.sub("", said.text)))
    if draft.flow is Flow.INCOME and not draft.names and not came_in and draft.intent is not Intent.SHARE:
        return replace(draft, flow=Flow.SPENDING)
    return draft


def both_ways(draft: PlanDraft, said: Said) -> PlanDraft:
    """A sum, and a list of charges, is of money out or of money in; of both only where the words say so."""
    unsaid = draft.flow is Flow.ANY and not _BOTH_WAYS.search(said.text)
    bought = draft.intent in {Intent.LIST, Intent.COUNT} and _BOUGHT.search(said.text)
    return replace(draft, flow=Flow.SPENDING) if unsaid and (draft.intent is Intent.TOTAL or bought) else draft


def no_move(draft: PlanDraft, said: Said) -> PlanDraft:
    """`gone from the current account`: nothing is moved between own accounts where no word says so."""
    moved = draft.flow is not Flow.TRANSFERS or _MOVES.search(said.text) or _goes_to_own(draft, said)
    return draft if moved else replace(draft, flow=Flow.SPENDING)


def _goes_to_own(draft: PlanDraft, said: Said) -> bool:
    """`how much did i muve to tagesgeld`: whatever the verb, money that goes to an own account is moved."""
    to = (f" to {own}{name} " for name in draft.names for own in ("", "the ", "my ", "our "))
    return said.only_accounts and any(text in f" {said.text} " for text in to)


def no_fees(draft: PlanDraft, said: Said) -> PlanDraft:
    """Charges are purchases, and nothing is refunded, unless a word says so."""
    fees = draft.flow is Flow.FEES and not _FEE.search(said.text)
    refunds = draft.flow is Flow.REFUNDS and not _BACK.search(_BACK_THEN.sub("", said.text))
    return replace(draft, flow=Flow.SPENDING) if fees or refunds else draft


_NETTED = re.compile(
    r"\b(?:cards?|debts?|loans?)(?: debts?| balances?)? (?:is |are |being )?"
    r"(?:taken off|deducted|subtracted|netted|paid off)\b|"
    r"\b(?:net of|minus|less|after) (?:the |my |our |all )?(?:[a-z]+ )?(?:cards?|debts?|loans?)\b"
)


def debts_netted(draft: PlanDraft, text: str) -> PlanDraft:
    """`what am I worth, the card taken off`: a debt lowers the sum itself; left out it would raise it."""
    netted = draft.intent is Intent.BALANCE and draft.without and not draft.names and _NETTED.search(text)
    return replace(draft, without=()) if netted else draft
