"""What proves the first and the last row of a paper, and that none of its rows goes without a word."""

import pytest

from app.domain.statement import StatementFile
from app.domain.statement_kinds import ProofState, Severity
from tests.helpers.pdf_drawn import drawn
from tests.helpers.pdf_paper import Paper
from tests.helpers.pdf_papers import PAPERS
from tests.helpers.statement_texts import read

_HEAD = "40 Date | 110 Text | 330> Money out | 400> Money in | 480> Balance\n"
_ROWS = (
    "40 02/10/2023 | 110 Rent | 330> 20.00 | 480> 80.00\n",
    "40 03/10/2023 | 110 Pay | 400> 30.00 | 480> 110.00\n",
    "40 05/10/2023 | 110 Shop | 330> 5.50 | 480> 104.50\n",
    "40 09/10/2023 | 110 Gift | 400> 1.25 | 480> 105.75\n",
)
_BODY = "".join(_ROWS)


def of(lines: str) -> StatementFile:
    return read(drawn(lines), "statement.pdf")


def state(file: StatementFile) -> tuple[ProofState, str]:
    (statement,) = file.statements
    return statement.proof.state, statement.proof.missing


def codes(file: StatementFile, severity: Severity) -> list[str]:
    return [one.code for one in file.findings if one.severity is severity]


@pytest.mark.parametrize("body", [_BODY, "".join(_ROWS[1:]), "".join(_ROWS[:-1]), "".join(_ROWS[::-1])])
def test_running_balances_alone_say_that_nothing_stands_before_and_behind_them(body: str) -> None:
    file = of(_HEAD + body)
    assert state(file) == (ProofState.PROVED, "opening and closing")
    assert codes(file, Severity.INFO) == ["opening_not_stated", "closing_not_stated"]


@pytest.mark.parametrize(
    ("above", "below", "missing"),
    [
        ("40 Saldo anterior | 480> 100.00\n", "", "closing"),
        ("40 Endestand | 300> 105.75\n", "", "opening"),
        ("", "40 Slutstilling i alt | 480> 105.75\n", "opening"),
        ("40 Start 100.00 | 300> 105.75 Slut\n", "", ""),
        ("", "40 Total | 330> 25.50 | 400> 31.25\n", ""),
        ("40 Money in 31.25 | 300 Money out 25.50\n", "", ""),
    ],
)
def test_what_is_printed_once_more_in_whatever_words_proves_an_end(above: str, below: str, missing: str) -> None:
    file = of(above + _HEAD + _BODY + below)
    assert state(file) == (ProofState.PROVED, missing)
    assert not codes(file, Severity.WARNING)


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("40 Opening balance | 480> 100.00\n40 Balance on 31/10/2023 | 480> 105.75\n", ""),
        ("", "110 Saldo a su favor | 480> 105.75\n"),
        ("", "40 Total | 330> 25.50 | 400> 31.25\n"),
        ("40 Money in 31.25 | 300 Money out 25.50\n", ""),
    ],
)
def test_a_last_row_that_is_gone_is_told_where_a_balance_or_a_sum_is_printed(above: str, below: str) -> None:
    file = of(above + _HEAD + "".join(_ROWS[:-1]) + below)
    assert state(file)[0] is not ProofState.PROVED
    assert codes(file, Severity.WARNING)


def test_a_first_row_that_is_gone_is_told_where_the_balance_before_is_printed() -> None:
    above = "40 Balance on 1/10/2023 | 480> 100.00\n40 Balance on 31/10/2023 | 480> 105.75\n"
    assert state(of(above + _HEAD + _BODY)) == (ProofState.PROVED, "")
    assert state(of(above + _HEAD + "".join(_ROWS[1:])))[0] is not ProofState.PROVED


_TOTALS = """
40 Opening balance 100.00 | 300 Closing balance 49.00
40 Date | 110 Text | 400> Amount
40 02/10/2023 | 110 Shop | 400> -20.00
40 02/10/2023 | 110 Hotel | 400> -10.00
40 02/10/2023 | 110 Total of the day | 400> -30.00
40 05/10/2023 | 110 Book Nook | 400> -14.00
40 05/10/2023 | 110 Taxi | 400> -7.00
40 05/10/2023 | 110 Total of the day | 400> -21.00
"""


