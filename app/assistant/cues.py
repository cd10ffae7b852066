"""Intents that a cue in the question settles, whatever the model wrote."""

import re
from dataclasses import replace

from app.assistant.cues_grouping import GROUPING_CUES
from app.assistant.names import NameKind
from app.assistant.question import Question
from app.assistant.said import Cue, Said
from app.domain.plan import Flow, Intent, PlanDraft

_MOVING = frozenset({Intent.TOTAL, Intent.COUNT, Intent.LIST, Intent.BREAKDOWN, Intent.AVERAGE})
_OF_INCOME = re.compile(r"\b(?:of|to|from) (?:my |our |the |total |net |monthly )*(income|salary|pay|earnings|wages)\b")
_TWO_SIDES = re.compile(
    r"\b(vs|versus|against|than|compare[ds]?|comparison|differ\w*|"
    r"change[ds]?|increase\w*|decrease\w*|up|down|more|less)\b"
)
_MOVED = re.compile(
    r"\b(sent|send|moved?|transfer(?:red|s)?|put|shift(?:ed)?|stash(?:ed)?|set aside) .*\b(to|into|in|aside)\b|"
    r"\bpa(?:id|y) .*\b(?:into|off)\b|\bwent (?:in)?to\b"
)
_HELD = re.compile(
    r"\b(what(?:'s|s| is| was| were)|how much (?:is|was|do i have|have i got|money is|money do i have)|"
    r"balance|kontostand|contain(?:s|ed)?|hold|holds|held|stood|stand|stands|sitting|lies)\b"
)
_HELD_WHERE = re.compile(r"\b(in|on|at|balance|kontostand|accounts?)\b")
_NO_TRANSFERS = re.compile(
    r"\btransfers? (?:aside|excluded|not (?:counted|included)|left out|apart)\b|"
    r"\b(?:without|excluding|except|not counting|apart from|no|minus|ignoring|leaving out) (?:any |the |my )?transfers?\b"
)
_SPENT = re.compile(
    r"\b(spen[dt]\w*|bought|buy|cost|costs|paid|pay|purchases?|charges?|fees?|interest|earn\w*|income|came|transactions?|"
    r"debit\w*|withdr\w*|deducted|taken|booked|"
    r"largest|biggest|last|first|refund\w*|on average|average)\b"
)
_WEALTH = re.compile(
    r"\b(?:both|all|two|three) (?:of )?(?:my |the |our )?accounts?\b.*\b(?:contain|h[eo]ld|together|combined|had|stood|summed)|"
    r"\b(?:money|cash|wealth) (?:do )?(?:i|we)(?:'ve)? (?:have|own|got|hold)\b|\bmoney i have\b"
)
_STOPPING = re.compile(
    r"\b(?:if|suppose) (?:i|we) (?:had |would |were to |just )?"
    r"(stop\w*|quit|gave up|give up|cancel\w*|drop\w*|ditch\w*|got rid of|get rid of)\b"
)
_TIMES = re.compile(r"^(?:and |so |please |hey )?(?:how many times|how often|number of|count of|how many)\b")
_TIMES_LAST = re.compile(r"[ ,](?:how many(?: times)?|how often|number)$")
_ON_A_DAY = re.compile(r"\b(?:end|start|beginning) of\b")
_WHEN = re.compile(r"^(?:so |and )?when (?:did|was|were|do|have|has)\b")
_ADDED_UP = re.compile(r"(?:,? (?:in )?total|,? sum|,? altogether|,? how much)$")
_SHOWN = re.compile(r"\b(list|show|display|which|see|what were|details|give me all)\b")
_ALL = re.compile(r"(everything|all) (?!transactions|payments|purchases)")
_LEFT_OVER = re.compile(
    r"\b(net|left|surplus|deficit|balance|remain\w*|ahead|income|earn\w*|in and out|plus or minus|over)\b"
)
_PAYDAY = re.compile(r"\b(?:get|got|was i|been|am i|were we) paid\b|\bpayday\b|\bpay ?che(?:ck|que)\b")


def by_cues(draft: PlanDraft, question: Question, *, kinds: frozenset[NameKind]) -> PlanDraft:
    """The draft with the intent or flow that a cue settles. `kinds`: what its names are of."""
    known = kinds - {NameKind.NOTHING}
    said = Said(question.text, kinds == {NameKind.ACCOUNT}, bool(known) and NameKind.ACCOUNT not in known, not known)
    for cue in _CUES:
        draft = cue(draft, said)
    return draft


def _total_not_compare(draft: PlanDraft, said: Said) -> PlanDraft:
    """`october minus rent` leaves rent out; nothing is compared."""
    sided = draft.other_when or draft.other_names or _TWO_SIDES.search(said.text)
    if draft.intent is Intent.COMPARE and draft.without and not sided:
        return replace(draft, intent=Intent.TOTAL, as_percent=False)
    return draft


