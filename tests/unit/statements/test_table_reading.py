"""Tables read as statements: questions asked once, choices remembered, what is refused and why."""

from datetime import date

import pytest

from app.domain.statement import StatementFile
from app.domain.statement_kinds import ProofState, Severity
from app.statements.reader import ReadOptions, StatementSource
from app.statements.registry import read_statement
from tests.helpers.statement_texts import read

AMBIGUOUS = b"Date,Description,Amount\n03/04/2025,Coffee,-4.50\n05/04/2025,Lunch,-10.00\n"


def days(file: StatementFile) -> list[date]:
    return [row.booked_on for row in file.statements[0].rows]


def test_an_open_date_order_is_asked_with_rows_shown_both_ways() -> None:
    file = read(AMBIGUOUS, "a.csv")
    (decision,) = file.decisions
    assert decision.question == "date_order"
    assert decision.choices == ("mdy", "dmy")
    assert [len(shown) for shown in decision.examples] == [2, 2]
    assert "03/04/2025 → 2025-03-04: Coffee -4.50" in decision.examples[0]
    assert "03/04/2025 → 2025-04-03: Coffee -4.50" in decision.examples[1]


@pytest.mark.parametrize(("choice", "wanted"), [("dmy", date(2025, 4, 3)), ("mdy", date(2025, 3, 4))])
def test_a_choice_settles_it(choice: str, wanted: date) -> None:
    file = read(AMBIGUOUS, "a.csv", date_order=choice)
    assert not file.decisions
    assert days(file)[0] == wanted
    assert file.reading.date_order == choice


def test_a_choice_is_remembered_for_the_layout_not_for_others() -> None:
    layout = read(AMBIGUOUS, "a.csv").layout
    options = ReadOptions(today=date(2026, 11, 22), default_currency="USD", presets={layout: {"date_order": "dmy"}})
    assert not read_statement(StatementSource("b.csv", AMBIGUOUS), options).decisions
    other = AMBIGUOUS.replace(b"Description", b"Details")
    assert read_statement(StatementSource("b.csv", other), options).decisions


def test_contradicting_decimal_marks_name_the_cells() -> None:
    file = read(b"Date;Text;Amount\n2025-01-02;A;-1.50\n2025-01-03;B;-2,50\n", "a.csv")
    assert file.decisions or any(item.severity is Severity.ERROR for item in file.findings)


@pytest.mark.parametrize(
    ("text", "words", "line"),
    [
        ("Date,Description,Amount\n", "no transactions follow", 1),
        ("type,name,amount,currency\nChecking,Main,5000.00,USD\n", "no column holds dates", 1),
        ("KNAB EXPORT;;;;\n", "statement", 1),
        ("Date,Description,Amount\nx,y,z\nx,y,z\n", "holds dates", 1),
        (
            'Date,Description,Amount\n2025-01-02,"Coffee,-4.50\n2025-01-03,Lunch,-10.00\n2025-01-04,"Pay",1.00\n',
            "quotation",
            2,
        ),
    ],
)
def test_a_refusal_says_what_is_missing_where_and_what_to_do(text: str, words: str, line: int) -> None:
    file = read(text.encode(), "a.csv")
    assert file.refused
    finding = next(item for item in file.findings if item.severity is Severity.ERROR)
    assert words in finding.message
    assert finding.line == line
    assert "again" in finding.message or "mend" in finding.message


def test_a_bad_cell_is_named_by_line_and_column_and_the_rest_is_read() -> None:
    file = read(b"Date;Text;Amount\n2025-01-02;A;-1,50\n2025-01-03;B;-2x,50\n2025-01-04;C;3,00\n", "a.csv")
    (error,) = [item for item in file.findings if item.severity is Severity.ERROR]
    assert (error.line, error.column) == (3, "Amount")
    assert [row.amount for row in file.statements[0].rows] == [-150, 300]


def test_a_file_of_which_most_is_unreadable_is_refused() -> None:
    rows = "".join(f"2025-01-{day:02d};A;{day}x9\n" for day in range(2, 9))
    assert read(f"Date;Text;Amount\n2025-01-01;A;-1,50\n{rows}".encode(), "a.csv").refused


def test_broken_balances_are_told_and_the_rows_kept() -> None:
    file = read(b"Date;Text;Amount;Balance\n2025-01-02;A;-1;99\n2025-01-03;B;-1;98\n2025-01-04;C;-1;90\n", "a.csv")
    assert file.statements[0].proof.state is ProofState.BROKEN
    assert any(item.code == "balances_do_not_chain" for item in file.findings)
    assert len(file.statements[0].rows) == 3


def test_identical_rows_are_all_kept() -> None:
    row = "2025-01-02;Coffee;-2.50\n"
    assert len(read(f"Date;Text;Amount\n{row}{row}{row}".encode(), "a.csv").statements[0].rows) == 3


def test_currencies_are_never_mixed_and_a_bad_code_is_named() -> None:
    file = read(b"Date;Text;Amount;Currency\n2025-01-02;A;-1;EUR\n2025-01-03;B;-1;USD\n2025-01-04;C;-1;QQQ\n", "a.csv")
    assert sorted(statement.currency for statement in file.statements) == ["EUR", "USD"]
    assert any(item.severity is Severity.ERROR and item.line == 4 for item in file.findings)


