"""What the words over a column mean, in the languages of the banks we know: patterns over the folded header."""

# ruff: noqa: E501 - tables of words are read by the line

import re
from enum import StrEnum
from functools import lru_cache

from app.domain.currency import todays_code
from app.statements.locale_months import plain


class Role(StrEnum):
    """What a column holds."""

    BOOKED = "booked"
    MADE = "made"
    VALUE = "value"
    AMOUNT = "amount"
    DEBIT = "debit"
    CREDIT = "credit"
    NET = "net"
    GROSS = "gross"
    FEE = "fee"
    BALANCE = "balance"
    BALANCE_BEFORE = "balance_before"
    DETAIL = "detail"
    ORIGINAL_AMOUNT = "original_amount"
    OTHER_NUMBER = "other_number"
    FLAG = "flag"
    CURRENCY = "currency"
    ORIGINAL_CURRENCY = "original_currency"
    ACCOUNT = "account"
    OTHER_ACCOUNT = "other_account"
    CARD = "card"
    STATUS = "status"
    CATEGORY = "category"
    TYPE = "type"
    REFERENCE = "reference"
    PAYEE = "payee"
    MEMO = "memo"


_FOREIGN = r"(orig|oorspr|urspr|local|foreign|fremd|vreemd|etrang|ester[ao]|extranj|oryginal|puvodn|source|merchant|utland|origin|מקורי)"
_MONEY = (
    r"(amount|amt|betrag|bedrag|montant|importo|importe|kwota|castka|objem|ciastka|znesek|obnos|belop|belob|suma\b|сум[аи]|summa|osszeg|tutar|"
    r"umsatz\b|valor\b|value|monto|quantia|sum\b|total|iznos|suma|beloeb|maara|сумм[аи]|ποσο|金额|金額|금액|המבלغ|مبلغ|סכום|so tien|jumlah|nominal\b|beløb|upphaed|summ\b|จำนวนเง น)"
)
_DEBIT = (
    r"(debit(?!or| card)|debet|debi\b|debe\b|belast|soll\b|withdr|outflow|paid out|(money|funds) out|^out\b|addebit|uscit|afgeschreven|"
    r"\baf\b|списан|деб[еи]т|видат|wyplat|obciaz|\bcargos?\b|egreso|retiro|salida|saida|spent|ausgang|ausgabe|depense|kiadas|terhel|"
    r"vydaj|utgift|ра[сз]ход|χρεωσ|支出|借方|出金|お支払|支払|お引出|引出|引落|ご利用額|출금|찾으신|지출|지급|مدين|سحب|חובה|ghi no|rut tien|\bisplat|\bterecen|deebet|borc\b|debito|addebiti|вихід|изплат|отписан|odliv|odlivy|zaduzen|duguje|isejo|islaid|izejos|debets|pengeluaran|penarikan|\but\b|ut fra|\bdr\b|expense|ถอน|เง นออก|เดบ ต|lastschrift|dare\b|\bbreme\b|uttag|payments? out|charges?\b|purchases?\b|wydat)"
)
_CREDIT = (
    r"(credit(?!or| card)|kredit(?!or|kart)|gutschr|haben\b|deposit|inflow|paid in|(money|funds) in|^in\b|accredit|entrat|avere|"
    r"bijgeschreven|\bbij\b|зарахув|кредит|надход|wplat|uznan|\babonos?\b|haber\b|ingreso|entrada|eingang|einnahme|recette|"
    r"bevetel|jovair|постъп|priliv|prilivy|potrazuj|laekum|iejos|kredits|приход|πιστωσ|收入|贷方|入金|お預|預り|預か|預入|預け入|입금|맡기신|수입|받은|دائن|ايداع|إيداع|זכות|ghi co|\buplat|odobren|kreedit|alacak\b|pemasukan|setoran|\bplati?ta|prijm|\binn\b|inn pa|\bcr\b|income|ฝาก|เง นเข า|(?<!บ ตร)เครด ต|insatt|insattning|\bdobro\b|receipts?\b|received)"
)
_PARTY = (
    r"(tegen|counter|gegen|partner|recipient|benefi|empfang|empfaeng|begunst|beguenst|zahl(er|ungs)|payee|correspond|korrespond|"
    r"корреспонд|кореспонд|контрагент|protiuc|protistr|odbiorc|nadawc|destinat|ordonn|sender|\bfrom\b|\bto\b|contraparte|"
    r"contrepartie|mottak|mottag|modtag|kontrahent|other|auftraggeber|saaja|maksaja|bank (name|account)|nombre del banco|cuenta bancaria)"
)
_ACCOUNT = (
    r"(account|acct|konto|rekening|iban|bban|compte|conto\b|cuenta|conta\b|szamla|рахун|счет|rachun|\bucet|\buctu|bic\b|blz|"
    r"swift|bankleitzahl|produit|product|tilinumer|계좌|账号|帳號|口座番号|เลขท บ ญช)"
)

