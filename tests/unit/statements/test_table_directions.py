"""Unsigned amounts: the running balance tells which way each went, in either row order, or the row stays open."""

from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.statement_kinds import ProofState, Severity
from app.statements.table_directions import ways_of
from tests.helpers.statement_texts import read
from tests.helpers.tables import laid_out


@pytest.mark.parametrize(
    ("amounts", "balances", "opening", "wanted"),
    [
        ([20, 100, 5], [480, 580, 575], None, [0, 1, -1]),
        ([20, 100, 5], [480, 580, 575], 500, [-1, 1, -1]),
        ([20, 100, 5], [480, 580, 575], 460, [1, 1, -1]),
        ([20, 0, 5], [480, 480, 475], None, [0, 1, -1]),
        ([20, 30, 5], [None, 950, 945], 1000, [-1, -1, -1]),
        ([20, 30, 30, 5], [980, None, 980, 975], None, [0, 0, 0, -1]),
        ([20, 100, 5], [480, 999, 1], None, None),
        ([20], [480], None, None),
    ],
)
def test_signs_follow_from_the_steps_of_the_balance(
    amounts: list[int], balances: list[int | None], opening: int | None, wanted: list[int] | None
) -> None:
    assert ways_of(amounts, balances, opening=opening) == wanted


@settings(max_examples=200, deadline=None)
@given(st.lists(st.integers(-90_000, 90_000).filter(bool), min_size=3, max_size=40), st.booleans())
def test_no_row_ever_gets_the_wrong_sign(amounts: list[int], newest_first: bool) -> None:
    balances = list(accumulate(amounts, initial=500_000))[1:]
    lines = [
        f"2025-{1 + at // 28:02d}-{1 + at % 28:02d};Text {at};{abs(a) / 100:.2f};{b / 100:.2f}"
        for at, (a, b) in enumerate(zip(amounts, balances, strict=True))
    ]
    body = "\n".join(lines[::-1] if newest_first else lines)
    file = read(f"Date;Text;Amount;Balance\n{body}\n".encode(), "a.csv")
    if all(a > 0 for a in amounts[1:]):
        return
    assert file.reading.sign == "by_balance"
    true = {f"Text {at}": amount for at, amount in enumerate(amounts)}
    found = {row.printed_payee: row.amount for statement in file.statements for row in statement.rows}
    assert all(true[text] == amount for text, amount in found.items())
    assert set(true) - set(found) <= {"Text 0"}
    assert len(found) == len(true) or any(item.code == "unknown_direction" for item in file.findings)


def test_an_opening_balance_above_the_table_settles_the_oldest_row() -> None:
    file = read(
        b"Opening balance:;500.00\nDate;Text;Amount;Balance\n2025-01-13;A;20;480\n2025-01-14;B;5;485\n", "a.csv"
    )
    assert [row.amount for row in file.statements[0].rows] == [-2000, 500]
    assert file.statements[0].proof.state is ProofState.PROVED


def test_a_word_learned_from_proved_rows_settles_the_others() -> None:
    rows = "2025-01-13;A;Gorp;20;480\n2025-01-14;B;Blik;5;485\n2025-01-15;C;Gorp;1;484\n2025-01-16;D;Blik;9;\n"
    file = read(f"Date;Text;Kind;Amount;Balance\n{rows}".encode(), "a.csv")
    assert [row.amount for row in file.statements[0].rows] == [-2000, 500, -100, 900]


def test_the_balance_is_believed_against_letters_of_another_meaning() -> None:
    rows = "2025-01-13;A;W;20;480\n2025-01-14;B;D;5;485\n2025-01-15;C;W;1;484\n"
    file = read(f"Date;Text;D/W;Amount;Balance\n{rows}".encode(), "a.csv")
    assert [row.amount for row in file.statements[0].rows] == [-2000, 500, -100]


