"""The layout of PayPal's export."""

from app.statements.table_preset import Preset

PRESET = Preset(
    name="paypal",
    institution="PayPal",
    columns=(
        "Date",
        "Time",
        "Currency",
        "Gross",
        "Fee",
        "Net",
        "Transaction ID",
    ),
)
