"""The dialect is found by structure, not by the file's name."""

import pytest

from app.statements.dialect import find_dialect, is_typed, with_short_delimiters


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("Datum;Betrag\n02.01.2025;-1.234,50\n", ";"),
        ('Date,Amount\n2025-01-02,"1,234.50"\n', ","),
        ("2025-01-02\tCoffee, black; sweet\t-2,50\n", "\t"),
        ("Date|Amount\n2025-01-02|5.00\n", "|"),
        ("a,b;c,d;e\n02.01.2025;x, y;5,00\n03.01.2025;x;6,00\n", ";"),
    ],
)
def test_the_delimiter_is_the_one_that_gives_whole_dates_and_amounts(text: str, delimiter: str) -> None:
    found = find_dialect(text)
    assert found is not None
    assert found.delimiter == delimiter


def test_a_declared_delimiter_is_believed() -> None:
    found = find_dialect("sep=|\nDate|Text\n")
    assert found is not None
    assert (found.delimiter, found.skipped_lines) == ("|", 1)


def test_single_quotes_are_seen() -> None:
    found = find_dialect("02-01-2025,5.00,'Rent, January'\n03-01-2025,6.00,'Tea, green'\n")
    assert found is not None
    assert found.quote == "'"


@pytest.mark.parametrize("text", ["", "one line of words", "a\nb\nc\n"])
def test_no_table_has_no_dialect(text: str) -> None:
    assert find_dialect(text) is None


def test_a_typed_row_holds_a_date_and_another_cell_with_an_amount() -> None:
    assert is_typed(["x", "02.01.2025", "5,00"])
    assert not is_typed(["02.01.2025", "03.01.2025"])
    assert not is_typed(["5,00", "6,00"])


def test_cells_divided_by_three_characters_are_divided_by_one() -> None:
    text = "DATE~|~Text~|~AMT\n02/01/2025~|~Tea; black~|~4.00\n"
    assert with_short_delimiters(text) == "DATE|Text|AMT\n02/01/2025|Tea; black|4.00\n"
    for other in ("a;b\nc;d\ne~|~f;g\n", "a|b\nc|d\n"):
        assert with_short_delimiters(other) == other


def test_one_apostrophe_in_a_cell_opens_no_quotes() -> None:
    found = find_dialect("Date;Text;Out;In\n2025-03-14;Cafe;';7.61\n2025-03-10;Bus;5'445.38;\n")
    assert found is not None
    assert found.quote == '"'
