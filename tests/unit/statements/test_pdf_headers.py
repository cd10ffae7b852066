"""Words over columns: which lines are headers, and what each date is."""

import pytest

from app.statements.pdf_headers import headers_in, money_role
from app.statements.table_words import Role
from tests.helpers.pdf_drawn import scanned


def names(lines: str) -> list[str]:
    return [header.name for header in headers_in(scanned(lines)).values()]


def test_the_halves_of_a_header_are_one() -> None:
    lines = "40 Post | 300> Amounts deducted | 480> Foreign\n^40 Date | 300> from your account | 480> Spend | 560> Balance"
    assert names(lines) == ["post date | amounts deducted from your account | foreign spend | balance"]


def test_a_half_without_known_words_stands_above_known_ones() -> None:
    assert names("40 Process | 300> Zahl\n^40 Date | 300> Amount") == ["process date | zahl amount"]


def test_a_title_above_or_a_heading_below_is_no_half() -> None:
    assert names("40 Checks\n40 Date | 300> Amount") == ["date | amount"]
    assert names("40 Date | 100 Description | 300> Amount\n100 Payments and credits") == ["date | description | amount"]


def test_the_owner_of_a_card_below_a_header_is_none_of_its_words() -> None:
    header = "40 Post | 100 Trans | 300> Reference\n^40 Date | 100 Date | 300> Number | 400> Amount\n"
    assert names(f"{header}^40 Theo Quill | 220 XXXX 0123 | 400> Total Activity") == names(header)
    assert names(f"{header}^40 Theo Quill | 220 Gold | 400> Total Activity") == names(header)


def test_a_footnote_is_no_header() -> None:
    assert names("40 Detail | 120 *Indicates posting date\n40 Payments | 560> Amount") == []


def test_the_words_above_say_what_a_lone_date_is() -> None:
    lines = scanned("40 Sale Date | 100 Post Date | 300> Amount\n100 10/02 | 300> 12.50\n40 10/02 | 100 10/03 | 300> 1.00")
    header = next(iter(headers_in(lines).values()))
    assert [header.roles_of_dates(one.dates) for one in lines[1:]] == [[Role.BOOKED], [Role.MADE, Role.BOOKED]]


def test_the_words_above_two_dates_say_which_is_the_booked_one() -> None:
    above = {
        "40 POST | 100 TRAN\n^40 DATE | 100 DATE | 300> AMOUNT": [Role.BOOKED, Role.MADE],
        "40 Einkaufs- | 100 Verbucht | 300> Gutschrift | 400> Belastung\n"
        "^40 datum | 100 am | 160 Beschreibung | 300> CHF | 400> CHF": [Role.MADE, Role.BOOKED],
    }
    for words, roles in above.items():
        header = next(iter(headers_in(scanned(words)).values()))
        assert [role for role, _ in header.date_columns()] == roles


def test_two_days_below_one_pair_of_words() -> None:
    header = next(iter(headers_in(scanned("40 Buchung/Wert | 300> Betrag")).values()))
    assert [role for role, _ in header.date_columns()] == [Role.BOOKED, Role.VALUE]


@pytest.mark.parametrize(
    ("name", "role"),
    [("zu Ihren Lasten", Role.DEBIT), ("zu Ihren Gunsten", Role.CREDIT), ("Amount Subtracted", Role.DEBIT),
     ("Amount Added", Role.CREDIT), ("Credit limit", Role.OTHER_NUMBER), ("Bedrag in vreemde valuta", Role.ORIGINAL_AMOUNT)],
)  # fmt: skip
def test_what_a_column_of_amounts_is(name: str, role: Role) -> None:
    assert money_role(name) is role


def test_of_two_columns_of_days_the_one_called_post_is_the_day_of_booking() -> None:
    lines = scanned("40 Card | 80 Trans | 120 Post | 400> Amount\n40 7731 | 80 10/02 | 120 10/04 | 400> 12.50")
    header = next(iter(headers_in(lines).values()))
    assert header.roles_of_dates(lines[-1].dates) == [Role.MADE, Role.BOOKED]


def test_a_day_below_a_word_is_that_word_s_though_another_day_without_one_stands_before_it() -> None:
    lines = scanned("40 Arrived here | 110 Transaction date | 300> Amount\n40 03 Oct 23 | 110 02 Oct 23 | 300> 12.50")
    header = next(iter(headers_in(lines).values()))
    assert header.roles_of_dates(lines[1].dates) == [Role.VALUE, Role.MADE]
