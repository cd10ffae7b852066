"""A made-up household for pictures and tests: view-model sources with the shapes of the book."""

from dataclasses import dataclass
from datetime import date

from app.analysis.recurring import AmountStep, Interval
from app.domain.account import Account, AccountKind, AccountSummary, MonthCoverage
from app.domain.digest import Digest
from app.domain.money import Money
from app.domain.overview import CategoryTotal, MonthFlow, Overview
from app.domain.statement_kinds import ProofState
from app.domain.vocabulary import Vocabulary
from app.ledger.recurring import RecurringPayment, next_day
from app.ledger.upcoming import UpcomingPayment, upcoming_of
from app.ledger.worth_a_look import LookReason, WorthALook
from tests.ui.helpers.household_digest import VOCABULARY, household_digest

MONTHS = tuple(f"2024-{month:02d}" for month in range(12, 13)) + tuple(f"2025-{month:02d}" for month in range(1, 12))
_INCOME = (470500, 470500, 470500, 498000, 590000, 498000, 498000, 498000, 498000, 530000, 498000, 498000)
_SPENDING = (352140, 321045, 298210, 344055, 310080, 387520, 275235, 412090, 336050, 305010, 324090, 294655)


def usd(minor: int) -> Money:
    return Money.of(minor, "USD")


def flows() -> tuple[MonthFlow, ...]:
    worth = 5_821_406 - sum(_INCOME) + sum(_SPENDING)
    result = []
    for month, income, spending in zip(MONTHS, _INCOME, _SPENDING, strict=True):
        worth += income - spending
        result.append(MonthFlow(month=month, income=usd(income), spending=usd(spending), net_worth=usd(worth)))
    return tuple(result)


def categories() -> tuple[CategoryTotal, ...]:
    return tuple(
        CategoryTotal(category=name, spending=usd(minor), transactions=count)
        for name, minor, count in (
            ("Housing", 141000, 1),
            ("Groceries", 40218, 9),
            ("Eating out", 28760, 14),
            ("Shopping", 21495, 5),
            ("Utilities", 16372, 3),
            ("Travel", 11830, 2),
            ("Health", 8400, 1),
            ("Fun", 6580, 4),
            ("", 20000, 3),
        )
    )


def coverage(
    *, missing: tuple[int, ...] = (), unproved: tuple[int, ...] = (), broken: tuple[int, ...] = ()
) -> tuple[MonthCoverage, ...]:
    def state(at: int) -> ProofState | None:
        if at in missing:
            return None
        if at in broken:
            return ProofState.BROKEN
        return ProofState.UNPROVED if at in unproved else ProofState.PROVED

    return tuple(MonthCoverage(month=month, state=state(at)) for at, month in enumerate(MONTHS))


def accounts() -> tuple[AccountSummary, ...]:
    def summary(
        at: int,
        name: str,
        *,
        kind: AccountKind,
        minor: int,
        count: int,
        proof: ProofState = ProofState.PROVED,
        months: tuple[MonthCoverage, ...] | None = None,
    ) -> AccountSummary:
        return AccountSummary(
            account=Account(id=at, name=name, kind=kind, currency="USD"),
            balance=usd(minor),
            transactions=count,
            first="2024-12-01",
            last="2025-11-29",
            proof=proof,
            coverage=months or coverage(),
        )

    return (
        summary(1, "Everyday Checking ..4471", kind=AccountKind.CHECKING, minor=682_140, count=512),
        summary(2, "Rainy Day Savings ..0932", kind=AccountKind.SAVINGS, minor=5_340_021, count=36),
        summary(
            3,
            "Blue Card ..8810",
            kind=AccountKind.CARD,
            minor=-200_755,
            count=656,
            proof=ProofState.UNPROVED,
            months=coverage(missing=(0, 1), unproved=(10, 11)),
        ),
    )


def _payment(
    payee: str, category: str, *, minor: int, last: date, steps: tuple[AmountStep, ...] = ()
) -> RecurringPayment:
    interval = Interval.YEARLY if category == "Insurance" else Interval.MONTHLY
    return RecurringPayment(
        payee=payee,
        category=category,
        interval=interval,
        amount=usd(minor),
        per_year=usd(minor if interval is Interval.YEARLY else 12 * minor),
        first=last.replace(year=last.year - 1),
        last=last,
        next_on=next_day(last, interval),
        active=last > date(2025, 6, 1) or interval is Interval.YEARLY,
        steps=steps,
        evidence=tuple(range(1, 13)),
    )


PAYMENTS = (
    _payment("Rent, Quayside Homes", "Housing", minor=141_000, last=date(2025, 12, 1)),
    _payment("Hearth Mutual", "Insurance", minor=64_200, last=date(2025, 1, 11)),
    _payment("Lumen Fibre", "Internet and phone", minor=4_900, last=date(2025, 11, 18)),
    _payment("Harbour Gym", "Fitness", minor=3_900, last=date(2025, 12, 2)),
    _payment(
        "Cinefile",
        "Subscriptions",
        minor=999,
        last=date(2025, 12, 6),
        steps=(AmountStep(on=date(2025, 10, 6), before=799, after=999),),
    ),
    _payment("Old Magazine", "Subscriptions", minor=450, last=date(2025, 3, 2)),
)
LOOKS = (
    WorthALook(
        reason=LookReason.DOUBLED,
        on=date(2025, 11, 20),
        payee="Bloom Florist",
        amount=usd(6_400),
        usual=None,
        evidence=(3, 4),
    ),
    WorthALook(
        reason=LookReason.RAISED,
        on=date(2025, 10, 6),
        payee="Cinefile",
        amount=usd(999),
        usual=usd(799),
        evidence=(5, 6),
    ),
)


@dataclass(frozen=True)
class Household:
    """Stands where the book stands for the Overview presenter."""

    empty: bool = False
    proved: int = 24

    def overview(self, month: str | None = None, /) -> Overview:
        return Overview(
            month=month or "2025-11",
            net_worth=usd(5_821_406),
            months=flows(),
            categories=categories(),
            months_covered=24,
            months_proved=self.proved,
        )

    def recurring(self) -> tuple[RecurringPayment, ...]:
        return PAYMENTS

    def upcoming(self) -> tuple[UpcomingPayment, ...]:
        return upcoming_of(PAYMENTS, date(2025, 12, 16), known_until=date(2025, 12, 15))

    def worth_a_look(self) -> tuple[WorthALook, ...]:
        return LOOKS

    def vocabulary(self) -> Vocabulary:
        return VOCABULARY

    def digest(self, month: str | None, vocabulary: Vocabulary, /) -> Digest | None:
        return household_digest(month, vocabulary)

    def accounts(self) -> tuple[AccountSummary, ...]:
        return () if self.empty else accounts()
