"""Plain rows as a plan context, for tests of what is computed from them; the filters are written out anew."""

from datetime import date

from app.analysis.categories import with_children
from app.analysis.flows import kinds_of
from app.analysis.plan_context import PlanContext
from app.domain.category import Category
from app.domain.counted import CountedRow
from app.domain.period import Period
from app.domain.plan import Filter
from app.domain.selection import Selection
from app.domain.transaction import TransactionKind

TREE = (
    Category(name="Groceries"),
    Category(name="Eating out"),
    Category(name="Coffee", parent="Eating out"),
    Category(name="Travel"),
    Category(name="Streaming"),
)


def expense(number: int, on: date, *, minor: int, payee: str, category: str = "Groceries") -> CountedRow:
    kind = TransactionKind.EXPENSE if minor > 0 else TransactionKind.REFUND
    return CountedRow(number, on, -minor, "USD", payee, category, 1, kind)


def context_of(rows: list[CountedRow], today: date) -> PlanContext:
    """Rows of any order as the vault would hand them out."""
    ordered = sorted(rows, key=lambda row: (row.on, row.id))

    def fits(row: CountedRow, wanted: Filter) -> bool:
        by_payee = not wanted.payees or row.payee in wanted.payees
        return by_payee and (not wanted.categories or row.category in with_children(wanted.categories, TREE))

    def fetch(selection: Selection) -> list[CountedRow]:
        return [
            row
            for row in ordered
            if row.kind in kinds_of(selection.flow)
            and (selection.period is None or row.on in selection.period)
            and fits(row, selection.where)
            and (selection.without.empty or not fits(row, selection.without))
        ]

    return PlanContext(
        fetch=fetch,
        booked_sums=lambda _day: {},
        anchors=(),
        categories=TREE,
        accounts={1: "Everyday"},
        spent_from=frozenset({1}),
        currency="USD",
        today=today,
        span=Period(ordered[0].on, ordered[-1].on) if ordered else None,
    )
