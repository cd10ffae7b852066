"""Follow-ups that point at the last answer, and what the model gets to read of it."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.assistant.plan_text import read, write
from app.assistant.pointed_words import STOOD_IN
from app.assistant.pointing import pointed
from app.assistant.question import plain
from app.assistant.shown import Shown, ShownRow
from app.domain.period import Period
from tests.helpers.assistant_samples import english


def day(text: str) -> Period:
    return Period(date.fromisoformat(text), date.fromisoformat(text))


PURCHASE = Shown((), ShownRow("Skyline Airlines", day("2025-06-14")), Period.year(2025))
MONTH = Shown(
    (ShownRow(period=Period.month(2025, 10)), ShownRow(period=Period.month(2025, 7))),
    ShownRow(period=Period.month(2025, 10)),
    Period.year(2025),
)
SHOPS = Shown(
    (ShownRow("Osteria Nove"), ShownRow("Noodle Bar"), ShownRow("Bluebird Cafe")),
    ShownRow("Osteria Nove"),
    Period.year(2025),
)
SIDES = Shown((), None, Period.year(2025), more=ShownRow("Noodle Bar"), less=ShownRow("Osteria Nove"))
NOVEMBER = Shown((), None, Period.month(2025, 11))

MEANT = (
    ("list the payments to the winner", SHOPS, "list the payments to osteria nove"),
    ("what have i bought there since then", PURCHASE, "what have i bought at skyline airlines since 14 june 2025"),
    ("eating out that same month, how much was it", MONTH, "eating out october 2025 , how much was it"),
    ("let me see the maple market runs from then", MONTH, "let me see the maple market runs in october 2025"),
    ("now flip to the month right after that", MONTH, "now flip to november 2025"),
    ("and the month before", MONTH, "and september 2025"),
    ("how much was coffee in the second one", MONTH, "how much was coffee in july 2025"),
    ("what else was there that day", PURCHASE, "what else was there 14 june 2025"),
    ("did i buy anything on this day", PURCHASE, "did i buy anything on 14 june 2025"),
    ("and the day after, what did i spend then", PURCHASE, "and 15 june 2025 , what did i spend then"),
    ("and the following day", PURCHASE, "and 15 june 2025"),
    ("all the eating out from that week", PURCHASE, "all the eating out from 2025-06-09 to 2025-06-15"),
    ("food in that quarter", PURCHASE, "food in q2 2025"),
    ("did i pay anybody else on it", PURCHASE, "did i pay anybody else on 14 june 2025"),
    ("how often was i there", PURCHASE, "how often was i at skyline airlines"),
    ("pull up that shop's other purchases", PURCHASE, "pull up skyline airlines other purchases"),
    ("how often was i at the second one", SHOPS, "how often was i at noodle bar"),
    ("the first one's average ticket", SHOPS, "osteria nove average ticket"),
    ("now the last of the three, by month", SHOPS, "now bluebird cafe , by month"),
    ("petrol in that month", NOVEMBER, "petrol in november 2025"),
    # words of the question's own are not taken for what stands in, and one period is pointed at, no two
    ("compare that month with march 2024", NOVEMBER, "compare november 2025 with march 2024"),
    ("that year against 2024 and 2021", NOVEMBER, "2025 against 2024 and 2021"),
    ("what else that day and that month", PURCHASE, "what else 14 june 2025 and that month"),
)
OF_SIDES = (
    ("the smaller one by month please", SIDES, "osteria nove by month please"),
    ("show me the dearer one", SIDES, "show me noodle bar"),
)
AS_IT_IS = (
    ("what did i spend since then", MONTH),
    ("the smaller one by month", SHOPS),
    ("the second one", SHOPS),
    ("who's the second one", SHOPS),
    ("the fourth one's average", SHOPS),
    ("how much was the same month last year", MONTH),
    ("what did i spend on the day after christmas", PURCHASE),
    ("is there anything unusual", PURCHASE),
    ("how many were there", PURCHASE),
    ("and in that year", Shown()),
    ("how often was i there", MONTH),
    ("what is planned for next month", MONTH),
    ("that day", NOVEMBER),
    ("how much is oakhurst and that shop", SHOPS),
)


@pytest.mark.parametrize(("question", "seen", "meant"), MEANT + OF_SIDES)
def test_what_is_pointed_at_is_put_in(question: str, seen: Shown, meant: str) -> None:
    assert pointed(plain(question), seen, language=english()).meant.text == meant


@pytest.mark.parametrize(("question", "seen"), AS_IT_IS)
def test_what_points_at_nothing_shown_stays(question: str, seen: Shown) -> None:
    found = pointed(plain(question), seen, language=english())
    assert found.told == found.meant == plain(question)
    assert not found.stands_for


def test_a_first_question_points_at_nothing() -> None:
    assert pointed(plain("how often was i there"), None, language=english()).told.text == "how often was i there"


@pytest.mark.parametrize(
    ("question", "seen", "written", "named"),
    [
        ("how often was i at the second one", SHOPS, f"count spending same | name {STOOD_IN}",
         "count spending same | name noodle bar"),
        # a name alone leaves the days that were asked about, whether the model said so or not
        ("how often was i at the second one", SHOPS, f"count spending | name {STOOD_IN}",
         "count spending same | name noodle bar"),
        ("the second one in may", SHOPS, f"total spending | name {STOOD_IN} | when may",
         "total spending | name noodle bar | when may"),
        ("eating out that same month", MONTH, "total spending | name eating out | when march 2024",
         "total spending | name eating out | when october 2025"),
        # a part of the words that stand in means all of what they stand for
        ("eating out that same month", MONTH, "total spending | name eating out | when march",
         "total spending | name eating out | when october 2025"),
        # what else there was that day is not what was asked about before
        ("did anything else get bought on that day", PURCHASE, "total spending same | name else | when 3 march 2024",
         "list spending | not skyline airlines | when 14 june 2025"),
        ("how much else did i spend that day", PURCHASE, "total spending same | when 3 march 2024",
         "total spending | not skyline airlines | when 14 june 2025"),
        ("what else went on food that day", PURCHASE, "total spending | name food | when 3 march 2024",
         "list spending | name food | not skyline airlines | when 14 june 2025"),
        ("what did i buy on that day", PURCHASE, "list spending | when 3 march 2024", "list spending | when 14 june 2025"),
        ("what else did i buy that month", PURCHASE, "list spending | when march 2024", "list spending | when june 2025"),
        ("and the day after", PURCHASE, "total spending same | when 3 march 2024", "total spending | when 15 june 2025"),
    ],
)  # fmt: skip
def test_the_plan_gets_what_is_meant(question: str, seen: Shown, written: str, named: str) -> None:
    assert write(pointed(plain(question), seen, language=english()).named(read(written))) == named


NAMES = st.from_regex(r"Kanari[0-9]{1,4}( & Kanari[0-9]{1,3})?", fullmatch=True)
DAYS = st.dates(date(1997, 1, 1), date(2019, 12, 31))
QUESTIONS = tuple(question for question, *_ in MEANT)


@settings(max_examples=80)
@given(NAMES, DAYS, st.sampled_from(QUESTIONS))
def test_the_model_never_reads_what_was_shown(name: str, on: date, question: str) -> None:
    row = ShownRow(name, Period(on, on))
    found = pointed(plain(question), Shown((row, row, row), row, Period.month(on.year, on.month)), language=english())
    assert found.stands_for
    assert "kanari" not in found.told.text
    assert str(on.year) not in found.told.text