_ADDED = r"(?<!incl )(?<!inkl )(?<!including )(?<!inclusive )(?<!inclusive of )(?<!after )(?<!with )(\btax|steuer|impuesto|\bvat\b|\bmwst\b|\bust\b)"
"""A tax by itself, or an amount without it; an amount that includes it is the whole amount."""

_RULES: tuple[tuple[Role, str], ...] = (
    (Role.DETAIL, r"sous montant|sub ?(amount|total)|zwischensumme|einzelbetrag|importo singolo|betrag detail|detail amount|split|teilbetrag|individual"),
    (Role.OTHER_NUMBER, r"exchange|kurs\b|kurz\b|koers|taux|\bcambio|umrechn|\brate\b|курс|arfolyam|tasso|wechselkurs"),
    (Role.OTHER_NUMBER, rf"{_ADDED}|кэшбэк|бонус|округл|shipping|envio|insurance|handling|discount|\btips?\b|reward|points|punkte|cashback"),
    (Role.OTHER_NUMBER, r"quantity|shares|\bprice|\bunits?\b|aantal|\blimit|покритт|кешбек|\bmcc\b|option|\bcheck\b|receipt id"),
    (Role.FEE, r"\bfee amount"),
    (Role.OTHER_NUMBER, r"^(s|sr|sl|lfd|lp|line|row) (no|nr|number)$|^(rad|zeilen)nummer$|^lp$|clearingnummer"),
    (Role.BALANCE_BEFORE, r"(balance|saldo) (before|voor|vor|przed|avant)|(beginning|opening|starting) balance|begin ?saldo|startsaldo"),
    (Role.FLAG, r"^to from$|^from to$|προσημ|收/?支|收 支|借贷|balance impact|crdr|\bdc\b|\bcd\b|\bd c\b|\bc d\b|\bs h\b|direction|\bsens\b|indicator|\bsign\b|\bsinal\b|vorzeichen"),
    (Role.FLAG, rf"{_DEBIT}.{{0,12}}{_CREDIT}|{_CREDIT}.{{0,12}}{_DEBIT}"),
    (Role.ORIGINAL_CURRENCY, rf"{_FOREIGN}.*(curren|wahrung|waehrung|devise|munt|valut|divisa|moned|moeda|walut|mena)|{_FOREIGN}wa|מטבע.*מקורי"),
    (Role.ORIGINAL_AMOUNT, rf"{_FOREIGN}.*{_MONEY}|{_MONEY}.*{_FOREIGN}|{_MONEY} transakc\w+ w walucie"),
    (Role.ORIGINAL_AMOUNT, r"^currency amount|amount in currency|valutabel|(belop|belopp|beloeb|belob) i valuta|montant en devise|importe en divisa|importo in valuta|betrag in wahrung"),
    (Role.BALANCE, r"(balance|saldo|solde|kontostand|egyenleg|zustatek|залишок|остаток|bakiye|stan konta|\bsold\b|\bstanje|υπολοιπ|余额|残高|잔액|الرصيد|יתרה|so du|nuqson|пари остат|jaak\b|likutis|atlikums|guthaben|zostatok|คงเหล อ)"),
    (Role.AMOUNT, rf"{_DEBIT}.{{0,12}}{_CREDIT}|{_CREDIT}.{{0,12}}{_DEBIT}"),
    (Role.AMOUNT, r"入出金|出入金|收支金额|입출금"),
    (Role.DEBIT, _DEBIT),
    (Role.CREDIT, _CREDIT),
    (Role.NET, r"\bnett?o?\b|\bnet\b"),
    (Role.GROSS, r"\bgross\b|\bbrut"),
    (Role.FEE, r"\bfees?\b|gebuhr|gebuehr|entgelt|commission|comision|comissao|provision|kosten|frais|spese|poplat|oplata|avgift|коміс|prowizj"),
    (Role.AMOUNT, _MONEY),
    (Role.AMOUNT, r"^(mutatie|change|anderung|variacion|variazion[ei]|mouvements?|mudanca)$"),
    (Role.VALUE, r"likviddag|valu|valeur|wert|arvop|起息|ערך|valor|rente|ertek|value|valoare"),
    (Role.MADE, r"transa.*(dat|tid|zeit)|trans dat|purchase|dat.*transa|transdag|kaufdat|belegdat|(operat|operaz|operac|operat).*|verrichting"),
    (Role.MADE, r"affarsdag|handelsdag|trade date|tranzakcio|abschluss|kopdat|kobsdat|zawarcia|started|initiat|операц|achat|umsatzdat|transak|transac"),
    (Role.BOOKED, r"记账日|记帐日|入账日|入帳日|過帳日|book|post|buchung|bokf|bogfor|kirjausp|comptab|registra|contab|boek|ksieg|zauct|konyvel|processed|verrekening|completed|settle|execut|erfass"),
    (Role.BOOKED, r"日期|时间|時間|日時|日付|日$|거래일|날짜|التاريخ|תאריך|ημερομην|\bngay|tanggal|tgl\b|dat[ae]?\b|datum|fecha|dato\b|paiva|дата|tarih|^ว นท|created|timestamp|date|datums|kuupaev|data"),
    (Role.CURRENCY, r"curren|wahrung|waehrung|\bwhg\b|devise?|divisa|moned|moeda|munt|valut|valuutta|walut|\bmena\b|deviz|monn|\bccy\b|curr\b|валют|币种|币别|幣別|货币|貨幣|通貨|통화|العملة|מטבע|νομισμα|loai tien|mata uang|valiuta|para birimi|doviz|สก ลเง น"),
    (Role.ACCOUNT, r"^auftrag(s|geber)konto|iban auftraggeberkonto|\bown\b|\bmy\b account|source account"),
    (Role.PAYEE, r"nazev (protiuctu|uctu protistr\w*|protistr\w*)|naam (tegenrekening|tegenpartij)|counterparty (account )?name|nom (de la )?contrepartie"),
    (Role.OTHER_ACCOUNT, r"(nazev|kod) banky|nazwa banku|^bank (name|account)$|cuenta bancaria|nombre del banco|назва банк|банка$"),
    (Role.OTHER_ACCOUNT, rf"{_PARTY}.*{_ACCOUNT}|{_ACCOUNT}.*{_PARTY}|protiuc|^(bic|blz|swift|bankleitzahl)\b"),
    (Role.OTHER_ACCOUNT, r"номер карт(?!\w* (или )?счета)|^(card ?)?member( name)?$|^(account|card) ?(holder|owner)( name)?$|kontoinhaber"),
    (Role.CARD, r"card|karte|\bcarte\b|\bcarta\b|tarjeta|kart[ay]|kaart|картк|kortnum|cartao|כרטיס"),
    (Role.ACCOUNT, _ACCOUNT),
    (Role.STATUS, r"交易状态|当前状态|^状态$|^狀態$|^状況$|상태|status|\bstate\b|\bstato\b|statut|\betat\b|\bstav\b|estado|статус|стан\b|cleared|allapot"),
    (Role.CATEGORY, r"categor|kategor|категор|类别|分类|rubri(que|ek|ka|c)|\blabels?\b|\btags?\b|classif|tema\b"),
    (Role.MEMO, r"(merchant|handler|handelaar)? ?(place|city|country|address)$|handlerort|\bort\b"),
    (Role.PAYEE, r"交易对方|对方户名|收款人|相手|payee|merchant|handler|haendler|handelaar|saaja (maks\w+|nimi)|saajan nimi|^saaja$|moketoj|gavej|sanemej|maksataj|\bnaam\b|\bnom\b|\bnome\b|nombre|counterparty|benefi|begunst|beguenst|\bname\b"),
    (Role.PAYEE, r"empfang|empfaeng|auftraggeber|partner|zahlungs(pf|em)|kontrah|protistr|tegenrekeningh|odbiorc|кореспонд|контрагент|mottag"),
    (Role.TYPE, r"\btype\b|\btyp\b|auftragsart|umsatzart|buchungsart|\btipo\b|soort|\bcode\b|\bтип\b|\bвид\b|method|betaalwijze|tipus|transaction$"),
    (Role.MEMO, r"摘要|说明|商品|備考|内容|적요|내용|الوصف|البيان|הפעולה|פרטים|תיאור|περιγραφ|αιτιολογ|dien giai|noi dung|keterangan|uraian|aciklama|selgitus|paskirt|^รายการ$|รายละเอ ยด|คำอธ บาย|desc|memo|note|notiz|text|zweck|libell|communic|mededel|omschr|concept|detail|purpose|popis|zprav|kozlem|признач|детал"),
    (Role.MEMO, r"^action$|beschreib|opis|описан|rubrik$|tytul|messag|subject|betreff|comment|histor|narrat|particul|info|titel|bezeichn|selite|beskriv|observ|сообщ|назнач"),
    (Role.REFERENCE, r"\bref|reference|референс|\bids?\b|numb|\bnum\b|nummer|\bnr\b|\bno\b|check|slip|mandat|beleg|dokum|docum|\bn de\b|azonos|номер|kvitt"),
)  # fmt: skip
BILLED = re.compile(
    r"\bbill(ed|ing)\b|charged|settled|settlement|abgerechnet|abrechnung|facture|walucie (rachunku|konta)|(account|card|konto|karten) ?(currency|wahrung|waehrung)|devise du compte|mene uctu|валюте (счета|карты)|валюті (картки|рахунку)|חיוב|記帳|入账|记账|实付|實付|实收"
)
"""An amount as it was charged to the account, beside the one in the currency of the purchase."""
RATE = re.compile(r"exchange|kurs\b|kurz\b|koers|taux|\bcambio|\brate\b|курс|arfolyam|tasso|wechselkurs")
_COMPILED = tuple((role, re.compile(pattern)) for role, pattern in _RULES)

