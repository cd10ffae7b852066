"""What rules do better than a small model: spans it passed over, limits turned round, and intents that one cue settles.

Each rule looks at the question's words; none guesses. What the model chose stays unless a cue contradicts it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from app.assistant.amounts import amount, count, rank
from app.assistant.backwards import taken_back
from app.assistant.cues import by_cues
from app.assistant.cues_flows import debts_netted
from app.assistant.cues_places import at_a_place
from app.assistant.cues_trends import is_course
from app.assistant.flows_of_names import FEE_CATEGORY, TRANSFER_CATEGORY, likeliest
from app.assistant.language import Language
from app.assistant.left_out import with_left_out
from app.assistant.limits import limits_said, of_one_charge
from app.assistant.mending_names import NameMender
from app.assistant.mending_periods import PeriodMender
from app.assistant.mending_shares import share_put_right
from app.assistant.names import NameKind
from app.assistant.passed_over import PassedOver
from app.assistant.period_spots import PeriodSpots
from app.assistant.question import Question
from app.assistant.resolving import Resolver
from app.assistant.spots import place_of
from app.assistant.supposing import change_supposed
from app.domain.account import AccountKind
from app.domain.plan import Flow, Intent, PlanDraft, SubscriptionView

_YEAR = re.compile(r"(?:19|20)\d\d")
_ADDED_UP = frozenset({Intent.TOTAL, Intent.COMPARE, Intent.NET, Intent.AVERAGE, Intent.BALANCE, Intent.SHARE})
_YES_OR_NO = re.compile(r"^(?:and |so |hey |please )?(?:did|have|has|had|was|were|is|are|am|do|does)\b")
"""`did I spend more than 60 at …` asks for what was spent; the figure is no limit of single purchases."""
_GUESSED = re.compile(
    r"\b(?:is|was|are|were) (?:it|that|this|they) (?:really |already |now |even )*(?:more|over|above|less|"
    r"under|below)\b|"
    r"\bwhether\b|\bi wonder if\b"
)
_NEVER_SUPPOSED = frozenset({Intent.DUPLICATES, Intent.UNUSUAL, Intent.PRICE_CHANGES})
_ORDINAL = re.compile(r"\d{1,2}(?:st|nd|rd|th)")
_FLOWLESS = frozenset({Intent.SHARE, Intent.BALANCE, Intent.UNSUPPORTED, Intent.NET, Intent.SAVINGS_RATE})
_NAMELESS = frozenset({Intent.NET, Intent.BALANCE, Intent.SAVINGS_RATE})
_HELD = re.compile(r"\b(?:balances?|accounts?|have|got|worth|left|owe|hold|held|stand|stood|kontostand|in|on)\b")
_PRICED = re.compile(r"\b(?:how much|pay|paid|cost|costs|spend|spent)\b")
_MOVED = re.compile(
    r"\b(?:spen[dt]\w*|pa(?:id|y\w*)|earn\w*|income|receiv\w*|mov\w+|transfer\w*|sav(?:e|ed|ing)|put\w*|add\w*|deposit\w*|"
    r"withdr\w+|interest|went|go|goes|came|come|got|get|fees?|charg\w+|costs?|in|into|out|from|to|onto|taken|took|"
    r"aside|stash\w*|sent|total|sum|grow\w*|grew)\b"
)
_CURRENCY = r"(?:€|\$|£|euros?|eur|dollars?|usd|bucks|pounds?|gbp|quid)"
_AMOUNT_OF = re.compile(rf"(?P<amount>{_CURRENCY} ?\d[\d.,]*|\d[\d.,]* ?{_CURRENCY}) (?P<name>[^\d]+)")
_AMOUNT_ALONE = re.compile(rf"\d{{2,}}(?:[.,]\d\d)?(?: ?{_CURRENCY})?")
_FIGURE_OF = re.compile(r"(?P<amount>\d{2,}) of (?:the |my )?(?P<name>[^\d]+)")  # "since when do I pay 905 of rent"
_CHANGE_OF = re.compile(r"(?P<name>[^\d]*[^\d\s]) (?P<change>\d+(?:[.,]\d+)? ?(?:%|percent|per cent|pct).*)")
_PERCENT = re.compile(r"\d ?(?:%|percent|per cent|pct)")
_MONEY = re.compile(r"[$€£]?\d+[.,]\d\d[$€£]?")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the rules look at."""

    question: Question
    resolver: Resolver
    language: Language


