"""The texts of an XLSX workbook, plain or in runs (ECMA-376 part 1, 18.4), as its cells share them."""

from collections.abc import Iterable

from app.statements.readers.workbook.strict_xml import parse

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main "
_TEXT, _ITEM, _PHONETIC = (f"{MAIN}{name}" for name in ("t", "si", "rPh"))


def shared_texts(pieces: Iterable[bytes]) -> list[str]:
    """The texts of a workbook's table of shared strings (18.4); raises ExpatError."""
    table = _SharedTexts()
    parse(pieces, start=table.start, end=table.end, characters=table.pieces.append)
    return table.texts


class PrintedTexts:
    """Gathers printed text: plain or in runs (18.4.12), without the phonetic hints beside it."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        """What the parser met since the last text or value began."""
        self.runs: list[str] = []
        self._hints = 0

    def start(self, name: str, _attributes: dict[str, str]) -> None:
        """A text or a hint begins."""
        if name == _TEXT:
            self.pieces.clear()
        elif name == _PHONETIC:
            self._hints += 1

    def end(self, name: str) -> None:
        """A text or a hint ends."""
        if name == _TEXT and not self._hints:
            self.runs.append("".join(self.pieces))
        elif name == _PHONETIC:
            self._hints -= 1


class _SharedTexts(PrintedTexts):
    """The table of shared strings, as far as it was read."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def end(self, name: str) -> None:
        """Part of a text or a whole one ends."""
        if name == _ITEM:
            # Excel writes an underscore that would look like an escape as _x005F_ (22.9.2.19).
            self.texts.append("".join(self.runs).replace("x005F_", "").strip())
            self.runs.clear()
        else:
            super().end(name)
