"""The layout of bunq's export."""

from app.domain.account import AccountKind
from app.statements.table_preset import Preset

PRESET = Preset(
    name="bunq",
    institution="bunq",
    columns=(
        "Datum",
        "Bedrag",
        "Rekening",
        "Tegenrekening",
        "Naam",
        "Omschrijving",
    ),
    kind=AccountKind.CHECKING,
)