_SIGN_HEADERS = frozenset({"+/-", "-/+", "+-", "±", "D/K", "K/D", "S/H", "H/S", "D/H", "H/D"})
_SIGN_SIDE = re.compile(r"[\[(]([-+])[\])](?: ?[A-Z]{3})?")
"""`[-] EUR`, `(+)`: the sign of all that stands below."""
_DOLLARS = re.compile(r"[A-Z]{2,3}\$")
_LOOKALIKES = str.maketrans("aceiopxyABCEHIKMOPTXy", "асеіорхуАВСЕНІКМОРТХу")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_CODE = re.compile(r"(?<![A-Za-z])([A-Z]{3})(?![A-Za-z])")
_SIGNS = {
    "€": "EUR", "£": "GBP", "zł": "PLN", "Kč": "CZK", "₴": "UAH", "₹": "INR", "₺": "TRY", "₽": "RUB", "R$": "BRL", "₩": "KRW",
    "₪": "ILS", "₫": "VND", "₦": "NGN", "₱": "PHP", "฿": "THB", "₸": "KZT", "₾": "GEL", "₼": "AZN", "元": "CNY", "円": "JPY",
    "人民币": "CNY", "港币": "HKD", "NT$": "TWD", "HK$": "HKD", "US$": "USD", "CA$": "CAD", "A$": "AUD", "NZ$": "NZD", "грн": "UAH", "руб": "RUB",
}  # fmt: skip
_SIGN = re.compile(
    "|".join(
        rf"(?<![^\W\d_]){re.escape(sign)}" if sign[0].isalpha() and sign[-1] == "$" else re.escape(sign)
        for sign in sorted(_SIGNS, key=len, reverse=True)
    )
)
"""`R$` behind another letter, `EUR$`, is none."""
_WORDS = re.compile(
    r"(?:(?<=\d)|(?<=\d )|(?<=\())(?:(?P<HUF>Ft)|(?P<TRY>TL)|(?P<RON>lei)|(?P<IDR>Rp)|(?P<MYR>RM)|(?P<BGN>лв)|(?P<KRW>원)|(?P<EUR>euros?))(?![^\W\d_])"
    r"|(?<![^\W\d_])(?:(?P<a_IDR>Rp)|(?P<a_MYR>RM))\.?(?= ?\d)|(?<![^\W\d_])(?P<b_EUR>[Ee]uro[as]?|EURO[AS]?)(?![^\W\d_])"
)
"""Short words that are a currency beside a figure or in brackets, and the euro's name anywhere."""


