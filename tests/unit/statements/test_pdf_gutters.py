"""Two tables beside each other: read one after the other where the balances prove it, else refused."""

from app.domain.statement import StatementFile
from app.domain.statement_kinds import ProofState
from app.statements.pdf_gutters import parted_at_gutter
from tests.helpers.pdf_drawn import drawn, scanned
from tests.helpers.statement_texts import read

_LEFT = (
    "40 DATA | 70 LOJA | 250> VALOR EM R$",
    *(f"40 0{day}/10 | 70 Shop {day} | 250> {day},50" for day in range(1, 8)),
)
_RIGHT = (
    "^310 DATA | 340 LOJA | 540> VALOR EM R$",
    *(f"^310 1{day}/10 | 340 Gym {day} | 540> {day},70" for day in range(1, 6)),
)
_NEXT = "===\n40 Compras - próximas faturas\n40 DATA | 70 LOJA | 250> VALOR EM R$\n40 01/11 | 70 Rent | 250> 9,00\n40 02/11 | 70 Rent | 250> 9,00"


def bill(closing: str) -> str:
    pairs = [line for pair in zip(_LEFT, _RIGHT, strict=False) for line in pair]
    head = f"40 Fatura 16/10/2023 | 300 Vencimento 20/10/2023\n40 Total da fatura anterior 10,00 | 300 Pagamento minimo 9,00\n40 Total desta fatura {closing}\n"
    return f"{head}40 Lançamentos\n" + "\n".join([*pairs, *_LEFT[len(_RIGHT) :]])


def of(lines: str) -> StatementFile:
    return read(drawn(lines), "fatura.pdf")


def test_the_left_table_stands_before_the_right_one_though_it_is_longer() -> None:
    parted = parted_at_gutter(scanned(bill("60,00"))) or []
    texts = [line.text.split()[1:3] for line in parted if "/10 " in line.text and line.number > 3]
    assert texts == [["Shop", str(day)] for day in range(1, 8)] + [["Gym", str(day)] for day in range(1, 6)]


def test_two_tables_are_read_only_where_their_balances_close() -> None:
    file = of(bill("60,00"))
    assert [one.proof.state for one in file.statements] == [ProofState.PROVED]
    assert len(file.statements[0].rows) == 12
    broken = of(bill("61,00"))
    assert (broken.refused, "side by side" in broken.findings[0].message) == (True, True)


def test_what_the_next_bill_will_hold_is_left_out() -> None:
    file = of(f"{bill('60,00')}\n{_NEXT}")
    assert (len(file.statements[0].rows), file.statements[0].proof.state) == (12, ProofState.PROVED)


def test_one_table_has_no_gutter() -> None:
    assert parted_at_gutter(scanned("\n".join(_LEFT))) is None
