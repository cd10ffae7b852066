"""The lists of names as data, and what made-up payees and words are linked to by them."""

import tomllib
from datetime import date
from functools import cache
from typing import Any

import pytest

from app.assistant.inflection import folded, phrase_bases
from app.assistant.names import NameKind, link
from app.base.paths import resources
from app.domain.account import Account, AccountKind
from app.domain.category import Category
from app.domain.vocabulary import KnownPayee, Vocabulary
from tests.helpers.assistant_samples import english

OTHER_SENSES = (
    "bill check cheque order last card change share rate fine charge present show make out book watch drive buy stop "
    "test party time match note draw deal need let bank work money account payment transfer balance"
)
"""Words that people use in another sense in questions about money."""
NO_CATEGORY = {
    "off licence", "liquor store", "wine shop", "wine merchant", "post office", "launderette", "laundromat", "laundry",
    "dry cleaner", "dry cleaning", "locksmith", "lawyer", "uber", "solicitor", "post", "reinigung", "waschsalon",
}  # fmt: skip
"""Sorts that no category of the tree holds: without such a payee they name nothing."""


@cache
def tree() -> tuple[Category, ...]:
    text = (resources() / "categories" / "english.toml").read_text("utf-8")
    return tuple(
        Category(name=entry["name"], income=entry.get("income", False), words=tuple(entry["words"]))
        for entry in tomllib.loads(text)["category"]
    )


@cache
def own_words() -> dict[str, str]:
    words = {folded(word): category.name for category in tree() for word in category.words}
    return words | {folded(category.name): category.name for category in tree()}


def tables(name: str) -> dict[str, dict[str, Any]]:
    """That table of each file that has it."""
    files = sorted((resources() / "language").glob("*.toml"))
    return {file.name: tomllib.loads(file.read_text("utf-8")).get(name, {}) for file in files}


def said_words(*names: str) -> set[str]:
    return {word for name in names for word in english().table(name)["words"]}


def test_each_synonym_stands_for_categories_of_the_tree() -> None:
    names = {category.name for category in tree()}
    assert not {word: set(found) - names for word, found in english().synonyms.exact.items() if set(found) - names}
    assert all(english().synonyms.exact.values())
    assert len(english().synonyms.exact) > 900


def test_each_category_but_the_rest_has_synonyms() -> None:
    found = {name for names in english().synonyms.exact.values() for name in names}
    assert {category.name for category in tree()} - found == {"Uncategorised"}


def test_no_word_is_both_filler_and_a_name() -> None:
    filler = said_words("filler")
    for listed in (english().synonyms, english().sorts):
        assert not {phrase for phrase in listed.exact if set(phrase.split()) <= filler}


def test_no_word_of_another_sense_is_a_name_nor_the_base_of_one() -> None:
    free = said_words("rising", "incoming") | set(OTHER_SENSES.split())
    free |= {word for table in ("months", "weekdays", "seasons", "units", "numbers") for word in english().table(table)}
    for listed in (english().synonyms, english().sorts):
        assert not free & set(listed.inflected)


@pytest.mark.parametrize("table", ["synonyms", "payee_words"])
def test_no_word_is_listed_in_two_files(table: str) -> None:
    places: dict[str, list[str]] = {}
    for file, words in tables(table).items():
        for word in words:
            places.setdefault(folded(word), []).append(file)
    assert not {word: files for word, files in places.items() if len(files) > 1}


def test_no_synonym_contradicts_a_word_of_a_category() -> None:
    contradicted = {
        phrase: (names, own_words()[base])
        for phrase, names in english().synonyms.exact.items()
        for base in phrase_bases(phrase)
        if base in own_words() and own_words()[base] not in names
    }
    assert not contradicted
    assert not set(english().synonyms.exact) & set(own_words())


def test_each_sort_lists_words_and_not_only_marks() -> None:
    assert all(any(word[0] != "!" and folded(word) for word in words) for words in english().sorts.exact.values())
    assert all(folded(word) for words in english().sorts.exact.values() for word in words)


