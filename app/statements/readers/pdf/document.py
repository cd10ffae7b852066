"""The one door to pypdfium2: a PDF's bytes become the characters of its pages and where they stand."""

import ctypes
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pypdfium2
import pypdfium2.raw as pdfium

from app.domain.errors import StatementRefusedError
from app.statements.pdf_words import Glyph, Points

MOST_PAGES = 1500
"""A statement of one account over years has a few hundred pages."""
MOST_CHARACTERS = 6_000_000
_QUARTER = 1.5707963  # no money: radians
_AGAIN = "Download the statement from the bank again."


@dataclass(frozen=True, slots=True)
class PdfPages:
    """The characters of each page, in points from the top left; and the day the document says it was made."""

    pages: tuple[tuple[Glyph, ...], ...]
    made_on: date | None
    has_pictures: bool


def read_pages(data: bytes, file_name: str) -> PdfPages:
    """All characters of a PDF; raises StatementRefusedError for encrypted, broken and oversized documents."""
    document = _open(data, file_name)
    try:
        count = len(document)
        if count > MOST_PAGES:
            message = f"The PDF has {count} pages; Coffer reads at most {MOST_PAGES}."
            raise StatementRefusedError(message, "Download a shorter period.", file=file_name)
        pages, pictures, characters = [], False, 0
        for index in range(count):
            page = _page(document, index, file_name=file_name)
            glyphs = tuple(_glyphs(page))
            characters += len(glyphs)
            if characters > MOST_CHARACTERS:
                raise StatementRefusedError(
                    f"The PDF holds more text than a statement does (page {index + 1}).", _AGAIN, file=file_name
                )
            pictures = pictures or (not glyphs and _has_picture(page))
            pages.append(glyphs)
            page.close()
        return PdfPages(tuple(pages), _made_on(document), pictures)
    finally:
        document.close()


def _open(data: bytes, file_name: str) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        code = error.err_code
        if code == pdfium.FPDF_ERR_PASSWORD:
            message = "The PDF is locked with a password."
            remedy = "Open it with its password, print it to a new PDF without one, and import that."
        elif code == pdfium.FPDF_ERR_SECURITY:
            message, remedy = "The PDF is protected in a way Coffer can't open.", _AGAIN
        else:
            message, remedy = "The PDF is damaged and can't be opened.", _AGAIN
        raise StatementRefusedError(message, remedy, file=file_name) from error


def _page(document: pypdfium2.PdfDocument, index: int, *, file_name: str) -> pypdfium2.PdfPage:
    try:
        return document[index]
    except pypdfium2.PdfiumError as error:
        message = f"Page {index + 1} of the PDF is damaged and can't be opened."
        raise StatementRefusedError(message, _AGAIN, file=file_name) from error


def _glyphs(page: pypdfium2.PdfPage) -> Iterator[Glyph]:
    """The characters upright in the page's main direction, turned so that text runs left to right from the top."""
    try:
        text = page.get_textpage()
    except pypdfium2.PdfiumError:
        return
    try:
        raw = list(_characters(text))
    finally:
        text.close()
    turns = Counter(turn for _, turn, *_ in raw)
    if not turns:
        return
    main = turns.most_common(1)[0][0]
    width, height = page.get_mediabox()[2:]
    for char, turn, box, origin, size in raw:
        if turn == main:
            left, right, baseline = _turned(box, origin, turn=main)
            yield Glyph(char, left, right, baseline + (height if main == 0 else width), size)


_Raw = tuple[str, int, tuple[Points, Points, Points, Points], tuple[Points, Points], Points]


def _characters(text: pypdfium2.PdfTextPage) -> Iterator[_Raw]:
    box, across, along = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    handle = text.raw
    for index in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(handle, index)
        if code in _NOTHING:
            continue
        pdfium.FPDFText_GetLooseCharBox(handle, index, box)
        pdfium.FPDFText_GetCharOrigin(handle, index, across, along)
        turn = -round(pdfium.FPDFText_GetCharAngle(handle, index) / _QUARTER) % 4
        edges = (box.left, box.right, box.bottom, box.top)
        tall = abs(box.top - box.bottom) if turn % 2 == 0 else abs(box.right - box.left)
        size = pdfium.FPDFText_GetFontSize(handle, index)
        if not 0.4 * tall <= size <= 1.3 * tall:  # no money
            size = 0.8 * tall  # no money
        yield _character(code), turn, edges, (across.value, along.value), max(size, 1.0)  # no money


_NOTHING = frozenset({0, 2, 10, 13, 0xAD, 0xFFFE, 0xFFFF})


def _character(code: int) -> str:
    return "-" if code in {0x2010, 0x2011} else " " if code == 0xA0 else chr(code)


def _turned(
    box: tuple[Points, Points, Points, Points], origin: tuple[Points, Points], *, turn: int
) -> tuple[Points, Points, Points]:
    """Left, right and baseline (growing downwards) in the reading direction; turns are quarters, counterclockwise."""
    left, right, bottom, top = box
    across, along = origin
    if turn == 0:
        return left, right, -along
    if turn == 1:
        return bottom, top, across
    if turn == 2:
        return -right, -left, along
    return -top, -bottom, -across


def _has_picture(page: pypdfium2.PdfPage) -> bool:
    try:
        return next(iter(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=2)), None) is not None
    except pypdfium2.PdfiumError:
        return False


def _made_on(document: pypdfium2.PdfDocument) -> date | None:
    """The creation date, `D:20241121234315Z`; None where it is missing or no date."""
    text = document.get_metadata_value("CreationDate").removeprefix("D:")[:8]
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:8]))
    except ValueError:
        return None
