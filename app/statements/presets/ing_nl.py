"""The layout of ING's export."""

from app.domain.account import AccountKind
from app.statements.table_preset import Preset

PRESET = Preset(
    name="ing_nl",
    institution="ING",
    columns=(
        "Datum",
        "Naam / Omschrijving",
        "Rekening",
        "Tegenrekening",
        "Af Bij",
        "Mutatiesoort",
    ),
    kind=AccountKind.CHECKING,
)
