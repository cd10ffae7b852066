"""All printed statements with one quirk each."""

from tests.helpers import pdf_papers_amounts, pdf_papers_dates, pdf_papers_headers, pdf_papers_sections
from tests.helpers.pdf_paper import Paper

_ROOMS = (pdf_papers_dates, pdf_papers_amounts, pdf_papers_sections, pdf_papers_headers)
PAPERS: tuple[Paper, ...] = tuple(paper for room in _ROOMS for paper in room.PAPERS)
