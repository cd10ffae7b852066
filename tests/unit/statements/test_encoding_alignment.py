"""UTF-16 files damaged byte by byte: told with the line from which nothing holds, and whole ones are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.statement import StatementFile
from app.domain.statement_kinds import Severity
from app.statements.encoding_alignment import out_of_step
from tests.helpers.statement_texts import read

ROWS = [("2025-03-03", "Rye bread", "-4.10"), ("2025-03-04", "Café Señal", "-12.00"), ("2025-03-06", "Wage", "940.00"),
        ("2025-03-09", "Ferry", "-31.75"), ("2025-03-11", "Lamp oil", "-8.20")]  # fmt: skip
TEXT = "Date,Payee,Amount\n" + "".join(",".join(row) + "\n" for row in ROWS)
AMOUNTS = [-410, -1200, 94000, -3175, -820]
FORMS = {name: ("\ufeff" * mark + TEXT).encode(code)
         for name, code, mark in (("le", "utf-16-le", 0), ("be", "utf-16-be", 0), ("le mark", "utf-16-le", 1),
                                  ("be mark", "utf-16-be", 1))}  # fmt: skip


def amounts(file: StatementFile) -> list[int]:
    return [row.amount for statement in file.statements for row in statement.rows]


def is_told(file: StatementFile) -> bool:
    return file.refused or any(finding.severity is Severity.ERROR for finding in file.findings)


@pytest.mark.parametrize("form", FORMS)
def test_a_whole_file_is_read_without_a_word(form: str) -> None:
    file = read(FORMS[form], "a.csv")
    assert amounts(file) == AMOUNTS
    assert not file.findings


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("old", "new"), [(b"\n", b"\r\n"), (b"\n", b""), (b"\r", b"")])
def test_line_ends_rewritten_byte_by_byte_are_told(form: str, old: bytes, new: bytes) -> None:
    whole = FORMS[form]
    if old == b"\r":
        mark = whole[:2] if "mark" in form else b""
        whole = mark + TEXT.replace("\n", "\r\n").encode(f"utf-16-{form[:2]}")
    for data in (whole.replace(old, new), whole.replace(old, new, 4), whole.replace(old, new, 2)):
        file = read(data, "a.csv")
        assert is_told(file)
        first = file.findings[0]
        assert "a byte is missing or too many" in first.message
        assert first.line == (2 if new or old == b"\r" else 1)


@given(st.sampled_from(sorted(FORMS)), st.integers(0, 2 * len(TEXT)), st.none() | st.integers(0, 255))
def test_a_byte_more_or_less_anywhere_never_loses_a_row_in_silence(form: str, at: int, byte: int | None) -> None:
    whole = FORMS[form]
    data = whole[:at] + (whole[at + 1 :] if byte is None else bytes([byte]) + whole[at:])
    file = read(data, "a.csv")
    assert data == whole or is_told(file)


@pytest.mark.parametrize(
    "text", ["一一一一", "────────", "　　　　合計", "最一刀", "Ā%Ѐ", "", "日付,摘要,金額\n", "ਗੁਰਮੁਖੀ"]
)
def test_no_text_that_people_write_is_out_of_step(text: str) -> None:
    assert out_of_step(text.encode("utf-16-le"), text) is None


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_swapped_ascii_is_the_only_thing_found_in_even_bytes(text: str) -> None:
    data = text.encode("utf-16-be")
    found = out_of_step(data, text)
    assert found is None or "".join(text).encode("utf-16-le").count(b"\0") >= 4
