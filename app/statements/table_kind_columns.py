"""The column whose few words say which way unsigned amounts went."""

import re

from app.statements.column_profiles import Profile
from app.statements.column_roles import Columns
from app.statements.table_flags import direction
from app.statements.table_kind_words import kind_way
from app.statements.table_words import Role, folded

_KIND_NAME = re.compile(r"\b(kind|nature|sort|art|druh|rodzaj|laji|slag|tur|fajta|flow)\b")
_MOST_WORDS = 8


def kind_column(columns: Columns, amount: int) -> int | None:
    """That column where no amount in column `amount` carries a sign or a mark of its own; None where there is none."""
    profile = columns.profiles[amount]
    if profile.negative or any(cell[:1] == "+" or cell[-1:].isalpha() for cell in profile.distinct or ()):
        return None
    kinds = [*columns.all(Role.TYPE), *columns.all(Role.STATUS, Role.MEMO, Role.CATEGORY)]
    known = next((index for index in kinds if _tells_kinds(columns, index)), None)
    return known if known is not None else next((at for at in columns.all(Role.MEMO) if _begins(columns, at)), None)


def _begins(columns: Columns, index: int) -> bool:
    """Whether texts begin with the bank's few words for its rows, most of them known and both ways among them."""
    firsts = [cell.split(maxsplit=1) for cell in columns.profiles[index].distinct or ()]
    words = {first[0] for first in firsts}
    ways = [kind_way(word) for word in words]
    few = 2 <= len(words) <= _MOST_WORDS and len(words) * 2 <= len(firsts) and min(map(len, firsts)) > 1
    return few and {-1, 1} <= {*ways} and ways.count(0) * 2 < len(ways)


def _tells_kinds(columns: Columns, index: int) -> bool:
    """A few words again and again, under a name for kinds; or words of which each is known, in both directions."""
    profile = columns.profiles[index]
    words = profile.distinct or set()
    if not 2 <= len(words) <= _MOST_WORDS or not profile.mostly(profile.letters, 100):
        return False
    ways = {kind_way(word) for word in words}
    if ways == {-1, 1}:
        return True
    named = columns.roles[index] is Role.TYPE or _KIND_NAME.search(folded(columns.names[index])) is not None
    return named and len(words) < profile.filled and (ways != {0} or len(words) == 2)


def is_of_directions(profile: Profile) -> bool:
    """Whether a column holds words of direction: nearly all cells, or all but one that can be no other word.

    That is where both ways are said, or where the one has no letters, or a figure.
    """
    if profile.mostly(profile.flags, 90):
        return True
    if not 2 <= profile.flags == profile.filled - 1:
        return False
    ways = {word: direction(word) for word in profile.distinct or ()}
    odd = "".join(word for word, way in ways.items() if not way)
    return {-1, 1} <= set(ways.values()) or any(map(str.isdigit, odd)) or not any(map(str.isalpha, odd))
