"""The layout of Chase's card export."""

from app.domain.account import AccountKind
from app.statements.table_preset import Preset

PRESET = Preset(
    name="chase_card",
    institution="Chase",
    columns=(
        "Transaction Date",
        "Post Date",
        "Description",
        "Category",
        "Type",
        "Amount",
    ),
    kind=AccountKind.CARD,
)
