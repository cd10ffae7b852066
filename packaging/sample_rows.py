"""What the sample documents tell: the invented rows of three accounts in June 2026."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Row:
    """One printed row: day of 2026, text, minor units with money out negative."""

    month: int
    day: int
    text: str
    amount: int

    @property
    def on(self) -> date:
        """Its day."""
        return date(2026, self.month, self.day)


CHECKING = (
    Row(6, 1, "WILLOW COURT APARTMENTS RENT", -185000),
    Row(6, 2, "GREEN GROCER #0142", -6418),
    Row(6, 4, "ELM STREET PHARMACY", -2190),
    Row(6, 5, "MERIDIAN ANALYTICS PAYROLL", 292536),
    Row(6, 8, "NORTHLIGHT ENERGY", -11824),
    Row(6, 9, "CAFE LUNA", -745),
    Row(6, 11, "ATM WITHDRAWAL BRIDGE ST", -6000),
    Row(6, 13, "CITY OF MARLOW WATER", -4471),
    Row(6, 16, "FIBERWAY INTERNET", -6999),
    Row(6, 18, "BLUEWIRE MOBILE", -4500),
    Row(6, 19, "MERIDIAN ANALYTICS PAYROLL", 292536),
    Row(6, 20, "GREEN GROCER #0142", -8127),
    Row(6, 22, "HEARTH MUTUAL INSURANCE", -11240),
    Row(6, 24, "REFUND FERN & OAK HOMEWARE", 12899),
    Row(6, 26, "QUICKFUEL GAS STATION 88", -4385),
    Row(6, 27, "TRANSFER TO SAVINGS", -40000),
    Row(6, 30, "INTEREST PAID", 42),
)
CARD = (
    Row(5, 29, "STREAMBOX STREAMING", -1799),
    Row(6, 1, "TACO FIESTA MARLOW OR", -3160),
    Row(6, 3, "OLD MILL BAKERY", -1185),
    Row(6, 7, "PAYMENT THANK YOU", 48250),
    Row(6, 9, "TUNEWAVE MUSIC STREAMING", -1099),
    Row(6, 12, "NOODLE HOUSE MARLOW", -2840),
    Row(6, 14, "SKYWARD AIRLINES 2206117", -48720),
    Row(6, 17, "PAPER & PINE BOOKSHOP", -3395),
    Row(6, 21, "IRONWORKS GYM MARLOW", -3900),
    Row(6, 23, "PAPER & PINE BOOKSHOP REFUND", 1450),
)
GIRO = (
    Row(6, 1, "Miete Juni Hausverwaltung Linde", -98000),
    Row(6, 2, "Bäckerei Kornblume", -1240),
    Row(6, 5, "Stadtwerke Abschlag Strom", -8700),
    Row(6, 9, "Buchhandlung am Markt", -3495),
    Row(6, 12, "Lastschrift Fitness Nord", -2990),
    Row(6, 15, "Gehalt Juni Werkhof GmbH", 312045),
    Row(6, 18, "Drogerie Sonnental", -2718),
    Row(6, 23, "Erstattung Krankenkasse", 6450),
    Row(6, 26, "Bargeldauszahlung", -15000),
    Row(6, 29, "Dauerauftrag Sparkonto", -40000),
)


def english(minor: int) -> str:
    """`1,234.56`, without a sign."""
    return f"{abs(minor) // 100:,}.{abs(minor) % 100:02d}"


def plain(minor: int) -> str:
    """`-1234.56`."""
    return ("-" if minor < 0 else "") + english(minor).replace(",", "")


def german(minor: int) -> str:
    """`-1.234,56`."""
    return ("-" if minor < 0 else "") + english(minor).translate(str.maketrans(",.", ".,"))


def total(rows: tuple[Row, ...]) -> int:
    """All amounts together."""
    return sum(row.amount for row in rows)
