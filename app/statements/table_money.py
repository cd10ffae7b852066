"""Which columns the money of a row comes from: one signed amount, a debit and a credit, an amount with fee and flag."""

from collections.abc import Sequence
from dataclasses import replace

from app.statements.column_profiles import Profile
from app.statements.column_roles import Columns
from app.statements.table import Line
from app.statements.table_arithmetic import MoneyGuess, Values, are_sides, chain_fit, exclusive, guess_money
from app.statements.table_flags import direction
from app.statements.table_kind_columns import is_of_directions, kind_column
from app.statements.table_money_plan import MoneyPlan, values_of
from app.statements.table_words import BILLED, Role, currency_in, folded

_KNOWN = frozenset({Role.DETAIL, Role.ORIGINAL_AMOUNT, Role.OTHER_NUMBER, Role.REFERENCE, Role.ACCOUNT,
                    Role.OTHER_ACCOUNT, Role.CARD, Role.FEE})  # fmt: skip


def plan_money(columns: Columns, sample: Sequence[Line], *, descending: bool | None) -> MoneyPlan | None:
    """The plan the words allow and the numbers bear out; None where no column holds amounts."""
    plan = _by_words(columns, sample)
    if plan is None:
        plan = _by_numbers(columns, sample, descending=descending)
    if plan is None:
        return None
    plan = _with_flag(plan, columns)
    plan = _with_balance(plan, columns, sample=sample, descending=descending)
    return _with_kind(plan, columns)


def _by_words(columns: Columns, sample: Sequence[Line]) -> MoneyPlan | None:
    filled = [index for index in columns.all(Role.AMOUNT) if columns.profiles[index].filled]
    debit, credit = (_fullest(columns, role) for role in (Role.DEBIT, Role.CREDIT))
    nets = [index for index in columns.all(Role.NET) if columns.profiles[index].filled]
    if nets:
        return MoneyPlan(amount=nets[-1])  # what is left in the end stands behind what is left in between
    amount = _best_amount(columns, filled, sample=sample)
    has_pair = debit is not None and credit is not None and not _same(debit, credit, sample=sample)
    if has_pair and (amount is None or not columns.profiles[amount].negative):
        return MoneyPlan(debit=debit, credit=credit)
    if are_sides(*(values_of(sample, index) for index in filled)):
        return None  # which of them is the debit the balances tell
    if amount is not None:
        return _with_other_side(columns, amount, sample=sample) or MoneyPlan(amount=amount)
    gross, fee = columns.first(Role.GROSS), columns.first(Role.FEE)
    if gross is not None:
        return MoneyPlan(amount=gross, fee=fee)
    single = [index for index in (debit, credit) if index is not None and columns.profiles[index].filled]
    return _lone_side(columns, single[0], sample=sample) if len(single) == 1 else None


def _with_other_side(columns: Columns, amount: int, *, sample: Sequence[Line]) -> MoneyPlan | None:
    """An amount that stands only where a debit or credit column is empty is the other side of that column."""
    known = next((i for i in columns.all(Role.DEBIT, Role.CREDIT) if columns.profiles[i].filled and i != amount), None)
    if known is None or columns.profiles[amount].negative or columns.profiles[known].negative:
        return None
    if not exclusive(values_of(sample, known), values_of(sample, amount)):
        return None
    is_debit = columns.roles[known] is Role.DEBIT
    return MoneyPlan(debit=known, credit=amount) if is_debit else MoneyPlan(debit=amount, credit=known)


def _lone_side(columns: Columns, known: int, *, sample: Sequence[Line]) -> MoneyPlan:
    """A debit or a credit column alone: the other side is the unnamed column filled where this one is not."""
    is_debit = columns.roles[known] is Role.DEBIT
    values = values_of(sample, known)
    free = [index for index, role in enumerate(columns.roles) if role is None and _is_free(columns, index)]
    other = next((index for index in free if exclusive(values, values_of(sample, index))), None)
    unsure = other is None and not any(values)
    if unsure:  # nothing went this way: what went the other stands beside it
        beside = (index for index in free if abs(index - known) == 1)
        other = next((index for index in beside if _holds_money(columns.profiles[index])), None)
    if other is None and columns.profiles[known].negative:
        return MoneyPlan(amount=known)
    debit, credit = (known, other) if is_debit else (other, known)
    return MoneyPlan(debit=debit, credit=credit, unsure=unsure and other is not None)


def _holds_money(profile: Profile) -> bool:
    return profile.mostly(profile.money) and len(profile.distinct or ()) > 1


def _fullest(columns: Columns, role: Role) -> int | None:
    """The column of the role with the most filled cells, the leftmost of those."""
    found = columns.all(role)
    return max(found, key=lambda index: (columns.profiles[index].filled, -index)) if found else None


