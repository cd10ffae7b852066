"""Why somebody asks, for whom, and courtesies are left out; whatever may be part of the question stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.assistant.asides import without_asides
from app.assistant.names import NameKind
from app.assistant.plan_text import write
from app.assistant.planner import Planner
from app.assistant.resolving import Resolver
from tests.helpers.assistant_samples import WritingModel, english, vocabulary

RESOLVER = Resolver(vocabulary(), english())
KNOWN = RESOLVER.names_or_dates


def named(word: str) -> bool:
    return RESOLVER.linked(word).best.kind is NameKind.PAYEE


LEFT_OUT = {
    "How often was I at the noodle bar? asking as a cook who eats free at work": "How often was I at the noodle bar?",
    "dearest month of 2025 for me and the kids": "dearest month of 2025",
    "My wife reckons rent costs more than the groceries. What is the rent this year?": "What is the rent this year?",
}
KEPT_SENTENCES = (
    "My wife says in May we lived over our means. Income minus expenses for that month please",
    "What goes out for me and the kids club in May?",
)
LEFT_OUT |= {
    "Did I come out ahead in July or did the rent put me in the red?": "Did I come out ahead in July?",
    "Pretend you're my bookkeeper and list the payees of May": "list the payees of May",
    "Pretend you are an old friend: rent in May?": "rent in May?",
    "Total rent in May? My accountant wants it in writing.": "Total rent in May?",
    "How often was I at the noodle bar in July? My wife doesn't believe three": "How often was I at the noodle bar in July?",
    "for the mortgage broker: average groceries": "average groceries",
    "The bank adviser wants our average rent since May": "our average rent since May",
    "Spent on rent in May, my boss pays it back": "Spent on rent in May,",
    "What have I paid Streamly in 2025, they keep writing to me": "What have I paid Streamly in 2025,",
    "What do I pay at the noodle bar, young man?": "What do I pay at the noodle bar,",
    "rent per month from july, it is for my Fahrtenbuch": "rent per month from july",
    "And the rent? One asks oneself.": "And the rent?",
    "My daughter thinks I live on air: Noodle Bar in May, what's that?": "Noodle Bar in May, what's that?",
}
KEPT = (
    "What did I pay for the lawyer in May?",
    "groceries, starbucks, may",
    "I spent a lot. How much in May?",
    "My landlord got how much in May?",
    "rent in may, we moved in june",
    "they say so",
    "how much did i pay, it was at the noodle bar",
    "My bank says I paid 300, did I?",
    "rent, not the groceries",
    "My husband says Streamly, I say Noodle Bar: which got more in May?",
    "my two accounts together hold, at the end of May?",
)


@pytest.mark.parametrize(("question", "asked"), LEFT_OUT.items())
def test_an_aside_is_left_out(question: str, asked: str) -> None:
    assert without_asides(question, known=KNOWN, named=named).strip() == asked


@pytest.mark.parametrize("question", [*KEPT, *KEPT_SENTENCES])
def test_what_may_be_asked_stays(question: str) -> None:
    assert without_asides(question, known=KNOWN, named=named) == question


@given(st.text(max_size=120))
def test_something_of_every_question_is_left(text: str) -> None:
    assert bool(without_asides(text, known=KNOWN, named=named).strip()) is bool(text.strip())


def test_the_model_never_reads_an_aside() -> None:
    model = WritingModel("total spending | name rent | when may")
    planned = Planner(model, english()).plan("Rent in May? My accountant wants it in writing.", vocabulary())
    assert "accountant" not in model.seen[0][0]
    assert planned.draft is not None
    assert write(planned.draft) == "total spending | name rent | when may"
