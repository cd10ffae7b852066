"""The layout of Revolut's export."""

from app.statements.table_preset import Preset

PRESET = Preset(
    name="revolut",
    institution="Revolut",
    columns=(
        "Type",
        "Product",
        "Started Date",
        "Completed Date",
        "Fee",
        "State",
        "Balance",
    ),
)
