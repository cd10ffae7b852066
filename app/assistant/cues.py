"""Intents that a cue in the question settles, whatever the model wrote."""

import re
from dataclasses import replace

from app.assistant.cues_asked import ASKED_CUES
from app.assistant.cues_flows import both_ways, no_fees, no_move, no_transfers, outgoing, paid_off, put_by, transfers
from app.assistant.cues_grouping import GROUPING_CUES
from app.assistant.cues_shares import part_of, share_of_income
from app.assistant.cues_trends import TREND_CUES
from app.assistant.names import NameKind
from app.assistant.question import Question
from app.assistant.said import Cue, Said
from app.assistant.superlatives import superlative
from app.domain.plan import Flow, GroupBy, Intent, PlanDraft

_TWO_SIDES = re.compile(
    r"\b(vs|versus|against|than|compare[ds]?|comparison|differ\w*|"
    r"change[ds]?|increase\w*|decrease\w*|up|down|more|less)\b"
)
_HELD = re.compile(
    r"\b(what(?:'s|s| is| was| were)|how much (?:is|was|do i have|have i got|money is|money do i have)|"
    r"balance|kontostand|contain(?:s|ed)?|hold|holds|held|stood|stand|stands|sitting|lies)\b"
)
_HELD_WHERE = re.compile(r"\b(in|on|at|balance|kontostand|accounts?)\b")
_SPENT = re.compile(
    r"\b(spen[dt]\w*|bought|buy|cost|costs|paid|pay|purchases?|charges?|fees?|interest|earn\w*|income|came|"
    r"transactions?|"
    r"debit\w*|withdr\w*|deducted|booked|taken (?:out|from|by)|"
    r"largest|biggest|last|first|refund\w*|on average|average)\b"
)
_WEALTH = re.compile(
    r"\b(?:everything|it all|all of it|the lot) (?:together )?(?:(?:was|were|is) )?worth\b|"
    r"\b(?:both|all|two|three) (?:of )?(?:my |the |our )?accounts?\b.*"
    r"\b(?:contain|h[eo]ld|together|combined|had|stood|summed)|"
    r"\b(?:money|cash|wealth) (?:do )?(?:i|we)(?:'ve)? (?:have|own|got|hold)\b(?! back)|\bmoney i have\b|"
    r"\b(?:i've|we've|i have|we have|have i|have we) (?:got )?how much\b"
)
_STOPPING = re.compile(
    r"\b(?:if|suppose) (?:i|we) (?:had |would |were to |just )?"
    r"(stop\w*|quit|gave up|give up|cancel\w*|drop\w*|ditch\w*|got rid of|get rid of)\b"
)
_TIMES = re.compile(r"^(?:and |so |please |hey )?(?:how many times|how often|number of|count of|how many)\b")
_TIMES_LAST = re.compile(
    r"[ ,](?:how many(?: times)?|how often|(?<=, )counted|(?:rides|trips|visits|journeys|orders|"
    r"fill-ups) (?:in all|in total|altogether)|(?<!one )(?<!single )number)$|"
    r"\bcount (?:them|those|these)\b"
)
_ON_A_DAY = re.compile(r"\b(?:end|start|beginning) of\b|\b(?:account|card) (?:total|figure|level) (?:on|at|as of)\b")
_WHEN = re.compile(
    r"^(?:so |and )?(?:when (?:did|was|were|do|have|has)\b|(?:what (?:is|was) the |the )?(?:date|day) of\b)|"
    r", (?:on )?(?:which|wich|what) (?:day|date) (?:was|did|were|have|had)\b|"
    r" when (?:exactly |precisely )?(?:was|were|did|has|have) (?:this|that|it|they)\b"
)
_FIRST_TIME = re.compile(
    r"^(?:so |and )?when (?:did|was|have|has) .*\bfirst\b|"
    r"\b(?:joined|signed up|signed on|took out|started)\b.*\bwhen\b|"
    r"\bwhen (?:did|have) (?:i|we) (?:join|sign up|start)\b"
)
_ADDED_UP = re.compile(
    r"^(?:the )?money (?!in\b|out\b)|(?:,? (?:in )?total|,? sum|,? altogether|,? how much|"
    r",? added (?:together|up)|,? combined)$|"
    r"\badded (?:together|up)\b"
)
_HOW_MANY_MONEY = re.compile(r"\bhow many (?:money|cash|euros?|dollars?|pounds?|bucks|quid|francs|eur|usd|gbp)\b")
_CHARGED = re.compile(r"\bwhat (?:has|have|did|does) .*\b(?:charged?|cost|take|taken|had off)\b")
_LISTING = re.compile(
    r"\b(?:list\w*|show\w*|display|see|find|which|details?|detailed|all|every\w*|each|any|itemi[sz]ed?|one by one|"
    r"line (?:by|for) line|what|under|"
    r"transactions?|purchases?|payments?|charges|bookings?|receipts|orders|visits|bought|buys?|entries|items?|expenses|"
    r"withdrawals|deposits|transfers|refunds|bills|things|stuff|last|latest|recent\w*|pull|give|tell|where|"
    r"invoices|history|movements|debits|credits)\b"
)
_ACCOUNTS = re.compile(r"\b(?:by|per|each|every|which|what|across|between|split|accounts|cards|most|biggest|least)\b")
_SUPPOSES = re.compile(
    r"\b(?:if|suppos\w+|assum\w+|imagin\w+|would|could|cancel\w*|stop\w*|quit\w*|drop\w*|ditch\w*|cut\w*|reduc\w*|"
    r"halv\w*|half|"
    r"without|save|saving|less|more|fewer|skip\w*|doubl\w*|got rid|get rid|give up|gave up|giving up|simulat\w*|"
    r"were to|had i|"
    r"by a|percent|%|no more|trim\w*|lower\w*|slash\w*|twice|instead|bin\w*|axe\w*|dump\w*|lose|losing|end\w*|"
    r"remov\w*|(?:third|half|tenth|quarter|fifth|percent|per cent|much) off|"
    r"better off|worse off|the chop|spare|anymore|any more|no longer)\b|%"
)
_PRICED = re.compile(
    r"\b(?:prices?|priced|pricier|rais\w+|ris\w+|rose|increas\w+|expensive|(?:gone|went|going|go|goes) up|dearer|"
    r"chang\w+|crept|creep\w*|"
    r"higher|cheaper|hik\w+|jump\w*|up|more|adjust\w*|different|differ|lower\w*|dropp\w+|inflat\w+|teurer|"
    r"since when|used to)\b"
)
_AT_PRESENT = re.compile(r"\b(?:currently|now|at present|at the moment|how high|these days)\b")
_STAYED = re.compile(
    r"\b(?:stayed over|left over|leftover|was left|is left|'s left|remained|remains|over at the end|"
    r"in the (?:black|red)|(?:black|red) numbers)\b"
)
_SHOWN = re.compile(r"\b(list|show|display|find|which|see|what were|details|give me all)\b")
_ALL_SPENDING = re.compile(r"\ball (?:of )?(?:the |my |our )?(?:spending|expenses|costs|outgoings)\b")
_ALL = re.compile(
    r"(?:everything|all) (?!.*\b(?:transactions|payments|purchases|withdrawals|charges|bookings|visits|bills|receipts|"
    r"debits|credits|orders|deposits|entries)\b)"
)
_LEFT_POCKETS = re.compile(r"\bleft (?:my|our) (?:pockets?|wallet|purse|hands|accounts?|bank)\b")
_LEFT_OVER = re.compile(
    r"\b(net|left|surplus|deficit|balance|remain\w*|ahead|income|earn\w*|in and out|plus or minus|over)\b"
)
_NET_OF = re.compile(r"\bnet of (?:(?:the|any|all|what\w*|i|we) )*(?:refunds?|returns?|they|it|\w+ back|credits?)\b")
_MEASURED = re.compile(r"\b(?:relative|percent\w*|per cent|share|part|ratio)\b|%")
_GONE_ON = re.compile(r"\b(?:(?:i|we|i've|we've|have|had) (?:gone|got|went) through|what (?:went|goes) (?:on|into))\b")
_WHO = re.compile(r"^(?:and |so )?who(?:'s|s| is| was| did| do| has| gets?| got)?\b")
_SAVED = re.compile(r"\b(?:sav\w+|kept|keep|put (?:aside|by)|left over|hang|spar\w+|hold on|held on|retain\w*)\b")
_PAYDAY = re.compile(r"\b(?:get|got|was i|been|am i|were we) paid\b|\bpayday\b|\bpay ?che(?:ck|que)\b")


