"""How a QIF file writes dates and amounts: proved over all its entries, or asked once."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.statement import Decision
from app.domain.statement_kinds import DateOrder
from app.statements.date_fields import DateConvention, date_parts, parse_date
from app.statements.fields import AmountConvention, FieldProblem, parse_amount
from app.statements.locale_proof import prove_amounts, prove_dates
from app.statements.reader import ReadOptions
from app.statements.readers.qif.dates import plain_date
from app.statements.readers.qif.doubt import is_told_by_one_row
from app.statements.readers.qif.records import Entry

_EXAMPLES = 3
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Conventions:
    """The conventions the file is read under, and the questions that its content leaves open."""

    date: DateConvention
    amount: AmountConvention
    digits: int
    open_questions: tuple[str, ...] = ()
    orders: tuple[DateOrder, ...] = ()
    marks: tuple[AmountConvention, ...] = ()
    is_order_doubtful: bool = False
    """Whether one row alone speaks against another order of the dates."""

    def decision(self, question: str, entries: Sequence[Entry]) -> Decision:
        """The question with the first few entries shown each way."""
        shown = entries[:_EXAMPLES]
        if question == "date_order":
            conventions = [DateConvention(order, self.date.latest_year) for order in self.orders]
            examples = tuple(tuple(_shown_day(entry, one) for entry in shown) for one in conventions)
            return Decision(question=question, choices=tuple(order.value for order in self.orders), examples=examples)
        examples = tuple(tuple(_shown_amount(entry, one, digits=self.digits) for entry in shown) for one in self.marks)
        return Decision(question=question, choices=tuple(one.decimal for one in self.marks), examples=examples)


def amount_text(entry: Entry) -> str:
    """The amount as printed: T, else U, which newer programs write beside it."""
    return entry.values.get("T") or entry.values.get("U", "")


def amount_letter(entry: Entry) -> str:
    """The letter that the amount as printed stands behind."""
    return "U" if entry.values.get("U") and not entry.values.get("T") else "T"


def conventions_of(
    registers: Sequence[Sequence[Entry]], options: ReadOptions, *, layout: str, digits: int
) -> Conventions:
    """Prove date order and decimal mark; a choice taken, or remembered for the layout, settles what is left open."""
    columns = [[plain_date(entry.values.get("D", "")) for entry in one] for one in registers]
    amounts = prove_amounts((amount_text(entry)[:_LONGEST] for one in registers for entry in one), digits)
    comma = amounts.has_decimals and [one.decimal for one in amounts.conventions] == [","]
    dates = prove_dates(columns, options.today, day_first_language=comma)
    questions = []
    order = dates.orders[0] if dates.orders else DateOrder.MONTH_FIRST
    chosen = options.choice("date_order", layout)
    orders = dates.orders
    if dates.reason and any(_is_bad(day) for one in columns for day in one):
        orders = dates.fitting  # the date that can't be read might have told
    if len(orders) > 1:
        if chosen in {one.value for one in orders}:
            order = DateOrder(chosen)
        else:
            questions.append("date_order")
    convention = amounts.conventions[0]
    mark = options.choice("decimal", layout)
    if len(amounts.conventions) > 1:
        if mark in {one.decimal for one in amounts.conventions}:
            convention = next(one for one in amounts.conventions if one.decimal == mark)
        else:
            questions.append("decimal")
    date = DateConvention(order, options.today.year + 1)
    is_settled = "date_order" in questions or bool(chosen)
    return Conventions(
        date=date,
        amount=convention,
        digits=digits,
        open_questions=tuple(questions),
        orders=orders,
        marks=amounts.conventions,
        is_order_doubtful=not is_settled and is_told_by_one_row(columns, date, today=options.today),
    )


def _is_bad(day: str) -> bool:
    return bool(day) and date_parts(day) is None


def _shown_day(entry: Entry, convention: DateConvention) -> str:
    day = parse_date(plain_date(entry.values.get("D", "")), convention)
    return entry.values.get("D", "") if isinstance(day, FieldProblem) else day.isoformat()


def _shown_amount(entry: Entry, convention: AmountConvention, *, digits: int) -> str:
    minor = parse_amount(amount_text(entry), convention, digits=digits)
    return f"{amount_text(entry)} = {minor if isinstance(minor, int) else '?'}"
