"""The layout of Discover's card export."""

from app.domain.account import AccountKind
from app.statements.table_preset import Preset

PRESET = Preset(
    name="discover_card",
    institution="Discover",
    columns=(
        "Trans. Date",
        "Post Date",
        "Description",
        "Amount",
        "Category",
    ),
    kind=AccountKind.CARD,
)
