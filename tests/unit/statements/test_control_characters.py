"""Texts are inert: what is not seen is taken out and told, what is seen stays as printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.statements.control_characters import LONGEST, inert_text
from tests.helpers.statement_texts import read


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("Rechnung\u202egpj.exe", "Rechnunggpj.exe"),
        ("\u2066Shop\u2069", "Shop"),
        ("a\x00b\x1b[31mc", "ab[31mc"),
        ("two\r\n lines\tand tab", "two lines and tab"),
        ("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"),
        ("Žižkov 🍕 ÄÖÜ שלום", "Žižkov 🍕 ÄÖÜ שלום"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
    ],
)
def test_a_printed_text_is_made_inert(printed: str, shown: str) -> None:
    assert inert_text(printed) == shown


@given(st.text())
def test_making_a_text_inert_is_done_once(text: str) -> None:
    assert inert_text(inert_text(text)) == inert_text(text)


def test_endless_text_is_cut() -> None:
    assert len(inert_text("x" * 10 * LONGEST)) == LONGEST + 1


def test_what_was_taken_out_is_told_with_its_line() -> None:
    file = read("!Type:Bank\nD1/13/25\nT-1.00\nPShop\n^\nD1/14/25\nT-2.00\nPEvil\u202eknab\n^\n".encode(), "a.qif")
    assert [row.printed_payee for row in file.statements[0].rows] == ["Shop", "Evilknab"]
    assert [(finding.code, finding.line) for finding in file.findings] == [("text_made_inert", 6)]
