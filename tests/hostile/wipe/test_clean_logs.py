"""L3: no canary through any command, good or failing, reaches a log or standard error."""

from pathlib import Path

from tests.helpers.terminal import Ran, Terminal, new_terminal, ofx
from tests.helpers.vault import PASSPHRASE

PAYEE, IBAN, AMOUNT, MEMO = "CANARYPAYEE", "DE89370400440532013000", "7654321.89", "CANARYMEMO"
CANARIES = (PAYEE, IBAN, AMOUNT, "7,654,321.89", MEMO, PASSPHRASE, "CANARYQUESTION", "CANARYFILE")


def test_no_log_and_no_message_carries_what_is_private(tmp_path: Path) -> None:
    terminal = new_terminal(tmp_path)
    said = [ran.stderr for ran in _session(terminal)]
    logs = [path.read_text("utf-8") for path in (terminal.vault / "logs").glob("*")]
    assert logs, "the session wrote no log at all"
    for text in (*said, *logs):
        assert [canary for canary in CANARIES if canary.casefold() in text.casefold()] == []


def _session(terminal: Terminal) -> list[Ran]:
    good, cut, csv = (terminal.folder / name for name in ("CANARYFILE.ofx", "CANARYFILE-cut.ofx", "CANARYFILE.csv"))
    text = ofx([("2026-03-02", f"-{AMOUNT}", f"{PAYEE} {MEMO}"), ("2026-03-03", "5.00", IBAN)], closing="1.00")
    good.write_text(text)
    cut.write_text(text[: len(text) * 2 // 3])
    csv.write_text(f"Date,Description,Amount\n2026-03-02,{PAYEE} {IBAN},{AMOUNT}x\n")
    locked_out = terminal.folder / "wrong"
    locked_out.write_text("CANARYQUESTION is no passphrase\n")
    runs = [terminal.run("import", file, "--yes") for file in (good, cut, csv)]
    runs += [terminal.run(*command) for command in (["transactions"], ["accounts"], ["check"], ["audit"])]
    runs.append(terminal.run("ask", f"how much did I spend at {PAYEE} CANARYQUESTION"))
    runs.append(terminal.run("export", terminal.folder / "no" / "such" / f"{PAYEE}.csv"))
    runs.append(terminal.run("undo", PAYEE))
    runs.append(terminal.run("accounts", extra=["--passphrase-file", str(locked_out)]))
    return runs
