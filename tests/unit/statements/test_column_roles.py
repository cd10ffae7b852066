"""Columns get their roles by words that the cells bear out."""

from app.statements.column_roles import assign_roles, bears_out, profiles_of, sample_of
from app.statements.table import Line
from app.statements.table_words import Role


def roles(header: str, *rows: str) -> list[Role | None]:
    lines = [Line(number, row.split(";")) for number, row in enumerate(rows, start=2)]
    names = header.split(";") if header else []
    return list(assign_roles(names, profiles_of(lines, len(rows[0].split(";")))).roles)


def test_the_cells_decide_between_two_meanings_of_a_word() -> None:
    assert roles("Datum;Valuta;Betrag", "02.01.2025;02.01.2025;5,00") == [Role.BOOKED, Role.VALUE, Role.AMOUNT]
    assert roles("Datum;Valuta;Betrag", "02.01.2025;EUR;5,00") == [Role.BOOKED, Role.CURRENCY, Role.AMOUNT]


def test_unnamed_columns_are_told_by_their_cells() -> None:
    found = roles("", "NL02COFF0123456789;02.01.2025;Coffee;EUR;5,00", "NL02COFF0123456789;03.01.2025;Tea;EUR;6,00",
                  "NL02COFF0123456789;03.01.2025;Tea;EUR;6,00", "NL02COFF0123456789;03.01.2025;Tea;EUR;6,00")  # fmt: skip
    assert found == [Role.ACCOUNT, Role.BOOKED, Role.PAYEE, Role.CURRENCY, None]


def test_an_account_that_changes_with_every_row_is_the_other_partys() -> None:
    rows = [f"2025-01-0{at};NL0{at}COFF0123456789;-5.00" for at in range(1, 6)]
    assert roles("Date;Account number;Amount", *rows)[1] is Role.OTHER_ACCOUNT


def test_a_damaged_cell_does_not_cost_a_column_its_role() -> None:
    assert roles("Date;Amount", "2025-01-02;12.x0")[1] is Role.AMOUNT


def test_an_empty_column_bears_out_money_only() -> None:
    (profile,) = profiles_of([], 1)
    assert bears_out(Role.CREDIT, profile)
    assert not bears_out(Role.FLAG, profile)


def test_a_sample_is_small_and_spread() -> None:
    sample = sample_of([Line(number, []) for number in range(100_000)])
    assert len(sample) <= 402
    assert sample[-1].number > 90_000
