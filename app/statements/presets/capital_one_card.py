"""The layout of Capital One's card export."""

from app.domain.account import AccountKind
from app.statements.table_preset import Preset

PRESET = Preset(
    name="capital_one_card",
    institution="Capital One",
    columns=(
        "Transaction Date",
        "Posted Date",
        "Card No.",
        "Description",
        "Debit",
        "Credit",
    ),
    kind=AccountKind.CARD,
)
