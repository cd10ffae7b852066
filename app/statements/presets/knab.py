"""The layout of Knab's export."""

from app.domain.account import AccountKind
from app.statements.table_preset import Preset

PRESET = Preset(
    name="knab",
    institution="Knab",
    columns=(
        "Rekeningnummer",
        "Transactiedatum",
        "CreditDebet",
        "Tegenrekeninghouder",
    ),
    kind=AccountKind.CHECKING,
)