def by_cues(draft: PlanDraft, question: Question, *, kinds: frozenset[NameKind]) -> PlanDraft:
    """The draft with the intent or flow that a cue settles. `kinds`: what its names are of."""
    known = kinds - {NameKind.NOTHING}
    said = Said(
        question.text,
        only_accounts=kinds == {NameKind.ACCOUNT},
        no_account=bool(known) and NameKind.ACCOUNT not in known,
        only_payees=kinds == {NameKind.PAYEE},
        only_categories=kinds == {NameKind.CATEGORY},
        nothing_known=not known,
    )
    for cue in _CUES:
        if not (draft.follows and cue in _UNLESS_SAID):
            draft = cue(draft, said)
    return draft


def _total_not_compare(draft: PlanDraft, said: Said) -> PlanDraft:
    """`october minus rent` leaves rent out; nothing is compared."""
    text = said.text
    for name in draft.without:
        text = text.replace(f"less the {name}", "").replace(f"less {name}", "")
    sided = draft.other_when or draft.other_names or _TWO_SIDES.search(text)
    alone = draft.without or (draft.names and not _MEASURED.search(said.text))
    if draft.intent is Intent.COMPARE and alone and not sided:
        return replace(draft, intent=Intent.TOTAL, as_percent=False)
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
        and (_ADDED_UP.search(said.text) or _ALL.match(said.text) or _ALL_SPENDING.search(said.text))
    ):
        flow = Flow.SPENDING if draft.flow is Flow.ANY else draft.flow
        return replace(draft, intent=Intent.TOTAL, flow=flow, limit="")
    return draft


