"""Printed statements with parts: sections that say the sign, several accounts, side tables; and those refused."""

from datetime import date

import pytest

from app.domain.statement_kinds import ProofState
from app.statements.readers.pdf.document import read_pages
from tests.helpers.pdf_marks import grouped, month_day
from tests.helpers.pdf_statements import Row, rows_from
from tests.helpers.pdf_writer import PdfWriter, text_width
from tests.helpers.statement_texts import read


def put(writer: PdfWriter, y: float, *cells: tuple[float, str]) -> float:
    """A line of texts; places beyond 400 are right edges."""
    for x, text in cells:
        (writer.right if x > 400 else writer.text)(x, y, text)
    return y + 14


def sectioned(rows: tuple[Row, ...], opening: int, *, titles: tuple[str, str]) -> bytes:
    """Money in under one heading and money out under another, all without signs."""
    writer = PdfWriter()
    closing = opening + sum(row.amount for row in rows)
    y = put(writer, 60, (50, "Everyday Checking"), (300, "January 3, 2024 through January 31, 2024"))
    y = put(writer, y, (50, "Beginning balance"), (540, f"${grouped(opening)}"))
    y = put(
        writer, y, (50, "Deposits and additions"), (540, f"${grouped(sum(r.amount for r in rows if r.amount > 0))}")
    )
    y = put(writer, y, (50, "Ending balance"), (540, f"${grouped(closing)}"))
    for title, sign in zip(titles, (1, -1), strict=True):
        y = put(writer, y + 20, (50, title))
        y = put(writer, y, (50, "Date"), (120, "Description"), (540, "Amount"))
        part = [row for row in rows if row.amount * sign > 0]
        for row in part:
            y = put(writer, y, (50, month_day(row.on)), (120, row.text), (540, grouped(row.amount)))
        y = put(writer, y, (50, f"Total {title.lower()}"), (540, f"${grouped(sum(r.amount for r in part))}"))
    y = put(writer, y + 20, (50, "Daily ending balance"))
    y = put(writer, y, (50, "Date"), (430, "Balance"))
    for row in rows[::3]:
        y = put(writer, y, (50, month_day(row.on)), (430, grouped(opening)))
    return writer.data()


@pytest.mark.parametrize(
    "titles",
    [
        ("Deposits and additions", "Withdrawals and other debits"),
        ("Deposits and other credits", "Electronic payments"),
        ("Money in", "Money out"),
    ],
)
def test_headings_say_which_way_the_money_went(titles: tuple[str, str]) -> None:
    rows = rows_from(date(2024, 1, 3))
    statement = read(sectioned(rows, 250_000, titles=titles), "checking.pdf").statements[0]

    assert sorted((row.booked_on, row.amount) for row in statement.rows) == sorted((r.on, r.amount) for r in rows)
    assert statement.proof.state is ProofState.PROVED
    assert statement.opening is not None
    assert statement.opening.amount == 250_000


def card_sections(rows: tuple[Row, ...]) -> bytes:
    """A card: payments and purchases under headings, each with a subtotal for the cardholder that looks like a row."""
    writer = PdfWriter()
    opening = 50_000
    owed = opening - sum(row.amount for row in rows)
    y = put(writer, 60, (50, "Visa Card Statement"), (300, "Closing date 02/02/2024"))
    for label, figure in (("Previous Balance", opening), ("Minimum Payment Due", 2500), ("New Balance", owed)):
        y = put(writer, y, (50, label), (540, f"${grouped(figure)}"))
    put(writer, y, (50, "Credit Limit"), (540, "$9,000.00"))
    writer.page()
    y = 60.0
    for title, sign in (("Payments and other credits", 1), ("Purchases", -1)):
        part = [row for row in rows if row.amount * sign > 0]
        y = put(writer, y + 20, (50, title))
        y = put(writer, y, (50, "Post Date"), (120, "Description"), (540, "Amount"))
        total = sum(row.amount for row in part)
        y = put(
            writer,
            y,
            (50, "Jo Bloggs"),
            (300, "Card ending 4711"),
            (540, f"{'-' if sign > 0 else ''}${grouped(total)}"),
        )
        for row in part:
            mark = "-" if sign > 0 else ""
            y = put(writer, y, (50, month_day(row.on)), (120, row.text), (540, f"{mark}${grouped(row.amount)}"))
    return writer.data()


