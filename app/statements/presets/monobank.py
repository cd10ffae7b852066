"""The layout of monobank's export."""

from app.domain.account import AccountKind
from app.statements.table_preset import Preset

PRESET = Preset(
    name="monobank",
    institution="monobank",
    columns=(
        "Деталі операції",
        "MCC",
        "Сума в валюті картки (UAH)",
        "Залишок після операції",
    ),
    kind=AccountKind.CHECKING,
)
