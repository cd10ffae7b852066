"""Days printed as headings with the day's balance: each row takes the day above it, and a torn heading is told."""

import re

import pytest

from app.domain.statement import StatementFile
from app.domain.statement_kinds import ProofState, Severity
from app.statements.pdf_day_headings import with_days
from tests.helpers.pdf_drawn import drawn, scanned
from tests.helpers.statement_texts import read

_OVER = "| 450> Valor | 550> Saldo por transação"
_LINES = f"""
    40 Extrato conta corrente | 300 Período: 01/10/2023 a 31/10/2023
    40 2 de Outubro de 2023 | 180 Saldo do dia: R$ 87,50 {_OVER}
    40 Compra: Padaria Central | 450> -R$ 12,50 | 550> R$ 87,50

    40 5 de Outubro de 2023 | 180 Saldo do dia: R$ 1.057,50 {_OVER}
    40 Pix recebido: Empresa | 450> R$ 1.000,00 | 550> R$ 1.087,50
    40 Pix enviado: Livia | 450> -R$ 30,00 | 550> R$ 1.057,50

    40 9 de Outubro de 2023 | 180 Saldo do dia: R$ 977,50 {_OVER}
    40 Pagamento: Companhia de Agua | 450> -R$ 80,00 | 550> R$ 977,50
"""
_ROWS = [("2023-10-02", -1250), ("2023-10-05", 100000), ("2023-10-05", -3000), ("2023-10-09", -8000)]


def of(lines: str) -> StatementFile:
    return read(drawn(lines), "statement.pdf")


def rows_of(file: StatementFile) -> list[tuple[str, int]]:
    return [(row.booked_on.isoformat(), row.amount) for one in file.statements for row in one.rows]


@pytest.mark.parametrize("over", [_OVER, ""])
def test_each_row_takes_the_day_of_the_heading_above_it(over: str) -> None:
    file = of(_LINES.replace(_OVER, over))
    assert (rows_of(file), file.decisions) == (_ROWS, ())
    assert [one.proof.state for one in file.statements] == [ProofState.PROVED]
    assert not any("Saldo do dia" in row.memo for one in file.statements for row in one.rows)


@pytest.mark.parametrize("torn", ["# de Outubro de 2023", "5 de Out? de 2023", "? 5 de Outubro de 2023", "2023", "-"])
def test_a_heading_whose_day_can_not_be_read_is_told(torn: str) -> None:
    file = of(_LINES.replace("5 de Outubro de 2023", torn))
    assert [finding.line for finding in file.findings if finding.code == "bad_date"] == [4]


def test_a_heading_without_its_year_takes_that_of_the_period() -> None:
    assert rows_of(of(_LINES.replace("5 de Outubro de 2023", "5 de Outubro"))) == _ROWS


@pytest.mark.parametrize("torn", ["Saldo do d?a: R$ 1.057,50", "Saldo do dia: R$ 1.0#7,50", "Saldo do dia:"])
def test_a_heading_whose_balance_is_torn_is_one_still(torn: str) -> None:
    assert rows_of(of(_LINES.replace("Saldo do dia: R$ 1.057,50", torn))) == _ROWS


_ALONE = """
    40 Statement 1 October 2023 to 31 October 2023 | 400 EUR
    40 Description | 450> Amount | 550> Balance
    40 2 October 2023
    40 Corner Bakery | 450> -12.50 | 550> 87.50
    40 Invoice 2023-118
    40 5 October 2023
    40 Salary | 450> 1,000.00 | 550> 1,087.50
    40 Livia | 450> -30.00 | 550> 1,057.50
    40 9 October 2023
    40 Water | 450> -80.00 | 550> 977.50
"""


def test_a_line_that_is_nearly_a_day_alone_on_its_line_is_told() -> None:
    file = of(_ALONE)
    told = [one for one in file.findings if not one.code.endswith("_not_stated")]
    assert (rows_of(file), told) == (_ROWS, [])
    for torn in ("5 Oct?ber 2023", "5 October 20Z3", "# October 2023"):
        found = of(_ALONE.replace("5 October 2023", torn)).findings
        assert [finding.line for finding in found if finding.code == "doubtful_line"] == [6]


def test_rows_that_print_their_own_days_stay_as_they_are() -> None:
    rows = "40 Date | 110 Text | 550> Saldo\n40 02/10/2023 | 110 Saldo anterior | 550> 5,00\n"
    rows += "40 03/10/2023 | 110 Saldo do dia: 6,00\n40 04/10/2023 | 110 Saldo do dia: 7,00\n"
    rows += "40 03/10/2023 | 110 Shop | 550> 6,00\n40 04/10/2023 | 110 Shop | 550> 7,00\n110 Fee | 550> 7,00"
    lines = scanned(rows)
    assert with_days(lines).lines == tuple(lines)


@pytest.mark.parametrize("worse", ["-R$ 1x,50", "-R$ 12.5x", "#####", "ver nota"])
@pytest.mark.parametrize("day", ["12,50", "80,00"])
def test_a_day_whose_only_amount_cannot_be_read_is_told(worse: str, day: str) -> None:
    lines = re.sub(r" \| 550> (R\$ [\d.,]+|Saldo por transação)", "", _LINES).replace(f"-R$ {day}", worse)
    file = of(lines)
    told = [one for one in file.findings if one.severity is Severity.ERROR]
    assert [(one.code, one.line) for one in told] == [("bad_amount", 3 if day == "12,50" else 8)]
    assert len(file.statements[0].rows) == len(_ROWS) - 1
