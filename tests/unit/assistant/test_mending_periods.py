"""Periods of a draft put right: those that stand in the names of a comparison's or share's other side."""

import pytest

from app.assistant.mending_periods import PeriodMender
from app.assistant.plan_text import read, write
from app.assistant.question import plain
from app.assistant.resolving import Resolver
from tests.helpers.assistant_samples import english, vocabulary

CASES = (
    ("rent as part of november income", "share spending | name rent | vs november income",
     "share spending | name rent | vs income | when november"),
    ("rent as part of november income", "share spending | name rent | vs november income | when november",
     "share spending | name rent | vs income | when november"),
    ("groceries in october against november rent", "compare spending | name groceries | vs november rent | when october",
     "compare spending | name groceries | vs rent | when october | than november"),
    ("groceries against november rent", "compare spending | name groceries | vs november rent",
     "compare spending | name groceries | vs rent | when november"),
    ("groceries against november", "compare spending | name groceries | vs november",
     "compare spending | name groceries | than november"),
    ("rent and november, of income", "share spending | name rent | vs november | vs income",
     "share spending | name rent | vs income | when november"),
    ("groceries october with groceries november", "compare spending | name groceries | vs groceries | when october",
     "compare spending | name groceries | when october | than november"),
    ("noodle bar nov 25 vs nov 24", "compare spending | name noodle bar | when nov 25 | than nov 24",
     "compare spending | name noodle bar | when nov 2025 | than nov 2024"),
    ("noodle bar nov 20 vs nov 21", "compare spending | name noodle bar | when nov 20 | than nov 21",
     "compare spending | name noodle bar | when nov 20 | than nov 21"),
    ("how does this october stack up against the one before it", "compare spending | when this october",
     "compare spending | when this october | than the same period a year earlier"),
    ("noodle bar and groceries over fall, october 10 to 19", "compare spending | name noodle bar | vs groceries | when october 10 to 19",
     "compare spending | name noodle bar | vs groceries | when october 10 to 19"),
    ("out since i got paid on the 26th", "compare spending | when since i got paid on the 26th",
     "compare spending | when since on the 26th"),
    ("groceries against rent", "compare spending | name groceries | vs rent",
     "compare spending | name groceries | vs rent"),
)  # fmt: skip

TWICE = (
    ("dinners over fall break, october 10 to 19", "total spending | when fall", "total spending | when october 10 to 19"),
    ("dinners from october 10 to 19, over fall", "total spending | when fall",
     "total spending | when from october 10 to 19"),
    ("christmas week 2024, dec 22 thru 28: spent", "total spending | when christmas week 2024 , dec 22 thru 28",
     "total spending | when dec 22 thru 28"),
    ("christmas week 2023, dec 22 thru 28: spent", "total spending | when christmas week 2023 , dec 22 thru 28",
     "total spending | when christmas week 2023"),
    ("paid since memorial day, 5/26", "total spending | when since memorial day , 5/26",
     "total spending | when since memorial day"),
    # but its first day alone is its beginning, said again
    ("net for the tax year so far, from 1 january", "net | when tax year so far", "net | when tax year so far"),
    ("cheapest month of this year? november is not over so ignore it", "ranking spending by month lowest | when this year november",
     "ranking spending by month lowest | when 2025-01-01 to 2025-10-31"),
    ("fuel per month from july", "breakdown spending by month | when from july",
     "breakdown spending by month | when since july"),
    ("fuel per month from july to september", "breakdown spending by month | when from july to september",
     "breakdown spending by month | when from july to september"),
    ("fuel from july", "total spending | when from july", "total spending | when from july"),
    ("a fifth less on rent, by 2025", "suppose | name rent | when a fifth | change a fifth",
     "suppose | name rent | when 2025 | change a fifth"),
)  # fmt: skip


@pytest.mark.parametrize(("question", "wrote", "meant"), TWICE)
def test_of_a_period_said_twice_the_figures_count(question: str, wrote: str, meant: str) -> None:
    mender = PeriodMender(plain(question), Resolver(vocabulary(), english()), english())
    assert write(mender.mended(read(wrote))) == meant


@pytest.mark.parametrize(("question", "wrote", "meant"), CASES)
def test_a_period_among_the_other_names_is_one(question: str, wrote: str, meant: str) -> None:
    mender = PeriodMender(plain(question), Resolver(vocabulary(), english()), english())
    assert write(mender.mended(read(wrote))) == meant
