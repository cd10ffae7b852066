"""The OFX reader: claims a file by its OFX element, decodes it by its header, and reads every statement in it."""

import re
from dataclasses import replace

from app.domain.errors import StatementRefusedError
from app.domain.statement import Finding, Reading, StatementFile
from app.domain.statement_kinds import Severity, SignConvention, StatementFormat
from app.statements.encoding import decode
from app.statements.reader import Claim, FileHead, ReadOptions, StatementSource, refused
from app.statements.readers.ofx.assembly import STREAMED, Assembly
from app.statements.readers.ofx.markup import Markup

_ELEMENT = re.compile(r"<OFX[\s>]", re.IGNORECASE)
_SGML_HEADER = re.compile(r"OFXHEADER\W", re.IGNORECASE)
_CHARSET = re.compile(r"CHARSET\W{1,2}\s*([A-Za-z0-9_\-]+?)(?=COMPRESSION|\W|$)", re.IGNORECASE)
_ENCODING = re.compile(r"ENCODING\W{1,3}\s*([A-Za-z0-9_\-]+?)(?=CHARSET|\W|$)", re.IGNORECASE)
_ENDINGS = frozenset({"ofx", "qfx", "qbo"})


class OfxReader:
    """Reads OFX 1.x and 2.x bank and card statements, and the cash side of investment statements."""

    @property
    def format(self) -> StatementFormat:
        return StatementFormat.OFX

    def claim(self, head: FileHead) -> Claim | None:
        text = head.text
        element = _ELEMENT.search(text)
        header = _SGML_HEADER.search(text, 0, 4096)
        if element is not None and header is not None:
            return Claim(99, "an OFX header and an OFX element")
        if element is not None:
            before = text[: element.start()].strip()
            return Claim(95 if not before or before.startswith("<") else 50, "an OFX element")
        if header is not None:
            return Claim(90, "an OFX header")
        if head.ending in _ENDINGS:
            return Claim(15, f"the file's ending .{head.ending}")
        return None

    def read(self, source: StatementSource, options: ReadOptions) -> StatementFile:
        decoded = decode(source.data, _declared_encoding(source.head.text))
        start = _ELEMENT.search(decoded.text)
        if start is None:
            raise refused("There is no OFX element in the file.", "Download it again as OFX or QFX.", source=source)
        markup = Markup(decoded.text, STREAMED)
        assembly = Assembly(options.default_currency)
        try:
            for element in markup.elements():
                assembly.take(element)
        except StatementRefusedError as refusal:
            raise refused(refusal.message, refusal.remedy, source=source, line=refusal.line) from refusal
        assembly.finish()
        _refuse_without_statements(assembly, source)
        sign = SignConvention.INVERTED if assembly.inverted else SignConvention.AS_PRINTED
        return StatementFile(
            format=StatementFormat.OFX,
            reading=Reading(encoding=decoded.encoding, sign=sign.value),
            statements=tuple(assembly.statements),
            findings=(*decoded.findings, *_as_warnings(assembly.bank_errors), *assembly.findings),
        )


def _refuse_without_statements(assembly: Assembly, source: StatementSource) -> None:
    if not assembly.statements:
        if assembly.bank_errors:
            error = assembly.bank_errors[0]
            remedy = "Ask the bank for the statement again."
            raise refused(error.message, remedy, source=source, line=error.line, column=error.column)
        raise refused("The OFX file holds no statement.", "Download a statement of an account.", source=source)
    if assembly.unread and not any(statement.rows for statement in assembly.statements):
        first = next(finding for finding in assembly.findings if finding.severity is Severity.ERROR)
        remedy = "Not one transaction could be read. Download the statement again."
        raise refused(first.message, remedy, source=source, line=first.line, column=first.column)


def _as_warnings(errors: list[Finding]) -> tuple[Finding, ...]:
    """A bank's error beside statements that did come is a warning: those are whole."""
    return tuple(replace(error, severity=Severity.WARNING) for error in errors)


def _declared_encoding(head: str) -> str:
    """The code page the header names: ENCODING where it is a Unicode one, else CHARSET; XML's own encoding else."""
    start = _ELEMENT.search(head)
    header = head[: start.start()] if start is not None else head[:2048]
    encoding, charset = _ENCODING.search(header), _CHARSET.search(header)
    named = encoding.group(1) if encoding is not None else ""
    if charset is None or named.upper() in {"UTF-8", "UTF8", "UNICODE"}:
        return "utf-8" if named.upper() == "UNICODE" else named
    return "" if charset.group(1).upper() == "NONE" else charset.group(1)
