"""Answering: a plan run against the vault on its read-only connection."""

from dataclasses import replace
from datetime import date
from typing import Any

from app.analysis.categories import with_children
from app.analysis.flows import kinds_of
from app.analysis.plan_context import PlanContext
from app.analysis.run_plan import run_plan
from app.domain.account import SPENT_FROM
from app.domain.counted import CountedRow
from app.domain.plan import Filter, Flow, Plan
from app.domain.result import Result
from app.domain.selection import Selection
from app.domain.vocabulary import Vocabulary
from app.store.plan_sql import booked_sums, fetch_counted_rows, newest_anchors
from app.store.session import VaultSession

_FEES = "Fees"


def answer_plan(session: VaultSession, plan: Plan, *, vocabulary: Vocabulary) -> Result:
    """Compute a plan; raises PlanRefusedError for one that nothing can be computed of."""

    def compute(connection: Any) -> Result:
        return run_plan(plan, plan_context(connection, vocabulary))

    return session.read_plan(compute)


def plan_context(connection: Any, vocabulary: Vocabulary) -> PlanContext:
    """What a plan is computed from, over a read-only connection."""
    fee_categories = with_children((_FEES,), vocabulary.categories)

    def fetch(selection: Selection) -> list[CountedRow]:
        whole = replace(
            selection,
            where=_with_children(selection.where, vocabulary),
            without=_with_children(selection.without, vocabulary),
        )
        fees = fee_categories if selection.flow is Flow.FEES else ()
        return fetch_counted_rows(connection, whole, kinds=kinds_of(selection.flow), fee_categories=fees)

    def sums(day: date) -> dict[tuple[int, str], int]:
        return dict(booked_sums(connection, day))

    return PlanContext(
        fetch=fetch,
        booked_sums=sums,
        anchors=newest_anchors(connection),
        categories=vocabulary.categories,
        accounts={account.id: account.name for account in vocabulary.accounts},
        spent_from=frozenset(account.id for account in vocabulary.accounts if account.kind in SPENT_FROM),
        currency=vocabulary.currency,
        today=vocabulary.today,
        span=vocabulary.span,
    )


def _with_children(wanted: Filter, vocabulary: Vocabulary) -> Filter:
    return replace(wanted, categories=with_children(wanted.categories, vocabulary.categories))
