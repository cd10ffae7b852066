"""From a draft's spans to a plan's names, days and amounts; what can't be resolved is asked."""

import re
from collections.abc import Sequence
from datetime import timedelta
from functools import cached_property

from app.assistant.amounts import amount, change, count, rank
from app.assistant.flows_of_names import category_flows, payee_flows
from app.assistant.inflection import bases, folded
from app.assistant.initials import stands_for
from app.assistant.joined_filter import joined_filter
from app.assistant.language import Language
from app.assistant.names import Linked, NameKind, link
from app.assistant.owners_calendar import reference_of, speaks_american
from app.assistant.periods import resolve, two_sides
from app.assistant.relative_periods import before, relative_step, stepped
from app.assistant.resolved import PERIODS_OFFERED, Resolved, Resolving
from app.assistant.spans_of_time import at_present, days_ago, middle_day, whole_months
from app.assistant.weekdays import weekdays_of, without_weekdays
from app.domain.period import Period
from app.domain.plan import Filter, Flow, GroupBy, Intent, Plan, PlanDraft
from app.domain.vocabulary import Vocabulary

_AS_OF = re.compile(r"^as (?:of|at) ")  # of what an account holds the day, of spending the first one
_HABITS = frozenset({(Intent.WHAT_IF, None), (Intent.WHAT_IF, GroupBy.MONTH), (Intent.AVERAGE, GroupBy.MONTH)})
"""What is told by whole months."""
_RARE = frozenset({Intent.DUPLICATES, Intent.UNUSUAL, Intent.PRICE_CHANGES, Intent.SUBSCRIPTIONS})
_LATELY = timedelta(days=92)  # what `lately` means of what happens seldom
SCORE_OF_A_FIXED_CHANGE = 0.05  # below what is answered: asked about
LEAST_FOR_NOTHING = 0.6
"""The linker's score where a name is unknown and is looked for as words in payee or memo."""