def _share_of_income(draft: PlanDraft, said: Said) -> PlanDraft:
    found = _OF_INCOME.search(said.text) or re.search(r"(?:%|percent|percentage|share) of (income)\b", said.text)
    if draft.intent is Intent.SHARE and not draft.other_names and found and draft.flow is not Flow.INCOME:
        return replace(draft, other_names=(found.group(1),))
    return draft


def _transfers(draft: PlanDraft, said: Said) -> PlanDraft:
    spending = draft.intent in _MOVING and draft.flow in {Flow.SPENDING, Flow.INCOME}
    if spending and said.only_accounts and _MOVED.search(said.text):
        return replace(draft, flow=Flow.TRANSFERS)
    return draft


def _no_transfers(draft: PlanDraft, said: Said) -> PlanDraft:
    """`transfers aside`: spending never counts them."""
    if draft.flow is Flow.TRANSFERS and _NO_TRANSFERS.search(said.text):
        without = tuple(name for name in draft.without if "transfer" not in name)
        return replace(draft, flow=Flow.SPENDING, without=without)
    return draft


def _held(draft: PlanDraft, said: Said) -> PlanDraft:
    asked = draft.intent in {Intent.TOTAL, Intent.LIST, Intent.NET}
    if asked and draft.flow is not Flow.TRANSFERS and not _SPENT.search(said.text) and not draft.without:
        held = _HELD.search(said.text) and _HELD_WHERE.search(said.text)
        if said.only_accounts and (held or _ON_A_DAY.search(said.text)):
            return replace(draft, intent=Intent.BALANCE, flow=Flow.SPENDING, group_by=None)
        if said.nothing_known and _WEALTH.search(said.text):
            return replace(draft, intent=Intent.BALANCE, flow=Flow.SPENDING, group_by=None)
    return draft


def _what_if(draft: PlanDraft, said: Said) -> PlanDraft:
    found = _STOPPING.search(said.text)
    if found and draft.intent is not Intent.WHAT_IF and draft.names:
        return PlanDraft(intent=Intent.WHAT_IF, names=draft.names, without=draft.without, change=found.group(1))
    return draft


def _count(draft: PlanDraft, said: Said) -> PlanDraft:
    found = _TIMES.search(said.text) or _TIMES_LAST.search(said.text)
    if found and draft.intent in {Intent.TOTAL, Intent.LIST} and "percent" not in said.text:
        return replace(draft, intent=Intent.COUNT, group_by=None)
    return draft


def _sum(draft: PlanDraft, said: Said) -> PlanDraft:
    if (
        draft.intent is Intent.LIST
        and not _SHOWN.search(said.text)
        and (_ADDED_UP.search(said.text) or _ALL.match(said.text))
    ):
        flow = Flow.SPENDING if draft.flow is Flow.ANY else draft.flow
        return replace(draft, intent=Intent.TOTAL, flow=flow, limit="")
    return draft


def _no_net(draft: PlanDraft, said: Said) -> PlanDraft:
    """What is left over is asked of all money, or with words that say so; `the bakery in may` is its total."""
    if draft.intent is Intent.NET and not _LEFT_OVER.search(said.text):
        named = draft.names or "total" in said.text.split()
        return replace(draft, intent=Intent.TOTAL) if named else draft
    return draft


def _payday(draft: PlanDraft, said: Said) -> PlanDraft:
    """Being paid is the salary, not the last bit of interest."""
    edge = draft.intent in {Intent.FIRST, Intent.LAST} and draft.flow is Flow.INCOME
    return replace(draft, names=("salary",)) if edge and not draft.names and _PAYDAY.search(said.text) else draft


def _when_asked(draft: PlanDraft, said: Said) -> PlanDraft:
    """`when did …` wants a day."""
    unfit = draft.intent in {Intent.LIST, Intent.TOTAL, Intent.COUNT}
    return replace(draft, intent=Intent.LAST, limit="") if unfit and _WHEN.search(said.text) else draft


def _no_balance(draft: PlanDraft, said: Said) -> PlanDraft:
    """Only accounts hold money; a balance of a payee or category is what was spent there."""
    if draft.intent is Intent.BALANCE and draft.names and said.no_account:
        return replace(draft, intent=Intent.TOTAL, group_by=None)
    return draft


_CUES: tuple[Cue, ...] = (
    _total_not_compare,
    _share_of_income,
    _transfers,
    _no_transfers,
    _held,
    _what_if,
    _count,
    _sum,
    _no_net,
    _payday,
    _when_asked,
    _no_balance,
    *GROUPING_CUES,
)
