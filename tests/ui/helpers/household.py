"""A made-up household for pictures and tests: view-model sources with the shapes of the book."""

from dataclasses import dataclass

from app.domain.account import Account, AccountKind, AccountSummary, MonthCoverage
from app.domain.money import Money
from app.domain.overview import CategoryTotal, MonthFlow, Overview
from app.domain.statement_kinds import ProofState

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


def coverage(*, missing: tuple[int, ...] = (), unproved: tuple[int, ...] = (), broken: tuple[int, ...] = ()) -> tuple[MonthCoverage, ...]:
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

    def accounts(self) -> tuple[AccountSummary, ...]:
        return () if self.empty else accounts()
