"""PDF, spreadsheet and archive bombs through the real worker: each is refused or named as failed, and soon."""

import random

from app.domain.errors import WorkerFailedError
from app.domain.statement import StatementFile
from app.statements.reader import StatementSource
from app.workers.statement_client import StatementWorker
from tests.helpers.pdf_layouts import LAYOUTS
from tests.helpers.pdf_statements import print_statement
from tests.helpers.statement_texts import OPTIONS

_PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"


def document(tree: bytes) -> bytes:
    """A PDF whose page tree is as given; the engine rebuilds the missing cross references."""
    parts = (b"<< /Type /Catalog /Pages 2 0 R >>", tree, _PAGE)
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, part) for number, part in enumerate(parts, start=1))
    return b"%PDF-1.4\n" + body + b"trailer << /Size 4 /Root 1 0 R >>\n%%EOF\n"


def outcome(worker: StatementWorker, data: bytes) -> StatementFile | None:
    """What the worker says; None where it ended before it was done."""
    try:
        return worker.read(StatementSource("statement.pdf", data), OPTIONS)
    except WorkerFailedError:
        return None


def test_endless_page_trees_are_refused() -> None:
    many = b"<< /Type /Pages /Kids [" + b"3 0 R " * 20_000 + b"] /Count 20000 >>"
    ring = b"<< /Type /Pages /Kids [2 0 R] /Count 99999999 >>"
    with StatementWorker() as worker:
        for tree in (many, ring):
            file = outcome(worker, document(tree))
            assert file is None or file.refused
        good = outcome(worker, print_statement(LAYOUTS[0]))
    assert good is not None
    assert len(good.statements[0].rows) == len(LAYOUTS[0].rows)


def test_damaged_documents_never_end_the_reader_without_a_word() -> None:
    whole, chance = print_statement(LAYOUTS[0]), random.Random(7)
    with StatementWorker() as worker:
        for number in range(40):
            data = bytearray(whole)
            for _ in range(chance.randint(1, 20)):
                data[chance.randrange(len(data))] = chance.randrange(256)
            cut = chance.randrange(len(data)) if number % 3 == 0 else len(data)
            file = outcome(worker, bytes(data[:cut]))
            assert file is not None
            assert file.refused or file.statements or file.decisions
