"""Which way money went: minus signs, direction words, CR marks, two columns, or a card's positive charges."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.domain.statement_kinds import SignConvention
from app.statements.column_profiles import Profile
from app.statements.column_roles import Columns
from app.statements.fields import Mark
from app.statements.table import Line
from app.statements.table_arithmetic import chain_fit
from app.statements.table_kind_words import is_income, kind_way
from app.statements.table_money_plan import MoneyPlan, values_of
from app.statements.table_printed_signs import mostly_negative, takes_back
from app.statements.table_words import Role, folded

_PAYMENT = re.compile(
    r"payment.*(thank|received)|thank you|pagto por deb|pagamento recebido|pago recibido|autopay|auto pay|"
    r"direct debit received|"
    r"ihre zahlung|"
    r"zahlung erhalten|votre paiement|"
    r"vostro pagamento|su pago|"
    r"uw betaling|betaling ontvangen|bill ?payment|credit card payment|^payment\b|\brefund|\breturn$|"
    r"zahlung.*\bdank|paiement.*\bmerci|\bvielen dank$|muchas gracias$|grazie$|merci$|bedankt$|hartelijk dank|"
    r"obrigad[oa]$|\btack$|\btakk$|tak for|kiitos|dekujeme|dziekujemy|koszonjuk|multumim|"
    r"(haben|guthaben)zins|interest (earned|received)|credit interest|interets crediteurs|interessi attivi|creditrente|"
    r"tesekkur|\biade(si)?\b|"
    r"paiement recu|pagamento ricevuto|einzahlung|ruckzahlung|gutschrift|rimborso|remboursement|^(还款|退款|退货)"
)
_RECEIVED = re.compile(
    r"payment.*(thank|received)|pagamento recebido|pago recibido|zahlung erhalten|betaling ontvangen|paiement recu|"
    r"pagto por deb|pagamento ricevuto|ihre zahlung|votre paiement|vostro pagamento|uw betaling|odeme.*tesekkur"
)
_OF_CARD = re.compile(r"credit card payment|kreditkarte|kartenabrechnung|monatsabrechnung|信用卡|还款$")
"""What concerns a card, such as a payment to it: in an account that is none, it does not tell the way."""
_CARD_PAID = re.compile(r"credit card payment|kartenabrechnung|monatsabrechnung|还款$")
"""A card's bill paid: money into the card. Its mere name may stand on each of its purchases."""
_CHARGE = re.compile(
    r"^(sale|purchase|debit|kauf|achat|acquisto|compra|aankoop|"
    r"fee|interest charge|cash advance)s?\b|(tfr|trf|transfer) out\b|消费|取现"
)


@dataclass(frozen=True, slots=True)
class SignRule:
    """How a printed amount becomes money out (negative) or in."""

    convention: SignConvention
    factor: int = 1
    """-1 where charges are printed as positive."""
    unmarked: int = 1
    """What an amount without + or CR, or an empty flag cell, means: +1 in, -1 out."""
    debit_factor: int = -1
    """+1 where the debit column carries its minus signs itself."""
    credit_factor: int = 1
    """-1 where the credit column carries minus signs, as some cards print payments."""
    balance_factor: int = 1
    reason: str = ""
    ways: Mapping[int, int] | None = None
    """Line number -> +1 in, -1 out, where only the running balance tells; lines it leaves out stay open."""
    words: Mapping[str, int] = field(default_factory=dict)
    """The way each word of the flag column is taken to mean, where it is none we know."""
    doubt: bool = False
    """Whether the other way round is as likely, so that a person must choose."""


def choose_sign(
    plan: MoneyPlan, columns: Columns, *, sample: Sequence[Line], marks: frozenset[Mark], card: bool
) -> SignRule:
    """The rule the columns and their words bear out; `card` says that the file is of a card account."""
    if plan.amount is None:
        sides = _two_columns(plan, sample)
        return _guessed_sides(sides, plan, sample=sample) if plan.guessed else sides
    amounts = values_of(sample, plan.amount)
    if plan.flag is not None:
        flags = [line.cell(plan.flag) for line in sample]
        rule = _by_flag(flags, amounts, named=bool(columns.names[plan.flag]))
        if rule is not None:
            return _with_unknown_words(rule, flags)
    chained = plan.balance is not None and chain_fit(amounts, values_of(sample, plan.balance)).percent >= 60
    if _is_marked(marks) or (not chained and takes_back(marks, [line.cell(plan.amount) for line in sample])):
        doubt = Mark.MINUS in marks and not card
        return SignRule(SignConvention.INVERTED, unmarked=-1, reason="only money in is marked", doubt=doubt)
    if columns.roles[plan.amount] is Role.NET:
        return SignRule(SignConvention.AS_PRINTED)  # a payment service's statement: its charges are the owner's income
    rule = _by_words(columns, sample, amounts=amounts, card=card and not chained)
    if chained or rule.factor < 0 or not _earned_is_negative(columns, sample, amounts=amounts):
        return rule
    return SignRule(SignConvention.INVERTED, -1, balance_factor=-1, reason="what is earned is printed as negative")