def test_a_row_that_stays_open_is_named_by_its_line() -> None:
    file = read(b"Date;Text;Amount;Balance\n2025-01-13;A;20;480\n2025-01-14;B;5;485\n2025-01-15;C;1;484\n", "a.csv")
    (error,) = [item for item in file.findings if item.severity is Severity.ERROR]
    assert (error.code, error.line, error.column) == ("unknown_direction", 2, "Amount")


def test_pending_rows_do_not_move_the_balance() -> None:
    rows = (
        "2025-01-16;D;Pending;9;\n2025-01-15;C;Booked;1;484\n2025-01-14;B;Booked;5;485\n2025-01-13;Fee;Booked;20;480\n"
    )
    file = read(f"Date;Text;Status;Amount;Balance\n{rows}".encode(), "a.csv")
    assert [row.amount for row in file.statements[0].rows] == [-100, 500, -2000]


def test_each_account_is_followed_by_itself() -> None:
    rows = "A1 111;2025-01-13;Fee;20;480\nB2 222;2025-01-13;Fee;7;93\nA1 111;2025-01-14;X;5;485\nB2 222;2025-01-14;Y;3;90\n"
    file = read(f"Account;Date;Text;Amount;Balance\n{rows}".encode(), "a.csv")
    assert sorted(row.amount for one in file.statements for row in one.rows) == [-2000, -700, -300, 500]


def test_signed_or_chained_amounts_are_left_as_they_are() -> None:
    assert laid_out("Date;Text;Amount;Balance\n2025-01-13;A;-20;480\n2025-01-14;B;5;485\n").sign.ways is None
    assert laid_out("Date;Text;Amount;Balance\n2025-01-13;A;20;480\n2025-01-14;B;5;485\n").sign.ways is None


def test_known_words_of_direction_stand_where_the_balances_follow_from_them() -> None:
    rows = "20250115;Cafe;Debit;12.34;87.66\n20250114;Pay;Credit;50.00;100.00\n20250113;Pay;Debit;45.00;50.00\n"
    file = read(f"Date;Name;Debit/credit;Amount;Resulting balance\n{rows}".encode(), "a.csv")
    assert [row.amount for row in file.statements[0].rows] == [-1234, 5000, -4500]
    assert file.statements[0].proof.state is ProofState.PROVED


def test_an_open_row_is_settled_by_its_kind_before_its_payee() -> None:
    rows = "2025-01-15;Ann;out;12.00;88.00\n2025-01-14;Bob;in;50.00;100.00\n2025-01-13;Bob;out;45.00;50.00\n"
    file = read(
        f"Date;Payee;Type;Amount;Balance\n{rows.replace('out', 'Zorp').replace('in;', 'Klun;')}".encode(), "a.csv"
    )
    assert [row.amount for row in file.statements[0].rows] == [-1200, 5000, -4500]


def test_words_of_direction_under_a_name_nobody_knows_say_it_before_the_kinds() -> None:
    rows = "2025-03-29;A;Transfer;5,72;-;7424,69\n2025-03-26;B;Card;4440,25;++;7430,41\n2025-03-24;C;Transfer;2398,33;+;2990,16\n"
    file = read(f"Fecha;Concepto;Categoría;Importe;D/H;Saldo\n{rows}".encode(), "a.csv")
    assert [row.amount for row in file.statements[0].rows] == [-572, 444025, 239833]


def test_no_other_text_of_a_row_overrules_its_word_of_direction() -> None:
    rows = (
        "01/26/2025;A;Cash;DR;6.22;3188.02\n01/31/2025;B;Card;CR;899.35;2288.67\n"
        "02/03/2025;C;Cash;CR;6.07;2294.74\n02/08/2025;D;Cash;CR;3.25;2297.99\n"
    )
    file = read(f"Date;Text;Category;Sens;Amount;Balance\n{rows}".encode(), "a.csv")
    assert [row.amount for row in file.statements[0].rows] == [-89935, 607, 325]
    assert [one.line for one in file.findings if one.code == "unknown_direction"] == [2]
