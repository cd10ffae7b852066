"""Wrong-account imports: another number, balances that don't adjoin, other rows on the same days; a plain yes settles it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.account import AccountHint, AccountKind
from app.domain.errors import DecisionNeededError
from app.domain.staged import StagedBatch, StagedStatus
from app.domain.statement import Statement
from app.ledger.book import Book
from app.ledger.commit import commit_batch
from app.ledger.doubts import PUT_IT_THERE, WRONG_ACCOUNT_QUESTION
from app.ledger.stage_statement import ImportOptions
from app.store.session import VaultSession
from tests.helpers.demo_book import empty_book
from tests.helpers.staging import row, stage, statement

GIRO, OTHER = "DE89370400440532013000", "DE02120300000000202051"
OFX = """OFXHEADER:100
DATA:OFXSGML
VERSION:102

<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>USD<BANKACCTFROM><BANKID>1<ACCTID>{number}<ACCTTYPE>CHECKING</BANKACCTFROM>
<BANKTRANLIST><DTSTART>20260301<DTEND>20260331
<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20260314<TRNAMT>-4.75<FITID>{number}1<NAME>CAFE LUNA</STMTTRN>
</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>
"""


def brought(session: VaultSession, one: Statement, *, account: str = "Giro", name: str = "export.csv") -> StagedBatch:
    staged = stage(session, one, options=ImportOptions(account=account), name=name)
    if staged.status is StagedStatus.STAGED:
        commit_batch(session, staged.id)
    return staged


def questions(batch: StagedBatch) -> list[str]:
    return [item.question for item in batch.decisions]


def test_another_iban_is_told_with_both_numbers_and_is_not_committed_unasked(session: VaultSession) -> None:
    brought(session, statement([row("CAFE LUNA", -475)], hint=AccountHint(iban=GIRO)))
    staged = brought(session, statement([row("OLD MILL", -900, days=40)], hint=AccountHint(iban=OTHER)))
    assert (staged.status, questions(staged)) == (StagedStatus.NEEDS_DECISION, [WRONG_ACCOUNT_QUESTION])
    (finding,) = staged.findings
    assert finding.code == "account_differs"
    for part in ("DE02 1203 0000 0000 2020 51", "DE89 3704 0044 0532 0130 00", "“Giro”", "or say that it goes here"):
        assert part in finding.message
    with pytest.raises(DecisionNeededError):
        commit_batch(session, staged.id)


def test_a_masked_number_of_the_same_account_is_no_doubt(session: VaultSession) -> None:
    brought(session, statement([row("CAFE LUNA", -475)], hint=AccountHint(number="4111111111118802")))
    for number in ("XXXX8802", "****8802", "...8802", "4111 1111 1111 8802"):
        assert not stage(
            session,
            statement([row("OLD MILL", -900, days=40)], hint=AccountHint(number=number)),
            options=ImportOptions(account="Giro"),
        ).decisions


@pytest.mark.parametrize(
    ("first_day", "opening", "asked"),
    [(1, 99_525, False), (1, 50_000, True), (0, 50_000, True), (20, 50_000, False)],
)
def test_an_opening_balance_that_does_not_adjoin_is_asked_about(
    session: VaultSession, first_day: int, *, opening: int, asked: bool
) -> None:
    rows = [row("CAFE LUNA", -475, days=-20), row("CAFE LUNA", 0)]
    brought(session, statement(rows, opening=100_000, closing=99_525))
    rows = [row("OLD MILL", -900, days=first_day), row("OLD MILL", -100, days=first_day + 5)]
    staged = brought(session, statement(rows, opening=opening, closing=opening - 1000))
    assert (questions(staged) == [WRONG_ACCOUNT_QUESTION]) is asked
    if asked:
        (finding,) = staged.findings
        assert finding.code == "balances_do_not_adjoin"
        assert "500.00 USD" in finding.message
        assert "995.25 on 2026-03-01" in finding.message


def test_a_statement_with_a_row_that_is_known_there_belongs_there(session: VaultSession) -> None:
    """A download from the last covered day on begins before that day's rows, which the vault has."""
    brought(
        session, statement([row("CAFE LUNA", -475, days=-20), row("OLD MILL", -900)], opening=100_000, closing=98_625)
    )
    again = statement([row("OLD MILL", -900), row("CAFE LUNA", -475, days=3)], opening=99_525, closing=98_150)
    assert brought(session, again).status is StagedStatus.STAGED


