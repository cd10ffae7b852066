"""CAMT documents as a stream of finished elements, by the C parser, with every DTD refused before it starts."""

import re
from collections.abc import Iterator
from typing import cast
from xml.etree.ElementTree import Element, ParseError, XMLPullParser

from app.domain.errors import StatementRefusedError

_DTD = "<!DOCTYPE"
"""Entities and elements can only be declared inside it, and XML minds the case."""
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_ENTRY = re.compile(r"Ntry(?=[\s/>])")
_LONGEST_PREFIX = 64
_GIVEN_OUT = frozenset({"Ntry", "Stmt", "Rpt", "Ntfctn"})
_DEEPEST = 60
_PIECE = 1 << 16


class Names:
    """Finds children by their local names within the document's one namespace."""

    __slots__ = ("_full", "_space")

    def __init__(self, tag: str) -> None:
        self._space = tag[: tag.index("}") + 1] if tag.startswith("{") else ""
        self._full: dict[str, str] = {}

    def _of(self, name: str) -> str:
        """The full name, one object each, so that the C parser's find meets it by identity."""
        return self._full.setdefault(name, self._space + name)

    def at(self, element: Element | None, *path: str) -> Element | None:
        """The first element down the path, None where a step is missing."""
        full = self._full
        for name in path:
            if element is None:
                return None
            element = element.find(full.get(name) or self._of(name))
        return element

    def every(self, element: Element | None, name: str) -> list[Element]:
        """All children of that name."""
        return [] if element is None else element.findall(self._of(name))

    def text(self, element: Element | None, *path: str) -> str:
        """The stripped text down the path, empty where there is none."""
        full = self._full
        for name in path:
            if element is None:
                return ""
            element = element.find(full.get(name) or self._of(name))
        return (element.text or "").strip() if element is not None else ""


class Document:
    """One pass over a CAMT document's text."""

    def __init__(self, text: str) -> None:
        if _DTD in text:
            raise StatementRefusedError(
                "The file defines its own markup (a DTD), which no bank does.", "Don't trust it."
            )
        self._text = text
        self.names = Names("")

    def parts(self) -> Iterator[tuple[str, Element, int]]:
        """Each entry (`Ntry`) and, after its entries, each statement with its local name and the entry's line.

        Raises StatementRefusedError with the line where the XML is broken or ends early.
        """
        parser: XMLPullParser[Element] = XMLPullParser(events=("end",))  # no DTD can be in it, see __init__
        body = _DECLARATION.sub(lambda match: "\n" * match.group().count("\n"), self._text)
        lines = self._entry_lines(body)
        kinds: dict[str, str] = {}
        try:
            for piece in _pieces(body):
                parser.feed(piece)
                for _, element in cast("Iterator[tuple[str, Element]]", parser.read_events()):
                    kind = kinds.get(element.tag)
                    if kind is None:
                        kind = kinds[element.tag] = self._kind(element)
                    if kind:
                        yield kind, element, next(lines, 0) if kind == "Ntry" else 0
                        element.clear()
            parser.close()
        except ParseError as error:
            line, column = error.position
            message = f"The XML is broken or ends early: {str(error).partition(':')[0]}."
            raise StatementRefusedError(message, "Download it again.", line=line, column=str(column + 1)) from error

    def _kind(self, element: Element) -> str:
        """The local name of an element that is given out, empty for any other."""
        name = element.tag.rpartition("}")[2]
        if name not in _GIVEN_OUT:
            return ""
        self.names = Names(element.tag)
        return name

    @staticmethod
    def _entry_lines(body: str) -> Iterator[int]:
        line, counted = 1, 0
        for match in _ENTRY.finditer(body):
            if _starts_tag(body, match.start()):
                line += body.count("\n", counted, match.start())
                counted = match.start()
                yield line


def _starts_tag(body: str, position: int) -> bool:
    """Whether a name at that position is the one of a start tag, with or without a prefix."""
    before = body[position - 1 : position]
    if before != ":":
        return before == "<"
    begun = body.rfind("<", max(0, position - _LONGEST_PREFIX), position)
    return begun >= 0 and body[begun + 1] != "/" and " " not in body[begun:position]


def _pieces(body: str) -> Iterator[str]:
    """The text cut before its tags; raises StatementRefusedError where more tags are open than any statement has."""
    start = deep = 0
    while start < len(body):
        end = body.find("<", start + _PIECE)
        end = len(body) if end < 0 else end
        piece = body[start:end]
        others = 2 * piece.count("</") + piece.count("/>") + piece.count("<!") + piece.count("<?")
        deep += piece.count("<") - others
        if deep > _DEEPEST:
            line = body.count("\n", 0, start) + 1
            message = "The file nests deeper than any statement does."
            raise StatementRefusedError(message, "Download it again.", line=line)
        yield piece
        start = end
