"""Cues that settle how figures are grouped, measured, listed or compared."""

import re
from dataclasses import replace

from app.assistant.said import Cue, Said
from app.domain.plan import Flow, GroupBy, Intent, Measure, PlanDraft, SubscriptionView

_ITEMISED = re.compile(
    r"\b(have a look|take a look|bring up|pull up|look up|let me see|let's see|go through|run me through|"
    r"itemi[sz]ed?|one by one|line by line|individually|list (?:please|them)|each one)\b"
)
_SPENT_THROUGH = re.compile(r"\b(?:did|do|have|has|does) (?:i|we) go through\b")
_RISEN_BILLS = re.compile(
    r"\b(bills?|direct debits?|standing orders?|contracts?|fixed costs?|regular payments?|recurring|prices?|"
    r"insurance)\b"
)
_PER_VISIT = re.compile(
    r"\b(average|averages|typical|usual|(?<!i )(?<!we )(?<!you )mean|on average|"
    r"per (?:visit|purchase|meal|trip|shop|time))\b"
)
_HOW_OFTEN = re.compile(
    r"\b(?:visits?|times|often|number of|fewer)\b|"
    r"\bhow many(?! per ?cents?\b| %| more (?:euros|dollars|pounds)| less\b| euros| dollars| pounds| bucks| quid)\b"
)
_NEWEST = re.compile(r"\b(?:most recent|latest|newest)\b")
_GROUPS = {
    "account": GroupBy.ACCOUNT, "category": GroupBy.CATEGORY, "shop": GroupBy.PAYEE, "store": GroupBy.PAYEE,
    "payee": GroupBy.PAYEE, "merchant": GroupBy.PAYEE, "provider": GroupBy.PAYEE, "supplier": GroupBy.PAYEE,
    "company": GroupBy.PAYEE, "place": GroupBy.PAYEE, "retailer": GroupBy.PAYEE,
}  # fmt: skip
_WITH_THE = re.compile(
    r"\b(?!parted\b|part\b)(?P<what>[a-z]+) with (?:the |my )?(?:very )?"
    r"(?:higher|highest|larger|largest|bigger|biggest|most|more|lower|lowest|smaller|smallest|fewest|fewer|least|"
    r"cheapest|priciest|dearest)\b"
)
_LOWEST = re.compile(r"\b(?:lower|lowest|smaller|smallest|fewest|fewer|least|cheapest)\b")
TIMES_GROUPED = {"month": GroupBy.MONTH, "week": GroupBy.WEEK, "day": GroupBy.DAY, "weekday": GroupBy.WEEKDAY,
                 "quarter": GroupBy.QUARTER, "year": GroupBy.YEAR}  # fmt: skip