_Rule = Callable[[PlanDraft, Asked], PlanDraft]


def mended(draft: PlanDraft, question: Question, *, resolver: Resolver, language: Language) -> PlanDraft:
    """The draft with what rules put right; one out of scope stays as it is."""
    if draft.intent is Intent.UNSUPPORTED:
        return draft
    asked = Asked(question, resolver, language)
    follows = draft.follows
    for rule in _RULES:
        draft = rule(draft, asked)
    return replace(draft, follows=follows)


def _limits(draft: PlanDraft, asked: Asked) -> PlanDraft:
    """What the question says for certain goes before what was chosen; a year or a day of the calendar is no amount."""
    said = limits_said(asked.question.text, asked.language)
    guessed = _YES_OR_NO.search(asked.question.text) or _GUESSED.search(asked.question.text)
    if draft.intent in _ADDED_UP and _GUESSED.search(asked.question.text):
        draft = replace(draft, at_least="", at_most="")
    if said and not (draft.intent in _ADDED_UP and guessed):
        draft = _without_spans(draft, {said.at_least, said.at_most} - {""}, resolver=asked.resolver)
        return replace(draft, at_least=said.at_least, at_most=said.at_most)
    if draft.at_least and not draft.at_most and of_one_charge(draft.at_least, asked.question.text):
        draft = replace(draft, at_most=draft.at_least)
    months = asked.language.table("months")
    for side in ("at_least", "at_most"):
        span = getattr(draft, side)
        dated = _YEAR.fullmatch(span) or any(word in months or _ORDINAL.fullmatch(word) for word in span.split())
        dated = dated or _of_a_day(span, asked)
        if span and (dated or amount(span, asked.language, code=asked.resolver.vocabulary.currency) is None):
            draft = replace(draft, at_least="") if side == "at_least" else replace(draft, at_most="")
    return draft


def _of_a_day(span: str, asked: Asked) -> bool:
    """Whether an amount's figures are those of a certain period: `3.11.`, `oct 15 to nov 15`."""
    place = place_of(span, asked.question.words) if span else range(0)
    return bool(place) and PeriodSpots(asked.question.words, asked.resolver).over(place) is not None


def _without_spans(draft: PlanDraft, amounts: set[str], *, resolver: Resolver) -> PlanDraft:
    """The draft without names, a period or a count that were really these amounts."""

    def holds(span: str) -> bool:
        return any(f" {each} " in f" {span} " for each in amounts)

    names = tuple(name for name in draft.names if not holds(name))
    when = "" if holds(draft.when) and resolver.days(draft.when) is None else draft.when
    limit = "" if draft.limit in amounts else draft.limit
    return replace(draft, names=names, when=when, limit=limit)


def _exact(draft: PlanDraft, asked: Asked) -> PlanDraft:
    """An amount taken for a period: `the payment with 13.99`."""
    if draft.when and _MONEY.fullmatch(draft.when) and asked.resolver.days(draft.when) is None:
        return replace(draft, when="", at_least=draft.when, at_most=draft.when)
    return draft


def _priced(draft: PlanDraft, asked: Asked) -> PlanDraft:
    """An amount that a name begins with is what was paid each time: `905 euro rent`."""
    for name in draft.names:
        match = _AMOUNT_OF.fullmatch(name) or _FIGURE_OF.fullmatch(name)
        if _AMOUNT_ALONE.fullmatch(name) and not draft.at_least and not draft.at_most:
            names = tuple(one for one in draft.names if one != name)
            return replace(draft, names=names, at_least=name, at_most=name)  # `since when is it 905`
        if match is not None and not draft.at_least and not draft.at_most and asked.resolver.knows(match["name"]):
            names = tuple(match["name"] if one == name else one for one in draft.names)
            return replace(draft, names=names, at_least=match["amount"], at_most=match["amount"])
    return draft


def _swapped_change(draft: PlanDraft, asked: Asked) -> PlanDraft:
    """A change and a period that stand in each other's place: `30 percent less, july to november as basis`."""
    swapped = draft.intent is Intent.WHAT_IF and draft.when and asked.resolver.days(draft.when) is None
    if not swapped or not _PERCENT.search(draft.when) or asked.resolver.days(draft.change) is None:
        return draft
    return replace(draft, when=draft.change, change=draft.when)


