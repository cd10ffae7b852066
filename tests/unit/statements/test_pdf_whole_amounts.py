"""Currencies printed without decimals: yen, won and forints are amounts where the statement names such a currency."""

from datetime import date

import pytest

from app.domain.statement_kinds import ProofState
from app.statements.pdf_statements import read_lines
from app.statements.pdf_words import PageLine, Word
from tests.helpers.pdf_drawn import drawn
from tests.helpers.pdf_layouts import AMOUNT_BALANCE, PERIOD
from tests.helpers.pdf_marks import dashed
from tests.helpers.pdf_statements import Column, Layout, Row, print_statement
from tests.helpers.statement_texts import OPTIONS, read

ROWS = tuple(
    Row(date(2024, 5, 2 + 3 * index), (-1 if index % 3 else 4) * (1357 * index + 480), f"Shop {index}")
    for index in range(8)
)


def whole(minor: int) -> str:
    return f"{minor:,}"


def dotted(minor: int) -> str:
    return f"{minor:,}".replace(",", ".")


@pytest.mark.parametrize(
    ("code", "write", "factor"),
    [("JPY", whole, 1), ("KRW", whole, 1), ("HUF", dotted, 100)],
    ids=["yen", "won", "forint"],
)
def test_whole_amounts_are_read_and_proved(code: str, write: object, factor: int) -> None:
    columns = (*AMOUNT_BALANCE[:2], Column("amount", (f"Amount {code}",), 450, right=True),
               Column("balance", (f"Balance {code}",), 545, right=True))  # fmt: skip
    layout = Layout("whole", columns, dashed, write, above=(PERIOD,), opening=95_000, _rows=ROWS)  # type: ignore[arg-type]
    (statement,) = read(print_statement(layout), "whole.pdf").statements
    assert [row.amount for row in statement.rows] == [row.amount * factor for row in ROWS]
    assert [row.booked_on for row in statement.rows] == [row.on for row in ROWS]
    assert (statement.currency, statement.proof.state) == (code, ProofState.PROVED)


_BILL = """
    40 カードご利用代金請求明細書
    40 ご請求金額 | 200> 21,000円
    40 利用日 | 110 利用店名・商品名 | 330> 利用金額 | 400> 手数料 | 470> 当月請求額 | 550> 翌月繰越
    40 2023/09/02 | 110 電力 | 330> 8,000 | 470> 8,000
    40 2023/09/03 | 110 書店 | 330> 13,000 | 470> 13,000
"""


def page(text: str) -> list[PageLine]:
    """The lines of a page, each cell one word as wide as its letters: no font of ours holds those of Japan."""
    lines = []
    for number, line in enumerate(text.strip().splitlines(), start=1):
        words = []
        for cell in line.strip().split(" | "):
            place, _, word = cell.partition(" ")
            wide = sum(8.0 if ord(char) > 255 else 4.2 for char in word)
            left = float(place.rstrip(">")) - (wide if place.endswith(">") else 0)
            words.append(Word(word, left, left + wide, 8.0))
        lines.append(PageLine(1, number, 50.0 + 12 * number, tuple(words)))
    return lines


def test_the_purchases_of_a_japanese_card_s_bill_are_charges() -> None:
    bill = read_lines(page(_BILL), "bill.pdf", made_on=None, options=OPTIONS)
    assert ([row.amount for row in bill.statements[0].rows], bill.decisions) == ([-8000, -13000], ())
    assert bill.statements[0].currency == "JPY"
    cash = read_lines(page(_BILL.replace("カード", "キャッシュカード")), "cash.pdf", made_on=None, options=OPTIONS)
    assert [decision.question for decision in cash.decisions] == ["sign"]


def test_whole_numbers_are_no_amounts_of_a_currency_with_cents() -> None:
    layout = Layout("whole", AMOUNT_BALANCE, dashed, whole, above=(PERIOD,), opening=95_000, _rows=ROWS)
    assert read(print_statement(layout), "whole.pdf").refused


def test_pesos_of_chile_named_in_words_have_no_cents() -> None:
    lines = "40 Cartola desde 01/05/2024 hasta 31/05/2024 | 300 Moneda: Pesos chilenos\n40 Fecha | 100 Detalle | 400> Cargos | 470> Abonos | 550> Saldo\n"
    lines += "40 01/05 | 100 Saldo inicial | 550> 844.120\n40 03/05 | 100 Luz | 400> 23.399 | 550> 820.721\n40 07/05 | 100 Sueldo | 470> 1.000.000 | 550> 1.820.721\n"
    (found,) = read(drawn(lines), "cartola.pdf").statements
    assert (found.currency, [row.amount for row in found.rows]) == ("CLP", [-23_399, 1_000_000])