def test_a_total_that_stands_in_for_its_row_is_told() -> None:
    assert not codes(of(_TOTALS), Severity.WARNING)
    file = of(
        _TOTALS.replace("40 05/10/2023 | 110 Book Nook | 400> -14.00\n40 05/10/2023 | 110 Taxi | 400> -7.00\n", "")
    )
    assert sums(file) == [(3, -5100)]
    assert codes(file, Severity.WARNING) == ["doubtful_line"]


_CARD = """
40 Credit card statement
40 Previous balance | 150 New credits | 250 New debits | 350 New balance | 450 Minimum payment
40 50.00 | 110 - | 150 57.00 | 240 + | 250 60.00 | 340 = | 350 53.00 | 450 5.00
40 Date | 110 Text | 400> Amount
40 02/10/2023 | 110 Hotel | 400> 40.00
40 03/10/2023 | 110 Shop | 400> 20.00
40 04/10/2023 | 110 Refund | 400> 7.00 CR
40 05/10/2023 | 110 Payment thank you | 400> 50.00 CR
40 Total of new transactions | 400> 60.00
"""


def test_a_sum_that_is_taken_for_the_last_balance_is_told() -> None:
    assert state(of(_CARD)) == (ProofState.PROVED, "")
    file = of(_CARD.replace("40 04/10/2023 | 110 Refund | 400> 7.00 CR\n", ""))
    assert state(file)[0] is not ProofState.PROVED
    assert codes(file, Severity.WARNING)


_DAYS = """
40 Date | 110 Text | 330> Money out | 400> Money in | 480> Balance
40 01/10/2023 | 110 Opening balance | 480> 100.00
40 02/10/2023 | 110 Rent | 330> 20.00
40 02/10/2023 | 110 End of day balance | 480> 80.00
40 03/10/2023 | 110 Pay | 400> 30.00
40 03/10/2023 | 110 End of day balance | 480> 110.00
40 05/10/2023 | 110 Shop | 330> 5.50
40 05/10/2023 | 110 End of day balance | 480> 104.50
"""


def test_the_balance_of_the_last_day_counts_and_not_that_of_the_day_before() -> None:
    assert state(of(_DAYS)) == (ProofState.PROVED, "")
    file = of(_DAYS.replace("40 05/10/2023 | 110 Shop | 330> 5.50\n", ""))
    assert state(file)[0] is not ProofState.PROVED
    assert codes(file, Severity.WARNING)


def test_a_last_balance_to_which_no_row_leads_is_told() -> None:
    account = "40 {}\n40 Date | 110 Text | 330> Amount | 400> Balance\n40 01/10/2023 | 110 Opening balance | 400> {}\n"
    end = "40 31/10/2023 | 110 Closing balance | 400> {}\n"
    one = account.format("Account number 11112222", "10.00") + "40 02/10/2023 | 110 Shop | 330> -1.00 | 400> 9.00\n"
    one += "40 03/10/2023 | 110 Pay | 330> 5.00 | 400> 14.00\n" + end.format("14.00") + "\n"
    two = account.format("Account number 33334444", "90.00")
    row = "40 31/10/2023 | 110 Interest | 330> 1.00 | 400> 91.00\n"
    assert not codes(of(one + two + row + end.format("91.00")), Severity.WARNING)
    assert not codes(of(one + two + end.format("90.00")), Severity.WARNING)
    assert codes(of(one + two + end.format("91.00")), Severity.WARNING) == ["balance_not_reached"]


def silent_without(lines: str) -> list[str]:
    """The lines of rows without which a proved paper is proved all the same and says nothing."""
    numbered = [line for line in lines.strip("\n").splitlines() if line.strip()]
    whole = of("\n".join(numbered))
    if not whole.statements or any(one.proof.state is not ProofState.PROVED for one in whole.statements):
        return []
    silent = []
    for line in sorted({row.line for one in whole.statements for row in one.rows if row.amount}):
        file = of("\n".join(numbered[: line - 1] + numbered[line:]))
        told = file.refused or file.decisions or any(one.severity is not Severity.INFO for one in file.findings)
        shown = all(one.proof.state is ProofState.PROVED and not one.proof.missing for one in file.statements)
        if shown and not told and sums(file) != sums(whole):
            silent.append(numbered[line - 1])
    return silent


def sums(file: StatementFile) -> list[tuple[int, int]]:
    return [(len(one.rows), sum(row.amount for row in one.rows)) for one in file.statements]


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name.replace(" ", "-"))
def test_no_row_is_taken_from_a_proved_paper_without_a_word(paper: Paper) -> None:
    assert not silent_without(paper.lines)
