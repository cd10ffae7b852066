"""Delimited text and workbooks of many layouts, with every cell of money, days, currency and direction in its place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from tests.hostile.cells.printed import Numbers, Place, Printed, Role, Truth, filled, plain
from tests.hostile.cells.sheets import ODS, XLSX, Sheets

Columns = Sequence[Role | str]
WORKBOOKS = frozenset({"xlsx", "ods"})
_NAMES = {
    Role.DATE: ("Date", "Buchungstag", "Fecha", "Transaction Date", "Date opération"),
    Role.VALUE_DATE: ("Value Date", "Valuta", "Fecha valor", "Value date", "Date valeur"),
    "text": ("Description", "Verwendungszweck", "Concepto", "Details", "Libellé"),
    Role.AMOUNT: ("Amount", "Betrag", "Importe", "Amount", "Montant"),
    Role.OUT: ("Debit", "Soll", "Cargo", "Money Out", "Débit"),
    Role.IN: ("Credit", "Haben", "Abono", "Money In", "Crédit"),
    Role.SIGN: ("Type", "S/H", "D/H", "Debit/Credit", "Sens"),
    Role.BALANCE: ("Balance", "Saldo", "Saldo", "Running Balance", "Solde"),
    Role.CURRENCY: ("Currency", "Währung", "Divisa", "Currency", "Devise"),
    "kind": ("Category", "Buchungstext", "Categoría", "Category", "Catégorie"),
}
_DATE_FORMS = ("%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y", "%d %b %Y", "%d.%m.%y", "%m/%d/%y", "%Y%m%d", "%Y/%m/%d")
_NUMBERS = (
    Numbers(), Numbers(), Numbers(group=","), Numbers(","), Numbers(",", "."), Numbers(",", " "), Numbers(".", "'"),
    Numbers(",", "\u00a0"), Numbers(group=",", negative="({})"), Numbers(",", ".", negative="{}-"), Numbers(group=",", unit="${}"),
    Numbers(",", ".", unit="{} EUR"),
)  # fmt: skip
_SIGN_WORDS = (
    {"D": -1, "C": 1}, {"DBIT": -1, "CRDT": 1}, {"Debit": -1, "Credit": 1}, {"S": -1, "H": 1}, {"-": -1, "+": 1}, {"DR": -1, "CR": 1},
)  # fmt: skip
_SHOPS = ("Green Grocer", "Corner Bakery", "City Transport", "Book Shop", "Water Works", "Cafe Central", "Payroll")


@dataclass(frozen=True, slots=True)
class Table:
    """A layout: its columns, how it prints, and what parts its cells."""

    columns: Columns
    numbers: Numbers
    date_form: str
    signs: Mapping[str, int]
    delimiter: str
    language: int
    newest_first: bool

    @property
    def currency(self) -> str:
        """What the file says, else what the owner's other accounts have."""
        return "EUR" if Role.CURRENCY in self.columns or "EUR" in self.numbers.unit else "USD"

    @property
    def has_balances(self) -> bool:
        """Whether each row states the balance after it."""
        return Role.BALANCE in self.columns


def any_table(random: Random) -> Table:
    """A layout by chance."""
    money = random.choice(("amount", "amount", "amount", "two", "sign"))
    columns: list[Role | str] = [Role.DATE]
    columns += [Role.VALUE_DATE] * (random.random() < 0.25)
    columns += ["text"] + ["kind"] * (random.random() < 0.2)
    pair: list[Role | str] = [Role.OUT, Role.IN] if random.random() < 0.7 else [Role.IN, Role.OUT]
    signed: list[Role | str] = [Role.AMOUNT, Role.SIGN] if random.random() < 0.5 else [Role.SIGN, Role.AMOUNT]
    columns += pair if money == "two" else signed if money == "sign" else [Role.AMOUNT]
    columns += [Role.BALANCE] * (random.random() < 0.4)
    numbers = random.choice(_NUMBERS)
    columns += [Role.CURRENCY] * (numbers.unit == "{}" and random.random() < 0.35)
    return Table(
        columns=tuple(columns),
        numbers=numbers,
        date_form=random.choice(_DATE_FORMS),
        signs=random.choice(_SIGN_WORDS) if money == "sign" else {},
        delimiter=random.choice(",,;;\t|"),
        language=random.randrange(5),
        newest_first=random.random() < 0.4,
    )


def any_rows(random: Random, count: int, *, currency: str = "EUR") -> list[Truth]:
    """Rows by chance, oldest first, a few days between them."""
    day, balance = date(2025, random.randint(1, 3), random.randint(1, 28)), random.randint(50_000, 400_000)
    rows = []
    for number in range(count):
        day += timedelta(days=random.randint(0, 5))
        size = random.randint(1, 9 * 10 ** random.randint(2, 5))
        amount = size if random.random() < 0.3 else -size
        balance += amount
        value_day = day + timedelta(days=random.choice((0, 0, 0, 1, 2)))
        key = f"K{number:03d}Q"
        rows.append(Truth(key=key, day=day, amount=amount, balance=balance, currency=currency, value_day=value_day))
    return rows


