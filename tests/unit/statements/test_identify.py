"""Who claims a file: by its content, never by its ending alone, and without ever failing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.statement_kinds import StatementFormat
from app.statements.identify import describe, identify
from app.statements.reader import FileHead
from app.statements.registry import READERS

_HEADS = {
    StatementFormat.OFX: b"\n\nOFXHEADER:100\nDATA:OFXSGML\n<OFX><SIGNONMSGSRSV1>",
    StatementFormat.QIF: b"!Type:Bank\nD1/2/25\nT-1.00\n^\n",
    StatementFormat.CAMT: b'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>',
    StatementFormat.MT940: b"{1:F01X}{4:\r\n:20:X\r\n:25:1\r\n:60F:C250101EUR1,\r\n",
}


@pytest.mark.parametrize("kind", _HEADS)
@pytest.mark.parametrize("name", ["statement.csv", "x.pdf", "noending", "a.ofx"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_content_decides(kind: StatementFormat, name: str, encoding: str) -> None:
    data = _HEADS[kind].decode().encode(encoding)
    best, claim = identify(FileHead(name, data, len(data)), READERS)[0]
    assert best.format is kind
    assert claim.confidence >= 90
    assert claim.reason


@given(st.binary(max_size=3000), st.text(max_size=30))
def test_no_bytes_and_no_name_break_identification(data: bytes, name: str) -> None:
    head = FileHead(name, data, len(data))
    claims = identify(head, READERS)
    assert [claim.confidence for _, claim in claims] == sorted((claim.confidence for _, claim in claims), reverse=True)
    assert isinstance(describe(head), str)


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"%PDF-1.4", "PDF"), (b"PK\x03\x04", "ZIP"), (b"<!DOCTYPE html><html>", "web page"), (b"\x89PNG\r\n", "picture")],
)
def test_what_is_no_statement_is_named(data: bytes, words: str) -> None:
    assert words in describe(FileHead("x", data, len(data)))
