"""Presets name known layouts; every one is data of at most 40 lines with a name of its own."""

from pathlib import Path

import app.statements.presets as package
from app.domain.account import AccountKind
from app.statements.presets import PRESETS
from app.statements.table_preset import Preset, match_preset

ONE = Preset(name="one", institution="One", columns=("Date", "Amount"))
TWO = Preset(name="two", institution="Two", columns=("Date", "Amount", "Card No."), kind=AccountKind.CARD)
THREE = Preset(name="three", institution="Three", columns=("Date",), without=("Amount",))


def test_the_preset_with_the_most_columns_wins() -> None:
    assert match_preset(["amount", "DATE", "Card No."], (ONE, TWO)) is TWO
    assert match_preset(["Date", "Amount", "Memo"], (ONE, TWO, THREE)) is ONE
    assert match_preset(["Date"], (ONE, TWO, THREE)) is THREE
    assert match_preset([], (ONE, TWO)) is None


def test_presets_are_small_and_their_names_their_own() -> None:
    files = [path for path in Path(package.__file__).parent.glob("*.py") if path.stem != "__init__"]
    assert sorted(path.stem for path in files) == sorted(preset.name for preset in PRESETS)
    assert all(len(path.read_text("utf-8").splitlines()) <= 40 for path in files)


def test_each_preset_matches_its_own_header() -> None:
    for preset in PRESETS:
        assert match_preset(preset.columns, PRESETS) is preset
