"""Which column is which: by the words above it, and by what its cells are; the cells have the last word."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.currency import todays_code
from app.statements.column_profiles import Profile
from app.statements.table_words import Role, folded, roles_of

_MASKED = re.compile(r"'?\d{4,6}[*Xx -]{4,9}\d{4}")
_NUMBER = re.compile(r"[\dX*. /-]{5,34}[A-Z]?")
_BOOKKEEPING = re.compile(r"creat|updat|modif|import|export|erstellt|angelegt|geandert|^(initial|final|statement) dat")
_BOOKING = re.compile(
    r"book|\bpost(ed|ing)?\b|buchung|comptab|contab|registra|boek|ksieg|zauct|uctov|konyvel|bokf|bogfor|kirjaus|記帳|入账|入帳|记账|记帐"
)
_DATES = frozenset({Role.BOOKED, Role.MADE, Role.VALUE})
_AMOUNTS = frozenset({Role.AMOUNT, Role.DEBIT, Role.CREDIT, Role.NET, Role.GROSS, Role.FEE, Role.BALANCE,
                      Role.BALANCE_BEFORE, Role.DETAIL, Role.ORIGINAL_AMOUNT, Role.OTHER_NUMBER})  # fmt: skip
_CODES = frozenset({Role.CURRENCY, Role.ORIGINAL_CURRENCY})
_SIDES = ((Role.DEBIT,), (Role.CREDIT,))


@dataclass(frozen=True, slots=True)
class Columns:
    """The role of every column, and the words above it where there are any."""

    roles: tuple[Role | None, ...]
    names: tuple[str, ...]
    profiles: tuple[Profile, ...]

    def all(self, *roles: Role) -> tuple[int, ...]:
        """The columns with any of the roles, left to right."""
        return tuple(index for index, role in enumerate(self.roles) if role in roles)

    def first(self, *roles: Role) -> int | None:
        """The leftmost column of the first of the roles that any column has."""
        return next((index for role in roles for index in self.all(role)), None)

    def name(self, index: int) -> str:
        """What to call a column in a message."""
        return self.names[index] or f"column {index + 1}"


def aligned(header: Sequence[str], profiles: Sequence[Profile], *, width: int) -> list[str]:
    """The header moved where its rows, `width` cells wide, have one fewer or more: to where its words fit them best."""
    names = list(header)
    if len(names) == width + 1:
        ways = [names[:index] + names[index + 1 :] for index in range(len(names))][::-1]
    elif len(names) == width - 1:
        ways = [[*names[:index], "", *names[index:]] for index in range(width)][::-1]
    else:
        return names
    kept = [*names, ""][:width]
    best = max(ways, key=lambda way: _agreement(way, profiles))
    return best if _agreement(best, profiles) > _agreement(kept, profiles) else names


def _agreement(names: Sequence[str], profiles: Sequence[Profile]) -> int:
    """How many names of days, money and currencies stand over such cells, less those that don't."""
    total = 0
    for name, profile in zip(names, profiles, strict=False):
        allowed = roles_of(name)
        role = next((one for one in allowed if bears_out(one, profile)), next(iter(allowed), None))
        if role in _DATES | _AMOUNTS | _CODES and role is not None and profile.filled:
            total += 1 if bears_out(role, profile) else -1
    return total


def assign_roles(header: Sequence[str], profiles: Sequence[Profile]) -> Columns:
    """Give every column a role: the first its words allow and its cells bear out, else by its cells alone."""
    names = tuple(header[index] if index < len(header) else "" for index in range(len(profiles)))
    roles: list[Role | None] = [_by_words(name, profile) for name, profile in zip(names, profiles, strict=True)]
    _dates_by_content(roles, profiles)
    _keep_first(roles, names, profiles=profiles)
    _own_account(roles, names, profiles=profiles)
    most = max((profile.filled for profile in profiles), default=0)
    for index, profile in enumerate(profiles):
        if roles[index] is None and not names[index] and profile.filled:
            roles[index] = _by_content(profile, roles, most=most)
        elif roles[index] is None and _are_codes(profile) and not _has_codes(roles, profiles):
            roles[index] = None if roles_of(names[index])[:1] in _SIDES else Role.CURRENCY
        elif roles[index] is None and profile.mostly(profile.letters, 30) and not profile.mostly(profile.dates):
            roles[index] = Role.MEMO
    _without_another_amount(roles, profiles)
    return Columns(tuple(roles), names, tuple(profiles))


