"""The layout of Chase's export."""

from app.domain.account import AccountKind
from app.statements.table_preset import Preset

PRESET = Preset(
    name="chase_checking",
    institution="Chase",
    columns=(
        "Details",
        "Posting Date",
        "Description",
        "Amount",
        "Type",
        "Balance",
        "Check or Slip #",
    ),
    kind=AccountKind.CHECKING,
)