def _named_change(draft: PlanDraft, asked: Asked) -> PlanDraft:
    """A change that begins with what it is of: `netflix 10 % cheaper`."""
    match = _CHANGE_OF.fullmatch(draft.change)
    if draft.intent is not Intent.WHAT_IF or match is None or not asked.resolver.knows(match["name"]):
        return draft
    return replace(draft, names=tuple(dict.fromkeys((*draft.names, match["name"]))), change=match["change"])


def _counted(draft: PlanDraft, asked: Asked) -> PlanDraft:
    """How many says a number from 1 to 1000; a year is a period."""
    if rank(draft.limit, asked.language):
        return draft
    number = count(draft.limit, asked.language) if draft.limit else 1
    place = place_of(draft.limit, asked.question.words) if draft.limit else range(0)
    of_days = place and PeriodSpots(asked.question.words, asked.resolver).over(place)
    return replace(draft, limit="") if number is None or of_days or _YEAR.fullmatch(draft.limit) else draft


def _period(draft: PlanDraft, asked: Asked) -> PlanDraft:
    return PeriodMender(asked.question, asked.resolver, asked.language).mended(draft)


def _names(draft: PlanDraft, asked: Asked) -> PlanDraft:
    return NameMender(asked.question, asked.resolver, asked.language).mended(draft)


def _cues(draft: PlanDraft, asked: Asked) -> PlanDraft:
    kinds = frozenset(asked.resolver.linked(name, accounts_first=True).best.kind for name in draft.names)
    return by_cues(draft, asked.question, kinds=kinds)


def _owed(draft: PlanDraft, asked: Asked) -> PlanDraft:
    """`bakery money october`: only accounts hold money, and no word says that some is held."""
    if draft.intent is not Intent.BALANCE or draft.names or _HELD.search(asked.question.text):
        return draft
    total = PlanDraft(intent=Intent.TOTAL, when=draft.when)
    found = PassedOver(asked.question.words, asked.resolver, asked.language).name(total)
    owed = found and asked.resolver.linked(found).best.kind is NameKind.PAYEE
    return replace(total, names=(found,)) if owed else draft


def _of_accounts(draft: PlanDraft, asked: Asked) -> PlanDraft:
    """`how much is on the account`: the word alone names no account, so all are asked about."""
    idle = set(asked.language.table("nameless").get("words", ()))
    earned = bool(draft.names) and all(map(asked.resolver.earns, draft.names))  # `my pay now` is on no account
    if draft.intent is not Intent.BALANCE or earned:
        return draft
    return replace(draft, names=tuple(name for name in draft.names if not set(name.split()) <= idle))


def _of_savings(draft: PlanDraft, asked: Asked) -> PlanDraft:
    """`saver, october`: nothing is bought from a savings account, and no word says that money moved: what it held."""
    text = asked.question.text.replace(f"in {draft.when}", "")
    if draft.intent is not Intent.TOTAL or len(draft.names) != 1 or _MOVED.search(text):
        return draft
    ids = asked.resolver.linked(draft.names[0], accounts_first=True).best.account_ids
    kinds = {account.kind for account in asked.resolver.vocabulary.accounts if account.id in ids}
    return replace(draft, intent=Intent.BALANCE, flow=Flow.SPENDING) if kinds == {AccountKind.SAVINGS} else draft


def _saved(draft: PlanDraft, asked: Asked) -> PlanDraft:
    """`my savings in september`: what was put aside, where a savings account takes it."""
    spent = draft.intent in {Intent.TOTAL, Intent.LIST, Intent.COUNT} and draft.flow is not Flow.TRANSFERS
    if not spent or len(draft.names) != 1 or asked.resolver.linked(draft.names[0]).best.kind is not NameKind.CATEGORY:
        return draft
    ids = asked.resolver.linked(draft.names[0], accounts_first=True).best.account_ids
    kinds = {account.kind for account in asked.resolver.vocabulary.accounts if account.id in ids}
    return replace(draft, flow=Flow.TRANSFERS) if kinds == {AccountKind.SAVINGS} else draft


