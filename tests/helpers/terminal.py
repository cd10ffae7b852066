"""The real terminal face: a child process of the program, under its lock, as a person or script would start it."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.base.paths import places_for
from app.ledger.vault_access import VaultAccess
from tests.helpers import vault
from tests.helpers.vault import PASSPHRASE

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = (sys.executable, str(ROOT / "app" / "__main__.py"))
TODAY = "2026-11-02"


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command ended, and its JSON lines."""

    code: int
    lines: tuple[dict[str, Any], ...]
    stderr: str

    @property
    def only(self) -> dict[str, Any]:
        """The single line it printed."""
        (line,) = self.lines
        return line


@dataclass(frozen=True, slots=True)
class Terminal:
    """Commands on one vault folder."""

    folder: Path
    program: Path = Path(PROGRAM[1])
    before: tuple[str, ...] = ()
    """What stands before the command line, such as a program that takes rights away."""

    @property
    def vault(self) -> Path:
        return self.folder / "vault"

    def arguments(self, *command: str | Path) -> list[str]:
        """The whole command line."""
        file = self.folder / "passphrase"
        if not file.exists():
            file.write_text(f"{PASSPHRASE}\n", encoding="utf-8")
        own = ["--vault", str(self.vault), "--passphrase-file", str(file), "--today", TODAY, "--json"]
        return [*self.before, PROGRAM[0], str(self.program), *map(str, command), *own]

    def run(self, *command: str | Path, stdin: str = "", extra: Sequence[str] = ()) -> Ran:
        """Run one command to its end; what it prints must be JSON lines alone."""
        done = subprocess.run(
            [*self.arguments(*command), *extra],
            input=stdin,
            capture_output=True,
            text=True,
            timeout=120,
            env=environment(),
            cwd=self.folder,
            check=False,
        )
        return Ran(done.returncode, tuple(json.loads(line) for line in done.stdout.splitlines()), done.stderr)

    def start(self, *command: str | Path) -> "subprocess.Popen[str]":
        """Start one command and leave it running, in a process group of its own."""
        return subprocess.Popen(
            self.arguments(*command),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env=environment(),
            cwd=self.folder,
            start_new_session=True,
        )


def environment() -> dict[str, str]:
    """This process's environment without a display."""
    left_out = {"DISPLAY", "WAYLAND_DISPLAY", "PYTEST_CURRENT_TEST"}
    return {
        **{name: value for name, value in os.environ.items() if name not in left_out},
        "QT_QPA_PLATFORM": "offscreen",
    }


def program_copy(folder: Path, *, bootstrap: str = "") -> Path:
    """The program's start file in a copy whose resources lead to ours; `bootstrap` stands in for its wiring's door."""
    shutil.copytree(ROOT / "app", folder / "app", ignore=shutil.ignore_patterns("__pycache__"))
    resources = folder / "resources"
    resources.mkdir()
    for item in (ROOT / "resources").iterdir():
        (resources / item.name).symlink_to(item)
    if bootstrap:
        (folder / "app" / "bootstrap" / "__init__.py").write_text(bootstrap)
    return folder / "app" / "__main__.py"


def new_terminal(folder: Path) -> Terminal:
    """A terminal on a new vault made in this process with a cheap key derivation, so that unlocking costs nothing."""
    terminal = Terminal(folder)
    access = VaultAccess(places_for(terminal.vault, portable=False), vault.TODAY, derivation=vault.CHEAP)
    book, _ = access.create(PASSPHRASE, "USD")
    book.close()
    return terminal


def ofx(rows: Sequence[tuple[str, str, str]], *, closing: str, opening: str | None = None, reference: str = "R") -> str:
    """A small OFX statement: rows of (ISO day, decimal amount, text); every row has its own bank reference."""
    body = "".join(
        f"<STMTTRN><TRNTYPE>{'CREDIT' if not amount.startswith('-') else 'DEBIT'}"
        f"<DTPOSTED>{day.replace('-', '')}<TRNAMT>{amount}<FITID>{reference}{number}<NAME>{text}</STMTTRN>\n"
        for number, (day, amount, text) in enumerate(rows)
    )
    first = f"<BALLIST><BAL><NAME>Opening balance<DESC>Opening balance<BALTYPE>DOLLAR<VALUE>{opening}</BAL></BALLIST>\n"
    return (
        "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nSECURITY:NONE\nENCODING:USASCII\nCHARSET:1252\n"
        "COMPRESSION:NONE\nOLDFILEUID:NONE\nNEWFILEUID:NONE\n\n"
        "<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><DTSERVER>20260401<LANGUAGE>ENG"
        "</SONRS></SIGNONMSGSRSV1><BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STATUS><CODE>0<SEVERITY>INFO</STATUS>"
        "<STMTRS><CURDEF>USD<BANKACCTFROM><BANKID>123456789<ACCTID>000123454471<ACCTTYPE>CHECKING</BANKACCTFROM>"
        f"<BANKTRANLIST><DTSTART>20260101<DTEND>20260401\n{body}</BANKTRANLIST>"
        f"<LEDGERBAL><BALAMT>{closing}<DTASOF>20260401</LEDGERBAL>{first if opening else ''}"
        "</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n"
    )
