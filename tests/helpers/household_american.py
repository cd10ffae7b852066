"""The American household: a checking account and a savings account with running balances, and a card with categories."""

from datetime import date, timedelta
from decimal import Decimal

from tests.helpers.households import (
    TODAY,
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

CHECKING, CARD, SAVINGS = "Everyday Checking", "Sapphire Card", "Rainy Day Savings"

HABITS = (
    Habit("Green Grocer", "GREEN GROCER #0412 PORTLAND OR", "Groceries", 5, 2100, 14900, CARD, "Groceries"),
    Habit("Maple Market", "MAPLE MARKET 118 PORTLAND OR", "Groceries", 3, 900, 6400, CARD, "Groceries"),
    Habit("Noodle Bar", "TST* NOODLE BAR", "Eating out", 3, 1250, 4400, CARD, "Food & Drink"),
    Habit("Bluebird Cafe", "SQ *BLUEBIRD CAFE", "Eating out", 6, 425, 1380, CARD, "Food & Drink"),
    Habit("Osteria Nove", "OSTERIA NOVE", "Eating out", 1, 4800, 13900, CARD, "Food & Drink"),
    Habit("Cascade Fuel", "CASCADE FUEL 5523", "Fuel", 3, 3100, 6200, CARD, "Gas"),
    Habit("Harbor Books", "HARBOR BOOKS", "Shopping", 1, 1400, 7200, CARD, "Shopping"),
    Habit("Northwind Outfitters", "NORTHWIND OUTFITTERS", "Shopping", 1, 3900, 18900, CARD, "Shopping"),
    Habit("Rose City Cinema", "ROSE CITY CINEMA", "Entertainment", 1, 1600, 5200, CARD, "Entertainment"),
    Habit("Alder Pharmacy", "ALDER PHARMACY 77", "Health", 1, 700, 5400, CARD, "Health & Wellness"),
    Habit("Bridge City Cabs", "BRIDGE CITY CABS", "Transport", 2, 900, 3600, CARD, "Transport"),
    Habit("Cash machine", "ATM WITHDRAWAL 0091 SW 5TH AVE", "Cash", 1, 4000, 12000, CHECKING),
)  # fmt: skip
BILLS = (
    Bill("Quayside Homes", "QUAYSIDE HOMES RENT", "Housing", "-1410.00", 1, CHECKING, steps=((date(2025, 8, 1), "-1465.00"),)),
    Bill("Pioneer Energy", "PIONEER ENERGY ELECTRIC", "Electricity and gas", "-88.40", 9, CHECKING),
    Bill("Lumen Fibre", "LUMEN FIBRE INTERNET", "Internet and phone", "-49.00", 18, CHECKING, steps=((date(2025, 5, 1), "-54.00"),)),
    Bill("Cinefile", "CINEFILE STREAMING", "Streaming and software", "-7.99", 12, CARD, "Subscriptions", steps=((date(2025, 9, 1), "-9.99"),)),
    Bill("Tunely", "TUNELY MUSIC SUBSCRIPTION", "Streaming and software", "-10.99", 21, CARD, "Subscriptions"),
    Bill("Cloudkeep", "CLOUDKEEP STORAGE", "Streaming and software", "-2.99", 3, CARD, "Subscriptions", first=date(2025, 10, 1)),
    Bill("Summit Gym", "SUMMIT GYM", "Fitness", "-39.00", 5, CARD, "Fitness", last=date(2025, 7, 31)),
    Bill("Evergreen Insurance", "EVERGREEN AUTO INSURANCE", "Insurance", "-112.30", 15, CHECKING),
    Bill("Columbia Paper", "COLUMBIA PAPER PAYROLL", "Salary", "2490.00", 15, CHECKING, kind="income"),
    Bill("Columbia Paper", "COLUMBIA PAPER PAYROLL", "Salary", "2490.00", 28, CHECKING, kind="income"),
    Bill("Monthly account fee", "MONTHLY SERVICE CHARGE", "Fees", "-4.95", 28, CHECKING, last=date(2025, 6, 30)),
)  # fmt: skip
SINGLE = (
    TruthRow(date(2025, 6, 14), date(2025, 6, 15), Decimal("-642.18"), "Skyline Airlines", "SKYLINE AIRLINES 00123", "Travel", CARD, "expense", "Travel"),
    TruthRow(date(2025, 7, 8), date(2025, 7, 9), Decimal("-918.40"), "Lakeview Hotel", "LAKEVIEW HOTEL TAHOE", "Travel", CARD, "expense", "Travel"),
    TruthRow(date(2025, 10, 3), date(2025, 10, 4), Decimal("-64.00"), "Bloom Florist", "BLOOM FLORIST", "Gifts and donations", CARD, "expense", "Gifts & Donations"),
    TruthRow(date(2025, 10, 4), date(2025, 10, 4), Decimal("-64.00"), "Bloom Florist", "BLOOM FLORIST", "Gifts and donations", CARD, "expense", "Gifts & Donations"),
    TruthRow(date(2025, 3, 11), date(2025, 3, 13), Decimal("54.20"), "Northwind Outfitters", "NORTHWIND OUTFITTERS", "Shopping", CARD, "refund", "Shopping"),
    TruthRow(date(2025, 11, 20), date(2025, 11, 21), Decimal("-1249.00"), "Voltcraft Electronics", "VOLTCRAFT ELECTRONICS", "Shopping", CARD, "expense", "Shopping"),
    TruthRow(date(2025, 4, 9), date(2025, 4, 9), Decimal("812.00"), "IRS tax refund", "IRS TREAS 310 TAX REFUND", "Benefits", CHECKING, "income"),
)  # fmt: skip


def american_household() -> Household:
    rows = [*habit_rows(HABITS, "us"), *bill_rows(BILLS), *SINGLE, *_moves()]
    rows += _card_payments(rows)
    opening = {CHECKING: Decimal("3120.55"), CARD: Decimal("0.00"), SAVINGS: Decimal("8400.00")}
    return household(
        "american",
        currency="USD",
        rows=rows,
        opening=opening,
        without_purchase_day=frozenset({CHECKING, SAVINGS}),
        files=_files,
    )


def _moves() -> list[TruthRow]:
    rows = []
    for year, month in months():
        day = in_month(year, month, 20)
        for account, amount, text in (
            (CHECKING, "-300.00", "TRANSFER TO SAVINGS"),
            (SAVINGS, "300.00", "TRANSFER FROM CHECKING"),
        ):
            rows.append(TruthRow(day, day, Decimal(amount), text.title(), text, "Transfers", account, "transfer"))
        last = in_month(year, month, 31)
        rows.append(
            TruthRow(last, last, Decimal("11.40"), "Interest paid", "INTEREST PAID", "Interest", SAVINGS, "income")
        )
    return rows


def _card_payments(rows: list[TruthRow]) -> list[TruthRow]:
    paid = []
    for year, month in months():
        day = in_month(year, month, 25)
        start = (day.replace(day=1) - timedelta(days=1)).replace(day=1)
        spent = -sum(
            (row.amount for row in rows if row.account == CARD and start <= row.booked < day.replace(day=1)), Decimal(0)
        )
        if spent > 0 and day <= TODAY:
            paid.append(
                TruthRow(
                    day,
                    day,
                    -spent,
                    "Credit card payment",
                    "CREDIT CARD PAYMENT SAPPHIRE",
                    "Transfers",
                    CHECKING,
                    "transfer",
                )
            )
            paid.append(
                TruthRow(day, day, spent, "Payment thank you", "PAYMENT THANK YOU - WEB", "Transfers", CARD, "transfer")
            )
    return paid


def _files(rows: tuple[TruthRow, ...], opening: dict[str, Decimal]) -> tuple[BankFile, ...]:
    return (
        BankFile(
            "Everyday Checking.csv", _running(of_account(rows, CHECKING), opening[CHECKING]), CHECKING, "checking"
        ),
        BankFile("Rainy Day Savings.csv", _running(of_account(rows, SAVINGS), opening[SAVINGS]), SAVINGS, "savings"),
        BankFile("Sapphire Card.csv", _card(of_account(rows, CARD)), CARD, "card"),
    )


def _running(rows: list[TruthRow], opening: Decimal) -> str:
    lines, balance = ["Date,Description,Amount,Balance"], opening
    for row in rows:
        balance += row.amount
        lines.append(f"{row.booked:%m/%d/%Y},{row.printed},{row.amount},{balance}")
    return "\n".join(lines) + "\n"


def _card(rows: list[TruthRow]) -> str:
    lines = ["Transaction Date,Post Date,Description,Category,Type,Amount"]
    for row in rows:
        word = {"expense": "Sale", "refund": "Return", "transfer": "Payment"}[row.kind]
        lines.append(f"{row.day:%m/%d/%Y},{row.booked:%m/%d/%Y},{row.printed},{row.bank_category},{word},{row.amount}")
    return "\n".join(lines) + "\n"
