"""Bad input through the real terminal: one clear message with its remedy, the contract's exit code, the vault as it was."""

import json
import os
import re
import shutil
from pathlib import Path

import pytest

from tests.helpers.terminal import Ran, Terminal, new_terminal, ofx, program_copy
from tests.helpers.vault import reopened

ROWS = [("2026-03-02", "-51.60", "GREEN GROCER"), ("2026-03-14", "-4.75", "CAFE LUNA")]
WHOLE = ofx(ROWS, opening="100.00", closing="43.65")
BROKEN_AMOUNT = (
    "Date,Description,Amount\n2026-03-02,GREEN GROCER,-51.60\n2026-03-03,CAFE LUNA,-4.7x5\n2026-03-20,OLD MILL,-9.00\n"
)
TWO_ORDERS = (
    "Date,Description,Amount\n03/02/2026,GREEN GROCER,-51.60\n03/04/2026,CAFE LUNA,-4.75\n05/06/2026,OLD MILL,-9.00\n"
)


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    return new_terminal(tmp_path)


def assert_empty(terminal: Terminal) -> None:
    assert terminal.run("transactions").lines == ()
    assert terminal.run("accounts").lines == ()
    assert terminal.run("audit", "--verify").lines[-1]["verified"] is True


def first_error(ran: Ran) -> dict[str, object]:
    return next(item for item in ran.only["findings"] if item["severity"] == "error")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("photo.csv", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40),
        ("letter.csv", b"Dear customer,\nthank you for your letter of last week.\nYours, the bank\n"),
        ("empty.csv", b""),
        ("blank.ofx", b"\xef\xbb\xbf \r\n"),
        ("cut.ofx", WHOLE[: len(WHOLE) // 2].encode()),
    ],
)
def test_a_file_that_is_no_whole_statement_is_refused(terminal: Terminal, name: str, data: bytes) -> None:
    (terminal.folder / name).write_bytes(data)
    ran = terminal.run("import", terminal.folder / name, "--yes")
    assert (ran.code, ran.only["status"], ran.only["batch"]) == (4, "refused", None)
    message = str(first_error(ran)["message"])
    assert 20 < len(message) < 400
    assert "Traceback" not in ran.stderr
    assert_empty(terminal)


def test_a_file_that_is_not_there_is_refused(terminal: Terminal) -> None:
    ran = terminal.run("import", terminal.folder / "nowhere.csv", "--yes")
    assert (ran.code, ran.only["status"]) == (4, "refused")
    assert "nowhere.csv" in str(first_error(ran)["message"])


def test_one_broken_amount_is_named_and_nothing_is_taken_in_part(terminal: Terminal) -> None:
    (terminal.folder / "march.csv").write_text(BROKEN_AMOUNT)
    ran = terminal.run("import", terminal.folder / "march.csv", "--yes")
    assert (ran.code, ran.only["status"], ran.only["batch"]) == (3, "needs_decision", None)
    error = first_error(ran)
    assert (error["line"], error["column"]) == (3, "Amount")
    assert_empty(terminal)


def test_two_possible_date_orders_are_asked_about(terminal: Terminal) -> None:
    (terminal.folder / "march.csv").write_text(TWO_ORDERS)
    ran = terminal.run("import", terminal.folder / "march.csv", "--yes")
    assert (ran.code, ran.only["status"]) == (3, "needs_decision")
    (decision,) = ran.only["decisions"]
    assert decision["question"] == "date_order"
    assert set(decision["choices"]) == {"dmy", "mdy"}
    assert_empty(terminal)


def test_a_good_file_beside_a_bad_one_still_comes_in(terminal: Terminal) -> None:
    (terminal.folder / "bad.csv").write_bytes(b"")
    (terminal.folder / "good.ofx").write_text(WHOLE)
    ran = terminal.run("import", terminal.folder / "bad.csv", terminal.folder / "good.ofx", "--yes")
    assert ran.code == 4
    assert [line["status"] for line in ran.lines] == ["refused", "committed"]
    assert len(terminal.run("transactions").lines) == 2


def test_a_wrong_passphrase_opens_nothing_and_says_no_more(terminal: Terminal) -> None:
    wrong = terminal.folder / "wrong"
    messages = set()
    for text in ("", "wrong\n", "correct horse battery stapl\n", "ключ 🔑\n"):
        wrong.write_text(text, encoding="utf-8")
        (terminal.vault / "unlock_attempts.json").unlink(missing_ok=True)
        ran = terminal.run("accounts", extra=["--passphrase-file", str(wrong)])
        assert ran.code == 5
        assert ran.only["error"]["code"] == "wrong_passphrase"
        messages.add((ran.only["error"]["message"], ran.only["error"]["remedy"], ran.stderr))
    assert len(messages) == 1
    (terminal.vault / "unlock_attempts.json").unlink(missing_ok=True)
    assert_empty(terminal)


def test_a_folder_without_a_vault_says_how_to_make_one(tmp_path: Path) -> None:
    ran = Terminal(tmp_path).run("accounts")
    assert (ran.code, ran.only["error"]["code"]) == (5, "vault_missing")
    assert "coffer new" in ran.only["error"]["remedy"]
    assert not (tmp_path / "vault").exists()


