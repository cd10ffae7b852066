"""Thirty-odd layouts of printed statements, each with another way to write dates, amounts, signs, columns or years."""

from datetime import date

from tests.helpers.pdf_marks import (
    both_marked,
    comma,
    dashed,
    day_month,
    day_name,
    day_name_year,
    dollars,
    dotted,
    dotted_short,
    french_day,
    german_day,
    glued,
    iso,
    marked,
    month_day,
    name_day,
    name_day_year,
    parentheses,
    point,
    soll_haben,
    spaced,
    swiss,
    trailing,
    turned,
    unsigned,
)
from tests.helpers.pdf_statements import Column, Layout, Row

DATE = Column("date", ("Date",), 50)
TEXT = Column("text", ("Description",), 120)
AMOUNT = Column("amount", ("Amount",), 540, right=True)
BALANCE = Column("balance", ("Balance",), 545, right=True)
AMOUNT_BALANCE = (DATE, TEXT, Column("amount", ("Amount",), 450, right=True), BALANCE)
DEBIT_CREDIT = (DATE, TEXT, Column("debit", ("Withdrawals",), 370, right=True),
                Column("credit", ("Deposits",), 455, right=True), BALANCE)  # fmt: skip
PERIOD = "Statement period {first:%d %B %Y} to {last:%d %B %Y}"
CARD = ("Credit Card Statement", "Minimum payment due|25.00", "Credit limit|5,000.00", "Payment due date 28 March 2024")


def _bank(name: str, **changes: object) -> Layout:
    base: dict[str, object] = {"name": name, "columns": AMOUNT_BALANCE, "date": dashed, "money": point}
    return Layout(**(base | changes))  # type: ignore[arg-type]


def _card(name: str, **changes: object) -> Layout:
    base: dict[str, object] = {
        "columns": (DATE, TEXT, AMOUNT),
        "date": day_name,
        "money": turned(point),
        "opening": -80_000,
        "above": (*CARD, PERIOD, "Previous balance|{opening}", "New balance|{closing}"),
    }
    return _bank(name, **(base | changes))


ACROSS = date(2023, 12, 20)

