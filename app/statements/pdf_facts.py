"""What a printed statement says of its account: number, IBAN, currency, and whether it is of a card."""

# ruff: noqa: E501 - tables of words are read by the line

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.statements.pdf_balances import balance_label
from app.statements.pdf_currency import DOLLAR, currency_of_document, dollar_of, tells_foreign
from app.statements.pdf_lines import ScannedLine
from app.statements.pdf_rows import PrintedTable
from app.statements.pdf_words import phrases
from app.statements.table import Line
from app.statements.table_facts import Facts, facts_of, iban_currency
from app.statements.table_flags import is_total
from app.statements.table_words import folded

_CARD = (
    r"minimum (monthly )?(payment|amount|due|repayment)|mindest(zahl|betrag)|paiement minimum|pago minimo|pagamento minimo|minimum betaling|asgari odeme|lagsta belopp|minsta belopp|minstebelop|mindstebetaling|vahimmaismaksu",
    r"credit (limit|line)|available credit|(kredit|verfugungs|einkaufs)rahmen|kreditlimit|limite de credito|limite di utilizzo|kredietlimiet|bestedingslimiet|kart limiti|kullanilabilir limit|kreditgrans|kredittgrense|kreditmaksimum|luottoraja",
    r"payment due|due date|zahlbar bis|fecha limite de pago|vencimento|son odeme tarihi|forfallodag|forfallodatum|forfallsdato|forfaldsdato",
    (
        r"credit card|kreditkart|carte de credit|carta di credito|tarjeta de credito|cartao de credito|creditcard|"
        r"mastercard|\bvisa\b|american express|\bamex\b|card (number|statement|ending|account)|karten(nummer|abrechnung)|"
        r"kredi karti|kart numarasi|kortnummer|kreditkort|kredittkort|luottokort"
    ),
    r"cash advance|purchases|interest charge|nakit avans|kontantuttag",
    r"donem borcu|ingaende skuld|saldo (der )?letzten? (ab)?rechnung|previous balance.{0,400}payments|last (month|statement) s? ?balance|new balance",
)
_CARD_TITLE = re.compile(
    r"(statement|estratto|abrechnung|rechnung|releve|extracto|resumen|fatura|afschrift|estado).{0,30}"
    r"(credit card|carta di credito|kreditkart|carte de credit|tarjeta de credito|cartao de credito|creditcard)|"
    r"(credit card|kreditkarten|creditcard) ?(statement|abrechnung|rechnung|afschrift|overzicht)|"
    r"\w(card|kort) (faktura|regning|invoice)\b|"
    r"(?<!キャッシュ)(?<!デビット)カード.{0,12}(請求|明細)|(?<!체크)카드.{0,12}(청구|명세)"
)
_CERTIFICATE = re.compile(
    r"(jahres)?steuerbescheinigung|zinsbescheinigung|(annual )?tax (certificate|voucher)|certificate of interest( paid)?|"
    r"(annual )?interest certificate|imprime fiscal unique|certificazione unica|certificado (de retenciones|fiscal)|"
    r"informe de rendimentos|jaaropgave|fiscaal jaaroverzicht|arsbesked|arsuppgift|form 1099( (int|div|b))?"
)
_LONGEST_TITLE = 60
_FIRST_LINES = 20
_NEAR = 3
_ASIDE = 3.0  # no money: points
_ACCOUNT = re.compile(
    r"(?:account|acct|a/c|konto|kontonr|rekening|compte|conto|cuenta|conta|rachun\w*|ucet|cislo uctu)\b"
    r"[^\d]{0,30}?((?:[\dX*]{2,}[ .\-/]?){2,8})", re.IGNORECASE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """The facts, the currency and whether the statement says it."""

    facts: Facts
    currency: str
    stated: bool
    card: bool
    by_country: bool
    """Whether only the country that the statement speaks of tells the currency."""

    @property
    def own_currency(self) -> str:
        """The currency that lines outside the rows state, in words or by the account's IBAN; empty where none do."""
        return self.facts.currency or iban_currency(self.facts.iban)


def document_facts(table: PrintedTable, default_currency: str, *, file_name: str) -> DocumentFacts:
    """Read the lines outside the rows and the units beside the amounts."""
    lines = [one for one in table.others if not (_stands_among_rows(one, table) or tells_foreign(one, table))]
    facts = facts_of([Line(one.line.number, [word.text for word in phrases(one.line.words)]) for one in lines[:400]])
    code, by_country = currency_of_document(table, facts)
    stated = bool(code) and code != DOLLAR
    if code == DOLLAR:
        code = dollar_of(default_currency)
    return DocumentFacts(facts, code or default_currency, stated, _is_card(table, file_name), by_country)


def is_certificate(lines: Sequence[ScannedLine]) -> bool:
    """Whether a title says that a bank certifies a year's interest or tax, not what happened on an account."""
    titles = (folded(re.sub(r"(19|20)\d\d", "", one.text)) for one in lines[:_FIRST_LINES] if not one.money)
    return any(_CERTIFICATE.fullmatch(title) for title in titles)


def _stands_among_rows(one: ScannedLine, table: PrintedTable) -> bool:
    """Whether a line begins where the rows beside it do and has an amount in their column: a row that was not read."""
    for part in table.parts:
        near = [row for row in part.rows if row.dated and abs(row.number - one.line.number) <= _NEAR]
        begins = any(abs(row.dates[0].left - one.line.words[0].left) <= _ASIDE for row in near)
        if begins and any(column.holds(money) for column in part.columns for money in one.money):
            return balance_label(one.text) == "" and not is_total(one.text)
    return False


def _is_card(table: PrintedTable, file_name: str) -> bool:
    """Several of the words that only cards' statements have, outside the rows."""
    text = folded(" ".join(one.text for one in table.others[:600])[:60000])
    said = sum(1 for pattern in _CARD if re.search(pattern, text))
    named = re.search(_CARD[3], folded(file_name)) is not None
    rows = folded(" ".join(text for row in table.rows[:300] for text in (*row.texts, *row.beyond))[:60000])
    text = f"{text} {rows}"
    due = re.search(_CARD[0], text) is not None and re.search(_CARD[2], text) is not None
    titled = any(_CARD_TITLE.search(folded(one.text)) for one in table.others[:12] if len(one.text) <= _LONGEST_TITLE)
    return said + named >= 3 or due or titled


def account_marks(lines: Sequence[ScannedLine]) -> list[tuple[int, str]]:
    """Line number and account number or IBAN, wherever the statement names one with a word for account."""
    marks: list[tuple[int, str]] = []
    for one in lines:
        found = facts_of([Line(one.line.number, [one.text])]).iban
        number = _ACCOUNT.search(one.text) if not found else None
        digits = re.sub(r"[^\dX*]", "", number[1]) if number is not None else ""
        key = found or (digits if len(digits) >= 6 else "")
        if key:
            marks.append((one.line.number, key))
    return marks
