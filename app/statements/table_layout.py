"""The layout of one table: its columns and all that was proved of them, ready to read rows by."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from operator import gt, lt

from app.domain.account import AccountKind
from app.domain.currency import currency, todays_code
from app.domain.statement_kinds import SignConvention
from app.statements.column_profiles import profiles_of, sample_of
from app.statements.column_roles import Columns, aligned, assign_roles
from app.statements.column_rows import mended_by_rows
from app.statements.date_fields import date_parts
from app.statements.fields import AmountConvention
from app.statements.locale_proof import AmountProof, prove_amounts
from app.statements.presets import PRESETS
from app.statements.table import Line, usual_width
from app.statements.table_account_money import of_the_account, passed_currency
from app.statements.table_cards import is_bill_of, is_card
from app.statements.table_directions import directions_by_balance
from app.statements.table_facts import Facts, facts_of, iban_currency, money_text
from app.statements.table_money import plan_money
from app.statements.table_money_plan import MoneyPlan, values_of
from app.statements.table_preset import Preset, match_preset
from app.statements.table_purchases import billed_currency, purchase_currency
from app.statements.table_sections import Section
from app.statements.table_sign import SignRule, choose_sign
from app.statements.table_words import RATE, Role, currency_in, folded

_DATE_ROLES = (Role.BOOKED, Role.MADE, Role.VALUE)
_MONTHS = 12
_UNREAD_MONEY = (None, Role.AMOUNT, Role.ORIGINAL_AMOUNT)


@dataclass(frozen=True, slots=True)
class Layout:
    """How to read the rows of one section."""

    section: Section
    columns: Columns
    money: MoneyPlan
    amounts: AmountProof
    balances: AmountConvention | None
    sign: SignRule
    facts: Facts
    currency: str
    """The currency of rows whose own cell names none; empty where the file is silent."""
    currency_column: int | None
    card: bool
    preset: Preset | None

    def dates(self) -> tuple[int, ...]:
        """The date columns: booked, made, value, as far as there are any."""
        return tuple(index for role in _DATE_ROLES for index in self.columns.all(role)[:1])


def columns_of(section: Section) -> Columns:
    """Profile a section's rows and give its columns their roles."""
    several = [line for line in section.body if sum(map(bool, line.cells)) > 1]
    dated = [line for line in sample_of(several) if any(date_parts(cell) is not None for cell in line.cells if cell)]
    sample = dated or sample_of(several)
    header = section.header.cells if section.header is not None else []
    width = max([len(header), *(len(line.cells) for line in sample)], default=0)
    profiles = profiles_of(sample, width)
    header = aligned(header, profiles, width=usual_width(sample)) if sample else header
    return mended_by_rows(assign_roles(header, profiles), sample)


def lay_out(section: Section, columns: Columns, *, file_name: str, digits: int) -> Layout | None:
    """Prove a section's money columns and signs; None where no column holds amounts."""
    dates = columns.all(*_DATE_ROLES)
    rows = [line for line in section.body if _is_dated(line, dates)]
    sample = sample_of(rows)
    descending = _descending(sample, dates)
    plan = plan_money(columns, sample, descending=descending)
    if plan is None:
        return None
    mended = of_the_account(columns, plan, rows=sample)
    if mended != columns:
        columns, plan = mended, plan_money(mended, sample, descending=descending) or plan
    facts = facts_of([*section.preamble, *section.body[-3:]] if not rows else section.preamble)
    columns = _without_foreign_account(columns, facts)
    sources = plan.sources
    amounts = prove_amounts(_cells(rows, sources), digits, beside=_cells(rows, (plan.balance,)))
    preset = match_preset(columns.names, PRESETS)
    card = facts.card or is_card(columns, file_name) or (preset is not None and preset.kind is AccountKind.CARD)
    card = card or is_bill_of(facts, plan, amounts=amounts)
    money_names = [columns.names[index] for index in (*plan.sources, plan.balance) if index is not None]
    return Layout(
        section=section,
        columns=columns,
        money=plan,
        amounts=amounts,
        balances=_balance_convention(plan, sample, amounts=amounts, digits=digits),
        sign=_sign(plan, columns, rows=rows, facts=facts)
        or choose_sign(plan, columns, sample=sample, marks=amounts.marks, card=card),
        facts=facts,
        currency=_currency(facts, columns, names=money_names, sample=sample, plan=plan)
        or section.country_currency
        or billed_currency(passed_currency(columns), sample),
        currency_column=_currency_column(columns, plan),
        card=card,
        preset=preset,
    )