def _how_much(draft: PlanDraft, said: Said) -> PlanDraft:
    """`how many euros` is an amount; `what has my bank charged me` too."""
    counted = draft.intent is Intent.COUNT and _HOW_MANY_MONEY.search(said.text)
    listed = draft.intent is Intent.LIST and not _SHOWN.search(said.text.replace("which", ""))
    charged = listed and _CHARGED.search(said.text)
    gone = listed and not said.only_accounts and "which" not in said.text and _GONE_ON.search(said.text)
    return replace(draft, intent=Intent.TOTAL, limit="") if counted or charged or gone else draft


def _listed(draft: PlanDraft, said: Said) -> PlanDraft:
    """A list is asked for with words that say so: to show, or what is to be shown."""
    found = draft.intent is Intent.LIST and draft.names and not draft.limit and not _LISTING.search(said.text)
    return replace(draft, intent=Intent.TOTAL) if found else draft


def _by_account(draft: PlanDraft, said: Said) -> PlanDraft:
    """`card spending in July` is of the card; nothing is told by account."""
    grouped = draft.intent in {Intent.BREAKDOWN, Intent.RANKING} and draft.group_by is GroupBy.ACCOUNT
    if grouped and not _ACCOUNTS.search(said.text):
        asked = GroupBy.PAYEE if re.search(r"\bwho\b", said.text) else None
        return replace(draft, intent=Intent.RANKING if asked else Intent.TOTAL, group_by=asked)
    who = draft.intent is Intent.RANKING and draft.group_by is GroupBy.CATEGORY and _WHO.search(said.text)
    return replace(draft, group_by=GroupBy.PAYEE) if who and "categor" not in said.text else draft


def _no_supposing(draft: PlanDraft, said: Said) -> PlanDraft:
    found = draft.intent is Intent.WHAT_IF and not _SUPPOSES.search(said.text)
    return PlanDraft(intent=Intent.TOTAL, names=draft.names, without=draft.without, when=draft.when) if found else draft