LAYOUTS = (
    _bank("plain signed with balance"),
    _bank("ruled table", ruled=True),
    _bank("debit and credit columns", columns=DEBIT_CREDIT, money=unsigned, date=day_name, above=(PERIOD,)),
    _bank("several pages", rows_a_page=9, count=40, above=(PERIOD,), date=day_name),
    _bank("several pages one header", rows_a_page=9, count=40, header_again=False, above=(PERIOD,), date=day_name),
    _bank("across new year", first=ACROSS, date=day_month, above=(PERIOD,)),
    _bank("month first no year", date=month_day, money=dollars, above=(PERIOD,)),
    _bank("month name first", date=name_day, money=dollars, above=("{first:%B %d, %Y} through {last:%B %d, %Y}",)),
    _bank("glued days", date=glued, above=("Statement date: {last:%d %b %Y}",)),
    _bank("spaced two-digit years", date=day_name_year),
    _bank("long american dates", date=name_day_year, money=dollars),
    _bank("iso dates newest first", date=iso, newest_first=True),
    _bank("trailing minus", columns=(Column("date", ("Buchung",), 50), Column("value", ("Valuta",), 115),
          Column("text", ("Verwendungszweck",), 180), Column("amount", ("Betrag EUR",), 545, right=True)),
          date=dotted, money=trailing, balance_money=trailing, opening_line="Alter Saldo", closing_line="Neuer Saldo",
          currency="EUR"),
    _bank("soll haben", columns=(Column("date", ("Datum",), 50), Column("text", ("Text",), 120),
          Column("amount", ("Betrag",), 545, right=True)), date=dotted_short, money=soll_haben, currency="EUR",
          above=("Kontoauszug vom {first:%d.%m.%Y} bis {last:%d.%m.%Y}", "IBAN DE02 1203 0000 0000 2020 51"),
          opening_line="Kontostand alt", closing_line="Kontostand neu"),
    _bank("german long dates", columns=(Column("date", ("Datum",), 50), Column("text", ("Buchungstext",), 160),
          Column("amount", ("Betrag in EUR",), 545, right=True)), date=german_day, money=comma, currency="EUR"),
    _bank("french spaced groups", columns=(Column("date", ("Date",), 50), Column("text", ("Libellé",), 120),
          Column("debit", ("Débit (€)",), 450, right=True), Column("credit", ("Crédit (€)",), 540, right=True)),
          date=french_day, money=lambda minor: spaced(abs(minor)), balance_money=spaced, currency="EUR",
          above=("Relevé du {first:%d/%m/%Y} au {last:%d/%m/%Y}",), opening_line="Solde précédent",
          closing_line="Nouveau solde", opening=900_000),
    _bank("swiss apostrophes", columns=(Column("date", ("Datum",), 50), Column("text", ("Text",), 120),
          Column("debit", ("Belastung",), 360, right=True), Column("credit", ("Gutschrift",), 440, right=True),
          Column("value", ("Valuta",), 455), Column("balance", ("Saldo CHF",), 555, right=True)),
          date=dotted, money=lambda minor: swiss(abs(minor)), balance_money=swiss, currency="CHF", opening=900_000),
    _bank("kerned digits", kern=120.0),
    _bank("kerned digits wide", kern=240.0, gap=16),
    _bank("small print", size=6, gap=9, rows_a_page=60),
    _bank("turned page", turned=True),
    _bank("stacked header", columns=(Column("date", ("Post", "Date"), 50), Column("value", ("Value", "Date"), 100),
          Column("text", ("", "Details of transaction"), 160), Column("amount", ("Transaction", "Amount"), 450, right=True),
          Column("balance", ("Running", "Balance"), 545, right=True)), date=day_month, above=(PERIOD,)),
    _bank("date printed once a day", date_once=True, columns=DEBIT_CREDIT, money=unsigned,
          _rows=tuple(Row(date(2024, 5, 3 + index // 3), (1 if index % 5 == 1 else -1) * (1013 * index + 77), f"Shop {index}")
                      for index in range(16))),
    _bank("amount on the last line", amount_on_last_line=True, columns=DEBIT_CREDIT, money=unsigned),
    _bank("no header at all", columns=tuple(Column(c.holds, (), c.x, right=c.right) for c in AMOUNT_BALANCE),
          date=day_month, above=(PERIOD,)),
    _bank("unsigned with balance", money=unsigned, balance_money=point, opening=900_000),
    _bank("debit credit marks", columns=(DATE, TEXT, AMOUNT), money=both_marked, opening_line="Opening balance",
          closing_line="Closing balance"),
    _bank("left aligned amounts", columns=(DATE, TEXT, Column("amount", ("Amount",), 390),
          Column("balance", ("Balance",), 480))),
    _bank("brought forward lines", columns=(DATE, TEXT, Column("debit", ("Paid out",), 370, right=True),
          Column("credit", ("Paid in",), 455, right=True), BALANCE), money=unsigned, date=day_name, above=(PERIOD,),
          opening_line="BALANCE BROUGHT FORWARD", closing_line="BALANCE CARRIED FORWARD"),
    _bank("running number first", columns=(Column("number", ("No",), 40), Column("date", ("Date",), 70),
          Column("text", ("Particulars",), 140), Column("debit", ("Dr",), 370, right=True),
          Column("credit", ("Cr",), 455, right=True), BALANCE), money=unsigned),
    _bank("dots in pounds", columns=(DATE, TEXT, Column("debit", ("Money out (£)",), 370, right=True),
          Column("credit", ("Money in (£)",), 455, right=True), Column("balance", ("Balance (£)",), 550, right=True)),
          money=unsigned, date=day_month, above=("1 January - 31 January 2024",), currency="GBP"),
    _bank("year in the heading only", date=day_name, above=("Annual statement 2023",), first=date(2023, 1, 4),
          count=20),
    _bank("month in the heading only", date=day_month, above=("June 2023",), first=date(2023, 6, 2)),
    _card("card charges positive"),
    _card("card credits in parentheses", money=turned(parentheses)),
    _card("card credits marked", money=marked, balance_money=turned(point)),
    _card("card two dates", columns=(Column("date", ("Trans Date",), 50), Column("value", ("Post Date",), 110),
          Column("text", ("Description",), 180), AMOUNT), date=month_day, money=turned(dollars),
          above=(*CARD, "Billing cycle {first:%m/%d/%Y} - {last:%m/%d/%Y}", "Previous Balance|{opening}",
                 "New Balance|{closing}")),
    _card("card across new year", first=ACROSS, date=glued),
    _card("card reference column", columns=(DATE, Column("reference", ("Reference",), 100),
          Column("text", ("Description",), 170), AMOUNT), rows_a_page=8, count=30),
)  # fmt: skip