def test_subtotals_of_a_card_are_no_rows_and_its_charges_are_money_out() -> None:
    rows = rows_from(date(2024, 1, 3))
    statement = read(card_sections(rows), "card.pdf").statements[0]

    assert sorted(row.amount for row in statement.rows) == sorted(row.amount for row in rows)
    assert statement.proof.state is ProofState.PROVED
    assert statement.closing is not None
    assert statement.closing.amount < 0


def two_accounts() -> tuple[bytes, tuple[tuple[Row, ...], tuple[Row, ...]]]:
    """A current and a savings account in one document, each with its own balances."""
    writer = PdfWriter()
    current, savings = rows_from(date(2024, 3, 1), 9), rows_from(date(2024, 3, 2), 6, seed=5)
    y = 60.0
    for label, rows, opening in (("Current account number 1234 5678", current, 100_000),
                                 ("Savings account number 8765 4321", savings, 700_000)):  # fmt: skip
        y = put(writer, y + 16, (50, label))
        y = put(writer, y, (50, "Date"), (120, "Details"), (450, "Amount"), (540, "Balance"))
        y = put(writer, y, (120, "Opening balance"), (540, grouped(opening)))
        balance = opening
        for row in rows:
            balance += row.amount
            sign = "-" if row.amount < 0 else ""
            y = put(writer, y, (50, f"{row.on:%d %b %Y}"), (120, row.text), (450, sign + grouped(row.amount)),
                    (540, ("-" if balance < 0 else "") + grouped(balance)))  # fmt: skip
        y = put(writer, y, (120, "Closing balance"), (540, ("-" if balance < 0 else "") + grouped(balance)))
    return writer.data(), (current, savings)


def test_two_accounts_are_two_statements_each_proved() -> None:
    data, (current, savings) = two_accounts()
    file = read(data, "accounts.pdf")

    assert [one.account.number for one in file.statements] == ["12345678", "87654321"]
    assert [[row.amount for row in one.rows] for one in file.statements] == [
        [row.amount for row in current],
        [row.amount for row in savings],
    ]
    assert {one.proof.state for one in file.statements} == {ProofState.PROVED}


def test_amounts_that_say_no_direction_are_asked_about() -> None:
    writer = PdfWriter()
    y = put(writer, 60, (50, "Date"), (120, "Details"), (540, "Amount"))
    for row in rows_from(date(2024, 3, 1)):
        y = put(writer, y, (50, f"{row.on:%d %b %Y}"), (120, "Shop"), (540, grouped(row.amount)))
    file = read(writer.data(), "bare.pdf")
    assert [item.question for item in file.decisions] == ["sign"]

    turned = read(writer.data(), "bare.pdf", sign="inverted")
    assert not turned.decisions
    assert all(row.amount < 0 for row in turned.statements[0].rows)


def test_a_date_order_nothing_settles_is_asked_about() -> None:
    writer = PdfWriter()
    y = put(writer, 60, (50, "Statement 2024"))
    y = put(writer, y, (50, "Date"), (120, "Details"), (540, "Amount"))
    for text, amount in (("03/04/2024", "-12.50"), ("04/04/2024", "-3.00"), ("05/04/2024", "8.00")):
        y = put(writer, y, (50, text), (120, "Shop"), (540, amount))
    assert [item.question for item in read(writer.data(), "open.pdf").decisions] == ["date_order"]

    settled = read(writer.data(), "open.pdf", date_order="dmy")
    assert not settled.decisions
    assert settled.statements[0].rows[0].booked_on == date(2024, 4, 3)


