"""V1: nothing the owner's statements say can be read from any file, while the vault is open nor after."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from app.domain.account import AccountHint, AccountKind
from app.domain.audit_entry import AuditEvent
from app.domain.category import Category
from app.domain.changes import Changes
from app.domain.staged import StagedAccount, StagedTransaction, Verdict
from app.domain.statement import Proof, Statement, StatementRow
from app.domain.statement_kinds import ProofState
from app.store.accounts import add_account
from app.store.caches import put
from app.store.categories import put_categories
from app.store.connection import Connection
from app.store.edits import delete_transactions, set_category, set_payee
from app.store.layout_memory import remember_choice
from app.store.payees import remember_aliases
from app.store.settings_table import set_setting
from app.store.staging import add_staged
from tests.helpers.vault import PASSPHRASE, commit_rows, new_vault, staged
from tests.hostile.vault.scan import readable_traces

ROWS = 10_000
WORD = "CANARYÄ"


def canary(name: str) -> str:
    """A text that nothing else contains."""
    return f"{WORD}{name}"


def canary_row(line: int) -> StatementRow:
    return StatementRow(
        line=line,
        booked_on=date(2025, 1, 1 + line % 28),
        amount=-1 - line,
        printed_payee=canary(f"payee{line % 50}"),
        memo=canary(f"memo{line}"),
        bank_reference=canary(f"reference{line}"),
        bank_category=canary("bankcategory"),
        row_type=canary("type"),
    )


def fill(connection: Connection) -> tuple[None, Changes]:
    hint = AccountHint(number=canary("number"), iban=canary("iban"), institution=canary("institution"))
    account = add_account(connection, canary("account"), kind=AccountKind.CHECKING, currency="USD", hint=hint)
    rows = [canary_row(line) for line in range(ROWS)]
    commit_rows(connection, account.id, rows)
    set_category(connection, range(1, 500), category=canary("category"), at="t")
    set_payee(connection, range(1, 500), name=canary("payee"), at="t")
    delete_transactions(connection, range(1, 200), at="t")
    put_categories(connection, [Category(name=canary("own"), words=(canary("word"),))])
    remember_aliases(connection, {canary("printed"): canary("payee")}, by_owner=True)
    remember_choice(connection, canary("layout"), question="date_order", choice="dmy")
    set_setting(connection, "inbox_folder", value=canary("folder"))
    statement = Statement(account=hint, currency="USD", rows=tuple(rows[:500]), proof=Proof(state=ProofState.UNPROVED))
    waiting = StagedAccount(
        account_id=None,
        name=canary("staged"),
        kind=AccountKind.CHECKING,
        statement=statement,
        transactions=tuple(
            StagedTransaction(position=position, row=row, verdict=Verdict.NEW, included=True)
            for position, row in enumerate(rows[:500])
        ),
    )
    add_staged(connection, replace(staged(canary("file.csv")), accounts=(waiting,)), at="t")
    return None, Changes()


def test_no_canary_is_readable_on_disk(tmp_path: Path) -> None:
    session, code = new_vault(tmp_path)
    session.write(fill, event=AuditEvent.IMPORTED, details=(("file", canary("detail")),))
    secrets = tuple(text.encode("utf-8") for text in (WORD, WORD.casefold(), PASSPHRASE, code, code.replace("-", "")))
    key = session.vault_key()
    sought = (*secrets, key.hex().encode("ascii"))
    wal = tmp_path / "vault" / "vault.db-wal"
    assert wal.stat().st_size > 1_000_000
    assert readable_traces(tmp_path, sought) == []
    session.cache_write(
        lambda c: put(c, "answers", key=canary("question"), value=canary("answer").encode("utf-8"), stored_at="t")
    )
    assert readable_traces(tmp_path, sought) == []
    assert all(key not in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    session.close()
    assert readable_traces(tmp_path, sought) == []


def test_the_scan_finds_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "narrow").write_text(f"x{WORD}y", "utf-8")
    (tmp_path / "wide").write_text(f"x{WORD}y", "utf-16-le")
    (tmp_path / WORD).write_text("")
    assert len(readable_traces(tmp_path, (WORD.encode("utf-8"),))) == 3
