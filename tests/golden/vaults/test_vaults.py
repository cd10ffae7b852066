"""A vault of every schema ever shipped opens, holds what it held, and its audit trail is whole."""

import shutil
from pathlib import Path

import pytest

from app.domain.transaction import TransactionSearch
from app.store.migrate import STEPS, schema_version
from app.store.transactions import count, page
from tests.golden.vaults.make import ROWS
from tests.helpers.vault import places_in, reopened

HERE = Path(__file__).parent
VERSIONS = range(1, len(STEPS) + 1)


@pytest.mark.parametrize("version", VERSIONS)
def test_a_stored_vault_opens(tmp_path: Path, version: int) -> None:
    shutil.copytree(HERE / f"v{version:04d}", places_in(tmp_path).vault)
    session = reopened(tmp_path)
    assert session.read(schema_version) == len(STEPS)
    assert session.read(lambda c: count(c, TransactionSearch())) == ROWS
    (first,) = session.read(lambda c: page(c, TransactionSearch(descending=False), offset=0, limit=1))
    assert (first.printed_payee, first.amount.decimal(), first.category) == ("GREEN GROCER 0", "-1.00", "Groceries")
    assert session.verify_audit().intact
    session.close()