def _by_words(name: str, profile: Profile) -> Role | None:
    return next((role for role in roles_of(name) if bears_out(role, profile)), None)


def bears_out(role: Role, profile: Profile) -> bool:
    """Whether the cells can be what the words say; an empty column can be anything but tells nothing."""
    if not profile.filled:
        return role in _AMOUNTS | _DATES | _CODES
    money = profile.mostly(profile.money)
    if role in _AMOUNTS:
        return profile.mostly(profile.amounts + profile.nearly) and not profile.mostly(profile.dates)
    if role is Role.FLAG:
        return not money and (profile.mostly(profile.flags, 50) or _are_few_words(profile))
    if role in {Role.ACCOUNT, Role.OTHER_ACCOUNT, Role.CARD}:
        bought = role is Role.CARD and profile.mostly(profile.letters, 90) and len(profile.distinct or ()) > 2
        return not money and not bought  # words that differ are what was bought with the card
    if role in _CODES:
        return profile.mostly(profile.codes)
    return role not in _DATES or profile.mostly(profile.dates, 50)


def _are_few_words(profile: Profile) -> bool:
    """Words of direction nobody knows: two to four of them, short, again and again."""
    words = profile.distinct or set()
    few = 2 <= len(words) <= 4 or profile.filled <= 2
    return few and profile.mostly(profile.letters, 100) and all(len(word) <= 12 for word in words)


def _dates_by_content(roles: list[Role | None], profiles: Sequence[Profile]) -> None:
    """Where no words name a date column, the columns that hold dates are: booked first, then value."""
    if any(role in _DATES and profiles[index].dates for index, role in enumerate(roles)):
        return
    wanted = [Role.BOOKED, Role.VALUE]
    for index, profile in sorted(enumerate(profiles), key=lambda pair: _stands_still(pair[1]) and pair[1].filled > 2):
        if wanted and profile.mostly(profile.dates) and (roles[index] is None or roles[index] not in _AMOUNTS):
            roles[index] = wanted.pop(0)


def _keep_first(roles: list[Role | None], names: Sequence[str], *, profiles: Sequence[Profile]) -> None:
    """One column keeps the booking day: one named so before a mere date, none of the export's own doings.

    A mere date beside it is the day of the purchase; the export's own, the same on every row, is none beside others.
    """
    having = [index for index, found in enumerate(roles) if found is Role.BOOKED]
    half = max((profiles[at].dates for at in having), default=0) // 2
    doubts = [(not profiles[at].dates, *_doubts(names[at]), profiles[at].dates < half, at) for at in having]
    kept = min(doubts)[-1] if doubts else None
    for index in having:
        told = kept is not None and not _doubts(names[kept])[1] and not _doubts(names[index])[0]
        made = told and index != kept and not _stands_still(profiles[index]) and Role.MADE not in roles
        roles[index] = Role.BOOKED if index == kept else Role.MADE if made else None
    if kept is not None and _doubts(names[kept])[0] and _stands_still(profiles[kept]):
        moves = any(role in _DATES and not _stands_still(profiles[at]) for at, role in enumerate(roles))
        roles[kept] = None if moves else Role.BOOKED


def _stands_still(profile: Profile) -> bool:
    return len(profile.distinct or ()) < 2


def _doubts(name: str) -> tuple[bool, bool]:
    """Whether a name tells of the export's own doings, and whether it says no more than that it is a date."""
    return _BOOKKEEPING.search(folded(name)) is not None, _BOOKING.search(folded(name)) is None