def _cells(rows: Sequence[Line], columns: Sequence[int | None]) -> Iterator[str]:
    return (line.cells[i] for line in rows for i in columns if i is not None and i < len(line.cells))


def _without_foreign_account(columns: Columns, facts: Facts) -> Columns:
    """Where the lines above name the account, a column of several numbers without it is the other party's."""
    index = columns.first(Role.ACCOUNT)
    own = [text.replace(" ", "") for text in (facts.iban, facts.number) if text]
    cells = (columns.profiles[index].distinct or ()) if index is not None else ()
    numbers = {cell.replace(" ", "") for cell in cells}
    if index is None or not own or len(numbers) < 2 or any(o in n or n in o for o in own for n in numbers):
        return columns
    roles = tuple(Role.OTHER_ACCOUNT if at == index else role for at, role in enumerate(columns.roles))
    return replace(columns, roles=roles)


def _sign(plan: MoneyPlan, columns: Columns, *, rows: Sequence[Line], facts: Facts) -> SignRule | None:
    """Signs told by the running balance alone; None where the amounts or words tell them."""
    order = _descending(sample_of(rows), columns.all(*_DATE_ROLES))
    opening = next(iter(values_of([Line(0, [money_text(facts.opening)])], 0)))
    ways = directions_by_balance(plan, columns, rows=rows, descending=order, opening=opening)
    if ways is None:
        return None
    reason = "amounts have no sign, the running balance tells which way each went"
    return SignRule(SignConvention.BY_BALANCE, ways=ways, reason=reason)


def fingerprint(header: Sequence[str], columns: Columns) -> str:
    """A stable name for a layout: its folded header, or the roles of its columns where it has none."""
    words = [folded(cell) for cell in header] if header else [str(role) for role in columns.roles]
    return hashlib.sha256("|".join(words).encode()).hexdigest()[:16]


def _is_dated(line: Line, columns: Sequence[int]) -> bool:
    for index in columns:  # noqa: SIM110 - twice as quick as any() over a million lines
        if _is_date(line, index):
            return True
    return False


def _is_date(line: Line, index: int) -> bool:
    return index < len(line.cells) and bool(line.cells[index]) and date_parts(line.cells[index]) is not None


def _descending(sample: Sequence[Line], dates: Sequence[int]) -> bool | None:
    """Whether the newest row comes first, as far as the years and months written year first, or the text, can tell."""
    for index in dates:
        days = [found.parts for line in sample if _is_date(line, index) and (found := date_parts(line.cells[index]))]
        places = _places(days)
        keys = [tuple(int(parts[place]) for place in places) for parts in days]
        if len(set(keys)) > 1:
            falls, rises = sum(map(gt, keys, keys[1:])), sum(map(lt, keys, keys[1:]))
            return falls > rises if falls != rises else keys[0] > keys[-1]  # accounts below each other start anew
    return None


def _places(days: Sequence[tuple[str, str, str]]) -> tuple[int, ...]:
    """Where year, month and day stand in printed days; the year alone where nothing tells month and day apart."""
    if all(len(parts[0]) == 4 for parts in days):
        return (0, 1, 2)
    day_first, month_first = (any(int(parts[place]) > _MONTHS for parts in days) for place in (0, 1))
    if day_first == month_first:
        return (2,)
    return (2, 1, 0) if day_first else (2, 0, 1)


def _balance_convention(
    plan: MoneyPlan, sample: Sequence[Line], *, amounts: AmountProof, digits: int
) -> AmountConvention | None:
    if plan.balance is None:
        return None
    cells = [line.cells[plan.balance] for line in sample if plan.balance < len(line.cells)]
    proof = prove_amounts(cells, digits)
    return amounts.conventions[0] if amounts.conventions[0] in proof.conventions else proof.conventions[0]


def _currency_column(columns: Columns, plan: MoneyPlan) -> int | None:
    """The currency column nearest to the amount, unless the amount's own header names its currency."""
    if any(currency_in(columns.names[index]) for index in plan.sources):
        return None
    found = [index for index in columns.all(Role.CURRENCY) if columns.profiles[index].filled]
    spent = purchase_currency(columns, plan)
    found = [index for index in found if index != spent and not _is_of_purchase(index, columns, plan=plan)]
    if not found:
        return None
    if any(columns.names):
        return next((index for index in found if index - 1 in plan.sources), found[0])
    return min(found, key=lambda index: abs(index + 1 - plan.sources[0]))


