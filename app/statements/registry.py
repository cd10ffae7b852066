"""The readers there are, and the one call that reads a file whatever its format."""

from dataclasses import replace

from app.domain.errors import StatementRefusedError
from app.domain.statement import Finding, Reading, StatementFile
from app.domain.statement_kinds import Severity, StatementFormat
from app.statements.chain_balances import ends_not_stated, with_chain_balances
from app.statements.control_characters import inert
from app.statements.far_days import tell_far_days
from app.statements.identify import describe, identify
from app.statements.reader import FileHead, Reader, ReadOptions, StatementSource
from app.statements.readers.archive.reader import ArchiveReader
from app.statements.readers.camt.reader import CamtReader
from app.statements.readers.delimited import DelimitedReader
from app.statements.readers.mt940.reader import Mt940Reader
from app.statements.readers.ofx.reader import OfxReader
from app.statements.readers.pdf.reader import PdfReader
from app.statements.readers.qif.reader import QifReader
from app.statements.readers.workbook.reader import WorkbookReader

_SINGLE: tuple[Reader, ...] = (
    OfxReader(),
    CamtReader(),
    Mt940Reader(),
    QifReader(),
    PdfReader(),
    WorkbookReader(),
    DelimitedReader(),
)
READERS: tuple[Reader, ...] = (*_SINGLE, ArchiveReader(_SINGLE))

_BROKEN = "balances_do_not_chain"
_SERIOUS = 40
"""A claim below this confidence is only tried when nobody claims the file with more."""


def read_statement(source: StatementSource, options: ReadOptions) -> StatementFile:
    """Read a file by its most confident reader, else by the next serious one.

    Never raises for the file's content: a file nobody can read comes back refused, with the error findings of the
    most confident reader.
    """
    if not source.data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        return _refusal(None, "empty_file", message="The file is empty. Download the statement again.")
    claims = identify(source.head, READERS)
    first: StatementFile | None = None
    for reader, claim in claims:
        if first is not None and claim.confidence < _SERIOUS:
            break
        outcome = _read_by(reader, source, options=options)
        if not outcome.refused:
            return outcome
        first = first or outcome
    return first or _unclaimed(source.head)


def _read_by(reader: Reader, source: StatementSource, *, options: ReadOptions) -> StatementFile:
    try:
        return _with_far_days(_told(_with_balances(inert(reader.read(source, options)))))
    except StatementRefusedError as refusal:
        text = f"{refusal.message} {refusal.remedy}".strip()
        return _refusal(reader.format, refusal.code, message=text, line=refusal.line, column=refusal.column)


def _with_balances(file: StatementFile) -> StatementFile:
    # Every line of a table is a row or told; on paper rows are found, so that one missed at an end would stay unseen.
    told = ends_not_stated(file.statements) if file.format is StatementFormat.PDF else ()
    statements = tuple(with_chain_balances(statement) for statement in file.statements)
    return replace(file, statements=statements, findings=(*file.findings, *told))


def _with_far_days(file: StatementFile) -> StatementFile:
    lines = {finding.line for finding in file.findings}
    told = tuple(finding for one in file.statements for finding in tell_far_days(one, told=lines))
    return replace(file, findings=(*file.findings, *told)) if told else file


def _told(file: StatementFile) -> StatementFile:
    """The file with a warning where its balances do not follow from its rows, unless its reader said so."""
    if any(finding.code == _BROKEN for finding in file.findings):
        return file
    broken = [one.proof.broken_at for one in file.statements if one.proof.broken_at is not None]
    message = "The balances printed do not follow from the amounts."
    told = tuple(Finding(severity=Severity.WARNING, code=_BROKEN, message=message, line=at.line) for at in broken)
    return replace(file, findings=(*file.findings, *told)) if told else file


def _unclaimed(head: FileHead) -> StatementFile:
    what = describe(head)
    start = f"This is {what}, not a statement" if what else "This is no statement in a format Coffer reads"
    remedy = "Download it from the bank as CSV, OFX, QFX, QIF, MT940 or CAMT."
    return _refusal(None, "not_a_statement", message=f"{start}. {remedy}")


def _refusal(
    kind: StatementFormat | None, code: str, *, message: str, line: int | None = None, column: str | None = None
) -> StatementFile:
    finding = Finding(severity=Severity.ERROR, code=code, message=message, line=line, column=column)
    return StatementFile(format=kind, reading=Reading(), findings=(finding,))
