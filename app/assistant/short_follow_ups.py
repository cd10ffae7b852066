"""Follow-ups of a few fixed shapes: `top 5`, `the second largest`, `and the least`, `add fuel`, `both together`."""

import re
from dataclasses import replace

from app.assistant.amounts import count
from app.assistant.edited import with_added
from app.assistant.language import Language
from app.assistant.names import NameKind
from app.assistant.resolving import Resolver
from app.domain.plan import Flow, GroupBy, Intent, Measure, PlanDraft

LEAST_SCORE = 0.85
_TOP = re.compile(
    r"(?:(?:give|show|list|tell)(?: me)? )?(?:the |my |just the |only the )?"
    r"(?:(?:top|first) (?P<first>\w+)|(?P<second>\w+) (?:biggest|largest|most expensive|"
    r"highest))"
    r"(?: ones| purchases| payments| please)?(?: with (?:the )?(?:amounts|sums|figures))?"
)
_NTH = re.compile(
    r"(?:and |so |then |what about |who's |whos |who is |what was |what is |what's |whats |which is |which was )*"
    r"(?:the |my )?(?:(?P<nth>second|third|fourth|fifth|2nd|3rd|4th|5th|next|runner-up|runner up)"
    r"(?P<of> (?:largest|biggest|most expensive|highest|priciest|dearest|costliest|best|worst|most|heaviest|"
    r"smallest|cheapest|lowest|least|latest|last|one))?|number (?P<number>two|three|four|five|2|3|4|5))"
    r"(?: one| place| month| shop| purchase)?"
)
_NEXT = ("next", "runner-up", "runner up")
_ADDED = re.compile(
    r"(?:plus|add|also add|also|include|also include|including|together with|along with|with|as well as|throw in|"
    r"throw|count in|count|put|take(?=.* (?:back|to it|to that)\b)) "
    r"(?:the |my )?(?P<what>.+?)(?: again| too| as well| back| in| thrown in| on top| on top of (?:it|that)|"
    r" into (?:it|that)"
    r"| added| included| please| to (?:it|that))*"
)
_MARKED = re.compile(
    r"^(?:plus|add|also|include|including|together|along|as well|throw|count|put)\b|\b(?:too|as well|thrown in|"
    r"on top|added|again|back|included)\b|\bto (?:it|that)$"
)
_BOTH = re.compile(
    r"(?:and |now )?(?:both|all|the two|these two|those two|both of them|all of them|all three|them)(?: of them)?"
    r"(?: together| combined| in total| summed up| added up| added together)(?: please)?|(?:and )?(?:together|"
    r"altogether|combined|in all|all told)|(?:and )?everything (?:together|combined|in total)(?: then)?(?: cards?)?"
)
_OF_THE_TWO = re.compile(r"\b(?:of the two|of them|of both|which one|which of those|which of these|between the two)\b")
_MORE_OF_TWO = re.compile(
    r"\bwhich (?:of (?:the two|them|both)|one) (?:was|is|were) "
    r"(?:the )?(?:more|most|dear|high|bigg|larg|small|low|cheap|pric|expens|worse|worst|better|best|heav|least|less)"
)
_PERCENT = re.compile(
    r"(?:and |what's that |what is that |that |this |it |the same )?(?:in|as) (?:a )?"
    r"(?:percent|per cent|percentage|%)(?: please)?"
)
_IN_MONEY = re.compile(
    r"(?:and |what's |what is |whats |how much is )*(?:that |it )?in (?:dollars|euros?|pounds|money|eur|usd|gbp|"
    r"figures)(?: i mean(?:t)?| please| rather than .*| instead of .*| not .*)?"
)
_ADD_UP_BOTH = re.compile(
    r"(?:and |now |please )*(?:add|sum|total|put) (?:them|those|these|the two|it)(?: both| all| two)?(?: up| together)?"
    r"(?: for me| please)?"
)
_DIFFERENCE = re.compile(
    r"\bdifference\b.*\b(?:two|them|both|it)\b|^(?:and |so )?(?:what's |what is )?the difference$|"
    r"\bcompare (?:the two|them|both)\b|"
    r"\bby how (?:much|many percent) (?:did|has) (?:it|that) (?:chang|ris|fall|drop|go|gone|went|increas|decreas)"
)
_ANY_AMOUNT = re.compile(
    r"(?:and |ok |now )*(?:regardless of|whatever|no matter|any|at any|for any|ignoring) (?:what )?(?:the |its )?"
    r"(?:price|amount|size|sum|cost)s?(?: is| was)?|"
    r"(?:and |ok |now )*without (?:the|that|any) (?:limit|minimum|maximum|cap|threshold)(?: how much(?: is| was) it)?"
)
_ALL_ACCOUNTS = re.compile(
    r"(?:and |now |then )*(?:(?:on|in|over|across|for|with) )?(?:all|both|every)(?: of)?(?: my| the)? accounts?"
    r"(?: together| combined| in total)?"
)
_MORE_NOW = re.compile(
    r"(?:and |so )*(?:by )?how much (?:more|less|higher|lower|dearer|cheaper|better|worse) (?:is|was) "
    r"(?:it|that|[a-z]+)(?: now| then| this time| today)?"
)
_BOTH_ANYWHERE = re.compile(
    r"^(?:and |but |now )?both\b|\bboth (?:together|of them)\b|\ball together\b|\b(?:pair|two|both) of (?:them|those)\b"
)
_AS_ONE = re.compile(r"\b(?:together|added|summed|in total|combined|in all|in one)\b")
_SIDE = re.compile(r"(?:the )?(?P<side>spending|expenses|outgoings|costs|income|earnings)(?: side)?")
_EDGES = frozenset({Intent.LARGEST, Intent.SMALLEST})
_BY_TIME = frozenset({GroupBy.DAY, GroupBy.WEEK, GroupBy.MONTH, GroupBy.QUARTER, GroupBy.YEAR, GroupBy.WEEKDAY})
_ORDERED = _EDGES | {Intent.FIRST, Intent.LAST}
_GROUPS = frozenset({Intent.RANKING, Intent.BREAKDOWN})


