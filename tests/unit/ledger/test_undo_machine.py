"""R4: import, review, correct, undo, import again, in any order: the export is the same, byte for byte."""

import shutil
import tempfile
from datetime import date, timedelta
from difflib import unified_diff
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from app.domain.account import AccountKind
from app.domain.staged import StagedBatch, Verdict
from app.domain.statement import StatementRow
from app.domain.transaction import TransactionKind, TransactionSearch
from app.ledger import categorise
from app.ledger.commit import commit_batch, undo_committed
from app.ledger.export import export_text
from app.ledger.review import with_included, with_others
from app.ledger.stage_statement import ImportOptions
from app.ledger.staged_batches import StagedBatches
from app.store import transactions
from tests.helpers.staging import books, commit, stage, statement

DAY = date(2026, 3, 1)
ACCOUNTS = {"Checking": AccountKind.CHECKING, "Card": AccountKind.CARD}
TEXTS = ("CAFE LUNA", "GREEN GROCER", "LUMEN CARD PAYMENT", "PAYMENT RECEIVED THANK YOU", "HARBOR STUDIO")
ROWS = st.lists(
    st.builds(
        lambda days, amount, text, pending: StatementRow(
            line=1, booked_on=DAY + timedelta(days=days), amount=amount, printed_payee=text, pending=pending
        ),
        st.integers(0, 6),
        st.sampled_from([-475, -475, -900, 900, -45000, 45000]),
        st.sampled_from(TEXTS),
        st.sampled_from([False, False, False, True]),
    ),
    min_size=1,
    max_size=8,
)


class ImportsAndUndos(RuleBasedStateMachine):
    """A vault to which files come, in which rows are corrected, and from which files are taken back."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="coffer-test-"))
        self.session = books(self.folder)
        self.files: list[tuple[str, tuple[StatementRow, ...]]] = []
        self.batches: dict[int, str] = {}
        self.number = 0

    def teardown(self) -> None:
        self.session.close()
        shutil.rmtree(self.folder)

    @initialize(rows=ROWS)
    def first(self, rows: list[StatementRow]) -> None:
        self.bring("Checking", tuple(rows))

    @rule(rows=ROWS, account=st.sampled_from(list(ACCOUNTS)), turned=st.frozensets(st.integers(0, 7), max_size=2))
    def another_file(self, rows: list[StatementRow], account: str, turned: frozenset[int]) -> None:
        self.bring(account, tuple(rows), turned)

    def bring(self, account: str, rows: tuple[StatementRow, ...], turned: frozenset[int] = frozenset()) -> None:
        options = ImportOptions(account=account, kind=ACCOUNTS[account])
        staged = stage(self.session, statement(rows), options=options)
        StagedBatches(self.session).revise(staged.id, lambda _, batch: turned_round(batch, turned))
        self.batches[len(self.files)] = commit_batch(self.session, staged.id).batch
        self.files.append((account, rows))

    @precondition(lambda self: self.ids())
    @rule(data=st.data(), category=st.sampled_from(["Gifts", "Groceries", "Rent"]))
    def correct_category(self, data: st.DataObject, category: str) -> None:
        categorise.set_category(self.session, data.draw(self.some()), category=category)

    @precondition(lambda self: self.ids())
    @rule(data=st.data(), name=st.sampled_from(["Aunt Ada", "Cafe Luna"]))
    def correct_payee(self, data: st.DataObject, name: str) -> None:
        categorise.set_payee(self.session, data.draw(self.some()), name=name)

    @precondition(lambda self: self.ids())
    @rule(data=st.data(), kind=st.sampled_from([TransactionKind.EXPENSE, TransactionKind.TRANSFER]))
    def correct_kind(self, data: st.DataObject, kind: TransactionKind) -> None:
        categorise.set_kind(self.session, data.draw(self.some()), kind=kind)

    @precondition(lambda self: self.ids())
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        categorise.delete(self.session, data.draw(self.some())[:1])

    @precondition(lambda self: self.batches)
    @rule(data=st.data())
    def take_some_back_and_bring_them_again(self, data: st.DataObject) -> None:
        """Old ones too: later files may have settled their rows, or have them as well. They come in the order they had."""
        some = st.lists(st.sampled_from(sorted(self.batches)), min_size=1, max_size=3, unique=True)
        taken = data.draw(some | st.just([max(self.batches)]))
        before = self.export()
        for number in taken:
            undo_committed(self.session, self.batches[number])
            self.pairs_are_mutual()
        for number in sorted(taken):
            account, rows = self.files[number]
            self.batches[number] = commit(self.session, rows, account=account, kind=ACCOUNTS[account])
        assert not lines_that_differ(before, self.export())

    @invariant()
    def pairs_are_mutual(self) -> None:
        lonely = "SELECT count(*) FROM entry a WHERE paired_with IS NOT NULL AND NOT EXISTS (SELECT 1 FROM entry b"
        sql = f"{lonely} WHERE b.id = a.paired_with AND b.paired_with = a.id)"
        assert self.session.read(lambda c: c.execute(sql).fetchall()) == [(0,)]

    def ids(self) -> list[int]:
        found = self.session.read(lambda c: transactions.page(c, TransactionSearch(), offset=0, limit=-1))
        return [item.id for item in found]

    def some(self) -> st.SearchStrategy[list[int]]:
        return st.lists(st.sampled_from(self.ids()), min_size=1, max_size=4, unique=True)

    def export(self) -> str:
        self.number += 1
        written = []
        for ending in ("csv", "ofx"):
            target = self.folder / f"{self.number}.{ending}"
            export_text(self.session, target)
            written.append(target.read_bytes().decode("utf-8"))
        return "".join(written)


def turned_round(batch: StagedBatch, positions: frozenset[int]) -> StagedBatch:
    """The batch with the decisions of the matching on these rows turned round: new left out, the others set apart."""
    rows = batch.accounts[0].transactions
    new = [item.position for item in rows if item.position in positions and item.verdict is Verdict.NEW]
    others = [item.position for item in rows if item.position in positions and item.verdict is not Verdict.NEW]
    return with_others(with_included(batch, 0, positions=new, included=False), 0, positions=others)


def lines_that_differ(before: str, after: str) -> list[str]:
    """Those lines of two exports that are not the same byte for byte, with where they stand."""
    return list(unified_diff(before.split("\n"), after.split("\n"), n=0, lineterm=""))


@pytest.mark.parametrize(
    ("examples", "steps"), [(8, 10), pytest.param(400, 40, marks=[pytest.mark.long, pytest.mark.timeout(7200)])]
)
def test_the_same_files_give_the_same_books(examples: int, steps: int) -> None:
    run_state_machine_as_test(
        ImportsAndUndos,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            derandomize=examples <= 100,
            phases=[Phase.generate, Phase.shrink] if examples > 100 else [Phase.generate],
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
        ),
    )
