"""Payees: printed texts as banks write them, and the name people know."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.analysis.payees import clean_payee


@pytest.mark.parametrize(
    ("printed", "payee"),
    [
        ("GREEN GROCER #0412 SEATTLE WA", "Green Grocer Seattle"),
        ("POS PURCHASE GREEN GROCER 0412", "Green Grocer"),
        ("HARVEST FOODS MARKET MARLOW OR", "Harvest Foods Market Marlow"),
        ("Smith and Daughters MA", "Smith and Daughters MA"),
        ("SMITH AND CO", "Smith and Co"),
        ("SQ *BLUEBIRD CAFE", "Bluebird Cafe"),
        ("TST* NOODLE BAR", "Noodle Bar"),
        ("Noodle Bar", "Noodle Bar"),
        ("CARD PAYMENT TO LUMEN FIBRE", "Lumen Fibre"),
        ("DIRECT DEBIT TO QUAYSIDE HOMES", "Quayside Homes"),
        ("REWE SAGT DANKE 41023", "Rewe Sagt Danke"),
        ("AT&T WIRELESS", "AT&T Wireless"),
        ("7-ELEVEN 34521", "7-Eleven"),
        ("REFUND PENNYWISE CLOTHING", "Pennywise Clothing"),
        ("Buchhandlung Seiten Erstattung", "Buchhandlung Seiten"),
        ("Refund", "Refund"),
        ("12345", "12345"),
        ("", ""),
        ("Payment", "Payment"),
        ("McGregor's Pub", "McGregor's Pub"),
        ("JOE'S DINER", "Joe's Diner"),
    ],
)
def test_known_shapes(printed: str, payee: str) -> None:
    assert clean_payee(printed) == payee


@given(st.text(max_size=120))
def test_a_payee_is_never_lost_and_cleaning_again_changes_nothing_more(printed: str) -> None:
    cleaned = clean_payee(printed)
    assert bool(cleaned) == bool(printed.split())
    assert len(cleaned) <= 64
    assert cleaned == cleaned.strip()
