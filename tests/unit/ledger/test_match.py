"""Matching: nothing lost, nothing doubled, and each decision with its reason."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.staged import StagedTransaction, Verdict
from app.domain.statement import StatementRow
from app.ledger.match import MatchContext, match_rows
from app.ledger.match_reasons import Reason
from app.store.committed import CommittedStatementRow
from app.store.row_identity import row_hash

DAY = date(2026, 3, 14)
CSV = "csv"
OFX = "ofx"


def row(
    text: str = "CAFE LUNA",
    amount: int = -475,
    *,
    day: date = DAY,
    reference: str = "",
    pending: bool = False,
    balance: int | None = None,
) -> StatementRow:
    return StatementRow(
        line=1,
        booked_on=day,
        amount=amount,
        printed_payee=text,
        bank_reference=reference,
        pending=pending,
        running_balance=balance,
    )


def committed(*rows: StatementRow, source: str = CSV) -> tuple[CommittedStatementRow, ...]:
    return tuple(
        CommittedStatementRow(id=number, row=item, format=source, row_hash=row_hash(item), occurrence=number)
        for number, item in enumerate(rows, start=1)
    )


def match(
    rows: Sequence[StatementRow], there: Sequence[CommittedStatementRow], *, adjoining: date | None = None
) -> tuple[StagedTransaction, ...]:
    return match_rows(rows, there, context=MatchContext(source=CSV, adjoining_day=adjoining))


def verdicts(found: Sequence[StagedTransaction]) -> list[tuple[Verdict, str]]:
    return [(item.verdict, item.reason) for item in found]


def test_k_identical_rows_of_a_first_file_are_all_kept() -> None:
    found = match([row()] * 3, ())
    assert [item.included for item in found] == [True, True, True]
    assert {item.reason for item in found} == {Reason.NEW}


def test_each_committed_transaction_answers_for_one_row_only() -> None:
    found = match([row()] * 3, committed(row(), row()))
    assert verdicts(found) == [
        (Verdict.DUPLICATE, Reason.IDENTICAL),
        (Verdict.DUPLICATE, Reason.IDENTICAL),
        (Verdict.NEW, Reason.ANOTHER_IDENTICAL),
    ]
    assert {item.matched_id for item in found[:2]} == {1, 2}
    assert not found[0].included
    assert found[2].included


def test_case_and_spacing_of_the_text_do_not_make_a_new_transaction() -> None:
    (found,) = match([row("Cafe  Luna")], committed(row("CAFE LUNA")))
    assert found.verdict is Verdict.DUPLICATE


def test_a_bank_reference_finds_the_row_whose_text_changed() -> None:
    (found,) = match([row("CAFE LUNA MARLOW OR", reference="A1")], committed(row("PENDING CAFE", reference="A1")))
    assert verdicts([found]) == [(Verdict.DUPLICATE, Reason.REFERENCE)]


def test_a_repeated_bank_reference_is_no_identity() -> None:
    there = committed(row("CAFE LUNA", reference="0"))
    found = match([row("CAFE LUNA", reference="0"), row("OLD MILL BAKERY", reference="0")], there)
    assert [item.verdict for item in found] == [Verdict.DUPLICATE, Verdict.NEW]


def test_the_same_reference_on_another_day_is_another_transaction() -> None:
    (found,) = match([row(reference="A1", day=DAY + timedelta(days=30))], committed(row(reference="A1")))
    assert found.verdict is Verdict.NEW


def test_two_coffees_with_their_own_references_are_two() -> None:
    there = committed(row(reference="A1"), row("OLD MILL BAKERY", -900, reference="A0"))
    found = match([row(reference="A2"), row("OLD MILL BAKERY", -900, reference="A0")], there)
    assert verdicts(found) == [
        (Verdict.NEW, Reason.OTHER_REFERENCE),
        (Verdict.DUPLICATE, Reason.REFERENCE),
    ]


def test_a_bank_that_numbers_anew_in_each_file_makes_no_doubles() -> None:
    there = committed(row(reference="A1"), row("OLD MILL BAKERY", -900, reference="A2"))
    found = match([row(reference="B1"), row("OLD MILL BAKERY", -900, reference="B2")], there)
    assert verdicts(found) == [(Verdict.DUPLICATE, Reason.RENUMBERED)] * 2


def test_a_pending_purchase_settles_later_with_another_text() -> None:
    pending = committed(row("CAFE LUNA", pending=True))
    (found,) = match([row("CAFE LUNA MARLOW OR 0142", day=DAY + timedelta(days=3))], pending)
    assert (found.verdict, found.matched_id, found.included) == (Verdict.SETTLES, 1, True)


@pytest.mark.parametrize("days", [-1, 11])
def test_a_pending_purchase_does_not_settle_earlier_or_much_later(days: int) -> None:
    (found,) = match([row(day=DAY + timedelta(days=days))], committed(row(pending=True)))
    assert found.verdict is Verdict.NEW


def test_an_old_file_with_the_pending_row_adds_nothing() -> None:
    (found,) = match([row(pending=True)], committed(row(day=DAY + timedelta(days=2))))
    assert verdicts([found]) == [(Verdict.DUPLICATE, Reason.SETTLED_ALREADY)]


def test_another_kind_of_file_of_the_same_account_adds_nothing() -> None:
    there = committed(row("CARD 4471 CAFE LUNA"), row("OLD MILL", -900, day=DAY - timedelta(days=2)), source=OFX)
    found = match([row("Cafe Luna"), row("Old Mill", -900)], there)
    assert verdicts(found) == [
        (Verdict.DUPLICATE, Reason.OTHER_FILE_KIND),
        (Verdict.DUPLICATE, Reason.OTHER_FILE_SHIFTED),
    ]


def test_in_the_same_kind_of_file_another_text_is_another_transaction() -> None:
    (found,) = match([row("OLD MILL BAKERY")], committed(row("CAFE LUNA")))
    assert found.verdict is Verdict.NEW


def test_a_statement_that_adjoins_keeps_the_same_purchase_on_the_shared_day() -> None:
    (found,) = match([row()], committed(row()), adjoining=DAY)
    assert verdicts([found]) == [(Verdict.NEW, Reason.ADJOINS)]


def test_a_transaction_deleted_on_purpose_stays_away() -> None:
    there = (replace(committed(row())[0], id=-1, deleted=True),)
    (found,) = match([row()], there)
    assert (found.verdict, found.reason, found.matched_id) == (Verdict.DUPLICATE, Reason.DELETED, None)


def test_running_balances_say_which_of_two_equals_is_meant() -> None:
    there = committed(row(balance=1000), row(balance=525))
    (found,) = match([row(balance=525)], there)
    assert (found.matched_id, found.reason) == (2, Reason.IDENTICAL_BALANCE)


rows_of_a_month = st.lists(
    st.builds(
        row,
        st.sampled_from(["CAFE LUNA", "OLD MILL BAKERY", "GREEN GROCER"]),
        st.sampled_from([-475, -900, 12000]),
        day=st.integers(0, 6).map(lambda days: DAY + timedelta(days=days)),
    ),
    max_size=24,
)


@given(rows=rows_of_a_month, data=st.data())
def test_overlapping_and_reordered_exports_lose_and_double_nothing(
    rows: list[StatementRow], data: st.DataObject
) -> None:
    """Two exports that overlap, the second in another order, with or without references: their union, counted."""
    numbered = data.draw(st.booleans())
    truth = [replace(item, bank_reference=f"R{place}" if numbered else "") for place, item in enumerate(rows)]
    until, since = data.draw(st.integers(0, 7)), data.draw(st.integers(0, 7))
    first = [item for item in truth if (item.booked_on - DAY).days < until]
    second = data.draw(st.permutations([item for item in truth if (item.booked_on - DAY).days >= since]))
    found = match(second, committed(*first))
    kept = Counter(_content(item) for item in first)
    kept.update(_content(item.row) for item in found if item.included)
    seen = [item for item in truth if item in first or item in second]
    assert kept == Counter(_content(item) for item in seen)


@given(rows=rows_of_a_month)
def test_the_same_file_again_adds_nothing(rows: list[StatementRow]) -> None:
    assert not any(item.included for item in match(rows, committed(*rows)))


@given(rows=rows_of_a_month, there=rows_of_a_month)
def test_no_committed_transaction_answers_twice(rows: list[StatementRow], there: list[StatementRow]) -> None:
    ids = [item.matched_id for item in match(rows, committed(*there)) if item.matched_id is not None]
    assert len(ids) == len(set(ids))


def _content(item: StatementRow) -> tuple[date, int, str, str]:
    return (item.booked_on, item.amount, item.printed_payee, item.bank_reference)


def test_a_row_known_to_be_one_that_is_kept_out_is_that_one_and_its_twin_is_not() -> None:
    """The owner deleted the second of two; the first, taken back meanwhile, comes in again."""
    (gone,) = committed(row())
    gone = replace(gone, id=-1, occurrence=2, deleted=True)
    for day in (None, DAY):
        context = MatchContext(source=CSV, adjoining_day=day, gone={(gone.row_hash, 2): 1})
        assert [item.included for item in match_rows([row(), row()], [gone], context=context)] == [True, False]


def test_what_reads_alike_but_has_another_reference_is_not_taken_for_the_one_deleted() -> None:
    """Both references repeat in the file, so that none of them proves anything by itself."""
    rows = [row(reference="A"), row(reference="B"), row("OLD MILL", reference="A"), row("OLD MILL", reference="B")]
    (gone,) = committed(rows[1])
    found = match(rows, [replace(gone, id=-1, deleted=True)])
    assert [item.included for item in found] == [True, False, True, True]
