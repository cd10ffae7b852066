"""Names put right: taken too long or too short, no name at all, or one passed over although it stands there."""

import re
from dataclasses import replace
from itertools import dropwhile

from app.assistant.brands import is_brand
from app.assistant.either_names import EitherNames
from app.assistant.fitted_names import JOINTS, SHORTEST, FittedNames
from app.assistant.inflection import folded
from app.assistant.language import Language
from app.assistant.left_out import is_included, is_left_out, joined_to
from app.assistant.names import EXACT, WITHIN, Linked, NameKind
from app.assistant.passed_over import PassedOver
from app.assistant.question import Question
from app.assistant.resolving import Resolver
from app.assistant.spots import covered, place_of, text_of
from app.domain.plan import Flow, GroupBy, Intent, Measure, PlanDraft

_NAMELESS = frozenset({Intent.COMPARE, Intent.SHARE, Intent.SUBSCRIPTIONS, Intent.SAVINGS_RATE, Intent.PRICE_CHANGES})
_FIGURES = frozenset({
    Intent.TOTAL, Intent.COUNT, Intent.AVERAGE, Intent.LARGEST, Intent.SMALLEST, Intent.LIST, Intent.RANKING,
    Intent.BREAKDOWN,
})  # fmt: skip
_SHOPS = frozenset({"shop", "shops", "store", "stores"})
_BIGGEST = frozenset({"biggest", "largest", "dearest", "priciest"})
_COMPANIES = frozenset({"company", "companies", "business", "businesses", "firm", "firms"})
_OF_ACCOUNTS = _FIGURES | {Intent.SHARE, Intent.BALANCE, Intent.FIRST, Intent.LAST}
_OF_ONE_NAME = frozenset({Intent.TOTAL, Intent.COUNT, Intent.FIRST, Intent.LAST})
_SHOPPED = r"(?:purchases?|payments?|orders?|transactions?|charges?|visits?|receipts?)"
_LEAVING_OUT = re.compile(r"^(?:without|excluding|except|minus|less|not|no) (?:(?:the|my|our) )?")
_OWNED = frozenset({"the", "my", "our"})
_EITHER = frozenset({"or", "two", "both", "versus", "vs", "against", "says", "say", "either", "which"})


