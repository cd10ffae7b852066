"""XML out of a spreadsheet, as it streams by; document types, which declare entities, are refused."""

from collections.abc import Callable, Iterable
from xml.parsers import expat

from app.domain.errors import StatementRefusedError
from app.statements.readers.workbook.cells import AGAIN

DAMAGED_XML = expat.ExpatError


def parse(
    pieces: Iterable[bytes],
    *,
    start: Callable[[str, dict[str, str]], object],
    end: Callable[[str], object],
    characters: Callable[[str], object],
) -> None:
    """Tell of every element, its name led by its namespace and a space, and of the text between them.

    Raises DAMAGED_XML, StatementRefusedError, and what the three raise.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = characters
    try:
        for piece in pieces:
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except LookupError as error:
        raise DAMAGED_XML(f"no such encoding or entry: {error}") from error


def _refuse(*_: object) -> None:
    raise StatementRefusedError("The spreadsheet declares a document type, which none needs.", AGAIN)
