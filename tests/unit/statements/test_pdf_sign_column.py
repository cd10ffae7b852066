"""Signs in a column of their own belong to their amounts; a dash here and there does not."""

import pytest

from app.statements.pdf_sign_column import with_signs
from tests.helpers.pdf_drawn import scanned


@pytest.mark.parametrize(
    ("row", "texts"),
    [("500 - | 560> 12,50", ["-12,50"]), ("560> 12,50 | 578 +", ["+12,50"]), ("440 - | 560> 12,50", ["12,50"]),
     ("500 - | 560> 12,50-", ["12,50-"]), ("400> 7,00 | 500 - | 560> 12,50", ["7,00", "-12,50"])],
)  # fmt: skip
def test_a_lone_sign_near_an_amount_is_its_own(row: str, texts: list[str]) -> None:
    lines = with_signs(scanned("\n".join(f"40 {day}.10.2023 | 110 Shop | {row}" for day in ("02", "05", "09"))))
    assert [[money.text for money in one.money] for one in lines] == [texts] * 3


def test_signs_on_few_rows_are_no_column() -> None:
    rows = [f"40 0{day}.10.2023 | 110 Shop | {'500 - | ' if day == 2 else ''}560> 12,50" for day in range(1, 6)]
    assert {money.text for one in with_signs(scanned("\n".join(rows))) for money in one.money} == {"12,50"}
