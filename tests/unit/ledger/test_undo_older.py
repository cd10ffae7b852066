"""R4: an older import taken back, whose rows later files have too: they stay, and all is as before when it comes again."""

from collections.abc import Sequence
from dataclasses import replace

from app.domain.staged import Verdict
from app.domain.statement import StatementRow
from app.ledger import categorise
from app.ledger.commit import commit_batch, undo_committed
from app.ledger.match_reasons import Reason
from app.ledger.stage_statement import ImportOptions
from app.store import batches
from app.store.session import VaultSession
from tests.helpers.staging import row, stage, statement
from tests.unit.ledger.test_turned import bring, days, everything, held, ids, staged, verdicts

TEA, MILL = row("TEA", -100), row("OLD MILL", -900)
PENDING = row("TEA", -100, pending=True)


def amounts(session: VaultSession) -> list[int]:
    return [amount for _, amount in held(session)]


def brought(session: VaultSession) -> dict[str, int]:
    return {item.id: item.transactions for item in session.read(batches.batches)}


def take_back(session: VaultSession, *names: str) -> None:
    for name in names:
        undo_committed(session, name)


def test_what_a_later_file_has_too_stays_when_the_older_import_is_taken_back(session: VaultSession) -> None:
    older = bring(session, TEA)
    later = bring(session, TEA, TEA, MILL)
    kept = max(ids(session))
    assert undo_committed(session, older) == 0
    assert held(session) == [("OLD MILL", -900), ("TEA", -100), ("TEA", -100)]
    assert max(ids(session)) == kept
    assert brought(session) == {older: 1, later: 3}
    bring(session, TEA)
    assert amounts(session) == [-900, -100, -100]
    undo_committed(session, later)
    assert held(session) == [("TEA", -100)]


def test_of_three_files_the_last_to_be_taken_back_takes_the_transaction_along(session: VaultSession) -> None:
    names = [bring(session, TEA, row("MILK", -number)) for number in (1, 2, 3)]
    for gone in (1, 0, 2):
        assert ("TEA", -100) in held(session)
        undo_committed(session, names[gone])
    assert held(session) == []


def test_corrections_stay_on_a_transaction_that_another_import_has_too(session: VaultSession) -> None:
    older = bring(session, TEA)
    bring(session, TEA, MILL)
    categorise.set_category(session, [min(ids(session))], category="Gifts")
    undo_committed(session, older)
    assert [item.category for item in everything(session) if item.printed_payee == "TEA"] == ["Gifts"]


def test_a_row_that_was_set_apart_does_not_answer_for_the_older_one_it_looks_like(session: VaultSession) -> None:
    older = bring(session, TEA)
    later = bring(session, TEA, others=[0])
    for name in (older, later):
        assert amounts(session) == [-100, -100]
        undo_committed(session, name)
        assert amounts(session) == [-100]
        bring(session, TEA)
    assert amounts(session) == [-100, -100]


def test_a_pending_row_beside_its_booked_twin_is_not_settled_by_it_afterwards(session: VaultSession) -> None:
    older = bring(session, TEA)
    bring(session, TEA, PENDING)
    undo_committed(session, older)
    bring(session, TEA)
    assert days(session) == [(0, False), (0, True)]


def test_of_two_pending_rows_the_one_that_was_settled_is_so_again(session: VaultSession) -> None:
    """The other comes first in its file, and would do as well."""
    pending = [row("TEA", -100, days=4, pending=True), row("TEA", -100, days=2, pending=True)]
    older = bring(session, *pending)
    categorise.set_category(session, [min(ids(session))], category="Gifts")
    settling = bring(session, row("TEA", -100, days=3))
    before = days(session)
    assert before == [(3, False), (4, True)]
    undo_committed(session, older)
    assert verdicts(staged(session, *pending)) == [
        (Verdict.NEW, True, Reason.NEW),
        (Verdict.DUPLICATE, False, Reason.SETTLED_ALREADY),
    ]
    bring(session, *pending)
    assert days(session) == before
    undo_committed(session, settling)
    assert days(session) == [(2, True), (4, True)]


def test_a_pending_version_that_a_further_file_has_seen_comes_back(session: VaultSession) -> None:
    older = bring(session, PENDING)
    settling = bring(session, row("TEA", -100, days=2))
    bring(session, PENDING, MILL)
    take_back(session, older, settling)
    assert days(session) == [(0, False), (0, True)]


def test_a_pending_version_that_nobody_has_any_more_does_not_come_back(session: VaultSession) -> None:
    older = bring(session, PENDING)
    settling = bring(session, row("TEA", -100, days=2))
    take_back(session, older, settling)
    assert days(session) == []


def test_what_is_booked_stays_for_a_file_that_still_had_it_pending(session: VaultSession) -> None:
    booked = bring(session, row("TEA", -100, days=2))
    late = bring(session, PENDING, MILL)
    undo_committed(session, booked)
    assert held(session) == [("OLD MILL", -900), ("TEA", -100)]
    undo_committed(session, late)
    assert held(session) == []


def test_the_same_settling_again_though_another_pending_row_came_nearer(session: VaultSession) -> None:
    bring(session, row("TEA", -100, days=0, pending=True))
    booked = row("TEA", -100, days=3)
    settling = bring(session, booked)
    bring(session, row("TEA", -100, days=2, pending=True), others=[0])
    before = days(session)
    undo_committed(session, settling)
    bring(session, booked)
    assert days(session) == before == [(2, True), (3, False)]


