"""One call reads any file, and a file that can't be read says why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.statement_kinds import Severity
from tests.helpers.statement_texts import read


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe", b"\0" * 100])
def test_an_empty_file_is_refused_as_empty(data: bytes) -> None:
    file = read(data, "x.ofx")
    assert file.refused
    assert [finding.code for finding in file.findings] == ["empty_file"]


@pytest.mark.parametrize("data", [b"<html><body>Please sign on</body></html>", b"\x7fELF\x02\x01", b"Dear customer,"])
def test_what_is_no_statement_is_refused_with_a_remedy(data: bytes) -> None:
    file = read(data, "statement.ofx")
    assert file.refused
    assert file.findings[0].severity is Severity.ERROR
    assert len(file.findings[0].message.split(". ")) >= 2


@given(st.binary(max_size=2000), st.sampled_from(["x.ofx", "x.qif", "x.sta", "x.xml", "x.csv", "x"]))
def test_no_bytes_break_reading(data: bytes, name: str) -> None:
    file = read(data, name)
    assert not file.refused or any(finding.severity is Severity.ERROR for finding in file.findings)
