"""The layout of Rabobank's export."""

from app.domain.account import AccountKind
from app.statements.table_preset import Preset

PRESET = Preset(
    name="rabobank",
    institution="Rabobank",
    columns=(
        "IBAN/BBAN",
        "Munt",
        "Volgnr",
        "Rentedatum",
        "Saldo na trn",
    ),
    kind=AccountKind.CHECKING,
)