def any_csv(random: Random, count: int) -> Printed:
    """A delimited text by chance."""
    table = any_table(random)
    rows = any_rows(random, count, currency=table.currency)
    places, lines_of_cells = _cells(table, rows, random)
    head = table.delimiter.join(_NAMES[column][table.language] for column in table.columns)

    def data(changed: Mapping[int, str]) -> bytes:
        texts = ([_quoted(filled([cell], places, changed), table.delimiter) for cell in cells] for cells in lines_of_cells)
        lines = [head, *(table.delimiter.join(line) for line in texts)]
        return ("\n".join(lines) + "\n").encode()

    return _printed("csv", table, rows=rows, places=places, data=data)


def any_xlsx(random: Random, count: int) -> Printed:
    """An XLSX workbook by chance."""
    return _any_workbook("xlsx", XLSX, random=random, count=count)


def any_ods(random: Random, count: int) -> Printed:
    """An OpenDocument spreadsheet by chance."""
    return _any_workbook("ods", ODS, random=random, count=count)


def _any_workbook(kind: str, sheets: Sheets, *, random: Random, count: int) -> Printed:
    """Its cells all texts or, where they are whole, numbers; of a program that writes numbers unseen, in any case."""
    table = any_table(random)
    rows = any_rows(random, count, currency=table.currency)
    places, lines_of_cells = _cells(table, rows, random)
    head = [sheets.text(_NAMES[column][table.language]) for column in table.columns]
    typed = table.numbers == Numbers() and random.random() < 0.8
    written = sheets.kept if random.random() < 0.3 else sheets.number
    money = {number for number, place in enumerate(places) if place.role in _MONEY}

    def data(changed: Mapping[int, str]) -> bytes:
        lines = [head]
        for cells in lines_of_cells:
            texts = [(cell, filled([cell], places, changed)) for cell in cells]
            lines.append([written(text) if typed and cell in money else sheets.text(text) for cell, text in texts])
        return sheets.file(lines)

    return _printed(kind, table, rows=rows, places=places, data=data)


_MONEY = {Role.AMOUNT, Role.OUT, Role.IN, Role.BALANCE}


def _printed(kind: str, table: Table, *, rows: list[Truth], places: list[Place], data: "object") -> Printed:
    count = len(rows)
    order = list(range(count, 0, -1)) if table.newest_first else list(range(1, count + 1))
    return Printed(
        kind=kind,
        name=f"statement.{kind}",
        rows=rows,
        places=places,
        lines=[(number + 1, number + 1) for number in order],
        data=data,  # type: ignore[arg-type]
        numbers=table.numbers,
        date_form=table.date_form,
        signs=table.signs,
        has_balances=table.has_balances,
        has_value_days=Role.VALUE_DATE in table.columns,
        is_proved=table.has_balances,
        is_broken_by_cells=kind not in WORKBOOKS,
    )


def _cells(table: Table, rows: list[Truth], random: Random) -> tuple[list[Place], list[list[str | int]]]:
    """All places, and each line as texts and numbers of places, in the order of the file."""
    places: list[Place] = []
    lines: list[list[str | int]] = []
    for number, row in enumerate(rows):
        line: list[str | int] = []
        for column in table.columns:
            if isinstance(column, Role):
                line.append(len(places))
                places.append(Place(number, column, _text(table, row, column)))
            else:
                shop = random.choice(_SHOPS)
                line.append(f"{shop} {row.key}" if column == "text" else random.choice(("Card", "Transfer", "Cash")))
        lines.append(line)
    return places, lines[::-1] if table.newest_first else lines


def _text(table: Table, row: Truth, column: Role) -> str:
    sign = 1 if row.amount > 0 else -1
    texts = {
        Role.DATE: row.day.strftime(table.date_form),
        Role.VALUE_DATE: row.value_day.strftime(table.date_form),
        Role.AMOUNT: plain(row.amount, table.numbers, signed=not table.signs),
        Role.OUT: plain(row.amount, table.numbers, signed=False) if sign < 0 else "",
        Role.IN: plain(row.amount, table.numbers) if sign > 0 else "",
        Role.BALANCE: plain(row.balance, table.numbers),
        Role.CURRENCY: row.currency,
        Role.SIGN: next((word for word, way in table.signs.items() if way == sign), ""),
    }
    return texts[column]


def _quoted(text: str, delimiter: str) -> str:
    if any(char in text for char in (delimiter, '"', "\n", "\r")):
        return '"' + text.replace('"', '""') + '"'
    return text