def test_reading_is_linear_and_quick() -> None:
    import time

    def seconds(count: int) -> float:
        body = "".join(f"2025-{1 + n % 12:02d}-{1 + n % 28:02d};Shop {n};{-n % 90},50;x\n" for n in range(count))
        start = time.process_time()
        read(f"Date;Text;Amount;Note\n{body}".encode(), "a.csv")
        return time.process_time() - start

    small, large = min(seconds(2000) for _ in range(2)), seconds(20000)
    assert large < 25 * small


def test_fees_that_neither_words_nor_balances_settle_are_told() -> None:
    rows = "2025-01-13;A;-12.00;0.00\n2025-01-14;B;-20.00;0.40\n2025-01-15;C;50.00;0.00\n"
    told = {item.code: item.line for item in read(f"Date;Text;Amount;Fee\n{rows}".encode(), "a.csv").findings}
    assert told == {"fees_apart": 3}
    assert read(f"Date;Text;Amount;Fee\n{rows.replace('0.40', '0.00')}".encode(), "a.csv").findings == ()
    balanced = "2025-01-13;A;-12.00;{};88.00\n2025-01-14;B;-20.00;{};68.00\n2025-01-15;C;50.00;0.00;118.00\n"
    head = "Date;Text;Amount;Fee;Balance\n"
    oldest = read(f"{head}{balanced.format('0.40', '0.00')}".encode(), "a.csv").findings
    assert [(item.code, item.line) for item in oldest] == [("fees_apart", 2)]
    assert read(f"{head}{balanced.format('0.00', '0.40')}".encode(), "a.csv").findings == ()


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Date;Text;Amount\n03/04/2025;A;-1.50\n05/06/2025;B;2.25\n", True),
        ("Date;Text;Amount\n03/04/2025;A;-1,50\n05/06/2025;B;2,25\n", False),
        ("Date;Text;Amount (GBP)\n03/04/2025;A;-1.50\n05/06/2025;B;2.25\n", False),
        ("Date;Text;Amount (USD)\n03/04/2025;A;-1.50\n05/06/2025;B;2.25\n", True),
        ("IBAN;GB29NWBK60161331926819\nDate;Text;Amount\n03/04/2025;A;-1.50\n05/06/2025;B;2.25\n", False),
    ],
)
def test_lands_that_write_the_day_first_are_known_by_amounts_currency_and_account(text: str, asked: bool) -> None:
    file = read(text.encode(), "a.csv")
    assert [item.question for item in file.decisions] == (["date_order"] if asked else [])
    if not asked:
        assert [row.booked_on for row in file.statements[0].rows] == [date(2025, 4, 3), date(2025, 6, 5)]


def two_date_columns(values: dict[int, str], bad: str = "") -> str:
    """Thirty rows booked year first, some with a value day; the last is booked on `bad` where it is given."""
    rows = [
        f"{bad if bad and day == 30 else date(2025, 4, day).isoformat()},{values.get(day, '')},Shop {day},-1.{day:02}"
        for day in range(1, 31)
    ]
    return "\n".join(["Booking date,Value date,Text,Amount", *rows, ""])


def test_the_order_of_one_date_column_is_asked_though_the_other_is_written_year_first() -> None:
    values = {day: f"04/0{day}/2025" for day in (5, 6, 7, 8, 9)}
    (asked,) = read(two_date_columns(values).encode(), "a.csv").decisions
    assert (asked.question, asked.choices) == ("date_order", ("mdy", "dmy"))
    assert all(len(example) == 3 and "/2025 → " in example[0] for example in asked.examples)
    file = read(two_date_columns(values).encode(), "a.csv", date_order="mdy")
    found = [row.value_on for row in file.statements[0].rows if row.value_on is not None]
    assert found == [date(2025, 4, day) for day in (5, 6, 7, 8, 9)]


def test_a_day_of_another_form_is_not_read_by_the_order_of_another_column() -> None:
    values = {day: f"{day}/04/2025" for day in range(1, 31)}
    file = read(two_date_columns(values, bad="03/05/2025").encode(), "a.csv")
    assert [(item.severity, item.code, item.line) for item in file.findings] == [(Severity.ERROR, "bad_date", 31)]
    assert [row.value_on for row in file.statements[0].rows] == [row.booked_on for row in file.statements[0].rows]


@pytest.mark.parametrize("bad", ["25-05-03", "03/05/2025"])
def test_a_day_of_another_form_in_a_column_written_year_first_is_named(bad: str) -> None:
    file = read(two_date_columns({}, bad=bad).encode(), "a.csv")
    assert [(item.severity, item.code, item.line) for item in file.findings] == [(Severity.ERROR, "bad_date", 31)]
    assert len(file.statements[0].rows) == 29


def test_the_order_of_days_behind_a_time_is_proved_by_the_days() -> None:
    rows = "9:05:10 PM 03/04/2025,A,-1.50\n9:15:10 PM 13/04/2025,B,2.25\n"
    file = read(f"Date and time,Text,Amount\n{rows}".encode(), "a.csv")
    assert (file.findings, file.decisions) == ((), ())
    assert [row.booked_on for row in file.statements[0].rows] == [date(2025, 4, 3), date(2025, 4, 13)]
