"""OFX markup to elements: one tolerant tokenizer for SGML and XML that has no entities to expand and no DTD.

OFX 1.x leaves the end tags of values out (OFX 1.6 §2.3.2); some banks nest values in values, write everything on one
line, or mix both styles. XML is read by the same rules, so that a bank's unescaped & or a missing end tag is no end.
"""

import re
from collections.abc import Iterator

from app.domain.errors import StatementRefusedError

_TAG = re.compile(r"<(/?)([A-Za-z][\w.:\-]*)((?:\s[^<>]*)?/?)>([^<]*)")
_STRAY = re.compile(r"<([^<]*)")
_ENTITY = re.compile(r"&(?:(amp|lt|gt|quot|apos|nbsp)|#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6}));")
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "nbsp": " "}
_END_NAME = re.compile(r"</([A-Za-z][\w.:\-]*)")
_DEEPEST = 60

_GROUPS = frozenset({
    "OFX", "SONRS", "STATUS", "FI", "STMTTRNRS", "CCSTMTTRNRS", "INVSTMTTRNRS", "LOANSTMTTRNRS", "STMTRS",
    "CCSTMTRS", "INVSTMTRS", "LOANSTMTRS", "BANKACCTFROM", "CCACCTFROM", "INVACCTFROM", "LOANACCTFROM",
    "BANKACCTTO", "CCACCTTO", "BANKTRANLIST", "BANKTRANLISTP", "INVTRANLIST", "INVBANKTRAN", "STMTTRN", "STMTTRNP",
    "LOANTRANLIST", "LOANSTMTTRN", "LOANTRNAMT", "LEDGERBAL", "AVAILBAL", "INVBAL", "BALLIST", "BAL", "CURRENCY",
    "ORIGCURRENCY",
})  # fmt: skip
_VALUES = frozenset({
    "TRNTYPE", "DTPOSTED", "DTUSER", "DTAVAIL", "TRNAMT", "FITID", "CORRECTFITID", "CORRECTACTION", "SRVRTID",
    "CHECKNUM", "CHKNUM", "REFNUM", "SIC", "NAME", "EXTDNAME", "MEMO", "CURDEF", "CURSYM", "CURRATE", "ACCTID",
    "ACCTTYPE", "BANKID", "BRANCHID", "BALAMT", "DTASOF", "DTSTART", "DTEND", "CODE", "SEVERITY", "MESSAGE", "ORG",
    "FID", "DTTRAN", "TRNUID", "LANGUAGE", "DTSERVER",
})  # fmt: skip


class Element:
    """An aggregate: its values by name, the aggregates in it, its line, and the values it holds more than once."""

    __slots__ = ("line", "name", "parent", "parts", "repeated", "values")

    def __init__(self, name: str, line: int, parent: "Element | None") -> None:
        self.name = name
        self.line = line
        self.parent = parent
        self.values: dict[str, str] = {}
        self.parts: list[Element] = []
        self.repeated: list[str] = []

    def part(self, name: str) -> "Element | None":
        """The first aggregate of that name directly in this one."""
        return next((part for part in self.parts if part.name == name), None)

    def within(self, *names: str) -> "Element | None":
        """The nearest aggregate around this one that has one of the names."""
        around = self.parent
        while around is not None and around.name not in names:
            around = around.parent
        return around


