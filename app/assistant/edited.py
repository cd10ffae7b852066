"""Follow-ups: what one leaves unsaid is taken from the draft of the question before."""

from collections.abc import Iterable
from dataclasses import replace

from app.assistant.amounts import rank
from app.assistant.names import NameKind
from app.assistant.plan_text import FLOWING
from app.assistant.resolving import Resolver
from app.domain.account import AccountKind
from app.domain.plan import Flow, GroupBy, Intent, Measure, PlanDraft

_LIMITED = frozenset({Intent.RANKING, Intent.LARGEST, Intent.SMALLEST, Intent.LIST})
_SIDED = frozenset({Intent.COMPARE, Intent.SHARE})


def edited(draft: PlanDraft, last: PlanDraft, *, resolver: Resolver) -> PlanDraft:
    """The draft of a follow-up with names, period and limits of `last` where it says none of its own."""
    names, without = _names(draft, last, resolver=resolver)
    whole = replace(
        draft,
        follows=False,
        added=(),
        names=names,
        without=without,
        when=draft.when or _carried_period(draft, last, resolver=resolver),
        at_least=draft.at_least or last.at_least,
        at_most=draft.at_most or last.at_most,
        limit=draft.limit or _carried_limit(draft, last, resolver=resolver),
        as_percent=draft.as_percent or (draft.intent is last.intent is Intent.COMPARE and last.as_percent),
        backwards=draft.backwards or (last.backwards and not draft.names and draft.flow is last.flow),
        change=draft.change or (last.change if draft.intent is Intent.WHAT_IF else ""),
    )
    return _as_ranked(_with_sides(whole, draft, last=last, resolver=resolver), resolver)


def _carried_period(draft: PlanDraft, last: PlanDraft, *, resolver: Resolver) -> str:
    """The last period; the day of a balance is none that anything else is asked of."""
    days = resolver.days(last.when) if last.intent is Intent.BALANCE and draft.intent is not Intent.BALANCE else None
    return "" if days is not None and days.days == 1 else last.when


def _carried_limit(draft: PlanDraft, last: PlanDraft, *, resolver: Resolver) -> str:
    """How many were asked for, where as many are asked for again; a place in the order was that question's own."""
    same = draft.intent is last.intent and draft.intent in _LIMITED
    return last.limit if same and not rank(last.limit, resolver.language) else ""


def without_names(last: PlanDraft, out: Iterable[str], *, resolver: Resolver) -> PlanDraft:
    """`last` with these names left out: taken from its names where they stand there among others."""
    return edited(replace(_bare(last), without=tuple(out)), last, resolver=resolver)


def with_added(last: PlanDraft, added: Iterable[str], *, resolver: Resolver) -> PlanDraft:
    """`last` with these names beside its own, or no longer left out."""
    return edited(replace(_bare(last), added=tuple(added)), last, resolver=resolver)


def _bare(last: PlanDraft) -> PlanDraft:
    """The head of a draft, with the sides of its comparison, and what a follow-up of the same head says unasked."""
    return replace(last, names=(), without=(), when="", at_least="", at_most="", limit="", change="", follows=True)


