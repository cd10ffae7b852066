"""The layout of Wise's export."""

from app.domain.account import AccountKind
from app.statements.table_preset import Preset

PRESET = Preset(
    name="wise",
    institution="Wise",
    columns=(
        "Date",
        "Amount",
        "Currency",
        "Payment Reference",
        "Running Balance",
        "Exchange From",
        "Exchange To",
    ),
    kind=AccountKind.CHECKING,
)
