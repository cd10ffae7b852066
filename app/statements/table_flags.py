"""Words and letters that say which way money went, and rows that are no transaction: totals, balances, pending."""

# ruff: noqa: E501, SIM905 - tables of words are read by the line

import re

from app.statements.table_words import Role, folded, roles_of

_OUT = frozenset(
    "借 借方 d dr dt db dbit debit debet debito debitos debt af s soll belastung lastschrift addebito o out outflow outgoing withdrawal uit "
    "дебит χ deebet χρεωση 支出 支 出金 출금 지출 مدين חובה borc расход isplata debe cargo egreso salida saida debi dare expense spent sent paid wydatek obciazenie vydaj odchozi kiadas terheles дебет списання "
    "видаток money_out uitgaand ausgang ausgabe depense sortie debiteur payment_out ut uttag minus to uscita uscite gasto gastos despesa despesas depenses gider wydatki расходы витрати".split()
)
_IN = frozenset(
    "贷 贷方 k кредит π kreedit πιστωση 收入 收 入金 입금 수입 دائن זכות alacak приход uplata c cr ct crdt credit kredit credito creditos bij h haben gutschrift accredito i in inflow incoming deposit haber abono ingreso entrada avere "
    "income received przychod uznanie prijem prichozi bevetel jovairas кредит зарахування надходження money_in inkomend eingang einnahme "
    "recette entree crediteur payment_in inn insattning plus refund from entrate ingresos receita receitas revenu revenus gelir przychody доход доходы доходи".split()
)


def direction(cell: str) -> int:
    """+1 where the word means money in, -1 where money out, 0 where it says neither."""
    text = cell.strip()
    if text in {"+", "-"}:
        return 1 if text == "+" else -1
    if len(text) > 1 and text[0] in "+-":
        return _agreed(text[0], text[1:])
    if len(text) > 1 and text[-1] in "+-":
        return _agreed(text[-1], text[:-1])
    word = folded(text).replace(" ", "_")
    known = _way(word)
    if known or "_" not in word:
        return known
    ways = set(map(_way, word.split("_")))  # `Debit Out` says it twice
    return ways.pop() if len(ways) == 1 else 0


def _way(word: str) -> int:
    """+1 in, -1 out, 0 for a word that is none of direction."""
    if word in _IN:
        return 1
    return -1 if word in _OUT else 0


def _agreed(sign: str, word: str) -> int:
    """A sign before or after a word counts where the word says the same."""
    way = direction(sign)
    return way if direction(word) == way and any(map(str.isalpha, word)) else 0


def is_flag(cell: str) -> bool:
    """Whether a cell is a word of direction and nothing else."""
    return len(cell) <= 16 and direction(cell) != 0