def test_each_sort_without_such_a_payee_still_names_its_category() -> None:
    without = {
        sort
        for sort in english().sorts.exact
        if link(sort, vocabulary(), language=english()).best.kind is not NameKind.CATEGORY
    }
    narrower = set(english().table("no_category")["phrases"])
    assert {"dentist", "optician"} <= without
    assert without - narrower == NO_CATEGORY


def test_a_sort_called_like_another_refers_to_a_listed_one() -> None:
    sorts = english().table("payee_words")
    assert all(isinstance(sorts[words], list) for words in sorts.values() if isinstance(words, str))


PAYEES = (
    "Regiobahn Nord", "Hill Valley Rail", "Trail Outfitters", "Blue Cabs", "Marktapotheke", "Sunrise Chemist",
    "Stadtbäckerei Huber", "Bakerloo Records", "Metzgerei Vogt", "The Fox Inn", "Dinner Club", "Boulderhalle Ost",
    "Kino am Ring", "Zahnarztpraxis Dr. Lindt", "Tierarztpraxis Wolf", "Northwind Airlines", "Hotel Miramar",
    "Autowerkstatt Berg", "Parkhaus Mitte", "Friseursalon Mia", "Chair & Table Co", "Buchhandlung Klee",
    "Möbelhaus Kern", "Blumen Rosa", "Lakeside Garden Centre", "Waschsalon Eck", "Hausverwaltung Krug",
    "Stadtwerke Felden", "Waterstones", "Currys Megastore", "Tandoori Palace", "Trattoria Blu", "Tacoma Diner",
    "Kita Sonnenschein", "Churchill Hats", "Swimwear World", "Yoga Loft", "City Council Felden", "Post Oak Grill",
    "Bursztyn Apteka", "Green Power", "Automobile Club", "Museo Civico",
)  # fmt: skip


@cache
def vocabulary(*payees: str) -> Vocabulary:
    return Vocabulary(
        payees=tuple(KnownPayee(name=name, transactions=5) for name in payees),
        categories=tree(),
        accounts=(Account(id=1, name="Joint Giro", kind=AccountKind.CHECKING, currency="EUR"),),
        currency="EUR",
        today=date(2025, 11, 30),
        span=None,
    )


@pytest.mark.parametrize(
    ("span", "names"),
    [
        ("train", {"Regiobahn Nord", "Hill Valley Rail"}),
        ("trains", {"Regiobahn Nord", "Hill Valley Rail"}),
        ("the train tickets", {"Regiobahn Nord", "Hill Valley Rail"}),
        ("cab", {"Blue Cabs"}),
        ("cabs", {"Blue Cabs"}),
        ("taxis", {"Blue Cabs"}),
        ("pharmacies", {"Marktapotheke", "Sunrise Chemist", "Bursztyn Apteka"}),
        ("the chemist", {"Marktapotheke", "Sunrise Chemist", "Bursztyn Apteka"}),
        ("bakery", {"Stadtbäckerei Huber"}),
        ("bakeries", {"Stadtbäckerei Huber"}),
        ("Bäcker", {"Stadtbäckerei Huber"}),
        ("butchers", {"Metzgerei Vogt"}),
        ("pub", {"The Fox Inn"}),
        ("climbing", {"Boulderhalle Ost"}),
        ("the movies", {"Kino am Ring"}),
        ("cinemas", {"Kino am Ring"}),
        ("dentist", {"Zahnarztpraxis Dr. Lindt"}),
        ("vet", {"Tierarztpraxis Wolf"}),
        ("flights", {"Northwind Airlines"}),
        ("hotels", {"Hotel Miramar"}),
        ("garage", {"Autowerkstatt Berg"}),
        ("car parks", {"Parkhaus Mitte"}),
        ("hairdresser", {"Friseursalon Mia"}),
        ("bookshops", {"Buchhandlung Klee", "Waterstones"}),
        ("book store", {"Buchhandlung Klee", "Waterstones"}),
        ("furniture shop", {"Möbelhaus Kern"}),
        ("florist", {"Blumen Rosa"}),
        ("garden centre", {"Lakeside Garden Centre"}),
        ("launderette", {"Waschsalon Eck"}),
        ("my landlord", {"Hausverwaltung Krug"}),
        ("energy supplier", {"Stadtwerke Felden", "Green Power"}),
        ("curry", {"Tandoori Palace"}),
        ("nursery", {"Kita Sonnenschein"}),
        ("yoga classes", {"Yoga Loft"}),
        ("the council", {"City Council Felden"}),
        ("museums", {"Museo Civico"}),
        ("Hausverwaltung", {"Hausverwaltung Krug"}),
    ],
)
def test_a_sort_names_its_payees_and_no_other(span: str, names: set[str]) -> None:
    best = link(span, vocabulary(*PAYEES), language=english()).best
    assert (best.kind, set(best.names)) == (NameKind.PAYEE, names)


