"""Headers are found wherever they stand, and each begins a table of its own."""

from app.statements.table import Line
from app.statements.table_sections import find_sections, is_header


def lines(*texts: str) -> list[Line]:
    return [Line(number, text.split(";")) for number, text in enumerate(texts, start=1)]


def test_a_header_below_a_preamble_that_looks_like_a_row() -> None:
    (section,) = find_sections(lines("x;21/11/2025;36,00", "Date;Montant", "19/02/2026;50,00"))
    assert section.header is not None
    assert (section.header.number, len(section.preamble), len(section.body)) == (2, 1, 1)


def test_rows_without_a_header() -> None:
    (section,) = find_sections(lines("02.01.2025;Coffee;-5,00", "03.01.2025;Tea;-2,00"))
    assert section.header is None
    assert len(section.body) == 2


def test_words_of_an_unknown_language_above_the_rows_are_the_header() -> None:
    (section,) = find_sections(lines("Päev;Kes;Palju", "02.01.2025;Coffee;-5,00"))
    assert section.header is not None
    assert section.header.number == 1


def test_each_header_begins_a_table_with_the_lines_above_it() -> None:
    one, two = find_sections(
        lines("Account 1", "Date;Amount", "02.01.2025;5,00", "Account 2", "Date;Amount", "03.01.2025;6,00")
    )
    assert [line.number for line in one.body] == [3]
    assert [line.number for line in two.preamble] == [4]


def test_a_header_repeated_on_the_next_page_goes_on_with_the_table() -> None:
    (section,) = find_sections(lines("Date;Amount", "02.01.2025;5,00", "Date;Amount", "03.01.2025;6,00"))
    assert len(section.body) == 2


def test_a_row_of_text_is_no_header() -> None:
    assert not is_header(Line(1, ["Payment to date", "2025"]))
    assert is_header(Line(1, ["Datum", "Text", "Betrag"]))


def test_a_summary_above_rows_without_header_is_no_row() -> None:
    rows = ("2025/01/02;12.34;Cafe", "2025/01/03;5.00;Pay", "2025/01/04;7.00;Tea")
    (section,) = find_sections(lines("XX1234;2025/01/01;2025/01/31;10.00", *rows))
    assert (section.header, len(section.preamble), len(section.body)) == (None, 1, 3)


def test_a_header_may_say_one_word_twice() -> None:
    head = "Zorp;Datum;Objemek;Mena;Protej;Ucetek;Poznamka;Zprava;Typ;Poznamka"
    (section,) = find_sections(lines(head, "1;02.01.2025;-5,00;CZK;a;b;c;d;e;f"))
    assert section.header is not None


def test_a_summary_whose_day_is_written_another_way_is_no_row() -> None:
    rows = ("22-09-2023;PAT;-12,34;87,66", "15-09-2023;ACME;50,00;100,00", "01-09-2023;GAS;-4,00;50,00")
    (section,) = find_sections(lines("2023-09-30;PAT;54,00;87,66", *rows))
    assert (section.header, len(section.preamble), len(section.body)) == (None, 1, 3)


def test_a_header_may_go_on_in_the_line_below_it() -> None:
    rows = ("22.09.2025;22.09.2025;Cafe;5,00;;95,00", "15.09.2025;15.09.2025;Pay;;9,00;100,00")
    (section,) = find_sections(lines("Datum;Datum;Opis;Isplata;Uplata;Stanje", "book;value;;RSD;RSD;EUR x", *rows))
    assert section.header is not None
    assert section.header.cells[:2] == ["Datum book", "Datum value"]
    assert len(section.body) == 2


def test_a_row_of_words_below_a_header_that_has_digits_is_no_part_of_it() -> None:
    (section,) = find_sections(lines("Date;Text;Amount;Kind", "13.01.2025;Cafe;-5,00;x", "14.01.2025;Pay;9,00;y"))
    assert len(section.body) == 2