@lru_cache(maxsize=2048)
def folded(header: str) -> str:
    """A header in lower case, without accents and punctuation, camel case split; lookalike letters made Cyrillic."""
    words = _CAMEL.sub(" ", header).split()
    text = " ".join(word.translate(_LOOKALIKES) if _CYRILLIC.search(word) else word for word in words)
    return re.sub(r"[\W_]+", " ", plain(text).replace("ß", "ss")).strip()


@lru_cache(maxsize=2048)
def roles_of(header: str) -> tuple[Role, ...]:
    """All roles the header's words allow, the most telling first; which one it is the cells below decide."""
    text = folded(header)
    if header.replace(" ", "") in _SIGN_HEADERS:
        return (Role.FLAG,)
    if _DOLLARS.fullmatch(header):
        return (Role.AMOUNT,)
    side = _SIGN_SIDE.fullmatch(header)
    if side is not None:
        return (Role.DEBIT if side[1] == "-" else Role.CREDIT,)
    return tuple(dict.fromkeys(role for role, pattern in _COMPILED if pattern.search(text))) if text else ()


@lru_cache(maxsize=1024)
def code_of(text: str) -> str:
    """The code that a short text means: an ISO 4217 code, a sign, or a word that is a currency beside a figure."""
    code = todays_code(text) if len(text) == 3 else ""
    if code:
        return code
    return currency_in(f"{text} 1") or currency_in(f"1 {text}") if len(text) < 6 else ""


def is_currency_cell(cell: str) -> bool:
    """Whether a cell is a currency and nothing else; signs of several currencies count."""
    return cell in {"$", "¥"} or (len(cell) < 6 and not cell[:1].isdigit() and bool(code_of(cell)))


def currency_in(text: str) -> str:
    """The one ISO 4217 code or unmistakable currency sign in a text; empty where there is none, or several."""
    codes = {today for code in _CODE.findall(text) if (today := todays_code(code))}
    codes |= {_SIGNS[sign] for sign in _SIGN.findall(text)}
    codes |= {str(found.lastgroup)[-3:] for found in _WORDS.finditer(text)}
    return codes.pop() if len(codes) == 1 else ""