def _own_account(roles: list[Role | None], names: Sequence[str], *, profiles: Sequence[Profile]) -> None:
    """The first account column is the owner's own, as is an IBAN that never changes; others are the other party's."""
    own: int | None = None
    most = max((profile.filled for profile in profiles), default=0)
    for index, role in enumerate(roles):
        if role is not Role.ACCOUNT:
            continue
        distinct = profiles[index].distinct or set()
        if not _is_own(profiles[index], most):
            roles[index] = Role.MEMO if _all_differ(profiles[index]) else Role.OTHER_ACCOUNT
            continue
        if any(":" in value for value in distinct) and not profiles[index].numbers:
            roles[index] = Role.CATEGORY
        elif own is None:
            own = index
        elif "iban" not in names[index].casefold() or len(distinct) != 1:
            roles[index] = Role.OTHER_ACCOUNT


def _is_own(profile: Profile, most: int) -> bool:
    """The owner's account stands in nearly every row, and a number of it repeats, a card's less often."""
    distinct = len(profile.distinct or ())
    named = not profile.mostly(profile.numbers) and not _all_differ(profile) and not _are_numbered(profile)
    card = distinct < profile.filled and all(map(_MASKED.fullmatch, profile.distinct or ()))
    return profile.filled * 10 >= most * 9 and (named or card or distinct == 1 or distinct * 3 <= profile.filled)


def _are_numbered(profile: Profile) -> bool:
    """Whether the cells all differ and hold digits as no account's name does: five, or three in one word."""
    cells = profile.distinct or ()
    return 1 < profile.filled == len(cells) and all(sum(map(str.isdigit, c)) >= (5 if " " in c else 3) for c in cells)


def _all_differ(profile: Profile) -> bool:
    return not profile.mostly(profile.numbers) and 3 < profile.filled == len(profile.distinct or ())


def _has_codes(roles: Sequence[Role | None], profiles: Sequence[Profile]) -> bool:
    return any(role in _CODES and profile.filled for role, profile in zip(roles, profiles, strict=True))


def _are_codes(profile: Profile) -> bool:
    """Whether a column says currencies, whatever the words above it."""
    return profile.mostly(profile.codes) and all(
        todays_code(code) for code in profile.distinct or () if len(code) == 3 and code.isalpha()
    )


def _without_another_amount(roles: list[Role | None], profiles: Sequence[Profile]) -> None:
    """An amount called a source's or an original one is the amount where there is no other, and so is its currency."""
    filled = {role for role, profile in zip(roles, profiles, strict=True) if profile.filled}
    if filled & {Role.AMOUNT, Role.DEBIT, Role.CREDIT, Role.NET, Role.GROSS}:
        return
    for foreign, own in ((Role.ORIGINAL_AMOUNT, Role.AMOUNT), (Role.ORIGINAL_CURRENCY, Role.CURRENCY)):
        first = next((at for at, role in enumerate(roles) if role is foreign and profiles[at].filled), None)
        if first is not None and own not in filled:
            roles[first] = own


def _by_content(profile: Profile, roles: Sequence[Role | None], *, most: int) -> Role | None:
    """What an unnamed column holds; money columns are told apart by arithmetic later."""
    if profile.mostly(profile.dates):
        return Role.VALUE if Role.VALUE not in roles else None
    if profile.mostly(profile.flags, 80) and len(profile.distinct or ()) <= 4 and profile.filled * 2 > most:
        return Role.FLAG
    if _are_codes(profile):
        return Role.CURRENCY
    if profile.mostly(profile.numbers) and not profile.money:
        few = len(profile.distinct or ()) <= max(1, profile.filled // 4) and profile.filled * 10 >= most * 9
        return Role.ACCOUNT if few and Role.ACCOUNT not in roles else Role.REFERENCE
    if profile.mostly(profile.amounts):
        return None
    return Role.PAYEE if Role.PAYEE not in roles and profile.letters and not _is_code(profile) else Role.MEMO


def _is_code(profile: Profile) -> bool:
    """Whether a column nobody named says the same on every row, or single letters: no payee's name."""
    words = profile.distinct or set()
    return len(words) == 1 < profile.filled - 1 or all(len(word) < 3 for word in words)
