"""Hebrew set letter by letter from left to right is read as its words; set in reading order it stays as it is."""

from app.domain.statement_kinds import ProofState
from app.statements.pdf_right_to_left import in_reading_order
from app.statements.pdf_statements import read_lines
from app.statements.pdf_words import PageLine, Word
from tests.helpers.statement_texts import OPTIONS

_LINES = """
    507> ןובשחב תועונת
    300> 01/10/2023 - 31/10/2023 | 507> הפוקת
    100> חש הרתיה | 185> תוכזב | 265> הבוחב | 330> אתכמסא | 495> רואית | 555> ךיראת
    100> 87.50 | 265> 12.50 | 330> 11935 | 495> םיכרד תייפאמ | 555> 02/10/23
    100> 1,087.50 | 185> 1,000.00 | 330> 23082 | 495> 10/23תרוכשמ | 555> 05/10/23
    100> 1,007.50 | 265> 80.00 | 330> 68344 | 495> םימ דיגאת | 555> 09/10/23
"""


def page(text: str) -> list[PageLine]:
    """The lines of a page, words as wide as their letters: no font of ours holds those of Israel."""
    lines = []
    for number, line in enumerate(text.strip().splitlines(), start=1):
        words: list[Word] = []
        for cell in line.strip().split(" | "):
            right, _, phrase = cell.partition("> ")
            left = float(right) - 4.2 * len(phrase)
            for word in phrase.split():
                words.append(Word(word, left, left + 4.2 * len(word), 8.0))
                left += 4.2 * (len(word) + 1)
        lines.append(PageLine(1, number, 50.0 + 12 * number, tuple(sorted(words, key=lambda word: word.left))))
    return lines


def test_a_statement_in_hebrew_set_in_the_order_seen_is_read() -> None:
    (statement,) = read_lines(page(_LINES), "statement.pdf", made_on=None, options=OPTIONS).statements
    rows = [(row.booked_on.isoformat(), row.amount) for row in statement.rows]
    assert rows == [("2023-10-02", -1250), ("2023-10-05", 100000), ("2023-10-09", -8000)]
    assert statement.proof.state is ProofState.PROVED
    assert "10/23" in statement.rows[1].printed_payee
    assert "מאפיית דרכים" in statement.rows[0].printed_payee


def test_hebrew_in_reading_order_and_other_scripts_stay_as_they_are() -> None:
    turned = in_reading_order(page(_LINES))
    assert turned != page(_LINES)
    assert in_reading_order(turned) == turned
    assert in_reading_order(page("200> Opening balance | 300> ם")) == page("200> Opening balance | 300> ם")