def _two_columns(plan: MoneyPlan, sample: Sequence[Line]) -> SignRule:
    return SignRule(
        SignConvention.TWO_COLUMNS,
        debit_factor=1 if mostly_negative(plan.debit, sample) else -1,
        credit_factor=-1 if mostly_negative(plan.credit, sample) else 1,
    )


def turned(rule: SignRule) -> SignRule:
    """The rule the other way round, without its doubt: what a person chose against the likelier one."""
    if rule.convention is SignConvention.INVERTED and rule.unmarked < 0:
        return SignRule(SignConvention.AS_PRINTED)
    signed = rule.convention in {SignConvention.AS_PRINTED, SignConvention.INVERTED}
    return replace(
        rule,
        factor=-rule.factor,
        balance_factor=-rule.balance_factor if signed else rule.balance_factor,
        debit_factor=-rule.debit_factor,
        credit_factor=-rule.credit_factor,
        words={word: -way for word, way in rule.words.items()},
        doubt=False,
    )


def _guessed_sides(rule: SignRule, plan: MoneyPlan, *, sample: Sequence[Line]) -> SignRule:
    """Two columns of which nothing says which is the debit: the texts of their rows may, else a person must."""
    score = 0
    for line in sample:
        texts = [cell for cell in line.cells if len(cell) > 3]
        way = next((way for cell in texts if (way := named_way([cell]) or kind_way(cell))), 0)
        in_debit = plan.debit is not None and any(values_of([line], plan.debit))
        score += -way if in_debit else way
    if score:
        return rule if score > 0 else turned(rule)
    signed = rule.debit_factor > 0 or rule.credit_factor < 0
    return rule if signed else replace(rule, doubt=True)


def _with_unknown_words(rule: SignRule, flags: Sequence[str]) -> SignRule:
    """Two words of direction that nobody knows: the more frequent is taken as money out, and a person asked."""
    words = Counter(flag for flag in flags if flag)
    if rule.convention is not SignConvention.FLAG_COLUMN or len(words) != 2 or any(map(kind_way, words)):
        return rule
    (often, _), (seldom, _) = words.most_common()
    return replace(rule, words={often: -1, seldom: 1}, doubt=True)


def _by_flag(flags: Sequence[str], amounts: Sequence[int | None], *, named: bool) -> SignRule | None:
    """Hold the words against the printed signs: do they repeat them, turn them round, or stand in for them?

    In a column `named` for the direction, words nobody knows are kept as the flag: their rows can't be read.
    """
    pairs = [(kind_way(flag) if flag else 0, amount) for flag, amount in zip(flags, amounts, strict=True) if amount]
    filled = [flag for flag, amount in zip(flags, amounts, strict=True) if amount]
    said = {way for way, _ in pairs if way}
    if not said:
        unsigned = all(amount > 0 for _, amount in pairs)
        return SignRule(SignConvention.FLAG_COLUMN) if named and unsigned and any(flags) else None
    unmarked = -next(iter(said)) if len(said) == 1 and any(not flag for flag in flags) else 0
    count = {
        (way, amount > 0): sum(1 for w, a in pairs if (w or unmarked) == way and (a > 0) == (amount > 0))
        for way in (1, -1)
        for amount in (1, -1)
    }
    as_printed = count[1, True] + count[-1, False]
    inverted = count[-1, True] + count[1, False]
    by_flag = count[-1, True] + count[1, True]
    open_words = any(flag and not way for flag, (way, _) in zip(filled, pairs, strict=True))
    if open_words and named and all(amount > 0 for _, amount in pairs):
        return SignRule(SignConvention.FLAG_COLUMN, unmarked=unmarked)  # rows of words that nobody knows are named
    if as_printed >= max(inverted, by_flag):
        return SignRule(SignConvention.AS_PRINTED)
    if inverted > by_flag:
        return SignRule(
            SignConvention.INVERTED, factor=-1, reason="the words for debit and credit turn the signs round"
        )
    return SignRule(SignConvention.FLAG_COLUMN, unmarked=unmarked)


def _is_marked(marks: frozenset[Mark]) -> bool:
    """Some amounts say + or CR, the others say nothing, and none says minus: the silent ones are money out."""
    return Mark.NONE in marks and bool(marks & {Mark.PLUS, Mark.CREDIT}) and not marks & {Mark.MINUS, Mark.DEBIT}


