"""The one door to pypdfium2: a PDF's bytes become the runs of its pages and where they stand."""

import ctypes
import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import pypdfium2
import pypdfium2.raw as pdfium

from app.domain.errors import StatementRefusedError
from app.statements.pdf_words import Points, Run
from app.statements.readers.pdf.runs import Box, Radians, runs_of

MOST_PAGES = 1500
"""A statement of one account over years has a few hundred pages."""
MOST_CHARACTERS = 6_000_000
_WHITE = 250
"""The least of red, green and blue, of 255, that is white to the eye."""
_MOST_COMPARED = 4_000_000
"""White letters times drawn things: no statement has as many, and a page made to be slow is read as it is."""
_WORD = re.compile(r"\S+")
_AGAIN = "Download the statement from the bank again."


@dataclass(frozen=True, slots=True)
class PdfPages:
    """The runs of each page, in points from the top left; and the day the document says it was made."""

    pages: tuple[tuple[Run, ...], ...]
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
            runs = _placed(page, index, file_name=file_name)
            characters += sum(len(run.text) for run in runs)
            if characters > MOST_CHARACTERS:
                raise StatementRefusedError(
                    f"The PDF holds more text than a statement does (page {index + 1}).", _AGAIN, file=file_name
                )
            pictures = pictures or (not runs and _has_picture(page))
            pages.append(runs)
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


def _placed(page: pypdfium2.PdfPage, index: int, *, file_name: str) -> tuple[Run, ...]:
    """The runs of a page; refused where one of them stands nowhere, since its row would be anybody's guess."""
    runs = _runs(page)
    if not all(math.isfinite(run.left + run.right + run.baseline) for run in runs):
        message = f"Page {index + 1} of the PDF is damaged: some of its text has no place."
        raise StatementRefusedError(message, _AGAIN, file=file_name)
    return runs


def _runs(page: pypdfium2.PdfPage) -> tuple[Run, ...]:
    try:
        text = page.get_textpage()
    except pypdfium2.PdfiumError:
        return ()
    width, height = page.get_mediabox()[2:]
    try:
        return tuple(runs_of(_PageText(text, page), width=width, height=height))
    finally:
        text.close()


class _PageText:
    """The characters of a page as the engine tells them: one call each, since a statement has millions."""

    def __init__(self, text: pypdfium2.PdfTextPage, page: pypdfium2.PdfPage) -> None:
        self._handle = text.raw
        self._red, self._green, self._blue, self._alpha = (ctypes.c_uint() for _ in range(4))
        self._box = pdfium.FS_RECTF()
        self._matrix = pdfium.FS_MATRIX()
        self._across, self._along = ctypes.c_double(), ctypes.c_double()
        self.text = self._seen(self._characters(text.count_chars()), page)

    def box(self, index: int) -> Box:
        """As runs.PageText says."""
        box = self._box
        pdfium.FPDFText_GetLooseCharBox(self._handle, index, box)
        return box.left, box.right, box.bottom, box.top

    def origin(self, index: int) -> tuple[Points, Points]:
        """As runs.PageText says."""
        pdfium.FPDFText_GetCharOrigin(self._handle, index, self._across, self._along)
        return self._across.value, self._along.value

    def angle(self, index: int) -> Radians:
        """As runs.PageText says."""
        return Radians(pdfium.FPDFText_GetCharAngle(self._handle, index))

    def font_size(self, index: int) -> Points:
        """As runs.PageText says."""
        size = Points(pdfium.FPDFText_GetFontSize(self._handle, index))
        if not pdfium.FPDFText_GetMatrix(self._handle, index, self._matrix):
            return size
        return size * math.hypot(self._matrix.c, self._matrix.d)

    def font(self, index: int) -> int:
        """The font's address, 0 for a character the engine made up."""
        shown = pdfium.FPDFText_GetTextObject(self._handle, index)
        font = pdfium.FPDFTextObj_GetFont(shown) if shown else None
        return ctypes.addressof(font.contents) if font else 0

    def _seen(self, text: str, page: pypdfium2.PdfPage) -> str:
        """The text without the words that are white on nothing, as labels for screen readers are."""
        white = [index for word in _WORD.finditer(text) for index in self._white(*word.span())]
        if not white:
            return text
        grounds = _grounds(page)
        if len(white) * len(grounds) > _MOST_COMPARED:
            return text
        letters = list(text)
        for index in white:
            left, right, bottom, top = self.box(index)
            across, along = (left + right) / 2, (bottom + top) / 2
            stands = any(one[0] <= across <= one[2] and one[1] <= along <= one[3] for one in grounds)
            if not stands and math.isfinite(across + along):
                letters[index] = "\0"
        return "".join(letters)

    def _white(self, first: int, end: int) -> Iterable[int]:
        """The white letters of a word: all or none where its first and its last are the same."""
        one, two = self._is_white(first), self._is_white(end - 1)
        if one == two:
            return range(first, end) if one else ()
        return (index for index in range(first, end) if self._is_white(index))

    def _is_white(self, index: int) -> bool:
        known = pdfium.FPDFText_GetFillColor(self._handle, index, self._red, self._green, self._blue, self._alpha)
        return bool(known) and min(self._red.value, self._green.value, self._blue.value) >= _WHITE

    def _characters(self, count: int) -> str:
        """The page's text in one call where each character is one unit of it, else character by character."""
        units = (ctypes.c_ushort * (count + 1))()
        if count and pdfium.FPDFText_GetText(self._handle, 0, count, units) == count + 1:
            return bytes(units)[:-2].decode("utf-16-le", "surrogatepass")
        codes = (pdfium.FPDFText_GetUnicode(self._handle, index) for index in range(count))
        return "".join(chr(code) if code < 0x110000 else "\0" for code in codes)


def _grounds(page: pypdfium2.PdfPage) -> list[Box]:
    """Left, bottom, right and top of all that text may stand on: everything drawn but texts and white areas."""
    try:
        return [drawn.get_bounds() for drawn in page.get_objects(max_depth=1) if _is_ground(drawn)]
    except pypdfium2.PdfiumError:
        return [(-math.inf, -math.inf, math.inf, math.inf)]


def _is_ground(drawn: pypdfium2.PdfObject) -> bool:
    if drawn.type != pdfium.FPDF_PAGEOBJ_PATH:
        return bool(drawn.type != pdfium.FPDF_PAGEOBJ_TEXT)
    filled, lined = ctypes.c_int(), ctypes.c_int()
    color = [ctypes.c_uint() for _ in range(4)]
    known = pdfium.FPDFPath_GetDrawMode(drawn.raw, filled, lined) and pdfium.FPDFPageObj_GetFillColor(drawn.raw, *color)
    return not (known and filled.value and not lined.value and min(one.value for one in color[:3]) >= _WHITE)


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
