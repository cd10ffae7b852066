"""The layout of Monzo's export."""

from app.domain.account import AccountKind
from app.statements.table_preset import Preset

PRESET = Preset(
    name="monzo",
    institution="Monzo",
    columns=(
        "Transaction ID",
        "Emoji",
        "Local amount",
        "Local currency",
        "Notes and #tags",
    ),
    kind=AccountKind.CHECKING,
)
