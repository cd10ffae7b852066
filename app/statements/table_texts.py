"""The texts of a row: payee, memo, reference, category, type, and the amount in the currency of the purchase."""

from collections.abc import Sequence

from app.domain.currency import currency as currency_of
from app.domain.money import Money
from app.statements.column_profiles import Profile
from app.statements.column_roles import Columns
from app.statements.fields import AmountConvention, FieldProblem, parse_amount
from app.statements.table_kind_columns import is_of_directions
from app.statements.table_words import Role, code_of, roles_of

_NO_TEXTS = ("", "", "")
_MOST_ALIKE, _EACH = 2, 3
"""So many words in a column, each of them so often and more, are what rows are sorted by."""


class TextColumns:
    """Where the texts of a row stand."""

    def __init__(self, columns: Columns) -> None:
        self._payees = columns.all(Role.PAYEE)
        self._memos = columns.all(Role.MEMO) or (() if self._payees else _only_words(columns))
        self._names = tuple(sorted(self._memos, key=lambda index: _is_unlikely_name(columns, index)))
        kind = columns.first(Role.TYPE)
        self._of_bank = (columns.first(Role.REFERENCE), columns.first(Role.CATEGORY), kind)
        self._original = columns.first(Role.ORIGINAL_AMOUNT)
        self._original_currency = columns.first(Role.ORIGINAL_CURRENCY)
        self.has_original = self._original is not None and self._original_currency is not None
        """Whether a column holds amounts in the currency of the purchase."""
        self._width = len(columns.roles)
        each = (*self._payees, *self._names)
        self._two = each if len(each) == 2 and len(self._payees) < 2 else None
        """Where rows have two texts: the one that names them, as far as it is filled, and the other."""
        kinds = () if kind is None else (kind,)
        self.labels = (*self._memos, *self._payees, *kinds, *columns.all(Role.CATEGORY))
        """The columns in which a line may name itself a balance."""

    def payee_and_memo(self, cells: list[str]) -> tuple[str, str]:
        """The printed payee, else the first text; the other texts, with cells beyond the last named column."""
        if self._two is not None and len(cells) == self._width:
            name, other = self._two
            if cells[name]:
                return cells[name], cells[other]
        payees = [cells[index] for index in self._payees if cells[index]]
        named = next((index for index in self._names if cells[index]), None) if not payees else None
        memos = [cells[index] for index in self._memos if cells[index] and index != named]
        if len(cells) > self._width:
            memos += [cell for cell in cells[self._width :] if cell]
        if named is not None:
            return cells[named], " ".join(memos)
        if not payees and memos:
            return memos[0], " ".join(memos[1:])
        return " ".join(dict.fromkeys(payees)), " ".join(memos)

    def of_bank(self, cells: Sequence[str]) -> tuple[str, str, str]:
        """The bank's reference of the row, its own category, and its word for what the row is."""
        reference, category, kind = self._of_bank
        if reference is category is kind is None:
            return _NO_TEXTS
        return (
            "" if reference is None else cells[reference],
            "" if category is None else cells[category],
            "" if kind is None else cells[kind],
        )

    def original(self, cells: Sequence[str], convention: AmountConvention, *, code: str) -> Money | None:
        """The amount in the currency of the purchase, where another one is named; unreadable ones are left out."""
        if self._original is None or self._original_currency is None:
            return None
        text, unit = cells[self._original], code_of(cells[self._original_currency])
        if not text or unit in {"", code}:
            return None
        found = parse_amount(text, convention, digits=currency_of(unit).digits)
        return None if isinstance(found, FieldProblem) else Money.of(found, unit)


def _only_words(columns: Columns) -> tuple[int, ...]:
    """Where nothing is named for texts: the column with the most letters, which the bank calls type or reference."""
    written = {
        index: sum(len(word) for word in columns.profiles[index].distinct or () if any(map(str.isalpha, word)))
        for index in columns.all(Role.CATEGORY, Role.TYPE, Role.REFERENCE)
    }
    most = max(written.values(), default=0)
    return tuple(index for index, letters in written.items() if letters == most > 0)[:1]


def _is_unlikely_name(columns: Columns, index: int) -> tuple[bool, bool]:
    """Whether the words of a column are nobody's name, and whether no word above them says that they are a text."""
    named = Role.MEMO in roles_of(columns.names[index]) or not any(columns.names)
    return _is_nobody(columns.profiles[index]), not named


def _is_nobody(profile: Profile) -> bool:
    """Whether the words of a column are nobody's name: directions, or one or two words again and again (`PDT`)."""
    words = len(profile.distinct or ())
    return is_of_directions(profile) or (words <= _MOST_ALIKE and words * _EACH <= profile.filled)
