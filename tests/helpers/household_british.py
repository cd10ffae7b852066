"""The British household: a current account with paid in, paid out and balance, a saver, and a card bill."""

from datetime import date
from decimal import Decimal

from tests.helpers.households import (
    BankFile,
    Bill,
    Habit,
    Household,
    TruthRow,
    bill_rows,
    habit_rows,
    household,
    in_month,
    months,
    of_account,
)  # fmt: skip

CURRENT, SAVER = "Current Account", "Instant Saver"

HABITS = (
    Habit("Harvest Foods", "CARD PAYMENT TO HARVEST FOODS", "Groceries", 7, 800, 9200, CURRENT),
    Habit("Corner Bakery", "CARD PAYMENT TO CORNER BAKERY", "Groceries", 4, 220, 980, CURRENT),
    Habit("The Crooked Inn", "CARD PAYMENT TO THE CROOKED INN", "Eating out", 2, 900, 5600, CURRENT),
    Habit("Saffron Tandoori", "CARD PAYMENT TO SAFFRON TANDOORI", "Eating out", 1, 2200, 6100, CURRENT),
    Habit("Kettle Coffee", "CARD PAYMENT TO KETTLE COFFEE", "Coffee", 6, 280, 720, CURRENT),
    Habit("Severn Rail", "CARD PAYMENT TO SEVERN RAIL", "Transport", 3, 640, 5400, CURRENT),
    Habit("Wessex Petrol", "CARD PAYMENT TO WESSEX PETROL", "Fuel", 2, 3500, 6800, CURRENT),
    Habit("Fern Pharmacy", "CARD PAYMENT TO FERN PHARMACY", "Health", 1, 350, 2400, CURRENT),
    Habit("Pennywise Clothing", "CARD PAYMENT TO PENNYWISE CLOTHING", "Shopping", 1, 1500, 9900, CURRENT),
    Habit("Dogwood Vet", "CARD PAYMENT TO DOGWOOD VET", "Pets", 1, 1800, 8800, CURRENT),
)  # fmt: skip
BILLS = (
    Bill("Thornbury Lettings", "STANDING ORDER TO THORNBURY LETTINGS", "Housing", "-950.00", 1, CURRENT),
    Bill("Avon Energy", "DIRECT DEBIT TO AVON ENERGY", "Electricity and gas", "-132.00", 4, CURRENT, steps=((date(2025, 4, 1), "-146.50"),)),
    Bill("Brook Water", "DIRECT DEBIT TO BROOK WATER", "Water", "-38.20", 6, CURRENT),
    Bill("Bristol City Council", "DIRECT DEBIT TO BRISTOL CITY COUNCIL TAX", "Taxes", "-171.00", 2, CURRENT),
    Bill("Pixel Mobile", "DIRECT DEBIT TO PIXEL MOBILE", "Internet and phone", "-16.00", 11, CURRENT),
    Bill("Boxset Streaming", "DIRECT DEBIT TO BOXSET STREAMING", "Streaming and software", "-12.99", 14, CURRENT, steps=((date(2025, 6, 1), "-14.99"),)),
    Bill("Riverside Gym", "DIRECT DEBIT TO RIVERSIDE GYM", "Fitness", "-27.50", 3, CURRENT, first=date(2025, 9, 1)),
    Bill("Hawthorn Insurance", "DIRECT DEBIT TO HAWTHORN INSURANCE", "Insurance", "-41.75", 17, CURRENT),
    Bill("Oak Trust Charity", "STANDING ORDER TO OAK TRUST CHARITY", "Gifts and donations", "-10.00", 8, CURRENT),
    Bill("Mendip Design", "BACS SALARY MENDIP DESIGN", "Salary", "2740.00", 26, CURRENT, kind="income", steps=((date(2025, 4, 1), "2865.00"),)),
    Bill("HMRC Child Benefit", "HMRC CHILD BENEFIT", "Benefits", "102.40", 7, CURRENT, kind="income"),
)  # fmt: skip
SINGLE = (
    TruthRow(date(2025, 8, 9), date(2025, 8, 9), Decimal("-486.00"), "Gullwing Airways", "CARD PAYMENT TO GULLWING AIRWAYS", "Travel", CURRENT, "expense"),
    TruthRow(date(2025, 8, 16), date(2025, 8, 16), Decimal("-372.60"), "Cliffside Hotel", "CARD PAYMENT TO CLIFFSIDE HOTEL", "Travel", CURRENT, "expense"),
    TruthRow(date(2025, 9, 5), date(2025, 9, 5), Decimal("34.50"), "Pennywise Clothing", "REFUND PENNYWISE CLOTHING", "Shopping", CURRENT, "refund"),
    TruthRow(date(2025, 11, 12), date(2025, 11, 12), Decimal("-23.80"), "Saffron Tandoori", "CARD PAYMENT TO SAFFRON TANDOORI", "Eating out", CURRENT, "expense"),
    TruthRow(date(2025, 11, 12), date(2025, 11, 12), Decimal("-23.80"), "Saffron Tandoori", "CARD PAYMENT TO SAFFRON TANDOORI", "Eating out", CURRENT, "expense"),
    TruthRow(date(2025, 2, 3), date(2025, 2, 3), Decimal("-25.00"), "Overdraft fee", "UNARRANGED OVERDRAFT FEE", "Fees", CURRENT, "expense"),
    TruthRow(date(2025, 5, 19), date(2025, 5, 19), Decimal("-60.00"), "Cash machine", "CASHPOINT WITHDRAWAL PARK ST", "Cash", CURRENT, "expense"),
)  # fmt: skip


def british_household() -> Household:
    rows = [*habit_rows(HABITS, "uk"), *bill_rows(BILLS), *SINGLE, *_moves()]
    opening = {CURRENT: Decimal("1840.12"), SAVER: Decimal("5250.00")}
    both = frozenset({CURRENT, SAVER})
    return household("british", currency="GBP", rows=rows, opening=opening, without_purchase_day=both, files=_files)


def _moves() -> list[TruthRow]:
    rows = []
    for year, month in months():
        day = in_month(year, month, 27)
        for account, amount, text in (
            (CURRENT, "-200.00", "TRANSFER TO SAVER"),
            (SAVER, "200.00", "TRANSFER FROM CURRENT"),
        ):
            rows.append(TruthRow(day, day, Decimal(amount), text.title(), text, "Transfers", account, "transfer"))
        last = in_month(year, month, 31)
        rows.append(
            TruthRow(last, last, Decimal("16.05"), "Gross interest", "GROSS INTEREST", "Interest", SAVER, "income")
        )
    return rows


def _files(rows: tuple[TruthRow, ...], opening: dict[str, Decimal]) -> tuple[BankFile, ...]:
    return tuple(
        BankFile(f"{account}.csv", _paid_in_and_out(of_account(rows, account), opening[account]), account, kind)
        for account, kind in ((CURRENT, "checking"), (SAVER, "savings"))
    )


def _paid_in_and_out(rows: list[TruthRow], opening: Decimal) -> str:
    lines, balance = ["Date,Description,Paid out,Paid in,Balance"], opening
    for row in rows:
        balance += row.amount
        out, into = ("", f"{row.amount}") if row.amount > 0 else (f"{-row.amount}", "")
        lines.append(f"{row.booked:%d/%m/%Y},{row.printed},{out},{into},{balance}")
    return "\n".join(lines) + "\n"
