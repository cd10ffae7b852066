"""The layout of Starling Bank's export."""

from app.domain.account import AccountKind
from app.statements.table_preset import Preset

PRESET = Preset(
    name="starling",
    institution="Starling Bank",
    columns=(
        "Date",
        "Counter Party",
        "Reference",
        "Type",
        "Amount (GBP)",
        "Balance (GBP)",
    ),
    kind=AccountKind.CHECKING,
)
