"""Runs become words and lines by where they stand, whatever order they were drawn in."""

from app.statements.pdf_words import Run, Word, lines_of, phrases


def run(text: str, left: float, baseline: float = 100.0, *, spaced: bool = False) -> Run:
    return Run(text, left, left + 5 * len(text), baseline, 10.0, spaced)


def texts(*runs: Run) -> list[list[str]]:
    return [[word.text for word in line.words] for line in lines_of(runs, 1, first_number=1)]


def test_lines_run_from_the_top_and_words_from_the_left() -> None:
    assert texts(run("12.50", 300), run("below", 50, 114), run("Shop", 50)) == [["Shop", "12.50"], ["below"]]


def test_a_small_gap_parts_words_only_where_a_space_was_seen() -> None:
    assert texts(run("Shop", 50), run("7", 71)) == [["Shop7"]]
    assert texts(run("Shop", 50), run("Two", 71, spaced=True)) == [["Shop", "Two"]]
    assert texts(run("12", 50), run("34", 61, spaced=True)) == [["1234"]]


def test_what_is_printed_twice_to_make_it_bold_counts_once() -> None:
    assert texts(run("Total", 50), run("Total", 50.3), run("9.00", 200)) == [["Total", "9.00"]]


def test_a_raised_baseline_is_the_same_line() -> None:
    assert texts(run("5", 50), run("th", 55, 97.5)) == [["5th"]]


def test_phrases_join_words_and_leave_columns_apart() -> None:
    words = [Word("Closing", 50, 85, 10), Word("balance", 88, 120, 10), Word("9.00", 300, 320, 10)]
    assert [phrase.text for phrase in phrases(words)] == ["Closing balance", "9.00"]


def test_words_printed_into_each_other_are_two_and_of_two_cells() -> None:
    lines = lines_of([run("Net", 20, spaced=True), run("Payout", 40, spaced=True), run("Cleared", 55, spaced=True)], 1, first_number=1)
    assert [word.text for word in lines[0].words] == ["Net", "Payout", "Cleared"]
    assert [phrase.text for phrase in phrases(lines[0].words)] == ["Net Payout", "Cleared"]
    assert texts(run("Ku", 50), run("f", 52, spaced=True)) == [["Kuf"]]
