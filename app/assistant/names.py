"""Links a span of the question to the payees, categories and accounts that the vault knows, with a score."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz

from app.assistant.brands import is_of_a_brand
from app.assistant.inflection import folded as folded  # noqa: PLC0414 — other modules' door to it
from app.assistant.inflection import phrase_bases
from app.assistant.initials import stands_for
from app.assistant.language import Language
from app.assistant.spoken_names import name_pattern, readings
from app.assistant.unfiled import standing_in
from app.domain.account import AccountKind
from app.domain.category import Category
from app.domain.plan import Flow
from app.domain.vocabulary import KnownPayee, Vocabulary

EXACT = 1.0
SYNONYM = EXACT - 0.01
INFLECTED = EXACT - 0.015
"""A category's word in the plural or another form."""
WITHIN = 0.9
"""All words of the span are words of the name, or the other way round."""
LOWEST_FUZZY = 0.78
SHORTEST_FUZZY = 4
NEAR_WORD = 85
SHORTEST_BEGINNING = 3
_DIGRAPH = re.compile(r"([aou])e(?=[^aeiou\s])")
LONG_WORD = 8
"""So long a word written together may stand for the first words of a name: `greengrocer`."""
MUCH_MORE = 8
"""A payee that occurs so many times more often than its rivals is a fair default."""
MOST_CHOICES = 6


class NameKind(StrEnum):
    """What a span was found to name."""

    PAYEE = "payee"
    CATEGORY = "category"
    ACCOUNT = "account"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Match:
    """One thing a span may name; several names where it stands for several categories or accounts."""

    kind: NameKind
    names: tuple[str, ...]
    score: float
    account_ids: tuple[int, ...] = ()
    weight: int = 0
    """How many transactions a payee has."""


@dataclass(frozen=True, slots=True)
class Linked:
    """What a span names. `choices` are further fair readings; `certain` says whether the first is a fair default."""

    span: str
    best: Match
    choices: tuple[str, ...] = ()
    certain: bool = True


def link(span: str, vocabulary: Vocabulary, *, language: Language, accounts_first: bool = False) -> Linked:
    """The best reading of a span, and the others that are as good."""
    wanted = folded(span)
    core = _core(wanted, language)
    learned = _learned(core, vocabulary, language=language)
    if learned is not None:
        return Linked(span, learned)
    found = [
        *_categories(wanted, core, vocabulary=vocabulary, language=language),
        *_payees(wanted, core, vocabulary=vocabulary),
    ]
    found += _sorts(wanted, vocabulary=vocabulary, language=language)
    found += _accounts(wanted, core, vocabulary=vocabulary, language=language)
    if core in language.table("asking").get("words", ()):  # a `check` is no checking account
        found = [match for match in found if match.score >= WITHIN or match.kind is NameKind.CATEGORY]
    if core in language.table("account_kinds") and not any(match.kind is NameKind.ACCOUNT for match in found):
        found = [match for match in found if match.score >= SYNONYM]  # no card: a payment to one is not meant
    least = EXACT if is_of_a_brand(core, vocabulary, language=language) else WITHIN * (core in language.payees_known)
    found = [match for match in found if match.kind is not NameKind.CATEGORY or match.score >= least]  # `uber rides`
    if {wanted, core} & set(language.table("no_category").get("phrases", ())):
        found = [match for match in found if match.kind is not NameKind.CATEGORY]
    found = found or list(_abbreviated(core, vocabulary, language=language))
    if not found:
        return Linked(span, Match(NameKind.NOTHING, (span,), 0.0))
    found = [_filed(match, vocabulary) for match in found]
    order = _ORDER_ACCOUNTS if accounts_first else _ORDER
    if accounts_first:
        found = [match for match in found if match.kind is NameKind.ACCOUNT and match.score >= WITHIN] or found
    ranked = sorted(found, key=lambda match: (-match.score, order.index(match.kind), -match.weight, match.names))
    return _decided(span, ranked)


def _filed(match: Match, vocabulary: Vocabulary) -> Match:
    """A category that holds something, or the payees that say by their name that they belong there."""
    if match.kind is not NameKind.CATEGORY or match.score < INFLECTED:
        return match
    payees = standing_in(match.names, vocabulary)
    if not payees:
        return match
    weight = sum(payee.transactions for payee in payees)
    return Match(NameKind.PAYEE, tuple(payee.name for payee in payees), match.score, weight=weight)