@pytest.mark.parametrize(
    ("span", "names"),
    [
        ("refuelled", ("Fuel",)),
        ("refueling", ("Fuel",)),
        ("fill-ups", ("Fuel",)),
        ("tanks of petrol", ("Fuel",)),
        ("Tanken", ("Fuel",)),
        ("dined", ("Eating out",)),
        ("ate out", ("Eating out",)),
        ("takeout", ("Eating out",)),
        ("food", ("Groceries", "Eating out")),
        ("groceries run", ("Groceries",)),
        ("foodstuff", ("Groceries",)),
        ("Lebensmittel", ("Groceries",)),
        ("my gas bill", ("Electricity and gas",)),
        ("gas", ("Fuel",)),
        ("Strom", ("Electricity and gas",)),
        ("mobile plan", ("Internet and phone",)),
        ("the wi-fi", ("Internet and phone",)),
        ("flat", ("Housing",)),
        ("Miete", ("Housing",)),
        ("loyer", ("Housing",)),
        ("alquiler", ("Housing",)),
        ("Gehalt", ("Salary",)),
        ("sueldo", ("Salary",)),
        ("my employer", ("Salary",)),
        ("Kindergeld", ("Benefits",)),
        ("tax rebates", ("Benefits",)),
        ("side gig", ("Other income",)),
        ("ride hailing", ("Transport",)),
        ("MOT", ("Transport",)),
        ("airbnb", ("Travel",)),
        ("meds", ("Health",)),
        ("nappies", ("Children",)),
        ("telly", ("Streaming and software",)),
        ("Abos", ("Streaming and software",)),
        ("tithes", ("Gifts and donations",)),
        ("charity shop", ("Shopping",)),
        ("charity", ("Gifts and donations",)),
        ("pet insurance", ("Insurance",)),
        ("overdraft fees", ("Fees",)),
        ("Umbuchungen", ("Transfers",)),
    ],
)
def test_what_people_say_names_categories(span: str, names: tuple[str, ...]) -> None:
    best = link(span, vocabulary("Trail Outfitters", "Currys Megastore"), language=english()).best
    assert (best.kind, best.names) == (NameKind.CATEGORY, names)


@pytest.mark.parametrize(
    ("span", "payee"),
    [
        ("train", "Trail Outfitters"),
        ("train", "Autobahn Raststätte"),
        ("train", "Bahnhofs-Drogerie"),
        ("taxis", "Uber Eats"),
        ("pub", "Premier Inn Leeds"),
        ("gas company", "Corner Gas Station"),
        ("curry", "Currys Megastore"),
        ("hairdresser", "Chair & Table Co"),
        ("pub", "Dinner Club"),
        ("church", "Churchill Hats"),
        ("swimming", "Swimwear World"),
        ("taco", "Tacoma Diner"),
        ("mobile provider", "Automobile Club"),
        ("water company", "Waterstones"),
        ("post office", "Post Oak Grill"),
        ("dentist", "Accidental Art"),
        ("doctor", "Tierarztpraxis Wolf"),
        ("metro", "Metropolitan Shirts"),
    ],
)
def test_a_sort_does_not_name_a_payee_that_only_looks_like_it(span: str, payee: str) -> None:
    best = link(span, vocabulary(payee), language=english()).best
    assert payee not in best.names


@pytest.mark.parametrize("span", ["fine", "drive", "zebra crossing", "post office", "fleamarket clown"])
def test_a_word_of_another_sense_names_nothing(span: str) -> None:
    assert link(span, vocabulary(), language=english()).best.kind is NameKind.NOTHING