def _by_words(columns: Columns, sample: Sequence[Line], *, amounts: Sequence[int | None], card: bool) -> SignRule:
    """Payments into a card and its charges show their sign by name; else a card's many positive rows are charges."""
    told = _told(columns, sample, amounts=amounts, card=card)
    positive = sum(1 for amount in amounts if amount and amount > 0)
    negative = sum(1 for amount in amounts if amount and amount < 0)
    if negative and told.turn_payments(card=card, positive_more=positive > negative, negative=negative):
        return SignRule(SignConvention.INVERTED, -1, balance_factor=-1, reason="payments are printed as negative")
    if positive and not negative and told.kinds == positive and not told.right:
        return SignRule(SignConvention.INVERTED, -1, balance_factor=-1, reason="charges are printed as positive")
    if card and positive > negative and told.right <= told.wrong:
        return SignRule(
            SignConvention.INVERTED, -1, balance_factor=-1, reason="a card's charges are printed as positive"
        )
    open_card = card and positive == negative and positive and not told.right
    return SignRule(SignConvention.AS_PRINTED, doubt=bool(open_card))


@dataclass(frozen=True, slots=True)
class _Told:
    """How the rows whose words name a payment in or a charge are printed."""

    right: int
    """Rows with the sign that their words mean."""
    charges: int
    """Charges printed as positive."""
    kinds: int
    """Those of them that the bank's own word for the row says to be charges."""
    payments: int
    """Payments printed as negative."""
    received: int
    """Payments said to be received, printed as negative: no account pays out what it received."""

    @property
    def wrong(self) -> int:
        return self.charges + self.payments

    def turn_payments(self, *, card: bool, positive_more: bool, negative: int) -> bool:
        """Whether the words outweigh the signs; without a majority of positive rows all words must say so.

        Of `negative` rows more than half must be named, where nothing else says that the account is a card's.
        """
        all_wrong = self.wrong > 0 and not self.right
        named = card or (self.charges > 0 and self.payments > 0) or self.received > 0
        positive_more = positive_more and (named or self.payments * 2 > negative)
        return (self.wrong > self.right and positive_more) or (all_wrong and named)


def _told(columns: Columns, sample: Sequence[Line], *, amounts: Sequence[int | None], card: bool) -> _Told:
    right = charges = kinds = payments = received = 0
    of_bank = columns.all(Role.TYPE, Role.CATEGORY)
    indexes = columns.all(Role.TYPE, Role.MEMO, Role.PAYEE, Role.CATEGORY)
    telling = [index for index in indexes if index not in of_bank or not _is_on_all(columns.profiles[index])]
    for line, amount in zip(sample, amounts, strict=True):
        texts = [line.cell(index) for index in indexes] if amount else []
        way = _way_told(texts, card=card)
        if way > 0 and len(telling) < len(indexes):
            way = _way_told([line.cell(index) for index in telling], card=card)
        right += way * (amount or 0) > 0
        charges += way < 0 < (amount or 0)
        kinds += way < 0 < (amount or 0) and named_way([line.cell(index) for index in of_bank]) < 0
        if (amount or 0) < 0 < way:
            payments += 1
            received += any(_RECEIVED.search(folded(text[:60])) for text in texts)
    return _Told(right, charges, kinds, payments, received)


def _way_told(texts: Sequence[str], *, card: bool) -> int:
    """As `named_way`; what is paid to a card comes into the card, and tells nothing in another account."""
    words = [folded(text[:60]) for text in texts]
    if card and any(map(_CARD_PAID.search, words)):
        return 1
    if not card and any(map(_OF_CARD.search, words)):
        return 0
    return named_way(texts)


def _is_on_all(profile: Profile) -> bool:
    """Whether one word stands on all rows: then it names no payment among charges."""
    return len(profile.distinct or ()) == 1 < profile.filled


def _earned_is_negative(columns: Columns, sample: Sequence[Line], *, amounts: Sequence[int | None]) -> bool:
    """All rows whose kind is income are negative, most of the others, which are more, positive."""
    kinds = columns.all(Role.TYPE, Role.CATEGORY)
    earned: list[int] = []
    others: list[int] = []
    for line, amount in zip(sample, amounts, strict=True):
        if amount:
            is_earned = any(is_income(line.cell(index)) for index in kinds)
            (earned if is_earned else others).append(amount)
    positive = sum(1 for amount in others if amount > 0)
    return bool(earned) and max(earned) < 0 and positive * 2 > len(others) and positive > len(earned)


def named_way(texts: Sequence[str]) -> int:
    """+1 where a text names money into an account or card (a payment, a refund), -1 for a charge, else 0."""
    for text in texts:
        word = folded(text[:60])
        if _PAYMENT.search(word) is not None:
            return 1
        if _CHARGE.match(word) is not None:
            return -1
    return 0
