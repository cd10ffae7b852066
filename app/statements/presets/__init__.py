"""The presets there are, each a bank's layout as data: a new one is a file and a line here."""

from app.statements.presets.amex_card import PRESET as AMEX_CARD
from app.statements.presets.bunq import PRESET as BUNQ
from app.statements.presets.capital_one_card import PRESET as CAPITAL_ONE_CARD
from app.statements.presets.chase_card import PRESET as CHASE_CARD
from app.statements.presets.chase_checking import PRESET as CHASE_CHECKING
from app.statements.presets.discover_card import PRESET as DISCOVER_CARD
from app.statements.presets.ing_nl import PRESET as ING_NL
from app.statements.presets.knab import PRESET as KNAB
from app.statements.presets.monobank import PRESET as MONOBANK
from app.statements.presets.monzo import PRESET as MONZO
from app.statements.presets.n26 import PRESET as N26
from app.statements.presets.paypal import PRESET as PAYPAL
from app.statements.presets.postfinance import PRESET as POSTFINANCE
from app.statements.presets.rabobank import PRESET as RABOBANK
from app.statements.presets.revolut import PRESET as REVOLUT
from app.statements.presets.sparkasse import PRESET as SPARKASSE
from app.statements.presets.starling import PRESET as STARLING
from app.statements.presets.ubs import PRESET as UBS
from app.statements.presets.wise import PRESET as WISE
from app.statements.table_preset import Preset

PRESETS: tuple[Preset, ...] = (
    AMEX_CARD,
    BUNQ,
    CAPITAL_ONE_CARD,
    CHASE_CARD,
    CHASE_CHECKING,
    DISCOVER_CARD,
    ING_NL,
    KNAB,
    MONOBANK,
    MONZO,
    N26,
    PAYPAL,
    POSTFINANCE,
    RABOBANK,
    REVOLUT,
    SPARKASSE,
    STARLING,
    UBS,
    WISE,
)