class Resolver:
    """Resolves drafts against one vocabulary."""

    def __init__(self, vocabulary: Vocabulary, language: Language) -> None:
        self._vocabulary = vocabulary
        self._language = language
        self._links: dict[tuple[str, bool], Linked] = {}
        self._reference = reference_of(vocabulary)

    @property
    def vocabulary(self) -> Vocabulary:
        """The names and days that drafts are resolved against."""
        return self._vocabulary

    def _so_far(self, period: Period, other: Period) -> tuple[Period, Period]:
        """Both sides up to today's place in the first: `the same point last month`."""
        today = self._vocabulary.today
        if today not in period:
            return period, other
        return Period(period.first, today), Period(other.first, min(other.last, other.first + (today - period.first)))

    @property
    def language(self) -> Language:
        """The words periods, amounts and names are read by."""
        return self._language

    def plan(self, draft: PlanDraft, question: str) -> Resolved:
        """The plan of a draft."""
        state = Resolving()
        accounts_first = draft.intent is Intent.BALANCE or draft.flow is Flow.TRANSFERS
        weekdays = () if draft.group_by is GroupBy.WEEKDAY else weekdays_of(question, self._language)
        when = self._when(draft, by_weekday=bool(weekdays))
        period, other_period = self._both_periods(draft, when, state=state)
        if period and draft.when in self._language.lead("recently") and draft.intent in _RARE:
            period = Period(period.last - _LATELY, period.last)
        if draft.intent is Intent.BALANCE and period:
            period = days_ago(draft.when, self._language, today=self._vocabulary.today) or middle_day(when, period)
        others, whole_flow = self._whole(draft)
        found = self._filter(draft.names, state, accounts_first=accounts_first)
        plan = Plan(
            intent=draft.intent,
            flow=draft.flow,
            where=joined_filter(found, draft.names, question=question, vocabulary=self._vocabulary),
            without=self._filter(draft.without, state, accounts_first=accounts_first),
            period=period,
            weekdays=weekdays,
            other_where=self._filter(others, state, accounts_first=accounts_first) if others else None,
            other_period=other_period,
            other_flow=whole_flow,
            group_by=draft.group_by,
            measure=draft.measure,
            limit=None if rank(draft.limit, self._language) else count(draft.limit, self._language),
            rank=rank(draft.limit, self._language),
            ascending=draft.ascending,
            at_least=self._amount(draft.at_least, state),
            at_most=self._amount(draft.at_most, state),
            percent=self._change(draft, state, question=question),
            subscription=draft.subscription,
            all_recurring=draft.intent is Intent.SUBSCRIPTIONS and self._language.says("all_recurring", question),
            as_percent=draft.as_percent,
            backwards=draft.backwards,
            out_of_scope=draft.out_of_scope,
        )
        if draft.intent is Intent.BALANCE and draft.names and not plan.where.account_ids:
            state.ask = state.ask or tuple(account.name for account in self._vocabulary.accounts)
            state.asked_span = state.asked_span or draft.names[0]
        return Resolved(plan, min(state.scores), state.choices, state.ask, state.asked_span, state.days_to_come)

    def _when(self, draft: PlanDraft, *, by_weekday: bool) -> str:
        """The span of the draft's period, without weekdays that are told apart and what a balance has no use for."""
        when = without_weekdays(draft.when, self._language) if by_weekday else draft.when
        return _AS_OF.sub("", when) if draft.intent is Intent.BALANCE else when

    def _whole(self, draft: PlanDraft) -> tuple[tuple[str, ...], Flow | None]:
        """The second side's names, and of a share the flow that its whole is of: part of a salary is part of income."""
        if draft.intent is not Intent.SHARE:
            return draft.other_names, None
        if flow := self._flow(draft.other_names):
            return (), flow
        earned = draft.other_names and all(map(self.earns, draft.other_names))
        return draft.other_names, Flow.INCOME if earned else None

    def _both_periods(self, draft: PlanDraft, when: str, *, state: Resolving) -> tuple[Period | None, Period | None]:
        """The draft's period and, of a comparison, the other side's."""
        period, step = self._period(when, state), relative_step(draft.other_when)
        if period and (draft.intent, draft.group_by) in _HABITS:
            period = whole_months(period, today=self._vocabulary.today)
        other_period = stepped(period, step) if step and period else self._period(draft.other_when, state)
        if period and period == other_period and set(self._language.lead("last")) & set(draft.other_when.split()):
            other_period = stepped(period, "year")  # `this november against last november`, asked in december
        if period is None and other_period and draft.intent is Intent.COMPARE:
            period = at_present(draft.other_when, self._language, today=self._vocabulary.today)
        if step == "point" and period and other_period:
            return self._so_far(period, other_period)
        if draft.intent is Intent.COMPARE and period and not (other_period or draft.other_names):
            return self._sides(draft.when, period)
        return period, other_period

    def _sides(self, span: str, period: Period) -> tuple[Period, Period]:
        """The two sides of a comparison that names one span: a range's end against its start, else the one before."""
        sides = two_sides(span, self._language, reference=self._reference)
        if sides is None:
            return period, before(period)
        return max(sides, key=lambda side: side.first), min(sides, key=lambda side: side.first)

    def linked(self, span: str, *, accounts_first: bool = False) -> Linked:
        """What one span names."""
        if not speaks_american(self._vocabulary):
            span = str(self._language.table("not_in_dollars").get(span, span))
        key = (span, accounts_first)
        if key not in self._links:
            found = link(span, self._vocabulary, language=self._language, accounts_first=accounts_first)
            if found.best.kind is NameKind.NOTHING and span.endswith("'s"):
                found = link(span[:-2], self._vocabulary, language=self._language, accounts_first=accounts_first)
            self._links[key] = found
        return self._links[key]

    def may_name(self, span: str) -> bool:
        """Whether any word of a span is one of a name's: cheap, asked before `linked` where many spans are tried."""
        words = folded(span).split()
        known = any(base in self._name_words for word in words for base in bases(word))
        return known or any(stands_for(word, name) for word in words for name in self._long_names)

    @cached_property
    def _long_names(self) -> tuple[str, ...]:
        """Folded names of several words, which people abbreviate."""
        names = [name for payee in self._vocabulary.payees for name in (payee.name, *payee.aliases)]
        names += [account.name for account in self._vocabulary.accounts]
        return tuple(folded(name) for name in names if " " in name)

    @cached_property
    def _name_words(self) -> frozenset[str]:
        vocabulary = self._vocabulary
        names = [name for payee in vocabulary.payees for name in (payee.name, *payee.aliases)]
        names += [name for category in vocabulary.categories for name in (category.name, *category.words)]
        names += [name for account in vocabulary.accounts for name in (account.name, account.institution)]
        listed = (*self._language.synonyms.inflected, *self._language.sorts.inflected)
        words = {word for name in names for word in folded(name).split()} | {
            word for phrase in listed for word in phrase.split()
        }
        return frozenset(words | set(self._language.table("account_kinds")))

    def knows(self, span: str) -> bool:
        """Whether a span names anything in the vault."""
        return self.linked(span).best.kind is not NameKind.NOTHING

    def names_or_dates(self, word: str) -> bool:
        """Whether one word may be part of a name, or is a word of the calendar."""
        named = self.may_name(word) and word not in self._language.table("nameless").get("words", ())
        return named or word in self._language.calendar_words

    def relative_to_another(self, span: str) -> bool:
        """Whether a period is counted from the other side of a comparison: `the month before`, `a year earlier`."""
        return relative_step(span) is not None

    def flows(self, names: Sequence[str]) -> frozenset[Flow]:
        """The flows that transactions of all these names have; empty where that is not known, or accounts are meant."""
        found: frozenset[Flow] | None = None
        for name in names:
            best = self.linked(name).best
            if best.kind is NameKind.PAYEE:
                flows = payee_flows(best.names, self._vocabulary)
            elif best.kind is NameKind.CATEGORY:
                flows = category_flows(best.names, self._vocabulary)
            else:
                continue
            found = flows if found is None else found & flows
        return found or frozenset()

    def excludes(self, payee: str, category: str) -> bool:
        """Whether a payee's span and a category's, with its children, have no transaction in common."""
        named, meant = self.linked(payee).best, self.linked(category).best
        if named.kind is not NameKind.PAYEE or meant.kind is not NameKind.CATEGORY:
            return False
        known = {name for each in self._vocabulary.payees if each.name in named.names for name in each.categories}
        below = {each.name for each in self._vocabulary.categories if each.parent in meant.names}
        return bool(known) and not known & {*meant.names, *below}

    def earns(self, span: str) -> bool:
        """Whether a span names a category of income, or income itself."""
        if folded(span) in self._language.table("flows"):
            return True
        income = {category.name for category in self._vocabulary.categories if category.income}
        best = self.linked(span).best
        return best.kind is NameKind.CATEGORY and bool(income & set(best.names))

    def days(self, span: str) -> Period | None:
        """The days one span means."""
        return resolve(span, self._language, reference=self._reference)

    def _period(self, span: str, state: Resolving) -> Period | None:
        if not span:
            return None
        found = self.days(span)
        if found is None:
            words = set(span.split())
            if words & set(self._language.lead("future")):
                state.days_to_come = True
            else:
                state.ask, state.asked_span = state.ask or PERIODS_OFFERED, span
        elif found.first > self._reference.today:
            state.days_to_come = True
        return found

    def _flow(self, names: Sequence[str]) -> Flow | None:
        """The flow a share's whole is measured against, where its name is a flow's."""
        flows = self._language.table("flows")
        return Flow(flows[folded(names[0])]) if len(names) == 1 and folded(names[0]) in flows else None

    def _filter(self, spans: Sequence[str], state: Resolving, *, accounts_first: bool) -> Filter:
        payees: dict[str, None] = {}
        categories: dict[str, None] = {}
        accounts: dict[int, None] = {}
        unknown: list[str] = []
        for span in spans:
            linked = self.linked(span, accounts_first=accounts_first)
            self._note(linked, state)
            best = linked.best
            if best.kind is NameKind.PAYEE:
                payees.update(dict.fromkeys(best.names))
            elif best.kind is NameKind.CATEGORY:
                categories.update(dict.fromkeys(best.names))
            elif best.kind is NameKind.ACCOUNT:
                accounts.update(dict.fromkeys(best.account_ids))
            elif self._missing_account(span):
                state.ask = state.ask or tuple(account.name for account in self._vocabulary.accounts)
                state.asked_span = state.asked_span or span
            else:
                unknown.append(span)
        return Filter(
            payees=tuple(payees), categories=tuple(categories), account_ids=tuple(accounts), text=" ".join(unknown)
        )

    def _missing_account(self, span: str) -> bool:
        """Whether a span names a kind of account that the owner has none of: `the card`."""
        return folded(span).removeprefix("the ").removeprefix("my ") in self._language.table("account_kinds")

    def _note(self, linked: Linked, state: Resolving) -> None:
        state.scores.append(linked.best.score if linked.best.kind is not NameKind.NOTHING else LEAST_FOR_NOTHING)
        if not linked.choices:
            return
        if not linked.certain:
            state.ask, state.asked_span = state.ask or linked.choices, state.asked_span or linked.span
        state.choices = state.choices or linked.choices

    def _amount(self, span: str, state: Resolving) -> int | None:
        if not span:
            return None
        found = amount(span, self._language, code=self._vocabulary.currency)
        if found is None:
            state.scores.append(0.3)
        return found

    def _change(self, draft: PlanDraft, state: Resolving, *, question: str) -> int | None:
        """By how many percent; a fixed amount is none, and is asked about rather than taken for giving it up."""
        if draft.intent is not Intent.WHAT_IF:
            return None
        found = change(draft.change, question, language=self._language) if draft.change else -100
        if found is None and any(letter.isdigit() for letter in draft.change):
            state.scores.append(SCORE_OF_A_FIXED_CHANGE)
        return found