def _named_cues(draft: PlanDraft, asked: Asked) -> PlanDraft:
    """The cues again, where names were found that the draft had not: what is left over is asked of no bakery."""
    again = draft.intent in _NAMELESS or is_course(asked.question.text)
    return _cues(draft, asked) if draft.names and again else draft


def _of_transfers(draft: PlanDraft, asked: Asked) -> PlanDraft:
    """`umbuchung, how much`: what is moved between own accounts is in no category that is spent; fees are fees."""
    if draft.flow is Flow.FEES:
        own = tuple(name for name in draft.names if asked.resolver.linked(name).best.names != (FEE_CATEGORY,))
        return replace(draft, names=own)
    kept = tuple(name for name in draft.names if asked.resolver.linked(name).best.names != (TRANSFER_CATEGORY,))
    moved = len(kept) < len(draft.names) and draft.intent not in _FLOWLESS
    return replace(draft, flow=Flow.TRANSFERS, names=kept) if moved else draft


def _placed(draft: PlanDraft, asked: Asked) -> PlanDraft:
    draft = taken_back(draft, asked.question.words, resolver=asked.resolver)
    return debts_netted(at_a_place(draft, asked.question.text), asked.question.text)


def _flow(draft: PlanDraft, asked: Asked) -> PlanDraft:
    """The flow that the names can have: a salary is no spending, a shop that never paid anything no income."""
    own = draft.flow is Flow.TRANSFERS and any(
        asked.resolver.linked(name, accounts_first=True).best.kind is NameKind.ACCOUNT for name in draft.names
    )
    possible = frozenset[Flow]() if own else asked.resolver.flows(draft.names)
    if draft.intent in _FLOWLESS or not possible or draft.flow in possible or draft.flow is Flow.ANY:
        return _spent(draft, asked)
    return replace(draft, flow=likeliest(possible))


def _spent(draft: PlanDraft, asked: Asked) -> PlanDraft:
    """Insurance, rent and the like are no income, unless the question says that money came in."""
    incoming = set(asked.language.table("incoming").get("words", ())) & set(asked.question.words)
    if draft.flow is not Flow.INCOME or draft.intent is Intent.SHARE or not draft.names or incoming:
        return draft
    found = [asked.resolver.linked(name).best.kind for name in draft.names]
    spent = all(kind is NameKind.CATEGORY for kind in found) and not any(map(asked.resolver.earns, draft.names))
    return replace(draft, flow=Flow.SPENDING) if spent else draft


def _share(draft: PlanDraft, asked: Asked) -> PlanDraft:
    return share_put_right(draft, asked.question, resolver=asked.resolver)


def _said_in_a_word(draft: PlanDraft, asked: Asked) -> PlanDraft:
    """A borrowed word that is the intent itself: `sparquote`."""
    said = asked.language.table("words_for_intents")
    intent = next((Intent(said[word]) for word in asked.question.words if word in said), None)
    if intent is None or draft.intent in {intent, Intent.PRICE_CHANGES}:
        return draft
    names = tuple(name for name in draft.names if name not in said)
    priced = SubscriptionView.COST if _PRICED.search(asked.question.text) else SubscriptionView.ACTIVE
    view = priced if intent is Intent.SUBSCRIPTIONS else None
    return PlanDraft(intent=intent, names=names, when=draft.when, subscription=view)


def _left_out(draft: PlanDraft, asked: Asked) -> PlanDraft:
    return with_left_out(draft, asked.question.words, language=asked.language)


def _supposed(draft: PlanDraft, asked: Asked) -> PlanDraft:
    """A question that supposes a change is a what-if, whatever else it seemed."""
    span = change_supposed(asked.question, asked.language)
    if not span or draft.intent in _NEVER_SUPPOSED:
        return draft
    names = tuple(name for name in (*draft.names, *draft.other_names) if asked.resolver.knows(name))
    return PlanDraft(
        intent=Intent.WHAT_IF, names=names, without=draft.without, when=draft.when, group_by=draft.group_by, change=span
    )


_RULES: tuple[_Rule, ...] = (
    _said_in_a_word, _limits, _exact, _priced, _counted, _swapped_change, _supposed,
    _named_change, _left_out, _period, _of_accounts, _of_savings, _cues, _of_transfers,
    _flow, _share, _owed, _names, _of_transfers, _left_out, _named_cues, _flow, _saved, _placed,
)  # fmt: skip
