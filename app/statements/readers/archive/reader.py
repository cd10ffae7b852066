"""ZIP archives: each member is read as a file of its own, within limits; nothing is unpacked to the disk."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from app.domain.errors import StatementRefusedError
from app.domain.statement import Finding, StatementFile
from app.domain.statement_kinds import Severity, StatementFormat
from app.statements.archive_members import ZIP_SIGNATURE, every_member
from app.statements.identify import describe, identify
from app.statements.reader import Claim, FileHead, Reader, ReadOptions, StatementSource


@dataclass(frozen=True, slots=True)
class ArchiveReader:
    """Reads archives by the readers of what is in them; an archive inside an archive is left out."""

    readers: tuple[Reader, ...]
    format: StatementFormat = StatementFormat.CSV
    """Of no meaning: a file read has the format of its first member."""

    def claim(self, head: FileHead) -> Claim | None:
        """By the signature; office documents are claimed with more confidence by their own reader."""
        return Claim(70, "a ZIP archive") if head.data.startswith(ZIP_SIGNATURE) else None

    def read(self, source: StatementSource, options: ReadOptions) -> StatementFile:
        """Read all members; raises StatementRefusedError where none of them is a statement."""
        reads: list[StatementFile] = []
        findings: list[Finding] = []
        for member in _members(source):
            try:
                read = _read(member, self.readers, options=options)
            except StatementRefusedError as refusal:
                findings.append(_left_out(member.name, f"{refusal.message} {refusal.remedy}"))
                continue
            reads.append(read)
            findings += [replace(one, message=f"{member.name}: {one.message}") for one in read.findings]
        if not reads:
            message = findings[0].message if findings else "The archive is empty."
            raise StatementRefusedError(message, "Choose the statements in it one by one.", file=source.name)
        return replace(
            reads[0],
            statements=tuple(statement for read in reads for statement in read.statements),
            findings=tuple(findings),
            decisions=tuple({item.question: item for read in reads for item in read.decisions}.values()),
        )


def _members(source: StatementSource) -> Iterator[StatementSource]:
    """The files of the archive by their bare names; folders and the hidden files of systems are passed over."""
    for shown, data in every_member(source.data, source.name):
        yield StatementSource(PurePosixPath(shown).name, data)


def _read(member: StatementSource, readers: Sequence[Reader], *, options: ReadOptions) -> StatementFile:
    """By the most confident reader that can; raises the first one's refusal."""
    first: StatementRefusedError | None = None
    for reader, _ in identify(member.head, readers):
        try:
            read = reader.read(member, options)
        except StatementRefusedError as refusal:
            first = first or refusal
            continue
        if not read.refused:
            return read
    what = describe(member.head) or "no statement"
    raise first or StatementRefusedError(f"This is {what}.", "It was left out.", file=member.name)


def _left_out(name: str, message: str) -> Finding:
    return Finding(severity=Severity.WARNING, code="member_left_out", message=f"{name}: {message}")