def _is_of_purchase(index: int, columns: Columns, *, plan: MoneyPlan) -> bool:
    """Currencies on a few rows, or rates beside, as many as figures in a column that is not read: purchases abroad."""
    filled = columns.profiles[index].filled
    seldom = filled * 10 < max(profile.filled for profile in columns.profiles) * 9
    near = {index - 1, index + 1} & {*plan.sources}
    if not seldom and (near or not _has_rates(columns, filled)):
        return False
    beside = [at for at in (index - 1, index + 1) if 0 <= at < len(columns.profiles) and at not in plan.sources]
    beside = [at for at in beside if columns.roles[at] in _UNREAD_MONEY]
    return any(columns.profiles[at].filled == columns.profiles[at].amounts == filled for at in beside)


def _has_rates(columns: Columns, rows: int) -> bool:
    """Whether a column of exchange rates is filled on so many rows."""
    rates = [index for index in columns.all(Role.OTHER_NUMBER) if RATE.search(folded(columns.names[index]))]
    return any(columns.profiles[index].filled >= rows for index in rates)


def _currency(facts: Facts, columns: Columns, *, names: Sequence[str], sample: Sequence[Line], plan: MoneyPlan) -> str:
    """From the header, the preamble, a sign beside the amounts, the country of the IBAN; in that order."""
    for name in names:
        if currency_in(name):
            return currency_in(name)
    if facts.currency:
        return facts.currency
    cells = [line.cells[index] for line in sample[:50] for index in plan.sources if index < len(line.cells)]
    beside = _beside_most(cells) or _krona(columns.names, cells)
    if beside:
        return beside
    account = columns.first(Role.ACCOUNT)
    ibans = sorted(columns.profiles[account].distinct or ()) if account is not None else []
    countries = {iban_currency(text) for text in (*ibans, facts.iban) if text}
    return next(iter(countries)) if len(countries) == 1 else billed_currency(purchase_currency(columns, plan), sample)


def _beside_most(cells: Sequence[str]) -> str:
    """The currency beside at least half of the figures: what stands beside one alone is that row's."""
    found = [code for cell in cells if (code := currency_in(cell))]
    return found[0] if found and len(found) * 2 >= sum(1 for cell in cells if cell) else ""


def _krona(names: Sequence[str], cells: Sequence[str]) -> str:
    """Three countries write `kr`: which one the language of the columns tells."""
    if not any(cell.casefold().rstrip(".").endswith("kr") for cell in cells):
        return ""
    text = " ".join(folded(name) for name in names)
    return next((code for word, code in (("belopp", "SEK"), ("belob", "DKK"), ("belop", "NOK")) if word in text), "")


def digits_hint(columns: Columns, default: str) -> int:
    """Decimals to prove with: two, unless every currency named has none or three."""
    index = columns.first(Role.CURRENCY)
    codes = (
        {today for code in (columns.profiles[index].distinct or ()) if (today := todays_code(code))}
        if index is not None
        else set()
    )
    digits = {currency(code).digits for code in codes} or {currency(default).digits}
    return digits.pop() if len(digits) == 1 else 2


def writes_day_first(layout: Layout) -> bool:
    """Whether a file's language, decimal comma, IBAN or currency is of lands that write the day first."""
    comma = layout.amounts.has_decimals and [one.decimal for one in layout.amounts.conventions] == [","]
    abroad = bool(layout.facts.iban) or layout.currency not in {"", *_MONTH_FIRST}
    return comma or abroad or is_day_first_language(layout.columns.names)


def is_day_first_language(names: Sequence[str]) -> bool:
    """Whether the column words are of a language other than English: none of those writes the month first."""
    text = " ".join(folded(name) for name in names)
    return any(word in text for word in _OTHER_LANGUAGES) or _OTHER_LETTERS.search(text) is not None


_OTHER_LETTERS = re.compile(r"[\u0370-\u052f\u0590-\u06ff\u0e01-\u0e5b]{2}")
"""Words in Greek, Cyrillic, Hebrew, Arabic or Thai; one letter alone, `Δ`, is a sign in any language."""
_MONTH_FIRST = frozenset({"USD", "CAD", "PHP"})
"""The currencies of lands in which banks write 03/04 for the fourth of March."""
_OTHER_LANGUAGES = (
    "datum", "betrag", "fecha", "importe", "divisa", "saldo", "libelle", "montant", "importo", "bedrag", "kwota",
    "castka",     "osszeg", "дата", "сума", "belop",
    "belob", "dato ", "valor", "descricao", "tutar", "paiva", "buchung", "neto",
    "solde", "omschrijving", "kontostand", "data ", "historico", "rekening",
)  # fmt: skip
