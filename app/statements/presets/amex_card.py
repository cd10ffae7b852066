"""The layout of American Express's card export."""

from app.domain.account import AccountKind
from app.statements.table_preset import Preset

PRESET = Preset(
    name="amex_card",
    institution="American Express",
    columns=(
        "Date",
        "Description",
        "Card Member",
        "Account #",
        "Amount",
    ),
    kind=AccountKind.CARD,
)
