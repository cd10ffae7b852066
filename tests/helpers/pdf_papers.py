"""All printed statements with one quirk each."""

from tests.helpers import pdf_papers_amounts, pdf_papers_dates, pdf_papers_sections
from tests.helpers.pdf_paper import Paper

PAPERS: tuple[Paper, ...] = (*pdf_papers_dates.PAPERS, *pdf_papers_amounts.PAPERS, *pdf_papers_sections.PAPERS)
