"""Other tables below the rows of a printed one, told by words over cells that stand in none of its columns."""

from collections.abc import Collection, Sequence

from app.statements.pdf_columns import columns_of, standing
from app.statements.pdf_lines import ScannedLine
from app.statements.pdf_words import Word, phrases

_FEWEST = 3
"""Words that are over cells: fewer may be any line of text."""
_LINE_GAP = 2.2  # no money: text sizes between the words and the first cells below them
_ASIDE = 4.0  # no money: points


def without_tail(group: Sequence[ScannedLine], dated: Collection[int]) -> Sequence[ScannedLine]:
    """The lines of a table before those of another one below it, such as how the interest was worked out.

    Its words stand over each cell of the line right below, and none of its amounts in a column of the rows above.
    """
    for index in range(1, len(group) - 1):
        if not _names(group[index], group[index + 1]):
            continue
        above, below = ([one for one in part if one.line.number in dated] for part in (group[:index], group[index:]))
        columns = columns_of(above, None)
        apart = not any(column.holds(money) for one in below for money in standing(one) for column in columns)
        if columns and below and apart:
            return group[:index]
    return group


def _names(one: ScannedLine, below: ScannedLine) -> bool:
    """Whether a line has a word over each cell of the line below it, the first over its date."""
    if one.money or one.dates or not below.dates or one.line.page != below.line.page:
        return False
    words, cells = phrases(one.line.words), phrases(below.line.words)
    near = below.line.baseline - one.line.baseline <= _LINE_GAP * max(one.line.size, below.line.size)
    begins = abs(words[0].left - cells[0].left) <= _ASIDE
    over = all(_overlap(word, cell) for word, cell in zip(words, cells, strict=False))
    return near and begins and over and len(words) == len(cells) >= _FEWEST


def _overlap(one: Word, two: Word) -> bool:
    return min(one.right, two.right) > max(one.left, two.left)
