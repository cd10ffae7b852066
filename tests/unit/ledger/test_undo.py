"""R4, one history after the other: what a correction, a pairing or a settled purchase may not change after an undo."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from app.domain.account import AccountKind
from app.domain.statement import StatementRow
from app.domain.transaction import Transaction, TransactionKind, TransactionSearch
from app.ledger import categorise
from app.ledger.commit import undo_committed
from app.ledger.export import export_text
from app.store import transactions
from app.store.session import VaultSession
from tests.helpers.staging import commit, row

KINDS = {"Checking": AccountKind.CHECKING, "Card": AccountKind.CARD}


def bring(session: VaultSession, *rows: StatementRow, account: str = "Checking") -> str:
    return commit(session, rows, account=account, kind=KINDS[account])


def held(session: VaultSession) -> tuple[Transaction, ...]:
    return session.read(lambda c: transactions.page(c, TransactionSearch(), offset=0, limit=-1))


def ids(session: VaultSession, text: str) -> list[int]:
    return [item.id for item in held(session) if item.printed_payee == text]


def exported(session: VaultSession, folder: Path) -> str:
    target = folder / f"{len(list(folder.glob('*.csv')))}.csv"
    export_text(session, target)
    return target.read_text("utf-8")


def comes_back(session: VaultSession, folder: Path, batch: str, *, rows: Sequence[StatementRow], account: str) -> bool:
    """Whether taking a batch back and bringing its rows again leaves the export as it was."""
    before = exported(session, folder)
    undo_committed(session, batch)
    bring(session, *rows, account=account)
    return exported(session, folder) == before


def test_a_half_that_loses_its_pair_has_the_category_it_came_with_not_one_taught_since(
    session: VaultSession, tmp_path: Path
) -> None:
    bring(session, row("LUMEN SHOP", -45000), row("LUMEN SHOP", -900))
    large, small = sorted(held(session), key=lambda item: item.amount.minor)
    other = [row("PAYMENT RECEIVED THANK YOU", 45000, days=1)]
    batch = bring(session, *other, account="Card")
    assert {item.kind.value for item in held(session) if abs(item.amount.minor) == 45000} == {"transfer"}
    categorise.set_kind(session, [large.id], kind=TransactionKind.EXPENSE)
    categorise.set_category(session, [small.id], category="Gifts")
    assert comes_back(session, tmp_path, batch, rows=other, account="Card")
    assert [item.category for item in held(session) if item.id == large.id] == [large.category]


def test_a_row_of_the_same_file_is_older_than_the_rule_taught_by_its_neighbour(
    session: VaultSession, tmp_path: Path
) -> None:
    rows = [row("CAFE LUNA", -475), row("CAFE LUNA", -900), row("HARBOR STUDIO", 45000)]
    batch = bring(session, *rows)
    categorise.set_category(session, ids(session, "CAFE LUNA")[:1], category="Gifts")
    categorise.set_category(session, ids(session, "CAFE LUNA")[:1], category="Rent")
    categorise.set_category(session, ids(session, "HARBOR STUDIO"), category="Gifts")
    assert comes_back(session, tmp_path, batch, rows=rows, account="Checking")


def test_money_in_stays_income_when_the_payee_it_was_spent_at_got_another_name(
    session: VaultSession, tmp_path: Path
) -> None:
    bring(session, row("CORNER STUDIO", -475))
    rows = [row("CORNER STUDIO", 900), row("GREEN GROCER", -475)]
    batch = bring(session, *rows)
    spent = next(item.id for item in held(session) if item.amount.minor == -475 and "STUDIO" in item.printed_payee)
    categorise.set_payee(session, [spent, *ids(session, "GREEN GROCER")], name="Aunt Ada")
    assert [item.kind.value for item in held(session) if item.amount.minor == 900] == ["income"]
    assert comes_back(session, tmp_path, batch, rows=rows, account="Checking")


def test_a_row_taken_back_is_not_taken_for_the_owners_own_word(session: VaultSession) -> None:
    """Only the owner's corrections keep a later half from making a transfer of a transaction."""
    rows = [row("LUMEN BANK 8802", -45000), row("LUMEN BANK 8802", -100, days=9)]
    batch = bring(session, *rows)
    categorise.set_category(session, ids(session, "LUMEN BANK 8802")[:1], category="Gifts")
    undo_committed(session, batch)
    bring(session, *rows)
    halves = [row("THANK YOU PAYMENT RECEIVED", 45000), row("THANK YOU PAYMENT RECEIVED", 100, days=9)]
    bring(session, *halves, account="Card")
    said = [(item.kind.value, item.category) for item in held(session) if item.amount.minor < 0]
    assert sorted(said) == [("expense", "Gifts"), ("transfer", "Transfers")]


def test_two_spellings_in_one_file_keep_the_names_they_got(session: VaultSession, tmp_path: Path) -> None:
    rows = [row("CAFE LUNA", -475), row("cafe luna", -900)]
    batch = bring(session, *rows)
    assert comes_back(session, tmp_path, batch, rows=rows, account="Checking")


def test_a_half_that_settles_far_away_leaves_no_lonely_partner(session: VaultSession) -> None:
    bring(session, row("LUMEN BANK 8802", -45000))
    bring(session, row("PAYMENT RECEIVED THANK YOU", 45000, pending=True), account="Card")
    bring(session, row("PAYMENT RECEIVED THANK YOU", 45000, days=9), account="Card")
    lonely = "SELECT count(*) FROM entry a WHERE paired_with IS NOT NULL AND NOT EXISTS (SELECT 1 FROM entry b"
    sql = f"{lonely} WHERE b.id = a.paired_with AND b.paired_with = a.id)"
    assert session.read(lambda c: c.execute(sql).fetchall()) == [(0,)]
    assert [item.kind.value for item in held(session) if item.amount.minor < 0] == ["expense"]


def test_of_two_rows_that_differ_in_their_reference_alone_the_deleted_one_stays_out(
    session: VaultSession, tmp_path: Path
) -> None:
    rows = [
        replace(row(text, -900), bank_reference=reference) for text in ("CAFE LUNA", "OLD MILL") for reference in "AB"
    ]
    batch = bring(session, *rows)
    categorise.delete(session, ids(session, "CAFE LUNA")[:1])
    assert comes_back(session, tmp_path, batch, rows=rows, account="Checking")


def test_a_row_that_is_new_this_time_takes_no_number_twice(session: VaultSession) -> None:
    """The first of three had been a duplicate of another file's row, which is gone by now."""
    other, three = [replace(row("CAFE LUNA", -475), bank_reference="A")], [row("CAFE LUNA", -475)] * 3
    first, second = bring(session, *other), bring(session, *three)
    undo_committed(session, first)
    undo_committed(session, second)
    bring(session, *three)
    assert len(ids(session, "CAFE LUNA")) == 3
