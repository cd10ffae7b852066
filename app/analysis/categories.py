"""Categories: the tree from its data file, and the category of a new transaction."""

import tomllib
from dataclasses import dataclass

from app.analysis.word_match import folded
from app.domain.category import Category

UNCATEGORISED = "Uncategorised"
TRANSFERS = "Transfers"
OTHER_INCOME = "Other income"
_MOST_WORDS = 5


def parse_categories(text: str) -> tuple[Category, ...]:
    """Categories from the TOML of resources/categories; parents come out too, each once, in file order."""
    found: dict[str, Category] = {}
    for item in tomllib.loads(text)["category"]:
        found[item["name"]] = Category(
            name=item["name"],
            parent=item.get("parent", ""),
            income=item.get("income", False),
            words=tuple(item.get("words", ())),
            keywords=tuple(item.get("keywords", ())),
            icon=item.get("icon", ""),
        )
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class Categoriser:
    """Finds categories by the bank's own word first, then by keywords in the payee's name."""

    _by_word: dict[str, str]
    _by_keyword: dict[str, str]
    _first_words: frozenset[str]
    """What keywords begin with."""
    _income: frozenset[str]

    @classmethod
    def of(cls, categories: tuple[Category, ...]) -> "Categoriser":
        """A categoriser for the vault's categories."""
        by_word: dict[str, str] = {}
        by_keyword: dict[str, str] = {}
        for category in categories:
            by_word.setdefault(folded(category.name), category.name)
        for category in categories:
            for word in category.words:
                by_word.setdefault(folded(word), category.name)
            for keyword in category.keywords:
                by_keyword.setdefault(folded(keyword), category.name)
        income = frozenset(category.name for category in categories if category.income)
        return cls(by_word, by_keyword, frozenset(keyword.partition(" ")[0] for keyword in by_keyword), income)

    def category_of(self, payee: str, amount: int, *, memo: str = "", bank_category: str = "") -> str:
        """The category's name; a category of the bank's that is unknown here is kept as the bank printed it.

        Args:
            payee: the printed payee.
            amount: minor units, money out negative; income categories are for money in only.
            memo: searched where the payee says nothing.
            bank_category: the bank's own category; of a path such as `Food:Groceries` the last known part counts.
        """
        if bank_category.strip():
            return self._of_bank(bank_category)
        for text in (payee, memo):
            found = self._by_text(folded(text), money_in=amount > 0)
            if found:
                return found
        return OTHER_INCOME if amount > 0 else UNCATEGORISED

    def _of_bank(self, bank_category: str) -> str:
        whole = folded(bank_category)
        if whole in self._by_word:
            return self._by_word[whole]
        for part in reversed([piece.strip() for piece in bank_category.replace(">", ":").split(":")]):
            if folded(part) in self._by_word:
                return self._by_word[folded(part)]
        return " ".join(bank_category.split())

    def _by_text(self, text: str, *, money_in: bool) -> str | None:
        words = text.split()
        starts = [place for place, word in enumerate(words) if word in self._first_words]
        for length in range(min(_MOST_WORDS, len(words)), 0, -1) if starts else ():
            for start in (place for place in starts if place + length <= len(words)):
                found = self._by_keyword.get(" ".join(words[start : start + length]))
                if found and (money_in or found not in self._income):
                    return found
        return None


def with_children(names: tuple[str, ...], categories: tuple[Category, ...]) -> tuple[str, ...]:
    """The categories named and all below them, each once."""
    wanted = dict.fromkeys(names)
    for _ in categories:
        below = [each.name for each in categories if each.parent in wanted and each.name not in wanted]
        if not below:
            break
        wanted.update(dict.fromkeys(below))
    return tuple(wanted)


def top_category(name: str, categories: tuple[Category, ...]) -> str:
    """The root of the tree that the category stands under; itself where it has no parent."""
    parents = {category.name: category.parent for category in categories}
    seen = {name}
    while parents.get(name) and parents[name] not in seen:
        name = parents[name]
        seen.add(name)
    return name
