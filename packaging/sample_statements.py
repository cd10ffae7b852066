"""Write the demo's statements: one invented household, twelve months, three accounts, every balance exact.

Usage: `python3 packaging/sample_statements.py [FOLDER]`; the same run gives the same bytes.
"""

import random
import sys
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

FIRST, LAST = date(2025, 11, 1), date(2026, 10, 31)
SEED = 4471


@dataclass(frozen=True, order=True)
class Row:
    """One printed row; amount in minor units of USD, money out negative."""

    on: date
    place: int
    text: str
    amount: int


class Ledger:
    """The rows of one account, in the order they were made."""

    def __init__(self) -> None:
        self.rows: list[Row] = []

    def add(self, on: date, text: str, *, amount: int) -> None:
        if FIRST <= on <= LAST:
            self.rows.append(Row(on, len(self.rows), text, amount))


def months() -> list[date]:
    """The first day of each month of the year shown."""
    return [date(FIRST.year + (FIRST.month - 1 + n) // 12, (FIRST.month - 1 + n) % 12 + 1, 1) for n in range(12)]


def month_end(first: date) -> date:
    return (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)


def card_rows(chance: random.Random) -> Ledger:
    """Shopping, eating out and subscriptions, with one refund, one price rise and one charge made twice."""
    card = Ledger()
    for number, first in enumerate(months()):
        groceries(card, first, chance=chance)
        meals(card, first, chance=chance)
        subscriptions(card, first, number=number)
        other_shopping(card, first, number=number, chance=chance)
    card.add(date(2026, 3, 14), "TACO FIESTA MARLOW OR", amount=-3160)
    card.add(date(2026, 3, 14), "TACO FIESTA MARLOW OR", amount=-3160)
    card.add(date(2026, 7, 3), "SKYWARD AIRLINES 2206117", amount=-48720)
    card.add(date(2026, 7, 18), "PINE LODGE HOTEL BENDROCK OR", amount=-61240)
    card.add(date(2026, 8, 9), "FERN & OAK HOMEWARE", amount=-12899)
    card.add(date(2026, 8, 17), "REFUND FERN & OAK HOMEWARE", amount=12899)
    return card


def groceries(card: Ledger, first: date, *, chance: random.Random) -> None:
    for day in (2, 6, 10, 15, 20, 25):
        shop = "GREEN GROCER #0142 MARLOW OR" if day % 5 else "HARVEST FOODS MARKET MARLOW OR"
        card.add(first + timedelta(days=day + chance.randint(-1, 1) - 1), shop, amount=-chance.randint(3810, 9640))
    card.add(first + timedelta(days=chance.randint(3, 24)), "OLD MILL BAKERY", amount=-chance.randint(690, 1850))


def meals(card: Ledger, first: date, *, chance: random.Random) -> None:
    places = ("CAFE LUNA", "NOODLE HOUSE MARLOW", "TACO FIESTA MARLOW OR", "BRIDGE STREET GRILL", "CAFE LUNA")
    for place in chance.sample(places, k=4):
        low, high = (460, 980) if place == "CAFE LUNA" else (1890, 5420)
        card.add(first + timedelta(days=chance.randint(0, 26)), place, amount=-chance.randint(low, high))
    coffee = first + timedelta(days=chance.randint(4, 20))
    card.add(coffee, "RIVERSIDE ROASTERS COFFEE", amount=-475)
    card.add(coffee, "RIVERSIDE ROASTERS COFFEE", amount=-475)


def subscriptions(card: Ledger, first: date, *, number: int) -> None:
    card.add(first.replace(day=4), "STREAMBOX STREAMING", amount=-1549 if number < 7 else -1799)
    card.add(first.replace(day=9), "TUNEWAVE MUSIC STREAMING", amount=-1099)
    card.add(first.replace(day=12), "CLOUDNEST CLOUD STORAGE", amount=-299)
    card.add(first.replace(day=21), "IRONWORKS GYM MARLOW", amount=-3900)


def other_shopping(card: Ledger, first: date, *, number: int, chance: random.Random) -> None:
    card.add(
        first + timedelta(days=chance.randint(6, 9)), "QUICKFUEL GAS STATION 88", amount=-chance.randint(3300, 5200)
    )
    card.add(
        first + timedelta(days=chance.randint(19, 23)), "QUICKFUEL GAS STATION 88", amount=-chance.randint(3300, 5200)
    )
    card.add(first + timedelta(days=chance.randint(1, 25)), "MARLOW TRANSIT FARES", amount=-2500)
    if number % 2:
        card.add(
            first + timedelta(days=chance.randint(2, 22)), "ELM STREET PHARMACY", amount=-chance.randint(890, 4210)
        )
    if number % 3 == 1:
        card.add(
            first + timedelta(days=chance.randint(2, 22)), "PAPER & PINE BOOKSHOP", amount=-chance.randint(1450, 6120)
        )


def checking_rows(chance: random.Random, card: Ledger) -> Ledger:
    """Salary, rent, bills, the card's bill and savings."""
    checking = Ledger()
    payday = date(2025, 11, 7)
    while payday <= LAST:
        checking.add(payday, "MERIDIAN ANALYTICS PAYROLL DIRECT DEP", amount=284016 if payday.year < 2026 else 292536)
        payday += timedelta(days=14)
    for number, first in enumerate(months()):
        checking.add(first, "WILLOW COURT APARTMENTS RENT", amount=-185000)
        winter = first.month in {11, 12, 1, 2}
        checking.add(first.replace(day=8), "NORTHLIGHT ENERGY", amount=-chance.randint(9800, 14900) - 4200 * winter)
        checking.add(first.replace(day=13), "CITY OF MARLOW WATER", amount=-chance.randint(3900, 5200))
        checking.add(first.replace(day=16), "FIBERWAY INTERNET", amount=-6499 if number < 6 else -6999)
        checking.add(first.replace(day=18), "BLUEWIRE MOBILE", amount=-4500)
        checking.add(first.replace(day=22), "HEARTH MUTUAL INSURANCE", amount=-11240)
        checking.add(first + timedelta(days=chance.randint(10, 14)), "ATM WITHDRAWAL BRIDGE STREET", amount=-6000)
        checking.add(first.replace(day=27), "TRANSFER TO SAVINGS ..9035", amount=-40000)
        bill = -sum(row.amount for row in card.rows if first <= row.on <= month_end(first))
        checking.add(month_end(first) + timedelta(days=5), "LUMEN CARD AUTOPAY PAYMENT", amount=-bill)
    checking.add(date(2026, 6, 30), "TRANSFER FROM SAVINGS ..9035", amount=100000)
    return checking


def savings_rows() -> Ledger:
    """Transfers in, one out, and interest."""
    savings = Ledger()
    for number, first in enumerate(months()):
        savings.add(first.replace(day=27), "TRANSFER FROM CHECKING ..4471", amount=40000)
        savings.add(month_end(first), "INTEREST PAID", amount=3120 + 97 * number)
    savings.add(date(2026, 6, 30), "TRANSFER TO CHECKING ..4471", amount=-100000)
    return savings


def decimal(minor: int) -> str:
    return f"{'-' if minor < 0 else ''}{abs(minor) // 100}.{abs(minor) % 100:02d}"


def checking_csv(rows: list[Row], opening: int) -> str:
    """A US bank's CSV: signed amounts and a running balance, newest row last."""
    lines, balance = ["Date,Description,Amount,Balance"], opening
    for row in rows:
        balance += row.amount
        lines.append(f'{row.on:%m/%d/%Y},"{row.text}",{decimal(row.amount)},{decimal(balance)}')
    return "\r\n".join([*lines, ""])


def savings_csv(rows: list[Row], opening: int) -> str:
    """A credit union's CSV: two amount columns and a running balance, newest row first."""
    lines, balance = [], opening
    for row in rows:
        balance += row.amount
        out, into = ("", decimal(row.amount)) if row.amount > 0 else (decimal(-row.amount), "")
        lines.append(f'{row.on:%Y-%m-%d},"{row.text}",{out},{into},{decimal(balance)}')
    return "\r\n".join(["Posting Date,Description,Debit,Credit,Balance", *reversed(lines), ""])


OFX_HEAD = """<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<?OFX OFXHEADER="200" VERSION="211" SECURITY="NONE" OLDFILEUID="NONE" NEWFILEUID="NONE"?>
<OFX>
<SIGNONMSGSRSV1><SONRS><STATUS><CODE>0</CODE><SEVERITY>INFO</SEVERITY></STATUS>\
<DTSERVER>20261101120000</DTSERVER><LANGUAGE>ENG</LANGUAGE>\
<FI><ORG>Lumen Card</ORG><FID>7731</FID></FI></SONRS></SIGNONMSGSRSV1>
<CREDITCARDMSGSRSV1><CCSTMTTRNRS><TRNUID>1</TRNUID><STATUS><CODE>0</CODE><SEVERITY>INFO</SEVERITY></STATUS>
<CCSTMTRS><CURDEF>USD</CURDEF><CCACCTFROM><ACCTID>XXXXXXXXXXXX8802</ACCTID></CCACCTFROM>
<BANKTRANLIST><DTSTART>20251101</DTSTART><DTEND>20261031</DTEND>
"""


def card_ofx(rows: list[Row], opening: int) -> str:
    """A card's QFX with its opening balance in the balance list and its closing balance in the ledger balance."""
    parts = [OFX_HEAD]
    for number, row in enumerate(rows, start=1):
        word = "CREDIT" if row.amount > 0 else "DEBIT"
        name = row.text.replace("&", "&amp;")
        parts.append(
            f"<STMTTRN><TRNTYPE>{word}</TRNTYPE><DTPOSTED>{row.on:%Y%m%d}</DTPOSTED>"
            f"<TRNAMT>{decimal(row.amount)}</TRNAMT><FITID>LC{row.on:%y%m}{number:05d}</FITID>"
            f"<NAME>{name}</NAME></STMTTRN>\n"
        )
    closing = opening + sum(row.amount for row in rows)
    parts.append(
        f"</BANKTRANLIST>\n<LEDGERBAL><BALAMT>{decimal(closing)}</BALAMT><DTASOF>20261031</DTASOF></LEDGERBAL>\n"
        "<BALLIST><BAL><NAME>Opening balance</NAME><DESC>Opening balance</DESC><BALTYPE>DOLLAR</BALTYPE>"
        f"<VALUE>{decimal(opening)}</VALUE><DTASOF>20251101</DTASOF></BAL></BALLIST>\n"
        "</CCSTMTRS></CCSTMTTRNRS></CREDITCARDMSGSRSV1>\n</OFX>\n"
    )
    return "".join(parts)


def with_card_payments(card: Ledger, checking: Ledger) -> list[Row]:
    for row in checking.rows:
        if row.text.startswith("LUMEN CARD"):
            card.add(row.on, "PAYMENT THANK YOU", amount=-row.amount)
    return sorted(card.rows)


def main(folder: Path) -> None:
    """Write the three files."""
    chance = random.Random(SEED)
    card = card_rows(chance)
    checking = checking_rows(chance, card)
    folder.mkdir(parents=True, exist_ok=True)
    files = {
        "harbor-checking-4471.csv": checking_csv(sorted(checking.rows), 412655),
        "harbor-savings-9035.csv": savings_csv(sorted(savings_rows().rows), 1284000),
        "lumen-card-8802.qfx": card_ofx(with_card_payments(card, checking), 0),
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="")


if __name__ == "__main__":
    here = Path(__file__).resolve().parents[1]
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else here / "resources" / "samples" / "demo")
