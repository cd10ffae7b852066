"""Thai years: of the Buddhist era only where every date of a Thai table is, else as printed."""

from datetime import date

import pytest

from app.domain.statement import StatementFile
from app.domain.statement_kinds import ProofState, Severity
from app.statements.reader import ReadOptions, StatementSource
from app.statements.registry import read_statement

HEAD = "วันที่,รายการ,ถอนเงิน,ฝากเงิน,ยอดเงินคงเหลือ\n"
TODAY = date(2025, 6, 30)


def file_of(text: str) -> StatementFile:
    return read_statement(StatementSource("a.csv", text.encode()), ReadOptions(today=TODAY, default_currency="EUR"))


def days(file: StatementFile) -> list[str]:
    return [row.booked_on.isoformat() for one in file.statements for row in one.rows]


def table(form: str, *years: object, head: str = HEAD) -> str:
    money = (",,900.00,1900.00", ",45.50,,1854.50", ",12.00,,1842.50")
    dates = ("29/02", "05/03", "11/04")
    rows = zip(dates, money, years, strict=True)
    return head + "".join(f"{form.format(day, year)},ร้าน{rest}\n" for day, rest, year in rows)


@pytest.mark.parametrize("form", ["{}/{}", "{}/{} 14:05"])
def test_thai_years_are_read_as_common_ones(form: str) -> None:
    file = file_of(table(form, 2567, 2567, 2568))
    assert days(file) == ["2024-02-29", "2024-03-05", "2025-04-11"]
    assert [row.amount for row in file.statements[0].rows] == [90000, -4550, -1200]
    assert (file.statements[0].proof.state, file.statements[0].currency) == (ProofState.PROVED, "THB")
    assert "years_of_another_era" in {item.code for item in file.findings}


def test_thai_years_of_two_figures_are_told_from_years_no_bank_exports() -> None:
    assert days(file_of(table("{}/{}", 67, 67, 68))) == ["2024-02-29", "2024-03-05", "2025-04-11"]


@pytest.mark.parametrize("years", [(2024, 2024, 2025), (24, 24, 25)])
def test_common_years_in_a_thai_table_stay(years: tuple[int, ...]) -> None:
    file = file_of(table("{}/{}", *years))
    assert days(file) == ["2024-02-29", "2024-03-05", "2025-04-11"]
    assert not file.statements[0].currency_stated
    assert "years_of_another_era" not in {item.code for item in file.findings}


def test_baht_are_as_good_as_thai_words() -> None:
    rows = "03/03/2568;A;-1.00;THB\n20/05/2568;B;5.00;THB\n"
    assert days(file_of(f"Date;Text;Amount;Currency\n{rows}")) == ["2025-03-03", "2025-05-20"]


@pytest.mark.parametrize(
    "text",
    [
        table("{}/{}", 2567, 2567, 2568, head="Date,Text,Out,In,Balance\n").replace("ร้าน", "Shop"),
        table("{}/{}", 2567, 2567, 2567).replace("05/03/2567", "05/03/2024"),
        table("{}/{}", 2568, 2568, 2600),
    ],
)
def test_years_far_ahead_are_no_thai_ones_without_thai_or_where_one_differs(text: str) -> None:
    file = file_of(text)
    assert "years_of_another_era" not in {item.code for item in file.findings}
    assert file.refused or any(item.severity is not Severity.INFO for item in file.findings)