def test_a_vault_folder_that_can_not_be_written_is_refused(tmp_path: Path) -> None:
    """A file stands where the folder would be: that refuses root too."""
    terminal = Terminal(tmp_path)
    terminal.arguments()
    terminal.vault.write_text("not a folder")
    ran = terminal.run("new")
    assert (ran.code, ran.only["error"]["code"]) == (4, "folder_not_writable")
    assert terminal.vault.read_text() == "not a folder"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_refused(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path)
    terminal.arguments()
    terminal.vault.mkdir(mode=0o500)
    ran = terminal.run("new")
    assert (ran.code, ran.only["error"]["code"]) == (4, "folder_not_writable")


@pytest.mark.parametrize("kind", ["model", "adapter"])
def test_a_model_file_with_one_byte_changed_never_answers(terminal: Terminal, kind: str) -> None:
    program = program_copy(terminal.folder / "copy")
    models = program.parents[1] / "resources" / "models"
    entries = json.loads((models / "manifest.json").read_text("utf-8"))["models"]
    (name,) = [entry["file"] for entry in entries if entry["kind"] == kind]
    changed = terminal.folder / "models"
    changed.mkdir()
    for path in models.iterdir():
        (changed / path.name).symlink_to(path.resolve())
    original = (changed / name).resolve()
    (changed / name).unlink()
    shutil.copy(original, changed / name)
    with (changed / name).open("r+b") as file:
        file.seek(original.stat().st_size // 2)
        byte = file.read(1)
        file.seek(-1, os.SEEK_CUR)
        file.write(bytes([byte[0] ^ 1]))
    models.unlink()
    models.symlink_to(changed)
    other = Terminal(terminal.folder, program)
    ran = other.run("ask", "so what did all those coffees cost me lately")
    assert (ran.code, ran.only["error"]["code"]) == (4, "model_refused")
    assert name in ran.only["error"]["message"]
    assert ran.only["error"]["remedy"]
    check = {item["id"]: item for item in other.run("check").only["checks"]}["model_file"]
    assert (check["state"], name in check["detail"]) == ("fail", True)
    assert_empty(terminal)


def test_a_damaged_vault_is_named_and_not_written(terminal: Terminal) -> None:
    database = terminal.vault / "vault.db"
    data = bytearray(database.read_bytes())
    data[len(data) // 2] ^= 1
    database.write_bytes(data)
    ran = terminal.run("accounts")
    assert (ran.code, ran.only["error"]["code"]) == (5, "vault_damaged")
    assert "backup" in ran.only["error"]["remedy"]
    assert database.read_bytes() == bytes(data)


def test_an_export_never_overwrites(terminal: Terminal) -> None:
    there = terminal.folder / "mine.csv"
    there.write_text("mine")
    ran = terminal.run("export", there)
    assert (ran.code, ran.only["error"]["code"]) == (4, "export_refused")
    assert there.read_text() == "mine"
    assert terminal.run("export", terminal.folder / "all.docx").code == 4


def test_a_damaged_backup_is_refused_and_leaves_no_vault(terminal: Terminal) -> None:
    terminal.run("export", terminal.folder / "all.coffer")
    data = (terminal.folder / "all.coffer").read_bytes()
    (terminal.folder / "all.coffer").write_bytes(data[: len(data) // 2])
    other = Terminal(terminal.folder / "other")
    other.folder.mkdir()
    shutil.copy(terminal.folder / "passphrase", other.folder / "passphrase")
    ran = other.run("restore", terminal.folder / "all.coffer")
    assert (ran.code, ran.only["error"]["code"]) == (4, "backup_refused")
    assert other.run("accounts").only["error"]["code"] == "vault_missing"


def test_a_second_coffer_on_the_same_vault_is_told_so(terminal: Terminal) -> None:
    session = reopened(terminal.folder)
    try:
        ran = terminal.run("accounts")
    finally:
        session.close()
    assert (ran.code, ran.only["error"]["code"]) == (5, "vault_busy")


def test_a_statement_of_another_account_number_is_never_put_in_without_a_person(terminal: Terminal) -> None:
    for name, number in (("march.ofx", "000123454471"), ("april.ofx", "000999990000")):
        (terminal.folder / name).write_text(re.sub(r"<ACCTID>[^<\n]*", f"<ACCTID>{number}", WHOLE))
    assert terminal.run("import", terminal.folder / "march.ofx", "--account", "Everyday", "--yes").code == 0
    ran = terminal.run("import", terminal.folder / "april.ofx", "--account", "Everyday", "--yes")
    assert (ran.code, ran.only["status"], ran.only["batch"]) == (3, "needs_decision", None)
    assert ran.only["decisions"] == [{"question": "wrong_account", "choices": ["put_it_there"]}]
    (finding,) = [item for item in ran.only["findings"] if item["code"] == "account_differs"]
    assert "000123454471" in finding["message"]
    assert "000999990000" in finding["message"]
    assert len(terminal.run("transactions").lines) == len(ROWS)
