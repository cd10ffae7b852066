"""The balances a printed statement names outside its rows: beside their label, or below it."""

# ruff: noqa: E501 - tables of words are read by the line

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.statements.pdf_fields import PrintedMoney
from app.statements.pdf_lines import ScannedLine
from app.statements.pdf_words import Points, Word, phrases
from app.statements.table_words import folded

_OPENING = re.compile(
    r"opening|beginning|starting|previous|prior|last (month|statement|bill)|brought f|\bb f\b|balance forward|"
    r"balance from (last|previous)|\bawal\b|anfangs|alter (saldo|kontostand)|(saldo|kontostand) alt|vortrag|letzter (saldo|kontostand|auszug)|saldo (der )?letzten? (ab)?rechnung|"
    r"ancien|precedent|anterieur|initial|inicial|anterior|iniziale|vorig|begin ?saldo|oud saldo|poczatk|poprzedn|pocatecn|"
    r"nyito|ingaende|startsaldo|inngaende|alkusaldo|onceki (donem|bakiye)|devreden (borc|bakiye)|ubertrag|report du|solde reporte|(?<!neuer )(?<!schluss)(?<!end)saldo (am|per) \d|start balance"
)
_CLOSING = re.compile(
    r"closing|ending|new balance|current balance|carried f|\bc f\b|(total )?amount (due|owing|payable)|"
    r"statement balance|balance (as )?(at|of|on)\b|final|outstanding|end ?saldo|neuer (saldo|kontostand)|(saldo|kontostand) neu|"
    r"\bakhir\b|schluss|nouveau|actual|nuevo|finale|nieuw saldo|eind ?saldo|koncow|konecn|zaro|utgaende|sluttsaldo|gesamtbetrag|rechnungsbetrag|"
    r"total (payment )?due|total dues|sub ?total|\btotal\b|solde au|atual|a pagar|kontostand am|saldo al|nuovo|your balance|end balance|"
    r"pago para no generar|donem borcu|toplam borc|skuld per|utgaende skuld|rechnungssaldo|new total|total balance|balance$|saldo$|solde$|balance due"
)
_LAST = re.compile(
    r"^final$|closing|ending|end (saldo|balance)|eind ?saldo|carried f|new balance|neuer|nouveau|nieuw|schluss|saldo final|final balance|"
    r"pago para no generar|donem borcu|skuld per|balance final|nuevo saldo|saldo a[ct]+ual|utgaende|sluttsaldo|koncow|konecn|zaro"
)
_BALANCE_LINE = re.compile(
    r"balance|saldo|solde|kontostand|brought f|carried f|\bb f\b|\bc f\b|ubertrag|vortrag|report|stan |zustatek|"
    r"egyenleg|borcu|bakiye|\bskuld\b|a reporter|overdraft limit|rechnungsbetrag|gesamtbetrag|total due|amount due"
)
_LONGEST = 90
_LABEL = 3.0  # no money: text sizes between a label and its figure
_STACKED = 1.5  # no money: text sizes between two lines of one label
_CARRIED = re.compile(
    r"ubertrag( (auf|von|vom|zum|aus|in|neu|alt|blatt|seite|folgeseite|vorseite|letzte[rs]?|nachste[rs]?|\d+))*"
)
_NO_BALANCE = re.compile(
    r"transfer|payment|incass|zahlung|einzug|abbuchung|prelevement|domicili|virement|uberweis|interest|fee|enquiry|inquiry|adjustment|protect"
)
_NEVER = re.compile(
    r"minimum|limit|(?<!beginning )(?<!ending )(?<!opening )(?<!closing )available(?! (beginning|ending))|withheld|average|year to date|ytd|fees|interest|points|rewards|credit line|(account|card) ending|"
    r"total (no|number|deposit|withdrawal|credit|debit|payment(?! due)|purchase|money|paid|charge|transaction|importe|mov|bij|af)"
)


@dataclass(frozen=True, slots=True)
class NamedBalance:
    """A figure that a label calls opening or closing: the text as printed and its line."""

    text: str
    line: int
    right: Points
    sure: bool
    """Whether its words say that it is the first or the last, not only that it is a balance."""


@dataclass(frozen=True, slots=True)
class NamedBalances:
    """All candidates, in the order printed; the rows decide which of them belong together."""

    opening: tuple[NamedBalance, ...]
    closing: tuple[NamedBalance, ...]


def balance_label(text: str) -> str:
    """`opening` or `closing` where a text names such a balance; else empty."""
    words = folded(text)
    if len(words) > _LONGEST or _NEVER.search(words):
        return ""
    if _OPENING.search(words):
        return "opening"
    return "closing" if _CLOSING.search(words) else ""


def names_last(text: str) -> bool:
    """Whether a text that names a balance says that it is the last one of the statement."""
    return _LAST.search(folded(text)) is not None


