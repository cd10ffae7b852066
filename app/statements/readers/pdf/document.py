"""The one door to pypdfium2: a PDF's bytes become the runs of its pages and where they stand."""

import ctypes
import math
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
        return tuple(runs_of(_PageText(text), width=width, height=height))
    finally:
        text.close()


class _PageText:
    """The characters of a page as the engine tells them: one call each, since a statement has millions."""

    def __init__(self, text: pypdfium2.PdfTextPage) -> None:
        self._handle = text.raw
        self._box = pdfium.FS_RECTF()
        self._matrix = pdfium.FS_MATRIX()
        self._across, self._along = ctypes.c_double(), ctypes.c_double()
        self.text = self._characters(text.count_chars())

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

    def _characters(self, count: int) -> str:
        """The page's text in one call where each character is one unit of it, else character by character."""
        units = (ctypes.c_ushort * (count + 1))()
        if count and pdfium.FPDFText_GetText(self._handle, 0, count, units) == count + 1:
            return bytes(units)[:-2].decode("utf-16-le", "surrogatepass")
        codes = (pdfium.FPDFText_GetUnicode(self._handle, index) for index in range(count))
        return "".join(chr(code) if code < 0x110000 else "\0" for code in codes)


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
