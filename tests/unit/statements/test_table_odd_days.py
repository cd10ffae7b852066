"""A cut year in a column of days is told with line and column, unless its cell was not read at all."""

import pytest

from tests.helpers.statement_texts import read


def told(text: str) -> list[tuple[str, int | None, str | None]]:
    return [(one.code, one.line, one.column) for one in read(text.encode(), "a.csv").findings]


def test_a_day_that_lost_two_figures_is_told() -> None:
    rows = "2025-02-22;A;-1.00\n25-02-24;B;2.00\n2025-02-26;C;-3.00\n2025-02-27;D;-3.00\n"
    assert told(f"Date;Text;Amount\n{rows}") == [("odd_day", 3, "Date")]


def test_a_value_day_that_lost_two_figures_is_told() -> None:
    rows = "22.02.2025;22.02.25;A;-1.00\n25.02.2025;25.02.2025;B;2.00\n26.02.2025;26.02.2025;C;-3.00\n"
    assert told(f"Date;Value date;Text;Amount\n{rows}") == [("odd_day", 2, "Value date")]


@pytest.mark.parametrize("cut", ["25-02-24", "2025-02-24"])
def test_a_day_that_was_not_read_is_told_once(cut: str) -> None:
    rows = "".join(f"2025-02-{at};A;-1.00\n" for at in range(10, 24))
    wanted = [("bad_date", 16, "Date")] if cut == "25-02-24" else []
    assert told(f"Date;Text;Amount\n{rows}{cut};B;2.00\n") == wanted


def test_many_days_of_one_length_are_not_looked_at_one_by_one() -> None:
    rows = "".join(f"{1 + at % 28:02d}.0{1 + at // 28}.2025;A;-1.00\n" for at in range(60))
    assert told(f"Datum;Text;Betrag\n{rows}") == []
    assert told(f"Datum;Text;Betrag\n{rows}05.04.25;B;2.00\n") == [("odd_day", 62, "Datum")]


def test_a_cut_year_among_named_months_is_told() -> None:
    rows = "".join(f"{at:02d} Feb 2025;A;-1.00\n" for at in range(10, 24))
    assert told(f"Date;Text;Amount\nFeb 20 25;B;2.00\n{rows}") == [("odd_day", 2, "Date")]
