"""An amount whose dash may be a minus is told; the dash that stands for no decimals in its own columns is not."""

import pytest

from tests.helpers.statement_texts import read


def told(amounts: list[str]) -> list[tuple[str, int | None]]:
    rows = "".join(f"{13 + at}.01.2025;A;{amount}\n" for at, amount in enumerate(amounts))
    return [(one.code, one.line) for one in read(f"Datum;Text;Betrag\n{rows}".encode(), "a.csv").findings]


@pytest.mark.parametrize(
    ("amounts", "line"),
    [
        (["5,10-", "84.487,-", "7,00"], 3),
        (["5,10-", "84.487,26-", "7,00"], None),
        (["-5,10", "84.487,-", "7,00"], None),
        (["-5,-", "8,-", "7,00"], None),
    ],
)
def test_a_dash_that_may_be_a_minus_is_told(amounts: list[str], line: int | None) -> None:
    assert told(amounts) == ([] if line is None else [("odd_amount", line)])
