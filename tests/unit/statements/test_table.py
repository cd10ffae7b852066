"""Lines of cells with their true line numbers; broken quoting is refused."""

import pytest

from app.domain.errors import StatementRefusedError
from app.statements.dialect import Dialect, find_dialect
from app.statements.table import split_lines, usual_width

SEMICOLON = Dialect(";")


def test_line_numbers_count_breaks_inside_cells_and_blank_lines() -> None:
    lines = split_lines('a;"b\nc";d\n\n;;\ne;f;g\n', SEMICOLON)
    assert [(line.number, line.cells) for line in lines] == [(1, ["a", "b\nc", "d"]), (5, ["e", "f", "g"])]


def test_spreadsheet_dress_is_taken_off() -> None:
    (line,) = split_lines('="0012";"""A;B""";  x ;-\n', SEMICOLON)
    assert line.cells == ["0012", "A;B", "x", ""]


def test_lines_quoted_as_a_whole_are_split() -> None:
    lines = split_lines('"a;b;""c"""\n"d;e;f"\n', SEMICOLON)
    assert [line.cells for line in lines] == [["a", "b", "c"], ["d", "e", "f"]]


def test_a_quote_that_swallows_rows_is_refused_with_its_line() -> None:
    text = '2025-01-02;"Coffee;-4,50\n2025-01-03;Lunch;-10,00\n2025-01-04;"Pay";1,00\n'
    with pytest.raises(StatementRefusedError) as caught:
        split_lines(text, SEMICOLON)
    assert caught.value.line == 1


def test_a_text_of_several_lines_is_not_taken_for_swallowed_rows() -> None:
    lines = split_lines('2025-01-02;"Firm\nStreet 4; 8001 Town\nCH";1,00\n', SEMICOLON)
    assert len(lines) == 1


def test_absurd_sizes_are_refused() -> None:
    with pytest.raises(StatementRefusedError):
        split_lines(";" * 5000, Dialect(";"))
    with pytest.raises(StatementRefusedError):
        split_lines("a;" + "x" * (2 << 20), SEMICOLON)
    with pytest.raises(StatementRefusedError):
        split_lines("a" + ";b" * 100_000, SEMICOLON)


def test_the_usual_width_is_that_of_most_lines() -> None:
    assert usual_width(split_lines("a;b\nc;d\ne;f;g\n", SEMICOLON)) == 2


def test_the_mark_that_keeps_figures_as_text_is_taken_off_where_all_cells_have_it() -> None:
    lines = split_lines("Konto;Namn\n'0012;'t Winkeltje\n'0013;Shop\n'0014;'n Boom'\n", SEMICOLON)
    assert [line.cells for line in lines[1:]] == [["0012", "'t Winkeltje"], ["0013", "Shop"], ["0014", "'n Boom'"]]


def test_one_such_mark_alone_is_left_on() -> None:
    lines = split_lines("Konto;Namn\n0012;a\n'0013;b\n0014;c\n", SEMICOLON)
    assert [line.cells[0] for line in lines[1:]] == ["0012", "'0013", "0014"]


@pytest.mark.parametrize(
    ("name", "words", "kept"),
    [
        ("Sens", ["-", "-", ".+"], ["-", "-", ".+"]),
        ("S/H", ["-", "-", "-"], ["-", "-", "-"]),
        ("S/H", ["-", "S", "-"], ["", "S", ""]),
        ("Note", ["-", "-", "x"], ["", "", "x"]),
        ("Debit/Credit", ["-", "5.00", "-"], ["", "5.00", ""]),
    ],
)
def test_a_minus_alone_is_a_word_of_direction_where_its_column_is_named_so(
    name: str, words: list[str], kept: list[str]
) -> None:
    text = f"Date;{name};Amount\n" + "".join(f"2025-01-13;{word};1.00\n" for word in words)
    dialect = find_dialect(text)
    assert dialect is not None
    assert [line.cells[1] for line in split_lines(text, dialect)[1:]] == kept


def test_words_among_marked_figures_need_no_mark() -> None:
    lines = split_lines("Tanggal;Jumlah\n'05/09;1\n'10/09;2\nPEND;3\nSaldo;4\n", SEMICOLON)
    assert [line.cells[0] for line in lines[1:]] == ["05/09", "10/09", "PEND", "Saldo"]


def test_an_apostrophe_before_a_text_that_begins_with_figures_stays() -> None:
    lines = split_lines("Date;Text;Amount\n1;'24 Shop;1\n2;'24 Shop;2\n3;Bakery;3\n", SEMICOLON)
    assert [line.cells[1] for line in lines[1:]] == ["'24 Shop", "'24 Shop", "Bakery"]