def refusal(data: bytes) -> str:
    """The message of a refused file."""
    file = read(data, "statement.pdf")
    assert file.refused
    return file.findings[0].message


def test_a_scan_is_refused_with_its_reason() -> None:
    writer = PdfWriter()
    writer.picture()
    assert "scan" in refusal(writer.data())


def test_a_blank_document_is_refused() -> None:
    assert "blank" in refusal(PdfWriter().data())


def test_a_locked_document_is_refused() -> None:
    writer = PdfWriter()
    writer.text(50, 50, "secret")
    locked = writer.data().replace(
        b"/Root 1 0 R",
        b"/Root 1 0 R /ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <"
        + b"11" * 32 + b"> /U <" + b"22" * 32 + b"> >>",
    )  # fmt: skip
    assert "password" in refusal(locked)


def test_a_letter_without_a_table_is_refused() -> None:
    writer = PdfWriter()
    writer.text(50, 50, "Dear customer, on 3 May 2024 our prices change by 2.50 a month. Yours, the bank.")
    assert "date and an amount" in refusal(writer.data())


@pytest.mark.parametrize("cut", [20, 200, 600])
def test_a_document_cut_short_is_refused_or_mended_by_the_engine(cut: int) -> None:
    data, _ = two_accounts()
    file = read(data[:-cut], "cut.pdf")
    assert file.refused or sum(len(one.rows) for one in file.statements) == 15


@pytest.mark.parametrize("turned", [False, True])
def test_the_size_of_text_is_that_which_is_seen(turned: bool) -> None:
    sizes = []
    for scaled in (False, True):
        writer = PdfWriter(scaled=scaled, turned=turned)
        writer.text(50, 60, "Corner Bakery", size=14)
        sizes.append({round(run.size, 3) for run in read_pages(writer.data(), "statement.pdf").pages[0]})
    assert sizes == [{14.0}, {14.0}]


@pytest.mark.parametrize("scaled", [False, True])
def test_labels_for_screen_readers_too_small_to_be_seen_are_no_part_of_the_cells(scaled: bool) -> None:
    writer = PdfWriter(scaled=scaled)
    y = put(writer, 60, (50, "Sort code 11-00-12"), (300, "Balance on 01 December 2023"), (540, "100.00"))
    y = put(writer, y, (50, "Date"), (120, "Description"), (420, "Money In"), (480, "Money Out"), (540, "Balance"))
    rows = (("05 Dec 23", "Shop", "", "40.00", "60.00"), ("07 Dec 23", "Pay", "264.50", "", "324.50"))
    for row in rows:
        for x, label, text in zip((50, 120, 420, 480, 540), ("Date", "Text", "In", "Out", "Balance"), row, strict=True):
            left = x if x < 400 else x - 35
            writer.text(left - 8, y, label, size=1)
            (writer.text if x < 400 else writer.right)(x, y, text or "", size=9)
            writer.text(x if x > 400 else x + 60, y, "." if text else "blank.", size=1)
        y += 14
    statement = read(writer.data(), "statement.pdf").statements[0]
    assert [(row.amount, row.printed_payee) for row in statement.rows] == [(-4000, "Shop"), (26450, "Pay")]
    assert statement.proof.state is ProofState.PROVED


@pytest.mark.parametrize(("grey", "text"), [(None, "Balance12,5"), (1.0, "Balance12,5"), (0.1, "BalanceMoney12,50")])
def test_white_words_and_letters_are_read_only_where_something_stands_behind_them(grey: float | None, text: str) -> None:
    writer = PdfWriter()
    if grey is not None:
        writer.area(40, 70, 300, 130, grey=grey)
    writer.text(50, 60, "Balance")
    writer.white(50, 100, "Money")
    writer.text(50, 120, "12,5")
    writer.white(50 + text_width("12,5", 9), 120, "0")
    runs = read_pages(writer.data(), "a.pdf").pages[0]
    assert "".join(run.text for run in runs) == text
