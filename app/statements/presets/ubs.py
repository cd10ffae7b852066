"""The layout of UBS's export."""

from app.domain.account import AccountKind
from app.statements.table_preset import Preset

PRESET = Preset(
    name="ubs",
    institution="UBS",
    columns=(
        "Abschlussdatum",
        "Buchungsdatum",
        "Valutadatum",
        "Transaktions-Nr.",
        "Beschreibung1",
    ),
    kind=AccountKind.CHECKING,
)
