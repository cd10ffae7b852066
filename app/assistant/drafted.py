"""The draft that says a plan: for follow-ups of one that the owner changed by hand, or took from a chip."""

from collections.abc import Mapping
from dataclasses import replace

from app.assistant.phrases import ORDINALS
from app.assistant.resolving import Resolver
from app.assistant.spans_of_time import as_span
from app.domain.currency import currency
from app.domain.money import decimal_text
from app.domain.plan import Filter, Plan, PlanDraft


def draft_of(plan: Plan, resolver: Resolver) -> PlanDraft | None:
    """A draft that resolves to this very plan; None where no words say it, such as days of the week."""
    vocabulary = resolver.vocabulary
    accounts = {account.id: account.name for account in vocabulary.accounts}
    digits = currency(vocabulary.currency).digits
    draft = PlanDraft(
        intent=plan.intent,
        flow=plan.flow,
        group_by=plan.group_by,
        measure=plan.measure,
        subscription=plan.subscription,
        out_of_scope=plan.out_of_scope,
        names=_names(plan.where, accounts),
        without=_names(plan.without, accounts),
        other_names=_names(plan.other_where, accounts) if plan.other_where is not None else (),
        when=as_span(plan.period) if plan.period is not None else "",
        other_when=as_span(plan.other_period) if plan.other_period is not None else "",
        at_least="" if plan.at_least is None else decimal_text(plan.at_least, digits),
        at_most="" if plan.at_most is None else decimal_text(plan.at_most, digits),
        limit=ORDINALS[plan.rank] if plan.rank else "" if plan.limit is None else str(plan.limit),
        ascending=plan.ascending,
        as_percent=plan.as_percent,
        backwards=plan.backwards,
    )
    found = resolver.plan(draft, "").plan
    return draft if replace(found, all_recurring=plan.all_recurring) == plan else None


def _names(where: Filter, accounts: Mapping[int, str]) -> tuple[str, ...]:
    text = (where.text,) if where.text else ()
    return (
        *where.payees,
        *where.categories,
        *(accounts[each] for each in where.account_ids if each in accounts),
        *text,
    )
