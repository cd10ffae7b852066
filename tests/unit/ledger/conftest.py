"""What the ledger's tests share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.store.session import VaultSession
from tests.helpers.staging import books


@pytest.fixture
def session(tmp_path: Path) -> Iterator[VaultSession]:
    """A new open vault with the categories that every vault begins with."""
    made = books(tmp_path)
    yield made
    made.close()
