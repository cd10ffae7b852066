"""Tables laid out without reading them whole: the first section of a semicolon text and its proved layout."""

from app.statements.dialect import Dialect
from app.statements.table import Line, split_lines
from app.statements.table_layout import Layout, columns_of, lay_out
from app.statements.table_sections import find_sections


def lines_of(text: str) -> list[Line]:
    """The lines of a semicolon text."""
    return split_lines(text, Dialect(";"))


def laid_out(text: str, *, file_name: str = "a.csv", digits: int = 2) -> Layout:
    """The layout of the first section of a semicolon text that has one."""
    section = find_sections(lines_of(text))[0]
    layout = lay_out(section, columns_of(section), file_name=file_name, digits=digits)
    assert layout is not None
    return layout