_PENDING = re.compile(
    r"pending|^pend$|\bpdng$|processing|^hold$|\bon hold\b|\boffen\b|vorgemerkt|vorlaufig|en attente|in sospeso|pendiente|in behandeling|gereserveerd|w toku|oczekuj|blokada|"
    r"ceka|fuggo|в обробц|очіку|authori[sz]|reservert|reservation|provisional|not yet|noch nicht|a venir|da contabilizzare|vantar|preliminar|"
    r"reserver|venter|varauks|katevarau|katevaraus|podles\w* knihov|\bblokad|rezerv|zadrzan|autorizac|autoriza[cç]|autorizzat|bekleyen|beklemede|provizyon|"
    r"未確定|未入账|处理中|等待|預約|대기|בהמתנה|قيد|ожида|в обработке|холд|en cours|in verwerking|in bearbeitung|a registrar|afventer|ikke bogfort|unbooked|scheduled"
)
_BOOKED = re.compile(
    r"\b(ge)?bucht|booked|posted|cleared|completed|settled|executed|geboekt|verwerkt|uitgevoerd|comptabilise|execute\b|contabilizz|"
    r"eseguit|contabilizad|ejecutad|executad|zauctov|ksiegowan|zrealizowan|bokford|bokfort|bogfort|utfor|udfor|kirjattu|konyvelt|"
    r"teljesult|исполнен|проведен|выполнен|виконан|gerceklesti|tamamlandi"
)
_FAILED = re.compile(
    r"reverted|declined|failed|cancel|abgelehnt|storniert|annul|refuse|rejected|odrzuc|zamitnut|rifiut|rechazad|expired|denied|відхил|"
    r"slettet|avvist|avslag|avslatt|nekad|makulerad|hylatty|hylka|afvist|geweiger|afgewezen|mislukt|gestorneerd|zuruckgewiesen|fehlgeschlagen|ungultig|"
    r"anulow|zamietnut|elutasit|visszautasit|iptal|reddedil|basarisiz|отклон|отмен|неуспеш|recusad|estornad|fallid|denegad|anulad|fallito|respint|esuat|"
    r"失败|失敗|关闭|關閉|취소|거절|נדחה|ملغ|\bvoid|unsuccessful"
)
_BALANCE = re.compile(
    r"(opening|closing|beginning|ending|starting|final|start|end|brought forward|carried forward|previous|new|current|available|ledger|total)"
    r" (ledger |available |account )?bal(ance)?\b( (as of|at|on|per|for|\d).*)?$|balance (brought|carried|forward|at|as of|b f|c f)|"
    r"(anfangs|end|schluss|start|alter |neuer |alt|neu|zwischen)saldo|(alter |neuer )?kontostand|(pocatecni|konecny) stav|"
    r"solde (en )?(debut|fin)|saldo (awal|akhir|anterior|inicial|final|iniziale|finale|actual|"
    r"atual|vortrag|poczatk|koncow|per|am|zum|ubertrag)|saldovortrag|s a l d o|solde (initial|final|anterieur|precedent|au \d)|"
    r"begin ?saldo|eind ?saldo|nyito egyenleg|zaro egyenleg|pocatecni zustatek|konecny zustatek|вхідний залишок|вихідний залишок|"
    r"likutis (pradziai|pabaigai)|(pradzios|pabaigos) likutis|ingaende saldo|utgaende saldo|inngaende saldo|primosaldo|ultimosaldo|\w{2,12}saldo$|(open|close) balance$|"
    r"(ancien|nouveau) solde|(alku|loppu)saldo|algjaak|loppjaak|sakuma atlikums|beigu atlikums|"
    r"report$|(a|ana) ?nouveau$|(soldul|sold) (initial|final)|(devreden|donem basi|donem sonu|acilis|kapanis) bakiye|"
    r"(ostatok|zostatok) na (zaciatku|konci)|(pociatocny|konecny) zostatok|(zadnji|novo|staro|pocetno|zavrsno) stanje|"
    r"前期繰越|繰越|期初余额|期末余额|上期余额|전월이월|이월|(начальный|конечный|входящий|исходящий) остаток|остаток на (начало|конец)"
)
_HINT = re.compile(r"\W*[abcdefiklnoprstuvzABCDEFIKLNOPRSTUVZвВнНиИоО前繰期上전이]|.{2,12}(?i:saldo)$")
"""The first letters of the words for balances: most cells are passed over quickly."""
_OPENING = re.compile(
    r"open|begin|start|anfang|debut|initial|inicial|iniziale|ancien|^report|nouveau$|pradzi|algsaldo|alku|algjaak|sakuma|primo|inngaende|devreden|basi|acilis|zaciatku|pociat|staro|pocetno|繰越|期初|上期|이월|начал|входящ|anterior|anterieur|precedent|brought|b f|previous|alter|vortrag|poczatk|nyito|"
    r"pocatecni|вхідн|ingaende|awal|\balt"
)
_TOTAL = re.compile(
    r"^(grand |sub ?|umsatz ?|transactions? |收入|支出|借方|贷方)?(total|totals|totaux|totali|totales|totais|toplam|summa|i alt|yhteensa|ukupno|skupaj|spolu|kokku|kopa|is viso|jami|소계|סה כ|סך הכו?ל|ยอดรวม|รวม|tong cong|genel toplam|yekun|ogolem|insgesamt|المجموع|summe|gesamt|totaal|totale|suma|sum|somme|razem|celkem|osszesen|всього|разом|итого|number of|no of|count of|anzahl|nombre d|numero de|aantal|antal|liczba|pocet|jumlah|(人民币|本期|交易)?(合计|合計|总计|总额)|합계|συνολο|الإجمالي)\b"
)


def is_pending(cell: str) -> bool:
    """Whether a status or a word in the place of a date says that the row is not booked yet."""
    return _PENDING.search(folded(cell)) is not None


def is_booked(cell: str) -> bool:
    """Whether a status says that the row is booked."""
    return _BOOKED.search(folded(cell)) is not None and not is_pending(cell)


def is_failed(cell: str) -> bool:
    """Whether a status says that no money went."""
    return _FAILED.search(folded(cell)) is not None


def balance_word(cell: str) -> str:
    """`opening` or `closing` where a cell names a balance instead of a transaction; else empty."""
    if not _HINT.match(cell):
        return ""
    text = folded(cell[:60])
    if _BALANCE.match(text) is None:
        return ""
    return "opening" if _OPENING.search(text) else "closing"


_ENDS = {"open": "opening", "opening": "opening", "close": "closing", "closing": "closing"}


def lone_balance_word(cell: str) -> str:
    """`opening` or `closing` for a cell of that word alone: a balance only where its line is no row and has a figure."""
    return _ENDS.get(cell.casefold(), "") if len(cell) < 8 else ""


def is_balance_name(cell: str) -> bool:
    """Whether a short text names a balance as the header of a column would."""
    return len(cell) < 40 and roles_of(cell)[:1] == (Role.BALANCE,)


_TURNOVER = frozenset(
    "turnover|debit turnover|credit turnover|total turnover|kaive|apyvarta|apgrozijums|оборот|обороты".split("|")
)
_WITHOUT_FIGURES = re.compile(r"\D{5,40}")
"""Most texts of rows are passed over quickly."""


def is_turnover(cell: str) -> bool:
    """Whether a text says nothing but that its line adds up the rows; a payee may be called Total, none Turnover."""
    return cell[:1] in "tTdDcCkKaAоО" and _WITHOUT_FIGURES.fullmatch(cell) is not None and folded(cell) in _TURNOVER


def is_count(cell: str) -> bool:
    """Whether a cell names how many rows there are: `Dr Count`."""
    return len(cell) < 30 and folded(cell).endswith((" count", " counts"))


def is_total(cell: str) -> bool:
    """Whether a cell begins with a word for a total."""
    return len(cell) < 60 and _TOTAL.match(folded(cell)) is not None
