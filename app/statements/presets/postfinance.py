"""The layout of PostFinance's export."""

from app.domain.account import AccountKind
from app.statements.table_preset import Preset

PRESET = Preset(
    name="postfinance",
    institution="PostFinance",
    columns=(
        "Datum",
        "Avisierungstext",
        "Gutschrift in CHF",
        "Lastschrift in CHF",
        "Valuta",
    ),
    kind=AccountKind.CHECKING,
)