_SHARING = re.compile(
    r"\b(?:share|percent\w*|per cent|pct|proportion|part|portion|fraction|slice|how much of|out of|ratio|chunk|"
    r"relative|"
    r"bit of|amount of|piece|quota|cut of|makes? up|account(?:s|ed)? for)\b|%"
)
_SHOW = re.compile(r"\b(?:list|show|display|which|see|what were|details|all|every|each|itemi[sz]ed?|one by one)\b")
_IN_TURN = re.compile(r"\b(?P<unit>month|week|day|year|quarter) (?:by|for|after) (?P=unit)\b")
_AVERAGED = re.compile(
    r"^(?:per (?:day|week|month|year)|weekly|monthly|daily|yearly) ,|\b(?:averaged?|on average|"
    r"(?<!i )(?<!we )(?<!you )mean|typical(?:ly)?|roughly|approximately|ballpark)\b"
)
_PER_DIEM = re.compile(r"\bper diem\b")
_EACH_UNIT = re.compile(r"\b(?:per|a|an|each|every|one|single|average|typical) (?P<unit>day|week|month|quarter|year)\b")
_OFTENEST = re.compile(r"\b(?:most often|most frequently|oftenest|the most times|most times)\b")
_MORE_OFTEN = re.compile(r"\b(?:more often|more frequently|oftener|more times)\b")
_BETWEEN = re.compile(r"\b(?:between|across) (?:my |the |our )?\w+(?: \w+)? and\b")
_LARGEST_PART = re.compile(r"\b(?:biggest|largest|main) (?:chunk|part|share|slice|portion|bit|driver|contributor)s?\b")
_EVERY = re.compile(r"^(?:and |please )?every (?!month|week|day|year|time|quarter|penny|cent|euro|dollar|pound)\w+")
_ADD_UP = re.compile(r"^(?:and |please )?(?:add|sum) (?:please |up |together )*(?:every|all|each)\b")
_SUMMED_UP = re.compile(r"\b(?:how much|total|sum|altogether|in all|add(?:ed)? up)\b")
_COMPARING = re.compile(
    r"\b(?:vs|versus|against|than|compar\w+|differ\w*|chang\w+|increas\w+|decreas\w+|up|down|more|less|dearer|cheaper|"
    r"pricier|higher|lower|better|worse|rather|or|between|gap|rise|rose|fall|fell|drop\w*|grew|grow\w*|beat|evolv\w+|"
    r"develop\w+|trend\w*|jump\w*|climb\w*|creep|crept|relative|as much|outspen\w+|below|above|under|risen|grown|"
    r"fallen|minus|beats?|side by side|next to|set against)\b"
)
_OF_ALL = re.compile(
    r"\b(?:relative to|out of|against|compared (?:to|with)) "
    r"(?:all|total|overall|everything|the total|my total|whole|the whole)\b"
)
_SPLIT = re.compile(
    rf"\b(?:per|by|each|every|across|between (?:the )?(?:different )?) ?(?P<group>{'|'.join(_GROUPS)})s?\b"
)
_MOST_WENT = re.compile(
    r"\bwhere (?:did|does|do|has|have) .*\bmost of\b|\bmost of (?:my|our|the) .*\b(?:go|went|going)\b"
)
_ONE_DAY = re.compile(r"\bmost .*\bin (?:one|a single|a) day\b")
_TREND = re.compile(r"\b(developed|development|evolved?|trend|over time|changed over)\b")
_PERCENT = re.compile(r"\b(?:in percent|percent(?:age)?)\b|%")
_CHANGING = re.compile(r"\b(increase|decrease|change|rise|rose|fall|fell|go up|went up|more|less|growth|differ\w*)\b")


def _itemised(draft: PlanDraft, said: Said) -> PlanDraft:
    found = draft.intent is Intent.TOTAL and _ITEMISED.search(_SPENT_THROUGH.sub("", said.text))
    return replace(draft, intent=Intent.LIST) if found else draft


def _risen_bills(draft: PlanDraft, said: Said) -> PlanDraft:
    """Bills that rose are no subscriptions alone."""
    raised = draft.intent is Intent.SUBSCRIPTIONS and draft.subscription is SubscriptionView.RAISED
    if raised and _RISEN_BILLS.search(said.text) and "subscription" not in said.text:
        return PlanDraft(intent=Intent.PRICE_CHANGES, names=draft.names, when=draft.when)
    return draft


def _compared_by(draft: PlanDraft, said: Said) -> PlanDraft:
    if draft.intent is not Intent.COMPARE or draft.measure is not Measure.AMOUNT:
        return draft
    if _PER_VISIT.search(said.text):
        return replace(draft, measure=Measure.AVERAGE)
    return replace(draft, measure=Measure.COUNT) if _HOW_OFTEN.search(said.text) else draft


def _newest(draft: PlanDraft, said: Said) -> PlanDraft:
    """`the most recent expense over $1,000` is one, whatever else is asked of it."""
    found = draft.intent is Intent.LIST and not draft.limit and _NEWEST.search(said.text)
    plural = re.search(r"\b(?:transactions|purchases|payments|expenses|charges|ones)\b", said.text)
    return replace(draft, intent=Intent.LAST) if found and not plural else draft


def _split(draft: PlanDraft, said: Said) -> PlanDraft:
    found = _SPLIT.search(said.text)
    if found and draft.intent is Intent.TOTAL:
        return replace(draft, intent=Intent.BREAKDOWN, group_by=_GROUPS[found.group("group")])
    return draft