def _names(draft: PlanDraft, last: PlanDraft, *, resolver: Resolver) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names that count, and names that are left out."""
    old = _kept_names(draft, last, resolver=resolver)
    out = [name for name in last.without if not _among(name, (*draft.added, *draft.names), resolver=resolver)]
    back = [name for name in draft.added if _among(name, last.without, resolver=resolver) and not old]
    names = [*old, *(name for name in draft.added if name not in back and not _among(name, old, resolver=resolver))]
    if last.without and not old and not back and not draft.names:
        out, names = [*out, *names], []  # `without the rent`, `and the hotel as well`
    if draft.names:
        held = draft.intent is Intent.BALANCE or draft.flow is Flow.TRANSFERS
        mine = {is_account(name, resolver, held=held) for name in draft.names}
        names = [*(name for name in names if is_account(name, resolver, held=held) not in mine), *draft.names]
    kept = [name for name in names if not _among(name, draft.without, resolver=resolver)]
    gone = [name for name in draft.without if kept and _among(name, names, resolver=resolver)]
    out += [name for name in draft.without if name not in gone and not _among(name, out, resolver=resolver)]
    return tuple(dict.fromkeys(kept)), tuple(out)


def _kept_names(draft: PlanDraft, last: PlanDraft, *, resolver: Resolver) -> tuple[str, ...]:
    """The names of the last question that a follow-up of this head may still be about."""
    compared = last.intent is Intent.COMPARE and draft.intent is not Intent.COMPARE
    old = (*last.names, *last.other_names) if compared else last.names
    flowing = draft.intent in FLOWING and last.intent in FLOWING
    other_money = flowing and draft.flow is not last.flow
    if other_money or draft.intent in {Intent.NET, Intent.SAVINGS_RATE, Intent.BALANCE}:
        accounts = (name for name in old if is_account(name, resolver))
        return tuple(name for name in accounts if not _is_card_of(draft, name, resolver=resolver))
    return old


def _is_card_of(draft: PlanDraft, name: str, *, resolver: Resolver) -> bool:
    """Whether income is asked for, and a name is a card's: none comes in there."""
    ids = resolver.linked(name, accounts_first=True).best.account_ids if draft.flow is Flow.INCOME else ()
    return bool(ids) and all(one.kind is AccountKind.CARD for one in resolver.vocabulary.accounts if one.id in ids)


def _with_sides(whole: PlanDraft, draft: PlanDraft, *, last: PlanDraft, resolver: Resolver) -> PlanDraft:
    """The second side of a comparison or a share; nothing else has one."""
    if draft.intent not in _SIDED:
        return replace(whole, other_names=(), other_when="")
    part_of_last = draft.intent is Intent.SHARE and last.intent is not Intent.SHARE and not draft.other_names
    if part_of_last and draft.names and last.names:
        of = tuple(name for name in last.names if not is_account(name, resolver))
        part = (*(name for name in last.names if name not in of), *draft.names)
        return replace(whole, names=tuple(dict.fromkeys(part)), other_names=of)
    if draft.other_names or draft.other_when:
        against = replace(whole, other_names=draft.other_names, other_when=draft.other_when)
        compared = last.intent is Intent.COMPARE and draft.other_when and not draft.other_names
        return replace(against, other_names=last.other_names) if compared else against
    if last.intent is not draft.intent:
        return whole
    other_when = last.other_when if not draft.when or last.other_names else ""
    return replace(whole, other_names=last.other_names, other_when=other_when)


def _as_ranked(draft: PlanDraft, resolver: Resolver) -> PlanDraft:
    """`the dearest of them` after one shop: a ranking by payee would have nothing to rank."""
    if draft.intent is Intent.RANKING and draft.group_by is GroupBy.CATEGORY and _is_one_category(draft, resolver):
        return replace(draft, intent=Intent.TOTAL, group_by=None, ascending=False, limit="", measure=Measure.AMOUNT)
    ranked = draft.intent is Intent.RANKING and draft.group_by is GroupBy.PAYEE and draft.measure is Measure.AMOUNT
    payees = [name for name in draft.names if not is_account(name, resolver)]
    if not ranked or len(payees) != 1 or resolver.linked(payees[0]).best.kind is not NameKind.PAYEE:
        return draft
    edge = Intent.SMALLEST if draft.ascending else Intent.LARGEST
    return replace(draft, intent=edge, group_by=None, ascending=False)


def _is_one_category(draft: PlanDraft, resolver: Resolver) -> bool:
    """`groceries in may` after a ranking of categories: one category has nothing to be ranked by."""
    linked = [resolver.linked(name).best for name in draft.names if not is_account(name, resolver)]
    return len(linked) == 1 and linked[0].kind is NameKind.CATEGORY and len(linked[0].names) == 1


def _among(name: str, names: Iterable[str], *, resolver: Resolver) -> bool:
    """Whether a name means what one of these means."""
    meant = resolver.linked(name).best
    if meant.kind is NameKind.NOTHING:
        return name in names
    return any(resolver.linked(other).best.names == meant.names for other in names)


def is_account(name: str, resolver: Resolver, *, held: bool = False) -> bool:
    """Whether a name is an account's; where balances are `held`, accounts go before all else of that name."""
    return resolver.linked(name, accounts_first=held).best.kind is NameKind.ACCOUNT
