"""CAMT documents as a stream of finished elements, by the C parser, with every DTD refused before it starts."""

import re
from collections.abc import Iterator
from typing import cast
from xml.etree.ElementTree import Element, ParseError, XMLPullParser

from app.domain.errors import StatementRefusedError

_DTD = re.compile(r"<!(?:DOCTYPE|ENTITY|ELEMENT)", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_ENTRY = re.compile(r"<(?:[\w.\-]+:)?Ntry[\s>/]")
_STATEMENTS = ("Stmt", "Rpt", "Ntfctn")
_PIECE = 1 << 16
_DEEPEST_TAGS = 200


class Names:
    """Finds children by their local names within the document's one namespace."""

    __slots__ = ("_space",)

    def __init__(self, tag: str) -> None:
        self._space = tag[: tag.index("}") + 1] if tag.startswith("{") else ""

    def local(self, element: Element) -> str:
        """An element's name without its namespace."""
        return element.tag.rpartition("}")[2]

    def at(self, element: Element | None, *path: str) -> Element | None:
        """The first element down the path, None where a step is missing."""
        for name in path:
            if element is None:
                return None
            element = element.find(self._space + name)
        return element

    def every(self, element: Element | None, name: str) -> list[Element]:
        """All children of that name."""
        return [] if element is None else element.findall(self._space + name)

    def text(self, element: Element | None, *path: str) -> str:
        """The stripped text down the path, empty where there is none."""
        found = self.at(element, *path)
        return (found.text or "").strip() if found is not None else ""


class Document:
    """One pass over a CAMT document's text."""

    def __init__(self, text: str) -> None:
        if _DTD.search(text):
            raise StatementRefusedError(
                "The file defines its own markup (a DTD), which no bank does.", "Don't trust it."
            )
        self._text = text
        self.names = Names("")

    def parts(self) -> Iterator[tuple[str, Element, int]]:
        """Each entry (`Ntry`) and, after its entries, each statement with its local name and the entry's line.

        Raises StatementRefusedError with the line where the XML is broken or ends early.
        """
        parser: XMLPullParser[Element] = XMLPullParser(events=("start", "end"))  # no DTD can be in it, see __init__
        body = _DECLARATION.sub(lambda match: "\n" * match.group().count("\n"), self._text)
        lines = self._entry_lines(body)
        depth = 0
        try:
            for start in range(0, len(body), _PIECE):
                parser.feed(body[start : start + _PIECE])
                for event, element in _events(parser):
                    depth += 1 if event == "start" else -1
                    yield from self._part(event, element, lines=lines, depth=depth)
            parser.close()
            for event, element in _events(parser):
                yield from self._part(event, element, lines=lines, depth=0)
        except ParseError as error:
            line, column = error.position
            message = f"The XML is broken or ends early: {str(error).partition(':')[0]}."
            raise StatementRefusedError(message, "Download it again.", line=line, column=str(column + 1)) from error

    def _part(
        self, event: str, element: Element, *, lines: Iterator[int], depth: int
    ) -> Iterator[tuple[str, Element, int]]:
        if event == "start":
            if depth == 1:
                self.names = Names(element.tag)
            if depth > _DEEPEST_TAGS:
                raise StatementRefusedError("The file nests deeper than any statement does.", "Download it again.")
            return
        name = self.names.local(element)
        if name == "Ntry":
            yield name, element, next(lines, 0)
            element.clear()
        elif name in _STATEMENTS:
            yield name, element, 0
            element.clear()

    @staticmethod
    def _entry_lines(body: str) -> Iterator[int]:
        line, counted = 1, 0
        for match in _ENTRY.finditer(body):
            line += body.count("\n", counted, match.start())
            counted = match.start()
            yield line


def _events(parser: "XMLPullParser[Element]") -> Iterator[tuple[str, Element]]:
    """Start and end events only; they are the ones that were asked for."""
    yield from cast("Iterator[tuple[str, Element]]", parser.read_events())
