"""Whether a table is the bill of a card: told by columns of cards, holders, shops and purchases, or the file's name."""

import re
from collections.abc import Sequence

from app.statements.column_roles import Columns
from app.statements.fields import Mark
from app.statements.locale_proof import AmountProof
from app.statements.table_facts import Facts
from app.statements.table_money_plan import MoneyPlan
from app.statements.table_words import Role, folded, roles_of

_SHOP = re.compile(
    r"merchant|handler|haendler|commercant|comercio|establecimiento|esercente|winkelier|"
    r"בית ה?עסק|利用店|ご利用先|店名|商户|가맹점|이용처|사용처|이용하신 ?곳"
)
_PURCHASE_DAY = re.compile(
    r"purchase date|date of purchase|kaufdatum|date d achat|fecha de (la )?compra|data (di )?acquisto|aankoopdatum|"
    r"תאריך רכישה|תאריך העסקה|תאריך עסקה|利用日|消费日期|이용일|사용일|승인일"
)
_USED = re.compile(r"利用金額|消费金额|이용 ?금액|사용 ?금액|승인 ?금액")
"""What was spent with a card, where it stands beside a shop's name."""
_HOLDER = re.compile(
    r"karteninhaber|purchased by|card ?(holder|member)|kaarthouder|titulaire (de la )?carte|"
    r"titular (de la |da )?(tarjeta|cartao)|"
    r"(titolare|intestatario) (della )?carta|kortin?nehaver|kortinnehavare|posiadacz karty|drzitel karty"
)

_ACCOUNT_KIND = re.compile(
    r"(account|acct) (type|kind|class)|kontoart|kontotyp|type de compte|tipo (de |di )?(cuenta|conta|conto)"
)
_CARD_KIND = re.compile(
    r"(credit|charge) ?cards?|kreditkarten?|cartes? de credit|tarjetas? de credito|cartao de credito|carta di credito|"
    r"kredi karti|信用卡|신용카드"
)
"""What a column of the accounts' kinds says of a card."""


def is_card(columns: Columns, file_name: str) -> bool:
    """A column of card numbers and none of an account, one of holders, purchases at shops, or a telling name."""
    most = max(profile.filled for profile in columns.profiles)
    nearly = [profile.filled * 10 >= most * 7 for profile in columns.profiles]
    card = columns.first(Role.CARD)
    is_card = card is not None and Role.ACCOUNT not in roles_of(columns.names[card])  # no `account or card`
    if card is not None and is_card and columns.first(Role.ACCOUNT) is None and nearly[card]:
        return True
    names = [folded(name) for name in columns.names]
    if any(full and _HOLDER.search(name) for full, name in zip(nearly, names, strict=True)):
        return True
    if _are_cards(columns, names):
        return True
    joined = " | ".join(names)
    if _SHOP.search(joined) and (_PURCHASE_DAY.search(joined) or _USED.search(joined)):
        return True
    words = folded(file_name)
    return any(word in words for word in ("credit card", "creditcard", "kreditkarte", "mastercard", "visa", "amex"))


def _are_cards(columns: Columns, names: Sequence[str]) -> bool:
    """Whether a column says of the account of every row that it is a credit card."""
    kinds = [columns.profiles[at].distinct or () for at, name in enumerate(names) if _ACCOUNT_KIND.fullmatch(name)]
    return any(words and all(_CARD_KIND.fullmatch(folded(word)) for word in words) for words in kinds)


def is_bill_of(facts: Facts, plan: MoneyPlan, *, amounts: AmountProof) -> bool:
    """Below a card's number, amounts without any sign, word or balance are what the card was charged."""
    unsigned = plan.amount is not None and plan.flag is None and amounts.marks == {Mark.NONE}
    return facts.masked_card and unsigned and plan.balance is None
