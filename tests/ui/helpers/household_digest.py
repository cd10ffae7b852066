"""The made-up household's digest, computed from rows whose totals are those of its other figures."""

from dataclasses import replace
from datetime import date, timedelta

from app.analysis.digest import digest_of
from app.domain.counted import CountedRow
from app.domain.digest import Digest
from app.domain.period import Period
from app.domain.transaction import TransactionKind
from app.domain.vocabulary import Vocabulary
from tests.helpers.digest_rows import context_of

TODAY = date(2025, 12, 16)
_MONTHLY = (
    ("Quayside Homes", "Housing", 141_000), ("Green Grocer", "Groceries", 34_018), ("Noodle Bar", "Eating out", 28_760),
    ("City Power", "Utilities", 16_372), ("Harbour Gym", "Fitness", 3_900), ("Lumen Fibre", "Internet and phone", 4_900),
)  # fmt: skip
_SINGLE = (
    (date(2025, 8, 9), "Pine Lodge Hotel", "Travel", 82_140), (date(2025, 11, 12), "Skyward Airlines", "Travel", 42_610),
    (date(2025, 11, 20), "Bloom Florist", "Shopping", 6_400), (date(2025, 11, 20), "Bloom Florist", "Shopping", 6_400),
    (date(2025, 11, 23), "Green Grocer", "Groceries", 9_296),
)  # fmt: skip
VOCABULARY = Vocabulary(payees=(), categories=(), accounts=(), currency="USD", today=TODAY, span=None)


def household_digest(month: str | None, vocabulary: Vocabulary) -> Digest | None:
    wanted = Period.month(int(month[:4]), int(month[5:7])) if month else None
    context = replace(context_of(_rows(), vocabulary.today), categories=vocabulary.categories)
    return digest_of(context, wanted)


def _rows() -> list[CountedRow]:
    months = [date(2024 + (at + 10) // 12, (at + 10) % 12 + 1, 1) for at in range(13)]
    plain = [(day + timedelta(days=at), *each) for day in months for at, each in enumerate(_MONTHLY)]
    plain += [(day.replace(day=6), "Cinefile", "Streaming", 999 if day.month >= 11 else 799) for day in months[-8:]]
    spent = [
        CountedRow(number, day, -minor, "USD", payee, category, 1, TransactionKind.EXPENSE)
        for number, (day, payee, category, minor) in enumerate([*plain, *_SINGLE], 1)
    ]
    earned = [
        CountedRow(1_000 + at, day.replace(day=28), 498_000, "USD", "Acme", "Salary", 1, TransactionKind.INCOME)
        for at, day in enumerate(months)
    ]
    return spent + earned