def is_balance_text(text: str) -> str:
    """As balance_label, or `balance`, for the text of a dated line: it must speak of a balance and of nothing else."""
    words = folded(text)
    if len(words) > 60 or not _BALANCE_LINE.search(words) or _NO_BALANCE.search(words):
        return ""
    if words.startswith("ubertrag") and _CARRIED.fullmatch(words) is None:
        return ""
    count = len(words.split())
    short = count <= 7 or (count <= 14 and _begins_with_balance(words) and any(map(str.isdigit, words)))
    return (
        (balance_label(text) or ("balance" if words.startswith(("balance", "saldo", "solde", "kontostand")) else ""))
        if short
        else ""
    )


def _begins_with_balance(words: str) -> bool:
    return _BALANCE_LINE.search(" ".join(words.split()[:3])) is not None


def balances_in(lines: Sequence[ScannedLine], *, first_row: int | None = None) -> NamedBalances:
    """Every figure with a label of a balance to its left or above it.

    What is called a balance and no more, `Kontostand am 30.09.`, opens above the first row and closes below it; what is
    called the last never opens. Below the word `Balance` a date makes it that day's: neither.
    """
    found: dict[str, list[NamedBalance]] = {"opening": [], "closing": []}
    loose: dict[str, list[NamedBalance]] = {"opening": [], "closing": []}
    above: tuple[ScannedLine, ...] = ()
    for one in map(_without_naughts, lines):
        for money in one.money:
            label = _beside(one, money)
            kind = balance_label(label) if label else ""
            if not kind and above and not _is_balance(label) and not _NEVER.search(folded(label)):
                label = next((over for over in _stacked_over(above, money) if balance_label(over)), "")
                kind = balance_label(label)
                if one.dates and kind != "opening" and not names_last(label):
                    continue
            sure = kind == "opening" or (kind == "closing" and names_last(label))
            named = NamedBalance(money.text, one.line.number, money.right, sure)
            if kind:
                found[kind].append(named)
            if not sure and first_row is not None and _is_balance(label):
                loose["opening" if one.line.number < first_row else "closing"].append(replace(named, sure=False))
        above = (*above[-1:], one)
    return NamedBalances((*found["opening"], *loose["opening"]), (*found["closing"], *loose["closing"]))


def _without_naughts(one: ScannedLine) -> ScannedLine:
    """The line without a naught between a label and its figure: `Opening balance 0.00 1,220.44` tells what moved first.

    Below labels, `0.00 480.00`, a naught may be the balance itself.
    """
    starts = {money.first for money in one.money}
    kept = tuple(
        money
        for money in one.money
        if money.end not in starts
        or any(char in "123456789" for char in money.text)
        or not balance_label(_beside(one, money))
    )
    return one if len(kept) == len(one.money) else replace(one, money=kept)


def bare_balances_in(lines: Sequence[ScannedLine]) -> list[NamedBalance]:
    """Every figure whose line begins with a word for balance and says nothing of which: `Solde créditeur au 31/10`."""
    first = [(one, one.money[0]) for one in lines if one.money]
    return [
        NamedBalance(money.text, one.line.number, money.right, sure=False)
        for one, money in first
        if is_balance_text(_beside(one, money)) == "balance"
    ]


def _is_balance(label: str) -> bool:
    words = folded(label)
    return len(words) <= _LONGEST and _BALANCE_LINE.search(words) is not None and _NEVER.search(words) is None


def _beside(one: ScannedLine, money: PrintedMoney) -> str:
    """The words left of a figure, back to the one before it, or the last of many; where none stand there, those right."""
    start = max((other.end for other in one.money if other.end <= money.first), default=0)
    words = one.line.words[start : money.first]
    after = one.line.words[money.end :] if len(one.money) == 1 and not words else ()
    text = " ".join(word.text for word in words or after)
    return phrases(words)[-1].text if words and len(text) > _LONGEST else text


def _stacked_over(above: Sequence[ScannedLine], money: PrintedMoney) -> Iterator[str]:
    """The phrase right above a figure with the one close above it, `Saldo der letzten` over `Rechnung`; then alone."""
    last = _over(above[-1], money)
    if len(above) > 1 and above[0].line.page == above[1].line.page and not (above[0].money or above[1].money):
        near = above[1].line.baseline - above[0].line.baseline <= _STACKED * above[1].line.size
        upper = [
            word.text for word in phrases(above[0].line.words) if word.left < money.right and word.right > money.left
        ]
        if near and last and len(upper) == 1:
            yield f"{upper[0]} {last}"
    yield last


def _over(above: ScannedLine, money: PrintedMoney) -> str:
    """The phrase right above a figure that is no other figure's label."""
    cells = phrases(above.line.words)
    near = [word for word in cells if min(word.right, money.right) > max(word.left, money.left)]
    if near:
        return "" if any(_labels(near[0], other) for other in above.money) else near[0].text
    before = [word for word in cells if word.right <= money.left]
    return before[-1].text if before and before[-1] is cells[-1] else ""


def _labels(phrase: Word, money: PrintedMoney) -> bool:
    """Whether a figure stands in a phrase behind its words, or close behind it."""
    return phrase.left < money.left <= phrase.right + _LABEL * phrase.size
