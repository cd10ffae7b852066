"""What neither words nor arithmetic settle of a table's columns is said: a guess among columns is never silent."""

from collections.abc import Iterator, Sequence

from app.domain.currency import currency
from app.domain.statement_kinds import SignConvention
from app.statements.date_fields import date_parts
from app.statements.fields import Mark
from app.statements.locale_proof import looks_like_amount
from app.statements.table import Line
from app.statements.table_account_money import passed_currency
from app.statements.table_findings import Findings
from app.statements.table_flags import is_pending
from app.statements.table_gainsaid import tell_gainsaid
from app.statements.table_layout import Layout
from app.statements.table_purchases import purchase_currency
from app.statements.table_words import Role, currency_in, roles_of

_FIGURES = frozenset("123456789")
_MOST_WORDS, _LONGEST_WORD = 5, 20
_FEWEST_AMOUNTS = 4
_WITHOUT_DECIMALS = frozenset(
    {"IDR", "COP", "HUF", "RSD", "ARS", "CRC", "MMK", "LBP", "IRR", "TZS", "NGN", "KHR", "LAK"}
)
"""Currencies of two decimals which statements seldom print."""
_LOOKED_AT = 400
_PAIR = 2
"""Rows of which one has a word and the other none: neither is the rule."""


def tell_guesses(layout: Layout, findings: Findings) -> None:
    """Say which columns were taken where others could be meant as well, and what rows that changes."""
    _tell_money(layout, findings)
    _tell_currency(layout, findings)
    _tell_days(layout, findings)
    _tell_era(layout, findings)
    _tell_grouping(layout, findings)
    _tell_states(layout, findings)
    _tell_rows_above(layout, findings)
    _tell_unbalanced(layout, findings)
    tell_gainsaid(layout, findings)


def _tell_money(layout: Layout, findings: Findings) -> None:
    """What neither words nor balances settle of the money columns: which one counts, and whether fees are in it."""
    plan, columns = layout.money, layout.columns
    if plan.unsure:
        name = columns.name(max(plan.sources, key=lambda at: len(columns.profiles[at].distinct or ())))
        message = f"Several columns hold amounts and no word says which counts; “{name}” was taken. Check the rows."
        findings.warn("amount_guessed", message, column=name)
    blank = _first_without_word(layout)
    if blank is not None:
        name, way = columns.name(plan.flag or 0), "in" if layout.sign.unmarked > 0 else "out"
        message = f"Rows without a word in “{name}” are read as money {way}."
        findings.once("direction_of_blank", message, line=blank or None)
    if _has_no_direction(layout):
        name = columns.name(plan.sources[0])
        message = f"Nothing tells the direction of amounts without a sign in “{name}”: they are read as money in."
        findings.warn("directions_unknown", message, column=name)
    fee = columns.first(Role.FEE)
    proved = plan.balance is not None and not plan.fee_open
    settled = plan.fee is not None or proved or Role.NET in {columns.roles[at] for at in plan.sources}
    if fee is not None and fee not in plan.sources and not settled:
        rows = (line for line in layout.section.body if fee < len(line.cells))
        charged = next((line for line in rows if not _FIGURES.isdisjoint(line.cells[fee])), None)
        if charged is not None:
            message = (
                f"Fees stand in “{columns.name(fee)}”; nothing says whether the amounts hold them. Check the rows."
            )
            findings.once("fees_apart", message, line=charged.number)


def _first_without_word(layout: Layout) -> int | None:
    """The first of a few rows whose direction is taken from what the others say; None where most or none are such.

    0 for all of them where one row alone says that money went out: statements mark what came in.
    """
    plan, sign = layout.money, layout.sign
    if sign.convention is not SignConvention.FLAG_COLUMN or not sign.unmarked:
        return None
    if plan.flag is None or plan.amount is None:
        return None
    reach = max(plan.flag, plan.amount)
    rows = [line for line in layout.section.body if reach < len(line.cells) and line.cells[plan.amount]]
    blank = [line.number for line in rows if not line.cells[plan.flag]]
    if len(blank) == len(rows) - 1 > 1 and sign.unmarked > 0:
        return 0
    return blank[0] if blank and (len(blank) * 2 < len(rows) or len(rows) == _PAIR) else None


def _has_no_direction(layout: Layout) -> bool:
    """Whether all or, in a column nobody named, most amounts are money in only because nothing says otherwise."""
    plan, sign = layout.money, layout.sign
    if plan.amount is None or plan.balance is not None or sign.convention is not SignConvention.AS_PRINTED:
        return False
    profile = layout.columns.profiles[plan.amount]
    if layout.columns.roles[plan.amount] is Role.NET or not profile.amounts:
        return False
    if layout.amounts.marks == {Mark.NONE}:
        return True
    few_out = profile.negative * 4 <= profile.amounts and profile.amounts >= _FEWEST_AMOUNTS
    return few_out and _is_unnamed(layout, plan.amount)