def _no_prices(draft: PlanDraft, said: Said) -> PlanDraft:
    found = draft.intent is Intent.PRICE_CHANGES and not _PRICED.search(said.text)
    return PlanDraft(intent=Intent.TOTAL, names=draft.names, when=draft.when) if found else draft


def _stayed(draft: PlanDraft, said: Said) -> PlanDraft:
    """`what stayed over from October` is income less spending."""
    unnamed = not draft.names and not draft.without
    found = draft.intent in {Intent.TOTAL, Intent.COMPARE} and unnamed and _STAYED.search(said.text)
    return PlanDraft(intent=Intent.NET, when=draft.when) if found else draft


def _no_net(draft: PlanDraft, said: Said) -> PlanDraft:
    """What is left over is asked of all money, or with words that say so; `the bakery in may` is its total."""
    if draft.intent is Intent.NET and said.only_payees and _NET_OF.search(said.text):
        return replace(draft, intent=Intent.TOTAL)  # what a shop gave back lowers what was spent there
    if draft.intent is Intent.NET and (_LEFT_POCKETS.search(said.text) or not _LEFT_OVER.search(said.text)):
        named = draft.names or "total" in said.text.split() or _LEFT_POCKETS.search(said.text)
        asked = Intent.LIST if _SHOWN.search(said.text) else Intent.TOTAL
        return replace(draft, intent=asked) if named else draft
    return draft


def _no_rate(draft: PlanDraft, said: Said) -> PlanDraft:
    """`percent of grocery money that ends up at the market` is a share; what is saved is said so."""
    part = draft.intent is Intent.SAVINGS_RATE and draft.names and said.no_account
    found = part and not _SAVED.search(said.text)
    return PlanDraft(intent=Intent.SHARE, names=draft.names, when=draft.when, follows=draft.follows) if found else draft


def _payday(draft: PlanDraft, said: Said) -> PlanDraft:
    """Being paid is the salary, not the last bit of interest."""
    edge = draft.intent in {Intent.FIRST, Intent.LAST} and draft.flow is Flow.INCOME
    return replace(draft, names=("salary",)) if edge and not draft.names and _PAYDAY.search(said.text) else draft


def _when_asked(draft: PlanDraft, said: Said) -> PlanDraft:
    """`when did …` wants a day."""
    unfit = draft.intent in {Intent.LIST, Intent.TOTAL, Intent.COUNT}
    edge = Intent.FIRST if _FIRST_TIME.search(said.text) else Intent.LAST
    asked = _WHEN.search(said.text) or (edge is Intent.FIRST and said.only_payees)
    return replace(draft, intent=edge, limit="") if unfit and asked else draft


def _no_balance(draft: PlanDraft, said: Said) -> PlanDraft:
    """Only accounts hold money; a balance of a payee or category is what was spent there."""
    owed = draft.names and (said.no_account or (said.nothing_known and not _HELD.search(said.text)))
    if draft.intent is Intent.BALANCE and owed:
        at_present = not draft.when and _AT_PRESENT.search(said.text)
        return replace(draft, intent=Intent.LAST if at_present else Intent.TOTAL, group_by=None)
    return draft


_CUES: tuple[Cue, ...] = (
    *TREND_CUES,
    _total_not_compare,
    _no_rate,
    share_of_income,
    part_of,
    transfers,
    paid_off,
    put_by,
    no_transfers,
    _held,
    _what_if,
    _count,
    _how_much,
    no_move,
    both_ways,
    _no_supposing,
    _no_prices,
    no_fees,
    _listed,
    _by_account,
    superlative,
    outgoing,
    _stayed,
    _sum,
    _no_net,
    _payday,
    _when_asked,
    _no_balance,
    *ASKED_CUES,
    *GROUPING_CUES,
)

_UNLESS_SAID = frozenset(
    {_total_not_compare}
    | {no_move, both_ways, no_fees, outgoing, _no_supposing, _no_prices, _listed, _by_account, _no_net, _no_balance}
)
"""Cues that miss a word the question before may have said; a follow-up is not held to them."""