def short_follow_up(
    text: str, last: PlanDraft, *, before: PlanDraft | None, resolver: Resolver, language: Language
) -> PlanDraft | None:
    """The last draft as a follow-up of a fixed shape edits it; None where it is of no such shape."""
    return (
        _without_limits(text, last)
        or _on_all_accounts(text, last, resolver=resolver)
        or _other_flow(text, last)
        or _told_apart(text, last, before=before, resolver=resolver)
        or _both(text, last, before=before)
        or _counted(text, last, language=language)
        or _turned(text, last, language=language)
        or _added(text, last, resolver=resolver)
    )


def _without_limits(text: str, last: PlanDraft) -> PlanDraft | None:
    """`regardless of the price`: whatever the amount."""
    limited = last.at_least or last.at_most
    return replace(last, at_least="", at_most="") if limited and _ANY_AMOUNT.fullmatch(text) else None


def _on_all_accounts(text: str, last: PlanDraft, *, resolver: Resolver) -> PlanDraft | None:
    """`all accounts`, `across all of them`: no account limits it any more."""
    if not _ALL_ACCOUNTS.fullmatch(text):
        return None
    kept = tuple(
        name for name in last.names if resolver.linked(name, accounts_first=True).best.kind is not NameKind.ACCOUNT
    )
    return replace(last, names=kept) if len(kept) < len(last.names) else None


def _other_flow(text: str, last: PlanDraft) -> PlanDraft | None:
    """`the spending side`, `and the expenses`: the other side of a sum."""
    found = _SIDE.fullmatch(text)
    if found is None or last.intent is not Intent.TOTAL or last.flow not in {Flow.INCOME, Flow.SPENDING}:
        return None
    flow = Flow.INCOME if found["side"] in {"income", "earnings"} else Flow.SPENDING
    return replace(last, flow=flow, names=()) if flow is not last.flow else None


def of_the_two(text: str, draft: PlanDraft, *, last: PlanDraft, before: PlanDraft | None) -> PlanDraft:
    """`which of the two is dearer per visit`: the names of the last two questions are ranked."""
    if before is None or draft.names or draft.group_by in _BY_TIME:
        return draft
    if before.names == last.names:
        periods = before.when and last.when and before.when != last.when and _MORE_OF_TWO.search(text)
        compared = replace(last, intent=Intent.COMPARE, other_when=before.when, group_by=None, limit="")
        return compared if periods and last.intent is Intent.TOTAL else draft
    one = draft.intent in _EDGES and not text.startswith("which")
    if one or not _OF_THE_TWO.search(text) or _AS_ONE.search(text):
        return draft
    names = tuple(dict.fromkeys((*before.names, *last.names)))
    measure = draft.measure if draft.measure is not Measure.AMOUNT else last.measure
    return replace(
        draft, intent=Intent.RANKING, group_by=GroupBy.PAYEE, names=names, measure=measure, when=draft.when or last.when
    )


def joined_names(text: str, draft: PlanDraft, *, last: PlanDraft, before: PlanDraft | None) -> PlanDraft:
    """`both, but for november`: the names of the last two questions, where the draft has none of its own."""
    if before is None or draft.names or before.names == last.names or not _BOTH_ANYWHERE.search(text):
        return draft
    names = (*before.names, *last.names, *last.other_names)
    return replace(draft, names=tuple(dict.fromkeys(names)), when=draft.when or last.when)


