"""A column whose name one bad cell does not bear out is told with it; one that holds something else is not."""

import pytest

from tests.helpers.statement_texts import read


def told(head: str, rows: list[str]) -> list[tuple[str, str | None]]:
    body = "".join(f"{13 + at}.01.2025;A;{row}\n" for at, row in enumerate(rows))
    file = read(f"Date;Text;Amount;{head}\n{body}".encode(), "a.csv")
    return [(one.message.partition(" is")[0], one.column) for one in file.findings if one.code == "column_passed_over"]


@pytest.mark.parametrize(
    ("head", "rows", "where"),
    [
        ("Currency", ["-1.00;EUR", "2.00;ER"], "“ER” in line 3"),
        ("Currency", ["-1.00;EUR", "2.00;EUR"], None),
        ("Currency", ["-1.00;forint", "2.00;crowns"], None),
        ("Balance", ["-1.00;50%", "2.00;3.00"], "“50%” in line 2"),
        ("Value date", ["-1.00;20250114", "2.00;2,0250113"], "“2,0250113” in line 3"),
        ("Balance", ["-1.00;yes", "2.00;no"], None),
        ("Balance", ["-1.00;", "2.00;3.00"], None),
    ],
)
def test_the_cell_for_which_a_column_was_passed_over_is_told(head: str, rows: list[str], where: str | None) -> None:
    assert told(head, rows) == ([] if where is None else [(where, head)])
