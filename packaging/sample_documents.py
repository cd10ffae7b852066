"""Write the samples that are documents: three PDF statements and two spreadsheets of invented banks, all exact.

Usage: `python3 packaging/sample_documents.py [FOLDER]`; the same run gives the same bytes.
"""

import sys
from datetime import date
from pathlib import Path

from sample_pdf import GREY, INK, Pdf, Style
from sample_rows import CARD, CHECKING, GIRO, english, german, total
from sample_sheets import checking_xlsx, giro_ods

_WHITE, _ZEBRA = "1 1 1", "0.955 0.965 0.975"


def _head(pdf: Pdf, colour: str, *, bank: str, title: str, lines: tuple[str, ...]) -> None:
    pdf.band((0, 0, 595, 76), colour)
    pdf.text((48, 46), bank, style=Style(size=20, bold=True, ink=_WHITE))
    pdf.right((547, 46), title, style=Style(size=11, ink=_WHITE))
    for number, line in enumerate(lines):
        pdf.text((48, 104 + 14 * number), line, style=Style(ink=GREY if number else INK))


def _summary(pdf: Pdf, y: float, *, figures: tuple[tuple[str, str], ...]) -> None:
    pdf.band((48, y, 499, 16 * len(figures) + 12), _ZEBRA)
    for number, (label, figure) in enumerate(figures):
        pdf.text((60, y + 18 + 16 * number), label)
        pdf.right((535, y + 18 + 16 * number), figure, style=Style(bold=True))


def _columns(pdf: Pdf, y: float, *, colour: str, names: tuple[tuple[float, str], ...]) -> None:
    pdf.band((48, y - 13, 499, 19), colour)
    for x, name in names:
        (pdf.right if x > 300 else pdf.text)((x, y), name, style=Style(bold=True, ink=_WHITE))


def checking_pdf() -> bytes:
    """A US bank: money out and in by column, a running balance, two pages."""
    pdf, blue, balance = Pdf("20260701"), "0.10 0.27 0.43", 231_840
    names = ((56, "Date"), (112, "Description"), (370, "Withdrawals"), (455, "Deposits"), (535, "Balance"))
    opening, closing = balance, balance + total(CHECKING)
    _head(
        pdf,
        blue,
        bank="Harbor Bank",
        title="Checking statement",
        lines=("Statement period June 1, 2026 through June 30, 2026", "Everyday Checking, account number 000 4471 220"),
    )
    _summary(
        pdf,
        140,
        figures=(
            ("Opening balance", f"${english(opening)}"),
            ("Deposits and additions", f"${english(sum(r.amount for r in CHECKING if r.amount > 0))}"),
            ("Withdrawals", f"${english(sum(r.amount for r in CHECKING if r.amount < 0))}"),
            ("Closing balance", f"${english(closing)}"),
        ),
    )
    y = 250.0
    _columns(pdf, y, colour=blue, names=names)
    for number, row in enumerate(CHECKING):
        if number == 10:
            pdf.right((547, 815), "Page 1 of 2", style=Style(size=7, ink=GREY))
            pdf.page()
            y = 80.0
            _columns(pdf, y, colour=blue, names=names)
        y, balance = y + 22, balance + row.amount
        if number % 2:
            pdf.band((48, y - 14, 499, 21), _ZEBRA)
        pdf.text((56, y), f"{row.on:%m/%d/%Y}")
        pdf.text((112, y), row.text)
        pdf.right((370 if row.amount < 0 else 455, y), english(row.amount))
        pdf.right((535, y), english(balance))
    pdf.right((547, 815), "Page 2 of 2", style=Style(size=7, ink=GREY))
    return pdf.data()


def card_pdf() -> bytes:
    """A card: two days a row without a year, charges printed as positive, payments with a minus."""
    pdf, plum, owed = Pdf("20260626"), "0.36 0.16 0.36", 48_250
    _head(
        pdf,
        plum,
        bank="Lumen Card",
        title="Credit card statement",
        lines=("Billing period May 26, 2026 to June 25, 2026", "Card ending 8802"),
    )
    _summary(
        pdf,
        140,
        figures=(
            ("Previous balance", f"${english(owed)}"),
            ("New balance", f"${english(owed - total(CARD))}"),
            ("Minimum payment due", "$35.00"),
            ("Credit limit", "$6,000.00"),
            ("Payment due date", "07/20/2026"),
        ),
    )
    y = 270.0
    _columns(pdf, y, colour=plum, names=((56, "Trans date"), (122, "Post date"), (190, "Description"), (535, "Amount")))
    for number, row in enumerate(CARD):
        y += 22
        if number % 2:
            pdf.band((48, y - 14, 499, 21), _ZEBRA)
        pdf.text((56, y), f"{row.on:%m/%d}")
        pdf.text((122, y), f"{date.fromordinal(row.on.toordinal() + 1):%m/%d}")
        pdf.text((190, y), row.text)
        pdf.right((535, y), ("-$" if row.amount > 0 else "$") + english(row.amount))
    return pdf.data()


def giro_pdf() -> bytes:
    """A German bank: booking and value day, the minus before the figure, old and new balance."""
    pdf, green, opening = Pdf("20260701"), "0.07 0.36 0.30", 154_210
    _head(
        pdf,
        green,
        bank="Seebank Lindau",
        title="Kontoauszug 6/2026",
        lines=("Kontoauszug vom 01.06.2026 bis 30.06.2026", "IBAN DE02 1203 0000 0000 2020 51"),
    )
    y = 170.0
    _columns(
        pdf, y, colour=green, names=((56, "Buchung"), (122, "Valuta"), (190, "Verwendungszweck"), (535, "Betrag EUR"))
    )
    pdf.text((190, y + 24), "Alter Saldo", style=Style(bold=True))
    pdf.right((535, y + 24), german(opening), style=Style(bold=True))
    y += 28
    for number, row in enumerate(GIRO):
        y += 22
        if number % 2:
            pdf.band((48, y - 14, 499, 21), _ZEBRA)
        pdf.text((56, y), f"{row.on:%d.%m.%Y}")
        pdf.text((122, y), f"{row.on:%d.%m.%Y}")
        pdf.text((190, y), row.text)
        pdf.right((535, y), german(row.amount))
    pdf.text((190, y + 28), "Neuer Saldo", style=Style(bold=True))
    pdf.right((535, y + 28), german(opening + total(GIRO)), style=Style(bold=True))
    return pdf.data()


def main(folder: Path) -> None:
    """Write the five files."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {
        "harbor-checking.pdf": checking_pdf(),
        "lumen-card.pdf": card_pdf(),
        "kontoauszug.pdf": giro_pdf(),
        "household.xlsx": checking_xlsx(),
        "girokonto.ods": giro_ods(),
    }
    for name, data in files.items():
        (folder / name).write_bytes(data)


if __name__ == "__main__":
    here = Path(__file__).resolve().parents[1]
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else here / "resources" / "samples")
