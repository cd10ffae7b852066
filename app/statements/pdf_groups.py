"""The rows of a printed statement by account, with the signs that the balances prove."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.statements.pdf_balance_signs import stated_minor
from app.statements.pdf_entries import Document, Group, group_in, signs_of, told_of
from app.statements.pdf_own_chains import spans_by_chains
from app.statements.pdf_row_builder import PrintedRow
from app.statements.pdf_rows import PrintedTable
from app.statements.pdf_signs import Stated
from app.statements.pdf_spans import (
    WHOLE,
    Span,
    spans_by_accounts,
    spans_by_balances,
    spans_by_currencies,
    spans_by_summary,
)
from app.statements.table_words import Role

_MOST_TABLES = 6


def groups_of(document: Document) -> list[Group]:
    """One group, unless the document names several accounts or currencies and the rows close for each of them alone.

    Where the rows don't close, tables that only repeat or announce rows are left out if the others then do.
    """
    whole = _best(document, WHOLE)
    if whole is not None and not whole.signs.proved:
        whole = _with_fees(document) or whole
    if whole is None or whole.signs.proved:
        return [_begun(document, whole)] if whole is not None else []
    for spans in _spans(document):
        if len(spans) < 2:  # one account is the whole
            continue
        split = [found for span in spans if (found := _best(document, span)) is not None]
        keys = {group.span.key for group in split}
        rows = sum(len(group.entries) for group in split)
        proved = sum(1 for group in split if group.signs.proved)
        if len(keys) > 1 and rows >= len(whole.entries) and proved * 2 >= len(split):
            return _joined_accounts([_closed(document, group) for group in split], document)
    return [_closed(document, whole)]


def _begun(document: Document, whole: Group) -> Group:
    """A group whose balances follow row by row, but not from the first one named: without a table, if it then closes.

    A list of cheques may stand above the rows that have a balance each.
    """
    closed = None if _is_closed(whole) else _without_a_table(document, whole.span)
    return closed if closed is not None and _is_closed(closed) else whole


def _is_closed(group: Group) -> bool:
    """Whether the rows lead from a named opening balance to a named closing one or to that beside the last row."""
    signs, factor = group.signs, group.signs.rows.balance_factor
    if signs.opening is None:
        return False
    end = stated_minor(group.stated.opening[signs.opening], factor) + sum(signs.rows.amounts)
    if signs.closing is None:
        return end in {signs.rows.balances[0], signs.rows.balances[-1]}
    return end == stated_minor(group.stated.closing[signs.closing], factor)


def _with_fees(document: Document) -> Group | None:
    """All rows with the fees that a column of its own tells, where these alone make the balances close."""
    roles = dict(document.roles)
    for part in document.table.parts:
        known = roles.get(part.rows[0].part) if part.rows else None
        fee = next((place for place, column in enumerate(part.columns) if column.role is Role.FEE), None)
        if known is not None and known.fee is None and fee not in {None, *known.sources}:
            roles[part.rows[0].part] = replace(known, fee=fee)
    group = _best(replace(document, roles=roles), WHOLE) if roles != document.roles else None
    return group if group is not None and group.signs.proved else None


def _spans(document: Document) -> Iterator[list[Span]]:
    """All that may tell accounts apart, the likeliest first."""
    others = document.table.others
    yield spans_by_accounts(others)
    yield spans_by_summary(others)
    yield spans_by_balances(others, told_of(document))
    yield spans_by_currencies(others)
    yield spans_by_chains(document)


def _closed(document: Document, group: Group) -> Group:
    """A group as it is where it closes, else without the tables that keep it from closing."""
    return group if group.signs.proved else _without_a_table(document, group.span) or group


def _without_a_table(document: Document, span: Span) -> Group | None:
    """The most rows that close when the tables below one header, or all but those below one, are left out."""
    held = [part for part in document.table.parts if any(span.holds(row.number) for row in part.rows)]
    names = list(dict.fromkeys(part.title for part in held))
    if not 1 < len(names) <= _MOST_TABLES:
        return None
    found = []
    for name in names:
        others = [part for part in held if part.title != name]
        one = [part for part in held if part.title == name]
        for parts, left in ((others, one), (one, others)):
            group = _best(replace(document, table=PrintedTable(parts, document.table.others)), span)
            if group is not None and group.signs.proved and len(group.entries) > 1:
                rows = [row for part in left for row in part.rows if span.holds(row.number)]
                own = any(_has_balance(document, row) for row in rows)
                found.append(replace(group, left_out=len(rows), left_balances=own))
    return max(found, key=lambda group: len(group.entries), default=None)


def _has_balance(document: Document, row: PrintedRow) -> bool:
    """Whether a balance stands beside the amount of a row."""
    roles = document.roles.get(row.part)
    if roles is None or roles.balance not in row.money:
        return False
    return any(place in row.money for place in roles.sources)


def _joined_accounts(split: Sequence[Group], document: Document) -> list[Group]:
    """An account that was named again after another one goes on."""
    if len({group.span.key for group in split}) == len(split):
        return list(split)
    result: dict[str, Group] = {}
    for group in split:
        before = result.get(group.span.key)
        if before is None:
            result[group.span.key] = group
            continue
        entries = (*before.entries, *group.entries)
        stated = Stated(
            (*before.stated.opening, *group.stated.opening), (*before.stated.closing, *group.stated.closing)
        )
        signs = signs_of(document, entries, stated=stated)
        result[group.span.key] = Group(entries, stated, signs, group.span, aside=(*before.aside, *group.aside))
    return list(result.values())


def _best(document: Document, span: Span) -> Group | None:
    """The rows of a span without and with those that print no date; the balances choose, else their number."""
    dated = group_in(document, span, undated=False)
    if all(row.dated for row in document.table.rows):
        return dated
    more = group_in(document, span, undated=True)
    if dated is None or more is None:
        return dated or more
    if dated.signs.proved and not (more.signs.proved and more.entries[-1].money.balance is not None):
        return dated
    extra = len(more.entries) - len(dated.entries)
    return more if more.signs.proved or extra * 4 >= len(dated.entries) else dated
