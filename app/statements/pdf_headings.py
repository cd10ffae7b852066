"""The titles above the rows of a printed table: which way the money below them went, or that none moved."""

import re

from app.statements.table_flags import is_failed, is_pending, is_total
from app.statements.table_words import folded

_LONGEST_TITLE = 80
_OUT = re.compile(
    r"withdraw|debits?\b|checks?\b|cheques|purchase|charges?\b|\bfees?\b|cash advance|interest charged|subtraction|"
    r"auszahl|belast|lastschrift|abbuch|ausgaben|retrait|paiements|depenses|uitgaven|afschrijv|af ?boek|cargos|retiros|"
    r"salidas|addebit|uscite|money out|paid out|payments out|outgoing|transfers? out|card transactions|"
    r"new transactions|saidas|wydatki|obciazenia|outflow|spend"
)
_IN = re.compile(
    r"deposit|credits?\b|additions?\b|refund|money in\b|paid in|payments? received|incoming|eingang|gutschrift|"
    r"einzahl|einnahm|versement|encaissement|bijschrijv|bij ?boek|abonos|ingresos|entrate|accredit|transfers? in\b|"
    r"interest (paid|earned)|rewards|entradas|uznania|wplaty|inflow|returns"
)
_NO_HEADING = re.compile(r"\bdue\b|minimum|how to|\boptions?\b|warning|coupon|\bslip\b|address|\bif you\b|\bplease\b")
_CARD_IN = re.compile(r"payments?\b|zahlungen|paiements|pagos|pagamenti|betalingen")


def heading_way(text: str, *, card: bool) -> int:
    """+1 where a heading says that the rows below it are money in, -1 where money out, 0 where it says neither."""
    words = folded(text)
    if len(words) > 60 or is_total(text) or _NO_HEADING.search(words):
        return 0
    came = _IN.search(words) or (_CARD_IN.search(words) if card else None)
    went = _OUT.search(words) or (None if card else re.search(r"\bpayments?\b", words))
    if came and went:
        first_in, first_out = came.start(), went.start()
        return 1 if first_in < first_out and re.search(r"other|credits", words) else 0
    return 1 if came else -1 if went else 0


def is_heading(text: str) -> bool:
    """Whether a line speaks of money in or out, or of both, as the title of a part does."""
    words = folded(text)
    both = _IN.search(words) is not None and _OUT.search(words) is not None and not is_total(text)
    return len(words) <= _LONGEST_TITLE and (both or any(heading_way(text, card=card) for card in (True, False)))


_DAILY = re.compile(
    r"(summary of )?(daily|end of day) (ending |ledger |account |collected )?balances?( summary| detail| information)?"
)


_LATER = re.compile(
    r"proxim[ao]s? (fatura|factura|estado|periodo)s?$|(next|future|upcoming) (bill|statement|instal?ment|payment)s?$|"
    r"(nachste|kunftige)n? (abrechnung|rechnung|raten?)(en)?$|prochaine?s? (releve|echeance)s?$|"
    r"gelecek donem taksitleri$"
)


def says_nothing_moved(title: str) -> bool:
    """Whether a title says that the rows below it are pending, yet to come, given back or only each day's balance."""
    if _DAILY.fullmatch(folded(title)) or (len(title) <= _LONGEST_TITLE and _LATER.search(folded(title))):
        return True
    first = " ".join(title.split()[:2])
    return len(title) <= _LONGEST_TITLE and (is_pending(first) or is_failed(first))
