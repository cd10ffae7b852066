"""What the bank's word for a row says of its direction: a purchase goes out, a salary comes in, in many languages."""

# ruff: noqa: E501 - tables of words are read by the line

import re
from functools import lru_cache

from app.statements.table_flags import direction
from app.statements.table_words import folded

_OUT = re.compile(
    r"\b(debit(?! card refund)|withdraw|purchase|buy\b|bought\b|kauf\b|aankoop|acquisto|achat|pos\b|card payment|fees?\b|charges?\b|standing order|bill pay|outgoing|sent\b|atm\b|"
    r"lastschrift|kartenzahlung|kartenverfug|uberweisungsauftrag|abhebung|auszahlung|bargeldausz|gebuhr|entgelt|dauerauftrag|abbuchung|"
    r"retrait|prelevement|frais|virement emis|paiement (carte|par carte|cb)|compra|recibo|gastos?\b|egresos?\b|comision|cargo|retiro|adeudo|"
    r"prelievo|addebito|commissioni?|pagamento|bonifico (in uscita|disposto)|betaalautomaat|incasso|afschrijving|geldopname|opname|"
    r"uttag|kortkop|kop\b|avgift|korttiosto|nosto\b|platba kartou|vyber|poplatek|odchozi|inkaso|wyplata|platnosc|zakup|oplata|prowizja|"
    r"przelew wychodz|obciazenie|vasarlas|kifizet|kiadas|cumparare|retragere|odeme|alisveris|cekme|masraf|"
    r"saque|tarifa|pagto|pix enviado|pembayaran|penarikan|tarik)|"
    r"покупк|списан|снят|комис|оплат|αγορα|αναληψ|出金|支払|引落|消费|支出|取款|출금|결제|지출|משיכה|חיוב|سحب|شراء"
)
_IN = re.compile(
    r"\b(deposit|credit(?! card)|sell\b|sold\b|verkauf|verkoop|vente\b|venta\b|vendita|refund|salary|payroll|wages|incoming|received|cash ?back|interest(?! charge)|dividend|zinsen|zinsgutschrift|gutschrift|gehalt|lohn|zahlungseingang|eingang|"
    r"einzahlung|ruckzahlung|erstattung|virement recu|versement|remise|salaire|remboursement|nomina|abono|ingreso|recibid|devolucion|"
    r"stipendio|accredito|versamento|bonifico (in entrata|ricevuto)|rimborso|bijschrijving|storting|salaris|"
    r"insattning|lon\b|indbetal|innbetal|palkka|pano\b|prichozi|vklad|mzda|vyplata mzdy|wplata|wynagrodzenie|uznanie|odsetki|przelew przych|"
    r"jovairas|befizet|bevetel|incasare|salariu|depunere|yatirma|maas\b|gelen|"
    r"pix recebido|recebid|estorno|setoran|gaji)|"
    r"поступ|зачисл|пополн|зарплат|возврат|μισθο|καταθεσ|入金|給与|預入|收入|工资|退款|退货|退貨|입금|급여|משכורת|הפקדה|زיכוי|ايداع|راتب"
)

_INCOME = re.compile(
    r"incomes?|salary|payroll|paychecks?|wages|einkommen|einnahmen?|gehalt|lohn|revenus?|salaires?|ingresos?|nomina|sueldo|stipendio|entrate|"
    r"reddito|inkomen|inkomsten|salaris|rendimentos?|receitas?|salario|dochod|przychod|wynagrodzenie|inkomst|lon|indkomst|inntekt|palkka|tulot|"
    r"prijem|mzda|jovedelem|bevetel|venit|gelir|доход|дохід|зарплата|收入|工资|給与|収入|급여|수입|משכורת"
)


@lru_cache(maxsize=4096)
def is_income(cell: str) -> bool:
    """Whether a kind or category is what is earned, and says no more than that: `Income`, but no income tax."""
    return len(cell) < 20 and _INCOME.fullmatch(folded(cell)) is not None


@lru_cache(maxsize=4096)
def kind_way(cell: str) -> int:
    """+1 where a word or phrase names money in, -1 where money out, 0 where it names neither or both."""
    known = direction(cell)
    if known:
        return known
    text = folded(cell[:80])
    goes, comes = _OUT.search(text) is not None, _IN.search(text) is not None
    return 0 if goes == comes else 1 if comes else -1
