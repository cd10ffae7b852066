"""The German household: a current account and a call-money account, decimal commas, a preamble, German words."""

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

GIRO, SAVINGS = "Girokonto", "Tagesgeldkonto"

HABITS = (
    Habit("Kornblume Biomarkt", "Kornblume Biomarkt", "Groceries", 6, 650, 8900, GIRO),
    Habit("Supermarkt Lindner", "Supermarkt Lindner", "Groceries", 5, 480, 6300, GIRO),
    Habit("Bäckerei Ofenglück", "Bäckerei Ofenglück", "Groceries", 5, 180, 1150, GIRO),
    Habit("Gasthaus Zur Linde", "Gasthaus Zur Linde", "Eating out", 2, 1600, 6800, GIRO),
    Habit("Pizzeria Vesuvio", "Pizzeria Vesuvio", "Eating out", 2, 1100, 4200, GIRO),
    Habit("Kaffeerösterei Schwarz", "Kaffee Schwarz", "Coffee", 3, 320, 980, GIRO),
    Habit("Tankstelle Nord", "Tankstelle Nord", "Fuel", 2, 4200, 8100, GIRO),
    Habit("Regiobahn", "Regiobahn Verkehr", "Transport", 2, 350, 4900, GIRO),
    Habit("Buchhandlung Seiten", "Buchhandlung Seiten", "Shopping", 1, 990, 5400, GIRO),
    Habit("Apotheke am Markt", "Apotheke am Markt", "Health", 1, 450, 3900, GIRO),
)
BILLS = (
    Bill("Hausverwaltung Berg", "Hausverwaltung Berg Miete", "Housing", "-870.00", 1, GIRO, steps=((date(2025, 7, 1), "-905.00"),)),
    Bill("Stadtwerke Talheim", "Stadtwerke Talheim Strom", "Electricity and gas", "-78.00", 3, GIRO),
    Bill("Funkturm Telekom", "Funkturm Telekom", "Internet and phone", "-34.95", 5, GIRO),
    Bill("Filmkiste", "Filmkiste Streaming", "Streaming and software", "-11.99", 16, GIRO, steps=((date(2025, 10, 1), "-13.99"),)),
    Bill("Boulderhalle Kante", "Boulderhalle Kante", "Fitness", "-45.00", 2, GIRO, last=date(2025, 8, 31)),
    Bill("Schutzbrief Versicherung", "Schutzbrief Versicherung AG", "Insurance", "-29.80", 10, GIRO),
    Bill("Werkhof GmbH", "Werkhof GmbH Lohn Gehalt", "Salary", "2380.00", 28, GIRO, kind="income", steps=((date(2025, 1, 1), "2455.00"),)),
    Bill("Kindergeld", "Familienkasse Kindergeld", "Benefits", "250.00", 9, GIRO, kind="income"),
    Bill("Kontoführung", "Entgelt Kontoführung", "Fees", "-3.90", 30, GIRO),
)  # fmt: skip
SINGLE = (
    TruthRow(date(2025, 8, 2), date(2025, 8, 2), Decimal("-612.00"), "Alpenblick Hotel", "Alpenblick Hotel", "Travel", GIRO, "expense"),
    TruthRow(date(2025, 5, 14), date(2025, 5, 14), Decimal("19.90"), "Buchhandlung Seiten", "Buchhandlung Seiten Erstattung", "Shopping", GIRO, "refund"),
    TruthRow(date(2025, 11, 6), date(2025, 11, 6), Decimal("-200.00"), "Geldautomat", "Bargeldauszahlung Geldautomat", "Cash", GIRO, "expense"),
    TruthRow(date(2025, 11, 24), date(2025, 11, 24), Decimal("-389.00"), "Möbelhaus Eiche", "Furniture Eiche", "Shopping", GIRO, "expense"),
)  # fmt: skip


def german_household() -> Household:
    rows = [*habit_rows(HABITS, "de"), *bill_rows(BILLS), *SINGLE, *_moves()]
    opening = {GIRO: Decimal("2211.07"), SAVINGS: Decimal("6100.00")}
    both = frozenset({GIRO, SAVINGS})
    return household("german", currency="EUR", rows=rows, opening=opening, without_purchase_day=both, files=_files)


def _moves() -> list[TruthRow]:
    rows = []
    for year, month in months():
        day = in_month(year, month, 29)
        for account, amount, text in (
            (GIRO, "-150.00", "Umbuchung Tagesgeld"),
            (SAVINGS, "150.00", "Umbuchung Girokonto"),
        ):
            rows.append(TruthRow(day, day, Decimal(amount), text, text, "Transfers", account, "transfer"))
    return rows


def _files(rows: tuple[TruthRow, ...], opening: dict[str, Decimal]) -> tuple[BankFile, ...]:
    numbers = {GIRO: "DE02120300000000202051", SAVINGS: "DE02500105170137075030"}
    return tuple(
        BankFile(
            f"{account}.csv", _semicolons(of_account(rows, account), opening[account], numbers[account]), account, kind
        )
        for account, kind in ((GIRO, "checking"), (SAVINGS, "savings"))
    )


def _semicolons(rows: list[TruthRow], opening: Decimal, iban: str) -> str:
    lines = [f'"Kontonummer:";"{iban}"', "", '"Buchungstag";"Wertstellung";"Empfänger";"Betrag";"Saldo";"Währung"']
    balance = opening
    for row in rows:
        balance += row.amount
        day = f"{row.booked:%d.%m.%Y}"
        lines.append(f'"{day}";"{day}";"{row.printed}";"{_comma(row.amount)}";"{_comma(balance)}";"EUR"')
    return "\n".join(lines) + "\n"


def _comma(amount: Decimal) -> str:
    return f"{amount:,.2f}".replace(",", " ").replace(".", ",").replace(" ", ".")