def _in_turn(draft: PlanDraft, said: Said) -> PlanDraft:
    """`month for month`: told one by one."""
    found = _IN_TURN.search(said.text)
    if found and draft.intent is Intent.TOTAL:
        return replace(draft, intent=Intent.BREAKDOWN, group_by=TIMES_GROUPED[found.group("unit")])
    return draft


def _averaged(draft: PlanDraft, said: Said) -> PlanDraft:
    if _PER_DIEM.search(said.text) and draft.intent in {Intent.TOTAL, Intent.BREAKDOWN}:
        return replace(draft, intent=Intent.AVERAGE, group_by=GroupBy.DAY)
    grouped = draft.intent is Intent.BREAKDOWN and draft.group_by in TIMES_GROUPED.values()
    return replace(draft, intent=Intent.AVERAGE) if grouped and _AVERAGED.search(said.text) else draft


def _each_unit(draft: PlanDraft, said: Said) -> PlanDraft:
    """`one single day … on average` is the mean of days, not of purchases."""
    found = _EACH_UNIT.search(said.text) if draft.intent is Intent.AVERAGE and draft.group_by is None else None
    return replace(draft, group_by=TIMES_GROUPED[found.group("unit")]) if found else draft


def _oftenest(draft: PlanDraft, said: Said) -> PlanDraft:
    """`the store I bought from most often` ranks."""
    unranked = draft.intent in {Intent.LIST, Intent.TOTAL, Intent.COUNT, Intent.LAST}
    if unranked and draft.group_by is None and _OFTENEST.search(said.text):
        return replace(draft, intent=Intent.RANKING, group_by=GroupBy.PAYEE, measure=Measure.COUNT)
    return draft


def _more_often(draft: PlanDraft, said: Said) -> PlanDraft:
    """`the inn or the tandoori, where was I more often`: two payees are set side by side by their visits."""
    counted = draft.intent in {Intent.COUNT, Intent.TOTAL} and said.only_payees and len(draft.names) > 1
    if counted and _MORE_OFTEN.search(said.text):
        return replace(draft, intent=Intent.RANKING, group_by=GroupBy.PAYEE, measure=Measure.COUNT)
    return draft


def _largest_part(draft: PlanDraft, said: Said) -> PlanDraft:
    found = draft.intent in {Intent.SHARE, Intent.LARGEST, Intent.TOTAL} and _LARGEST_PART.search(said.text)
    if found and not draft.other_names:
        return replace(draft, intent=Intent.RANKING, group_by=GroupBy.CATEGORY)
    return draft


def _every(draft: PlanDraft, said: Said) -> PlanDraft:
    """`every outgoing of 200 or more` wants them, not their sum."""
    if draft.intent is Intent.LIST and _ADD_UP.search(said.text):
        return replace(draft, intent=Intent.TOTAL)
    found = draft.intent is Intent.TOTAL and _EVERY.search(said.text) and not _SUMMED_UP.search(said.text)
    return replace(draft, intent=Intent.LIST) if found else draft


def _side_by_side(draft: PlanDraft, said: Said) -> PlanDraft:
    """`yesterday and today`: nothing is compared where no word compares."""
    if draft.intent is not Intent.COMPARE or draft.as_percent or not draft.other_when:
        return draft
    if draft.other_names or _COMPARING.search(said.text):
        return draft
    joined = (f"{draft.when} and {the}{draft.other_when}" for the in ("", "the "))
    when = next((text for text in joined if text in said.text), draft.other_when)
    return replace(draft, intent=Intent.TOTAL, when=when, other_when="", as_percent=False, measure=Measure.AMOUNT)


def _no_share(draft: PlanDraft, said: Said) -> PlanDraft:
    """`how much goes to charity` is a sum; a share is asked for with words that say so."""
    unshared = draft.intent is Intent.SHARE and not draft.follows and not draft.other_names
    found = unshared and draft.names and not _SHARING.search(said.text)
    return replace(draft, intent=Intent.TOTAL) if found else draft