def _best_amount(columns: Columns, filled: Sequence[int], *, sample: Sequence[Line]) -> int | None:
    """Of the columns with the most figures: the billed one, one that names its currency, of one currency, the first."""
    if not filled:
        return None
    figures = {index: sum(1 for value in values_of(sample, index) if value) for index in filled}
    most = max(figures.values())
    full = [index for index in filled if figures[index] * 10 >= most * 9]
    named = next((index for index in full if currency_in(columns.names[index])), None)
    billed = next((index for index in full if BILLED.search(folded(columns.names[index]))), None)
    if billed is not None or named is not None or len(full) == 1:
        return next(index for index in (billed, named, full[0]) if index is not None)
    units = {index: {line.cell(index + 1) for line in sample} - {""} for index in full}
    paired = [index for index in full if columns.all(Role.CURRENCY, Role.ORIGINAL_CURRENCY).count(index + 1)]
    steady = [index for index in paired if len(units[index]) == 1]
    return steady[0] if len(steady) == 1 and len(paired) > 1 else full[0]


def _same(one: int, two: int, *, sample: Sequence[Line]) -> bool:
    return one == two or all(line.cell(one) == line.cell(two) for line in sample)


def _by_numbers(columns: Columns, sample: Sequence[Line], *, descending: bool | None) -> MoneyPlan | None:
    """Columns without telling words: those that look like money, told apart by arithmetic."""
    rows = [
        line for line in sample if any(line.cell(index) for index in columns.all(Role.BOOKED, Role.MADE, Role.VALUE))
    ]
    free = [index for index, role in enumerate(columns.roles) if role not in _KNOWN and _is_free(columns, index)]
    named = {*columns.all(Role.AMOUNT, Role.BALANCE)}
    money = [at for at in free if at in named or columns.profiles[at].mostly(columns.profiles[at].money, 50)]
    chosen = (money or [index for index in free if columns.roles[index] is None])[:6]
    chosen = [index for index in chosen if not _stands_still(columns.profiles[index], len(rows))] or chosen
    if not chosen or not rows:
        return None
    guess: MoneyGuess = guess_money([values_of(rows, index) for index in chosen], descending=descending)
    if guess.balance is None:
        unnamed = [index for index, name in enumerate(columns.names) if not name and _is_free(columns, index)]
        guess = _more_balance(guess, chosen, free=unnamed, rows=rows)
        chosen = list(dict.fromkeys([*chosen, *unnamed]))
    at = [
        None if place is None else chosen[place] for place in (guess.amount, guess.debit, guess.credit, guess.balance)
    ]
    guessed = at[1] is not None and not guess.proved
    return MoneyPlan(amount=at[0], debit=at[1], credit=at[2], balance=at[3], guessed=guessed, unsure=guess.unsure)


def _stands_still(profile: Profile, rows: int) -> bool:
    """Whether a column says the same, without a minus, on several rows: an account's number may look like an amount."""
    return not profile.negative and rows > 2 and profile.filled >= rows and len(profile.distinct or ()) == 1


def _more_balance(guess: MoneyGuess, chosen: Sequence[int], *, free: Sequence[int], rows: Sequence[Line]) -> MoneyGuess:
    """Whole numbers that follow from the amounts are the balance, though they do not look like money."""
    order = list(dict.fromkeys([*chosen, *free]))
    if guess.amount is None:
        return guess
    amounts = values_of(rows, order[guess.amount])
    for position, index in enumerate(order):
        fit = chain_fit(amounts, values_of(rows, index)) if position != guess.amount else None
        if fit is not None and fit.links > 1 and fit.percent >= 90:
            return replace(guess, balance=position)
    return guess


def _is_free(columns: Columns, index: int) -> bool:
    profile = columns.profiles[index]
    if columns.roles[index] in {Role.BOOKED, Role.MADE, Role.VALUE, Role.FLAG, Role.CURRENCY}:
        return False
    return profile.mostly(profile.amounts, 60) and not profile.mostly(profile.dates)


def _with_flag(plan: MoneyPlan, columns: Columns) -> MoneyPlan:
    """A column of debit and credit words counts where it is so named, or where the amounts carry no sign."""
    if plan.amount is None:
        return plan
    flag = columns.first(Role.FLAG)
    if flag is None and not _are_signed(columns.profiles[plan.amount]):
        unknown = (index for index, role in enumerate(columns.roles) if role is None)
        types = (*columns.all(Role.TYPE, Role.STATUS, Role.MEMO, Role.CATEGORY, Role.PAYEE), *unknown)
        flag = next((i for i in types if is_of_directions(columns.profiles[i])), None)
    return replace(plan, flag=flag)