def test_statements_of_one_file_that_follow_each_other_are_no_doubt(session: VaultSession) -> None:
    brought(session, statement([row("CAFE LUNA", -475, days=-2), row("TEA", -1)], opening=1000, closing=524))
    first = statement([row("OLD MILL", -24, days=1)], opening=524, closing=500)
    second = statement([row("OLD MILL", -100, days=1)], opening=500, closing=400)
    assert not stage(session, first, second, options=ImportOptions(account="Giro")).decisions


def test_a_file_name_alone_does_not_put_other_rows_among_those_of_a_covered_month(session: VaultSession) -> None:
    covered = statement([row("CAFE LUNA", -100 - days, days=days) for days in range(0, 28, 3)])
    brought(session, covered, name="transactions.csv")
    other = statement([row("OLD MILL", -5000 - days, days=days) for days in range(4, 20, 2)])
    staged = brought(session, other, account="", name="transactions.csv")
    assert (staged.accounts[0].reason, questions(staged)) == ("earlier import", [WRONG_ACCOUNT_QUESTION])
    assert "2026-03-05 to 2026-03-19" in staged.findings[0].message
    assert brought(session, other).status is StagedStatus.STAGED, "chosen by the owner"


def test_nothing_is_asked_of_the_next_month_or_of_what_is_known(session: VaultSession) -> None:
    march = [row("CAFE LUNA", -100 - days, days=days) for days in range(0, 28, 3)]
    brought(session, statement(march), name="transactions.csv")
    april = [replace(item, booked_on=item.booked_on + timedelta(days=30)) for item in march]
    for rows in (
        april,
        [*march, row("OLD MILL", -5, days=4), row("OLD MILL", -6, days=5), row("OLD MILL", -7, days=7)],
    ):
        assert brought(session, statement(rows), account="", name="transactions.csv").status is StagedStatus.STAGED


@pytest.fixture
def asked(tmp_path: Path) -> Iterator[tuple[Book, StagedBatch]]:
    """A book with an account, and a file of another number that was put on it."""
    with empty_book(tmp_path) as book:
        for name, number in (("march.ofx", "000123454471"), ("april.ofx", "000999990000")):
            (tmp_path / name).write_text(OFX.format(number=number))
        book.commit(book.stage(tmp_path / "march.ofx", ImportOptions(account="Everyday")).id)
        yield book, book.stage(tmp_path / "april.ofx", ImportOptions(account="Everyday"))


def test_a_plain_yes_lets_it_in(asked: tuple[Book, StagedBatch]) -> None:
    book, staged = asked
    assert staged.status is StagedStatus.NEEDS_DECISION
    sure = book.decide(staged.id, WRONG_ACCOUNT_QUESTION, PUT_IT_THERE)
    assert (sure.status, sure.decisions) == (StagedStatus.STAGED, ())
    assert [item.code for item in sure.findings if item.severity.value == "warning"] == ["account_differs"]
    assert book.staged_batch(staged.id).accounts[0].sure
    book.commit(staged.id)
    assert book.count() == 2


def test_a_later_decision_on_the_reading_keeps_the_owners_account(tmp_path: Path) -> None:
    file = tmp_path / "march.csv"
    file.write_text(
        "Date,Description,Amount\n2026-03-02,TEA,-5.60\n2026-03-03,MILK,-4.7x5\n2026-03-20,OLD MILL,-9.00\n"
    )
    with empty_book(tmp_path) as book:
        staged = book.stage(file)
        moved = book.retarget(staged.id, 0, "Pocket", kind=AccountKind.CASH)
        assert questions(moved) == ["unreadable_rows"]
        decided = book.decide(staged.id, "unreadable_rows", "import_the_rest")
        assert (decided.accounts[0].name, decided.accounts[0].kind) == ("Pocket", AccountKind.CASH)
        assert decided.status is StagedStatus.STAGED
        book.commit(staged.id)
        assert [item.account for item in book.transactions()] == ["Pocket"] * 2


def test_another_account_ends_the_doubt_and_the_wrong_one_brings_it_back(asked: tuple[Book, StagedBatch]) -> None:
    book, staged = asked
    moved = book.retarget(staged.id, 0, "Second account")
    assert (moved.status, moved.decisions, moved.findings) == (StagedStatus.STAGED, (), ())
    back = book.retarget(staged.id, 0, "Everyday")
    assert questions(back) == [WRONG_ACCOUNT_QUESTION]