def _abbreviated(core: str, vocabulary: Vocabulary, *, language: Language) -> Iterator[Match]:
    """What an abbreviation stands for, where it is no word that people ask with."""
    if core in language.table("asking").get("words", ()):
        return
    for payee in vocabulary.payees:
        if any(stands_for(core, name) for name in _payee_names(payee)):
            yield Match(NameKind.PAYEE, (payee.name,), WITHIN, weight=payee.transactions)
    for account in vocabulary.accounts:
        if stands_for(core, folded(account.name)):
            yield Match(NameKind.ACCOUNT, (account.name,), WITHIN, (account.id,))


def _learned(core: str, vocabulary: Vocabulary, *, language: Language) -> Match | None:
    """What the owner said the span always means, where the vault still knows that name."""
    meant = next((each for each in vocabulary.learned if _core(folded(each.span), language) == core), None)
    payee = next((each for each in vocabulary.payees if meant and each.name == meant.payee), None)
    if payee is not None:
        return Match(NameKind.PAYEE, (payee.name,), EXACT, weight=payee.transactions)
    category = next((each for each in vocabulary.categories if meant and each.name == meant.category), None)
    return Match(NameKind.CATEGORY, (category.name,), EXACT) if category is not None else None


_ORDER = (NameKind.CATEGORY, NameKind.PAYEE, NameKind.ACCOUNT)
_ORDER_ACCOUNTS = (NameKind.ACCOUNT, NameKind.CATEGORY, NameKind.PAYEE)


def _decided(span: str, ranked: list[Match]) -> Linked:
    best = ranked[0]
    rivals = [match for match in ranked[1:] if match.score >= best.score - 0.02 and match.names != best.names]
    choices = tuple(dict.fromkeys(match.names[0] for match in (best, *rivals)))[:MOST_CHOICES]
    if not rivals:
        return Linked(span, best)
    if best.score == EXACT or best.kind is not NameKind.PAYEE:
        return Linked(span, best, choices)
    same = [match for match in rivals if match.kind is NameKind.PAYEE]
    certain = all(best.weight >= MUCH_MORE * max(match.weight, 1) for match in same)
    return Linked(span, best, choices, certain=certain)


def _core(wanted: str, language: Language) -> str:
    return " ".join(word for word in wanted.split() if word not in language.filler) or wanted


def _score(wanted: str, core: str, *, name: str) -> float:
    """How well a name fits: the same, one's words within the other, or alike but for slips."""
    if not name:
        return 0.0
    if name in {wanted, core}:
        return EXACT
    shared = _shared_words(core, name)
    if shared or min(len(core), len(name)) < SHORTEST_FUZZY:
        return shared
    return _alike(wanted, core, name=name)


def _shared_words(core: str, name: str) -> float:
    """How well the words of one are the other's: all of them, all but one that is begun, or written together."""
    mine, theirs = set(core.split()), set(name.split())
    together = " " not in core and name.replace(" ", "").startswith(core) and len(core) >= LONG_WORD
    if (mine and mine <= theirs) or together:
        return WITHIN
    if _begins(core.split(), theirs):
        return WITHIN - 0.02
    return WITHIN - 0.05 if len(name) >= SHORTEST_FUZZY and theirs <= mine else 0.0


def _begins(words: list[str], theirs: set[str]) -> bool:
    """Whether all words but the last are a name's, and the last begins one: `child ben` of `child benefit`, `cine`."""
    if not words or len(words[-1]) < SHORTEST_BEGINNING + (len(words) < 2) or not set(words[:-1]) <= theirs:
        return False
    return any(word.startswith(words[-1]) for word in theirs)


def _alike(wanted: str, core: str, *, name: str) -> float:
    cutoff = LOWEST_FUZZY * 100
    alike = fuzz.ratio(core, name, score_cutoff=cutoff)
    if wanted != core:
        alike = max(alike, fuzz.ratio(wanted, name, score_cutoff=cutoff))
    if " " in core or " " in name:
        alike = max(alike, fuzz.ratio(core.replace(" ", ""), name.replace(" ", ""), score_cutoff=cutoff))
    return alike / 100 * 0.95 if alike else _near_words(core, name)


def _near_words(core: str, name: str) -> float:
    """Each word of the span is nearly a word of the name: `nodle` of `noodle bar`."""
    words = core.split()
    if any(len(word) < SHORTEST_FUZZY for word in words):
        return 0.0
    lowest, others = 1.0, name.split()
    for word in words:
        near = max((fuzz.ratio(word, other, score_cutoff=NEAR_WORD) for other in others), default=0.0)
        if not near:
            return 0.0
        lowest = min(lowest, near / 100)
    return lowest * 0.85