def _are_signed(profile: Profile) -> bool:
    """Whether amounts carry minus signs: more than a few, for a single one among many may be a slip."""
    return profile.negative > max(min(1, profile.filled // 4), profile.filled // 10)


def _with_kind(plan: MoneyPlan, columns: Columns) -> MoneyPlan:
    """Where neither signs nor balances tell, the bank's few words for its rows say which way each went."""
    if plan.amount is None or plan.flag is not None or plan.balance is not None:
        return plan
    return replace(plan, flag=kind_column(columns, plan.amount))


def _with_balance(plan: MoneyPlan, columns: Columns, *, sample: Sequence[Line], descending: bool | None) -> MoneyPlan:
    """The running balance, before or after its row; and the fee that is part of the amount where that closes it."""
    before = columns.first(Role.BALANCE_BEFORE)
    balance = columns.first(Role.BALANCE) if plan.balance is None else plan.balance
    if balance is None or not columns.profiles[balance].filled:
        if before is not None and columns.profiles[before].filled:
            return replace(plan, balance=before, balance_before=True)
        chained = _chained_column(plan, columns, sample=sample)
        return replace(plan, balance=chained, unsure=plan.unsure and chained is None)
    plan = replace(plan, balance=balance)
    amounts, balances = _with_ways(plan, sample), values_of(sample, balance)
    fit = chain_fit(amounts, balances, descending=descending)
    if not fit.percent and fit.links > 1 and len(set(balances)) == 1:
        return replace(plan, balance=None)  # the account's balance of today beside every row
    fee = columns.first(Role.FEE)
    if fee is not None and fee not in plan.sources:
        for taken in (True, False):
            with_fee = replace(plan, fee=fee, fee_taken=taken)
            other = chain_fit(_with_ways(with_fee, sample), balances, descending=descending)
            if other.percent > fit.percent:
                return with_fee
            plan = replace(
                plan, fee_open=plan.fee_open or (other.percent == fit.percent and any(values_of(sample, fee)))
            )
    is_telling = fit.links > 1 or any(amount and amount < 0 for amount in amounts)  # one step may go either way
    return replace(plan, balance_before=fit.before and fit.percent >= 60 and is_telling)


def _chained_column(plan: MoneyPlan, columns: Columns, *, sample: Sequence[Line]) -> int | None:
    """A column of figures without a telling name that follows from the amounts throughout is the running balance."""
    amounts = _signed(plan, sample)
    for index, role in enumerate(columns.roles):
        if role is not None or index in plan.sources or not _is_free(columns, index):
            continue
        fit = chain_fit(amounts, values_of(sample, index))
        if fit.links > 1 and fit.percent == 100:
            return index
    return None


def _signed(plan: MoneyPlan, lines: Sequence[Line]) -> Values:
    """The amounts as printed, turned by the words of direction beside them where they carry no sign themselves."""
    amounts = amounts_of(plan, lines)
    if plan.flag is None or any(amount and amount < 0 for amount in amounts):
        return amounts
    ways = [direction(line.cell(plan.flag)) for line in lines]
    return [None if amount is None else amount * way for amount, way in zip(amounts, ways, strict=True)]


def _with_ways(plan: MoneyPlan, lines: Sequence[Line]) -> Values:
    """The amounts with their signs where a word of direction stands beside each, else as printed."""
    known = plan.flag is not None and all(direction(line.cell(plan.flag)) for line in lines)
    return _signed(plan, lines) if known else amounts_of(plan, lines)


def follows_from_words(plan: MoneyPlan, lines: Sequence[Line], *, descending: bool | None) -> bool:
    """Whether the balances follow from the amounts as the words of direction beside them sign them."""
    if plan.flag is None or plan.balance is None:
        return False
    fit = chain_fit(_signed(plan, lines), values_of(lines, plan.balance), descending=descending)
    return fit.links > 0 and fit.percent >= 90


def amounts_of(plan: MoneyPlan, lines: Sequence[Line]) -> list[int | None]:
    """The amounts of a sample as printed (debits taken off), for arithmetic; None where a row has none."""
    amounts = _pairs(plan, lines) if plan.amount is None else values_of(lines, plan.amount)
    if plan.fee is None:
        return amounts
    side = -1 if plan.fee_taken else 1
    both = zip(amounts, values_of(lines, plan.fee), strict=True)
    return [None if a is None and f is None else (a or 0) + side * (f or 0) for a, f in both]


def _pairs(plan: MoneyPlan, lines: Sequence[Line]) -> list[int | None]:
    none: list[int | None] = [None] * len(lines)
    debits = none if plan.debit is None else values_of(lines, plan.debit)
    credits_ = none if plan.credit is None else values_of(lines, plan.credit)
    return [None if d is None and c is None else (c or 0) - abs(d or 0) for d, c in zip(debits, credits_, strict=True)]
