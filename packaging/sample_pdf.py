"""A small PDF writer for the samples: two faces of Helvetica, bands of colour, figures set to the right."""

import zlib
from dataclasses import dataclass, field

_WIDTHS = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, *[556] * 10, 278, 278, 584,
    584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778,
    722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278,
    556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
)  # fmt: skip
"""Helvetica's widths from the space on, in thousandths of the size."""
HEIGHT = 842
INK, GREY = "0.13 0.15 0.18", "0.45 0.48 0.52"


@dataclass(frozen=True)
class Style:
    """Size in points, face and colour of a text."""

    size: float = 9
    bold: bool = False
    ink: str = INK


PLAIN = Style()


@dataclass
class Pdf:
    """Pages of A4; y counts down from the top, in points."""

    made_on: str
    _pages: list[list[str]] = field(default_factory=lambda: [[]])

    def page(self) -> None:
        """Begin the next page."""
        self._pages.append([])

    def text(self, at: tuple[float, float], text: str, *, style: Style = PLAIN) -> None:
        """Set a text from a place."""
        shown = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        face = "F2" if style.bold else "F1"
        x, y = at
        self._pages[-1].append(
            f"BT {style.ink} rg /{face} {style.size:g} Tf 1 0 0 1 {x:.2f} {HEIGHT - y:g} Tm ({shown}) Tj ET"
        )

    def right(self, at: tuple[float, float], text: str, *, style: Style = PLAIN) -> None:
        """Set a text that ends at a place."""
        wide = sum(_WIDTHS[ord(char) - 32] if ord(char) < 127 else 556 for char in text) * style.size / 1000
        self.text((at[0] - wide, at[1]), text, style=style)

    def band(self, box: tuple[float, float, float, float], colour: str) -> None:
        """Fill left, top, width and height with a colour."""
        x, y, wide, tall = box
        self._pages[-1].append(f"{colour} rg {x:g} {HEIGHT - y - tall:g} {wide:g} {tall:g} re f")

    def data(self) -> bytes:
        """The document's bytes."""
        kids = " ".join(f"{6 + 2 * index} 0 R" for index in range(len(self._pages)))
        face = "<< /Type /Font /Subtype /Type1 /BaseFont /{} /Encoding /WinAnsiEncoding >>"
        objects = [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            f"<< /Type /Pages /Kids [{kids}] /Count {len(self._pages)} >>".encode(),
            face.format("Helvetica").encode(),
            face.format("Helvetica-Bold").encode(),
            f"<< /CreationDate (D:{self.made_on}080000Z) /Producer (Coffer samples) >>".encode(),
        ]
        for index, marks in enumerate(self._pages):
            objects.append(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 {HEIGHT}] /Contents {7 + 2 * index} 0 R "
                "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>".encode()
            )
            packed = zlib.compress("\n".join(marks).encode("cp1252"), 9)
            objects.append(f"<< /Filter /FlateDecode /Length {len(packed)} >>\nstream\n".encode() + packed
                           + b"\nendstream")  # fmt: skip
        return _document(objects)


def _document(objects: list[bytes]) -> bytes:
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info 5 0 R >>\n".encode()
    return bytes(out) + f"startxref\n{start}\n%%EOF\n".encode()