def _categories(wanted: str, core: str, *, vocabulary: Vocabulary, language: Language) -> Iterator[Match]:
    known = {category.name for category in vocabulary.categories}
    said = readings(wanted, language.filler)
    spoken, names = language.synonyms.found(said)
    named = tuple(name for name in names if name in known)
    own = {
        category.name: _own_words(category, wanted=wanted, core=core, said=said) for category in vocabulary.categories
    }
    longest = max((words for score, words in own.values() if score >= EXACT), default=0)
    longest = max(longest, len(spoken.split()) if named else 0)
    if named and len(spoken.split()) == longest:
        yield Match(NameKind.CATEGORY, named, SYNONYM)
    for name, (score, words) in own.items():
        if score > 0:
            # `gas bill` is no gas, `charity shop` no charity: the longer phrase goes first.
            yield Match(NameKind.CATEGORY, (name,), score if score < EXACT or words == longest else WITHIN - 0.05)


def _own_words(category: Category, *, wanted: str, core: str, said: Iterable[str]) -> tuple[float, int]:
    """How well a category's name or one of its words fits, and how many words an exact one has."""
    names = [folded(word) for word in (category.name, *category.words)]
    scores = [_score(wanted, core, name=name) for name in names]
    exact = [name for name in names if name in said]
    if exact:
        longest = max(len(name.split()) for name in exact)
        return (EXACT + 0.01 if names[0] in exact else EXACT), longest
    bases = {base for text in (wanted, core) for base in phrase_bases(text)}
    inflected = any(name[:1] == base[:1] and base in phrase_bases(name) for name in names for base in bases)
    return (max(INFLECTED, *scores) if inflected else max(scores)), 0


def _payees(wanted: str, core: str, *, vocabulary: Vocabulary) -> Iterator[Match]:
    for payee in vocabulary.payees:
        score = max(_score(wanted, core, name=name) for name in _payee_names(payee))
        if 0 < score < WITHIN:
            score += 0.01  # a payee's own name says more than a category's word beside it
        if payee.flows == {Flow.TRANSFERS}:
            score -= 0.05  # `sapphire` is the card, not the payment to it
        if score > 0:
            yield Match(NameKind.PAYEE, (payee.name,), score, weight=payee.transactions)


def _sorts(wanted: str, *, vocabulary: Vocabulary, language: Language) -> Iterator[Match]:
    """All payees of one sort, before a category that holds the word: `pharmacy` finds Apotheke am Markt."""
    loose = language.filler | frozenset(language.table("loose").get("words", ()))
    shop = str(language.table("said_of_shops").get(_core(wanted, language), wanted))
    said = (shop, *readings(wanted, language.filler), *readings(wanted, loose))
    words, score = language.sorts.find(said), EXACT + 0.005
    if not words:
        words, score = language.sorts.nearly(_core(wanted, language))
    if not words:
        return
    pattern = name_pattern(words)
    named = [payee for payee in vocabulary.payees if any(pattern.search(name) for name in _payee_names(payee))]
    if named:
        weight = sum(payee.transactions for payee in named)
        yield Match(NameKind.PAYEE, tuple(payee.name for payee in named), score, weight=weight)


def _payee_names(payee: KnownPayee) -> Iterable[str]:
    names = [folded(name) for name in (payee.name, *payee.aliases)]
    return dict.fromkeys((*names, *map(_without_digraphs, names)))


def _without_digraphs(name: str) -> str:
    """Banks print `moebelhaus`; people write `möbelhaus`, which folds to `mobelhaus`."""
    return _DIGRAPH.sub(r"\1", name)


def _accounts(wanted: str, core: str, *, vocabulary: Vocabulary, language: Language) -> Iterator[Match]:
    kinds = language.table("account_kinds")
    kind = next((kinds[text] for text in (wanted, core) if text in kinds), None)
    if kind is not None:
        same = [account for account in vocabulary.accounts if account.kind is AccountKind(kind)]
        if same:
            yield Match(
                NameKind.ACCOUNT,
                tuple(account.name for account in same),
                EXACT - 0.005,
                tuple(account.id for account in same),
            )
    for account in vocabulary.accounts:
        digits = re.sub(r"\D", "", account.number + account.iban)
        tail = re.search(r"\d{4,}$", core)
        by_number = tail is not None and bool(digits) and digits.endswith(tail.group())
        names = (account.name, f"{account.institution} {account.name}", account.institution)
        score = EXACT if by_number else max(_score(wanted, core, name=folded(name)) for name in names)
        if score > 0:
            yield Match(NameKind.ACCOUNT, (account.name,), score, (account.id,))
