"""What a preset is: a known bank's layout as data. It adds a name and the account's kind; reading does without."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.account import AccountKind
from app.statements.table_words import folded


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """A layout known by its header."""

    name: str
    """A stable snake_case name, shown as `preset` by the terminal face."""
    institution: str
    columns: tuple[str, ...]
    """Column names that must all stand in the header; their order does not count."""
    kind: AccountKind | None = None
    without: tuple[str, ...] = ()
    """Column names of a sibling layout that must not stand in the header."""


def match_preset(header: Sequence[str], presets: Sequence[Preset]) -> Preset | None:
    """The preset with the most columns that all stand in the header; None where none fits."""
    names = {folded(cell) for cell in header}
    fitting = [preset for preset in presets if _fits(preset, names)]
    return max(fitting, key=lambda preset: len(preset.columns), default=None)


def _fits(preset: Preset, names: set[str]) -> bool:
    wanted = {folded(column) for column in preset.columns}
    return wanted <= names and names.isdisjoint(folded(column) for column in preset.without)
