"""Tables that are no statement though they hold days and numbers: told by what is missing and by their columns' words."""

# ruff: noqa: E501 - tables of words are read by the line

import re
from collections.abc import Sequence

from app.statements.column_roles import Columns
from app.statements.table import Line
from app.statements.table_arithmetic import chain_fit
from app.statements.table_layout import Layout
from app.statements.table_money import amounts_of
from app.statements.table_money_plan import MoneyPlan, values_of
from app.statements.table_words import Role, folded

_MONEY_ROLES = frozenset({Role.AMOUNT, Role.DEBIT, Role.CREDIT, Role.NET, Role.GROSS})
_ONE_DECIMAL = re.compile(r"\D*\d+[.,]\d\D*")

_KINDS: tuple[tuple[str, int, tuple[str, ...]], ...] = (
    (
        "a price history",
        3,
        (
            r"^open|eroffnung|apertura|ouverture",
            r"^high|^hoch|maximo|plus haut",
            r"^low|^tief|minimo|plus bas",
            r"close|schluss|cierre|cloture|dernier",
            r"volum",
        ),
    ),
    (
        "a list of holdings",
        2,
        (
            r"market value|current value|kurswert|valor de mercado|valorisation|marktwaarde|controvalore",
            r"quantity|shares|units|stuck|nominal|cantidad|quantite|aantal|quantita",
            r"price|kurs\b|precio|cours\b|koers|prezzo|cost basis|unrealized|einstand|gain|isin|symbol|ticker|wkn",
        ),
    ),
    (
        "a budget",
        2,
        (
            r"budget|planned|geplant|presupuest|prevu|begroot|preventiv",
            r"remaining|verbleibend|restant|ubrig|resterend|rimanent|left over",
            r"^month$|^monat$|^mes$|^mois$|^maand$|^mese$",
        ),
    ),
    (
        "a repayment plan",
        2,
        (
            r"principal|tilgung|amortiza|capital|aflossing|quota capitale",
            r"(?<!accrued )inter(es|et)|zins|rente\b",
            r"due dat|fallig|vencim|echeance|vervaldat|scaden|installment|instalment|^rate\b|remaining|restschuld",
        ),
    ),
    (
        "a list of invoices",
        3,
        (
            r"invoice|rechnung|factura|facture|factuur|fattura",
            r"due dat|fallig|vencim|echeance|vervaldat|scaden",
            r"customer|client|kunde|klant",
            r"\bvat\b|mwst|ust\b|\biva\b|\btva\b|\bbtw\b|^tax",
            r"^paid$|bezahlt|pagad|payee?$|betaald",
        ),
    ),
    (
        "a list of orders",
        3,
        (
            r"^order (date|id|no|number)|^bestell(datum|nummer)|numero de (pedido|commande)|^bestelnummer",
            r"quantity|^qty|menge|cantidad|quantite|aantal|quantita",
            r"^item|^product|^title|artikel|articulo|article|prodotto",
        ),
    ),
    (
        "a list of recurring payments",
        2,
        (
            r"frequency|turnus|haufigkeit|frecuencia|frequence|frequentie|interval",
            r"^next|nachste|proxim|prochain|volgende",
            r"^active|aktiv\b|activo|actif|actief|end date",
        ),
    ),
)
"""What a table is, how many of its words must head columns of their own (the first among them), and the words."""
_COMPILED = tuple((kind, least, tuple(re.compile(word) for word in words)) for kind, least, words in _KINDS)


def why_no_statement(layout: Layout, sample: Sequence[Line]) -> str:
    """Why a table with days and numbers is no statement, for a sentence after "Line 1 names columns, but"; else empty.

    Balances that follow from the amounts prove any table. Else the money must be named by a word, or signed, and
    the columns must not be those of another kind of table.
    """
    plan, columns = layout.money, layout.columns
    if layout.sign.ways is not None or _chains(plan, sample):
        return ""
    kind = _other_kind(columns.names)
    if kind:
        return f"they are those of {kind}"
    if any(columns.roles[index] in {Role.BALANCE, Role.BALANCE_BEFORE} for index in plan.sources):
        return "they hold balances and no amounts"
    if all(columns.roles[index] in _MONEY_ROLES for index in plan.sources):
        return ""
    billed = layout.card and layout.section.header is None
    if not (billed or _is_signed(plan, columns)) or _one_decimal(plan, sample):
        return "no column is known to hold money"
    return ""


def _chains(plan: MoneyPlan, sample: Sequence[Line]) -> bool:
    if plan.balance is None:
        return False
    fit = chain_fit(amounts_of(plan, sample), values_of(sample, plan.balance))
    return fit.links > 0 and fit.percent >= 60


def _other_kind(names: Sequence[str]) -> str:
    words = [folded(name) for name in names if name]
    for kind, least, patterns in _COMPILED:
        found = [any(pattern.search(word) for word in words) for pattern in patterns]
        if found[0] and sum(found) >= least:
            return kind
    return ""


def _is_signed(plan: MoneyPlan, columns: Columns) -> bool:
    """Minus signs, plus signs or words of direction, or a debit and a credit in columns of their own."""
    if plan.amount is None or plan.flag is not None:
        return True
    profile = columns.profiles[plan.amount]
    return profile.negative > 0 or any(
        cell[:1] == "+" or cell[-2:].upper() in {"CR", "DR"} for cell in profile.distinct or ()
    )


def _one_decimal(plan: MoneyPlan, sample: Sequence[Line]) -> bool:
    """Measures are printed with one decimal throughout, money is not."""
    cells = [line.cells[index] for line in sample for index in plan.sources if index < len(line.cells)]
    filled = [cell for cell in cells if cell]
    return bool(filled) and all(_ONE_DECIMAL.fullmatch(cell) for cell in filled)
