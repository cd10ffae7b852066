"""The layout of N26's export."""

from app.domain.account import AccountKind
from app.statements.table_preset import Preset

PRESET = Preset(
    name="n26",
    institution="N26",
    columns=(
        "Date",
        "Payee",
        "Account number",
        "Transaction type",
        "Payment reference",
        "Amount (EUR)",
    ),
    kind=AccountKind.CHECKING,
)
