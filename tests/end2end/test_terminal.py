"""The terminal face as the contract has it: every command, its JSON, its exit code."""

import json
from pathlib import Path

import pytest

from tests.helpers.terminal import Terminal, new_terminal, ofx

ROWS = [
    ("2026-03-02", "-51.60", "GREEN GROCER"),
    ("2026-03-14", "-4.75", "CAFE LUNA"),
    ("2026-03-14", "-4.75", "CAFE LUNA"),
]


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    made = new_terminal(tmp_path)
    (tmp_path / "march.ofx").write_text(ofx(ROWS, opening="100.00", closing="38.90"))
    return made


def test_new_prints_the_recovery_code_once_and_touches_no_vault_that_is_there(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path)
    made = terminal.run("new", "--currency", "EUR")
    assert made.code == 0
    assert made.only["currency"] == "EUR"
    assert len(made.only["recovery_code"].replace("-", "")) >= 26
    before = (tmp_path / "vault" / "vault.db").read_bytes()
    again = terminal.run("new")
    assert (again.code, again.only["error"]["code"]) == (4, "vault_exists")
    assert (tmp_path / "vault" / "vault.db").read_bytes() == before


def test_import_shows_then_commits_and_keeps_both_identical_purchases(terminal: Terminal) -> None:
    shown = terminal.run("import", terminal.folder / "march.ofx", "--dry-run")
    assert (shown.code, shown.only["status"], shown.only["batch"]) == (0, "staged", None)
    assert terminal.run("transactions").lines == ()
    done = terminal.run("import", terminal.folder / "march.ofx", "--yes").only
    assert (done["status"], done["file"], done["format"]) == ("committed", "march.ofx", "ofx")
    assert done["batch"].startswith("b-")
    (account,) = done["accounts"]
    assert account == {
        "account": "Checking ..4471", "currency": "USD", "rows": 3, "new": 3, "duplicates": 0, "sum": "-61.10",
        "first": "2026-03-02", "last": "2026-03-14", "opening": "100.00", "closing": "38.90", "proof": "proved",
        "broken_at": None,
    }  # fmt: skip
    again = terminal.run("import", terminal.folder / "march.ofx", "--yes").only
    assert (again["status"], again["accounts"][0]["duplicates"]) == ("nothing_new", 3)


def test_transactions_carry_every_field_of_the_contract(terminal: Terminal) -> None:
    terminal.run("import", terminal.folder / "march.ofx", "--yes")
    found = terminal.run("transactions", "--search", "grocer", "--from", "2026-03-01", "--to", "2026-03-31").only
    assert found.pop("id") > 0
    assert found.pop("batch").startswith("b-")
    assert found == {
        "account": "Checking ..4471", "made_on": None, "booked_on": "2026-03-02", "value_on": None, "amount": "-51.60",
        "currency": "USD", "payee": "Green Grocer", "printed_payee": "GREEN GROCER", "memo": "",
        "category": "Groceries", "kind": "expense", "bank_reference": "R0",
    }  # fmt: skip
    assert terminal.run("transactions", "--account", "nowhere").code == 2


def test_accounts_say_balance_coverage_and_proof(terminal: Terminal) -> None:
    terminal.run("import", terminal.folder / "march.ofx", "--yes")
    found = terminal.run("accounts").only
    assert (found["balance"], found["proof"]) == ("38.90", "proved")
    assert found["coverage"] == [{"month": "2026-03", "proof": "proved"}]


def test_undo_takes_an_import_back_and_the_file_can_come_again(terminal: Terminal) -> None:
    terminal.run("export", terminal.folder / "empty.csv")
    batch = terminal.run("import", terminal.folder / "march.ofx", "--yes").only["batch"]
    terminal.run("export", terminal.folder / "one.csv")
    assert terminal.run("undo", batch).only == {"batch": batch, "status": "undone", "transactions": 3}
    assert terminal.run("transactions").lines == ()
    assert terminal.run("undo", batch).code == 2
    terminal.run("import", terminal.folder / "march.ofx", "--yes")
    terminal.run("export", terminal.folder / "two.csv")
    assert (terminal.folder / "one.csv").read_bytes() == (terminal.folder / "two.csv").read_bytes()


def test_a_backup_comes_back_as_a_new_vault(terminal: Terminal) -> None:
    terminal.run("import", terminal.folder / "march.ofx", "--yes")
    assert terminal.run("export", terminal.folder / "all.coffer").code == 0
    other = Terminal(terminal.folder / "other")
    other.folder.mkdir()
    assert other.run("restore", terminal.folder / "all.coffer").only["transactions"] == 3
    mine, theirs = terminal.run("transactions").lines, other.run("transactions").lines
    assert mine == theirs
    assert other.run("audit", "--verify").lines[-1]["verified"] is True
    assert other.run("restore", terminal.folder / "all.coffer").code == 4


def test_check_tries_every_protection(terminal: Terminal) -> None:
    ran = terminal.run("check")
    states = {item["id"]: item["state"] for item in ran.only["checks"]}
    assert set(states) == {"network_lock", "model_file", "data_map", "file_rights", "audit_chain", "keyring"}
    assert states["network_lock"] == states["data_map"] == states["audit_chain"] == "pass"


@pytest.mark.parametrize(
    "command",
    [["nonsense"], ["import"], ["transactions", "--from", "yesterday"], ["ask"], ["new", "--currency", "DOLLAR"]],
)
def test_wrong_usage_is_said_in_json_with_exit_code_2(terminal: Terminal, command: list[str]) -> None:
    ran = terminal.run(*command)
    assert ran.code == 2
    assert ran.only["error"]["code"] == "wrong_usage"
    assert ran.only["error"]["remedy"]


def test_an_audited_session_gives_exactly_the_known_rows(terminal: Terminal) -> None:
    """L1: the events of a scripted session, oldest first, with when, who, in which session and version."""
    batch = terminal.run("import", terminal.folder / "march.ofx", "--yes").only["batch"]
    terminal.run("undo", batch)
    terminal.run("export", terminal.folder / "all.csv")
    terminal.run("wipe")
    entries = list(reversed(terminal.run("audit").lines))
    assert [entry["event"] for entry in entries] == [
        "vault_created", "locked",
        "unlocked", "imported", "locked",
        "unlocked", "import_undone", "locked",
        "unlocked", "exported", "locked",
        "unlocked", "wiped", "locked",
        "unlocked",
    ]  # fmt: skip
    assert all(entry["at"] and entry["actor"] and entry["session"] and entry["version"] for entry in entries)
    assert "GROCER" not in json.dumps(entries).upper()
