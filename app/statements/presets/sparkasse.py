"""The layout of Sparkasse's export."""

from app.domain.account import AccountKind
from app.statements.table_preset import Preset

PRESET = Preset(
    name="sparkasse",
    institution="Sparkasse",
    columns=(
        "Auftragskonto",
        "Buchungstag",
        "Valutadatum",
        "Verwendungszweck",
        "Betrag",
    ),
    kind=AccountKind.CHECKING,
)