def _is_unnamed(layout: Layout, index: int) -> bool:
    """Whether no word above the column says what it holds."""
    return not roles_of(layout.columns.names[index])


def _rows(layout: Layout) -> Sequence[Line]:
    return layout.section.body[:_LOOKED_AT]


def _tell_currency(layout: Layout, findings: Findings) -> None:
    """Only the currencies of the purchases are named, not that of the amounts billed for them."""
    column = purchase_currency(layout.columns, layout.money)
    if column is None and not any(currency_in(layout.columns.names[at]) for at in layout.money.sources):
        column = passed_currency(layout.columns)
    if column is None or layout.currency_column is not None or layout.facts.currency:
        return
    name, billed = layout.columns.name(column), layout.columns.name(layout.money.sources[0])
    taken = f"that of most rows, {layout.currency}, was taken" if layout.currency else "see that it is the account's"
    message = f"“{name}” names the currencies of the purchases, nothing that of “{billed}”: {taken}."
    findings.warn("currency_of_purchases", message, column=name)


def _tell_days(layout: Layout, findings: Findings) -> None:
    """Several columns of days without a word above them, which differ: one was taken for the booking day."""
    columns = layout.columns
    dated = [at for at, profile in enumerate(columns.profiles) if profile.mostly(profile.dates)]
    booked = layout.dates()[0]
    if len(dated) < 2 or not all(_is_unnamed(layout, at) for at in dated):
        return
    for line in _rows(layout):
        days = {line.cells[at][:10] for at in dated if at < len(line.cells) and line.cells[at]}
        if len(days) > 1:
            message = f"Several columns hold days and no word says which counts; “{columns.name(booked)}” was taken."
            findings.warn("date_guessed", message, line=line.number, column=columns.name(booked))
            return


def _tell_era(layout: Layout, findings: Findings) -> None:
    """Years of another era are read as those of the common one, or years of two figures as those of this century."""
    off, six = layout.section.years_off, layout.section.six_figures
    if off:
        findings.info("years_of_another_era", f"Years are printed in the Buddhist era; {off} were taken off each.")
    if six:
        findings.info("days_of_six_figures", f"Days of six figures are read with the year first: {six}.")


def _tell_grouping(layout: Layout, findings: Findings) -> None:
    """Amounts of three digits behind a mark throughout: thousands, as was taken, or three decimals."""
    code = layout.currency
    usual = code in _WITHOUT_DECIMALS or (bool(code) and currency(code).digits == 0)
    if layout.amounts.grouped_only and not usual:
        name = layout.columns.name(layout.money.sources[0])
        message = f"All amounts in “{name}” have three digits behind their mark; they are read as thousands."
        findings.warn("grouping_guessed", message, column=name)


def _tell_states(layout: Layout, findings: Findings) -> None:
    """A few words again and again in a column nobody named, of which one says that a row is not booked yet."""
    for at, role in enumerate(layout.columns.roles):
        words = layout.columns.profiles[at].distinct or set()
        few = 1 < len(words) <= _MOST_WORDS and all(len(word) <= _LONGEST_WORD for word in words)
        open_ones = {word for word in words if is_pending(word)} if few else set()
        if role is Role.STATUS or not open_ones or not _is_unnamed(layout, at):
            continue
        line = next((line for line in _rows(layout) if at < len(line.cells) and line.cells[at] in open_ones), None)
        if line is not None:
            name = layout.columns.name(at)
            message = f"“{line.cells[at]}” in column “{name}” may say that a row is not booked yet; it was read."
            findings.warn("state_guessed", message, line=line.number, column=name)


def _tell_rows_above(layout: Layout, findings: Findings) -> None:
    """Lines above the header that look like its rows: they are left out."""
    header = layout.section.header
    if header is None:
        return
    for line in _like_rows(layout, width=len(header.cells)):
        findings.warn("row_above_header", "A line above the column names looks like a row; it is left out.", line=line)


def _like_rows(layout: Layout, *, width: int) -> Iterator[int]:
    booked, sources = layout.dates()[0], layout.money.sources
    reach = max(booked, *sources)
    for line in layout.section.preamble:
        if len(line.cells) != width or reach >= width or date_parts(line.cells[booked]) is None:
            continue
        if any(looks_like_amount(line.cells[at]) for at in sources):
            yield line.number


def _tell_unbalanced(layout: Layout, findings: Findings) -> None:
    """A row without a balance in a column where nearly all others state one: it may not be booked yet."""
    balance, booked = layout.money.balance, layout.dates()[0]
    if balance is None or layout.columns.first(Role.STATUS) is not None:
        return
    reach = max(balance, booked, *layout.money.sources)
    rows = [line for line in _rows(layout) if reach < len(line.cells) and date_parts(line.cells[booked]) is not None]
    bare = [line for line in rows if not line.cells[balance] and any(line.cells[at] for at in layout.money.sources)]
    if bare and len(bare) * 4 <= len(rows):
        message = f"A row states no balance in “{layout.columns.name(balance)}” though others do; it was read."
        findings.once("no_balance", message, line=bare[0].number)