def _fees(draft: PlanDraft, said: Said) -> PlanDraft:
    """Fees are added up unless they are to be shown."""
    found = draft.intent is Intent.LIST and draft.flow is Flow.FEES and not _SHOW.search(said.text)
    return replace(draft, intent=Intent.TOTAL) if found else draft


def _with_the(draft: PlanDraft, said: Said) -> PlanDraft:
    """`restaurant with the higher average bill` asks which, not how much."""
    found = _WITH_THE.search(said.text)
    if not found or draft.intent not in {Intent.AVERAGE, Intent.TOTAL, Intent.COUNT, Intent.BREAKDOWN}:
        return draft
    group = TIMES_GROUPED.get(found.group("what")) or _GROUPS.get(found.group("what"), GroupBy.PAYEE)
    measure = Measure.AVERAGE if draft.intent is Intent.AVERAGE else draft.measure
    if draft.intent is Intent.COUNT:
        measure = Measure.COUNT
    lowest = bool(_LOWEST.search(found.group()))
    return replace(draft, intent=Intent.RANKING, group_by=group, measure=measure, ascending=lowest)


def _share_of_all(draft: PlanDraft, said: Said) -> PlanDraft:
    """`restaurants relative to all expenses, %`: a share, where one name stands against everything."""
    if draft.intent is Intent.COMPARE and draft.names and _OF_ALL.search(said.text) and _PERCENT.search(said.text):
        when = draft.when or draft.other_when
        return replace(
            draft,
            intent=Intent.SHARE,
            other_names=(),
            other_when="",
            when=when,
            as_percent=False,
            measure=Measure.AMOUNT,
        )
    return draft


def _payees_of(draft: PlanDraft, said: Said) -> PlanDraft:
    """`where did most of my grocery money go`: one category is named already, so payees are asked for."""
    one = len(draft.names) == 1 and draft.group_by is GroupBy.CATEGORY
    if draft.intent in {Intent.BREAKDOWN, Intent.RANKING} and one and _MOST_WENT.search(said.text):
        return replace(draft, intent=Intent.RANKING, group_by=GroupBy.PAYEE)
    return draft


def _between_payees(draft: PlanDraft, said: Said) -> PlanDraft:
    """`split between the station and the garage`: two payees named are told one by one."""
    if draft.intent is not Intent.BREAKDOWN or draft.group_by is not GroupBy.CATEGORY:
        return draft
    if said.only_accounts and _BETWEEN.search(said.text):
        return replace(draft, group_by=GroupBy.ACCOUNT, names=())
    return replace(draft, group_by=GroupBy.PAYEE) if said.only_payees and len(draft.names) > 1 else draft


def _over_time(draft: PlanDraft, said: Said) -> PlanDraft:
    """How one thing developed is told by the month."""
    if (
        draft.intent is Intent.BREAKDOWN
        and draft.names
        and draft.group_by is GroupBy.CATEGORY
        and _TREND.search(said.text)
    ):
        return replace(draft, group_by=GroupBy.MONTH)
    return draft


def _one_day(draft: PlanDraft, said: Said) -> PlanDraft:
    found = draft.intent in {Intent.TOTAL, Intent.LARGEST} and _ONE_DAY.search(said.text)
    return replace(draft, intent=Intent.RANKING, group_by=GroupBy.DAY) if found else draft


def _percent(draft: PlanDraft, said: Said) -> PlanDraft:
    if draft.intent is Intent.COMPARE and draft.measure is Measure.AMOUNT and _PERCENT.search(said.text):
        return replace(draft, as_percent=bool(_CHANGING.search(said.text)) or draft.as_percent)
    return draft


GROUPING_CUES: tuple[Cue, ...] = (
    _payees_of,
    _between_payees,
    _over_time,
    _one_day,
    _percent,
    _itemised,
    _risen_bills,
    _compared_by,
    _newest,
    _split,
    _with_the,
    _share_of_all,
    _in_turn,
    _averaged,
    _each_unit,
    _oftenest,
    _more_often,
    _largest_part,
    _every,
    _side_by_side,
    _no_share,
    _fees,
)
"""In the order they are tried."""
