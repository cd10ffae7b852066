"""The planted breaks: one forbidden import each, and the contract that must turn red for it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Plant:
    """One break: which file of `app` gets which lines, and the id of the contract that must notice."""

    name: str
    file: str
    lines: str
    contract: str


PLANTS = (
    Plant("upward", "domain/money.py", "from app.base import paths", "layers"),
    Plant("sibling", "statements/balance_proof.py", "from app.store import connection", "layers"),
    Plant("lazy", "store/vault.py", "def f():\n    from app.ui import tasks", "layers"),
    Plant(
        "only for types",
        "presenters/shell.py",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from app.ui import tasks",
        "layers",
    ),
    Plant("a room without a floor", "attic/__init__.py", '"""Nothing."""', "layers"),
    Plant("ring", "statements/fields.py", "from app.statements.readers import delimited", "no-rings"),
    Plant("qt outside ui", "presenters/shell.py", "from PySide6.QtCore import QObject", "qt"),
    Plant("vault library", "store/accounts.py", "from sqlcipher3 import dbapi2", "door-vault"),
    Plant("keyring", "store/keys.py", "import keyring", "door-keyring"),
    Plant("model library", "assistant/grammar.py", "import llama_cpp", "door-model"),
    Plant("folder watch", "ledger/book.py", "import watchdog.observers", "door-watch"),
    Plant("pdf library", "statements/pdf_words.py", "import pypdfium2", "door-pdf"),
    Plant("workbook library", "statements/table.py", "import openpyxl", "door-workbook"),
    Plant("archives opened elsewhere", "statements/table.py", "import zipfile", "door-zip"),
    Plant(
        "an archive opened in the app",
        "ledger/statement_files.py",
        "from app.statements import archive_members",
        "hostile-bytes",
    ),
    Plant(
        "a statement read in the app by a detour",
        "workers/archive_wire.py",
        "from app.statements import registry",
        "hostile-bytes",
    ),
    Plant("ui to the store", "ui/tasks.py", "from app.store import vault", "ui-through-book"),
    Plant("terminal to the workers", "cli/arguments.py", "from app.workers import protocol", "ui-through-book"),
    Plant("the AI half to the store", "assistant/grammar.py", "from app.store import transactions", "assistant-island"),
    Plant(
        "the AI half to a statement by a detour",
        "domain/plan.py",
        "from app.statements import registry",
        "assistant-island",
    ),
    Plant("model process to settings", "workers/engine.py", "from app.base import settings", "model-island"),
    Plant("parser to the vault", "workers/parser_child.py", "from app.store import vault", "parser-island"),
    Plant("migration", "store/migrations/m0001_initial.py", "from app.domain import money", "migrations-frozen"),
    Plant(
        "reader to reader",
        "statements/readers/qif/reader.py",
        "from app.statements.readers import ofx",
        "readers-apart",
    ),
    Plant("preset to preset", "statements/presets/n26.py", "from app.statements.presets import wise", "presets-apart"),
    Plant("network", "assistant/grammar.py", "import urllib.request", "no-network"),
    Plant("encrypted network", "base/paths.py", "import ssl", "no-network"),
)