def _told_apart(text: str, last: PlanDraft, *, before: PlanDraft | None, resolver: Resolver) -> PlanDraft | None:
    """`the difference between the two`, `in percent`, `what's that in euros`: the last answers another way."""
    if last.intent in {Intent.COMPARE, Intent.NET} and _PERCENT.fullmatch(text):
        of_net = last.intent is Intent.NET
        return replace(last, intent=Intent.SAVINGS_RATE) if of_net else replace(last, as_percent=True)
    if _IN_MONEY.fullmatch(text):
        return _as_money(last)
    if before is None or not (_DIFFERENCE.search(text) or _MORE_NOW.fullmatch(text)):
        return None
    percent = bool(re.search(r"percent|per cent|%", text))
    plain = replace(last, intent=Intent.COMPARE, group_by=None, limit="", ascending=False, as_percent=percent)
    if before.names != last.names and before.names and last.names:
        return replace(plain, names=before.names, other_names=last.names)
    if before.when != last.when and before.when and last.when:
        return _from_the_earlier(replace(plain, when=last.when, other_when=before.when), resolver)
    return None


def _from_the_earlier(draft: PlanDraft, resolver: Resolver) -> PlanDraft:
    """A change goes from the earlier of two periods to the later one."""
    one, other = resolver.days(draft.when), resolver.days(draft.other_when)
    turned = one is not None and other is not None and one.first < other.first
    return replace(draft, when=draft.other_when, other_when=draft.when) if turned else draft


def _as_money(last: PlanDraft) -> PlanDraft | None:
    """A share, a rate or a change in percent as money; None for what is money already."""
    if last.intent is Intent.SHARE:
        return replace(last, intent=Intent.TOTAL, other_names=())
    if last.intent is Intent.SAVINGS_RATE:
        return replace(last, intent=Intent.NET)
    if last.measure is not Measure.AMOUNT and last.intent in {Intent.COMPARE, *_GROUPS}:
        return replace(last, measure=Measure.AMOUNT)
    return replace(last, as_percent=False) if last.intent is Intent.COMPARE and last.as_percent else None


def _both(text: str, last: PlanDraft, *, before: PlanDraft | None) -> PlanDraft | None:
    """`both together`: the names of the last two questions in one figure; of balances all accounts."""
    if not (_BOTH.fullmatch(text) or _ADD_UP_BOTH.fullmatch(text)):
        return None
    if last.intent is Intent.BALANCE:
        alone = before is None or before.intent is not Intent.BALANCE or "all" in text
        names = () if alone or before is None else tuple(dict.fromkeys((*before.names, *last.names)))
        return replace(last, names=names)
    if last.intent is Intent.COMPARE:
        names = tuple(dict.fromkeys((*last.names, *last.other_names)))
        return replace(last, intent=Intent.TOTAL, names=names, other_names=(), other_when="", as_percent=False)
    if before is None or before.names == last.names:
        return None
    return replace(last, names=tuple(dict.fromkeys((*before.names, *last.names))))


def _counted(text: str, last: PlanDraft, *, language: Language) -> PlanDraft | None:
    """`top 5`, `the second largest`: so many of what was asked."""
    if match := _NTH.fullmatch(text):
        return _at_place(match, last)
    if (match := _TOP.fullmatch(text)) and (found := count(match.group("first") or match.group("second"), language)):
        number = found
    else:
        return None
    if last.intent in _GROUPS and last.group_by is not None:
        return replace(last, intent=Intent.RANKING, limit=str(number))
    if last.intent in _EDGES:
        return replace(last, limit=str(number))
    return replace(last, intent=Intent.LARGEST, limit=str(number), group_by=None, measure=Measure.AMOUNT)


def _at_place(match: re.Match[str], last: PlanDraft) -> PlanDraft | None:
    """`the second largest`, `and the second`, `number two`: another place of the order told, or of one by size."""
    nth = match.group("nth") or f"number {match.group('number')}"
    place = "second" if nth in _NEXT else nth
    if last.intent in _GROUPS and last.group_by is not None:
        return replace(last, intent=Intent.RANKING, limit=place)
    if last.intent in _ORDERED:
        return replace(last, limit=place)
    if not match.group("of") or match.group("of").strip() in {"one", "last", "latest", "best", "worst"}:
        return None
    return replace(last, intent=Intent.LARGEST, limit=place, group_by=None, measure=Measure.AMOUNT)


def _turned(text: str, last: PlanDraft, *, language: Language) -> PlanDraft | None:
    """`and the least`: the same, from the other end."""
    follow = language.table("follow")
    low, high = text in follow.get("least", ()), text in follow.get("most", ())
    if not low and not high:
        return None
    if last.intent in _GROUPS and last.group_by is not None:
        return replace(last, intent=Intent.RANKING, ascending=low, limit="")
    if last.intent in _EDGES:
        return replace(last, intent=Intent.SMALLEST if low else Intent.LARGEST, limit="")
    return None


def _added(text: str, last: PlanDraft, *, resolver: Resolver) -> PlanDraft | None:
    """`plus the bakery`, `put the hotel back in`: a name beside the others, or no longer left out."""
    match = _ADDED.fullmatch(text) if _MARKED.search(text) else None
    if match is None:
        return None
    name = match.group("what")
    linked = resolver.linked(name).best
    if linked.kind is NameKind.NOTHING or linked.score < LEAST_SCORE:
        return None
    added = with_added(last, (name,), resolver=resolver)
    return added if last.names or added.without != last.without else None
