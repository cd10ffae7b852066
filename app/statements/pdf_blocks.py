"""Tables printed in blocks beside each other, as lists of checks are, taken apart into one table below the other."""

from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from app.statements.pdf_headers import DATE_ROLES, Header, headers_in, words_over
from app.statements.pdf_lines import ScannedLine
from app.statements.pdf_words import PageLine, Points, Word, phrases
from app.statements.table_words import folded

_MOST_BLOCKS = 4
_LINE_GAP = 3.2  # no money: text sizes between two lines of one block


def taken_apart(lines: Sequence[ScannedLine]) -> list[PageLine] | None:
    """All lines, those of blocks beside each other one block after the other; None where no header names such blocks.

    A header that says the same two or three times names blocks. The lines are numbered anew.
    """
    headers = {number: found for number, header in headers_in(lines).items() if (found := _edges(header))}
    if not headers:
        return None
    result: list[PageLine] = []
    index = 0
    while index < len(lines):
        one = lines[index]
        index += 1
        edges = headers.get(one.line.number, ())
        end = _end(lines, index, edges=edges) if edges else index
        if edges and end > index:
            for part in _parts(lines[index - 1 : end], edges):
                result += part
            index = end
        else:
            result.append(one.line)
    return [replace(line, number=number) for number, line in enumerate(result, start=1)]


def _edges(header: Header) -> tuple[Points, ...]:
    """The left edges of the second and further blocks; empty where the header names one table."""
    names = [folded(column.text) for column in header.columns]
    for count in range(_MOST_BLOCKS, 1, -1):
        wide, rest = divmod(len(names), count)
        if rest or wide < 2 or any(names[place] != names[place % wide] for place in range(len(names))):
            continue
        if len(set(names[:wide])) == wide:
            return tuple(_edge(header.columns, place) for place in range(wide, len(names), wide))
    return ()


def _edge(columns: Sequence[Word], place: int) -> Points:
    return (columns[place - 1].right + columns[place].left) / 2


def _end(lines: Sequence[ScannedLine], start: int, *, edges: Sequence[Points]) -> int:
    """One past the last line of the blocks below a header: rows in some block, none across an edge, close together."""
    end = start
    for index in range(start, len(lines)):
        above, one = lines[index - 1].line, lines[index].line
        near = one.baseline - above.baseline <= _LINE_GAP * max(one.size, above.size)
        other = _names_dates(lines[index]) or _has_lone_amount(lines[index], edges)
        if one.page != above.page or not near or _crosses(one, edges) or other:
            break
        if lines[index].money:
            end = index + 1
    return end


def _names_dates(one: ScannedLine) -> bool:
    """Whether a line is another table's words over its columns."""
    cells = [] if one.money or one.dates else phrases(one.line.words)
    return len(cells) > 1 and any(set(words_over(cell.text)) & DATE_ROLES for cell in cells)


def _has_lone_amount(one: ScannedLine, edges: Sequence[Points]) -> bool:
    """Whether nothing stands beside an amount in its block, and words in another one: a sum of the blocks."""
    blocks = [bisect(edges, word.left) for word in one.line.words]
    lone = [money for money in one.money if blocks.count(blocks[money.first]) == money.end - money.first]
    return bool(lone) and len(set(blocks)) > 1


def _crosses(line: PageLine, edges: Sequence[Points]) -> bool:
    cells = phrases(line.words)
    return any(cell.left < edge < cell.right for cell in cells for edge in edges)


def _parts(lines: Sequence[ScannedLine], edges: Sequence[Points]) -> Iterator[list[PageLine]]:
    """The header with the lines of each block."""
    bounds = (float("-inf"), *edges, float("inf"))  # no money
    for left, right in pairwise(bounds):
        block = []
        for one in lines:
            words = tuple(word for word in one.line.words if left <= word.left < right)
            if words:
                block.append(replace(one.line, words=words))
        yield block