def test_two_imports_of_the_same_rows_each_come_back_as_themselves(session: VaultSession) -> None:
    """The second was set apart, and deleted on purpose since."""
    older = bring(session, TEA, MILL)
    bring(session, TEA, MILL, others=[0])
    categorise.delete(session, [max(ids(session))])
    undo_committed(session, older)
    bring(session, TEA, MILL)
    assert held(session) == [("OLD MILL", -900), ("TEA", -100)]


def test_all_taken_back_and_brought_again_in_order_is_as_before(session: VaultSession) -> None:
    files: list[Sequence[StatementRow]] = [[TEA, TEA], [TEA, MILL], [PENDING, TEA, TEA, TEA], [MILL, MILL]]
    names = [bring(session, *rows) for rows in files]
    before = held(session)
    take_back(session, names[2], names[0], names[3], names[1])
    assert held(session) == []
    for rows in files:
        bring(session, *rows)
    assert held(session) == before


def test_what_came_since_answers_for_a_row_that_was_new_before(session: VaultSession) -> None:
    """The bank words the same purchase otherwise in a file that came in the meantime."""
    older = bring(session, TEA, MILL)
    undo_committed(session, older)
    bring(session, replace(TEA, printed_payee="tea"))
    bring(session, TEA, MILL)
    assert amounts(session) == [-900, -100]


def test_what_was_there_before_too_is_no_answer_when_it_comes_again(session: VaultSession) -> None:
    first, second = [TEA], [replace(PENDING, printed_payee="tea"), PENDING]
    names = [bring(session, *rows) for rows in (first, second)]
    before = [item.printed_payee for item in everything(session)]
    take_back(session, *names)
    for rows in (first, second):
        bring(session, *rows)
    assert [item.printed_payee for item in everything(session)] == before


def test_rows_of_another_statement_of_the_same_size_are_matched_as_ever(session: VaultSession) -> None:
    """As many rows, the same sum and days, but other texts: it is not the statement that was taken back."""
    older = bring(session, TEA)
    bring(session, TEA, others=[0])
    undo_committed(session, older)
    again = staged(session, replace(TEA, printed_payee="tea"))
    assert verdicts(again) == [(Verdict.DUPLICATE, False, Reason.IDENTICAL)]


def test_a_row_that_only_its_fellow_pending_row_was_like_is_known_again_once_that_is_booked(
    session: VaultSession,
) -> None:
    """The bank words the booked one otherwise, and only the first of the two has its reference."""
    bring(session, replace(PENDING, bank_reference="R2"))
    second = bring(session, PENDING)
    bring(session, replace(TEA, printed_payee="GREEN GROCER", bank_reference="R2"))
    undo_committed(session, second)
    bring(session, PENDING)
    assert held(session) == [("GREEN GROCER", -100)]


def test_a_pending_row_that_comes_after_what_had_settled_it_is_no_other_purchase(session: VaultSession) -> None:
    booked = row("TEA", -100, days=2)
    names = [bring(session, PENDING), bring(session, booked)]
    take_back(session, *reversed(names))
    bring(session, booked)
    bring(session, PENDING)
    assert days(session) == [(2, False)]


def test_a_row_taken_for_one_that_was_deleted_stays_out_though_its_number_means_nothing_by_now(
    session: VaultSession,
) -> None:
    """The bank has given another transaction the same reference since."""
    bring(session, replace(TEA, bank_reference="R1"), row("MILK", -3))
    categorise.delete(session, [item.id for item in everything(session) if item.printed_payee == "TEA"])
    later = bring(session, replace(TEA, printed_payee="GREEN GROCER", bank_reference="R1"))
    bring(session, replace(MILL, bank_reference="R1"))
    before = held(session)
    undo_committed(session, later)
    bring(session, replace(TEA, printed_payee="GREEN GROCER", bank_reference="R1"))
    assert held(session) == before == [("MILK", -3), ("OLD MILL", -900)]


def test_a_file_with_two_statements_of_one_account_comes_back_whole(session: VaultSession) -> None:
    """Both statements show the row of the day they share."""

    def whole() -> str:
        file = stage(
            session, statement([TEA, MILL]), statement([MILL, PENDING, MILL]), options=ImportOptions(account="Giro")
        )
        return commit_batch(session, file.id).batch

    older = whole()
    bring(session, TEA, MILL)
    before = held(session)
    for _ in range(2):
        undo_committed(session, older)
        assert held(session) == [("OLD MILL", -900), ("TEA", -100)]
        older = whole()
        assert held(session) == before


def test_what_was_deleted_once_it_was_booked_stays_out_as_the_pending_one_too(session: VaultSession) -> None:
    pending, booked = replace(PENDING, bank_reference="R1"), replace(TEA, bank_reference="R2")
    names = [bring(session, pending, MILL), bring(session, booked, row("MILK", -3))]
    categorise.delete(session, [item.id for item in everything(session) if item.printed_payee == "TEA"])
    before = held(session)
    take_back(session, *names)
    bring(session, pending, MILL)
    bring(session, booked, row("MILK", -3))
    assert held(session) == before == [("MILK", -3), ("OLD MILL", -900)]
