"""Another table below the rows is none of them, and rows are never taken for another table."""

import pytest

from app.statements.pdf_rows import read_printed
from app.statements.pdf_tails import without_tail
from tests.helpers.pdf_drawn import drawn, scanned
from tests.helpers.statement_texts import read

ROWS = "40 DATA | 110 DESCRIZIONE | 400> USCITE | 500> ENTRATE\n40 02.10.2023 | 110 Affitto | 400> 50,00\n40 05.10.2023 | 110 Paga | 500> 90,00\n"
TAIL = "40 Dal | 200> Saldo | 260> Giorni | 330> Numeri\n40 30.09.2023 | 200> 10,00 | 260> 12 | 330> 120\n40 12.10.2023 | 200> 50,00 | 260> 19 | 330> 950"


def left(lines: str) -> list[str]:
    found = scanned(lines)
    dated = {one.line.number for one in found if one.dates}
    return [one.text for one in without_tail(found, dated)]


def test_a_table_whose_words_stand_over_other_columns_is_left_out_without_a_word_of_doubt() -> None:
    file = read(drawn(f"40 Conto - EUR\n40 Saldo iniziale | 500> 10,00\n{ROWS}40 Saldo finale | 500> 50,00\n\n{TAIL}"), "a.pdf")
    assert [row.amount for row in file.statements[0].rows] == [-5000, 9000]
    assert not [finding.code for finding in file.findings if finding.code.startswith("bad_")]
    assert [row.texts for row in read_printed(scanned(ROWS + TAIL)).rows] == [["Affitto"], ["Paga"]]


@pytest.mark.parametrize(
    "below",
    ["110 uno due tre\n40 12.10.2023 | 110 Gas | 400> 5,00",
     "40 Dal | 200> Saldo | 260> Giorni | 400> Numeri\n40 30.09.2023 | 200> 10,00 | 260> 12 | 400> 120,00",
     "40 Dal | 200> Saldo\n40 30.09.2023 | 200> 10,00",
     "150 Dal | 200> Saldo | 260> Giorni\n40 30.09.2023 | 200> 10,00 | 260> 12"],
)  # fmt: skip
def test_what_may_be_rows_stays(below: str) -> None:
    assert len(left(ROWS + below)) == 5
