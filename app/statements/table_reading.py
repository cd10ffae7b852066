"""A table of cells read as statements: sections, columns, locale and signs proved, rows read, balances held against."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.domain.errors import StatementRefusedError
from app.domain.statement import Decision, Finding, Statement
from app.domain.statement_kinds import DateOrder
from app.statements.column_profiles import sample_of
from app.statements.column_roles import Columns
from app.statements.date_fields import DateConvention, date_parts, day_of
from app.statements.fields import AmountConvention
from app.statements.locale_proof import DateProof, prove_dates
from app.statements.reader import ReadOptions
from app.statements.table import Line
from app.statements.table_compact_days import with_marks
from app.statements.table_currency_doubt import settle_currency
from app.statements.table_day_clues import counts_in_lakhs, days_above
from app.statements.table_doubt import settle_directions
from app.statements.table_eras import in_common_era
from app.statements.table_facts import facts_of
from app.statements.table_findings import Findings
from app.statements.table_guesses import tell_guesses
from app.statements.table_kinds import why_no_statement
from app.statements.table_layout import Layout, columns_of, digits_hint, fingerprint, lay_out, writes_day_first
from app.statements.table_money_by_currency import in_one_amount, in_one_currency
from app.statements.table_pages import in_one_table
from app.statements.table_rationals import in_decimals
from app.statements.table_rows import RowContext, RowReader, RowsRead
from app.statements.table_sections import Section, find_sections
from app.statements.table_sided_accounts import in_directions
from app.statements.table_sign import SignRule
from app.statements.table_statements import statements_of
from app.statements.table_summary import without_summary
from app.statements.table_words import Role
from app.statements.table_years import with_years

_DATE_ROLES = (Role.BOOKED, Role.MADE, Role.VALUE)


@dataclass(frozen=True, slots=True)
class TableRead:
    """All that reading a table gave."""

    statements: tuple[Statement, ...]
    findings: tuple[Finding, ...]
    decisions: tuple[Decision, ...]
    decimal: str
    date_order: str
    sign: str
    layout: str
    preset: str | None


def read_table(lines: Sequence[Line], file_name: str, *, options: ReadOptions) -> TableRead:
    """Read every section of a table; raises StatementRefusedError where nothing of it can be imported."""
    layouts = _layouts(lines, file_name, options=options)
    findings = Findings()
    layout_name = fingerprint(layouts[0].section.header.cells if layouts[0].section.header else (), layouts[0].columns)
    layouts, directions = settle_directions(layouts, options, layout_name=layout_name)
    layouts, currencies = settle_currency(layouts, options, layout_name=layout_name)
    proof = _prove_dates(layouts, options)
    order, decisions = _order(proof, layouts, options=options, layout_name=layout_name)
    year_first = [_year_first(proof, layouts, layout=number) for number in range(len(layouts))]
    if proof.reason:
        findings.info("date_order_chosen", f"Dates are read {_ORDER_WORDS[order]}: {proof.reason}.")
    for layout in layouts:
        tell_guesses(layout, findings)
    convention, more = _decimal(layouts, options, layout_name=layout_name)
    dates = DateConvention(order, (options.today + timedelta(days=370)).year)
    amounts = convention or layouts[0].amounts.conventions[0]
    context = RowContext(dates=dates, amounts=amounts, default_currency=options.default_currency, findings=findings)
    reads = [
        _read(layout, replace(context, year_first=columns)) for layout, columns in zip(layouts, year_first, strict=True)
    ]
    _refuse_unreadable(reads, findings)
    _refuse_future(reads, options.today)
    statements = tuple(
        s
        for layout, read in zip(layouts, reads, strict=True)
        for s in statements_of(layout, read, options=options, findings=findings)
    )
    first = layouts[0]
    _tell_sign(first.sign, findings)
    return TableRead(
        statements=statements,
        findings=findings.all(),
        decisions=(*decisions, *more, *directions, *currencies),
        decimal=amounts.decimal,
        date_order=str(order),
        sign=str(first.sign.convention),
        layout=layout_name,
        preset=first.preset.name if first.preset is not None else None,
    )


_ORDER_WORDS = {
    DateOrder.DAY_FIRST: "day first",
    DateOrder.MONTH_FIRST: "month first",
    DateOrder.YEAR_FIRST: "year first",
}


def _tell_sign(rule: SignRule, findings: Findings) -> None:
    """Why amounts are read with another sign than the one printed, where they are."""
    if rule.reason and rule.ways is not None:
        findings.info("sign_by_balance", f"Directions are proved: {rule.reason}.")
    elif rule.reason:
        findings.info("sign_turned", f"Amounts are turned round: {rule.reason}.")


def _layouts(lines: Sequence[Line], file_name: str, *, options: ReadOptions) -> list[Layout]:
    """The layouts of all sections that have rows; says what is missing where there is none."""
    found: list[Layout] = []
    lacking: list[tuple[Section, str]] = []
    for section, columns in (
        _dated(without_summary(in_one_currency(in_one_amount(in_decimals(in_directions(one))))), options.today)
        for one in in_one_table(find_sections(lines))
    ):
        if not columns.all(*_DATE_ROLES):
            lacking.append((section, "no column holds dates"))
            continue
        layout = lay_out(section, columns, file_name=file_name, digits=digits_hint(columns, options.default_currency))
        if layout is None or not any(columns.profiles[index].dates for index in layout.dates()):
            lacking.append((section, "no line holds a date and an amount"))
        elif why := why_no_statement(layout, sample_of(section.body)):
            lacking.append((section, why))
        else:
            found.append(layout)
    if not found:
        _refuse_rowless(lacking)
    above_empty = (facts_of(section.preamble).currency for section, _ in lacking)
    known = {code for code in (*(layout.currency for layout in found), *above_empty) if code}
    if len(known) == 1:
        code = next(iter(known))
        found = [
            layout if layout.currency or layout.currency_column is not None else replace(layout, currency=code)
            for layout in found
        ]
    return found


def _dated(section: Section, today: date) -> tuple[Section, Columns]:
    """A section with its columns; with the years of the period above it where its days have none."""
    columns = columns_of(section)
    dates = [index for index in columns.all(*_DATE_ROLES) if columns.profiles[index].dates]
    if dates:
        common = in_common_era(section, dates, today=today)
        return (section, columns) if common is None else (common, columns_of(common))
    dated = with_years(section) or with_marks(section, today)
    return (section, columns) if dated is None else (dated, columns_of(dated))


def _refuse_rowless(lacking: Sequence[tuple[Section, str]]) -> None:
    section, why = lacking[0]
    number = section.header.number if section.header is not None else None
    where = f"Line {number} names columns, but {why}" if number is not None else f"This table is no statement: {why}"
    if number is not None and not section.body:
        where = f"Line {number} names columns, but no transactions follow"
    remedy = "Download the transactions of the account, with date and amount, and try again."
    raise StatementRefusedError(f"{where}.", remedy, line=number or 1)


def _date_columns(layouts: Sequence[Layout]) -> list[tuple[int, int]]:
    """All date columns, each as the numbers of its layout and its column."""
    return [(number, index) for number, layout in enumerate(layouts) for index in layout.dates()]


def _year_first(proof: DateProof, layouts: Sequence[Layout], *, layout: int) -> frozenset[int]:
    """The date columns of one layout that are written year first whatever the order of the others."""
    places = _date_columns(layouts)
    return frozenset(index for at, (number, index) in enumerate(places) if number == layout and at in proof.year_first)


def _prove_dates(layouts: Sequence[Layout], options: ReadOptions) -> DateProof:
    columns = [
        [_day_text(line.cells[index]) for line in layouts[number].section.body if index < len(line.cells)]
        for number, index in _date_columns(layouts)
    ]
    day_first = any(writes_day_first(layout) or counts_in_lakhs(layout) for layout in layouts)
    above = [day for layout in layouts for day in days_above(layout)]
    return prove_dates(columns, options.today, day_first_language=day_first, above=above)


def _day_text(cell: str) -> str:
    """Without the time: there are fewer days than moments."""
    return cell[:10] if len(cell) > 10 and cell[10] in " T" and ":" not in cell[:3] else cell


def _order(
    proof: DateProof, layouts: Sequence[Layout], *, options: ReadOptions, layout_name: str
) -> tuple[DateOrder, tuple[Decision, ...]]:
    """The proved order, the one a person chose, or the likeliest with the question that must be asked."""
    if len(proof.orders) < 2:
        return (proof.orders[0] if proof.orders else DateOrder.YEAR_FIRST), ()
    chosen = options.choice("date_order", layout_name)
    if chosen in {str(order) for order in proof.orders}:
        return DateOrder(chosen), ()
    orders = sorted(proof.orders, key=lambda order: order is not DateOrder.MONTH_FIRST)
    latest = (options.today + timedelta(days=370)).year
    open_column = next(place for at, place in enumerate(_date_columns(layouts)) if at not in proof.year_first)
    layout, index = layouts[open_column[0]], open_column[1]
    examples = tuple(_date_examples(layout, index, convention=DateConvention(order, latest)) for order in orders)
    return orders[0], (Decision(question="date_order", choices=tuple(str(o) for o in orders), examples=examples),)


def _date_examples(layout: Layout, index: int, *, convention: DateConvention) -> tuple[str, ...]:
    """Three telling rows with a day in that column read one way."""
    texts: list[str] = []
    for line in layout.section.body:
        cell = line.cells[index] if index < len(line.cells) else ""
        found = date_parts(cell)
        day = day_of(found, convention) if found is not None else None
        if day is not None and found is not None and found.parts[0] != found.parts[1]:
            texts.append(f"{cell} → {day.isoformat()}: {' '.join(c for c in line.cells if c and c != cell)[:60]}")
        if len(texts) == 3:
            break
    return tuple(texts)


def _decimal(
    layouts: Sequence[Layout], options: ReadOptions, *, layout_name: str
) -> tuple[AmountConvention | None, tuple[Decision, ...]]:
    """None where each section has its own proved convention; a decision where two give different values."""
    undecided = next((layout for layout in layouts if len(layout.amounts.conventions) > 1), None)
    if undecided is None:
        return None, ()
    settled = next((layout.amounts.conventions[0] for layout in layouts if len(layout.amounts.conventions) == 1), None)
    if settled is not None:
        return settled, ()
    chosen = options.choice("decimal", layout_name)
    for convention in undecided.amounts.conventions:
        if chosen == convention.decimal:
            return convention, ()
    source = undecided.money.sources[0]
    texts = tuple(
        line.cells[source] for line in undecided.section.body if source < len(line.cells) and line.cells[source]
    )
    examples = tuple(
        tuple(f"{text} ({'decimal point' if c.decimal == '.' else 'decimal comma'})" for text in texts[:3])
        for c in undecided.amounts.conventions
    )
    choices = tuple(c.decimal for c in undecided.amounts.conventions)
    return undecided.amounts.conventions[0], (Decision(question="decimal", choices=choices, examples=examples),)


def _read(layout: Layout, context: RowContext) -> RowsRead:
    own = layout.amounts.conventions[0] if len(layout.amounts.conventions) == 1 else context.amounts
    return RowReader(layout, replace(context, amounts=own)).read_all(layout.section.body)


def _refuse_future(reads: Sequence[RowsRead], today: date) -> None:
    """A plan of payments is no statement: no bank has booked what is still to come."""
    days = [row.booked_on for read in reads for group in read.rows.values() for row in group]
    latest = today + timedelta(days=7)
    ahead = sum(1 for day in days if day > latest)
    if ahead * 2 > len(days):
        message = f"{ahead} of {len(days)} rows lie in the future, after {today.isoformat()}."
        remedy = "Download booked transactions, not planned ones, and see that the computer's date is right."
        raise StatementRefusedError(message, remedy)


def _refuse_unreadable(reads: Sequence[RowsRead], findings: Findings) -> None:
    """A table of which most rows can't be read is no statement we know."""
    rows = sum(len(group) for read in reads for group in read.rows.values())
    unread = sum(read.unread for read in reads)
    if rows and unread <= rows:
        return
    first = next((f for f in findings.all() if f.line is not None), None)
    message = (
        f"{unread} of {rows + unread} rows can't be read." if unread else "There are no transactions in this file."
    )
    if first is not None and unread:
        message = f"{message} {first.message}"
    remedy = "Download the statement again, or mend the lines named."
    raise StatementRefusedError(
        message, remedy, line=first.line if first else None, column=first.column if first else None
    )
