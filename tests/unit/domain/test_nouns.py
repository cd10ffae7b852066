"""Small nouns: changes, sensitivity tags, statement files, searches."""

from dataclasses import dataclass, field
from datetime import date

import pytest

from app.domain.changes import ChangeKind, Changes
from app.domain.money import Money
from app.domain.payee import Payee
from app.domain.sensitivity import Sensitivity, sensitivity_of, tagged
from app.domain.statement import Decision, Reading, StatementFile
from app.domain.transaction import Transaction


def test_changes_join() -> None:
    both = Changes.of(ChangeKind.ACCOUNTS) | Changes.of(ChangeKind.AUDIT)
    assert ChangeKind.ACCOUNTS in both
    assert ChangeKind.AUDIT in both
    assert ChangeKind.STAGING not in both


@dataclass(frozen=True)
class _Tagged:
    code: str = field(metadata=tagged(Sensitivity.SECRET))
    untagged: str


def test_a_field_without_a_tag_counts_as_private() -> None:
    assert sensitivity_of(_Tagged, "code") is Sensitivity.SECRET
    assert sensitivity_of(_Tagged, "untagged") is Sensitivity.PRIVATE
    assert sensitivity_of(Payee, "name") is Sensitivity.PRIVATE
    with pytest.raises(AttributeError):
        sensitivity_of(_Tagged, "absent")


def test_a_file_without_statements_is_refused_unless_a_person_must_decide() -> None:
    assert StatementFile(format=None, reading=Reading()).refused
    asks = Decision(question="date_order", choices=("dmy", "mdy"))
    assert not StatementFile(format=None, reading=Reading(), decisions=(asks,)).refused


def test_a_period_counts_a_purchase_on_the_day_it_was_made() -> None:
    bought = Transaction(
        id=1,
        account_id=1,
        account="Card",
        booked_on=date(2025, 3, 2),
        made_on=date(2025, 2, 28),
        amount=Money.of(-1, "EUR"),
    )
    assert bought.counted_on == date(2025, 2, 28)
