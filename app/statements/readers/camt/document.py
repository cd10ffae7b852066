"""CAMT documents as a stream of finished elements, by the C parser, with every DTD refused before it starts."""

import re
from collections.abc import Iterator
from typing import cast
from xml.etree.ElementTree import Element, ParseError, XMLPullParser

from app.domain.errors import StatementRefusedError

_DTD = re.compile(r"<!(?:DOCTYPE|ENTITY|ELEMENT)", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_ENTRY = re.compile(r"<(?:[\w.\-]+:)?Ntry[\s>/]")
_GIVEN_OUT = frozenset({"Ntry", "Stmt", "Rpt", "Ntfctn"})
_NESTED = re.compile(r"(?:<[A-Za-z][^<>]*>\s*){60}")
_PIECE = 1 << 16


class Names:
    """Finds children by their local names within the document's one namespace."""

    __slots__ = ("_space",)

    def __init__(self, tag: str) -> None:
        self._space = tag[: tag.index("}") + 1] if tag.startswith("{") else ""

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
        nested = _NESTED.search(text)
        if nested is not None:
            line = text.count("\n", 0, nested.start()) + 1
            message = "The file nests deeper than any statement does."
            raise StatementRefusedError(message, "Download it again.", line=line)
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
            for start in range(0, len(body) + 1, _PIECE):
                parser.feed(body[start : start + _PIECE])
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
            line += body.count("\n", counted, match.start())
            counted = match.start()
            yield line
