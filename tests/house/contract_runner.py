"""Run as a program in a copy of the project: plants each break in turn and prints which contracts turned red, as JSON."""

import json
import os
import shutil
import sys
from pathlib import Path

from importlinter.application.use_cases import create_report, read_user_options
from importlinter.application.user_options import UserOptions
from importlinter.configuration import configure
from importlinter.domain.contract import registry

from tests.house.plants import PLANTS, Plant


def main() -> None:
    """Print `{"": broken contracts of the tree as it is, plant name: broken contracts | null where its file is missing}`."""
    os.chdir(sys.argv[1])
    sys.path.insert(0, sys.argv[1])
    configure()
    options = read_user_options("pyproject.toml")
    _register()
    found: dict[str, list[str] | None] = {"": _broken(options)}
    for plant in PLANTS:
        found[plant.name] = _planted(plant, options)
    print(json.dumps(found))


def _register() -> None:
    from importlinter.contracts import (  # the names import-linter gives its own kinds of contract
        acyclic_siblings,
        forbidden,
        independence,
        layers,
        protected,
    )

    registry.register(acyclic_siblings.AcyclicSiblingsContract, "acyclic_siblings")
    registry.register(forbidden.ForbiddenContract, "forbidden")
    registry.register(independence.IndependenceContract, "independence")
    registry.register(layers.LayersContract, "layers")
    registry.register(protected.ProtectedContract, "protected")


def _planted(plant: Plant, options: UserOptions) -> list[str] | None:
    path = Path("app") / plant.file
    new_room = path.name == "__init__.py" and not path.parent.exists()
    if not path.exists() and not new_room:
        return None
    if new_room:
        path.parent.mkdir()
    before = "" if new_room else path.read_text(encoding="utf-8")
    path.write_text(f"{before}\n{plant.lines}\n", encoding="utf-8")
    try:
        return _broken(options)
    finally:
        if new_room:
            shutil.rmtree(path.parent)
        else:
            path.write_text(before, encoding="utf-8")


def _broken(options: UserOptions) -> list[str]:
    report = create_report(options, cache_dir=None)
    return sorted(
        contract.contract_options["id"] for contract, check in report.get_contracts_and_checks() if not check.kept
    )


if __name__ == "__main__":
    main()