class NameMender:
    """Puts the names of one question's draft right."""

    def __init__(self, question: Question, resolver: Resolver, language: Language) -> None:
        self._words = question.words
        self._resolver = resolver
        self._idle = set(language.table("nameless").get("words", ()))
        self._language = language
        self._fit = FittedNames(question.words, resolver, language)
        self._either = EitherNames(question.words, resolver, language)
        self._over = PassedOver(question.words, resolver, language)

    def mended(self, draft: PlanDraft) -> PlanDraft:
        """The draft with its names put right."""
        if draft.intent is Intent.UNSUPPORTED:
            return draft
        draft = self._either.of(draft)
        draft = replace(draft, without=tuple(_LEAVING_OUT.sub("", name) or name for name in draft.without))
        draft = replace(draft, names=self._fit.of(draft.names, draft), without=self._fit.of(draft.without, draft))
        draft = replace(
            draft, other_names=self._fit.of(draft.other_names, draft), added=self._fit.of(draft.added, draft)
        )
        draft = replace(draft, names=tuple(map(self._ridden, draft.names)))
        draft = replace(draft, names=self._in_common(self._kept(self._with_neighbours(draft))))
        if draft.flow is Flow.FEES or draft.intent in {Intent.NET, Intent.SAVINGS_RATE}:
            draft = replace(draft, names=tuple(name for name in draft.names if self._resolver.knows(name)))
        if draft.flow is Flow.TRANSFERS and not draft.names and (payee := self._payee_paid(draft)):
            flows = self._resolver.flows((payee,))
            draft = replace(draft, flow=Flow.SPENDING if Flow.SPENDING in flows else Flow.INCOME, names=(payee,))
        if draft.flow is Flow.TRANSFERS:
            draft = replace(draft, names=self._moved_to(draft.names))
        draft = self._no_two_sides(self._part_of_whole(draft))
        draft = self._one_payee(replace(draft, other_names=self._other_side(draft)))
        draft = self._apart(self._with_passed_over(draft))
        named = any(self._linked(name).best.kind is not NameKind.ACCOUNT for name in (*draft.names, *draft.without))
        return self._of_shops(self._with_all_passed_over(draft) if named else draft)

    def _apart(self, draft: PlanDraft) -> PlanDraft:
        """Without a name that is on the other side of a comparison too: `pizzeria vs. gasthaus zur linde`."""
        others = {self._linked(name).best.names for name in draft.other_names}
        names = tuple(name for name in draft.names if self._linked(name).best.names not in others)
        return replace(draft, names=names) if draft.intent is Intent.COMPARE and names else draft

    def _with_all_passed_over(self, draft: PlanDraft) -> PlanDraft:
        """One after the other, as each joins the one before: `rank the grocer, the cinema and the bakery`."""
        found = self._with_passed_over(draft)
        return draft if found == draft else self._with_all_passed_over(found)

    def _of_shops(self, draft: PlanDraft) -> PlanDraft:
        """`my favourite shop this year`: no landlord and no power company is one."""
        ranked = draft.intent is Intent.RANKING and draft.group_by is GroupBy.PAYEE
        ranked = ranked and draft.measure is Measure.AMOUNT and not (draft.names or draft.without or draft.follows)
        if not ranked or not _SHOPS & set(self._words) or _COMPANIES & set(self._words):
            return draft
        sold = tuple(name for name in ("groceries", "shopping") if self._resolver.knows(name))
        return replace(draft, names=sold) if len(sold) > 1 else draft

    def _linked(self, name: str) -> Linked:
        return self._resolver.linked(name)

    def _kept(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Without the unknown ones that stand beside a known one unjoined: `bread rolls from the bakery`."""
        known = [name for name in names if self._is_known(name)]
        if not known or len(known) == len(names):
            return names
        return tuple(name for name in names if name in known or self._joined(name, known))

    def _is_known(self, name: str) -> bool:
        """Whether a name is in the vault, or is a brand: one the vault has nothing of stays what is asked about."""
        return self._resolver.knows(name) or is_brand(name, self._language)

    def _ridden(self, name: str) -> str:
        """`trips by rail` and `tickets for the train` name the train."""
        place = place_of(name, self._words)
        if not place or self._words[place.stop - 1] not in self._language.lead("journeys"):
            return name
        behind = self._words[place.stop : place.stop + 3]
        by = behind[:1] and behind[0] in self._language.lead("journeys_by")
        ridden = next((word for word in behind[1:] if word not in _OWNED | {"a"}), "") if by else ""
        return ridden if ridden and ridden not in self._idle and self._resolver.knows(ridden) else name

    def _in_common(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Without a category that a payee named beside it has nothing in, unless the two are joined."""
        payees = [name for name in names if self._linked(name).best.kind is NameKind.PAYEE]
        out = {
            name
            for name in names
            for payee in payees
            if self._resolver.excludes(payee, name) and not self._joined(name, [one for one in names if one != name])
        }
        return tuple(name for name in names if name not in out)

    def _with_neighbours(self, draft: PlanDraft) -> tuple[str, ...]:
        """Payees that stand right beside a named one: `cinefile tunely cloudkeep`."""
        names = list(draft.names)
        taken = covered(draft, self._words)
        for name in draft.names:
            if self._linked(name).best.kind is not NameKind.PAYEE or not (place := place_of(name, self._words)):
                continue
            for run in (range(place.stop, place.stop + 1), range(place.start - 1, place.start)):
                span = text_of(run, self._words) if 0 <= run.start < len(self._words) and not taken & set(run) else ""
                best = self._linked(span).best if len(span) >= SHORTEST and span not in self._idle else None
                if (
                    best
                    and best.kind is NameKind.PAYEE
                    and best.score >= WITHIN
                    and best.names != self._linked(name).best.names
                ):
                    names.append(span)
        return tuple(dict.fromkeys(names))

    def _moved_to(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Of two accounts the one that money was moved to; the word `transfers` itself names nothing."""
        names = tuple(name for name in names if name not in {"transfer", "transfers", "umbuchungen", "umbuchung"})
        accounts = [
            name for name in names if self._resolver.linked(name, accounts_first=True).best.kind is NameKind.ACCOUNT
        ]
        if len(accounts) != 2:
            return names
        runs = {name: place_of(name, self._words) for name in accounts}
        out_of = [name for name, run in runs.items() if run and self._words[: run.start][-1:] in (("from",), ("of",))]
        to = [name for name, run in runs.items() if run and _leads_to(self._words[: run.start])]
        to = to or [name for name in accounts if len(out_of) == 1 and name not in out_of]
        return tuple(name for name in names if name not in accounts or name in to) if len(to) == 1 else names

    def _joined(self, name: str, known: list[str], *, listed: bool = False) -> bool:
        """Whether only joints and articles stand between a name and a known one; of a list, one joint at least."""
        place = place_of(name, self._words)
        if not place:
            return False
        for other in known:
            there = place_of(other, self._words)
            first, last = sorted((place, there), key=lambda run: run.start)
            own = {word for each in self._linked(other).best.names for word in folded(each).split()}
            rest = dropwhile(own.__contains__, self._words[first.stop : last.start])
            between = tuple(rest)  # `osteria` is named, `osteria nove plus the cinema` stands there
            if there and between and all(word in JOINTS | _OWNED for word in between):
                return not listed or bool(JOINTS & set(between))
        return False

    def _part_of_whole(self, draft: PlanDraft) -> PlanDraft:
        """`harvest as % of all groceries`: the one name the draft has is the whole."""
        if draft.intent is not Intent.SHARE or draft.other_names or len(draft.names) != 1:
            return draft
        place = place_of(draft.names[0], self._words)
        found = self._over.name(draft) if place and _leads_of(self._words[: place.start]) else ""
        before = bool(found) and place_of(found, self._words).start < place.start
        return replace(draft, names=(found,), other_names=draft.names) if before else draft

    def _no_two_sides(self, draft: PlanDraft) -> PlanDraft:
        """`takeout and restaurants` are one category: nothing is compared with itself."""
        sides = [{self._linked(name).best.names for name in names} for names in (draft.names, draft.other_names)]
        if draft.intent is not Intent.COMPARE or not sides[0] or sides[0] != sides[1] or draft.other_when:
            return draft
        return replace(draft, intent=Intent.TOTAL, other_names=(), as_percent=False, measure=Measure.AMOUNT)

    def _one_payee(self, draft: PlanDraft) -> PlanDraft:
        """Nothing is grouped by payee where one payee is named."""
        by_payee = draft.group_by is GroupBy.PAYEE and draft.intent in {Intent.BREAKDOWN, Intent.RANKING}
        if not by_payee or len(draft.names) != 1:
            return draft
        best = self._linked(draft.names[0]).best
        if best.kind is not NameKind.PAYEE or len(best.names) > 1:
            return draft
        if draft.measure is Measure.AMOUNT and _BIGGEST & set(self._words):
            return replace(draft, intent=Intent.LARGEST, group_by=None, ascending=False)
        intents = {Measure.AVERAGE: Intent.AVERAGE, Measure.COUNT: Intent.COUNT, Measure.AMOUNT: Intent.TOTAL}
        return replace(
            draft, intent=intents[draft.measure], measure=Measure.AMOUNT, group_by=None, ascending=False, limit=""
        )

    def _other_side(self, draft: PlanDraft) -> tuple[str, ...]:
        """The second name of a comparison, or the whole of a share, where the draft has one name only."""
        if draft.intent not in {Intent.COMPARE, Intent.SHARE} or draft.other_names or len(draft.names) != 1:
            return draft.other_names
        if draft.other_when or (draft.intent is Intent.COMPARE and not _EITHER & set(self._words)):
            return ()
        found = self._over.name(draft)
        place = place_of(found, self._words) if found else range(0)
        whole = draft.intent is Intent.COMPARE or _leads_of(self._words[: place.start])
        same = found and self._linked(found).best.names == self._linked(draft.names[0]).best.names
        return (found,) if found and whole and not same else ()

    def _with_passed_over(self, draft: PlanDraft) -> PlanDraft:
        """The draft with an account said in passing, and a name passed over, or left out by the words beside it."""
        kinds = {name: self._linked(name).best.kind for name in draft.names}
        known = tuple(name for name in draft.names if self._is_known(name))
        accounts = tuple(name for name in known if kinds[name] is NameKind.ACCOUNT)
        only_accounts = bool(known) and accounts == known and draft.intent is not Intent.BALANCE
        unasked = draft.intent in _OF_ACCOUNTS and not accounts and draft.group_by is not GroupBy.ACCOUNT
        if unasked and (account := self._over.account(draft)):
            draft = replace(draft, names=(*draft.names, account))
            known = (*known, account)
        found = self._over.name(draft)
        if any(self._linked(found).best.names == self._linked(name).best.names for name in draft.without if found):
            return draft
        if known and found and draft.intent in _FIGURES and self._leaves_out(found, draft):
            return replace(draft, without=tuple(dict.fromkeys((*draft.without, found))))
        new = found and all(self._linked(found).best.names != self._linked(name).best.names for name in known)
        several = _FIGURES | {Intent.SUBSCRIPTIONS}
        listed = new and known and draft.intent in several and self._joined(found, list(known), listed=True)
        if known and (listed or self._bought_at(draft, found, kinds=set(kinds.values()))):
            return replace(draft, names=(*known, found))
        if (known and not only_accounts) or self._settled(draft, found):
            return draft
        return self._with_found(draft, found, known=known)

    def _bought_at(self, draft: PlanDraft, found: str, *, kinds: set[NameKind]) -> bool:
        """`bread and rolls at the bakery`: a payee passed over behind `at`, where the names are of categories."""
        place = place_of(found, self._words) if found and draft.intent in _FIGURES else range(0)
        before = [word for word in self._words[max(0, place.start - 2) : place.start] if word not in {"the", "my"}]
        at = bool(place) and before[-1:] in (["at"], ["@"], ["bei"])
        best = self._linked(found).best
        at = at or (bool(place) and " " in found and best.score == EXACT)
        return at and NameKind.PAYEE not in kinds and best.kind is NameKind.PAYEE

    def _settled(self, draft: PlanDraft, found: str) -> bool:
        """Whether this plan takes no name that was passed over."""
        of_periods = draft.intent is Intent.COMPARE and bool(draft.when)
        if draft.other_names or draft.flow is Flow.TRANSFERS or (draft.intent in _NAMELESS and not of_periods):
            return True
        return of_periods and " " in found and self._linked(found).best.kind is not NameKind.PAYEE

    def _with_found(self, draft: PlanDraft, found: str, *, known: tuple[str, ...]) -> PlanDraft:
        alone = not draft.names and not draft.follows and draft.intent in _OF_ONE_NAME | {Intent.LIST}
        unknown = self._over.unknown(draft) if alone and not found else ""
        shopped = re.search(rf"\bany {unknown} {_SHOPPED}\b", " ".join(self._words))
        if unknown and (draft.intent is not Intent.LIST or shopped):
            return replace(draft, names=(unknown,))
        if not found or is_included(found, self._words) or self._paid_to_somebody(draft, found):
            return draft
        if self._leaves_out(found, draft) or joined_to(found, draft.without, words=self._words):
            return replace(draft, without=tuple(dict.fromkeys((*draft.without, found))))
        return replace(draft, names=(*known, found))

    def _paid_to_somebody(self, draft: PlanDraft, found: str) -> bool:
        """`how much did I give Chris back for dinner`: the unknown name is who was paid, the known one what for."""
        text = " ".join(self._words)
        verb = r"\b(?:give|gave|pay|paid|lend|lent|owe|owed|send|sent) (?:my )?"
        paid = (rf"{verb}{re.escape(name)}\b" for name in draft.names)
        return any(re.search(rf"{each}.* for (?:the |my )?{re.escape(found)}\b", text) for each in paid)

    def _leaves_out(self, name: str, draft: PlanDraft) -> bool:
        named = frozenset(at for one in draft.names for at in place_of(one, self._words))
        return is_left_out(name, self._words, language=self._language, named=named)

    def _payee_paid(self, draft: PlanDraft) -> str:
        """A shop that money was carried to, or one that paid: nothing that is moved between own accounts."""
        found = self._over.name(draft)
        best = self._linked(found).best if found else None
        outside = best is not None and {Flow.SPENDING, Flow.INCOME} & self._resolver.flows((found,))
        return found if best is not None and best.kind is NameKind.PAYEE and outside else ""


def _leads_to(before: tuple[str, ...]) -> bool:
    return bool({"to", "into"} & set(before[-2:]))


def _leads_of(before: tuple[str, ...]) -> bool:
    return bool({"of", "from"} & set(before[-4:]))
