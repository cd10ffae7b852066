"""Makes the stored vault of the present schema: `python -m tests.golden.vaults.make FOLDER`, once for each schema shipped."""

import shutil
import sys
import tempfile
from pathlib import Path

from tests.helpers.vault import account, commit, new_vault, places_in, statement_rows

ROWS = 12


def make(target: Path) -> None:
    """Write a small vault into the folder, which must not be there yet."""
    with tempfile.TemporaryDirectory() as folder:
        session, _ = new_vault(Path(folder))
        commit(session, account(session).id, statement_rows(ROWS))
        session.close()
        places = places_in(Path(folder))
        target.mkdir()
        for path in (places.database, places.key_slots, places.audit_seal):
            shutil.copyfile(path, target / path.name)


if __name__ == "__main__":
    make(Path(sys.argv[1]))
