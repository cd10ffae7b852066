"""A small PDF writer: text at a place, lines, pages; enough to print statements of any layout for tests."""

import zlib
from dataclasses import dataclass, field

_NARROW = {**dict.fromkeys("ijl'|", 0.222), **dict.fromkeys(" .,:;!/\\ftI", 0.278), **dict.fromkeys("-()r", 0.333)}
_WIDE = {**dict.fromkeys("ABEKPSVXY&", 0.667), **dict.fromkeys("CDHNRUw", 0.722), **dict.fromkeys("GOQ", 0.778),
         **dict.fromkeys("Mm", 0.833), "W": 0.944, "%": 0.889, "@": 1.015, "+": 0.584, "T": 0.611, "F": 0.611}  # fmt: skip
_THIN = dict.fromkeys("cksvxyzJ", 0.5)


def text_width(text: str, size: float) -> float:
    """How wide Helvetica sets a text, in points."""
    widths = {**_NARROW, **_WIDE, **_THIN}
    return sum(widths.get(char, 0.556) for char in text) * size


@dataclass
class PdfWriter:
    """Pages of text; y counts down from the top, in points. `turned` writes a landscape page with /Rotate 90."""

    width: int = 595
    height: int = 842
    turned: bool = False
    made_on: str = "20240205"
    scaled: bool = False
    """Sets text of size one and lets the matrix make it large, as many producers do."""
    packed: bool = True
    """False leaves the pages' marks readable, so that a change to a byte is a change to what is printed."""
    _pages: list[list[str]] = field(default_factory=lambda: [[]])

    def page(self) -> None:
        """Begin the next page."""
        self._pages.append([])

    def text(self, x: float, y: float, text: str, *, size: float = 9, kern: float = 0.0) -> None:
        """Set a text from x; `kern` sets every character by itself that many thousandths of the size apart."""
        if not text:
            return
        if kern:
            parts = "".join(f"({_escaped(char)}) {-kern:g} " for char in text)
            shown = f"[{parts}] TJ"
        else:
            shown = f"({_escaped(text)}) Tj"
        own, scale = (1.0, size) if self.scaled else (size, 1.0)
        self._pages[-1].append(f"BT /F1 {own:g} Tf {self._matrix(x, y, scale)} Tm {shown} ET")

    def right(self, x: float, y: float, text: str, *, size: float = 9, kern: float = 0.0) -> None:
        """Set a text that ends at x."""
        wide = text_width(text, size) + kern / 1000 * size * (len(text) - 1)
        self.text(x - wide, y, text, size=size, kern=kern)

    def rule(self, x: float, y: float, to_x: float, to_y: float) -> None:
        """Draw a thin line."""
        self._pages[-1].append(f"0.5 w {x:g} {self.height - y:g} m {to_x:g} {self.height - to_y:g} l S")

    def white(self, x: float, y: float, text: str, *, size: float = 9) -> None:
        """Set a white text from x."""
        self._pages[-1].append("q 1 1 1 rg")
        self.text(x, y, text, size=size)
        self._pages[-1].append("Q")

    def area(self, x: float, y: float, to_x: float, to_y: float, *, grey: float) -> None:
        """Fill a rectangle, 0 black to 1 white."""
        self._pages[-1].append(f"q {grey:g} g {x:g} {self.height - to_y:g} {to_x - x:g} {to_y - y:g} re f Q")

    def picture(self) -> None:
        """Cover the page with a grey picture, as a scanner does."""
        self._pages[-1].append(f"q {self.width} 0 0 {self.height} 0 0 cm /P1 Do Q")

    def data(self) -> bytes:
        """The document's bytes."""
        count = len(self._pages)
        kids = " ".join(f"{5 + 2 * index} 0 R" for index in range(count))
        objects = [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            _stream(b"\x80", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
                    "/BitsPerComponent 8"),
        ]  # fmt: skip
        box = f"0 0 {self.height} {self.width}" if self.turned else f"0 0 {self.width} {self.height}"
        turn = " /Rotate 90" if self.turned else ""
        for index, marks in enumerate(self._pages):
            objects.append(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}]{turn} /Contents {6 + 2 * index} 0 R "
                "/Resources << /Font << /F1 3 0 R >> /XObject << /P1 4 0 R >> >> >>".encode()
            )
            objects.append(_stream("\n".join(marks).encode("cp1252"), "", packed=self.packed))
        objects.append(f"<< /CreationDate (D:{self.made_on}120000Z) >>".encode())
        return _document(objects)

    def _matrix(self, x: float, y: float, scale: float) -> str:
        """The text matrix; on a turned page text runs upwards so that it reads level once turned."""
        if self.turned:
            return f"0 {scale:g} {-scale:g} 0 {y:g} {x:g}"
        return f"{scale:g} 0 0 {scale:g} {x:g} {self.height - y:g}"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _stream(data: bytes, entries: str, *, packed: bool = True) -> bytes:
    filtered = "/Filter /FlateDecode" if packed else ""
    data = zlib.compress(data) if packed else data
    return f"<< {entries} {filtered} /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"


def _document(objects: list[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\n".encode()
    return bytes(out) + f"startxref\n{start}\n%%EOF\n".encode()