class Markup:
    """One pass over a file's text, giving each aggregate when it ends.

    Aggregates named in `streamed` are not kept in their parent, so that a file of a million rows stays small.
    Raises StatementRefusedError where the text ends early, nests too deep or brings a DTD.
    """

    def __init__(self, text: str, streamed: frozenset[str]) -> None:
        self._text = text
        self._streamed = streamed
        self._top = Element("", 1, None)
        self._depth = 0
        self._value: str | None = None
        self._content: list[str] = []
        self._line = 1
        self._counted = 0
        self._end_names: frozenset[str] | None = None
        self.closed = False
        """Whether the `</OFX>` that ends a whole file was met."""

    @property
    def line(self) -> int:
        """The 1-based line reached."""
        return self._line

    def elements(self) -> Iterator[Element]:
        """Each aggregate when it ends, inner ones first."""
        text, position = self._text, self._text.find("<")
        if position < 0:
            return
        while 0 <= position < len(text):
            tag = _TAG.match(text, position)
            if tag is None:
                position = self._other(position)
                continue
            self._count_lines(position)
            end, name, extra, content = tag.groups()
            name = name.upper()
            position = tag.end()
            if end:
                yield from self._end(name)
            else:
                yield from self._start(name, content, selfclosed=extra.endswith("/"))
        self._keep_value()
        if self._depth or not self.closed:
            self._count_lines(len(text))
            raise _refusal("The file ends in the middle of a statement.", "Download it again.", line=self._line)

    def _start(self, name: str, content: str, *, selfclosed: bool) -> Iterator[Element]:
        if self._value is not None and self._is_group_after_all():
            self._open(self._value)
            self._value = None
        self._keep_value()
        if selfclosed:
            return
        if name in self._streamed and self._top.name == name:
            yield from self._end(name)
        if name in _GROUPS or name in self._streamed:
            self._open(name)
        else:
            self._value, self._content = name, [] if content.isspace() else [content]

    def _is_group_after_all(self) -> bool:
        """Whether an element without a value, met by another start tag, is an aggregate rather than an empty value."""
        if any(self._content) or self._value in _VALUES:
            return False
        if self._end_names is None:
            self._end_names = frozenset(name.upper() for name in set(_END_NAME.findall(self._text)))
        return self._value in self._end_names

    def _end(self, name: str) -> Iterator[Element]:
        waiting = self._value
        self._keep_value()
        if waiting == name:
            return
        around: Element | None = self._top
        while around is not None and around.name != name:
            around = around.parent
        if around is None or not name:
            return
        while True:
            ended = self._close()
            yield ended
            if ended is around:
                break
        self.closed = name == "OFX"

    def _open(self, name: str) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise _refusal("The file nests deeper than any statement does.", "Download it again.", line=self._line)
        self.closed = False
        self._top = Element(name, self._line, self._top)

    def _close(self) -> Element:
        ended, around = self._top, self._top.parent
        if around is not None:
            if ended.name not in self._streamed:
                around.parts.append(ended)
            self._top = around
            self._depth -= 1
        return ended

    def _keep_value(self) -> None:
        if self._value is None:
            return
        values = self._top.values
        if self._value in values:
            self._top.repeated.append(self._value)
        else:
            content = "".join(self._content).strip()
            values[self._value] = plain(content) if "&" in content else content
        self._value = None

    def _other(self, position: int) -> int:
        """Step over a comment, CDATA, a processing instruction or a stray `<`; the position after it."""
        text = self._text
        for opening, closing in (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")):
            if text.startswith(opening, position):
                end = text.find(closing, position + len(opening))
                if end < 0:
                    self._count_lines(position)
                    raise _refusal("The file ends in the middle of a comment.", "Download it again.", line=self._line)
                if opening == "<![CDATA[":
                    self._content.append(text[position + len(opening) : end].replace("&", "&amp;"))
                return self._up_to_next(end + len(closing))
        if text[position : position + 9].upper().startswith(("<!DOCTYPE", "<!ENTITY", "<!ELEMENT")):
            self._count_lines(position)
            raise _refusal(
                "The file defines its own markup (a DTD), which no bank does.", "Don't trust it.", line=self._line
            )
        stray = _STRAY.match(text, position)
        end = stray.end() if stray else position + 1
        if self._value is not None:
            self._content.append(text[position:end])
        return end

    def _up_to_next(self, position: int) -> int:
        """Take the text after a comment or CDATA into the value it stands in; the position of the next `<`."""
        end = self._text.find("<", position)
        end = len(self._text) if end < 0 else end
        if self._value is not None:
            self._content.append(self._text[position:end])
        return end

    def _count_lines(self, position: int) -> None:
        self._line += self._text.count("\n", self._counted, position)
        self._counted = position


def plain(text: str) -> str:
    """Resolve the predefined and numeric character references; anything else that begins with & stays as printed."""
    return _ENTITY.sub(_character, text)


def _character(reference: re.Match[str]) -> str:
    name, decimal, hexadecimal = reference.groups()
    if name:
        return _ENTITIES[name]
    number = int(decimal) if decimal else int(hexadecimal, 16)
    if number in range(0xD800, 0xE000) or number > 0x10FFFF or number < 32:
        return " "
    return chr(number)


def _refusal(message: str, remedy: str, *, line: int) -> StatementRefusedError:
    return StatementRefusedError(message, remedy, line=line)
