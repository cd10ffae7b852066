"""A1 on a real vault: canaries come in with every import, the model's every prompt and grammar is tapped."""

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.assistant.language import load_language
from app.assistant.models import shipped_model
from app.assistant.planner import Planner
from app.base.clock import FixedClock
from app.base.paths import places_for, resources
from app.ledger.vault_access import VaultAccess
from app.presenters.asking import Asking
from app.workers.model_client import ModelClient
from tests.helpers.assistant_samples import TappedModel
from tests.helpers.question_set import SETS, Question, question_set
from tests.helpers.terminal import Terminal, new_terminal
from tests.helpers.vault import PASSPHRASE
from tests.hostile.vault.scan import readable_traces

IMPORTS, QUESTIONS = (6, 1_000), (12, 2_000)
"""In the ordinary run, and in the full one that A1 asks for."""
IN_ONE_GO = 200
CANARIES = ("qzxpayeeqzx", "qzxmemoqzx", "qzxsortqzx")
PAYEES = ("Green Grocer", "Noodle Bar", "Cascade Fuel", "Quayside Homes Rent", "Netflix", "Voltcraft Electronics",
          "Osteria Nove", "City Water", "Harbor Books", "Acme Payroll")  # fmt: skip
FIRST_DAY = date(2026, 1, 2)


def import_canaries(terminal: Terminal, count: int, *, folder: Path) -> None:
    """So many imports, each with canaries beside the payee, in the memo and in the bank's category."""
    folder.mkdir()
    paths = []
    for number in range(count):
        path = folder / f"{number}.csv"
        day, payee = FIRST_DAY + timedelta(days=number % 300), PAYEES[number % len(PAYEES)]
        sign = "" if payee.endswith("Payroll") else "-"
        with path.open("w", encoding="utf-8", newline="") as file:
            lines = csv.writer(file)
            lines.writerow(("Date", "Payee", "Memo", "Category", "Amount"))
            for minor in (number, number + 1):
                memo = f"{CANARIES[1]} {number}"
                lines.writerow((day, f"{payee} {CANARIES[0]}", memo, CANARIES[2], f"{sign}{10 + minor}.25"))
        paths.append(path)
    for start in range(0, count, IN_ONE_GO):
        ran = terminal.run("import", *paths[start : start + IN_ONE_GO], "--account", "Checking", "--currency", "USD", "--yes")
        assert {line["status"] for line in ran.lines} == {"committed"}
    listed = [str(line) for line in terminal.run("transactions").lines]
    assert len(listed) == 2 * count
    assert all(canary in line for line in listed for canary in CANARIES[:2])


def questions(count: int) -> list[Question]:
    """So many of the development questions, conversations among them, spread over all sets."""
    every = [question for name in SETS if name.startswith("development") for question in question_set(name)]
    return every[:: max(1, len(every) // count)][:count]


@pytest.mark.timeout(7200)
def test_no_text_of_any_import_reaches_the_model_or_the_disk(tmp_path: Path, pytestconfig: pytest.Config) -> None:
    full = bool(pytestconfig.getoption("--long"))
    terminal = new_terminal(tmp_path)
    import_canaries(terminal, IMPORTS[full], folder=tmp_path / "files")
    clock = FixedClock(date(2026, 11, 2))
    client = ModelClient(shipped_model(resources() / "models").files)
    model = TappedModel(client)
    book = VaultAccess(places_for(terminal.vault, portable=True), clock).unlock(PASSPHRASE)
    asking = Asking(book, Planner(model, load_language(resources() / "language")), clock=clock)
    statuses = [asking.ask(one.text, conversation=one.after or one.id).status for one in questions(QUESTIONS[full])]
    book.close()
    client.close()
    assert len(statuses) == QUESTIONS[full]
    assert statuses.count("answered") > QUESTIONS[full] // 2
    assert len(model.seen) > QUESTIONS[full]
    assert [text for text in model.seen if any(canary in text.lower() for canary in CANARIES)] == []
    assert readable_traces(terminal.vault, [canary.encode() for canary in CANARIES]) == []
